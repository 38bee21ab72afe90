"""What Saxon prints about errors and warnings, read into values."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(r" ?(?:(?:[A-Z][a-z]+ )?([Ee]rror)|(Warning))\b.* ")
_LINE = re.compile(r"\bon\s+line\s+(\d+)\b")
_BODY = re.compile(r"  (\S+)  (\S.*)")
_TRACE = re.compile(r"\s*(?:In |invoked |During |at |$)")


class Told(NamedTuple):
    """What Saxon says about one place: the line of the stylesheet (1-based), the code of the error, its words."""

    line: int
    code: str
    message: str


def told(kind: str, said: str) -> tuple[Told, ...]:
    """Return what is said of a kind, `Error` or `Warning`, each once: a head that ends with the place, then words."""
    found: dict[Told, None] = {}
    lines = said.splitlines()
    for index, line in enumerate(lines):
        head = _HEAD.match(line)
        if head is None or bool(head.group(2)) != (kind == "Warning"):
            continue
        body = next((at for at in range(index + 1, len(lines)) if _BODY.match(lines[at]) or _HEAD.match(lines[at])), 0)
        start = _BODY.match(lines[body]) if body else None
        numbers = _LINE.findall(" ".join(lines[index:body]))
        if start is None or not numbers:
            continue
        code, message = start.groups()
        found[Told(int(numbers[-1]), code, " ".join([message, *_continued(lines, body + 1)]))] = None
    return tuple(found)


def _continued(lines: list[str], start: int) -> list[str]:
    end = start
    while end < len(lines) and not _TRACE.match(lines[end]) and not _HEAD.match(lines[end]):
        end += 1
    return [line.strip() for line in lines[start:end]]
