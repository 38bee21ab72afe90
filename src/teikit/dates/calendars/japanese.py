"""The Japanese calendar since 1873: the months and days are Gregorian, the years those of an era.

On the day on which an emperor died in 1912 and in 1926 the new era began, so that day is in both; in 1989 and in 2019
the new era began with the next day. Before 1 January 1873 (the third day of month 12, Meiji 5) Japan's own lunisolar
calendar was in force, which is another one than the Chinese; such dates are refused.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import TIME, Calendar, CalendarDate, bounded, exact
from teikit.dates.calendars.names import folded
from teikit.dates.calendars.roman import MONTHS, days_in, months
from teikit.dates.errors import DateError, Part, UnknownYearError
from teikit.dates.interval import Interval


class Era(NamedTuple):
    """An era: its name in values and in words, its other names, the Gregorian year of its year 1, and its days.

    `first` and `last` are year, month and day, both included; `last` is None where the era goes on.
    """

    name: str
    title: str
    spellings: tuple[str, ...]
    year_one: int
    first: tuple[int, int, int]
    last: tuple[int, int, int] | None


ERAS = (
    Era("Meiji", "Meiji", ("明治", "M"), 1868, (1873, 1, 1), (1912, 7, 30)),
    Era("Taisho", "Taishō", ("大正", "Taisyo", "Taishou", "T"), 1912, (1912, 7, 30), (1926, 12, 25)),
    Era("Showa", "Shōwa", ("昭和", "Syowa", "Shouwa", "S"), 1926, (1926, 12, 25), (1989, 1, 7)),
    Era("Heisei", "Heisei", ("平成", "H"), 1989, (1989, 1, 8), (2019, 4, 30)),
    Era("Reiwa", "Reiwa", ("令和", "R"), 2019, (2019, 5, 1), None),
)

_LUNISOLAR = (
    "天保 Tenpo Tempo 弘化 Koka 嘉永 Kaei 安政 Ansei 万延 萬延 Man'en 文久 Bunkyu 元治 Genji 慶応 慶應 Keio".split()  # noqa: SIM905
)
"""The last eras that were all in the lunisolar calendar."""

_VALUE = re.compile(
    r"(?P<name>[^\W\d_元]+(?:['’][^\W\d_]+)*)-?(?P<year>[0-9]{1,6}|元)年?"
    rf"(?:-(?P<month>[0-9]{{1,2}})(?:-(?P<day>[0-9]{{1,2}}){TIME})?)?"
)


def parse(value: str) -> CalendarDate:
    """Read a custom value: `Taisho-7-02-12`, `Taishō7-02-12`, `大正7-02-12`, `T7-02-12`, `大正元年`.

    Raises `DateError`: part `form` where it is none of these, `year` for an era before Meiji.
    """
    match = _VALUE.fullmatch(unicodedata.normalize("NFKC", bounded(value)))
    era = _spelled().get(folded(match["name"])) if match else None
    if match and era:
        year = 1 if match["year"] == "元" else int(match["year"])
        month, day = (int(part) if part else None for part in match.group("month", "day"))
        return CalendarDate(year, month, day, era=era.name)
    if match and folded(match["name"]) in map(folded, _LUNISOLAR):
        raise UnknownYearError(f'"{value}": {match["name"]} was before 1873, in the Japanese lunisolar calendar')
    raise DateError(f'"{value}" is not a Japanese date such as Taisho-7-02-12, 大正7-02-12 or T7-02-12', "form")


def write(date: CalendarDate) -> str:
    """Return the custom value: `Taisho-7-02-12`."""
    return "-".join([date.era, str(date.year), *(f"{part:02}" for part in (date.month, date.day) if part is not None)])


def days(date: CalendarDate) -> Interval:
    """Return the days of a date; of a year and of a month, those that lie within the era.

    Raises `DateError` for a year that the era did not have, and for a month or a day before or after it.
    """
    era = _spelled().get(folded(date.era))
    if era is None:
        raise DateError(f'the era "{date.era}" is not known', "year")
    within = _days_of(era)
    whole = days_in(CalendarDate(_gregorian_year(era, date.year)), "gregorian")
    if date.year < 1 or not whole.overlaps(within):
        raise _no_year(era, date.year)
    found = days_in(date._replace(year=_gregorian_year(era, date.year)), "gregorian")
    if not found.overlaps(within):
        part: Part = "month" if date.day is None else "day"
        raise DateError(f"that {part} is not in {era.title}, which was {_reign(era)}", part)
    return Interval(max(found.first, within.first), min(found.last, within.last))


def date_of(number: int) -> CalendarDate:
    """Return the date of a Julian Day Number, in the later era where two have the day.

    Raises `DateError` for a day before 1873.
    """
    for era in reversed(ERAS):
        if number >= _days_of(era).first:
            year, month, day = day_numbers.from_day_number(number, "gregorian")
            return CalendarDate(year - era.year_one + 1, month, day, era=era.name)
    raise UnknownYearError("before 1 January 1873 Japan had a lunisolar calendar of its own, which is not known here")


def words(date: CalendarDate) -> str:
    """Return a date in English: "12 February, Taishō 7 (1918)"."""
    era = _spelled()[folded(date.era)]
    day_and_month = [str(part) for part in (date.day, MONTHS[date.month - 1] if date.month else None) if part]
    year = f"{era.title} {date.year} ({_gregorian_year(era, date.year)})"
    return f"{' '.join(day_and_month)}, {year}" if day_and_month else year


@lru_cache(maxsize=1)
def _spelled() -> dict[str, Era]:
    return {folded(name): era for era in ERAS for name in (era.name, *era.spellings)}


@lru_cache(maxsize=len(ERAS))
def _days_of(era: Era) -> Interval:
    first = day_numbers.to_day_number(*era.first, "gregorian")
    return Interval(first, day_numbers.to_day_number(*(era.last or (999999, 12, 31)), "gregorian"))


def _gregorian_year(era: Era, year: int) -> int:
    return era.year_one + year - 1


def _no_year(era: Era, year: int) -> DateError:
    if era.name == "Meiji" and 1 <= year <= 5:
        return UnknownYearError(
            f"Meiji {year} was in the Japanese lunisolar calendar, which is not known here; "
            "the Gregorian calendar began on 1 January 1873, Meiji 6"
        )
    return DateError(f"there is no year {year} of {era.title}, which was {_reign(era)}", "year")


def _reign(era: Era) -> str:
    first, last = (f"{day} {MONTHS[month - 1]} {year}" for year, month, day in (era.first, era.last or era.first))
    return f"from {first} to {last}" if era.last else f"from {first} on"


JAPANESE = Calendar(
    "japanese",
    "Japanese",
    "era-year-month-day, such as Taisho-7-02-12, also 大正7-02-12 or T7-02-12; from Meiji-6-01-01 on",
    parse,
    days,
    date_of,
    write,
    exact,
    months,
    words,
)
