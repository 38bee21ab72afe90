"""English."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
january
february
-
april
-
june
july
-
september
october
november
december
"""
_SHORT = """
jan
feb febr
-
apr
-
jun
jul
aug
sep sept
oct octr
nov novr
dec decr
"""
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT_WEEKDAYS = "mon\ntue tues\nwed weds\nthu thur thurs\nfri\nsat\nsun"
_UNITS = "day week fortnight month year"
_ONES = "one two three four five six seven eight nine ten eleven twelve"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_AGAINST = (
    "no nos number numbers page pages p pp vol vols volume chapter chap section sec telegram telegrams despatch "
    "despatches dispatch dispatches cable document documents doc docs box file files folder lot room article "
    "resolution deptel deptels embtel embtels circular airgram instruction tel tels note line lines item letter "
    "paragraph para order decree unit flight hours isbn issn serial "
    "stat at some over under nearly almost every exactly only "
    "tosec secto tousto usto polto topol dulte tedul cahto toca ca usun delga gadel toica icato excon ecato"
)
_CALENDARS = "gregorian julian islamic hebrew coptic byzantine republican rumi"
_COUNTED = (
    "miles mile men women people persons km kilometers kilometres meters metres feet foot inches yards acres hectares "
    "tons tonnes pounds kilograms percent per dollars rubles roubles francs marks yen pesos cents bales barrels "
    "gallons troops soldiers officers copies pages votes members students prisoners aircraft planes ships tanks "
    "guns rifles horses houses villages families workers cases children times degrees hours minutes seconds "
    "million billion thousand hundred"
)


def _ordinals() -> dict[str, Word]:
    words = {word: Word("o", number, "word") for number, word in enumerate(_ORDINALS.split(), 1)}
    words.update({f"twenty {word}": Word("o", 20 + ones, "word") for ones, word in enumerate(_ORDINALS.split()[:9], 1)})
    words["thirtieth"], words["thirty first"] = Word("o", 30, "word"), Word("o", 31, "word")
    return words


_PHRASES = {
    **dict.fromkeys(("o s", "old style"), Word("j", 0, "julian", "", True)),
    **dict.fromkeys(("n s", "new style"), Word("j", 0, "gregorian", "", True)),
    **dict.fromkeys(("os", "o st"), Word("j", 0, "julian", "name", True)),
    **dict.fromkeys(("ns", "n st"), Word("j", 0, "gregorian", "name", True)),
    **dict.fromkeys(("b c e", "b c"), Word("e", -1, "", "name", True)),
    **dict.fromkeys(("a d", "c e"), Word("e", 1, "", "name", True)),
    **dict.fromkeys(("anno mundi", "a m"), Word("e", 4, "mundi", "name", True)),
    "a h": Word("e", 2, "islamic", "name", True),
    **dict.fromkeys(("more than", "less than", "fewer than"), Word("X")),
    "day before yesterday": Word("R", -2),
    "day after tomorrow": Word("R", 2),
    "o clock": Word("K"),
    **dict.fromkeys(("first half", "early part", "first part"), Word("p", 1, "first half")),
    **dict.fromkeys(("second half", "latter half", "latter part"), Word("p", 2, "second half")),
}


def english() -> Vocabulary:
    """Return the English vocabulary."""
    words = joined(
        (
            {"march": Word("M", 3, "roman", "name"), "may": Word("M", 5, "roman", "name")},
            {"august": Word("M", 8, "roman", "name"), "mar": Word("M", 3, "roman", "name", True)},
            listed("M", _MONTHS, name="roman"),
            listed("M", _SHORT, name="roman", case="name", stop=True),
            {word: Word("W", number) for number, word in enumerate(_WEEKDAYS.split())},
            {
                key: word._replace(number=word.number - 1)
                for key, word in listed("W", _SHORT_WEEKDAYS, case="name", stop=True).items()
            },
            {word: Word("s", number) for number, word in enumerate(("spring", "summer", "autumn", "winter"), 21)},
            {"fall": Word("s", 23)},
            _ordinals(),
            {word: Word("w", number) for number, word in enumerate(_ONES.split(), 1)},
            alike("century centuries", Word("c")),
            alike("the", Word("t")) | alike("of", Word("f")) | alike("and", Word("a")) | alike("from", Word("F")),
            alike("to through until till thru", Word("r")) | {"between": Word("b")},
            alike("in since during by before after fiscal fy calendar", Word("i")),
            alike("on dated date", Word("O")),
            alike("early beginning start", Word("p", 1, "early")) | alike("mid middle", Word("p", 2, "mid")),
            alike("late end close", Word("p", 3, "late")) | alike("latter", Word("p", 3, "late")),
            alike("circa about around approximately", Word("q")) | alike("c ca", Word("q", stop=True)),
            alike("bc bce", Word("e", -1))
            | alike("ad ce", Word("e", 1))
            | alike("ah", Word("e", 2, "islamic"))
            | {"am": Word("e", 4, "mundi", "name")},
            alike("inst instant", Word("l", 0, stop=True)) | alike("ult ultimo", Word("l", -1, stop=True)),
            alike("prox proximo", Word("l", 1, stop=True)),
            {"yesterday": Word("R", -1), "today": Word("R", 0), "tomorrow": Word("R", 1)},
            {"noon": Word("T", 720), "midnight": Word("T", 0), "midday": Word("T", 720)},
            {"last": Word("L", -1), "next": Word("L", 1), "this": Word("L", 0), "past": Word("L", -1)},
            {"ago": Word("A", -1), "earlier": Word("A", -1), "later": Word("A", 1), "hence": Word("A", 1)},
            {unit: Word("u", number) for number, unit in enumerate(_UNITS.split())},
            {f"{unit}s": Word("u", number) for number, unit in enumerate(_UNITS.split())},
            {name: Word("J", 0, name, "name") for name in _CALENDARS.split()},
            {"hijri": Word("J", 0, "islamic")},
            alike(_COUNTED, Word("U")),
            alike("morning afternoon evening night noon", Word("D")),
            alike("no nos number numbers p pp page pages line lines", Word("X", 1)),
            alike(_AGAINST, Word("X")),
            {"an": Word("E", 0, "republican")},
            _PHRASES,
        )
    )
    return Vocabulary(words, r"(?:st|nd|rd|th|d)(?![^\W_A-Z])", True, _CLOCK)


_CLOCK = (
    r"\s?(?:(?P<am>[Aa]\.\s?[Mm]\b\.?|[Aa][Mm]\b)|(?P<pm>[Pp]\.\s?[Mm]\b\.?|[Pp][Mm]\b)|"
    r"[Oo]['’]\s?clock\b(?:\s+in\s+the\s+(?:(?P<am2>morning)|(?P<pm2>afternoon|evening))\b)?)"
)
