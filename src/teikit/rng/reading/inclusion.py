"""XInclude in the diagnosing pass: the included part is read in the place of the `xi:include`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from teikit.diagnostics import DiagnosedError, TeikitError
from teikit.rng import codes
from teikit.rng.reading.report import Place
from teikit.rng.reading.xinclude import FALLBACK, Selection, target

if TYPE_CHECKING:
    from teikit.rng.reading.diagnose import Diagnosis


class _Open(NamedTuple):
    """An `xi:include` that has begun: where, and why its part could not be had (None where it was read)."""

    place: Place
    reason: str | None


class Inclusion:
    """The includes of one document. Inside an `xi:include` the events of the file come here and not to the owner."""

    def __init__(self, owner: Diagnosis, root: Path) -> None:
        self._owner = owner
        self._root = root
        self._files: tuple[Path, ...] = (Path(owner.report.path).resolve(),)
        self._open: list[_Open] = []
        self._depths: list[int] = []
        self._replaced: list[bool] = []

    def begin(self, attributes: list[str]) -> None:
        """Handle the start-tag of an `xi:include`: read what it means, and pass over what is inside it."""
        place = self._owner.report.here()
        reason = self._include(dict(zip(attributes[::2], attributes[1::2], strict=True)))
        self._open.append(_Open(place, reason))
        self._depths.append(0)
        self._replaced.append(False)
        self._listen(self._start, self._end, None)

    def leave_fallback(self) -> None:
        """Handle the end-tag of an `xi:fallback`."""
        self._listen(self._start, self._end, None)

    def _listen(self, start: Any, end: Any, characters: Any) -> None:
        parser = self._owner.report.parser
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters

    def _listen_as_owner(self) -> None:
        self._listen(self._owner.start, self._owner.end, self._owner.characters)

    def _start(self, name: str, attributes: list[str]) -> None:
        if self._depths[-1] == 0 and name == FALLBACK and self._open[-1].reason is not None:
            self._replaced[-1] = True
            self._listen_as_owner()
        else:
            self._depths[-1] += 1

    def _end(self, name: str) -> None:
        if self._depths[-1]:
            self._depths[-1] -= 1
            return
        self._depths.pop()
        place, reason = self._open.pop()
        if not self._replaced.pop() and reason is not None:
            message = f"the part to be included cannot be had: {reason}"
            self._owner.report.say(codes.INCLUDE_FAILED, self._owner.frame, message, _HINT, place=place)
        self._listen_as_owner()

    def _include(self, attributes: dict[str, str]) -> str | None:
        """Read the file; return None, or the reason why that cannot be done."""
        owner = self._owner
        meant = target(attributes, self._files[-1], self._root, self._files)
        if isinstance(meant, str):
            return meant
        from teikit.xml.limits import Limits
        from teikit.xml.scan import scan
        from teikit.xml.source import read_bytes, to_utf8

        shown = (Path(owner.report.path).parent / attributes.get("href", "")).as_posix()
        try:
            limits = Limits.from_environment()
            raw = read_bytes(str(meant.file), limits)
            if meant.is_text:
                owner.characters(raw.decode(attributes.get("encoding", "utf-8"), "replace"))
                return None
            data = to_utf8(raw, shown)
            scan(data, shown, limits)
        except DiagnosedError as error:
            return f"“{shown}” cannot be read: {error.diagnostics[0].message}"
        except (TeikitError, LookupError) as error:
            return str(error)
        return self._read(meant.file, shown, data, meant.pointer)

    def _read(self, file: Path, shown: str, data: bytes, pointer: str) -> str | None:
        owner = self._owner
        before = self._files
        self._files = (*before, file)
        if not pointer:
            owner.read(shown, data)
            self._files = before
            return None
        selection = Selection(pointer, owner)
        owner.read(shown, data, selection)
        self._files = before
        return None if selection.was_found else f"“{shown}” has no part “{pointer}”"


_HINT = "correct @href or @xpointer, or give the xi:include a fallback"
