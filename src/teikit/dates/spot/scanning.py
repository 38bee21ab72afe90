"""From a text to its spans: where dates may be, what forms they have there, and how each is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from teikit.dates.spot.agreement import compared
from teikit.dates.spot.forms import candidates
from teikit.dates.spot.reading import days, periods, ranges, relative, years
from teikit.dates.spot.reading.context import Context, Draft, span_of
from teikit.dates.spot.span import Span
from teikit.dates.spot.tokens import Lexer, lexer_of, row_of
from teikit.dates.spot.vocabulary import Word, fold

Reader = Callable[[Context, re.Match[str]], list[Draft]]

_READERS: dict[str, Reader] = {
    "iso": days.read_iso,
    "day_to_day": ranges.read_two_months,
    "month_day_year_to": ranges.read_two_months,
    "styles_marked": ranges.read_marked_styles,
    "month_styles_marked": ranges.read_marked_styles,
    "two_styles": ranges.read_two_styles,
    "two_styles_years": ranges.read_two_styles,
    "month_two_styles": ranges.read_two_styles,
    "day_range_months": ranges.read_two_months,
    "day_range": days.read_day_range,
    "between_days": days.read_day_range,
    "between_month_days": days.read_day_range,
    "day_list": days.read_day_list,
    "month_range_days": ranges.read_two_months,
    "month_day_range": days.read_day_range,
    "month_day_list": days.read_month_day_list,
    "month_corrected": days.read_day,
    "month_bracketed": days.read_bracketed_day,
    "month_day": days.read_day,
    "day_short": days.read_short_day,
    "roman_month": days.read_roman_month,
    "day": days.read_day,
    "year_first_range": ranges.read_two_months,
    "year_first": days.read_day,
    "weekday_day": days.read_weekday_day,
    "lunar_day": days.read_lunar_day,
    "the_day": days.read_the_day,
    "inst": days.read_inst,
    "numeric_range": days.read_numeric_range,
    "numeric": days.read_numeric,
    "months_years": years.read_months,
    "months": years.read_months,
    "between_months": years.read_months,
    "between_months_years": years.read_months,
    "month_list": years.read_month_list,
    "month": years.read_month,
    "month_of": years.read_month_of,
    "last_month": years.read_last_month,
    "month_alone": years.read_month_alone,
    "season": periods.read_season,
    "decade_range": periods.read_decades,
    "decade_named": periods.read_named_decade,
    "decade": periods.read_decade,
    "century_range": periods.read_centuries,
    "century_list": periods.read_century,
    "century": periods.read_century,
    "years": years.read_years,
    "split_year": years.read_split_year,
    "between_years": years.read_between_years,
    "year": years.read_year,
    "weekday": relative.read_weekday,
    "time": relative.read_time,
    "time_words": relative.read_time_in_words,
    "relative": relative.read_relative,
    "ago": relative.read_ago,
    "last_unit": relative.read_last_unit,
}
_BESIDE = 48
"""How many characters before and behind a telling word may belong to its date."""
_CHINESE = re.compile("[年月日號号世昨今明]")
_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f]+")
_TELLING = frozenset("MWScsREeTKlLAj")
_REMEMBERED = 50_000


def spot(text: str, *, language: str = "en", calendar: str = "gregorian", given: int | None = None) -> list[Span]:
    """Return the dates in a text, in their order; no two of them overlap.

    `language` is a BCP 47 tag; `calendar` is the one in which the text is dated where it does not say; `given` is the
    Julian Day Number of the day on which it was written, from which "yesterday", "the 22nd" and "20 February" are
    resolved, as proposals. Never raises for what a text may hold.
    """
    lexer = lexer_of(language, calendar)
    found: list[Span] = []
    for start, end in _windows(text, lexer):
        row = row_of(text, start, end, lexer)
        for span in _spans(Context(text, row, lexer.vocabulary, calendar, given, False)):
            if not found or span.start >= found[-1].end:
                found.append(span)
    return compared(text, _with_chinese(text, found, calendar, given))


def _with_chinese(text: str, found: list[Span], calendar: str, given: int | None) -> list[Span]:
    """Return the spans with those in Chinese, which are found in a text of any language and win where they overlap."""
    if text.isascii() or not _CHINESE.search(text):
        return found
    from teikit.dates.spot.chinese import spot_chinese

    chinese = list(spot_chinese(text, calendar, given))
    starts = [span.start for span in chinese]
    free = [span for span in found if not _overlaps(span, chinese, bisect_right(starts, span.start))]
    return sorted([*free, *chinese])


def _overlaps(span: Span, others: list[Span], place: int) -> bool:
    """Tell whether a span overlaps the one before, or the one at, its place among others."""
    return any(other.start < span.end and span.start < other.end for other in others[max(0, place - 1) : place + 1])


LONGEST = 200
"""The longest text that `read` takes for one date."""

_READ_TOO = ("en", "de", "fr", "it", "ru")
"""The languages in which a text is tried that is no date in its own: tags are inherited, and wrong for a date."""

_SUPPLIED = str.maketrans("[]?", "   ")
"""What an editor adds within a date: "3. 12. [1893?]"."""

_GLUE = "tOiFfgbD"
"""The codes of words that may stand beside a date that is a whole text: "the", "on", "in", "from"."""


def read(text: str, *, language: str = "en", calendar: str = "gregorian") -> Span | None:
    """Return the date that a whole text is, or None where it is none or more than one.

    Spaces, brackets, a final stop, and "on" or "the" before the date do not count. `calendar` is the one that the text
    is said to be in; a text that names its own ("O.S.", a month of another calendar) is read in that.
    """
    if len(text) > LONGEST:
        return None
    for spoken in (language, *(other for other in _READ_TOO if other != language)):
        for plain in dict.fromkeys((text, text.translate(_SUPPLIED))):
            found = _read_whole(plain, spoken, calendar)
            if found is None:
                continue
            if "?" in text:
                found = found._replace(certainty="low", reason=f"{found.reason}; with a question mark")
            return found._replace(text=text[found.start : found.end])
    return None


def _read_whole(text: str, language: str, calendar: str) -> Span | None:
    """Return the date that a text in a language is; a time of day may stand with it, and its day in another form."""
    lexer = lexer_of(language, calendar)
    context = Context(text, row_of(text, 0, len(text), lexer), lexer.vocabulary, calendar, None, True)
    spans = _with_chinese(text, list(_spans(context)), calendar, None)
    ends = [0, *(span.end for span in spans)]
    if not all(_empty(text[end : span.start], lexer) for end, span in zip(ends, spans, strict=False)):
        return None
    dates = [span for span in spans if span.kind != "time"] or spans
    if not dates or not _empty(text[ends[-1] :], lexer):
        return None
    first, *others = dates
    if any(other.days is None or other.days != first.days for other in others):
        return None
    return first._replace(others=(*first.others, *((other.value, other.calendar) for other in others)))


def _empty(rest: str, lexer: Lexer) -> bool:
    """Tell whether what stands beside a date says nothing: punctuation, "on", "the"."""
    return all(
        (word := lexer.vocabulary.words.get(fold(part))) is not None and (word.code in _GLUE or part.lower() == "at")
        for part in _WORD.findall(rest)
    )


def _windows(text: str, lexer: Lexer) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a text around its telling words: months, years, weekdays and so on."""
    start = end = -1
    for at, to in _telling(text, lexer):
        if at - _BESIDE <= end:
            end = to + _BESIDE
            continue
        if end >= 0:
            yield start, end
        start, end = _word_start(text, max(0, end, at - _BESIDE)), to + _BESIDE
    if end >= 0:
        yield start, end


