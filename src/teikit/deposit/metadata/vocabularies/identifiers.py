"""Identifiers of persons, places, organisations and works, by the shape of their addresses and by their names."""

from __future__ import annotations

import re

from teikit.deposit.metadata.model import Identifier, Scheme

_ORCID = r"[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{3}[0-9Xx]"
_WEB = r"(?:https?://)?(?:www\.)?"

# What an address of each scheme looks like; group 1 is the identifier.
_WRITTEN: tuple[tuple[Scheme, str], ...] = (
    ("orcid", rf"{_WEB}orcid\.org/({_ORCID})/?"),
    ("gnd", rf"{_WEB}d-nb\.info/gnd/([0-9X-]+)/?(?:about/.*)?"),
    ("gnd", rf"{_WEB}deutsche-biographie\.de/(?:pnd|sfz)([0-9X]+)\.html(?:#.*)?"),
    ("viaf", rf"{_WEB}viaf\.org/(?:viaf|cluster)/([0-9]+)/?.*"),
    ("wikidata", rf"{_WEB}wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]*)(?:#.*)?"),
    ("ror", rf"{_WEB}ror\.org/(0[a-z0-9]{{6}}[0-9]{{2}})/?"),
    ("isni", rf"{_WEB}isni\.org/(?:isni/|page/)?([0-9]{{15}}[0-9X])/?"),
    ("geonames", r"(?:https?://)?(?:www\.|sws\.)?geonames\.org/([0-9]+)(?:/.*)?"),
    ("doi", r"(?:https?://)?(?:dx\.)?doi\.org/(10\.[0-9]{4,9}/\S+)"),
    ("isbn", r"urn:isbn:([0-9Xx-]+)"),
    ("issn", r"urn:issn:([0-9Xx-]+)"),
)
_ADDRESSES = tuple((scheme, re.compile(pattern, re.IGNORECASE)) for scheme, pattern in _WRITTEN)

# How the schemes are called, in @type of idno and before a colon.
_NAMES: dict[str, Scheme] = {
    **{"orcid": "orcid", "gnd": "gnd", "pnd": "gnd", "gkd": "gnd", "d-nb": "gnd", "viaf": "viaf", "ror": "ror"},
    **{"wikidata": "wikidata", "wd": "wikidata", "wikidata-id": "wikidata", "isni": "isni", "doi": "doi"},
    **{"geonames": "geonames", "geoname": "geonames", "isbn": "isbn", "issn": "issn", "eissn": "issn"},
}

# What a bare value of each scheme looks like.
_BARE: dict[Scheme, re.Pattern[str]] = {
    "orcid": re.compile(_ORCID),
    "gnd": re.compile(r"[0-9]+-?[0-9X]"),
    "viaf": re.compile(r"[0-9]+"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
    "ror": re.compile(r"0[a-z0-9]{6}[0-9]{2}"),
    "isni": re.compile(r"[0-9]{15}[0-9X]"),
    "geonames": re.compile(r"[0-9]+"),
    "doi": re.compile(r"10\.[0-9]{4,9}/\S+"),
    "isbn": re.compile(r"(?:97[89])?[0-9]{9}[0-9X]"),
    "issn": re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]"),
}
_HANDLE = re.compile(r"[0-9][0-9.]*/\S+")
_WEB_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,31}:\S+|ark:/?\S+", re.IGNORECASE)
_URL_TYPES = ("url", "uri", "urn", "ark", "purl", "handle", "hdl", "pid")
_LONGEST = 2000


def identifier_in(text: str) -> Identifier | None:
    """Return the identifier that an address or a prefixed value is, or None where it is neither.

    `https://orcid.org/0000-0002-1825-0097`, `orcid:0000-0002-1825-0097` and `urn:isbn:…` are known; any other web
    address is a `url`.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for scheme, pattern in _ADDRESSES:
        if match := pattern.fullmatch(text):
            return Identifier(scheme, normalised(scheme, match.group(1)))
    if _WEB_ADDRESS.fullmatch(text) or _URN.fullmatch(text):
        return Identifier("url", text)
    prefix, colon, rest = text.partition(":")
    named = _NAMES.get(prefix.casefold()) if colon else None
    if named and _BARE[named].fullmatch(normalised(named, rest)):
        return Identifier(named, normalised(named, rest))
    return None


def identifier_of(kind: str, text: str) -> Identifier | None:
    """Return the identifier that an `idno` gives: `kind` is its `@type` or '', `text` its content.

    What has a type that nobody knows is `local`; the value of a known type may be bare or an address.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    found = identifier_in(text)
    if found:
        return found
    kind = kind.strip().casefold()
    scheme = _NAMES.get(kind)
    if scheme:
        return Identifier(scheme, normalised(scheme, text))
    if kind in ("handle", "hdl") and _HANDLE.fullmatch(text.removeprefix("hdl:")):
        return Identifier("url", f"https://hdl.handle.net/{text.removeprefix('hdl:')}")
    if kind in _URL_TYPES and " " not in text:
        return Identifier("url", f"https://{text}") if text.startswith("www.") else Identifier("local", text)
    if _BARE["doi"].fullmatch(text):
        return Identifier("doi", normalised("doi", text))
    return Identifier("local", text)


def normalised(scheme: Scheme, value: str) -> str:
    """Return a value in the form that its scheme prefers: an ORCID with hyphens, an ISNI without spaces, …."""
    value = value.strip()
    match scheme:
        case "orcid":
            digits = value.replace("-", "").replace(" ", "").upper()
            return "-".join(digits[at : at + 4] for at in range(0, 16, 4)) if len(digits) == 16 else value
        case "isni":
            return value.replace(" ", "").replace("-", "").upper()
        case "isbn":
            return value.removeprefix("ISBN").replace("-", "").replace(" ", "").upper()
        case "doi" | "ror":
            return value.lower()
        case "wikidata" | "issn":
            return value.upper()
        case _:
            return value


def fault_of(identifier: Identifier) -> str:
    """Say what is wrong with an identifier, '' where nothing is: its shape, or its check digit (ISO 7064, ISO 2108)."""
    pattern = _BARE.get(identifier.scheme)
    if pattern is None:
        return ""
    if not pattern.fullmatch(identifier.value):
        return f"is not a {_SHOWN.get(identifier.scheme, identifier.scheme)}"
    if identifier.scheme in ("orcid", "isni") and not _has_check_digit(identifier.value.replace("-", "")):
        return "has a wrong check digit"
    if identifier.scheme == "isbn" and not _is_isbn(identifier.value):
        return "has a wrong check digit"
    return ""


_SHOWN = {
    **{"orcid": "ORCID", "gnd": "GND number", "viaf": "VIAF number", "wikidata": "Wikidata item", "ror": "ROR id"},
    **{"isni": "ISNI", "geonames": "GeoNames number", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"},
}


def shown(scheme: Scheme) -> str:
    """Return how a scheme is called in a sentence."""
    return _SHOWN.get(scheme, scheme)


def _has_check_digit(digits: str) -> bool:
    """Check the last of 16 digits by ISO 7064, MOD 11-2."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))


def _is_isbn(digits: str) -> bool:
    if len(digits) == 13:
        return "X" not in digits and sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits)) % 10 == 0
    numbers = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(number * (10 - at) for at, number in enumerate(numbers)) % 11 == 0
