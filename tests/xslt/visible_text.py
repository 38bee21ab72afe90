"""What a reader of a TEI document sees, run by run, and whether a page or a text shows it.

A *run* is text with nothing between its characters but inline markup: it ends where a block begins or ends, at a note,
and at each tag of markup that is shown as code. White space is left out. Every character outside `teiHeader` that is
not white space belongs to exactly one run, so a stylesheet that loses or moves a character in a block is found out.

`runs` yields them in the order of the document, each with the note it belongs to. `missing` looks for them in the
output: those of the text one after the other, each behind the one before; those of notes, which may stand apart, each
where no other run was found.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        TEI ab addrLine address altIdent analytic annotation app argument back bibl biblStruct body byline castGroup
        castItem castList category cell cit closer dateline desc div div1 div2 div3 div4 div5 div6 div7 divGen
        docAuthor docDate docEdition docImprint docTitle eg egXML epigraph event exemplum facsimile figDesc figure
        floatingText front fw gloss graphic group head imprint incident item kinesic l label lg line list
        listAnnotation listApp listBibl listEvent listOrg listPerson listPlace listRelation listWit monogr note
        noteGrp opener org p pause person personGrp place postscript q quote relation remarks row said salute series
        signed sourceDoc sp spGrp speaker stage standOff surface table taxonomy teiCorpus text titlePage titlePart
        trailer u valDesc vocal witness writing zone
        """,
    )
)
"""Elements of TEI that begin and end a run: whatever stands as a block of its own, or may."""

FACTS = frozenset(["person", "personGrp", "place", "org", "event", "relation", "category"])
"""Entries of a register: each of their children is a fact, with a run of its own."""


class Run(NamedTuple):
    path: str
    """XPath of the element whose text begins the run."""
    text: str
    """Its characters without white space; never empty."""
    note: str
    """XPath of the note it is in, '' for the text itself."""


def squeezed(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


class _Collector:
    """Walks a tree and cuts its text into runs."""

    def __init__(self, tree: etree._ElementTree, skip: frozenset[str]) -> None:
        self.tree, self.skip = tree, skip
        self.parts: list[str] = []
        self.origin: etree._Element | None = None
        self.note = ""

    def take(self, text: str | None, element: etree._Element | None) -> None:
        if element is not None and text and (words := squeezed(text)):
            self.origin = element if self.origin is None else self.origin
            self.parts.append(words)

    def cut(self) -> Iterator[Run]:
        if self.origin is not None:
            yield Run(self.tree.getpath(self.origin), "".join(self.parts), self.note)
        self.parts, self.origin = [], None

    def walk(self, root: etree._Element) -> Iterator[Run]:
        """Iterative, for deep documents: a stack of elements to enter and to leave."""
        stack: list[tuple[etree._Element, bool]] = [(root, True)]
        while stack:
            element, entering = stack.pop()
            breaks = begins_run(element)
            if not entering:
                if breaks:
                    yield from self.cut()
                if element.tag == TEI + "note":
                    self.note = note_around(element)
                self.take(element.tail if element is not root else None, element.getparent())
                continue
            if not isinstance(element.tag, str) or element.tag in self.skip:
                if element.tag is not etree.Entity:
                    self.take(element.tail if element is not root else None, element.getparent())
                continue
            if breaks:
                yield from self.cut()
            if element.tag == TEI + "note":
                self.note = self.note or self.tree.getpath(element)
            self.take(element.text, element)
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))
        yield from self.cut()


def begins_run(element: etree._Element) -> bool:
    """Whether text is cut at this element: a block, a fact of an entry, or any tag that is not TEI."""
    if not isinstance(element.tag, str):
        return False
    name = etree.QName(element)
    parent = element.getparent()
    return (
        name.namespace != TEI[1:-1]
        or name.localname in BLOCKS
        or (parent is not None and isinstance(parent.tag, str) and etree.QName(parent).localname in FACTS)
    )


def note_around(element: etree._Element) -> str:
    """XPath of the outermost note that an element is in, '' where it is in none."""
    notes = list(element.iterancestors(TEI + "note"))
    return element.getroottree().getpath(notes[-1]) if notes else ""


def runs(root: etree._Element, *, without: frozenset[str] = frozenset()) -> Iterator[Run]:
    """The runs of a document in order.

    `without`: TEI names whose content the output leaves out by design (the alternative of a choice).
    """
    skip = frozenset(TEI + name for name in without | {"teiHeader"})
    return _Collector(root.getroottree(), skip).walk(root)


def missing(expected: list[Run], output: str) -> list[Run]:
    """The runs that are not in the output, or not in their order. White space of `output` does not count."""
    shown = squeezed(output)
    lost: list[Run] = []
    cursor = 0
    used: list[tuple[int, int]] = []
    for run in (run for run in expected if not run.note):
        found = shown.find(run.text, cursor)
        if found < 0:
            lost.append(run)
        else:
            cursor = found + len(run.text)
            used.append((found, cursor))
    return lost + _missing_notes([run for run in expected if run.note], shown, used)


def _missing_notes(expected: list[Run], shown: str, used: list[tuple[int, int]]) -> list[Run]:
    masked = bytearray(len(shown))
    for start, end in used:
        masked[start:end] = b"\1" * (end - start)
    lost: list[Run] = []
    for run in expected:
        found = shown.find(run.text)
        while found >= 0 and any(masked[found : found + len(run.text)]):
            found = shown.find(run.text, found + 1)
        if found < 0:
            lost.append(run)
        else:
            masked[found : found + len(run.text)] = b"\1" * len(run.text)
    return lost


class _PageText(HTMLParser):
    """The text content of the page's main element, without what the page itself adds (class `generated`)."""

    VOID = frozenset(
        ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self.main = self.generated = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        self.open.append(tag)
        if tag == "main":
            self.main = len(self.open)
        if not self.generated and "generated" in (dict(attrs).get("class") or "").split():
            self.generated = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open.pop() != tag:
            pass
        self.main = 0 if len(self.open) < self.main else self.main
        self.generated = 0 if len(self.open) < self.generated else self.generated

    def handle_data(self, data: str) -> None:
        if self.main and not self.generated:
            self.parts.append(data)


def page_text(page: str) -> str:
    """The document's own text as an HTML page shows it: the text content of `main`."""
    parser = _PageText()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)
