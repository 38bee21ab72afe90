"""The DOI and the version, written into a document that is deposited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teikit.deposit.push.codes import NO_PLACE_FOR_DOI
from teikit.deposit.push.inscribing.extents import Extent, extents, space_before
from teikit.diagnostics import Diagnostic, DocumentError
from teikit.editing import Change, Edited, apply
from teikit.editing.start_tags import start_tag
from teikit.xml import Document, load
from teikit.xml.names import TEI

_ROOTS = (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus")
_AGENCIES = ("publisher", "distributor", "authority")
_RESOLVER = re.compile(r"(?i)\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")


class Inscription(NamedTuple):
    """What is written: the bare DOI, the version, and the day of the deposit (ISO 8601).

    `before` is the DOI of the version before, whose place the new one takes, or ''.
    """

    doi: str
    version: str
    date: str
    before: str = ""


def inscribed(path: str, data: bytes, inscription: Inscription) -> Edited:
    """Write a DOI and a version into the teiHeader of a document; no other byte changes.

    The DOI becomes an `idno` of `publicationStmt`; it takes the place of that of the version before, while any other
    DOI stays. The version and the day become a `change` of `revisionDesc`. What stands there already is not written
    again, and a file that is no TEI document stays as it is. Raises `DocumentError` where the file cannot be read or
    its header has no place for the DOI, `TeikitError` where it cannot be written.
    """
    document = load(data, path=path)
    if document.root.tag not in _ROOTS:
        return Edited(path, data, data)
    return apply(path, data, _Header(document).changes(inscription))


class _Header:
    """The teiHeader of a document, and where its elements stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.extents: dict[etree._Element, Extent] = extents(document, "teiHeader")
        header = document.root.find(f"{{{TEI}}}teiHeader")
        statement = document.root.find(f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt")
        if header is None or statement is None or not self.is_own(statement):
            raise self.refusal(statement if statement is not None else header)
        self.element = header
        self.statement = statement

    def changes(self, inscription: Inscription) -> list[Change]:
        return [*self.identifier(inscription.doi, inscription.before), *self.revision(inscription)]

    def refusal(self, element: etree._Element | None) -> DocumentError:
        place = self.document.locate(self.document.root if element is None else element)
        hint = "add a publicationStmt with a publisher to the teiHeader, or push with --doi-in no"
        told = "the header has no publicationStmt that a DOI can be written into"
        return DocumentError([Diagnostic.of(NO_PLACE_FOR_DOI, place, told, hint=hint)])

    def is_own(self, element: etree._Element) -> bool:
        """Return whether an element stands in the file itself, not in an entity."""
        return isinstance(element.tag, str) and start_tag(self.document, element) is not None

    def children(self, parent: etree._Element, *names: str) -> list[etree._Element]:
        wanted = {f"{{{TEI}}}{name}" for name in names}
        return [each for each in parent if each.tag in wanted and self.is_own(each)]

    def identifier(self, doi: str, before: str) -> Iterator[Change]:
        """Yield the change that makes the DOI an identifier of the document."""
        present = {_bare(each): each for each in self.statement.iter(f"{{{TEI}}}idno")}
        if doi.lower() in present:
            return
        earlier = present.get(before.lower()) if before else None
        if earlier is not None and len(earlier) == 0 and self.is_own(earlier):
            yield self.replaced(earlier, doi)
            return
        markup = self.tag("idno", ' type="DOI"', escape(doi))
        anchors = self.children(self.statement, "idno")[-1:] or self.children(self.statement, *_AGENCIES)[:1]
        prose = self.children(self.statement, "p", "ab")
        if anchors:
            yield self.after(anchors[0], markup)
        elif prose:
            yield self.at_end_of(prose[-1], f" {markup}")
        else:
            raise self.refusal(self.statement)

    def revision(self, inscription: Inscription) -> Iterator[Change]:
        """Yield the change that tells of the deposit, where the newest of its kind stand."""
        told = self.children(self.element, "revisionDesc")
        doi, version, date, _ = inscription
        sentence = escape(f"Deposited with the DOI {doi}.")
        markup = self.tag("change", f" n={quoteattr(version)} when={quoteattr(date)}", sentence)
        if not told:
            yield self.new_description(markup)
            return
        holder = next(iter(self.children(told[0], "listChange", "list")), told[0])
        entries = self.children(holder, "change", "item")
        if any(each.get("n") == version and doi in "".join(map(str, each.itertext())) for each in entries):
            return
        if holder.tag == f"{{{TEI}}}list":
            markup = self.tag("item", f" n={quoteattr(version)}", escape(f"{date}: deposited with the DOI {doi}."))
        if not entries:
            yield self.at_end_of(holder, markup)
        elif _day(entries[0]) < _day(entries[-1]):
            yield self.after(entries[-1], markup)
        else:
            yield self.before(entries[0], markup)

    def new_description(self, markup: str) -> Change:
        last = [each for each in self.element if self.is_own(each)][-1]
        outer, inner = self.space(self.element), self.space(last)
        step = inner[len(outer) :] if inner.startswith(outer) else ""
        within = f"{inner}{step}" if "\n" in inner else ""
        return self.after(last, self.tag("revisionDesc", "", f"{within}{markup}{inner if within else ''}"))

    def tag(self, name: str, attributes: str, content: str) -> str:
        prefix = f"{self.statement.prefix}:" if self.statement.prefix else ""
        return f"<{prefix}{name}{attributes}>{content}</{prefix}{name}>"

    def space(self, element: etree._Element) -> str:
        """Return the line end and the indentation before an element."""
        return space_before(self.document, self.extents[element].start)

    def after(self, element: etree._Element, markup: str) -> Change:
        end = self.extents[element].end
        return Change(end, end, self.space(element) + markup)

    def before(self, element: etree._Element, markup: str) -> Change:
        start = self.extents[element].start
        return Change(start, start, markup + self.space(element))

    def at_end_of(self, element: etree._Element, markup: str) -> Change:
        _, end_tag, end = self.extents[element]
        if end_tag is not None:
            return Change(end_tag, end_tag, markup)
        return Change(end - 2, end, f">{markup.lstrip()}</{self.name(element)}>")

    def name(self, element: etree._Element) -> str:
        return f"{element.prefix}:" * bool(element.prefix) + str(element.tag).rpartition("}")[2]

    def replaced(self, element: etree._Element, doi: str) -> Change:
        """Put a DOI in the place of another; it keeps the form of an address, if the other has it."""
        start, end_tag, end = self.extents[element]
        resolver = _RESOLVER.match((element.text or "").strip())
        data, stop = self.document.data, end if end_tag is None else end_tag
        start = data.rindex(b">", start, stop) + 1
        # White space around it stays.
        start += len(data[start:stop]) - len(data[start:stop].lstrip())
        return Change(start, start + len(data[start:stop].rstrip()), (resolver[0] if resolver else "") + escape(doi))


def _bare(identifier: etree._Element) -> str:
    """Return an identifier without the address of the resolver, in lower case: DOIs are the same in both cases."""
    return _RESOLVER.sub("", "".join(map(str, identifier.itertext())).strip()).lower()


def _day(entry: etree._Element) -> str:
    return next((value for name in ("when", "when-iso", "to", "notAfter") if (value := entry.get(name))), "")
