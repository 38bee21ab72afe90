"""What a reader of headers keeps: where it reads, and what it finds wrong there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from teikit.dates import DateError
from teikit.deposit.metadata import codes
from teikit.deposit.metadata.header.dating import edtf_of
from teikit.deposit.metadata.model import Identifier
from teikit.deposit.metadata.vocabularies.identifiers import fault_of, shown
from teikit.diagnostics import Code, Diagnostic, Location

if TYPE_CHECKING:
    from lxml import etree

    from teikit.deposit.metadata.header.source import Source


class Notes:
    """One header that is being read, with the diagnostics so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self._told: set[tuple[Code, Location]] = set()

    def locate(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Return where an element of the header stands, or an attribute of it."""
        return self.source.locate(element, attribute)

    def tell(self, code: Code, place: Location, message: str, hint: str) -> None:
        """Keep a diagnostic, once for each place."""
        if (code, place) not in self._told:
            self._told.add((code, place))
            self.found.append(Diagnostic.of(code, place, message, hint=hint))

    def date(self, element: etree._Element) -> str:
        """Return the date of an element in EDTF, '' where it has none; say so where it is none."""
        try:
            return edtf_of(element)
        except DateError as error:
            hint = "write a day, a month or a year as 2026-11-25, 2026-11 or 2026"
            self.tell(codes.BAD_DATE, self.locate(element), f"{error.message}: it is left out", hint)
            return ""

    def sound(self, identifiers: Iterable[Identifier], element: etree._Element) -> tuple[Identifier, ...]:
        """Return identifiers without those that cannot be any, and say which; each once."""
        kept = []
        for each in dict.fromkeys(identifiers):
            fault = fault_of(each)
            if fault:
                message = f'the {shown(each.scheme)} "{each.value}" {fault}'
                self.tell(codes.BAD_IDENTIFIER, self.locate(element), message, "compare it with the authority's page")
            else:
                kept.append(each)
        return tuple(kept)
