"""The Islamic calendar: tabular, by its civil epoch or a day earlier, and the Umm al-Qura calendar of Saudi Arabia.

In the sources a month begins when the new moon is seen, which differs from place to place. Tables only come near it:
30 and 29 days by turns, and a thirtieth day in the last month of 11 years in 30. They are right within a day, which
is their tolerance. A day begins at sunset; what is given is the civil day on which most of it falls.

- `islamic` (also `islamic-civil`): year 1 begins on Friday, 16 July 622 of the Julian calendar.
  Other orders of the leap years, which differ from this by a day for some months, lie within the tolerance.
- `islamic-tbla`: the same, from Thursday, 15 July 622, as astronomers reckon.
- `islamic-umalqura`: months as the calendar of Mecca has them, without tolerance; known from 1365 to 1500.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from teikit.dates.calendars.calendar import Calendar, CalendarDate, by_day, exact, parse_numeric, write_numeric
from teikit.dates.errors import DateError, UnknownYearError
from teikit.dates.interval import Interval

MONTHS = (
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qada",
    "Dhu al-Hijja",
)

CIVIL_EPOCH = 1948440
"""The Julian Day Number of 16 July 622, Julian."""

ASTRONOMICAL_EPOCH = CIVIL_EPOCH - 1

CYCLE, CYCLE_DAYS = 30, 10631

UMM_AL_QURA_FIRST = 1365
UMM_AL_QURA_START = 2431795
"""The Julian Day Number of 1 Muharram 1365: 5 December 1945."""

_UMM_AL_QURA = (
    "aabaaaaaaaabab6aaaa5754b555ab3aa64ea95baaa555aaab4ab655aaaaab2ecab2ab6aaaabab4aab2aba2baa6b4aba5"
    "5aaab5556d2b54aea57526e936aaad555aa5b52ba95b49ba4db25d52daa5ad4aea56d4bd23d91da95b4ab5a56d2b693b"
    "49b6556a9754b6a56caad555b29b92ba95d4ada55aaab595749764baa5b52b6a56d2ae9572a75535a95d49ba4dd26d53"
    "5aaaad4b6a57527a95b4ab5536c9ae4b6a96b4ada55d25d92dc96d4ad6556d2b693749b64d72ab54b6a5752b6956b2ad"
    "94dc95d4aea56caad5556c97"
)
"""The months of a year as three hexadecimal digits: a bit is set for 30 days, the highest for Muharram."""


def is_leap(year: int) -> bool:
    """Tell whether the last month has 30 days: years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty."""
    return (11 * year + 14) % CYCLE < 11


@lru_cache(maxsize=2048)
def _lengths(year: int) -> tuple[int, ...]:
    return (30, 29) * 5 + (30, 30 if is_leap(year) else 29)


def _days_before(year: int) -> int:
    return 354 * (year - 1) + (11 * year + 3) // CYCLE


def _months(_: int) -> tuple[str, ...]:
    return MONTHS


def _words(date: CalendarDate) -> str:
    month = MONTHS[date.month - 1] if date.month else None
    return f"{' '.join(str(part) for part in (date.day, month, date.year) if part is not None)} AH"


def _one_day(_: CalendarDate) -> int:
    return 1


def _tabular(name: str, title: str, epoch: int) -> Calendar:
    def days(date: CalendarDate) -> Interval:
        if date.year < 1:
            raise DateError("the Islamic calendar begins with year 1 (622)", "year")
        return by_day(date, _lengths, lambda year: epoch + _days_before(year))

    def of(number: int) -> CalendarDate:
        if number < epoch:
            raise DateError("the Islamic calendar begins in July 622", "year")
        year = (CYCLE * (number - epoch) + CYCLE_DAYS + 15) // CYCLE_DAYS
        return _within(year, number - epoch - _days_before(year), _lengths(year))

    form = "year-month-day, such as 1336-02-20; month 1 is Muharram; right within a day"
    return Calendar(name, title, form, parse_numeric, days, of, write_numeric, _one_day, _months, _words)


def _within(year: int, day: int, lengths: tuple[int, ...]) -> CalendarDate:
    for month, length in enumerate(lengths, 1):
        if day < length:
            return CalendarDate(year, month, day + 1)
        day -= length
    raise AssertionError("the day lies in the year")


@lru_cache(maxsize=1)
def _umm_al_qura() -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return the lengths of the months of each year, and the first day of each and of the year after the last."""
    years = [int(_UMM_AL_QURA[at : at + 3], 16) for at in range(0, len(_UMM_AL_QURA), 3)]
    lengths = tuple(tuple(29 + (bits >> 11 - month & 1) for month in range(12)) for bits in years)
    return lengths, tuple(accumulate(map(sum, lengths), initial=UMM_AL_QURA_START))


def _umm_al_qura_days(date: CalendarDate) -> Interval:
    lengths, starts = _umm_al_qura()
    place = date.year - UMM_AL_QURA_FIRST
    if not 0 <= place < len(lengths):
        raise _outside()
    return by_day(date, lambda _: lengths[place], lambda _: starts[place])


def _umm_al_qura_date(number: int) -> CalendarDate:
    lengths, starts = _umm_al_qura()
    if not starts[0] <= number < starts[-1]:
        raise _outside()
    place = bisect_right(starts, number) - 1
    return _within(UMM_AL_QURA_FIRST + place, number - starts[place], lengths[place])


def _outside() -> DateError:
    last = UMM_AL_QURA_FIRST + len(_UMM_AL_QURA) // 3 - 1
    message = f'the Umm al-Qura calendar is known from {UMM_AL_QURA_FIRST} to {last}; for other years use "islamic"'
    return UnknownYearError(message)


ISLAMIC = _tabular("islamic", "Islamic", CIVIL_EPOCH)
ISLAMIC_CIVIL = ISLAMIC._replace(name="islamic-civil")
ISLAMIC_TBLA = _tabular("islamic-tbla", "Islamic (epoch 15 July)", ASTRONOMICAL_EPOCH)
ISLAMIC_UMALQURA = Calendar(
    "islamic-umalqura",
    "Islamic (Umm al-Qura)",
    "year-month-day, such as 1446-09-01, of the years 1365 to 1500; month 1 is Muharram",
    parse_numeric,
    _umm_al_qura_days,
    _umm_al_qura_date,
    write_numeric,
    exact,
    _months,
    _words,
)
