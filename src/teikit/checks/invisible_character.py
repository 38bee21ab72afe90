"""Characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from teikit.checks.characters import number, occurrences, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI024",
    "invisible-character",
    Severity.WARNING,
    "an invisible character that does nothing, or turns the text around",
    "Unicode Standard, 23.2 (Layout Controls), and Unicode Technical Report 36 (Unicode Security Considerations)",
    Page(
        "a zero-width space, joiner or non-joiner, a word joiner or a byte order mark within the text, and the signs "
        "that direct text to the left or the right. Joiners pass beside letters of scripts that need them (Arabic, "
        "the scripts of India, emoji …), the zero-width space beside those that write no spaces, signs of direction in "
        "a document with text that runs from right to left; overrides never do. Soft hyphens pass, and so does what "
        "is written as a character reference. One report for each character, at its first use.",
        "They come with text that was copied from elsewhere. A word with one in it is another word to every search, "
        "and an override shows a text that is not the one in the file.",
        "<p>Petro\u200bgrad</p>",
        "<p>Petrograd, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645</p>",
        "TEI023, TEI025",
    ),
)

_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_OVERRIDES = "\u202d\u202e"
_SPACES = "\u200b\u2060\ufeff\u180e\u2061\u2062\u2063\u2064"
_INVISIBLE = re.compile(f"[{_JOINERS}{_DIRECTIONS}{_OVERRIDES}{_SPACES}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PLAIN = re.compile(
    # The scripts whose letters neither join nor run together: Latin, Greek, Cyrillic, Armenian, Georgian, East Asian.
    "[\u0000-\u02ff\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff\u2010-\u2027\u2c60-\u2c7f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such character."""
    text = markup.text
    if not text or not _INVISIBLE.search(text):
        return
    is_both_ways = _RIGHT_TO_LEFT.search(text) is not None
    stray = (match for match in _INVISIBLE.finditer(text) if _is_stray(match, text, is_both_ways=is_both_ways))
    for found in occurrences(text, stray):
        name = unicodedata.name(found.text, "").lower()
        message = f"an invisible character: {number(found.text)} ({name})"
        hint = "remove it; if it is meant, write it as a character reference such as " + f"&#x{ord(found.text):04X};"
        yield report(CODE, document, found, message, hint)


def _is_stray(match: re.Match[str], text: str, *, is_both_ways: bool) -> bool:
    character = match.group()
    if character in _OVERRIDES or character == "\ufeff":
        return True
    if character in _DIRECTIONS:
        return not is_both_ways
    neighbours = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
    return all(_PLAIN.match(neighbour) for neighbour in neighbours)
