"""What `profileDesc`, `encodingDesc` and `revisionDesc` say: abstracts, subjects, languages, dates, places, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from teikit.checks.language_tags import fault_of
from teikit.checks.subtags import shorter
from teikit.deposit.metadata import codes
from teikit.deposit.metadata.header.names import HOLDERS, entry_of
from teikit.deposit.metadata.header.notes import Notes
from teikit.deposit.metadata.header.text import XML_LANG, child, children, language_of, text_of, within
from teikit.deposit.metadata.model import Abstract, Change, Identifier, Keyword, Language, Period, Place
from teikit.deposit.metadata.vocabularies.identifiers import identifier_in
from teikit.deposit.metadata.vocabularies.languages import iso639_3
from teikit.diagnostics import DocumentError
from teikit.xml import TEI, clark

if TYPE_CHECKING:
    from lxml import etree

_PLACES = ("placeName", "settlement", "origPlace", "country", "region", "geogName", "district", "bloc")
_PLACE_TAGS = frozenset(clark(TEI, name) for name in _PLACES)
_NUMBERS = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]+)?")
_LONGEST_WORDS = 300
_fault_of = lru_cache(maxsize=1000)(fault_of)


def abstracts(header: etree._Element, notes: Notes) -> Iterator[Abstract]:
    """Yield the abstracts with their languages."""
    for element in children(child(header, "profileDesc"), "abstract"):
        text = _paragraphs(element)
        if text:
            yield Abstract(language_of(element), text, notes.locate(element))


def project_description(header: etree._Element) -> str:
    """Return the words of `projectDesc`, '' where there are none."""
    return _paragraphs(child(header, "encodingDesc", "projectDesc"))


def _paragraphs(element: etree._Element | None) -> str:
    """Return the text of an element, its paragraphs parted by an empty line."""
    blocks = list(within(element, "p", "ab"))
    return "\n\n".join(filter(None, map(text_of, blocks))) if blocks else text_of(element)


def keywords(header: etree._Element, notes: Notes) -> Iterator[Keyword]:
    """Yield the subjects: terms of `keywords`, the categories of `catRef`, and `classCode`."""
    for text_class in children(child(header, "profileDesc"), "textClass"):
        for group in children(text_class, "keywords"):
            scheme = (group.get("scheme") or "").strip()
            terms = list(within(group, "term")) or list(within(group, "item"))
            for term in terms:
                uri = next((each for each in (term.get("ref") or "").split() if identifier_in(each)), "")
                if text_of(term):
                    yield Keyword(text_of(term), scheme.removeprefix("#"), uri, notes.locate(term))
        for code in children(text_class, "classCode"):
            if text_of(code):
                scheme = (code.get("scheme") or "").strip()
                yield Keyword(text_of(code), scheme.removeprefix("#"), "", notes.locate(code))
        for reference in children(text_class, "catRef"):
            yield from _categories(reference, notes)


def _categories(reference: etree._Element, notes: Notes) -> Iterator[Keyword]:
    for token in (reference.get("target") or "").split():
        found = notes.source.follow(token, reference)
        description = child(found, "catDesc")
        term = next(within(description, "term"), None)
        words = text_of(term if term is not None else description) or text_of(child(found, "gloss"))
        is_address = identifier_in(token) is not None
        if words or is_address:
            words = words or token.rstrip("/").rpartition("/")[2].rpartition("#")[2] or token
            yield Keyword(words[:_LONGEST_WORDS], "", token if is_address else "", notes.locate(reference))


def languages(header: etree._Element, notes: Notes) -> Iterator[Language]:
    """Yield the languages of `langUsage`; where it names none, those of `xml:lang` on the document or its text."""
    declared = [
        each for usage in children(child(header, "profileDesc"), "langUsage") for each in within(usage, "language")
    ]
    found = [(" ".join((each.get("ident") or "").split()), text_of(each), each, "ident") for each in declared]
    if not any(tag for tag, *_ in found):
        found = [(tag, "", each, XML_LANG) for tag, each in _of_the_text(header, notes)]
    for tag, name, element, attribute in found:
        if not tag:
            continue
        fault = _fault_of(tag)
        place = notes.locate(element, attribute)
        # Three letters where the registry has two (eng) are no tag, but there is no doubt what they mean.
        known = shorter(tag.casefold()) if fault else tag
        if known:
            yield Language(known, iso639_3(known), name, place)
        if fault:
            notes.tell(codes.BAD_LANGUAGE, place, f'the language tag "{tag}" {fault[0]}', fault[1])


def _of_the_text(header: etree._Element, notes: Notes) -> list[tuple[str, etree._Element]]:
    """Return the tags of the document, or else of the texts in it, each with an element of the header's tree."""
    document = header.getparent()
    own = document if document is not None else header
    tag = (own.get(XML_LANG) or "").strip()
    if tag:
        return [(tag, own)]
    try:
        root = notes.source.whole.root
    except DocumentError:
        return []
    texts = root.iter(clark(TEI, "text"), clark(TEI, "body"))
    return [(tag, own) for tag in dict.fromkeys((each.get(XML_LANG) or "").strip() for each in texts) if tag]


