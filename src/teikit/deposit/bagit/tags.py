"""The tag files `bagit.txt` and `bag-info.txt` (RFC 8493, §2.1.1 and §2.2.2)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""What `bagit.txt` says in our own packages."""

_DECLARATION = re.compile(
    r"BagIt-Version:[ \t]*([0-9]{1,3})\.([0-9]{1,3})[ \t]*\r?\n"
    r"Tag-File-Character-Encoding:[ \t]*([A-Za-z0-9._:-]{1,40})[ \t]*(?:\r?\n)*"
)
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii", "utf-16": "utf-16", "iso-8859-1": "latin-1"}


class Declaration(NamedTuple):
    """What `bagit.txt` declares: the version of BagIt, and Python's name for the encoding of the tag files."""

    version: tuple[int, int]
    encoding: str


def declaration(data: bytes) -> Declaration | None:
    """Read `bagit.txt`, or return None where it is not as the standard wants it."""
    try:
        found = _DECLARATION.fullmatch(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    encoding = _CODECS.get(found.group(3).lower()) if found else None
    return Declaration((int(found.group(1)), int(found.group(2))), encoding) if found and encoding else None


def info_text(tags: Iterable[tuple[str, str]]) -> str:
    """Return `bag-info.txt`: a tag a line, in order; tags without a value are left out, line ends become spaces."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in tags if value.strip())


def read_info(content: str) -> Iterator[tuple[int, str, str]]:
    """Yield each tag of `bag-info.txt`: the 1-based line it begins on, its label, its value.

    A line that begins with white space continues the one before. A line that is no tag has an empty label.
    """
    number, label, parts = 0, "", list[str]()
    for here, ended in enumerate(io.StringIO(content, newline=None), 1):
        line = ended.rstrip("\n")
        if line[:1] in (" ", "\t") and number:
            parts.append(line.strip())
            continue
        if number:
            yield number, label, " ".join(parts)
            number = 0
        if not line.strip():
            continue
        before, colon, value = line.partition(":")
        number, label, parts = here, before.strip() if colon else "", [value.strip()]
    if number:
        yield number, label, " ".join(parts)
