"""What a form is read in: the row, the text around it, and what the caller said of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from teikit.dates.spot.span import Span
from teikit.dates.spot.tokens import Row, Token
from teikit.dates.spot.vocabulary import Vocabulary, Word
from teikit.dates.spot.when import When, days_of, nearest

_ROMAN_CALENDARS = ("gregorian", "julian", "rumi", "byzantine", "minguo")
_NONE = Word("")
_GLUE = "/.-–_"
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

    def token_index(self, match: re.Match[str], name: str) -> int:
        """Return the place in the row of the token at which a group begins."""
        return match.start(name) // 2

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
        return before[-1] in _CURRENCIES or (before[-1] in _GLUE and before[0].isalnum() and len(before) == 2)

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
    while first < last and context.row.tokens[first].word.code in "irOFfabt":
        first += 1
    return first, last


def span_of(context: Context, draft: Draft) -> Span:
    """Return the span of a draft: its text, its days, and how sure they are."""
    from teikit.dates.spot.when import spanned

    start, end = context.row.tokens[draft.first].start, context.row.tokens[draft.last].end
    start, end = _bracketed(context.text, start, end)
    when, value, kind, certainty, reason = draft.when, draft.value, draft.kind, draft.certainty, draft.reason
    days, fault = (None, "") if when is None else days_of(when)
    if when is not None and when.year is None and context.given is not None and not fault and draft.until is None:
        when = nearest(when, context.given)
        days, value, certainty = days_of(when)[0], when.value, "medium"
        reason = (
            f"{reason}; the year is that of the given day"
            if draft.when and draft.when.month
            else (f"{reason}; the nearest to the given day")
        )
    if when is not None and draft.until is not None:
        fault = fault or days_of(draft.until)[1]
        days = None if fault else spanned(when, draft.until)
        if days is None and not fault and when.year is not None:
            fault = "it ends before it begins"
    if fault:
        certainty, reason, days = "low", fault, None
    return Span(
        start, end, context.text[start:end], kind, value, draft.calendar, days, certainty, reason, draft.weekday,
        draft.others,
    )  # fmt: skip


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the bracket that closes one which it opens."""
    inside = text[start:end]
    for opening, closing in ("()", "[]"):
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
