"""XInclude in the diagnosing pass: the included part is read in the place of the `xi:include`."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from teikit.diagnostics import DiagnosedError, TeikitError
from teikit.rng import codes
from teikit.rng.reading.report import SEPARATOR, Frame, Place, plain, written
from teikit.rng.reading.xinclude import (
    BASE,
    FALLBACK,
    LANG,
    XINCLUDE,
    Failure,
    Selection,
    Target,
    own_language,
    shown_path,
    target,
)

if TYPE_CHECKING:
    from teikit.rng.reading.diagnose import Diagnosis
    from teikit.xml.limits import Limits

MOST = 10_000
"""How many parts one document may include in all; their bytes are bounded as those of one file are."""

_HINT = "correct @href or @xpointer, or give the xi:include a fallback"


class _Open:
    """An `xi:include` that has begun: where, and why its part could not be had (None where it was read).

    `depth` counts the elements that are open inside it and passed over, `language` is the one that it is in.
    """

    __slots__ = ("depth", "failure", "has_fallback", "language", "place")

    def __init__(self, place: Place, failure: Failure | None, language: str) -> None:
        self.place = place
        self.failure = failure
        self.language = language
        self.depth = 0
        self.has_fallback = False


class Inclusion:
    """The includes of one document. Inside an `xi:include` the events of the file come here and not to the owner."""

    def __init__(self, owner: Diagnosis, root: Path) -> None:
        self._owner = owner
        self._root = root
        self._files: tuple[Path, ...] = (Path(owner.report.path).resolve(),)
        self._open: list[_Open] = []
        self._base: str | None = None
        self._count = 0
        self._size = 0
        self._languages: list[tuple[Frame, str]] = []
        self.fallbacks: list[Frame] = []

    def begin(self, written: list[str]) -> None:
        """Handle the start-tag of an `xi:include`: read what it means, and pass over what is inside it."""
        place, language = self._owner.report.here(), own_language(written, self._around())
        attributes = {plain(name): value for name, value in zip(written[::2], written[1::2], strict=True)}
        self._open.append(_Open(place, self._include(attributes), language))
        self._listen()

    def is_fallback(self, name: str, frame: Frame) -> bool:
        """Tell whether an end-tag is that of the `xi:fallback` that is being read."""
        return bool(self.fallbacks) and self.fallbacks[-1] is frame and plain(name) == FALLBACK

    def leave_fallback(self) -> None:
        """Handle the end-tag of an `xi:fallback`."""
        self.fallbacks.pop()
        self._languages.pop()
        self._listen()

    def fixed_up(self, attributes: list[str]) -> list[str]:
        """Return the attributes of a start-tag; the first of an included part has `xml:base` (§4.5.5).

        An element that comes to stand in another language than its own has `xml:lang` (§4.5.6).
        """
        base, self._base = self._base, None
        if base is not None and all(plain(name) != BASE for name in attributes[::2]):
            attributes = [*attributes, BASE.replace(" ", SEPARATOR), base]
        language = own_language(attributes, self._around())
        is_same = language.lower() == self._owner.frame.language.lower()
        if is_same or any(plain(name) == LANG for name in attributes[::2]):
            return attributes
        return [*attributes, LANG.replace(" ", SEPARATOR), language]

    def stand_in(self, language: str) -> None:
        """Take in the language of what is around the selected part in the file that is being included."""
        self._languages[-1] = (self._owner.frame, language)

    def _around(self) -> str:
        """Return the language around the tag that is being read, in its own file or fallback."""
        frame = self._owner.frame
        return self._languages[-1][1] if self._languages and self._languages[-1][0] is frame else frame.language

    def _listen(self) -> None:
        parser: Any = self._owner.report.parser
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: list[str]) -> None:
        """Handle a start-tag inside an `xi:include`: one fallback may be there, and nothing else of XInclude (§3.1)."""
        include, kind = self._open[-1], plain(name)
        if include.depth or not kind.startswith(f"{XINCLUDE} "):
            include.depth += 1
            return
        failure = include.failure
        if kind != FALLBACK or include.has_fallback:
            what = "a second" if kind == FALLBACK else "no"
            include.failure = Failure(
                f"“{written(name)}” is {what} fallback", "keep one xi:fallback in it", is_fatal=True
            )
        elif failure is not None and not failure.is_fatal:
            include.has_fallback, include.failure = True, None
            self.fallbacks.append(self._owner.frame)
            self._languages.append((self._owner.frame, own_language(attributes, include.language)))
            self._owner.listen()
            return
        include.has_fallback = include.has_fallback or kind == FALLBACK
        include.depth += 1

    def _end(self, name: str) -> None:
        if self._open[-1].depth:
            self._open[-1].depth -= 1
            return
        place, failure = self._open[-1].place, self._open.pop().failure
        if failure is not None:
            message = f"the part to be included cannot be had: {failure.reason}"
            self._owner.report.say(codes.INCLUDE_FAILED, self._owner.frame, message, failure.hint or _HINT, place=place)
        self._owner.resume()

    def _include(self, attributes: dict[str, str]) -> Failure | None:
        """Read the file; return None, or the reason why that cannot be done."""
        from teikit.xml.limits import Limits

        limits = Limits.from_environment()
        meant = target(attributes, self._files[-1], self._root, self._files)
        if isinstance(meant, Failure):
            return meant
        shown = shown_path(attributes, self._owner.report.path)
        try:
            return self._read(meant, shown, self._bytes(meant, limits), attributes, limits)
        except DiagnosedError as error:
            found = error.diagnostics[0]
            place = f"{found.location.path}:{found.location.line}:{found.location.column}"
            return Failure(f"{place}: {found.message}", found.hint, is_fatal=True)
        except TeikitError as error:
            return Failure(str(error), error.hint, is_fatal=False)

    def _bytes(self, meant: Target, limits: Limits) -> bytes:
        from teikit.xml.source import read_bytes

        raw = read_bytes(str(meant.file), limits)
        self._count += 1
        self._size += len(raw)
        if self._count > MOST or self._size > limits.size:
            raise TeikitError("the document includes too much", hint="validate its parts one by one")
        return raw

    def _read(
        self, meant: Target, shown: str, raw: bytes, attributes: dict[str, str], limits: Limits
    ) -> Failure | None:
        from teikit.xml.scan import scan
        from teikit.xml.source import to_utf8

        owner = self._owner
        if meant.is_text:
            encoding = attributes.get("encoding", "utf-8")
            try:
                text = raw.decode(encoding)
            except (LookupError, ValueError):
                return Failure(f"“{shown}” is not text in {encoding.upper()}", "give its encoding in @encoding", True)
            owner.characters(text, owner.report.here())
            return None
        data = to_utf8(raw, shown)
        scan(data, shown, limits)
        before = self._files
        self._files = (*before, meant.file)
        self._languages.append((owner.frame, ""))
        selections = [Selection(pointer, owner) for pointer in meant.pointers]
        for selection in selections or (None,):
            # §4.5.5: what comes from another file than the element around it says so.
            self._base = quote(posixpath.relpath(shown, posixpath.dirname(owner.report.path) or "."))
            owner.read(shown, data, selection)
            if selection is None or selection.was_found:
                break
        self._base, self._files = None, before
        self._languages.pop()
        if selection is None or selection.was_found:
            return None
        return Failure(f"“{shown}” has no part “{attributes['xpointer'][:80]}”")
