"""German, with Austria's months and the Latin ones of older documents."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
Januar Jänner Jenner Januarii Januarij
Februar Feber Hornung Februarii Februarij
März Maerz Merz Martii Martio
April Aprilis Aprill
Mai May Maii Majus
Juni Juny Junii Junij
Juli July Julii Julij
August Augusti Augst
September Septembris
Oktober October Octobris
November Novembris
Dezember December Decembris
"""
_SHORT = "Jan Jän\nFeb Febr\nMrz\nApr\n-\nJun\nJul\nAug\nSep Sept\nOkt Oct\nNov\nDez Dec"
_WEEKDAYS = """
Montag Montags
Dienstag Dienstags
Mittwoch Mittwochs
Donnerstag Donnerstags
Freitag Freitags
Samstag Samstags Sonnabend
Sonntag Sonntags
"""
_ORDINALS = """
ersten erster
zweiten zweiter
dritten dritter
vierten vierter
fünften fünfter
sechsten sechster
siebenten siebten siebter
achten achter
neunten neunter
zehnten zehnter
elften elfter
zwölften zwölfter
dreizehnten
vierzehnten
fünfzehnten
sechzehnten
siebzehnten
achtzehnten
neunzehnten
zwanzigsten
einundzwanzigsten
zweiundzwanzigsten
dreiundzwanzigsten
vierundzwanzigsten
fünfundzwanzigsten
sechsundzwanzigsten
siebenundzwanzigsten
achtundzwanzigsten
neunundzwanzigsten
dreißigsten
einunddreißigsten
"""
_ONES = "ein einem einer\nzwei\ndrei\nvier\nfünf\nsechs\nsieben\nacht\nneun\nzehn"
_UNITS = "Tag Tage Tagen Tages\nWoche Wochen\nVierzehntage\nMonat Monate Monaten Monats\nJahr Jahre Jahren Jahres Jahrs"
_COUNTED = (
    "Mann Männer Menschen Personen Meter Kilometer km Meilen Tonnen Kilo Mark Gulden Kronen Taler Franken Euro Dollar "
    "Prozent Stück Exemplare Seiten Soldaten Stunden Minuten Mal"
)


def german() -> Vocabulary:
    """Return the German vocabulary."""
    words = joined(
        (
            listed("M", _MONTHS, name="roman", case="name"),
            listed("M", _SHORT, name="roman", case="name", stop=True),
            _shifted(listed("W", _WEEKDAYS, case="name")),
            _shifted(listed("W", "Mo\nDi\nMi\nDo\nFr\nSa\nSo", case="name", stop=True)),
            listed("o", _ORDINALS, name="word"),
            listed("w", _ONES),
            {key: word._replace(number=word.number - 1) for key, word in listed("u", _UNITS).items()},
            alike("Frühling Frühjahr Frühjahrs Frühlings", Word("s", 21)) | alike("Sommer Sommers", Word("s", 22)),
            alike("Herbst Herbstes", Word("s", 23)) | alike("Winter Winters", Word("s", 24)),
            alike("Jahrhundert Jahrhunderts Jahrhunderte Jh Jhd", Word("c", stop=True)),
            alike("der die das den dem des", Word("t")) | alike("von", Word("f")) | alike("und", Word("a")),
            alike("zwischen", Word("b")) | dict.fromkeys(("bis", "bis zum"), Word("r")),
            alike("im in seit während um vor nach anno Jahr Jahre", Word("i")),
            alike("am vom zum", Word("O", 0, "the")),
            alike("Anfang Anfangs Beginn", Word("p", 1, "early")) | alike("Mitte", Word("p", 2, "mid")),
            alike("Ende", Word("p", 3, "late")) | alike("frühen", Word("p", 1, "early")),
            alike("späten", Word("p", 3, "late")) | alike("circa zirka etwa ungefähr", Word("q")),
            alike("ca", Word("q", stop=True)),
            alike("heute", Word("R", 0)) | alike("gestern", Word("R", -1)) | alike("vorgestern", Word("R", -2)),
            alike("übermorgen", Word("R", 2)),
            alike("letzten letzter letztes letzte vorigen voriges vorige", Word("L", -1)),
            alike("nächsten nächster nächstes nächste", Word("L", 1)) | alike("dieses diesem", Word("L", 0)),
            alike("Uhr", Word("K")) | alike("Mittag", Word("T", 720)) | alike("Mitternacht", Word("T", 0)),
            alike("früh abends morgens nachmittags nachts", Word("D")),
            _PHRASES,
            alike(_COUNTED, Word("U")),
            alike("Nr S Seite Seiten Zeile Bl", Word("X", 1)) | alike("Bd Band Kap Kapitel Heft", Word("X")),
        )
    )
    return Vocabulary(words, r"(?:\.(?![0-9])|s?te[nrs]?\b)", False, _CLOCK)


def _shifted(words: dict[str, Word]) -> dict[str, Word]:
    """Return weekdays that count from 0."""
    return {key: word._replace(number=word.number - 1) for key, word in words.items()}


_PHRASES = {
    **dict.fromkeys(("v chr", "vor christus", "v u z"), Word("e", -1, stop=True)),
    **dict.fromkeys(("n chr", "nach christus", "p chr", "u z"), Word("e", 1, stop=True)),
    **dict.fromkeys(("a st", "alten stils", "alter stil", "a s"), Word("j", 0, "julian", stop=True)),
    **dict.fromkeys(("n st", "neuen stils", "neuer stil", "n s"), Word("j", 0, "gregorian", stop=True)),
    **dict.fromkeys(("d m", "d mts", "d j", "dieses monats", "dises", "dieses"), Word("l", 0, stop=True)),
    **dict.fromkeys(("v m", "vorigen monats"), Word("l", -1, stop=True)),
}
_CLOCK = r"\s?Uhr\b(?:\s+(?:(?P<am>vormittags?|früh|morgens)|(?P<pm>nachmittags?|abends?))\b)?"
