"""The place in a document, and the start-tag that is being written there."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = r"[^\s=<>/\"'&]+"
_ATTRIBUTE = re.compile(rf"\s+({_NAME})\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_NAME_BEGUN = re.compile(rf"\s*|\s+({_NAME})\s*")
_VALUE_BEGUN = re.compile(rf"\s+({_NAME})\s*=\s*(?:([\"'])([^<]*))?")
_REST_OF_NAME = re.compile(r"[^\s=<>/\"'&]*(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))?")
_REST_OF_TAG = re.compile(rf"(?:{_ATTRIBUTE.pattern})*\s*/?>")
_LINE_END = re.compile("\r\n?|\n")


def offset_of(text: str, line: int, column: int) -> int:
    """Return the offset of a 1-based line and column; a place outside the text means the nearest one inside."""
    if line < 1:
        return 0
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    if line > len(starts):
        return len(text)
    end = _LINE_END.search(text, starts[line - 1])
    return min(starts[line - 1] + max(column, 1) - 1, end.start() if end else len(text))


def is_name(text: str) -> bool:
    """Return whether text looks like the name of an element or attribute."""
    return re.fullmatch(_NAME, text) is not None


class BegunTag(NamedTuple):
    """A start-tag that is being written: its name, the attributes that it has, and where in it the place is.

    `attribute` is the name of the attribute in whose value the place is, or ''; `typed` is what stands there before it.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    attribute: str
    typed: str

    def whole(self) -> str:
        """Return the tag as if it were complete, the attribute in question first, without a value."""
        own = [(self.attribute, '""')] if self.attribute else []
        others = dict(pair for pair in reversed(self.attributes) if pair[0] != self.attribute)
        return f"<{self.name}{''.join(f' {name}={value}' for name, value in (*own, *others.items()))}>"


def begun_tag(token: str, after: str) -> BegunTag | None:
    """Return what is known of a start-tag, of which `token` stands before the place; None where nothing may be here."""
    name = re.match(_NAME, token[1:])
    if name is None:
        return None
    at, found = 1 + name.end(), []
    while attribute := _ATTRIBUTE.match(token, at):
        found.append((attribute.group(1), attribute.group(2)))
        at = attribute.end()
    if begun := _NAME_BEGUN.fullmatch(token, at):
        rest = _REST_OF_NAME.sub("", after, 1) if begun.group(1) else f" {after}"
        return BegunTag(name.group(), (*found, *_following(rest)), "", "")
    if value := _VALUE_BEGUN.fullmatch(token, at):
        mark, typed = value.group(2) or "", value.group(3) or ""
        rest = after.partition(mark)[2] if mark else f" {after}"
        return BegunTag(name.group(), (*found, *_following(rest)), value.group(1), typed)
    return None


def _following(rest: str) -> list[tuple[str, str]]:
    """Return the attributes behind the place, if what stands there reads as the rest of a tag."""
    tag = _REST_OF_TAG.match(rest)
    return [(each.group(1), each.group(2)) for each in _ATTRIBUTE.finditer(tag.group())] if tag else []
