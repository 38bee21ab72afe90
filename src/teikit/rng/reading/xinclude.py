"""XInclude 1.0, as far as validation needs it: which file an `xi:include` means, and which part of it.

Only files below one folder are included, whatever a document asks for. XPointers are the shorthand form and the
`element()` scheme.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from teikit.rng.reading.diagnose import Diagnosis

INCLUDE = "http://www.w3.org/2001/XInclude include"
FALLBACK = "http://www.w3.org/2001/XInclude fallback"
DEEPEST = 40
"""How many files may include each other in a chain."""

_ELEMENT = re.compile(r"element\(\s*([^\s/()]*)((?:/[1-9][0-9]*)*)\s*\)\Z")
_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")


class Target(NamedTuple):
    """What an include means: a file, and the pointer into it ('' for all of it)."""

    file: Path
    pointer: str
    is_text: bool


def target(attributes: dict[str, str], here: Path, root: Path, open_files: tuple[Path, ...]) -> Target | str:
    """Return what an `xi:include` in the file `here` means, or the reason why it cannot be had, in words."""
    parts = urlsplit(attributes.get("href", "").strip())
    if parts.scheme not in ("", "file") or parts.netloc:
        return "its address is on the network"
    file = (here.parent / unquote(parts.path)).resolve() if parts.path else here.resolve()
    if not file.is_relative_to(root.resolve()):
        return f"“{parts.path}” is outside of the project"
    if not file.is_file():
        return f"there is no file “{parts.path}”"
    is_text = attributes.get("parse", "xml") == "text"
    if not is_text and (file in open_files or len(open_files) > DEEPEST):
        return f"“{parts.path or here.name}” includes itself"
    pointer = attributes.get("xpointer", parts.fragment)
    if pointer and not (_ELEMENT.match(pointer) or _NAME.match(pointer)):
        return f"the XPointer “{pointer}” is neither an id nor element()"
    return Target(file, pointer, is_text)


class Selection:
    """Passes on the events of the part of a document that a pointer means.

    While the part is being read, the owner handles the events itself.
    """

    def __init__(self, pointer: str, owner: Diagnosis) -> None:
        found = _ELEMENT.match(pointer)
        self._id = found.group(1) if found else pointer
        steps = found.group(2) if found else ""
        self._steps = [int(step) for step in steps.split("/")[1:]]
        self._owner = owner
        self._counts = [0]
        self._base: int | None = None if self._id else 0
        self._chosen: int | None = None
        self.was_found = False

    def start(self, name: str, attributes: list[str]) -> None:
        """Handle a start-tag."""
        self._counts[-1] += 1
        self._counts.append(0)
        depth = len(self._counts) - 1
        if self._chosen is None and not self.was_found:
            if self._id and self._base is None and _xml_id(attributes) == self._id:
                self._base = depth
            if self._base is not None and self._here() == self._steps:
                self._chosen = depth
                self.was_found = True
        if self._chosen is not None:
            self._owner.report.parser.CharacterDataHandler = self._owner.characters
            self._owner.start(name, attributes)

    def _here(self) -> list[int]:
        """Return the child numbers from the base down to the element that has just begun."""
        return self._counts[self._base : -1] if self._base is not None else []

    def end(self, name: str) -> None:
        """Handle an end-tag."""
        if self._chosen is not None:
            self._owner.end(name)
            if self._chosen == len(self._counts) - 1:
                self._chosen = None
                self._owner.report.parser.CharacterDataHandler = None
        self._counts.pop()
        if self._base is not None and self._id and len(self._counts) - 1 < self._base and not self.was_found:
            self._base = None


def _xml_id(attributes: list[str]) -> str:
    names = attributes[::2]
    name = "http://www.w3.org/XML/1998/namespace id"
    return attributes[2 * names.index(name) + 1].strip() if name in names else ""
