"""XInclude 1.0, as far as validation needs it: which file an `xi:include` means, and which part of it.

Only files below one folder are included, whatever a document asks for. XPointers are the shorthand form and the
`element()` scheme; parts of a pointer in other schemes are passed over (XPointer Framework, §3.3).
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from teikit.rng.reading.report import plain
from teikit.xml.names import WHITE_SPACE

if TYPE_CHECKING:
    from teikit.rng.reading.diagnose import Diagnosis
    from teikit.rng.reading.report import Frame

XINCLUDE = "http://www.w3.org/2001/XInclude"
INCLUDE = f"{XINCLUDE} include"
FALLBACK = f"{XINCLUDE} fallback"
BASE = "http://www.w3.org/XML/1998/namespace base"
LANG = "http://www.w3.org/XML/1998/namespace lang"
DEEPEST = 40
"""How many files may include each other in a chain."""

_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_ELEMENT = re.compile(r"(?:[^\W\d][\w.\-]*)?(?:/[1-9][0-9]*)*\Z")
_SCHEME = re.compile(r"[^\W\d][\w.\-:]*\(")
_IN_DATA = re.compile(r"\^[\^()]|[^\^]")


class Target(NamedTuple):
    """What an include means: a file, and the pointers into it, of which the first that leads somewhere counts.

    A pointer is what the `element()` scheme has in parentheses. Without any, all of the file is meant.
    """

    file: Path
    pointers: tuple[str, ...]
    is_text: bool


class Failure(NamedTuple):
    """Why a part cannot be had, in words, and the way out; where it is fatal (§4.2), a fallback does not help."""

    reason: str
    hint: str | None = None
    is_fatal: bool = False


def pointers(text: str) -> tuple[str, ...]:
    """Return the pointers of an XPointer that are understood, in their order; none where it is not an XPointer.

    Between parts may be white space; in a part, parentheses are balanced or escaped by `^` (XPointer Framework, §3.1).
    """
    if _NAME.match(text):
        return (text,)
    found = []
    at = 0
    while scheme := _SCHEME.match(text, at):
        depth, start, at = 1, scheme.end(), scheme.end()
        while depth and (unit := _IN_DATA.match(text, at)):
            depth += {"(": 1, ")": -1}.get(unit.group(), 0)
            at = unit.end()
        if depth:
            return ()
        if scheme.group() == "element(":
            found.append(text[start : at - 1])
        at += len(text[at:]) - len(text[at:].lstrip(WHITE_SPACE))
    return tuple(found) if at == len(text) and all(each and _ELEMENT.match(each) for each in found) else ()


def target(attributes: dict[str, str], here: Path, root: Path, open_files: tuple[Path, ...]) -> Target | Failure:
    """Return what an `xi:include` in the file `here` means, or the reason why it cannot be had."""
    href, parse = attributes.get("href", ""), attributes.get("parse", "xml")
    fault = _faulty(attributes, href, parse)
    if fault:
        return fault
    try:
        parts = urlsplit(href)
        file = (here.parent / unquote(parts.path)).resolve() if parts.path else here.resolve()
        is_file = file.is_file()
    except (OSError, ValueError, RuntimeError):
        return Failure(f"“{href[:80]}” is not a path", is_fatal=True)
    if parts.scheme not in ("", "file") or parts.netloc:
        return Failure("its address is on the network, and teikit fetches nothing while it validates")
    if not file.is_relative_to(root.resolve()):
        return Failure(f"“{parts.path}” is outside of the project")
    if not is_file:
        return Failure(f"there is no file “{parts.path}”")
    if parse == "text":
        return Target(file, (), is_text=True)
    if file in open_files or len(open_files) > DEEPEST:
        return Failure(f"“{parts.path or here.name}” includes itself", "take the include out", is_fatal=True)
    pointer = attributes.get("xpointer", "")
    understood = pointers(pointer)
    if pointer and not understood:
        return Failure(f"the XPointer “{pointer[:80]}” is neither an id nor element()")
    return Target(file, understood, is_text=False)


def _faulty(attributes: dict[str, str], href: str, parse: str) -> Failure | None:
    """Return which attribute may not be so, whatever there is to be included (§3.1)."""
    if "#" in href:
        return Failure(f"“{href[:80]}” has a fragment", "say which part is meant in @xpointer", is_fatal=True)
    if parse not in ("xml", "text"):
        return Failure(f"it is to be read as “{parse}”", "@parse is “xml” or “text”", is_fatal=True)
    if not all(" " <= each <= "~" for name in ("accept", "accept-language") for each in attributes.get(name, "")):
        return Failure("@accept and @accept-language are for ASCII only", "leave them out", is_fatal=True)
    return None


def shown_path(attributes: dict[str, str], path: str) -> str:
    """Return how the file that an include in the file `path` means is called in diagnostics."""
    below = unquote(urlsplit(attributes.get("href", "")).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), below)) if below else path


class Selection:
    """Finds the part of a document that a pointer means; while that is being read, its owner handles the events."""

    def __init__(self, pointer: str, owner: Diagnosis) -> None:
        self._id, *steps = pointer.split("/")
        self._steps = [int(step) for step in steps]
        self._owner = owner
        self._counts = [0]
        self._languages = [""]
        self._base: int | None = None if self._id else 0
        self._outside: tuple[Frame, int] | None = None
        self.was_found = False

    def listen(self) -> None:
        """Take the events of the parser that is at work."""
        parser = self._owner.report.parser
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: list[str]) -> None:
        self._counts[-1] += 1
        self._counts.append(0)
        if self.was_found:
            return
        if self._id and self._base is None and _xml_id(attributes) == self._id:
            self._base = len(self._counts) - 1
        if self._base is not None and self._counts[self._base : -1] == self._steps:
            self.was_found = True
            self._outside = (self._owner.frame, self._owner.open_fallbacks())
            if self._owner.inclusion is not None:
                self._owner.inclusion.stand_in(self._languages[-1])
            self._owner.listen()
            self._owner.start(name, attributes)
            return
        self._languages.append(own_language(attributes, self._languages[-1]))

    def is_over(self) -> bool:
        """Tell whether the part has been read to its end."""
        return self._outside == (self._owner.frame, self._owner.open_fallbacks())

    def go_on(self) -> None:
        """Listen again, after the part."""
        self._outside = None
        self._counts.pop()
        self.listen()

    def _end(self, name: str) -> None:
        self._counts.pop()
        if not self.was_found:
            self._languages.pop()
        if self._base is not None and self._id and len(self._counts) - 1 < self._base:
            self._base = None


def own_language(attributes: list[str], around: str) -> str:
    """Return the language of an element: what `xml:lang` says, else that of what is around it."""
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if plain(name) == LANG:
            return value
    return around


def _xml_id(attributes: list[str]) -> str:
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if plain(name) == "http://www.w3.org/XML/1998/namespace id":
            return value.strip()
    return ""
