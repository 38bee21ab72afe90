"""Readers of forms that have a day."""

from __future__ import annotations

import re

from teikit.dates.double import dual_year
from teikit.dates.errors import DateError
from teikit.dates.spot.reading.context import Context, Draft, bounds, roman_calendar
from teikit.dates.spot.reading.numeric import iso, numeric
from teikit.dates.spot.reading.parts import Year, style_of, when_of, year_of
from teikit.dates.spot.reading.ranges import in_both_styles, ranged, weekday_of, years_of
from teikit.dates.spot.reading.when import When, days_of, month_from
from teikit.dates.spot.vocabulary import Word


def read_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read one day: "22 November 1917 (O.S.)", "November 22", "9 Thermidor an II"."""
    month, day, style = context.word(match, "m"), context.word(match, "d").number, style_of(context, match)
    year = year_of(context, match)
    if year is None and context.token(match, "y9"):
        year = Year(1900 + context.word(match, "y9").number, short=True)
    if year is not None and not _fits(context, match, month, year):
        match, year, style = _without_year(context, match), None, Word("")
    when = when_of(context, month, day, year, style)
    if (
        when is None
        or day > 31
        or context.glued(match)
        or not _joined(context, match)
        or (year is None and not _plausible(context, match, month))
    ):
        return []
    first, last = bounds(context, match)
    reason, certainty = _explained(context, match, month, year, style)
    others: tuple[tuple[str, str], ...] = ()
    if year is not None and year.other is not None:
        others = ((when._replace(year=year.other).value, when.calendar),)
        certainty, reason = _in_both_counts(year, month.number, day)
    if context.token(match, "c") and not _explained_by(when, context.word(match, "c").number):
        certainty, reason = "low", f"it is not in {context.word(match, 'c').number}, the year in brackets"
    kind = "day" if year else "recurring"
    return [
        Draft(
            first,
            last,
            kind,
            when.value,
            when.calendar,
            certainty,
            reason,
            when,
            None,
            weekday_of(context, match),
            others,
        )
    ]


def _explained_by(when: When, gregorian: int) -> bool:
    """Tell whether a date is in the Gregorian year that stands in brackets behind it."""
    days, year = days_of(when)[0], days_of(When("gregorian", gregorian))[0]
    return days is None or year is None or days.overlaps(year)


def read_bracketed_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "January [21]", its day supplied by an editor."""
    month, day = context.token(match, "m"), context.token(match, "d")
    if month is None or day is None or "[" not in context.text[month.end : day.start]:
        return []
    return read_day(context, match)


def _in_both_counts(year: Year, month: int, day: int) -> tuple[str, str]:
    """Return certainty and reason of a date with two years, "1750/51"."""
    try:
        dual_year((year.other or 0, year.number), month, day)
    except DateError as error:
        return "low", error.message
    return "high", "the year is given in both ways of beginning it"


def _fits(context: Context, match: re.Match[str], month: Word, year: Year) -> bool:
    """Tell whether a number after a month can be its year: not "March 5, 12 men"."""
    if context.whole or month.name != "roman" or year.calendar or year.short:
        return True
    if context.token(match, "e") or context.token(match, "f"):
        return True
    if year.number < 32:
        return context.token(match, "E") is not None
    return year.number >= 100 or year.number < 0


def _without_year(context: Context, match: re.Match[str]) -> re.Match[str]:
    """Return the match of the same form with the letters behind its day or month hidden."""
    end = max(match.end("m"), match.end("d"))
    return match.re.match(match.string[:end], match.start()) or match


def _explained(context: Context, match: re.Match[str], month: Word, year: Year | None, style: Word) -> tuple[str, str]:
    if style.code in ("j", "J"):
        return _style_text(context, match), "high"
    if year is None:
        return "a day and a month without a year", "medium"
    if year.short:
        return "a year of two digits, taken as of the twentieth century", "low"
    if month.name != "roman":
        return f"the month is {month.name.capitalize()}", "high"
    return "day, month and year", "high"


