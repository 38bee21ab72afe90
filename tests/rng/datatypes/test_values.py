"""What values are, and when they are equal: cases by hand from XML Schema (Datatypes), and both editions of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rng.datatypes.verdicts import SCOPE

from teikit.rng.datatypes import COMPATIBILITY, XSD, Datatype, DatatypeError, datatype

EQUAL = [
    ("decimal", "1.0", "+001."),
    ("decimal", "-0", "0.00"),
    ("integer", "9" * 5000, "0" + "9" * 5000),
    ("float", "16777217", "16777216"),
    ("double", "NaN", "NaN"),
    ("double", "0", "-0"),
    ("boolean", "1", "true"),
    ("duration", "P0Y", "-PT0S"),
    ("duration", "PT1.50S", "PT1.5S"),
    ("dateTime", "2001-01-01T00:00:00+01:00", "2000-12-31T23:00:00.0Z"),
    ("date", "2001-01-01+13:00", "2000-12-31-11:00"),
    ("gDay", "---01Z", "---01+00:00"),
    ("hexBinary", "aB", "Ab"),
    ("base64Binary", "ab cd", "abcd"),
    ("QName", "p:a", "q:a"),
    ("QName", "xml:id", " xml:id "),
    ("token", " a  b", "a b"),
    ("NMTOKENS", "a\tb", "a b"),
]
DIFFERENT = [
    ("decimal", "1", "-1"),
    ("double", "INF", "-INF"),
    ("double", "16777217", "16777216"),
    ("duration", "P1Y", "P12M"),
    ("dateTime", "2001-01-01T00:00:00Z", "2001-01-01T00:00:00"),
    ("dateTime", "2001-12-31T23:59:60Z", "2002-01-01T00:00:00Z"),
    ("time", "23:00:00Z", "00:00:00+01:00"),
    ("QName", "p:a", "a"),
    ("anyURI", "%41", "A"),
    ("language", "en", "EN"),
    ("string", "a", "a "),
    ("normalizedString", "a", "a "),
]


@pytest.mark.parametrize(("name", "one", "other"), EQUAL)
def test_texts_of_one_value_are_equal(name: str, one: str, other: str) -> None:
    plain = datatype(XSD, name)
    value = plain.parse(one, SCOPE)
    assert plain.equals(other, SCOPE, value)
    assert hash(value) == hash(plain.parse(other, SCOPE))


@pytest.mark.parametrize(("name", "one", "other"), DIFFERENT)
def test_texts_of_two_values_differ(name: str, one: str, other: str) -> None:
    plain = datatype(XSD, name)
    assert not plain.equals(other, SCOPE, plain.parse(one, SCOPE))


def test_the_editions_of_xml_have_different_names() -> None:
    assert datatype(XSD, "NCName").allows("\U00010000", SCOPE)
    assert not datatype(XSD, "NCName", (), "4th").allows("\U00010000", SCOPE)
    assert datatype(XSD, "NCName", (), "4th").allows("\u3042", SCOPE)


def test_a_text_without_value_is_refused() -> None:
    with pytest.raises(DatatypeError, match="xsd:date"):
        datatype(XSD, "date").parse("2001-02-29", SCOPE)


@pytest.mark.parametrize(
    ("library", "name", "parameters"),
    [
        ("urn:none", "string", ()),
        (XSD, "text", ()),
        ("", "integer", ()),
        ("", "string", (("length", "1"),)),
        (COMPATIBILITY, "string", ()),
        (COMPATIBILITY, "ID", (("pattern", "a"),)),
    ],
)
def test_what_no_library_has_is_refused(library: str, name: str, parameters: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(DatatypeError):
        datatype(library, name, parameters)


def test_the_built_in_types() -> None:
    string, token = datatype("", "string"), datatype("", "token")
    assert string.allows("any \t thing", SCOPE)
    assert not string.equals("a ", SCOPE, string.parse("a", SCOPE))
    assert token.equals("\n a \t b ", SCOPE, token.parse("a b", SCOPE))
    assert not token.equals("a\u00a0b", SCOPE, token.parse("a b", SCOPE))


@pytest.mark.parametrize("library", [XSD, COMPATIBILITY])
def test_ids_are_told_from_other_names(library: str) -> None:
    assert [datatype(library, each).identity for each in ("ID", "IDREF", "IDREFS")] == ["ID", "IDREF", "IDREFS"]
    assert datatype(XSD, "NCName").identity == ""


def test_a_description_makes_an_equal_datatype() -> None:
    one = datatype(XSD, "token", (("pattern", "a+"), ("maxLength", "3")))
    again = Datatype(*one.description)
    assert (again, hash(again), again.name) == (one, hash(one), "xsd:token")
    assert again != datatype(XSD, "token")
    assert [again.allows(each, SCOPE) for each in ("a", "aaaa", "b", " aa ")] == [True, False, False, True]


def test_monstrous_numbers_end_in_a_verdict() -> None:
    monstrous = "9" * 20_000
    assert datatype(XSD, "integer").allows(monstrous, SCOPE)
    assert not datatype(XSD, "long").allows(monstrous, SCOPE)
    assert not datatype(XSD, "gYear").allows(monstrous, SCOPE)
    assert datatype(XSD, "duration").allows(f"P{monstrous}Y", SCOPE)
    assert not datatype(XSD, "duration", (("minInclusive", "P1Y"),)).allows(f"P{monstrous}Y", SCOPE)
    assert not datatype(XSD, "anyURI").allows(f"//[::1]:{monstrous}", SCOPE)
    assert datatype(XSD, "string", (("maxLength", monstrous),)).allows("a", SCOPE)


@given(st.datetimes(timezones=st.none()), st.integers(-13 * 60, 14 * 60))
def test_an_offset_moves_a_time_and_keeps_its_value(moment, minutes) -> None:
    from datetime import timedelta

    plain = datatype(XSD, "dateTime")
    sign, away = "-" if minutes < 0 else "+", abs(minutes)
    local = f"{moment.isoformat()}{sign}{away // 60:02}:{away % 60:02}"
    try:
        universal = (moment - timedelta(minutes=minutes)).isoformat() + "Z"
    except OverflowError:
        return
    assert plain.equals(local, SCOPE, plain.parse(universal, SCOPE))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_are_ordered_as_numbers_are(one, other) -> None:
    limited = datatype(XSD, "decimal", (("maxExclusive", f"{other:f}"),))
    assert limited.allows(f"{one:f}", SCOPE) == (one < other)


@given(st.text(max_size=30))
def test_any_text_gets_a_verdict_from_every_type(text: str) -> None:
    from teikit.rng.datatypes.types import TYPES

    for name in TYPES:
        plain = Datatype(XSD, name)
        if plain.allows(text, SCOPE):
            assert plain.equals(text, SCOPE, plain.parse(text, SCOPE))
