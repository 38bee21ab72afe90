"""What a schema becomes: a stylesheet, and what is needed to read its results. It can be kept on disk."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

OWN = "urn:x-teikit:schematron"
"""The namespace of what is ours in a stylesheet."""
FILES = f"{{{OWN}}}files"
"""The parameter that holds the documents that rules ask for."""
NEEDED = "teikit-needs:"
"""What the error of a rule says that asks for a document that it was not given, before the URI."""
Place = tuple[str, int, int]
"""Path, line, column: where something stands in a file of the schema."""


class Options(NamedTuple):
    """`without` are the numbers of what is left out; `trace` reports rules that fire; `careful` catches errors."""

    without: frozenset[int] = frozenset()
    trace: bool = False
    careful: bool = False


class Entry(NamedTuple):
    """An assertion, as reports need it. `pattern` and `rule` are indexes; `attributes` as they are written."""

    kind: str
    test: str
    attributes: dict[str, str]
    texts: tuple[dict[str, str], ...]
    properties: tuple[dict[str, str], ...]
    pattern: int
    rule: int
    place: Place


class FiredRule(NamedTuple):
    """A rule, as SVRL needs it."""

    context: str
    attributes: dict[str, str]
    pattern: int
    place: Place


class Part(NamedTuple):
    """What a line of the stylesheet holds: the number of an expression, its text, its place, what it is."""

    number: int
    text: str
    place: Place
    what: str


class Program(NamedTuple):
    """A transpiled schema.

    `patterns` are the attributes of the patterns; `starts` are the lines of the stylesheet at which `parts` begin.
    `needs_files` says that rules ask for other documents.
    """

    stylesheet: str
    attributes: dict[str, str]
    title: str
    phase: str
    namespaces: dict[str, str]
    patterns: tuple[dict[str, str], ...]
    rules: tuple[FiredRule, ...]
    entries: tuple[Entry, ...]
    starts: tuple[int, ...]
    parts: tuple[Part, ...]
    needs_files: bool

    def part_at(self, line: int) -> Part | None:
        """Return what stands on a line of the stylesheet (1-based), or None."""
        at = bisect_right(self.starts, line) - 1
        part = self.parts[at] if at >= 0 else None
        return part if part and part.number else None


def to_plain(program: Program) -> tuple[object, ...]:
    """Return a program in plain tuples, dicts and strings, as `marshal` takes them."""
    return tuple(
        tuple(tuple(each) if isinstance(each, (Entry, FiredRule, Part)) else each for each in value)
        if isinstance(value, tuple)
        else value
        for value in program
    )


def from_plain(plain: tuple[object, ...]) -> Program:
    """Return the program that `to_plain` made plain."""
    program = Program(*plain)  # type: ignore[arg-type]
    return program._replace(
        rules=tuple(FiredRule(*each) for each in program.rules),
        entries=tuple(Entry(*each) for each in program.entries),
        parts=tuple(Part(*each) for each in program.parts),
    )
