"""The words of the compact syntax, with their places (RELAX NG Compact Syntax, §2 and appendix A)."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from typing import NamedTuple

from teikit.rng.syntax.names import is_ncname

KEYWORDS = frozenset(
    """attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed
    parent start string text token""".split()  # noqa: SIM905
)
_NAME = r"[A-Za-z_\u00c0-\U0010ffff][A-Za-z0-9_.\-\u00b7\u00c0-\U0010ffff]*"
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\n]+)
  | (?P<documentation>\#\#[^\n]*)
  | (?P<comment>\#[^\n]*)
  | (?P<literal>\"\"\".*?\"\"\" | '''.*?''' | "[^"\n]*" | '[^'\n]*')
  | (?P<cname>{_NAME}:{_NAME})
  | (?P<nsname>{_NAME}:\*)
  | (?P<name>\\?{_NAME})
  | (?P<mark>>> | \|= | &= | [~=,&|?*+\-(){{}}\[\]])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\x+\{([^}\n]*)\}?")
_ESCAPED_NEWLINE = "\x00"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class CompactError(Exception):
    """A place where the text is not in the compact syntax."""

    def __init__(self, message: str, line: int, column: int, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


class Token(NamedTuple):
    """One word. `kind`: name, keyword, cname, nsname, literal, documentation, mark or end; `text`: what it stands for.

    `comments` are those before it.
    """

    kind: str
    text: str
    line: int
    column: int
    comments: tuple[str, ...] = ()


class _Places:
    """Line and column of an offset in the text, after its `\\x{…}` escapes were put in."""

    def __init__(self, source: str) -> None:
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._offsets = [0]
        self._shifts = [0]
        self.text = _ESCAPE.sub(self._escaped, source) if "\\x" in source else source

    def _escaped(self, match: re.Match[str]) -> str:
        digits = match.group(1) if match.group().endswith("}") else ""
        good = 0 < len(digits) < 8 and all(digit in "0123456789abcdefABCDEF" for digit in digits)
        number = int(digits, 16) if good else 0x110000
        character = chr(number) if number < 0x110000 else "\x01"
        if character == "\n":
            character = _ESCAPED_NEWLINE
        elif _FORBIDDEN.match(character):
            line, column = self._place(match.start())
            raise CompactError(f"“{match.group()}” is not a character of XML", line, column)
        self._offsets.append(match.start() - self._shifts[-1] + 1)
        self._shifts.append(self._shifts[-1] + len(match.group()) - 1)
        return character

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def of(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column."""
        return self._place(offset + self._shifts[bisect_right(self._offsets, offset) - 1])


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with a byte order mark (§2)."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CompactError("the file is not in UTF-8", line, 1, "save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = _FORBIDDEN.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + 1
        column = wrong.start() - text.rfind("\n", 0, wrong.start())
        raise CompactError(f"the character U+{ord(wrong.group()):04X} is not allowed", line, column, "remove it")
    return text


def tokens(text: str) -> list[Token]:
    """Return the words of a schema, the last of which is `end`. Raises `CompactError`."""
    places = _Places(text)
    text = places.text
    found: list[Token] = []
    comments: list[str] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        line, column = places.of(position)
        if match is None:
            raise _stray(text, position, line, column)
        position = match.end()
        kind, word = str(match.lastgroup), match.group()
        if kind == "comment":
            comments.append(word[1:])
        elif kind != "space":
            found.append(_token(kind, word, line, column, tuple(comments)))
            comments.clear()
    line, column = places.of(position)
    found.append(Token("end", "", line, column, tuple(comments)))
    return found


def _token(kind: str, word: str, line: int, column: int, comments: tuple[str, ...]) -> Token:
    if kind == "literal":
        width = 3 if len(word) > 5 and word[:3] in ('"""', "'''") else 1
        return Token(kind, word[width:-width].replace(_ESCAPED_NEWLINE, "\n"), line, column, comments)
    if kind == "documentation":
        content = word.lstrip("#").replace(_ESCAPED_NEWLINE, "\n")
        return Token(kind, content.removeprefix(" "), line, column, comments)
    if kind == "name":
        kind = "keyword" if word in KEYWORDS else "name"
        word = word.removeprefix("\\")
    if kind in ("name", "cname", "nsname") and not all(is_ncname(part) for part in word.removesuffix(":*").split(":")):
        raise CompactError(f"“{word[:60]}” is not a name", line, column)
    return Token(kind, word, line, column, comments)


def _stray(text: str, position: int, line: int, column: int) -> CompactError:
    if text[position] in "\"'":
        hint = "close it on the same line, or use three quotation marks for several lines"
        return CompactError("a literal is not closed", line, column, hint)
    shown = text[position].replace(_ESCAPED_NEWLINE, "\\x{A}")
    return CompactError(f"“{shown}” has no meaning here", line, column)
