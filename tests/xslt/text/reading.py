"""Making plain text of documents, and finding a document's words in it again."""

import re
from functools import cache

from lxml import etree
from tests.xslt.visible_text import TEI, Run, squeezed

from teikit import resources
from teikit.saxon import Result, Stylesheet
from teikit.xml import Document, load

GENERATED = re.compile(
    r"\[\d+\]"  # the mark of a note
    r"|\[[^\]]{0,60}\d[^\]]{0,60}\]"  # a Gregorian date
    # a specification's name
    r"|\[(?:schema|element|class|macro|data|module|specGrp|attDef|valItem|constraint|param)[^\]]{0,60}\]"
    r"|<(?:https?|mailto):[^>]*>"  # the address of an empty pointer
    r"|[⟦⟧‹›{}\[\]…“”„«»「」(),:]"  # signs and punctuation
)


@cache
def stylesheet() -> Stylesheet:
    return Stylesheet.compile(resources.stylesheet("to-text.xsl"))


def transformed(document: Document, path: str = "documents/a.xml", **settings: str) -> Result:
    """The result for one document, without registers."""
    return stylesheet().run(document, {"document": path, **settings})


def text(body: str, header: str = "", **settings: str) -> str:
    """The plain text of a small document; a failure of the stylesheet is an error."""
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    result = transformed(load(xml.encode()), **settings)
    assert [said for said in result.diagnostics if said.severity.value == "error"] == []
    return result.text


def regularised(root: etree._Element) -> etree._Element:
    """The document without the sides of its choices that a regularised text leaves out."""
    for choice in list(root.iter(TEI + "choice")):
        shown = next((side for name in ("corr", "reg", "expan") for side in choice.iter(TEI + name)), None)
        shown = next(choice.iterchildren(etree.Element)) if shown is None or shown.getparent() is not choice else shown
        for side in list(choice.iterchildren(etree.Element)):
            if side is not shown:
                side.clear(keep_tail=True)
    return root


def end_of(run: str, shown: str, start: int) -> int:
    """Where a run ends that begins at `start`, -1 if it is not there; what the text adds between is passed over."""
    position = start
    for character in run:
        while position < len(shown) and shown[position] != character:
            added = GENERATED.match(shown, position)
            if not added:
                return -1
            position = added.end()
        if position >= len(shown):
            return -1
        position += 1
    return position


def found(run: str, shown: str, start: int) -> int:
    """The end of the first place at or behind `start` where a run stands, -1 if there is none."""
    begin = shown.find(run[0], start)
    while begin >= 0:
        end = end_of(run, shown, begin)
        if end >= 0:
            return end
        begin = shown.find(run[0], begin + 1)
    return -1


def lost(expected: list[Run], output: str) -> list[Run]:
    """The runs that are not in the output in their order; those of notes may stand anywhere."""
    shown, cursor, missing = squeezed(output), 0, []
    for run in expected:
        end = found(run.text, shown, 0 if run.note else cursor)
        if end < 0:
            missing.append(run)
        elif not run.note:
            cursor = end
    return missing
