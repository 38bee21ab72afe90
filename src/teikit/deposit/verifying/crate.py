"""Whether `ro-crate-metadata.json` is there, and describes the files that are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from teikit.deposit.bagit import codes
from teikit.deposit.bagit.reading import FAULTS, Package, is_payload, read_all
from teikit.deposit.verifying.told import cause, finding
from teikit.diagnostics import Diagnostic, Severity

FILE = "ro-crate-metadata.json"
_PATH = f"data/{FILE}"
_PROFILE = "https://w3id.org/ro/crate/1."
_MOST = 128 << 20
_SHOWN = 1000
"""No more contradictions are told: the manifests name each file that is missing or was added."""
_MAKE = "“teikit deposit build” writes one"


def check(package: Package) -> Iterator[Diagnostic]:
    """Yield what is wrong with the crate (RO-Crate 1.1, “RO-Crate Structure” and “Data Entities”)."""
    if _PATH not in package.sizes:
        yield finding(package, codes.NO_CRATE, _PATH, f"there is no {FILE} below data/", _MAKE)
        return
    try:
        entities = _entities(read_all(package, _PATH, _MOST))
    except (*FAULTS, RecursionError) as error:
        yield finding(package, codes.NO_CRATE, _PATH, f"{FILE} cannot be read ({cause(error)})", _MAKE)
        return
    problem = _problem(entities)
    if problem:
        yield finding(package, codes.NO_CRATE, _PATH, problem, _MAKE)
    yield from islice(_compared(package, entities), _SHOWN)


def _entities(data: bytes) -> dict[str, dict[str, Any]]:
    """Return the entities of a crate by their ids. Raises `ValueError` where it is not one."""
    content = json.loads(data)
    graph = content.get("@graph") if isinstance(content, dict) else None
    if not isinstance(graph, list):
        raise ValueError("there is no list @graph in it")
    return {
        each["@id"].removeprefix("./"): each
        for each in graph
        if isinstance(each, dict) and isinstance(each.get("@id"), str)
    }


def _problem(entities: dict[str, dict[str, Any]]) -> str:
    descriptor = entities.get(FILE, {})
    if not any(each.startswith(_PROFILE) for each in _ids(descriptor.get("conformsTo"))):
        return f"the entity “{FILE}” does not say that the file conforms to RO-Crate 1"
    about = [each.removeprefix("./") for each in _ids(descriptor.get("about"))]
    if not about or "Dataset" not in _types(entities.get(about[0], {})):
        return f"the entity “{FILE}” is not about a root dataset"
    return ""


def _compared(package: Package, entities: dict[str, dict[str, Any]]) -> Iterator[Diagnostic]:
    described = {_path(package, each): entity for each, entity in entities.items() if _is_file_here(each, entity)}
    for path, entity in sorted(described.items()):
        size = package.sizes.get(f"data/{path}")
        said = str(entity.get("contentSize", ""))
        if size is None:
            message = f"{FILE} describes “{path}”, which is not there"
            yield finding(package, codes.CRATE_AND_PAYLOAD, f"data/{path}", message, "put it there, or take it out")
        elif said.isdecimal() and said != str(size):
            message = f"{FILE} says that “{path}” has {said} bytes, but it has {size}"
            yield finding(package, codes.CRATE_AND_PAYLOAD, f"data/{path}", message, "make the package again")
    for file in sorted(package.sizes):
        if is_payload(file) and file != _PATH and file.removeprefix("data/") not in described:
            message = f"{FILE} does not describe “{file.removeprefix('data/')}”"
            found = finding(package, codes.CRATE_AND_PAYLOAD, file, message, "make the package again with it")
            # RO-Crate allows files that are not described; ours are.
            yield found._replace(severity=Severity.WARNING)


def _path(package: Package, identifier: str) -> str:
    """Return the path that an id means: some write it as it is, the standard wants it percent-encoded."""
    return identifier if f"data/{identifier}" in package.sizes else unquote(identifier)


def _is_file_here(identifier: str, entity: dict[str, Any]) -> bool:
    is_address = identifier.startswith(("#", "/")) or ":" in identifier.split("/")[0]
    return "File" in _types(entity) and not is_address and identifier != FILE


def _types(entity: dict[str, Any]) -> list[str]:
    found = entity.get("@type")
    return [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, str)]


def _ids(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each["@id"] for each in values if isinstance(each, dict) and isinstance(each.get("@id"), str)]
