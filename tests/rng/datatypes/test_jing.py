"""Beside Jing: seeded values of every type near what is allowed; parameters and patterns that no schema may have."""

from __future__ import annotations

import random
from pathlib import Path

from tests.rng.datatypes.verdicts import SCOPE, Asked, jing_rejects, jing_verdicts

from teikit.rng.datatypes import XSD, DatatypeError, datatype

# Type: values to begin with.
VALUES: dict[str, tuple[str, ...]] = {
    "dateTime": ("2001-12-31T23:59:59.5Z", "-0004-02-29T00:00:00+14:00", "1900-02-28T12:00:60-05:30"),
    "date": ("2001-12-31", "2000-02-29Z", "-0001-02-29+13:00", "0000-01-01"),
    "time": ("11:59:59", "00:00:00.120Z", "24:00:00-12:59"),
    "gYear": ("2001", "-0044", "12345Z"),
    "gYearMonth": ("2001-12", "-0044-03+01:00"),
    "gMonthDay": ("--02-29", "--12-31Z"),
    "gDay": ("---31", "---01+14:00"),
    "gMonth": ("--12", "--01Z"),
    "duration": ("P1Y2M3DT4H5M6.7S", "-PT1.5S", "P30D", "PT.5S"),
    "anyURI": (
        "http://u@h:80/a;b?d=e#g",
        "//[::1]:8080/x",
        "urn:isbn:1-2",
        "../a%20b#c",
        "x://[1:2:3:4:5:6:7:8%e0]/?#",
    ),
    "language": ("en-GB-oed", "x-a1"),
    "boolean": ("true", "false", "1"),
    "decimal": ("-12.50", "+.5", "3."),
    "integer": ("-012", "+0"),
    "nonPositiveInteger": ("-1", "-00", "0"),
    "negativeInteger": ("-01",),
    "nonNegativeInteger": ("10", "-0"),
    "positiveInteger": ("+01",),
    "unsignedByte": ("255", "256", "-0"),
    "unsignedShort": ("65535",),
    "unsignedInt": ("4294967295",),
    "unsignedLong": ("18446744073709551615",),
    "byte": ("127", "-128"),
    "short": ("32767", "-32768"),
    "int": ("2147483647", "-2147483648"),
    "long": ("9223372036854775807", "-9223372036854775808"),
    "double": ("-1.5E+10", "INF", "NaN", ".5e-3"),
    "float": ("1.5e10", "-INF"),
    "hexBinary": ("0aFF",),
    "base64Binary": ("aGVsbG8=", "aGVsbA==", "aGVs bG8 h"),
    "NCName": ("a.b-c_1",),
    "Name": ("a:b",),
    "NMTOKEN": ("1:b-",),
    "NMTOKENS": ("1 a:b -c",),
    "ID": ("a1",),
    "IDREF": ("a1",),
    "IDREFS": ("a b  c",),
    "QName": ("p:a", "a"),
    "NOTATION": ("p:a", "gif"),
    "ENTITY": ("picture",),
    "ENTITIES": ("picture portrait",),
    "string": ("a b",),
    "normalizedString": ("a b",),
    "token": ("a b",),
}
LIMITS: tuple[tuple[str, str, str], ...] = (
    ("decimal", "totalDigits", "3"),
    ("decimal", "fractionDigits", "1"),
    ("decimal", "minInclusive", "-1.5"),
    ("decimal", "maxExclusive", "12.5"),
    ("integer", "maxInclusive", "0"),
    ("double", "minInclusive", "0"),
    ("double", "maxExclusive", "INF"),
    ("date", "minInclusive", "2000-02-29"),
    ("date", "maxExclusive", "2001-12-31Z"),
    ("dateTime", "minExclusive", "2001-12-31T23:59:59Z"),
    ("time", "maxInclusive", "12:00:00"),
    ("gYear", "minInclusive", "-0044"),
    ("gMonthDay", "minInclusive", "--02-29"),
    ("gDay", "maxInclusive", "---15"),
    ("duration", "minInclusive", "P1M"),
    ("duration", "maxExclusive", "PT5H"),
    ("hexBinary", "length", "2"),
    ("base64Binary", "minLength", "4"),
    ("NMTOKENS", "length", "2"),
    ("token", "length", "3"),
    ("string", "maxLength", "3"),
    ("anyURI", "maxLength", "10"),
    ("language", "pattern", "[a-zA-Z\\-]+"),
    ("normalizedString", "pattern", "\\S+ \\S+"),
)
INCORRECT: tuple[tuple[str, str, str], ...] = (
    ("string", "enumeration", "a"),
    ("string", "whiteSpace", "preserve"),
    ("string", "size", "1"),
    ("string", "length", "-1"),
    ("string", "length", ""),
    ("string", "minInclusive", "a"),
    ("integer", "length", "1"),
    ("integer", "minInclusive", "1.5"),
    ("decimal", "totalDigits", "0"),
    ("decimal", "fractionDigits", "x"),
    ("double", "totalDigits", "1"),
    ("boolean", "minInclusive", "true"),
    ("boolean", "length", "4"),
    ("QName", "length", "2"),
    ("date", "minInclusive", "2001-02-29"),
    ("byte", "maxInclusive", "128"),
    ("string", "pattern", "["),
    ("string", "pattern", "a{2,1}"),
    ("string", "pattern", "[+-]"),
    ("string", "pattern", "a*?"),
    ("string", "pattern", "\\p{IsNowhere}"),
    ("string", "pattern", "\\p{Lx}"),
    ("string", "pattern", "\\$"),
    ("string", "pattern", "(a"),
)
# Patterns that look wrong and are not.
CORRECT = ("", "()", "a||b", "^a$", "[a^]", "[\\--a]", "[a-z-[aeiou]]", "x{0}", "\\i\\c*", "[^\\s&&a]", "\\p{Cn}")

