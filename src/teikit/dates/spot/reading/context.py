"""What a form is read in: the row, the text around it, and what the caller said of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates.calendars import calendar_named
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.spot.reading.when import When, days_of, nearest
from teikit.dates.spot.span import Span
from teikit.dates.spot.tokens import Row, Token
from teikit.dates.spot.vocabulary import Vocabulary, Word

_ROMAN_CALENDARS = ("gregorian", "julian", "rumi", "byzantine", "minguo")
_NONE = Word("")
_GLUE = "/.-–_:"
_CURRENCIES = "#§№$£€&="


class Context(NamedTuple):
    """A row of a text with the caller's calendar and given day; `whole` where the text is said to be one date."""

    text: str
    row: Row
    vocabulary: Vocabulary
    calendar: str
    given: int | None
    whole: bool

    def token(self, match: re.Match[str], name: str) -> Token | None:
        """Return the token at which a group of a form begins, or None where the group has not matched."""
        if name not in match.re.groupindex or (at := match.start(name)) < 0:
            return None
        return self.row.tokens[at // 2]

    def word(self, match: re.Match[str], name: str) -> Word:
        """Return the word of a group, or a word without a meaning."""
        token = self.token(match, name)
        return token.word if token else _NONE

    def letter(self, match: re.Match[str], name: str) -> str:
        """Return the letter at which a group of a form begins."""
        return self.row.letters[match.start(name)]

    def before(self, match: re.Match[str], back: int = 1) -> Word:
        """Return the word before a form, or one without a meaning where there is none."""
        at = match.start() // 2 - back
        return self.row.tokens[at].word if at >= 0 else _NONE

    def led_by(self, match: re.Match[str]) -> str:
        """Return the code of the word that leads to a form, past "the" and "of": `i` for "in the 1920s"."""
        at, letters = match.start() // 2 - 1, self.row.letters
        while at >= 0 and letters[2 * at + 1] == " " and self.row.tokens[at].word.code in "tf":
            at -= 1
        if at < 0 or letters[2 * at + 1] != " ":
            return "f" if match.start() and at < match.start() // 2 - 1 else ""
        code = self.row.tokens[at].word.code
        return "f" if code in "xUX" and at < match.start() // 2 - 1 else code

    def glued(self, match: re.Match[str]) -> bool:
        """Tell whether a form is the end of a longer number: the 5 of "5429/5", the year of "1–1955"."""
        token = self.row.tokens[match.start() // 2]
        before = self.text[max(0, token.start - 2) : token.start]
        if not before or not token.text[0].isdigit():
            return False
        return before[-1] in _CURRENCIES or (
            before[-1] in _GLUE
            and before[0].isalnum()
            and len(before) == 2
            and (before[-1] != ":" or before[0].isdigit())
        )

    def after(self, match: re.Match[str]) -> Word:
        """Return the word that follows a form after a space or a hyphen, or one without a meaning."""
        return self.after_at((match.end() + 1) // 2 - 1)

    def after_at(self, place: int) -> Word:
        """Return the word that follows the token at a place after a space or a hyphen."""
        at = place + 1
        if at >= len(self.row.tokens) or self.row.letters[at * 2 - 1] not in " ~-":
            return _NONE
        return self.row.tokens[at].word


class Draft(NamedTuple):
    """What a reader made of a form: `first` to `last` are the tokens that are its text."""

    first: int
    last: int
    kind: str
    value: str
    calendar: str
    certainty: str
    reason: str
    when: When | None = None
    until: When | None = None
    weekday: int | None = None
    others: tuple[tuple[str, str], ...] = ()


def roman_calendar(context: Context) -> str:
    """Return the calendar of dates with Roman months in this text."""
    return context.calendar if context.calendar in _ROMAN_CALENDARS else "gregorian"


def bounds(context: Context, match: re.Match[str]) -> tuple[int, int]:
    """Return the first and the last token of a form, without the glue before it."""
    first, last = match.start() // 2, (match.end() + 1) // 2 - 1
    while first < last and _leads(context.row.tokens[first].word):
        first += 1
    return first, last


def _leads(word: Word) -> bool:
    """Tell whether a word may begin a form without being part of its date."""
    return word.code in "irOFfabtu" and word.name in ("", "the")


def span_of(context: Context, draft: Draft) -> Span:
    """Return the span of a draft: its text, its days, and how sure they are."""
    start, end = context.row.tokens[draft.first].start, context.row.tokens[draft.last].end
    start, end = _bracketed(context.text, start, end)
    days, fault = _days(draft)
    if not fault and draft.when is not None and draft.when.year is None and context.given is not None:
        draft = _resolved(draft, draft.when, context.given)
        days, fault = _days(draft)
    if fault:
        draft = draft._replace(certainty="low", reason=fault)
    return Span(
        start,
        end,
        context.text[start:end],
        draft.kind,
        draft.value,
        draft.calendar,
        None if fault else days,
        draft.certainty,
        draft.reason,
        draft.weekday,
        draft.others,
    )


def _days(draft: Draft) -> tuple[Interval | None, str]:
    """Return the days of a draft, and what is wrong with them ('' for nothing)."""
    when, until = draft.when, draft.until
    if when is None:
        return None, ""
    days, fault = days_of(when)
    if until is None or fault:
        return days, fault
    last, fault = days_of(until)
    if days is None or last is None or fault:
        return None, fault
    return (None, "it ends before it begins") if days.first > last.last else (Interval(days.first, last.last), "")


def _resolved(draft: Draft, when: When, given: int) -> Draft:
    """Return a draft without a year as the one nearest to the given day."""
    first, until = nearest(when, given), draft.until
    if first.year is None:
        return draft
    reason = f"{draft.reason}; the {'year is that of' if when.month else 'nearest to'} the given day"
    if until is None:
        others = tuple((_same_day(first, name) or value, name) for value, name in draft.others)
        return draft._replace(value=first.value, certainty="medium", reason=reason, when=first, others=others)
    later = (until.month or 0, until.day or 31) >= (when.month or 0, when.day or 1)
    until = until._replace(year=first.year if later else first.year + 1, month=until.month or first.month)
    value = f"{first.value}/{until.value}"
    return draft._replace(value=value, certainty="medium", reason=reason, when=first, until=until)


def _same_day(when: When, calendar: str) -> str:
    """Return a day in another calendar; '' where it is in the same one, and its other reading stays as it is."""
    days = days_of(when)[0]
    if calendar == when.calendar or days is None or days.first != days.last:
        return ""
    try:
        date = calendar_named(calendar).date(days.first)
    except DateError:
        return ""
    return When(calendar, date.year, date.month, date.day).value


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the bracket that closes one which it opens."""
    inside = text[start:end]
    for opening, closing in ("()", "[]"):
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
