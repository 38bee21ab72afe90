"""EDTF: every feature of the specification, what it excludes, and other programs' bounds."""

import datetime

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import DateError, write_iso
from teikit.dates.notations.edtf import OPEN, UNKNOWN, Choice, Date, Edtf, Part, Span, days_of, parse, write

# The features of the specification, level by level, with the days that each value allows.
ALLOWED = [
    # Level 0.
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ("0000", "0000-01-01", "0000-12-31"),
    # Level 1.
    ("Y170000002", None, None),
    ("Y-170000002", None, None),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2001-22", "2001-06-01", "2001-08-31"),
    ("2001-24", "2001-12-01", "2002-02-28"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", None),
    ("1985-04/..", "1985-04-01", None),
    ("../1985-04-12", None, "1985-04-12"),
    ("../1985", None, "1985-12-31"),
    ("1985-04-12/", "1985-04-12", None),
    ("/1985-04", None, "1985-04-30"),
    ("-1985", "-1985-01-01", "-1985-12-31"),
    # Level 2.
    ("Y17E3", "17000-01-01", "17000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y17101S3", "17100-01-01", "17199-12-31"),
    ("Y3388E2S3", "338000-01-01", "338999-12-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("2001-31", "2001-03-01", "2001-05-31"),
    ("2001-37", "2001-01-01", "2001-04-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", None),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("[..1984]", None, "1984-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", None, "1984-12-31"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", "0000-12-01", "9999-12-31"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    # Days that only some of the unspecified years and months have.
    ("190X-02-29", "1904-02-29", "1908-02-29"),
    ("1984-XX-31", "1984-01-31", "1984-12-31"),
    ("1984-0X-3X", "1984-01-30", "1984-09-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), ALLOWED)
def test_what_the_specification_has(text: str, first: str | None, last: str | None) -> None:
    value = parse(text)
    assert parse(write(value)) == value
    if not text.startswith("Y") or first is not None:
        assert tuple(None if day is None else write_iso(day) for day in days_of(value)) == (first, last)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2004-06-11%", ["%", "%", "%"]),
        ("2004-06~-11", ["~", "~", ""]),
        ("2004?-06-11", ["?", "", ""]),
        ("?2004-06-~11", ["?", "", "~"]),
        ("2004-%06-11", ["", "%", ""]),
        ("2004?-06~-11", ["%", "~", ""]),
        ("1984?", ["?"]),
    ],
)
def test_what_a_qualifier_is_said_of(text: str, flags: list[str]) -> None:
    value = parse(text)
    assert isinstance(value, Date)
    marks = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}
    assert [marks[part.uncertain, part.approximate] for part in value.parts] == flags


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "form"),
        ("85", "form"),
        ("1985-4", "form"),
        ("1985-04-12T23", "form"),
        ("1985-04-12T24:00:00", "form"),
        ("1985-04-12T23:60:30", "form"),
        ("1985-04T23:20:30", "form"),
        ("1985-04-1XT23:20:30", "form"),
        ("1985/04", "form"),
        ("/", "form"),
        ("../..", "form"),
        ("2008/1964", "form"),
        ("1985-13", "month"),
        ("1985-00", "month"),
        ("1985-20", "month"),
        ("1985-42", "month"),
        ("1985-21-01", "day"),
        ("1985-02-30", "day"),
        ("1918-02-30", "day"),
        ("1984-02-3X", "day"),
        ("1984-2X", "month"),
        ("1900-02-29", "day"),
        ("190X-02-30", "day"),
        ("Y1985", "form"),
        ("Y01985", "form"),
        ("-0000", "form"),
        ("1985S0", "form"),
        ("198XS2", "form"),
        ("[1667", "form"),
        ("[1667}", "form"),
        ("[]", "form"),
        ("[1667,]", "form"),
        ("[..]", "form"),
        ("[1672..1667]", "form"),
        ("1985??", "form"),
        ("1985-04-12-01", "form"),
        ("Y" + "9" * 40, "year"),
        ("Y17E99", "year"),
        ("1" * 1_000_000, "form"),
        ("[" * 1_000_000, "form"),
    ],
)
def test_what_is_none_is_refused(text: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert refusal.value.part == part
    assert len(refusal.value.message) < 1200


# Properties.
FLAGS = {"uncertain": st.booleans(), "approximate": st.booleans()}
DAYS = st.dates(datetime.date(1, 1, 1))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    day = draw(DAYS)
    depth = draw(st.integers(1, 3))
    digits = [f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"][:depth]
    return Date(*(Part(each, draw(st.booleans()), draw(st.booleans())) for each in digits))


@st.composite
def values(draw: st.DrawFn) -> Edtf:
    first = draw(dates())
    kind = draw(st.sampled_from(["date", "interval", "set"]))
    if kind == "date":
        return first
    if kind == "interval":
        return draw(st.sampled_from([Span(first, OPEN), Span(UNKNOWN, first), Span(OPEN, first), Span(first, UNKNOWN)]))
    return Choice((first, *draw(st.lists(dates(), max_size=3))), draw(st.booleans()))


@given(values())
def test_what_is_written_is_read_as_the_same(value: Edtf) -> None:
    assert parse(write(value)) == value


@given(st.text(alphabet="0123456789X-?~%/.[]{},YES T:Z+", max_size=30))
def test_nothing_does_worse_than_a_date_error(text: str) -> None:
    try:
        value = parse(text)
    except DateError:
        return
    assert parse(write(value)) == value
    first, last = days_of(value)
    assert first is None or last is None or first <= last


@given(DAYS, st.integers(1, 3), st.sampled_from(["", "?", "~", "%"]))
def test_bounds_are_those_of_another_program(day: datetime.date, depth: int, mark: str) -> None:
    text = "-".join([f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"][:depth])
    theirs = oracle.parse_edtf(text)
    ours = tuple(write_iso(number) for number in days_of(parse(text + mark)) if number is not None)
    assert ours == tuple(
        f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}" for t in (theirs.lower_strict(), theirs.upper_strict())
    )


@pytest.mark.parametrize("text", ["201X", "20XX", "2004-XX", "1985-04-XX", "156X-12-25", "1984?/2004-06~"])
def test_unspecified_digits_are_those_of_another_program(text: str) -> None:
    theirs = oracle.parse_edtf(text)
    bounds = (theirs.lower_strict(), theirs.upper_strict())
    ours = tuple(write_iso(number) for number in days_of(parse(text)) if number is not None)
    assert ours == tuple(f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}" for t in bounds)
