"""Patterns of values: RELAX NG's regular expressions, which take linear time whatever the pattern."""

from __future__ import annotations

import re
from typing import Any

from xmlschema.validators import XsdPatternFacets

from teikit.rng.datatypes.errors import DatatypeError
from teikit.rng.datatypes.regex import Regex


class Pattern:
    """A regular expression of XML Schema, to be used where `xmlschema` has one of Python's."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._regex = Regex(pattern, "5th")

    def match(self, text: str) -> Pattern | None:
        """Return the pattern itself where the whole of a text matches it, else None."""
        return self if self._regex.matches(text) else None

    def __reduce__(self) -> tuple[type[Pattern], tuple[str]]:
        return Pattern, (self.pattern,)


class PatternFacets(XsdPatternFacets):
    """The patterns of one type. An expression that ours refuse and Python's allow is left to Python's."""

    __slots__ = ()

    def _parse_value(self, elem: Any) -> Any:
        theirs: re.Pattern[str] = super()._parse_value(elem)
        try:
            regex = Regex(elem.attrib.get("value", ""), "5th")
            regex.compile()
        except DatatypeError:
            return theirs
        return Pattern(regex.pattern)
