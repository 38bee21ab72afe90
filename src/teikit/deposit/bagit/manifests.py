"""Manifests: a checksum and a path on each line (RFC 8493, §2.1.3 and §2.2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ALGORITHMS = ("sha256", "sha512")
"""What our own manifests hold."""

LENGTHS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
"""The algorithms that are read → how many hexadecimal digits their checksums have."""

_NAME = re.compile(r"(tag)?manifest-([A-Za-z0-9-]+)\.txt")
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(.+)", re.DOTALL)
_ENCODED = re.compile(r"%(25|0[AaDd])")
_ENCODED_BEFORE = re.compile(r"%(0[AaDd])")
_TO_ENCODE = re.compile(r"[%\r\n]")


class Line(NamedTuple):
    """One line of a manifest: its 1-based number, the checksum in lower case, the path; both '' where it is no line."""

    number: int
    checksum: str
    path: str


def name(algorithm: str, *, tag: bool = False) -> str:
    """Return the name of the manifest of an algorithm."""
    return f"{'tag' if tag else ''}manifest-{algorithm}.txt"


def algorithm_of(file: str) -> tuple[str, bool] | None:
    """Return a manifest's algorithm by its name, in lower case, and whether it is one of tag files; None if none."""
    found = _NAME.fullmatch(file)
    return (found.group(2).replace("-", "").lower(), bool(found.group(1))) if found else None


def text(lines: Iterable[tuple[str, str]]) -> str:
    """Return a manifest of pairs of path and checksum, sorted by path."""
    return "".join(f"{checksum}  {_TO_ENCODE.sub(_encode, path)}\n" for path, checksum in sorted(lines))


def lines(content: str, version: tuple[int, int]) -> Iterator[Line]:
    """Yield the lines of a manifest in a bag of some version; blank ones are left out.

    From 1.0 on, `%`, CR and LF in paths are percent-encoded; before, tools encoded CR and LF alone.
    """
    encoded = _ENCODED if version >= (1, 0) else _ENCODED_BEFORE
    for number, line in _numbered(content):
        found = _LINE.fullmatch(line)
        if not found:
            yield Line(number, "", "")
            continue
        # Programs such as sha256sum put a star before a file that they read as binary; bags before 1.0 have it.
        path = found.group(2).removeprefix("*") if version < (1, 0) else found.group(2)
        path = encoded.sub(lambda match: chr(int(match.group(1), 16)), path)
        yield Line(number, found.group(1).lower(), path.removeprefix("./"))


def _numbered(content: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers; a manifest may consist of line ends alone."""
    text = content.replace("\r\n", "\n").replace("\r", "\n")
    number, before = 1, 0
    for match in re.finditer(r"[^\n]+", text):
        number += text.count("\n", before, match.start())
        before = match.start()
        if not match.group().isspace():
            yield number, match.group()


def _encode(match: re.Match[str]) -> str:
    return f"%{ord(match.group()):02X}"
