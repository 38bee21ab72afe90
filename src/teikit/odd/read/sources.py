"""Where specifications come from: the TEI itself, another customization, a file of specification groups.

No network is touched: `tei:4.9.0` and addresses in the web stand for the file that the user names.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.odd import codes
from teikit.odd.model import Origin
from teikit.xml import Document, load

_HINT_TEI = "give the file p5subset.xml of that release with --tei-source FILE"


class Sources:
    """Loads each file once; `tei_source` is the file that stands for the TEI, or None."""

    def __init__(self, tei_source: str | Path | None, diagnostics: list[Diagnostic]) -> None:
        self.tei_source = tei_source
        self.diagnostics = diagnostics
        self._documents: dict[Path, Document] = {}

    def document(self, path: str | Path) -> Document:
        """Load a file; raises `DocumentError` or `TeikitError` where it cannot be read."""
        key = Path(path).resolve()
        if key not in self._documents:
            self._documents[key] = load(path)
        return self._documents[key]

    def source(self, address: str | None, origin: Origin, attribute: str = "source") -> Document | None:
        """Load what `@source` names, the TEI where it is absent; None (and a diagnostic) where there is nothing."""
        path: str | Path | None
        if address is None or urlsplit(address).scheme in ("tei", "http", "https"):
            path = self.tei_source
            if path is None:
                what = f"the source {address}" if address else "the TEI itself (there is no @source)"
                self._missing(origin, f"{what} is not at hand", _HINT_TEI, attribute if address else None)
                return None
            return self.document(path)
        return self.file(address, origin, attribute)

    def file(self, address: str, origin: Origin, attribute: str) -> Document | None:
        """Load a file named by a reference relative to the ODD that names it."""
        path = local_path(address, origin)
        if path is None or not path.is_file():
            hint = "check the path, which is relative to the ODD"
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


def local_path(address: str, origin: Origin) -> Path | None:
    """Return the file that a reference in an ODD means, or None where it is no file."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "file") or not parts.path:
        return None
    return Path(origin.document.path).parent / unquote(parts.path)