def periods(header: etree._Element, notes: Notes) -> Iterator[Period]:
    """Yield when the text was written or set: creation, dispatch, origin; receipt where nothing else is said."""
    profile = child(header, "profileDesc")
    found = [
        *_dates(within(child(profile, "creation"), "date"), notes),
        *_dates(_of_actions(profile, "date", ("sent",)), notes),
        *_dates(within(child(header, "fileDesc", "sourceDesc"), "origDate"), notes),
        *_dates(within(child(profile, "settingDesc"), "date"), notes),
    ]
    yield from found or _dates(_of_actions(profile, "date", ()), notes)


def _dates(elements: Iterator[etree._Element], notes: Notes) -> list[Period]:
    found = ((element, notes.date(element)) for element in elements)
    return [Period(edtf, text_of(element), notes.locate(element)) for element, edtf in found if edtf]


def _of_actions(profile: etree._Element | None, name: str, types: tuple[str, ...]) -> Iterator[etree._Element]:
    for action in within(child(profile, "correspDesc"), "correspAction"):
        if not types or (action.get("type") or "") in types:
            yield from within(action, name)


def places(header: etree._Element, notes: Notes) -> Iterator[Place]:
    """Yield where the text was written, sent, received or set, with what a register knows of each place."""
    profile = child(header, "profileDesc")
    roots = [
        child(profile, "creation"),
        *within(child(profile, "correspDesc"), "correspAction"),
        child(profile, "settingDesc"),
        *within(child(header, "fileDesc", "sourceDesc"), "origin"),
    ]
    for root in roots:
        for element in within(root, *_PLACES):
            if not any(parent.tag in _PLACE_TAGS for parent in element.iterancestors("*")):
                yield from _place(element, notes)


def _place(element: etree._Element, notes: Notes) -> Iterator[Place]:
    identifiers: list[Identifier] = []
    name, geo = text_of(element, ("geo",)), next(within(element, "geo"), None)
    named = [element, *within(element, "rs", "placeName", "settlement")]
    for token, holder in (
        (token, each) for each in named for token in (each.get("ref") or each.get("key") or "").split()
    ):
        known = identifier_in(token)
        entry = None if known and known.scheme != "url" else notes.source.follow(token, holder)
        if entry is not None:
            found = entry_of(entry)
            identifiers += found.identifiers
            name = name or found.name.text
            geo = geo if geo is not None else next(within(entry, "geo"), None)
        if known is not None:
            identifiers.append(known)
        elif entry is None or entry.tag == clark(TEI, "place"):
            identifiers.append(Identifier("local", token.removeprefix("#")))
    latitude, longitude = coordinates(text_of(geo))
    if name:
        sound = notes.sound(identifiers, element)
        yield Place(name, notes.locate(element), sound, latitude, longitude)


def coordinates(text: str) -> tuple[float | None, float | None]:
    """Return latitude and longitude of a `geo`: two numbers, with a point or a comma before the decimals."""
    parts = text.split() if len(text.split()) == 2 else re.split(r"\s*[,;]\s*", text)
    numbers = [part.strip(",;") for part in parts]
    if len(numbers) != 2 or not all(_NUMBERS.fullmatch(number) for number in numbers):
        return None, None
    latitude, longitude = (float(number.replace(",", ".")) for number in numbers)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else (None, None)


def changes(header: etree._Element, notes: Notes) -> Iterator[Change]:
    """Yield the changes in the order of the header, with the names of those who made them where they are known."""
    for element in within(child(header, "revisionDesc"), "change"):
        text = text_of(element, ("list", "listChange"))
        date = next(within(element, "date"), None)
        when = notes.date(element) if element.get("when") or element.get("when-iso") else ""
        if not when and date is not None:
            when = notes.date(date)
        if text or when:
            yield Change(when, ", ".join(_who(element, notes)), text, notes.locate(element))


def _who(element: etree._Element, notes: Notes) -> Iterator[str]:
    tokens = (element.get("who") or "").split()
    for token in tokens:
        found = notes.source.follow(token, element)
        if found is None and "#" not in token and ":" not in token:
            # The id of an element of the header, written without the #.
            found = notes.source.markup.ids.get(token)
        yield (entry_of(found).name.text if found is not None else "") or token.removeprefix("#")
    if not tokens:
        yield from filter(None, map(text_of, children(element, *HOLDERS)))