_LETTERS = '0123456789-+:.TZPYMDHSE eINFa/?#[]%@_\té\u3042\U00010000"|\u00a0<&'

_ESCAPED = frozenset(' \t"|<\u00a0')


def neighbour(seeded: random.Random, value: str) -> str:
    """Return a value with up to three characters dropped, added or replaced."""
    letters = list(value)
    for _ in range(seeded.choice((0, 1, 1, 1, 2, 3))):
        place = seeded.randrange(len(letters) + 1)
        letters[place : place + seeded.randrange(2)] = seeded.choice(([], [seeded.choice(_LETTERS)]))
    return "".join(letters)


def questions(seeded: random.Random, many: int) -> list[Asked]:
    """Return values for each type, and for each limit as many of its type."""
    asked = []
    for name, parameters in [(each, ()) for each in VALUES] + [(each, ((key, text),)) for each, key, text in LIMITS]:
        values = [neighbour(seeded, seeded.choice(VALUES[name])) for _ in range(many)]
        # Jing escapes what must be escaped inside an address, too, and takes the escape for its zone.
        values = [each for each in values if name != "anyURI" or "[" not in each or _ESCAPED.isdisjoint(each)]
        asked.append(Asked(name, parameters, list(dict.fromkeys(values))))
    return asked


def test_values_are_allowed_where_jing_allows_them(jing: str, tmp_path: Path) -> None:
    asked = questions(random.Random(2001), 120)
    for (name, parameters, values), verdicts in zip(asked, jing_verdicts(jing, tmp_path, asked), strict=True):
        plain = datatype(XSD, name, parameters, "4th")
        different = [
            value for value, verdict in zip(values, verdicts, strict=True) if plain.allows(value, SCOPE) != verdict
        ]
        assert different == [], (name, parameters)
        assert any(verdicts), name


def rejects(name: str, parameters: tuple[tuple[str, str], ...]) -> bool:
    try:
        datatype(XSD, name, parameters)
    except DatatypeError:
        return True
    return False


def test_parameters_are_rejected_where_jing_rejects_them(jing: str, tmp_path: Path) -> None:
    asked = [Asked(name, ((key, text),), ()) for name, key, text in INCORRECT + LIMITS]
    asked += [Asked("string", (("pattern", pattern),), ()) for pattern in CORRECT]
    verdicts = jing_rejects(jing, tmp_path, asked)
    assert verdicts == [True] * len(INCORRECT) + [False] * (len(LIMITS) + len(CORRECT))
    assert [rejects(name, parameters) for name, parameters, _ in asked] == verdicts