def _joined(context: Context, match: re.Match[str]) -> bool:
    """Tell whether a day belongs to its month: not "on page 22. November was"; "22.Nov." and a whole text do."""
    day, month = match.start("d"), match.start("m")
    if context.whole or day > month or match.string[day + 1 : day + 2] != ".":
        return True
    number = context.row.tokens[day // 2]
    return number.word.code == "n" and context.text[number.end + 1].isalpha()


def _style_text(context: Context, match: re.Match[str]) -> str:
    token = context.token(match, "j") or context.token(match, "J")
    return f'"{token.text}" after the date' if token else "the style before the date"


def _plausible(context: Context, match: re.Match[str], month: Word) -> bool:
    """Tell whether a day and a month without a year are a date: not "March 5 miles", not "No. 5 May"."""
    if context.whole:
        return True
    if context.after(match).code in ("U", "u") or context.after(match).name in _EVENTS:
        return False
    if month.case == "name" and match.start("m") < match.start("d") and context.word(match, "d").code != "o":
        token = context.token(match, "m")
        return token is not None and (token.end - token.start > 2)
    return True


def read_short_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a day whose year has two digits, "22. Nov. 17", where the language or the caller lets it be one."""
    month, year = context.word(match, "m"), context.word(match, "y9").number
    if month.name != "roman" or context.glued(match) or context.after(match).code in ("U", "u"):
        return []
    if context.vocabulary.month_first and not context.whole:
        return []
    return _short(context, match, month.number, year)


def read_roman_month(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "24 XI 1899", its month in Roman numerals."""
    month, year = context.word(match, "v").number, context.token(match, "y")
    if not 1 <= month <= 12 or year is None or (year.word.code != "y" and not context.whole):
        return []
    if year.word.code != "y":
        return _short(context, match, month, year.word.number)
    when = When(roman_calendar(context), year.word.number, month, context.word(match, "d").number)
    first, last = bounds(context, match)
    reason = "day, month in Roman numerals, and year"
    return [Draft(first, last, "day", when.value, when.calendar, "high", reason, when)]


def _short(context: Context, match: re.Match[str], month: int, year: int) -> list[Draft]:
    when = When(roman_calendar(context), 1900 + year, month, context.word(match, "d").number)
    first, last = bounds(context, match)
    reason = "a year of two digits, taken as of the twentieth century"
    return [Draft(first, last, "day", when.value, when.calendar, "low", reason, when, None, weekday_of(context, match))]


def read_weekday_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "Thursday the 22nd"."""
    when = When("gregorian", None, None, context.word(match, "d").number)
    if when.day is None or when.day > 31:
        return []
    reason = "a weekday and a day of the month"
    first, last = bounds(context, match)
    return [
        Draft(
            first,
            last,
            "recurring",
            when.value,
            when.calendar,
            "medium",
            reason,
            when,
            None,
            weekday_of(context, match),
        )
    ]


def read_lunar_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "the 3rd day of the leap 2nd month, Dingsi", "the 21st day of the tenth month of Guangxu 34"."""
    day, month, before = context.word(match, "d").number, context.word(match, "m").number, context.word(match, "x")
    if not 1 <= month <= 12 or not 1 <= day <= 31 or before.name.lower() not in ("", "leap", "intercalary"):
        return []
    era, named = context.word(match, "G").name.partition(":"), context.word(match, "Y")
    calendar = era[0] or named.name or ("chinese" if context.calendar == "chinese" else roman_calendar(context))
    year = context.word(match, "s").number or named.number or context.word(match, "y").number
    if context.token(match, "y2") and context.word(match, "y2").number != year:
        return []
    when = When(calendar, year, month, day, era[2], f"{month:02}L" if before.code else "")
    first, last = bounds(context, match)
    return [Draft(first, last, "day", when.value, calendar, "high", "day, month and year are counted", when)]


def read_the_day(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "the 22nd", where it is clearly a day of a month: "on the 22nd", "the 22nd inst."."""
    token = context.token(match, "d")
    if token is None or not 1 <= token.word.number <= 31:
        return []
    monthly = context.token(match, "l") is not None or context.token(match, "L") is not None
    if not monthly and not context.whole and not _stands_alone(context, match, token.word.name == "word"):
        return []
    return [_day_of_month(context, match)]


def _stands_alone(context: Context, match: re.Match[str], in_words: bool) -> bool:
    if not _the(context.before(match)) or context.led_by(match) not in _BEFORE_A_DAY:
        return False
    behind = context.after(match)
    if in_words:
        return behind.code == "" and context.word(match, "d").number > 3 and context.led_by(match) in ("O", "t")
    return behind.code in ("", "a", "i", "O", "r", "t", "F", "j", "v") or (
        behind.code == "x" and behind.name in _AFTER_A_DAY.split()
    )


_EVENTS = ("Revolution", "Movement", "Incident", "Uprising", "Massacre")
"""What is named after a day, and is not that day: "the May 4 Movement"."""
_BEFORE_A_DAY = ("O", "r", "F", "i", "p", "a", "f")
_AFTER_A_DAY = (
    "at for that when we he she it they I you with but which who because as if so where whether was is had has have "
    "will would not without his her our my their a an"
)


def _the(word: Word) -> bool:
    return word.code == "t" or word.name == "the"


def read_inst(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "5th inst.", "12 ult."."""
    return [_day_of_month(context, match)]


def _day_of_month(context: Context, match: re.Match[str]) -> Draft:
    when = When(
        context.calendar if context.calendar == "julian" else "gregorian", None, None, context.word(match, "d").number
    )
    first, last = bounds(context, match)
    mark = context.word(match, "l") if context.token(match, "l") else context.word(match, "L")
    if mark.code and context.given is not None:
        year, month = month_from(context.given, when.calendar, mark.number)
        when = when._replace(year=year, month=month)
        return Draft(
            first, last, "day", when.value, when.calendar, "medium", "the month is counted from the given day", when
        )
    return Draft(first, last, "recurring", when.value, when.calendar, "low", "a day of a month that is not named", when)


def read_iso(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "1917-11-22"."""
    at = match.start() // 2
    return iso(context, at)


def read_numeric_range(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read two dates in numbers: "6. 5. 1892 – 10. 5. 1892"."""
    found = []
    for place in (match.start("N1") // 2, match.start("N2") // 2):
        read = iso if context.row.tokens[place].word.code == "I" else _plain_numeric
        found += read(context, place)
    if len(found) < 2 or found[0].when is None or found[1].when is None:
        return []
    draft = ranged(context, match, found[0].when, found[1].when, "two dates in numbers")
    return [draft._replace(certainty=max((one.certainty for one in found), key=("high", "medium", "low").index))]


def _plain_numeric(context: Context, place: int) -> list[Draft]:
    return numeric(context, place, place, Word(""))


def read_numeric(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "22.11.1917", "11/22/1917", "12.XI.1917"."""
    return numeric(context, match.start() // 2, (match.end() + 1) // 2 - 1, style_of(context, match))


def read_day_range(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read two days of one month: "13 to 15 January 1918", "12/13 January", and both styles: "9/22 November 1917"."""
    month, year, style = context.word(match, "m"), year_of(context, match), style_of(context, match)
    if year is not None and not _fits(context, match, month, year):
        match, year, style = _without_year_after(match), None, Word("")
    days = [context.word(match, name).number for name in ("d1", "d2")]
    if context.glued(match):
        return []
    first, last = (when_of(context, month, day, year, style) for day in days)
    if first is None or last is None or max(days) > 31:
        return []
    if context.token(match, "x") is not None and month.name == "roman" and 10 <= days[1] - days[0] <= 13:
        return _styles_or_range(context, match, year, first, last)
    if days[1] <= days[0] or (context.token(match, "x") and context.letter(match, "x") == "("):
        return []
    return [ranged(context, match, first, last, "two days of one month")]


def _styles_or_range(context: Context, match: re.Match[str], year: Year | None, first: When, last: When) -> list[Draft]:
    days, month = (first.day or 0, last.day or 0), (first.month or 0,)
    drafts = in_both_styles(context, match, days, month, years_of(year), weekday_of(context, match))
    if drafts or context.letter(match, "x") == "(":
        return drafts
    return [ranged(context, match, first, last, "two days of one month")]


def _without_year_after(match: re.Match[str]) -> re.Match[str]:
    end = max(match.end(name) for name in ("m", "d1", "d2"))
    return match.re.match(match.string[:end], match.start()) or match


def read_day_list(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read the first day of "13 and 15 January 1918"; the others are read in their turn."""
    year, month, day = year_of(context, match), context.word(match, "m"), context.word(match, "d1").number
    when = when_of(context, month, day, year, Word(""))
    if when is None or day > 31:
        return []
    at = match.start("d1") // 2
    kind, reason = ("day" if year else "recurring"), "the month stands with the date that follows"
    return [Draft(at, at, kind, when.value, when.calendar, "medium", reason, when)]


def read_month_day_list(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "January 13 and 15, 1918": each day by itself."""
    year, month = year_of(context, match), context.word(match, "m")
    if year is not None and not _fits(context, match, month, year):
        year = None
    head, tail = match.start("m") // 2, match.end("rest") // 2
    places = [at for at in range(head + 1, tail + 1) if context.row.tokens[at].word.code in "no"]
    if context.row.tokens[places[-1]].word.code == "n" and context.after_at(places[-1]).code in ("U", "u", "M"):
        return []
    drafts = []
    for at in places:
        when = when_of(context, month, context.row.tokens[at].word.number, year, Word(""))
        if when is None:
            return []
        first = head if at == places[0] else at
        last = (match.end() + 1) // 2 - 1 if at == places[-1] and year is not None else at
        kind, reason = ("day" if year else "recurring"), "days of one month"
        drafts.append(Draft(first, last, kind, when.value, when.calendar, "medium", reason, when))
    return drafts
