"""A pointer to the wrong kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.checks.report import label, report, reports
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.index import Index
from teikit.project.lookup import Outcome
from teikit.project.markup import Markup
from teikit.xml import Document, local_name

CODE = Code(
    "TEI010",
    "wrong-target",
    Severity.ERROR,
    "a pointer leads to the wrong kind of element",
    "TEI P5 Guidelines, att.canonical, att.written, att.rdgPart, att.datable, att.global.rendition, att.global.facs",
    Page(
        "a pointer to an element that it cannot mean, in the same file or another: `@ref` of `persName` that leads to "
        "a `place`, of `placeName` to a `person`, of `orgName`, `title`, and of `rs` and `name` with such a type; "
        "`@hand` to anything but a `handNote`, `@wit` to no `witness`, `@calendar` to no `calendar`, `@rendition` to "
        "no `rendition`, `@facs` to no part of a facsimile, `@resp` to a place or a paragraph. Only targets whose kind "
        "is plain are judged; `@who` on speech has a check of its own.",
        "Indexes and maps are made by following these pointers: the person appears among the places, or not at all.",
        '<div>\n  <listPlace><place xml:id="li"><placeName>Li</placeName></place></listPlace>\n'
        '  <p><persName ref="#li">Li Shizhong</persName></p>\n</div>',
        '<div>\n  <listPerson><person xml:id="li"><persName>Li</persName></person></listPerson>\n'
        '  <p><persName ref="#li">Li Shizhong</persName></p>\n</div>',
        "TEI003, TEI002",
    ),
)


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_PEOPLE = _set("person personGrp persona role castItem castGroup org")
_TEXTS = _set("bibl biblStruct biblFull msDesc object witness")
_PARTS = _set("div p ab l lg head date figure")
_THINGS = _set("place event category taxonomy calendar language rendition surface zone graphic")
_PLAIN = _PEOPLE | _TEXTS | _PARTS | _THINGS | _set("handNote change")
"""Elements whose kind leaves no doubt; what else a pointer leads to is not judged."""

_PERSON_NAMES = "persName"
_PLACE_NAMES = "placeName settlement region country district bloc geogName"
_REFS: dict[str, tuple[frozenset[str], str]] = {
    "persName": (_PEOPLE, "a person"),
    **dict.fromkeys(_PLACE_NAMES.split(), (_set("place"), "a place")),
    "orgName": (_set("org personGrp"), "an organisation"),
    "title": (_TEXTS | _PARTS | _set("category"), "a work"),
}
_TYPED = {"person": "persName", "place": "placeName", "org": "orgName", "organisation": "orgName"}
_ATTRIBUTES: dict[str, tuple[frozenset[str], str]] = {
    "hand": (_set("handNote"), "a handNote"),
    "wit": (_TEXTS, "a witness"),
    "calendar": (_set("calendar"), "a calendar"),
    "datingMethod": (_set("calendar"), "a calendar"),
    "rendition": (_set("rendition"), "a rendition"),
    "facs": (_set("surface zone graphic"), "a part of the facsimile"),
    "resp": (_PLAIN - _PARTS - _THINGS, "somebody who is responsible"),
    "nymRef": (frozenset(), "a nym"),
}
_ON = {
    ("catRef", "target"): (_set("category"), "a category"),
    ("keywords", "scheme"): (_set("taxonomy category") | _TEXTS, "a taxonomy"),
    ("handShift", "new"): (_set("handNote"), "a handNote"),
    ("event", "where"): (_set("place org"), "a place"),
}
_WATCHED = {"ref", *_ATTRIBUTES, *(attribute for _, attribute in _ON)}


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pointer to an element of the document that cannot be meant."""
    for element, attribute, pointers in markup.references:
        # The calendars of a document have a check of their own.
        if attribute not in _WATCHED or attribute in ("calendar", "datingMethod"):
            continue
        expected = _expected(local_name(str(element.tag)), element.get("type", ""), attribute)
        for pointer in dict.fromkeys(pointers) if expected else ():
            target = markup.target(pointer, element)
            found = markup.ids.get(target.fragment or "") if target.is_local else None
            kind = "" if found is None else local_name(str(found.tag))
            if expected and kind in _PLAIN - expected[0]:
                told = _told(pointer, attribute, label(element), kind, expected[1])
                yield report(CODE, document, element, attribute, told, hint=_hint(expected[1]))


def across(index: Index) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pointer to an element of another file that cannot be meant."""
    for facts in index.facts:
        for use in facts.uses:
            expected = None if use.attribute not in _WATCHED else _expected(use.kind, use.type, use.attribute)
            if expected is None or use.fragment is None:
                continue
            found = index.follow(use, facts)
            if found.outcome is Outcome.FOUND and found.kind in _PLAIN - expected[0]:
                told = _told(use.pointer, use.attribute, use.element, found.kind, expected[1])
                yield from reports(CODE, use, told, hint=_hint(expected[1]))


def _expected(kind: str, type_: str, attribute: str) -> tuple[frozenset[str], str] | None:
    """Return the plain elements that an attribute may lead to, and what they are together."""
    if attribute == "ref":
        return _REFS.get(_TYPED.get(type_.casefold(), "") if kind in ("rs", "name") else kind)
    return _ATTRIBUTES.get(attribute) or _ON.get((kind, attribute))


def _told(pointer: str, attribute: str, element: str, kind: str, expected: str) -> str:
    return f'"{pointer}" in {attribute} of "{element}" points to "{kind}", not to {expected}'


def _hint(expected: str) -> str:
    return f"point to the id of {expected}, or use the element for what the pointer means"
