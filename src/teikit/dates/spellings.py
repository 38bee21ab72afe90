"""What documents call their calendars."""

from __future__ import annotations

import re

# The numbers are Wikidata's for the calendars and their proleptic forms, which documents point to.
_SPELLINGS = {
    "gregorian": (
        "greg gregorian gregoriancalendar calgregorian calgreg newstyle ns gregorien gregorianisch gregoriano "
        "gregorianus prolepticgregorian q12138 q1985727 григорианский новыйстиль 西曆 西历 公曆 公历"
    ),
    "julian": (
        "jul julian juliancalendar caljulian caljul oldstyle os julien julianisch juliano giuliano julianus "
        "prolepticjulian q11184 q1985786 юлианский старыйстиль 儒略曆 儒略历"
    ),
    "minguo": "minguo minguocalendar calminguo mingguo roc roccalendar republicofchina 民國 民国 民國紀年 民国纪年",
}
_CALENDAR = {word: calendar for calendar, words in _SPELLINGS.items() for word in words.split()}
_PUNCTUATION = re.compile(r"[\W_]+")


def calendar_of(name: str) -> str | None:
    """Return the calendar that a name means (`Julian`, `oldStyle`, `O.S.`, `cal_julian` …), or None.

    Case, spaces and punctuation do not matter. Only whole names count: "Julian, year from Annunciation" is another
    way of reckoning, and not known.
    """
    return _CALENDAR.get(_PUNCTUATION.sub("", name).casefold())
