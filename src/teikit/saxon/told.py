"""What Saxon prints about errors and warnings, read into values."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = re.compile(r" ?(?:(?:[A-Z][a-z]+ )?([Ee]rror)|(Warning))\b.* ")
_LINE = re.compile(r"\bon\s+line\s+(\d+)\b")
_CALLER = re.compile(r"\bon\s+line\s+(\d+)\b|#(\d+)$", re.MULTILINE)
_BODY = re.compile(r"  (\S+)  (\S.*)")
_TRACE = re.compile(r"\s*(?:In |invoked |During |at |$)")


class Told(NamedTuple):
    """What Saxon says about one place: the line of the stylesheet (1-based), the code of the error, its words.

    `trace` are the lines of what called it, the innermost first.
    """

    line: int
    code: str
    message: str
    trace: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """The line of the error and those of what called it."""
        return (self.line, *self.trace)


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
        more = _continued(lines, body + 1)
        trace = _called(lines, body + 1 + len(more))
        found[Told(int(numbers[-1]), code, " ".join([message, *more]), trace)] = None
    return tuple(found)


def _continued(lines: list[str], start: int) -> list[str]:
    end = start
    while end < len(lines) and not _TRACE.match(lines[end]) and not _HEAD.match(lines[end]):
        end += 1
    return [line.strip() for line in lines[start:end]]


def _called(lines: list[str], start: int) -> tuple[int, ...]:
    """Return the lines of the stylesheet that a stack trace names."""
    end = start
    while end < len(lines) and not _HEAD.match(lines[end]):
        end += 1
    return tuple(int(one or other) for one, other in _CALLER.findall("\n".join(lines[start:end])))
