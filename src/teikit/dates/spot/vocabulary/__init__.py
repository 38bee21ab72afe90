"""The words that dates are made of, one file for each language; `vocabulary_of` gives them by a language's tag."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from teikit.dates.spot.vocabulary.eras import era_words
from teikit.dates.spot.vocabulary.months import calendar_months
from teikit.dates.spot.vocabulary.words import Vocabulary, Word, fold, joined

_HOMES = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "ru": "russian",
    "ar": "arabic",
    "ota": "arabic",
    "fa": "arabic",
}
"""Languages, and the module that has the vocabulary under its own name."""


@lru_cache(maxsize=32)
def vocabulary_of(language: str, calendar: str) -> Vocabulary:
    """Return the words of a language (a BCP 47 tag) in texts of a calendar; an unknown language is read as English."""
    home = _HOMES.get(language.lower().replace("_", "-").split("-")[0], "english")
    own: Vocabulary = getattr(import_module(f"teikit.dates.spot.vocabulary.{home}"), home)()
    months = calendar_months(calendar)
    parts = (months, own.words) if calendar in ("rumi", "hebrew", "coptic") else (own.words, months)
    return own._replace(words=joined((*parts, era_words())))


__all__ = ["Vocabulary", "Word", "fold", "vocabulary_of"]
