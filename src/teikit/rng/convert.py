"""A schema in the other syntax, with all the files that it includes.

Every file of the schema is read and written anew, so that the result stands alone: a file at or below the folder of the
schema keeps its place below the folder of the result, any other goes into that folder; names get the ending of their
syntax, and the references between them follow. A file that already is in that syntax, in that place, is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from teikit.diagnostics import Diagnostic, SchemaError, TeikitError
from teikit.rng import schema_codes as codes
from teikit.rng.grammar.schema_files import Files, href
from teikit.rng.syntax import Node, parsed, to_compact, to_xml
from teikit.rng.syntax.node import XML
from teikit.xml.limits import Limits
from teikit.xml.source import read_bytes

WRITERS = {".rng": to_xml, ".rnc": to_compact}
"""What writes a syntax, by the ending of its files."""


class Converted(NamedTuple):
    """One file of the result: its path and its text."""

    path: Path
    text: str


class _File(NamedTuple):
    path: str
    target: Path
    root: Node


def convert(path: str, target: str) -> list[Converted]:
    """Return the schema in a file and all files that it includes, in the syntax that the ending of `target` says.

    The first is the schema itself. Only the syntax is checked, so that a part of a schema can be converted by itself.
    Raises `SchemaError` with all diagnostics where one of them cannot be read, `TeikitError` where there is no such
    file.
    """
    return _Conversion(path, Path(target)).run()


class _Conversion:
    def __init__(self, path: str, target: Path) -> None:
        self.limits = Limits.from_environment()
        self.faults: list[Diagnostic] = []
        self.locating = Files(self.faults, "5th", self.limits)
        self.first = path
        self.suffix = target.suffix.lower()
        self.inside = os.path.dirname(os.path.realpath(path))  # noqa: PTH120 - realpath of a file that may be gone
        self.folder = target.parent
        self.targets = {os.path.realpath(path): target}

    def run(self) -> list[Converted]:
        waiting = [(self.first, read_bytes(self.first, self.limits))]
        found: list[_File] = []
        while waiting:
            path, data = waiting.pop()
            try:
                root = parsed(path, data, self.limits)
            except SchemaError as error:
                self.faults.extend(error.diagnostics)
                continue
            found.append(_File(path, self.targets[os.path.realpath(path)], root))
            waiting.extend(self.referred(found[-1]))
        if self.faults:
            raise SchemaError(sorted(set(self.faults), key=lambda each: each.sort_key))
        write = WRITERS[self.suffix]
        return [Converted(file.target, write(file.root)) for file in found]

    def referred(self, file: _File) -> Iterator[tuple[str, bytes]]:
        """Let the references of a file lead to the results; yield those files that are met for the first time."""
        for node, base in _based(file.root):
            if "href" not in node.attributes:
                continue
            href(self.locating, node, base)
            path = node.attributes["href"]
            if not path:
                continue
            real = os.path.realpath(path)
            if real not in self.targets:
                try:
                    data = read_bytes(path, self.limits)
                except TeikitError as error:
                    self.locating.fault(codes.SCHEMA_FILE_MISSING, node, error.message, error.hint)
                    continue
                self.targets[real] = self.place(real)
                if os.path.realpath(self.targets[real]) != real:
                    yield path, data
            between = os.path.relpath(self.targets[real], file.target.parent)
            node.attributes["href"] = quote(Path(between).as_posix())

    def place(self, real: str) -> Path:
        """Return where the result of an included file goes: a path of its own inside the folder of the schema's."""
        try:
            below = PurePosixPath(Path(os.path.relpath(real, self.inside)).as_posix())
        except ValueError:
            below = PurePosixPath("..")
        if ".." in below.parts:
            below = PurePosixPath(Path(real).name)
        stem = below.stem if below.suffix.lower() in (*WRITERS, ".xml") else below.name
        taken = {os.path.realpath(each) for each in self.targets.values()}
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}-{number}"
            target = self.folder / below.parent / f"{name}{self.suffix}"
            if os.path.realpath(target) not in taken:
                return target
            number += 1


def _based(root: Node) -> Iterator[tuple[Node, str]]:
    """Yield all nodes with the base URI that they inherit (§4.5), and take `xml:base` away: it has done its work."""
    from urllib.parse import urljoin

    waiting = [(root, "")]
    while waiting:
        node, base = waiting.pop()
        given = (node.foreign or {}).pop(f"{XML} base", None)
        if given is not None:
            base = urljoin(base, given) if base else given
        yield node, base
        waiting.extend((child, base) for child in reversed(node.children))
