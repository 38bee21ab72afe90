"""A text as a row of tokens, and as a row of letters that says what each may be in a date.

Between the letters of two tokens stands the letter of their gap, so a token's index is half of its letter's. `forms`
matches patterns on these letters: they are short, the same for every language, and never see hostile text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from teikit.dates.spot.vocabulary import Vocabulary, Word, fold, vocabulary_of

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670ʹʾʿ"
_WORD = rf"[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*"
_NUMBERS = r"""
(?P<I>[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-]))
|(?P<N>\d{1,4}(?P<mark>[./-])\s{0,3}(?:\d{1,2}|[IVX]{1,4})(?P=mark)\s{0,3}\d{2,4}(?![\d-]|[./,]\d))
|(?P<hash>\d+(?:[,.]\d+)+\w*|\d{5,}\w*)
|(?P<S>\d{3}0(?:['’]?s|er|-е|-х|-ых)\b)
|(?P<time>(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?=CLOCK))
|(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\d:])
|(?P<o>\d{1,2}(?=ORDINAL))(?:ORDINAL)
|(?P<d>\d{1,4})(?![^\Wгهم]|[гم]\w|ه(?!ـ)\w|هـ\w|[.,]\d)
|(?P<joined>\d{1,4})(?=[A-Z](?:[a-z]{2}|\s[a-z]))
|(?P<k>['’]\d\d)(?!\w)
|(?P<odd>\d\w*)
"""
_PIECE = re.compile(rf"(?P<word>{_WORD})|[0-9\u0660-\u0669\u06f0-\u06f9]|(?<!\w)['’](?=[0-9]{{2}}(?!\w))")
_REMEMBERED = 50_000
_LONG = 40
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_GAPS = {"": "~", "-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", ".,": ",", "،": ",", ".-": "-", ".–": "-"}
_GAPS |= {"[": "(", "]": ")", "],": ")", "),": ")", ",(": "(", ")/": "/", "“": " ", '"': " ", "'": " ", "’": " "}
_SINGLE = frozenset(",./()")
_FOLLOWING = re.compile(rf"[-.’'ʼ]{{0,2}}[^\S\n]{{0,3}}[-’'ʼ]?({_WORD}|\d{{1,2}}(?!\d))")
PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


class Token(NamedTuple):
    """A word or a number: what it may be in a date, and where it stands."""

    word: Word
    start: int
    end: int
    text: str


class Row(NamedTuple):
    """The tokens of a piece of text, and their letters with those of the gaps between."""

    tokens: list[Token]
    letters: str


class Lexer(NamedTuple):
    """A language's words in texts of a calendar, and the patterns that find numbers.

    `prefixes` are the beginnings of names of several words; `known` remembers what a written word was looked up as.
    """

    vocabulary: Vocabulary
    numbers: re.Pattern[str]
    clock: re.Pattern[str]
    ordinal: re.Pattern[str]
    prefixes: frozenset[str]
    known: dict[str, Word]


@lru_cache(maxsize=32)
def lexer_of(language: str, calendar: str) -> Lexer:
    """Return the lexer of a language (a BCP 47 tag) in texts of a calendar."""
    vocabulary = vocabulary_of(language, calendar)
    clock = re.sub(r"\?P<\w+>", "?:", vocabulary.clock)
    numbers = _NUMBERS.replace("ORDINAL", vocabulary.ordinal).replace("CLOCK", clock).replace("\n", "")
    parts = [key.split(" ") for key in vocabulary.words if " " in key]
    prefixes = frozenset(" ".join(words[:count]) for words in parts for count in range(1, len(words)))
    return Lexer(
        vocabulary, re.compile(numbers), re.compile(vocabulary.clock), re.compile(vocabulary.ordinal), prefixes, {}
    )


def row_of(text: str, start: int, end: int, lexer: Lexer) -> Row:
    """Return the tokens of `text` that begin from `start` to before `end`."""
    tokens: list[Token] = []
    letters: list[str] = []
    position = start
    while (match := _PIECE.search(text, position)) and match.start() < end:
        if match["word"]:
            token = _named(match[0], match.start(), match.end(), text, lexer)
        else:
            token = _numeric(match.start(), text, lexer)
        if tokens:
            letters.append(_gap(text[tokens[-1].end : token.start]))
        tokens.append(token)
        letters.append(token.word.code)
        position = token.end
    return Row(tokens, "".join(letters))


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None where it is none."""
    if not text or len(text) > 15 or not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-digit if digit < max(digits[at:]) else digit for at, digit in enumerate(digits))


def _gap(between: str) -> str:
    if between == " ":
        return " "
    if len(between) > 12 or PARAGRAPH.search(between):
        return "|"
    mark = "".join(between.split())
    if not mark:
        return " " if between else "~"
    return mark if mark in _SINGLE else _GAPS.get(mark, "|")


def _numeric(start: int, text: str, lexer: Lexer) -> Token:
    """Return the token of what begins with a digit, or with an apostrophe before one."""
    match = lexer.numbers.match(text, start)
    if match is None:
        return Token(Word("#"), start, start + 1, text[start])
    kind, found = match.lastgroup or "", match[0]
    if kind == "time":
        return _time(found, start, text, lexer)
    word = _NUMBER_WORDS[kind](found) if kind in _NUMBER_WORDS else Word("#")
    return Token(word, start, match.end(), found)


def _named(found: str, start: int, end: int, text: str, lexer: Lexer) -> Token:
    """Return the token of a word, which may be the first of a name of several, or an abbreviation with its stop."""
    word = lexer.known.get(found)
    if word is None:
        word = _looked_up(found, lexer)
        if len(lexer.known) < _REMEMBERED and len(found) < _LONG:
            lexer.known[found] = word
    if word.case == "head":
        word, end = _longest(found, end, text, lexer)
    if word.stop and text.startswith(".", end):
        end += 1
    return Token(word, start, end, text[start:end])


def _looked_up(found: str, lexer: Lexer) -> Word:
    """Return what a written word is by itself; the case `head` says that a longer name may begin with it."""
    key = fold(found) if len(found) < _LONG else ""
    return Word("", case="head") if key in lexer.prefixes else _single(found, key, lexer)


def _single(found: str, key: str, lexer: Lexer) -> Word:
    word = lexer.vocabulary.words.get(key)
    if word is None:
        return _unknown(found, lexer)
    if word.case == "name" and not found[0].isupper() and found[0].lower() != found[0].upper():
        return Word("x", 0, found)
    return word


def _unknown(found: str, lexer: Lexer) -> Word:
    """Return what a word is that no vocabulary has: a Roman numeral, an ordinal of one (XVIIIe), or any word."""
    stem = found[: len(found) - len(found.lstrip("IVX"))]
    if stem and (value := roman(stem)) and lexer.ordinal.fullmatch(found, len(stem)):
        return Word("o", value)
    value = roman(found.upper() if found.islower() and len(found) > 4 else found)
    return Word("x", 0, found[:_LONG]) if value is None else Word("v", value)


def _longest(found: str, end: int, text: str, lexer: Lexer) -> tuple[Word, int]:
    """Return the longest name that begins with a word, and where it ends."""
    name = fold(found)
    word, at = _single(found, name, lexer), end
    while name in lexer.prefixes and (following := _FOLLOWING.match(text, at)):
        at, name = following.end(), f"{name} {fold(following[1])}"
        longer = lexer.vocabulary.words.get(name)
        if longer is not None and (longer.case != "name" or found[0].isupper() or found[0].lower() == found[0].upper()):
            word, end = longer, at
    return word, end


def _time(found: str, start: int, text: str, lexer: Lexer) -> Token:
    match = lexer.clock.match(text, start + len(found))
    end = match.end() if match else start + len(found)
    told = {name[:2] for name, value in match.groupdict().items() if value} if match else set()
    hours, _, minutes = found.replace(".", ":").partition(":")
    hour = int(hours)
    if "pm" in told and hour < 12:
        hour += 12
    if "am" in told and hour == 12:
        hour = 0
    return Token(Word("T", hour * 60 + int(minutes or 0), "told" if told else ""), start, end, text[start:end])


def _plain(found: str) -> Word:
    number = int(found)
    if len(found) == 4:
        return Word("y", number)
    if len(found) == 3:
        return Word("h", number)
    return Word("n" if 1 <= number <= 31 else "m", number)


def _clock(found: str) -> Word:
    hours, minutes = found.split(":")[:2]
    return Word("T", int(hours) * 60 + int(minutes), "told")


_NUMBER_WORDS: dict[str, Callable[[str], Word]] = {
    "I": lambda found: Word("I", 0, found),
    "N": lambda found: Word("N", 0, found),
    "S": lambda found: Word("S", int(found[:4])),
    "clock": _clock,
    "o": lambda found: Word("o", int("".join(takewhile(str.isdigit, found)))),
    "d": _plain,
    "joined": _plain,
    "k": lambda found: Word("k", int(found[1:])),
}
