"""From which line to which a node goes. Ours is the place where it starts; Jing's is where the tag ends."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>"""
    r"""|<(?P<close>/?)[^<>"'/!?][^<>"'/]*(?:(?:"[^"]*"|'[^']*'|/(?!>))[^<>"'/]*)*(?P<empty>/?)>""",
    re.DOTALL,
)


class Tag(NamedTuple):
    """A tag from `start` up to `end`; for a start-tag, the end of its whole element is `close`."""

    start: int
    end: int
    close: int


class Lines:
    """The tags of a well-formed document and their lines."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self._tags = _tags(self._text)

    def of(self, line: int, column: int, *, is_text: bool) -> tuple[int, int]:
        """Return the first and last line of the node at a place.

        A text ends with the tag that follows it, since only there can a streaming validator know that it is whole.
        An attribute ends with its tag.
        """
        offset = self._starts[line - 1] + column - 1
        for tag in self._tags:
            if tag.start == offset and not is_text:
                return line, self._line(tag.close)
            if tag.end > offset:
                return line, self._line(tag.end)
        return line, line

    def _line(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1


def _tags(text: str) -> list[Tag]:
    found: list[Tag] = []
    open_tags: list[int] = []
    for match in _TOKEN.finditer(text):
        if match["empty"] is None:
            continue
        if match["close"]:
            begun = open_tags.pop()
            found[begun] = found[begun]._replace(close=match.end())
        elif not match["empty"]:
            open_tags.append(len(found))
        found.append(Tag(match.start(), match.end(), match.end()))
    return found
