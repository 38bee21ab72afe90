"""What a `calendar` element says of a calendar, and which calendar a pointer means.

TEI says little about the content of `calendar` (Guidelines, 2.4.5), so these are teikit's conventions:

- `@type`, `@target` or `@ref` name the calendar: `type="islamic-umalqura"`, `target="…/wiki/Julian_calendar"`. Without
  them its id counts, then a `name` or `term` in it, then a whole paragraph ("Old Style (Julian calendar)").
- A calendar of regnal years has the type `regnal`, and says when the reign began and, if it likes, when it ended:
  `<calendar xml:id="victoria" type="regnal"><p><name>Victoria</name>, from <date type="accession" when="1837-06-20"/>
  to <date type="end" when="1901-01-22"/></p></calendar>`. A custom value is then the year of the reign, the month and
  the day: `64-01-22`. They are Julian ones where `@datingMethod` of the accession names the Julian calendar.
- A Julian or Gregorian calendar whose year begins on another day than 1 January ("the year begins on 25 March") is
  not known here, whatever it is called: its years are not those of the custom form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from teikit.dates import VARIANTS, Calendar, DateError, calendar_of, parse_w3c
from teikit.dates import calendar_named as known_calendar
from teikit.diagnostics import TeikitError
from teikit.registers.pointers import document_uri
from teikit.xml import TEI, XML, clark, load

if TYPE_CHECKING:
    from lxml import etree

_ID = clark(XML, "id")
_MOST_BYTES = 64 * 1024 * 1024
_LONGEST_NAME = 200
_PARENTHESES = re.compile(r"([^()]+)(?:\(([^()]+)\))?")
_OTHER_STYLE = re.compile(
    r"annunciation|lady.?day|incarnation|mos florentinus|calculus (?:pisanus|florentinus)|mos gallicanus", re.IGNORECASE
)
_NEW_YEAR = re.compile(
    r"(?:\byears?\b[^.;]{0,60}?\b(?:beg[aiu]n\w*|start\w*|commenc\w*|reckon\w*|count\w*|from)\b"
    r"|\b(?:beg[aiu]n\w*|start\w*)\s+(?:the|its|their|each)\s+years?\b)(?P<day>[^.;]{0,60})",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"\b(?:march|september|december|easter|christmas|nativity)\b", re.IGNORECASE)
_JANUARY = re.compile(r"\b1(?:st)?(?: of)? january|january 1(?:st)?\b|\bcircumcision\b", re.IGNORECASE)


class DeclaredCalendar(NamedTuple):
    """A `calendar` element as plain values, which workers can be given.

    `uri` is that of its document and `id` its id, `type` and `target` its attributes, `names` what its content calls
    it, `has_other_new_year` tells that its year does not begin on 1 January. `accession` and `end` are the days of a
    reign in W3C's form, '' where they are not said, and `counts_julian` that its days are Julian ones.
    """

    uri: str
    id: str
    type: str = ""
    target: str = ""
    names: tuple[str, ...] = ()
    has_other_new_year: bool = False
    accession: str = ""
    end: str = ""
    counts_julian: bool = False


def calendar_for(pointer: str, declared: DeclaredCalendar | None = None) -> Calendar | None:
    """Return the calendar that a pointer of `@calendar` or `@datingMethod` means, or None where it is not known.

    `declared` is the `calendar` element that the pointer leads to, in its document or in another one, if any. What
    that says in `@type`, `@target` or `@ref` counts first, then the spelling of the pointer (its fragment, or the last
    step of its path), then the names in the declaration.
    """
    spelt = last_step(pointer.strip())
    if declared is None:
        return _known([spelt])
    if declared.type.casefold() == "regnal":
        return _regnal(declared)
    found = _known([declared.type, last_step(declared.target), spelt, declared.id, *declared.names])
    is_roman = found is not None and found.name in ("julian", "gregorian")
    return None if is_roman and declared.has_other_new_year else found


def declared_calendar(element: etree._Element, uri: str) -> DeclaredCalendar:
    """Read a `calendar` element of the document with the given URI."""
    name = " ".join(element.get(_ID, "").split())
    dates = {
        each.get("type", ""): each
        for each in element.iterdescendants(clark(TEI, "date"))
        if each.get("when") is not None
    }
    accession, end = dates.get("accession"), dates.get("end")
    text = " ".join("".join(map(str, element.itertext())).split())
    return DeclaredCalendar(
        uri,
        name,
        element.get("type", "").strip(),
        (element.get("target") or element.get("ref") or "").strip(),
        tuple(_names(element)),
        _has_other_new_year(text),
        "" if accession is None else accession.get("when", "").strip(),
        "" if end is None else end.get("when", "").strip(),
        accession is not None and calendar_of(last_step(accession.get("datingMethod", ""))) == "julian",
    )


def calendars_in(files: Iterable[Path]) -> tuple[DeclaredCalendar, ...]:
    """Return the calendars that files declare, such as the registers of a project.

    A file that cannot be read declares none: validation says so elsewhere.
    """
    return tuple(found for file in files if _may_declare(file) for found in _declared(file))


def last_step(uri: str) -> str:
    """Return the fragment of a URI, else what follows the last `/` or `:` of its path."""
    before, _, fragment = uri.partition("#")
    return unquote(fragment or re.split("[/:]", before.rstrip("/"))[-1])


def _known(names: Iterable[str]) -> Calendar | None:
    found = next((calendar for calendar in map(_spelt, names) if calendar is not None), None)
    return None if found is None else known_calendar(found)


def _spelt(name: str) -> str | None:
    # The variants of the Islamic calendar are names themselves, and say more than "islamic".
    return name if name in VARIANTS else calendar_of(name)


def _regnal(declared: DeclaredCalendar) -> Calendar | None:
    from teikit.dates.calendars.regnal import regnal

    try:
        accession = parse_w3c(declared.accession)
        last = parse_w3c(declared.end).last if declared.end else None
    except DateError:
        return None
    if accession.first != accession.last or (last is not None and last < accession.first):
        return None
    title = declared.names[0] if declared.names else declared.id
    return regnal(declared.id, title, accession.first, last, "julian" if declared.counts_julian else "gregorian")


def _names(element: etree._Element) -> Iterator[str]:
    """Yield what the content calls the calendar: names, then whole paragraphs, with and without what is in brackets."""
    children = list(element.iterdescendants("{*}name", "{*}term", "{*}label"))
    children += element.iterchildren("{*}p", "{*}ab", "{*}desc")
    for child in children:
        text = " ".join("".join(map(str, child.itertext())).split()).rstrip(".")
        if 0 < len(text) <= _LONGEST_NAME:
            yield text
            inside = _PARENTHESES.fullmatch(text)
            if inside and inside[2]:
                # "Anno Mundi (Jewish calendar)": what explains comes first.
                yield from (inside[2].strip(), inside[1].strip())


def _has_other_new_year(text: str) -> bool:
    if _OTHER_STYLE.search(text):
        return True
    return any(
        _OTHER_DAY.search(match["day"]) and not _JANUARY.search(match["day"]) for match in _NEW_YEAR.finditer(text)
    )


def _may_declare(file: Path) -> bool:
    try:
        return file.stat().st_size <= _MOST_BYTES and b"calendar" in file.read_bytes()
    except OSError:
        return False


def _declared(file: Path) -> Iterator[DeclaredCalendar]:
    try:
        document = load(file)
    except TeikitError:
        return
    uri = document_uri(file.as_posix())
    for description in document.root.iter(clark(TEI, "calendarDesc")):
        for element in description.iterchildren(clark(TEI, "calendar")):
            yield declared_calendar(element, uri)
