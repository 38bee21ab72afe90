"""Years of a reign: a calendar that a project declares by the day of an accession."""

from __future__ import annotations

from teikit.dates import day_numbers
from teikit.dates.calendars.calendar import Calendar, CalendarDate, checked, exact, parse_numeric, write_numeric
from teikit.dates.calendars.roman import MONTHS, days_in, months
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval


def regnal(name: str, title: str, accession: int, last: int | None = None, calendar: str = "gregorian") -> Calendar:
    """Return the calendar of a reign, whose years begin on the day of the accession.

    `accession` and `last` are the Julian Day Numbers of its first and its last day (None where it is open), `calendar`
    is the one whose months and days are used, `gregorian` or `julian`. A value is the year of the reign, the month and
    the day: `10-11-22`. A month alone is refused where it is that of the accession: it lies at both ends of the year.
    """
    began = day_numbers.from_day_number(accession, calendar)

    def days(date: CalendarDate) -> Interval:
        first = _anniversary(date.year, began, calendar)
        whole = Interval(first, _anniversary(date.year + 1, began, calendar) - 1)
        if date.year < 1 or (last is not None and first > last):
            raise DateError(f"there is no year {date.year} of {title}", "year")
        found = whole if date.month is None else _within(date, began, calendar)
        if last is not None and found.first > last:
            raise DateError(f"that is after the last day of {title}", "day" if date.day else "month")
        return found if last is None else Interval(found.first, min(found.last, last))

    def of(number: int) -> CalendarDate:
        if number < accession or (last is not None and number > last):
            raise DateError(f"that day is not in {title}", "year")
        year, month, day = day_numbers.from_day_number(number, calendar)
        counted = year - began[0] + (1 if (month, day) >= began[1:] else 0)
        return CalendarDate(counted, month, day)

    def words(date: CalendarDate) -> str:
        month = MONTHS[date.month - 1] if date.month else None
        day_and_month = " ".join(str(part) for part in (date.day, month) if part is not None)
        year = f"{title}, year {date.year}"
        return f"{day_and_month}, {year}" if day_and_month else year

    form = f"year-month-day, such as 10-11-22: the year of {title}, the month and the day"
    return Calendar(name, title, form, parse_numeric, days, of, write_numeric, exact, months, words)


def _anniversary(year: int, began: tuple[int, int, int], calendar: str) -> int:
    """Return the first day of a year of the reign; an accession on 29 February is kept on 1 March in common years."""
    civil, month, day = began[0] + year - 1, began[1], began[2]
    return day_numbers.to_day_number(civil, month, 1, calendar) + day - 1


def _within(date: CalendarDate, began: tuple[int, int, int], calendar: str) -> Interval:
    checked(date.month, "month", 12, f"the year {date.year}")
    month = date.month or 1
    if date.day is None and month == began[1] and began[2] > 1:
        message = f"{MONTHS[month - 1]} lies at both ends of the year {date.year}: give the day too"
        raise DateError(message, "month")
    is_after = (month, date.day or 1) >= began[1:]
    civil = began[0] + date.year - (1 if is_after else 0)
    return days_in(CalendarDate(civil, month, date.day), calendar)
