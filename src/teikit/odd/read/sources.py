"""Where specifications come from: the TEI itself, another customization, a file of specification groups.

No network is touched: `tei:4.9.0` and addresses in the web stand for the file that the user names, or for what an XML
catalog or the offline store has under them.
"""

from __future__ import annotations

from pathlib import Path

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.odd import codes
from teikit.odd.model import Origin
from teikit.resolve import Resolver
from teikit.resolve.store.addresses import is_tei_source
from teikit.resolve.uris import scheme
from teikit.xml import Document, load

CURRENT = "tei:current"
"""What an ODD without `@source` is a customization of."""

_HINT_TEI = "get it once with “teikit schema fetch {}”, or give p5subset.xml of that release with --tei-source FILE"

_HINT_PATH = "check the path, which is relative to the ODD"
_REMOTE = ("tei", "http", "https")


class Sources:
    """Loads each file once; `tei_source` is the file that stands for the TEI, or None; `resolver` finds the others."""

    def __init__(
        self, tei_source: str | Path | None, diagnostics: list[Diagnostic], resolver: Resolver | None = None
    ) -> None:
        self.tei_source = tei_source
        self.diagnostics = diagnostics
        self.resolver = resolver or Resolver.of_user()
        self._documents: dict[Path, Document] = {}

    def document(self, path: str | Path) -> Document:
        """Load a file; raises `DocumentError` or `TeikitError` where it cannot be read."""
        key = Path(path).resolve()
        if key not in self._documents:
            self._documents[key] = load(path)
        return self._documents[key]

    def source(self, address: str | None, origin: Origin, attribute: str = "source") -> Document | None:
        """Load what `@source` names, the TEI where it is absent; None (and a diagnostic) where there is nothing."""
        if address is not None and scheme(address) not in _REMOTE:
            return self.file(address, origin, attribute)
        path = self._at_hand(address or CURRENT)
        if path is None:
            what = f"the source {address}" if address else "the TEI itself (there is no @source)"
            hint = _HINT_TEI.format(address or CURRENT)
            self._missing(origin, f"{what} is not at hand", hint, attribute if address else None)
            return None
        return self.document(path)

    def _at_hand(self, address: str) -> str | Path | None:
        """Return the file for an address: for the TEI's own sources the given one first, for others last."""
        if self.tei_source is not None and is_tei_source(address):
            return self.tei_source
        return self.resolver.locate(address) or self.tei_source

    def file(self, address: str, origin: Origin, attribute: str) -> Document | None:
        """Load a file named by a reference relative to the ODD that names it."""
        path = self.resolver.locate(address, Path(origin.document.path)) if address else None
        if path is None:
            remote = scheme(address) in _REMOTE
            hint = f"get it once with “teikit schema fetch {address}”" if remote else _HINT_PATH
            self._missing(origin, f"there is no file “{address}”", hint, attribute)
            return None
        try:
            return self.document(path)
        except TeikitError as error:
            self._missing(origin, f"“{address}” cannot be read: {error.message}", error.hint, attribute)
            return None

    def _missing(self, origin: Origin, message: str, hint: str | None, attribute: str | None) -> None:
        place = origin.locate(attribute)
        self.diagnostics.append(Diagnostic.of(codes.SOURCE_NOT_FOUND, place, message, hint=hint))
