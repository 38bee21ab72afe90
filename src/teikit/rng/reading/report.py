"""Faults while they are found: the open elements, where they stand, and the diagnostics in the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from teikit.diagnostics import Code, Diagnostic, Location, Related
from teikit.rng.reading import messages

if TYPE_CHECKING:
    from teikit.rng.automaton.states import State, Transition

_XML = "http://www.w3.org/XML/1998/namespace "
_ATTRIBUTE = rb"""<[^\s<>/]+(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s+(%s)\s*="""


class Place(NamedTuple):
    """A file, and a 1-based line and column in it."""

    path: str
    line: int
    column: int


class Frame:
    """An open element.

    `state` is None inside an element that is passed over; `transition` is None where the parent goes on as if the
    element were not there.
    """

    __slots__ = (
        *("children", "had_child", "name", "number", "parent", "place"),
        *("state", "text", "text_place", "transition"),
    )

    def __init__(self, parent: Frame | None, name: str, place: Place) -> None:
        self.parent = parent
        self.name = name
        self.place = place
        self.state: State | None = None
        self.transition: Transition | None = None
        self.text: list[str] = []
        self.text_place: Place | None = None
        self.had_child = False
        self.children: Counter[str] = Counter()
        self.number = 1
        if parent is not None:
            word = messages.local(name)
            parent.had_child = True
            parent.children[word] += 1
            self.number = parent.children[word]

    def path(self) -> str:
        """Return the path of the element; it is final only when the parents are closed and all siblings counted."""
        if self.parent is None:
            return ""
        word = messages.local(self.name)
        alone = self.parent.children[word] == 1
        return f"{self.parent.path()}/{word}" + ("" if alone else f"[{self.number}]")


class _Found(NamedTuple):
    code: Code
    place: Place
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
        self._found: list[_Found] = []

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
        where = place or (self.attribute_place(frame, attribute) if attribute else frame.place)
        self._found.append(_Found(code, where, message, hint or None, frame, attribute, first))

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield the faults, once the document has been read to its end."""
        for found in self._found:
            xpath = found.frame.path() + (f"/@{messages.shown(found.attribute)}" if found.attribute else "")
            related = (Related(Location(*found.first), "first used here"),) if found.first else ()
            place = Location(*found.place, xpath)
            yield Diagnostic.of(found.code, place, found.message, hint=found.hint, related=related)

    def here(self) -> Place:
        """Return where the event that is being handled begins."""
        return Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def attribute_place(self, frame: Frame, name: str) -> Place:
        """Return where an attribute of the start-tag that is being handled begins, or where the tag does."""
        tag = self.parser.GetInputContext() or b""
        prefix = rb"xml:" if name.startswith(_XML) else rb"(?:[^\s=:]+:)?"
        found = re.match(_ATTRIBUTE % (prefix + re.escape(messages.local(name)).encode()), tag)
        if found is None:
            return frame.place
        before = tag[: found.start(1)].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        lines = before.split("\n")
        column = len(lines[-1]) + (frame.place.column if len(lines) == 1 else 1)
        return Place(self.path, frame.place.line + len(lines) - 1, column)
