"""French."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
janvier
février
mars
avril
mai
juin
juillet
août aoust
septembre
octobre
novembre
décembre
"""
_SHORT = "janv\nfévr fév\n-\navr\n-\n-\njuil\n-\nsept\noct\nnov\ndéc"
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_ORDINALS = """
premier
deuxième second
troisième
quatrième
cinquième
sixième
septième
huitième
neuvième
dixième
onzième
douzième
treizième
quatorzième
quinzième
seizième
dix_septième
dix_huitième
dix_neuvième
vingtième
"""
_ONES = "un une\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nhuit\nneuf\ndix"
_COUNTED = (
    "hommes femmes personnes francs livres mètres kilomètres km lieues tonnes pages exemplaires soldats heures minutes "
    "enfants fois pour"
)


def french() -> Vocabulary:
    """Return the French vocabulary."""
    ordinals = listed("o", _ORDINALS, name="word")
    words = joined(
        (
            listed("M", _MONTHS, name="roman"),
            listed("M", _SHORT, name="roman", stop=True),
            {word: Word("W", number) for number, word in enumerate(_WEEKDAYS.split())},
            {key.replace("_", " "): word for key, word in ordinals.items()},
            listed("w", _ONES),
            alike("jour jours", Word("u", 0)) | alike("semaine semaines", Word("u", 1)) | alike("mois", Word("u", 3)),
            alike("ans année", Word("u", 4)) | alike("années", Word("u", 4, "decade")),
            alike("printemps", Word("s", 21)) | alike("été", Word("s", 22)) | alike("automne", Word("s", 23)),
            alike("hiver", Word("s", 24)) | alike("siècle siècles", Word("c")) | alike("s", Word("x")),
            alike("le la les l", Word("t")) | alike("de d des", Word("f")) | alike("et", Word("a")),
            alike("du", Word("f", 0, "the")) | alike("entre", Word("b")) | alike("à au jusqu", Word("r")),
            alike("en dans depuis pendant avant après dès", Word("i")),
            alike("début commencement", Word("p", 1, "early")) | alike("mi milieu", Word("p", 2, "mid")),
            alike("fin", Word("p", 3, "late")) | alike("vers environ", Word("q")) | alike("ca", Word("q", stop=True)),
            alike("hier", Word("R", -1)) | alike("demain", Word("R", 1)) | {"aujourd hui": Word("R", 0)},
            {"avant hier": Word("R", -2), "apres demain": Word("R", 2)},
            alike("midi", Word("T", 720)) | alike("minuit", Word("T", 0)) | alike("matin soir", Word("D")),
            alike("courant ct", Word("l", 0, stop=True)) | alike("dernier", Word("l", -1)),
            alike("an", Word("E", 0, "republican")),
            _PHRASES,
            alike(_COUNTED, Word("U")),
            alike("p pp page pages n no f fol ligne", Word("X", 1)) | alike("tome vol chapitre", Word("X")),
        )
    )
    return Vocabulary(words, r"(?:er|re|ère|e|ème|ième|nd|o)\b", False, _CLOCK)


_PHRASES = {
    "au debut": Word("p", 1, "early"),
    **dict.fromkeys(("av j c", "avant j c", "av n e", "avant jesus christ"), Word("e", -1, stop=True)),
    **dict.fromkeys(("ap j c", "apr j c", "apres j c"), Word("e", 1, stop=True)),
    **dict.fromkeys(("v s", "v st", "vieux style", "ancien style", "a s"), Word("j", 0, "julian", stop=True)),
    **dict.fromkeys(("n s", "n st", "nouveau style"), Word("j", 0, "gregorian", stop=True)),
}
_CLOCK = r"\s?(?:heures?|h)\b(?:\s+(?:(?P<am>du\s+matin)|(?P<pm>du\s+soir|de\s+l['’]après-midi))\b)?"
