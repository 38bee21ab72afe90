"""MARC relators, and the words for them that headers use.

The codes are those of the Library of Congress's list of relators; the words come in the languages of Western Europe.
"""

from __future__ import annotations

import re

ELEMENTS = {
    **{"author": "aut", "editor": "edt", "principal": "pdr", "sponsor": "spn", "funder": "fnd", "publisher": "pbl"},
    "distributor": "dst",
}
"""Elements of TEI that name a responsibility by themselves, with the relator of it."""

# Beginnings of words, tried at every word of a responsibility; the first word that is known counts. What has no more
# than three letters is a whole word.
_BEGINNINGS = {
    "trc": "transcri trascri transkri transkrip umschrift",
    "trl": "translat übersetz tradu traduz traduct vertal",
    "wac": "commentar kommentar kommentier comment",
    "ann": "annotat annotier anmerkung apparat",
    "mrk": "encod mark mark-up tagg tei xml kodier codier auszeichn codifica encodage balis struktur convers konver",
    "pfr": "proof korrektur korrektor correct correzion relectur lektorat collat kollation",
    "edt": "edit herausge hrsg hg édit curatel cura edici edizion redact redakt",
    "aut": "author autor auteur verfass",
    "com": "compil zusammengest",
    "pdr": "principal leitung projektleit project-lead direct direzion",
    "prg": "program software entwick develop schema odd stylesheet xslt technisch technical",
    "dsr": "design gestaltung",
    "pht": "photogra fotogra",
    "ill": "illustrat",
    "aui": "introduc einleit einführ",
    "res": "research recherch forsch ricerc",
    "dtm": "datenmanage data-manage datenmodell data-model",
    "cur": "curat kurat",
    "spn": "sponsor",
    "fnd": "fund förder financ",
    "cre": "creator",
    "ctb": "contribut beitr",
    "rev": "review gutacht",
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RELATOR = re.compile(r"https?://id\.loc\.gov/vocabulary/relators/([a-z]{3})(?:\.html)?/?|(?:marc(?:rel)?:)?([a-z]{3})")
_LONGEST = 500


def marc_of(words: str, pointer: str = "") -> str:
    """Return the MARC relator of a responsibility: by its pointer (`@ref`, `@key`), else by its words; '' if unknown.

    Where the words name several (`transcription and commentary`), the first one counts.
    """
    for text in (pointer, words):
        match = _RELATOR.fullmatch(text.strip())
        if match and (match.group(1) or match.group(2) in _BEGINNINGS):
            return match.group(1) or match.group(2)
    for word in _WORD.findall(words[:_LONGEST].casefold()):
        for marc, beginnings in _BEGINNINGS.items():
            if any(_begins(word, beginning) for beginning in beginnings.split()):
                return marc
    return ""


def _begins(word: str, beginning: str) -> bool:
    return word == beginning if len(beginning) <= 3 else word.startswith(beginning)
