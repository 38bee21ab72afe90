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
|(?P<N>\d{1,4}(?P<mark>[./-])\s?(?:\d{1,2}|[IVX]{1,4})(?P=mark)\s?\d{2,4}(?![\d-]|[./,]\d))
|(?P<hash>\d+(?:[,.]\d+)+\w*|\d{5,}\w*)
|(?P<S>\d{3}0['’]?s\b)
|(?P<time>(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?=CLOCK))
|(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\d:])
|(?P<o>\d{1,2}(?=ORDINAL))(?:ORDINAL)
|(?P<d>\d{1,4})(?!\w|[.,]\d)
|(?P<joined>\d{1,4})(?=[A-Z](?:[a-z]{2}|\s[a-z]))
|(?P<k>['’]\d\d)(?!\w)
|(?P<odd>\d\w*)
"""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_GAPS = {"": "~", "-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", ".,": ",", "،": ",", ".-": "-", ".–": "-"}
_GAPS |= {"[": "(", "]": ")", "],": ")", "),": ")", ",(": "(", "“": " ", '"': " "}
_SINGLE = frozenset(",./()")
_FOLLOWING = re.compile(rf"[^\S\n]*[-.’'ʼ]?[^\S\n]*({_WORD}|\d+)")
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
    """A language's words, and the pattern that finds them."""

    vocabulary: Vocabulary
    pattern: re.Pattern[str]
    phrases: dict[str, Word]
    heads: frozenset[str]


@lru_cache(maxsize=32)
def lexer_of(language: str, calendar: str) -> Lexer:
    """Return the lexer of a language (a BCP 47 tag) in texts of a calendar."""
    vocabulary = vocabulary_of(language, calendar)
    numbers = _NUMBERS.replace("ORDINAL", vocabulary.ordinal).replace(
        "CLOCK", re.sub(r"\?P<\w+>", "?:", vocabulary.clock)
    )
    named = {f"p{number}": word for number, (_, word) in enumerate(vocabulary.phrases)}
    phrases = "|".join(f"(?P<p{number}>{pattern})" for number, (pattern, _) in enumerate(vocabulary.phrases))
    alternatives = "|".join(part for part in (f"(?<!\\w)(?:{phrases})", "".join(numbers.split("\n"))) if part)
    pattern = re.compile(rf"{alternatives}|(?P<word>{_WORD})")
    heads = frozenset(key.split(" ")[0] for key in vocabulary.words if " " in key)
    return Lexer(vocabulary, pattern, named, heads)


def row_of(text: str, start: int, end: int, lexer: Lexer) -> Row:
    """Return the tokens of `text` that begin from `start` to before `end`."""
    tokens: list[Token] = []
    letters: list[str] = []
    position = start
    while (match := lexer.pattern.search(text, position)) and match.start() < end:
        token = _token(match, text, lexer)
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


def _token(match: re.Match[str], text: str, lexer: Lexer) -> Token:
    kind = match.lastgroup or ""
    start, end, found = match.start(), match.end(), match[0]
    if kind == "word":
        return _named(found, start, end, text, lexer)
    if kind in lexer.phrases:
        return Token(lexer.phrases[kind], start, end, found)
    if kind == "time":
        return _time(found, start, text, lexer)
    word = _NUMBER_WORDS[kind](found) if kind in _NUMBER_WORDS else Word("#")
    return Token(word, start, end, found)


def _named(found: str, start: int, end: int, text: str, lexer: Lexer) -> Token:
    """Return the token of a word, which may be the first of a name of several, or an abbreviation with its stop."""
    key = fold(found)
    word, words = lexer.vocabulary.words.get(key), lexer.vocabulary.words
    if key in lexer.heads:
        at, name = end, key
        while len(name) < 40 and (following := _FOLLOWING.match(text, at)):
            at, name = following.end(), f"{name} {fold(following[1])}"
            if name in words:
                word, end = words[name], at
    if word is None:
        value = roman(found)
        word = Word("x", 0, found) if value is None or found == "I" else Word("v", value)
    elif word.case == "name" and not found[0].isupper() and found[0].lower() != found[0].upper():
        word = Word("x", 0, found)
    if word.stop and text.startswith(".", end):
        end += 1
    return Token(word, start, end, text[start:end])


def _time(found: str, start: int, text: str, lexer: Lexer) -> Token:
    match = re.compile(lexer.vocabulary.clock).match(text, start + len(found))
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
