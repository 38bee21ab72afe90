"""Letters of another script that look like those around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.checks.characters import number, occurrences, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup
from teikit.xml import Document

CODE = Code(
    "TEI025",
    "mixed-scripts",
    Severity.WARNING,
    "a word with letters of two scripts that look alike",
    "Unicode Technical Standard 39 (Unicode Security Mechanisms), §4 and §5",
    Page(
        "a word of Latin, Cyrillic or Greek letters in which those of another of these scripts, all of them "
        "look-alikes, are fewer: a Cyrillic `о` in `Petrоgrad`. One report for each word, at its first use. Letters "
        "that look like none of the other script (`µ`, `β`, `θ`) are meant, and such words pass.",
        "The eye sees no difference, every search does: they come from a wrong keyboard or from text recognition.",
        "<p>Petr\u043egrad</p>",
        "<p>Petrograd, \u041f\u0435\u0442\u0440\u043e\u0433\u0440\u0430\u0434</p>",
        "TEI022, TEI024",
    ),
)

_LOOK_ALIKES = {
    "Cyrillic": ("аеорсухіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅԌ", "aeopcyxijshdqwlABEKMHOPCTYXIJSG"),
    "Greek": ("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧν", "oABEZHIKMNOPTYXv"),
}
"""Script → its letters that look like Latin ones, and those."""

_LATIN = re.compile("[A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_OTHERS = {"Cyrillic": re.compile("[\u0400-\u052f]"), "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]")}
_ANY_OTHER = re.compile("[\u0370-\u052f\u1f00-\u1fff]")
_WORD = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u052f\u1e00-\u1fff]+")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such word."""
    text = markup.text
    if not text or not _ANY_OTHER.search(text):
        return
    for found in occurrences(text, (match for match in _WORD.finditer(text) if _is_mixed(match.group()))):
        script, letters, right = _strangers(found.text)
        is_ = "are" if len(set(letters)) > 1 else "is"
        shown = ", ".join(f"“{letter}” ({number(letter)})" for letter in dict.fromkeys(letters))
        message = f"“{found.text}” has letters of two scripts: {shown} {is_} {script}"
        yield report(CODE, document, found, message, f"write “{right}”")


def _is_mixed(word: str) -> bool:
    return bool(_ANY_OTHER.search(word) and _LATIN.search(word)) and _strangers(word)[1] != ""


def _strangers(word: str) -> tuple[str, str, str]:
    """Return the script of the fewer letters, these letters ('' if all is well), and the word put right."""
    latin = "".join(_LATIN.findall(word))
    for script, pattern in _OTHERS.items():
        theirs = "".join(pattern.findall(word))
        if not theirs:
            continue
        alike, latins = _LOOK_ALIKES[script]
        if len(theirs) <= len(latin) and set(theirs) <= set(alike):
            return script, theirs, word.translate(str.maketrans(alike, latins))
        if len(latin) < len(theirs) and set(latin) <= set(latins):
            return "Latin", latin, word.translate(str.maketrans(latins, alike))
    return "", "", word