def _word_start(text: str, at: int) -> int:
    """Return the beginning of the first whole word from a place on."""
    within = at > 0 and text[at - 1].isalnum() and text[at].isalnum()
    match = _WORD.match(text, at) if within else None
    return match.end() if match else at


def _telling(text: str, lexer: Lexer) -> Iterator[tuple[int, int]]:
    words, heads = lexer.vocabulary.words, lexer.prefixes
    known: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        telling = known.get(word)
        if telling is None:
            telling = _is_telling(word, words, heads)
            if len(known) < _REMEMBERED and len(word) < 40:
                known[word] = telling
        if telling == 1 or (telling == 2 and text[match.end() : match.end() + 1] in "./-:"):
            yield match.span()


def _is_telling(word: str, words: Mapping[str, Word], heads: frozenset[str]) -> int:
    """Return 1 for a word that a date may be found by, 2 for one that is telling with a mark behind it, else 0."""
    if word[0].isdigit():
        if not word.isdigit():
            return 1 if len(word) < 8 else 0
        return 1 if len(word) == 4 else 2 if len(word) < 4 else 0
    key = fold(word)
    if key in heads:
        return 1 if len(key) > 2 else 2
    found = words.get(key)
    return 1 if found is not None and found.code in _TELLING else 0


def _spans(context: Context) -> Iterator[Span]:
    position, letters = 0, context.row.letters
    while position < len(letters):
        at, drafts = len(letters), list[Draft]()
        for name, match in candidates(letters, position):
            at = match.start()
            if at % 2 == 0 and (drafts := _READERS[name](context, match)):
                break
        for draft in drafts:
            yield span_of(context, draft)
        position = (drafts[-1].last + 1) * 2 if drafts else at + (2 if at % 2 == 0 else 1)
