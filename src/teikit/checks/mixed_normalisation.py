"""Letters that are written as one character here and as two there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from teikit.checks.characters import number, occurrences, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI022",
    "mixed-normalisation",
    Severity.WARNING,
    "composed and decomposed letters in one document",
    "Unicode Standard Annex 15 (Unicode Normalization Forms); TEI P5 Guidelines, vi.2 (Characters)",
    Page(
        "a letter with its accent as two characters (`e` and U+0301), where the document has accented letters that "
        "are one character (`é`, U+00E9); and a character such as U+1F71 or U+212B for which the document has its "
        "canonical equal, too. One report for a document, with the number of such letters. A document that is "
        "composed or decomposed throughout passes.",
        "The two look alike and are not equal: searching for one does not find the other, and lists sort them apart.",
        "<p>Caf\u00e9 and cafe\u0301.</p>",
        "<p>Caf\u00e9 and caf\u00e9.</p>",
        "TEI025",
    ),
)

_DECOMPOSED = re.compile(r"\w[\u0300-\u036f\u0653-\u0655\u093c\u3099\u309a]+")
_SINGLETON = re.compile(
    r"[\u1f71\u1f73\u1f75\u1f77\u1f79\u1f7b\u1f7d\u1fbb\u1fc9\u1fcb\u1fdb\u1feb\u1ff9\u1ffb"
    r"\u2126\u212a\u212b]"
)
_MOST = 100_000


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic where a document mixes the two."""
    text = markup.text
    if not text or unicodedata.is_normalized("NFC", text):
        return
    found = [match for match in _DECOMPOSED.finditer(text) if _composes(match.group())][:_MOST]
    if found and not _has_composed(text):
        found = []
    found += [match for match in _SINGLETON.finditer(text) if _composed(match.group()) in text][:_MOST]
    if not found:
        return
    first = min(found, key=lambda match: match.start())
    (occurrence,) = occurrences(text, iter([first]))
    letter = _composed(first.group())
    written = " ".join(map(number, first.group()))
    message = f"“{letter}” is written {written} here, while the document has composed letters elsewhere"
    hint = "bring the whole text into one form, best NFC"
    yield report(CODE, document, occurrence._replace(total=len(found)), message, hint)


def _composed(letter: str) -> str:
    return unicodedata.normalize("NFC", letter)


def _composes(letter: str) -> bool:
    return len(_composed(letter)) < len(letter)


def _has_composed(text: str) -> bool:
    """Tell whether a text has a letter with its accent as one character."""
    for character in set(text):
        decomposed = "" if character.isascii() else unicodedata.decomposition(character)
        if " " in decomposed and not decomposed.startswith("<"):
            return True
    return False
