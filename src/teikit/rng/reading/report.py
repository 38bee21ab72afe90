"""Faults while they are found: the open elements, where they stand, and the diagnostics in the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from teikit.diagnostics import Code, Diagnostic, Location, Related
from teikit.rng.reading import messages

if TYPE_CHECKING:
    from teikit.rng.automaton.states import State, Transition

SEPARATOR = "\x1f"
"""Between the parts of a name as expat gives it: a character that no XML document can hold."""

_TAG = re.compile(rb"<[^\s<>/]+")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=<>/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def plain(name: str) -> str:
    """Return a name that expat gives with its prefix as the automaton has it: `namespace local`, or `local`."""
    return " ".join(name.split(SEPARATOR, 2)[:2])


def written(name: str) -> str:
    """Return a name that expat gives with its prefix as it stands in the document."""
    parts = name.split(SEPARATOR)
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]


class Place(NamedTuple):
    """A file, and a 1-based line and column in it."""

    path: str
    line: int
    column: int


class Frame:
    """An open element.

    `state` is None inside an element that is passed over; `transition` is None where the parent goes on as if the
    element were not there. `language` is what `xml:lang` says that it is in, where XInclude is resolved.
    """

    __slots__ = (
        *("children", "had_child", "language", "name", "number", "parent", "place"),
        *("state", "text", "text_place", "transition", "written"),
    )

    def __init__(self, parent: Frame | None, name: str, place: Place) -> None:
        self.parent = parent
        self.name = plain(name)
        self.written = written(name)
        self.place = place
        self.state: State | None = None
        self.transition: Transition | None = None
        self.text: list[str] = []
        self.text_place: Place | None = None
        self.had_child = False
        self.language = ""
        self.children: Counter[str] = Counter()
        self.number = 1
        if parent is not None:
            parent.had_child = True
            parent.children[self.written] += 1
            self.number = parent.children[self.written]

    def path(self) -> str:
        """Return the path of the element; it is final only when the parents are closed and all siblings counted."""
        steps: list[str] = []
        frame = self
        while frame.parent is not None:
            alone = frame.parent.children[frame.written] == 1
            steps.append(frame.written if alone else f"{frame.written}[{frame.number}]")
            frame = frame.parent
        return "".join(f"/{step}" for step in reversed(steps))


class _Found(NamedTuple):
    code: Code
    place: Place
    length: int
    message: str
    hint: str | None
    frame: Frame
    attribute: str
    first: Place | None


class Report:
    """The faults of one document. `parser` is the expat parser that is at work, `path` the file that it reads."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.parser: Any = None
        self.advice = messages.Advice()
        self._found: list[_Found] = []
        self.given: frozenset[str] = frozenset()
        self._attributes: Sequence[str] = ()
        self._places: dict[str, tuple[Place, int]] | None = None

    def __len__(self) -> int:
        return len(self._found)

    def say(
        self,
        code: Code,
        frame: Frame,
        message: str,
        hint: str | None = None,
        *,
        attribute: str = "",
        place: Place | None = None,
        first: Place | None = None,
    ) -> None:
        """Note a fault at an element, at one attribute of the start-tag that is being read, or at another place.

        `first` is where the same thing stands first, for a doublet.
        """
        where, length = place or frame.place, 0
        if place is None:
            length = 1 + len(frame.written)
            if attribute:
                where, length = self.attribute_place(frame, attribute)
        self._found.append(_Found(code, where, length, message, hint or None, frame, attribute, first))

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield the faults, once the document has been read to its end."""
        for found in self._found:
            xpath = found.frame.path() + (f"/@{messages.shown(found.attribute)}" if found.attribute else "")
            related = (Related(Location(*found.first), "first used here"),) if found.first else ()
            place = Location(*found.place, xpath)
            yield Diagnostic.of(found.code, place, found.message, hint=found.hint, related=related, length=found.length)

    def here(self) -> Place:
        """Return where the event that is being handled begins."""
        return Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def begin_tag(self, attributes: Sequence[str]) -> None:
        """Take in the names of the attributes of the start-tag that is being handled, in the order of the document."""
        self._attributes = attributes
        self.given = frozenset(attributes)
        self._places = None

    def attribute_place(self, frame: Frame, name: str) -> tuple[Place, int]:
        """Return where an attribute of the start-tag that is being handled begins, and the length of its name.

        An attribute that comes out of the document's DTD is where the start-tag is.
        """
        return self._written_places(frame).get(name, (frame.place, 1 + len(frame.written)))

    def is_written(self, frame: Frame, name: str) -> bool:
        """Return whether an attribute of the start-tag that is being handled stands in it."""
        return name in self._written_places(frame)

    def _written_places(self, frame: Frame) -> dict[str, tuple[Place, int]]:
        if self._places is None:
            # What stands in an entity or in an ATTLIST is not in the tag.
            self._places = dict(zip(self._attributes, self._written_attributes(frame), strict=False))
        return self._places

    def _written_attributes(self, frame: Frame) -> Iterator[tuple[Place, int]]:
        tag = self.parser.GetInputContext() or b""
        name = _TAG.match(tag)
        if name is None:
            return
        known, line, column = 0, frame.place.line, frame.place.column
        position = name.end()
        while attribute := _ATTRIBUTE.match(tag, position):
            position = attribute.end()
            lines = _lines(tag[known : attribute.start(1)])
            column = len(lines[-1]) + (column if len(lines) == 1 else 1)
            line += len(lines) - 1
            known = attribute.start(1)
            word = attribute.group(1).decode("utf-8", "replace")
            if word != "xmlns" and not word.startswith("xmlns:"):
                yield Place(self.path, line, column), len(word)


def _lines(text: bytes) -> list[str]:
    return text.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
