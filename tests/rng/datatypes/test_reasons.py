"""Reasons: every type and facet has one for what it refuses, and it is the right one."""

from __future__ import annotations

import pytest
from tests.rng.datatypes.verdicts import SCOPE

from teikit.rng.datatypes import XSD, datatype
from teikit.rng.datatypes.facets import FACETS
from teikit.rng.datatypes.reasons import reason
from teikit.rng.datatypes.types import TYPES

ANY_TEXT = {"string", "normalizedString", "token", "anyAtomicType", "untypedAtomic"}


def test_every_type_has_a_reason() -> None:
    for name in TYPES.keys() - ANY_TEXT:
        refused = "%" if name != "base64Binary" else "a"
        assert reason(datatype(XSD, name), refused, SCOPE).startswith(("be ", "name ")), name


@pytest.mark.parametrize(
    ("name", "parameters", "text", "expected"),
    [
        ("date", (), "1917-02-29", "be a date that the calendar has, of the form YYYY-MM-DD"),
        ("date", (), " ", "not be empty"),
        ("unsignedByte", (), "256", "not be greater than 255"),
        ("byte", (), "128", "not be less than -128 and not be greater than 127"),
        ("byte", (), "x", "be a whole number"),
        ("ENTITY", (), "x", "name an unparsed entity that the document type declares"),
        ("token", (("pattern", "[a-c]+"), ("maxLength", "2")), "abd", 'match the pattern "[a-c]+"'),
        ("token", (("pattern", "[a-c]+"), ("maxLength", "2")), "abc", "have a length of at most 2"),
        ("token", (("pattern", "[a-c]+"),), "abc", ""),
    ],
)
def test_the_reason_fits(name: str, parameters: tuple[tuple[str, str], ...], text: str, expected: str) -> None:
    assert reason(datatype(XSD, name, parameters), text, SCOPE) == expected


@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_has_a_reason(facet: str) -> None:
    name = "token" if facet in ("length", "minLength", "maxLength", "pattern") else "decimal"
    limit, text = {"pattern": ("[a-c]", "d"), "length": ("2", "d"), "minLength": ("2", "d")}.get(
        facet, ("1", "0") if facet.startswith("min") else ("1", "12.55")
    )
    assert limit in reason(datatype(XSD, name, ((facet, limit),)), text, SCOPE)
