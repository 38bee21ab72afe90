"""Readers of forms without a day: months, years, and ranges of them."""

from __future__ import annotations

import re

from teikit.dates.spot.reading.context import Context, Draft, bounds
from teikit.dates.spot.reading.parts import MUNDI, Year, following, likely_year, style_of, when_of, year_of
from teikit.dates.spot.reading.ranges import ranged
from teikit.dates.spot.reading.when import When, days_of, month_from
from teikit.dates.spot.tokens import Token
from teikit.dates.spot.vocabulary import Word

PARTS = {"early": (0, 4), "mid": (4, 8), "late": (8, 12), "first half": (0, 6), "second half": (6, 12)}
"""The months of a year that a part of it means: of twelve, from the first to before the last."""
_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31)}
_YEARLY = ("i", "f", "F", "r", "O", "L", "M", "s", "u")
"""The codes of words that lead to a year: "in", "of", "since"."""
_BARE = 1500
"""The earliest year that a bare number may be in running text."""


def read_month(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a month of a year: "January 1918", "late January 1918"."""
    month, year = context.word(match, "m"), year_of(context, match)
    if year is None or (month.name == "roman" and not _yearly(context, match, year)):
        return []
    when = when_of(context, month, None, year, style_of(context, match))
    if when is None:
        return []
    certainty, reason = (
        ("low", "a year of two digits, taken as of the twentieth century")
        if year.short
        else ("high", "a month and a year")
    )
    return [_parted(context, match, when, "month", certainty, reason)]


def _yearly(context: Context, match: re.Match[str], year: Year) -> bool:
    return context.whole or year.short or year.calendar != "" or year.number >= 100 or year.number < 0


def _parted(context: Context, match: re.Match[str], when: When, kind: str, certainty: str, reason: str) -> Draft:
    """Return the draft of a month or a year, or of the part of it that is early, late and so on."""
    first, last = bounds(context, match)
    part = context.word(match, "p").name
    if not part:
        return Draft(first, last, kind, when.value, when.calendar, certainty, reason, when)
    begin, end = part_of(when, part)
    value = f"{begin.value}/{end.value}"
    reason = f"{part} in the {'month' if when.month else 'year'}, taken as a part of it"
    return Draft(first, last, "range", value, when.calendar, "medium", reason, begin, end)


def part_of(when: When, part: str) -> tuple[When, When]:
    """Return the first and the last date of the early, middle or late part of a year or a month."""
    if when.month is None:
        start, stop = PARTS[part]
        return when._replace(month=start + 1), when._replace(month=stop)
    start, stop = _DAYS[part]
    return when._replace(day=start), when._replace(day=min(stop, _length(when)))


def _length(when: When) -> int:
    """Return the number of days of a month; the highest it may have, where the year is not known."""
    days = days_of(when)[0]
    if days is not None:
        return days.last - days.first + 1
    roman = when.calendar in ("gregorian", "julian")
    return 29 if when.month == 2 and roman else 30 if when.month in (4, 6, 9, 11) or not roman else 31


def read_months(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a range of months: "January–February 1918", "May 1917 to June 1918"."""
    year2 = year_of(context, match, "2") if "y2" in match.re.groupindex else year_of(context, match)
    year1 = year_of(context, match, "1") if "y1" in match.re.groupindex else year2
    month1, month2 = context.word(match, "m1"), context.word(match, "m2")
    if year1 is year2 and year2 is not None and month2.number < month1.number and month1.name == month2.name:
        year1 = year2._replace(number=year2.number - 1)
    first = when_of(context, month1, None, year1, Word(""))
    last = when_of(context, month2, None, year2, Word(""))
    if first is None or last is None or year1 is None or year2 is None or not _yearly(context, match, year2):
        return []
    return [ranged(context, match, first, last, "two months")]


def read_month_list(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read the first month of "January and February 1918"; the other is read in its turn."""
    when = when_of(context, context.word(match, "m"), None, year_of(context, match), Word(""))
    at = match.start("m") // 2
    if when is None:
        return []
    reason = "the year stands with the month that follows"
    return [Draft(at, at, "month", when.value, when.calendar, "medium", reason, when)]


def read_month_of(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "January of this year", "January of last year"."""
    mark, month = context.word(match, "L"), context.word(match, "m")
    if not mark.code:
        return []
    if context.given is not None and month.name == "roman":
        year = month_from(context.given, "gregorian", 12 * mark.number)[0]
        when = When("gregorian", year, month.number)
        return [_parted(context, match, when, "month", "medium", "the year is counted from the given day")]
    return _bare_month(context, match, month)


def read_last_month(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "last November", "next May"."""
    which, month = context.word(match, "L").number, context.word(match, "m")
    first, last = bounds(context, match)
    calendar = "gregorian" if month.name == "roman" else month.name
    when = When(calendar, None, month.number)
    if context.given is None or month.name != "roman":
        return [Draft(first, last, "month", when.value, calendar, "medium", "a month without a year", None)]
    year, current = month_from(context.given, "gregorian", 0)
    if which < 0 and month.number >= current:
        year -= 1
    if which > 0 and month.number <= current:
        year += 1
    when = when._replace(year=year)
    return [Draft(first, last, "month", when.value, calendar, "medium", "the year is counted from the given day", when)]


def read_month_alone(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "in November", "late January", where the word is clearly a month."""
    month, token = context.word(match, "m"), context.token(match, "m")
    if context.whole:
        return _bare_month(context, match, month)
    led = context.word(match, "p").code or context.led_by(match)
    name = month.case == "name" or month.name != "roman"
    if token is None or (name and led not in ("i", "p", "L")) or (name and led == "i" and token.text.endswith(".")):
        return []
    following_word = context.after(match)
    if following_word.code in ("d", "W", "E", "s") or (
        following_word.code == "x" and following_word.name[:1].isupper()
    ):
        return []
    if not led and (context.before(match).code in ("x", "W") and context.before(match).name[:1].isupper()):
        return []
    return _bare_month(context, match, month)


def _bare_month(context: Context, match: re.Match[str], month: Word) -> list[Draft]:
    when = when_of(context, month, None, None, Word(""))
    return [] if when is None else [_parted(context, match, when, "month", "medium", "a month without a year")]


def read_years(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a range of years: "1917-1919", "1915–16", "late 1917 to early 1918"."""
    first = year_of(context, match, "1")
    if first is None or first.short or not (_likely(context, first) or context.token(match, "e2")):
        return []
    short = context.token(match, "n2")
    if short and first.calendar:
        second: Year | None = first._replace(number=short.word.number)
    else:
        second = Year(following(first.number, short.word.number)) if short else year_of(context, match, "2")
    if second is None or second.short or _counted(context, match):
        return []
    if second.number < 0 < first.number:
        first = first._replace(number=-first.number)
    if not (second.number > first.number and (second.number < 0 or _likely(context, second) or short)):
        return _contradicting(context, match, first, second)
    if short and second.number - first.number > 50:
        return []
    calendar = second.calendar or first.calendar or _plain(context)
    begin, end = (
        When(calendar, first.number, None, None, first.era),
        When(calendar, second.number, None, None, second.era),
    )
    if part := context.word(match, "p").name:
        begin = part_of(begin, part)[0]
    if part := context.word(match, "p2").name:
        end = part_of(end, part)[1]
    return [ranged(context, match, begin, end, "two years")._replace(weekday=None)]


def _contradicting(context: Context, match: re.Match[str], first: Year, second: Year) -> list[Draft]:
    """Return a range of an era's years that ends before it begins: an editor wants to know."""
    if not (first.calendar and first.calendar == second.calendar):
        return []
    begin, end = When(first.calendar, first.number, era=first.era), When(second.calendar, second.number, era=second.era)
    return [ranged(context, match, begin, end, "two years")]


def _plain(context: Context) -> str:
    return context.calendar if context.calendar != "chinese" and context.calendar != "japanese" else "gregorian"


def _likely(context: Context, year: Year) -> bool:
    return bool(year.calendar) or year.number < 0 or likely_year(context, year.number)


def _counted(context: Context, match: re.Match[str]) -> bool:
    """Tell whether the words around say that a number is not a year: "No. 1917", "1917 rubles"."""
    if context.whole:
        return False
    before, behind = context.before(match), context.after(match)
    if behind.code in ("U", "u") or context.glued(match) or _acronym(context, match):
        return True
    return before.code == "X" and (before.number == 1 or context.token(match, "y2") is None)


def _acronym(context: Context, match: re.Match[str]) -> bool:
    """Tell whether a number stands behind letters that are counted: "RFC 2046"."""
    if not match.start() or match.string[match.start() - 1] != " " or context.token(match, "y2") is not None:
        return False
    text = context.row.tokens[match.start() // 2 - 1].text
    return len(text) > 1 and text.isupper() and context.before(match).code == "x"


def read_split_year(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "1917/18"."""
    first, second = context.word(match, "y1").number, context.word(match, "n2").number
    if second > 31 and _islamic(first, second):
        return [_two_eras(context, match, first, second)]
    last = following(first, second)
    if not likely_year(context, first) or not first < last <= first + 50 or _counted(context, match):
        return []
    calendar = _plain(context)
    if context.calendar in ("islamic", "rumi") and last > first + 1:
        return []
    return [ranged(context, match, When(calendar, first), When(calendar, last), "two years")]


def _islamic(year: int, gregorian: int) -> bool:
    """Tell whether a Gregorian year may begin within, or hold the beginning of, a year of the Hijra."""
    return abs(year * 0.970224 + 621.57 - gregorian) < 1.5


def _two_eras(context: Context, match: re.Match[str], year: int, gregorian: int) -> Draft:
    first, last = bounds(context, match)
    when = When("islamic", year)
    second = context.word(match, "n3")
    value = f"{gregorian}/{following(gregorian, second.number)}" if second.code else f"{gregorian}"
    reason = "a year of the Hijra and its Gregorian year"
    return Draft(first, last, "year", when.value, "islamic", "high", reason, when, None, None, ((value, "gregorian"),))


def read_between_years(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read "between 1917 and 1919"."""
    first, second = year_of(context, match, "1"), year_of(context, match, "2")
    if first is None or second is None or not _likely(context, first) or not _likely(context, second):
        return []
    if first.number >= second.number or context.after(match).code == "U":
        return []
    calendar = second.calendar or _plain(context)
    return [ranged(context, match, When(calendar, first.number), When(calendar, second.number), "two years")]


def read_year(context: Context, match: re.Match[str]) -> list[Draft]:
    """Read a year alone, where the words around allow it: "in 1917", "44 BCE", "ca. 1355", "Minguo 7"."""
    year = year_of(context, match)
    if year is None or year.short or _counted(context, match):
        return []
    marked = year.calendar != "" or context.token(match, "e") is not None or context.token(match, "f") is not None
    token = context.token(match, "y")
    if not marked and not _bare_year(context, match, token, year.number):
        return []
    mundi = year.calendar == MUNDI
    if mundi:
        year = year._replace(calendar="hebrew" if context.calendar == "hebrew" else "byzantine")
    calendar = year.calendar or ("julian" if context.calendar == "julian" else _plain(context))
    when = When(calendar, year.number, None, None, year.era)
    draft = _parted(context, match, when, "year", *_year_certainty(context, match, marked))
    if year.other is not None:
        draft = ranged(context, match, when._replace(year=year.other), when, "two years")
    if mundi and context.calendar not in ("hebrew", "byzantine"):
        reason = "a year from the creation of the world, by the Byzantine or the Hebrew count"
        draft = draft._replace(certainty="medium", reason=reason, others=((when.value, "hebrew"),))
    return [draft] if draft.certainty != "none" else []


def _bare_year(context: Context, match: re.Match[str], token: Token | None, number: int) -> bool:
    if token is None:
        return False
    if context.whole:
        return token.word.code in "yhv"
    if token.word.code == "h":
        return context.token(match, "q") is not None
    return token.word.code == "y" and likely_year(context, number) and not _enumerates(context, token)


def _enumerates(context: Context, token: Token) -> bool:
    """Tell whether a number begins a paragraph and has a stop behind it, or is the start of a longer number."""
    behind = context.text[token.end : token.end + 2]
    if behind[:1] in ("/", "-", "–", "—") and behind[1:].isdigit():
        return True
    return behind[:1] in (".", ")") and not context.text[max(0, token.start - 40) : token.start].rpartition("\n")[
        2
    ].strip(" (")


def _year_certainty(context: Context, match: re.Match[str], marked: bool) -> tuple[str, str]:
    if circa := context.token(match, "q"):
        return "medium", f'"{circa.text}" before the year'
    if marked:
        return "high", "a year with its era"
    if context.whole or context.token(match, "p") or context.led_by(match) in _YEARLY:
        return "high", "a year with a word before it that years have"
    start = context.row.tokens[match.start() // 2].start
    if context.text[start - 1 : start] in ("(", "["):
        return "high", "a year in brackets"
    if context.word(match, "y").number < _BARE:
        return "none", ""
    return "medium", "a number that may be a year"
