"""Checks of the files: names, number, size, and what should lie beside the documents."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from teikit.deposit.contents import codes as contents
from teikit.deposit.contents.names import why_unsafe
from teikit.deposit.page.listing import size
from teikit.deposit.targets.codes import files as codes
from teikit.deposit.targets.requirements.answer import Answer, one, summed
from teikit.deposit.targets.requirements.subject import Subject
from teikit.diagnostics import Diagnostic, Location, Severity
from teikit.project import FILE

_NAMES = (contents.IMPOSSIBLE_NAME, contents.NAMES_CLASH)
_MADE = "“teikit deposit build” makes one"


def file_names(subject: Subject, parameters: Mapping[str, Any]) -> Answer:
    """The name of every file and folder matches `pattern` (`allowed` in words), and travels well.

    What no package can hold (`contents.names`) is refused as well.
    """
    is_allowed = re.compile(parameters["pattern"], re.ASCII).fullmatch
    refused: Counter[tuple[str, str]] = Counter()
    for item in subject.contents.items:
        parts = PurePosixPath(item.path).parts
        for number, part in enumerate(parts, 1):
            reason = why_unsafe(part) if is_allowed(part) else f"has more in it than {parameters['allowed']}"
            if reason:
                refused["/".join(parts[:number]), reason] += 1
    missing = [summed(codes.NAME, [each], "rename it") for each in subject.contents.diagnostics if each.code in _NAMES]
    for (path, reason), count in refused.items():
        below = f" ({count} files lie below it)" if count > 1 else ""
        place = Location((subject.edition.root / path).as_posix())
        message = f"“{PurePosixPath(path).name}” {reason}{below}"
        missing.append(Diagnostic.of(codes.NAME, place, message, hint="rename it, and what points to it"))
    return Answer(tuple(missing))


def packable(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Everything can go into a package, which has the checksums."""
    # Names have a requirement of their own.
    hint = "see to it that the file is there and may be read"
    missing = [
        summed(codes.NOT_PACKABLE, [each], hint)
        for each in subject.contents.diagnostics
        if each.severity is Severity.ERROR and each.code not in _NAMES
    ]
    return Answer(tuple(missing), remark="“teikit deposit build” makes them")


def schema_included(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every document is valid by a schema that goes into the package."""
    without = [
        subject.shown(each)
        for each in subject.contents.items
        if each.role in ("document", "register") and not each.conforms_to
    ]
    named = {each.path: each.schemas for each in subject.scans}
    places: dict[str, list[Location]] = defaultdict(list)
    for path in without:
        href, place = next(iter(named.get(path, ())), ("", Location(path)))
        places[href].append(place)
    return Answer(tuple(_no_schema(href, some) for href, some in places.items()))


def _no_schema(href: str, places: list[Location]) -> Diagnostic:
    more = f" (and {len(places) - 1} more files)" if len(places) > 1 else ""
    what = f"the schema “{href}” does not go into the package" if href else "the document names no schema"
    hint = "put a copy of the schema into the folder schema/ of the edition, and name it by a relative path"
    return Diagnostic.of(codes.NO_SCHEMA, places[0], f"{what}{more}", hint=hint)


def odd_included(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """An ODD goes into the package."""
    if any(each.role == "odd" for each in subject.contents.items):
        return Answer()
    hint = "put the ODD into the folder schema/ of the edition, or name it with “odd” in teikit.toml"
    return one(codes.NO_ODD, _top(subject), "the ODD that the schema was made from does not go into the package", hint)


def readme(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """A README lies beside the documents."""
    if _has(subject, r"readme(\.[a-z]+)*"):
        return Answer()
    place = Location((subject.edition.root / "README.md").as_posix())
    hint = f"write a README.md: what the edition is, how it is organised, how to cite it; without it, {_MADE}"
    return one(codes.NO_README, place, "there is no README", hint)


def citation_file(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """A CITATION.cff lies beside the documents."""
    if _has(subject, r"citation\.cff"):
        return Answer()
    place = Location((subject.edition.root / "CITATION.cff").as_posix())
    hint = f"write a CITATION.cff; without it, {_MADE} from the headers"
    return one(codes.NO_CITATION, place, "there is no CITATION.cff", hint)


def file_count(subject: Subject, parameters: Mapping[str, Any]) -> Answer:
    """There are not more than `most` files."""
    count = len(subject.contents.items)
    if count <= parameters["most"]:
        return Answer()
    message = f"the edition has {count} files; {parameters['most']} is the limit"
    hint = "send it as one file: “teikit deposit push” does, “teikit deposit build -o edition.zip” makes it"
    return one(codes.TOO_MANY, Location(subject.edition.root.as_posix()), message, hint)


def total_size(subject: Subject, parameters: Mapping[str, Any]) -> Answer:
    """All files together have not more than `most_bytes`."""
    total = sum(each.size for each in subject.contents.items)
    if total <= parameters["most_bytes"]:
        return Answer()
    largest = max(subject.contents.items, key=lambda each: each.size)
    message = f"the edition has {size(total)}; {size(parameters['most_bytes'])} is the limit"
    hint = f"the largest file is {largest.path}, {size(largest.size)}; divide the edition, or ask for more room"
    return one(codes.TOO_LARGE, Location(subject.shown(largest)), message, hint)


def _has(subject: Subject, pattern: str) -> bool:
    """Tell whether a file with such a name lies at the top, or in the folder of the documents."""
    edition = subject.edition
    tops = {".", PurePosixPath(os.path.relpath(edition.source, edition.root)).as_posix()}
    paths = (PurePosixPath(each.path) for each in subject.contents.items)
    return any(re.fullmatch(pattern, each.name.lower()) and each.parent.as_posix() in tops for each in paths)


def _top(subject: Subject) -> Location:
    root = subject.edition.root
    return Location((root / FILE if subject.edition.project else root).as_posix())
