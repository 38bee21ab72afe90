"""What documents call their calendars."""

import pytest

from teikit.dates import CALENDARS, calendar_of


@pytest.mark.parametrize(
    ("name", "calendar"),
    [
        ("julian", "julian"),
        ("Julian", "julian"),
        ("jul", "julian"),
        ("oldStyle", "julian"),
        ("Old Style", "julian"),
        ("O.S.", "julian"),
        ("OS", "julian"),
        ("cal_julian", "julian"),
        ("Julian_calendar", "julian"),
        ("юлианский", "julian"),
        ("Q11184", "julian"),
        ("Q1985727", "gregorian"),
        ("Gregorian", "gregorian"),
        ("N.S.", "gregorian"),
        ("new-style", "gregorian"),
        ("Minguo", "minguo"),
        ("民國", "minguo"),
        ("julian_annunciation", None),
        ("Hijri", "islamic"),
        ("cal_islamic", "islamic"),
        ("hiǧrī", "islamic"),
        ("هجري", "islamic"),
        ("islamic-civil", "islamic"),
        ("islamic-umalqura", "islamic-umalqura"),
        ("cal_ottomanfiscal", "rumi"),
        ("Mālī", "rumi"),
        ("creationOfWorld", "byzantine"),
        ("Calendrier républicain", "republican"),
        ("Hebrew_calendar", "hebrew"),
        ("農曆", "chinese"),
        ("cal_coptic", "coptic"),
        ("和暦", "japanese"),
        ("calendar", None),
        ("cal", None),
        ("unknown", None),
        ("Shalivahana_era", None),
        ("persian", None),
        ("ethiopic", None),
        ("", None),
        ("#", None),
    ],
)
def test_spellings(name: str, calendar: str | None) -> None:
    assert calendar_of(name) == calendar


def test_every_calendar_has_its_own_name() -> None:
    assert [calendar_of(name) for name in CALENDARS] == list(CALENDARS)
