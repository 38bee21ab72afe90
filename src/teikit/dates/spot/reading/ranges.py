"""Two dates that are one: a range of days, and one day in both styles."""

from __future__ import annotations

import re

from teikit.dates.calendars import CalendarDate, calendar_named
from teikit.dates.conversion import custom_tolerance
from teikit.dates.double import double_date
from teikit.dates.errors import DateError
from teikit.dates.spot.reading.context import Context, Draft, bounds
from teikit.dates.spot.reading.parts import Year, when_of, year_of
from teikit.dates.spot.reading.when import When, days_of
from teikit.dates.spot.vocabulary import Word


def read_two_months(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read two days with a month each, as a range: "30 January to 2 February 1918"."""
    year2 = year_of(context, match, "2") if "y2" in match.re.groupindex else year_of(context, match)
    year1 = year_of(context, match, "1") if "y1" in match.re.groupindex else year2
    if year1 is not None and year1 is year2 and context.word(match, "m1").number > context.word(match, "m2").number:
        year1 = year1._replace(number=year1.number - 1)
    first = when_of(context, context.word(match, "m1"), context.word(match, "d1").number, year1, Word(""))
    last = when_of(context, context.word(match, "m2"), context.word(match, "d2").number, year2, Word(""))
    if first is None or last is None:
        return []
    if "a" in match.re.groupindex and context.token(match, "a") is not None:
        at = max(match.start("m1"), match.start("d1")) // 2
        return [
            Draft(
                bounds(context, match)[0],
                at,
                "day" if year1 else "recurring",
                first.value,
                first.calendar,
                "medium",
                "the year stands with the date that follows",
                first,
            )
        ]
    if first.calendar != last.calendar:
        return _in_two_calendars(context, match, first, last)
    return [ranged(context, match, first, last, "two dates")]


def _in_two_calendars(context: Context, match: re.Match[str], first: When, last: When) -> list[Draft]:
    """Return the draft of one day in two calendars, "20 Safar 1336 (5 December 1917)", or nothing for two days."""
    days, others = days_of(first)[0], days_of(last)[0]
    if days is None or others is None or "x" not in match.re.groupindex:
        return []
    apart = abs(days.first - others.first)
    if apart > max(custom_tolerance(first.value, first.calendar), custom_tolerance(last.value, last.calendar)):
        return []
    begin, end = bounds(context, match)
    reason, same = f"the day in two calendars, {first.calendar} and {last.calendar}", ((last.value, last.calendar),)
    weekday = weekday_of(context, match)
    return [Draft(begin, end, "day", first.value, first.calendar, "high", reason, first, None, weekday, same)]


def read_two_styles(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read one day in both styles, with a month each: "31 January/13 February 1918"."""
    months = context.word(match, "m1"), context.word(match, "m2")
    if months[0].name != "roman" or months[1].name != "roman":
        return read_two_months(context, match)
    if "y1" in match.re.groupindex:
        years = _of_both(years_of(year_of(context, match, "1")) + years_of(year_of(context, match, "2")))
    else:
        years = years_of(year_of(context, match))
    days = context.word(match, "d1").number, context.word(match, "d2").number
    numbers = months[0].number, months[1].number
    drafts = in_both_styles(context, match, days, numbers, years, weekday_of(context, match))
    return drafts if drafts or context.letter(match, "x") == "(" else read_two_months(context, match)


def read_marked_styles(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read one day in both styles, the new one first where a mark says so: "5 December 1917 (22 November O.S.)"."""
    marks = context.word(match, "j1").name, context.word(match, "k2").name or context.word(match, "j2").name
    if not any(marks) and match.start("d1") < match.start("m1"):
        # Without a mark, the forms behind this one read it.
        return []
    new_first = marks[0] == "gregorian" or marks[1] == "julian"
    places = ("2", "1") if new_first else ("1", "2")
    if new_first and (marks[0] == "julian" or marks[1] == "gregorian"):
        return []
    months = [context.word(match, f"m{place}") for place in places]
    if any(month.name != "roman" for month in months):
        return []
    old, new = (
        When(calendar, None, month.number, context.word(match, f"d{place}").number)
        for calendar, month, place in zip(("julian", "gregorian"), months, places, strict=True)
    )
    years = _years_of_both(context, match, places, (old, new))
    if not years or old.day is None or new.day is None:
        return []
    numbers = months[0].number, months[1].number
    return in_both_styles(context, match, (old.day, new.day), numbers, years, weekday_of(context, match))


def _years_of_both(
    context: Context, match: re.Match[str], places: tuple[str, str], dates: tuple[When, When]
) -> tuple[int, ...]:
    """Return the years of the old and the new style, or the one behind both; a year that stands with one is its own."""
    found = [years_of(year_of(context, match, place)) for place in places]
    behind = years_of(year_of(context, match, "3"))
    if behind or all(found) or context.letter(match, "x") == "/":
        return _of_both((*found[0], *found[1], *behind))
    for date, years in zip(dates, found, strict=True):
        days = days_of(date._replace(year=years[0]))[0] if len(years) == 1 else None
        if days is not None:
            return tuple(calendar_named(name).date(days.first).year for name in ("julian", "gregorian"))
    return ()


def _of_both(years: tuple[int, ...]) -> tuple[int, ...]:
    """Return the years of the old and of the new style, where the old one is itself written as two."""
    return years if len(years) < 3 else (years[0], years[-1])


def years_of(year: Year | None) -> tuple[int, ...]:
    """Return the years that a date in both styles may have: none, one, or both of "1750/51"."""
    if year is None:
        return ()
    return (year.number,) if year.other is None else (year.other, year.number)


def in_both_styles(
    context: Context,
    match: re.Match[str],
    days: tuple[int, int],
    months: tuple[int, ...],
    years: tuple[int, ...],
    weekday: int | None,
) -> list[Draft]:
    """Return the draft of one day in both styles, the old one first, or nothing where the two are not the same day.

    Where the calendars were twelve or thirteen days apart in the year before or after, the day is kept with the reason:
    the writer's mistake is what an editor wants to know.
    """
    first, last = bounds(context, match)
    certainty, reason = "high", "the day in both styles, Julian and Gregorian"
    old, new = When("julian", None, months[0], days[0]), When("gregorian", None, months[-1], days[1])
    if years:
        try:
            found = double_date(days, months, years)
            old, new = _when("julian", found.julian), _when("gregorian", found.gregorian)
        except DateError as error:
            if len(months) > 1 or not 12 <= days[1] - days[0] <= 13:
                return []
            certainty, reason = "low", error.message
            old, new = old._replace(year=years[0]), new._replace(year=years[-1])
    elif not _apart(days, months):
        return []
    others = ((old.value, "julian"),)
    if context.calendar == "julian":
        new, others = old, ((new.value, "gregorian"),)
    kind = "day" if years else "recurring"
    return [Draft(first, last, kind, new.value, new.calendar, certainty, reason, new, None, weekday, others)]


def _apart(days: tuple[int, int], months: tuple[int, ...]) -> bool:
    """Tell whether two days of an unknown year are as far apart as the styles are."""
    if len(months) < 2:
        return 12 <= days[1] - days[0] <= 13
    old, new = (
        days_of(When("gregorian", _COMMON_YEAR, month, day))[0] for month, day in zip(months, days, strict=True)
    )
    return old is not None and new is not None and 10 <= (new.first - old.first) % 365 <= 13


_COMMON_YEAR = 1917
"""A year without a leap day, to count the days from one date to another."""


def _when(calendar: str, date: CalendarDate) -> When:
    return When(calendar, date.year, date.month, date.day)


def weekday_of(context: Context, match: re.Match[str]) -> int | None:
    """Return the weekday that stands with a date, 0 for Monday, or None."""
    token = context.token(match, "w") or context.token(match, "w2")
    return None if token is None else token.word.number


def ranged(context: Context, match: re.Match[str], first: When, last: When, reason: str) -> Draft:
    """Return the draft of a range of two dates."""
    begin, end = bounds(context, match)
    value = f"{first.value}/{last.value}"
    certainty = "high" if last.year is not None else "medium"
    return Draft(begin, end, "range", value, last.calendar, certainty, reason, first, last, weekday_of(context, match))
