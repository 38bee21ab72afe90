"""Italian."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
gennaio gennaro genn
febbraio febbraro febbr
marzo
aprile apr
maggio
giugno
luglio
agosto ago
settembre sett
ottobre ott
novembre nov
dicembre decembre dic
"""
_WEEKDAYS = "lunedi martedi mercoledi giovedi venerdi sabato domenica"
_SEASONS = "primavera estate autunno inverno"


def italian() -> Vocabulary:
    """Return the Italian vocabulary."""
    words = joined(
        (
            listed("M", _MONTHS, name="roman", stop=True),
            {
                key: Word("W", number)
                for number, key in enumerate(["lunedi", "martedi", "mercoledi", "giovedi", "venerdi"])
            },
            alike("sabato", Word("W", 5)) | alike("domenica", Word("W", 6)),
            {word: Word("s", number) for number, word in enumerate(_SEASONS.split(), 21)},
            alike("primo", Word("o", 1, "word")) | alike("secolo sec", Word("c", stop=True)),
            alike("il lo la l", Word("t")) | alike("di del dell dello", Word("f")) | alike("e", Word("a")),
            alike("tra fra", Word("b")) | alike("dal da", Word("F")) | alike("al fino", Word("r")),
            alike("nel in dopo prima", Word("i")) | alike("circa verso", Word("q")) | alike("ca", Word("q", stop=True)),
            alike("inizio", Word("p", 1, "early")) | alike("metà", Word("p", 2, "mid")),
            alike("fine", Word("p", 3, "late")) | {"a c": Word("e", -1, stop=True), "d c": Word("e", 1, stop=True)},
            alike("ieri", Word("R", -1)) | alike("oggi", Word("R", 0)) | alike("domani", Word("R", 1)),
            alike("n no p pp pagina c cc f ff", Word("X", 1)) | alike("lire uomini ducati", Word("U")),
        )
    )
    return Vocabulary(words, r"(?:[°º]|mo\b)", False, r"(?:(?!))")
