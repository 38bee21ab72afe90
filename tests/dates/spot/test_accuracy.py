"""How well dates are spotted in 300 paragraphs of English that were annotated by hand, before a program read them.

The paragraphs are of the two documents of the corpus `frus`. Elements `p`, `head`, `note`, `dateline`, `closer`, `item`
and `cell` without an element of these names inside (but for those in a note), whose text has 40 to 900 characters, were
put in the order of the SHA-256 of "teikit frus 1:", the file's name, a space and the element's identity. The first were
taken for each name (`p` 160, `note` 75, `item` 30, `head` 25, both datelines, 4 closers, 2 cells): two thirds of each
number had to hold a digit or the name of a month, the rest could be any, and no text was taken twice. The two that were
missing at the end came from all elements, in the same order.

`frus.tsv` has a line for each paragraph, without a word of its text: file; identity (the xml:id of the nearest element
with one, and the path below it); the first 16 digits of the SHA-256 of its text; then for each date its offset, length
and value. A paragraph without a date has a line, too. The text is that of all text nodes but those of notes inside,
runs of white space made one space, none at the ends; offsets are in characters.

What was annotated: every explicit date: days and months with or without a year, years (also in titles and the names of
series and laws, "Foreign Relations, 1918"), ranges as one span ("1955–1957", "June 1917 until July 1917", "September
and December 1954" after "between"), decades, centuries, seasons with a year. Not: times of day, relative words (of
"last December" only "December"), fiscal years, identifiers ("611.93/1–1256", "(11–8–48)" in a file's number,
"NSC 5412"). The span has the weekday, the era and "early", "mid-", "late", "c.", "ca." before it; no preposition and no
article. The value is `1955-04-18`; `--04-18` or `--04` without a year; `---22`; `1955`; a range
`1955-04-18/1955-04-24`; `195X`; `19XX`. The value of "early 1955" is that of 1955. A date is given as the writer wrote
it, in the calendar of the text. Two digits of a year are read as the document asks: "Sept 18–Feb 19" on a box of papers
of 1918 is `1918-09/1919-02`.

An annotated date is agreed upon if a span overlaps it and has the same value; in the stricter figure both ends must be
the same, too.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from teikit.dates.spot import Span, spot

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = "{http://www.tei-c.org/ns/1.0}"

# What counts as a date here: times, relative words and lone weekdays are spans of the program but no dates here. A span
# of low certainty is a guess on which the program itself would not act: it does not count, be it right or wrong.
KINDS = frozenset({"day", "month", "year", "range", "recurring", "season", "decade", "century"})


class Fact(NamedTuple):
    """A date in the annotation: characters in the text, and the value."""

    start: int
    end: int
    value: str


class Paragraph(NamedTuple):
    """A paragraph of the annotation: its place, the start of its text's SHA-256, its dates in order."""

    file: str
    identity: str
    digest: str
    facts: list[Fact]


class Accuracy(NamedTuple):
    """Of `found` spans and `annotated` dates, so many agree."""

    found: int
    annotated: int
    agreed: int

    @property
    def precision(self) -> float:
        return self.agreed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.agreed / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.agreed / (self.found + self.annotated) if self.found + self.annotated else 0.0


def paragraphs() -> Iterator[Paragraph]:
    """The annotation."""
    for line in Path(__file__).with_name("frus.tsv").read_text(encoding="utf-8").splitlines():
        file, identity, digest, *dates = line.split("\t")
        yield Paragraph(file, identity, digest, [fact(date) for date in dates])


def fact(written: str) -> Fact:
    start, length, value = written.split(" ")
    return Fact(int(start), int(start) + int(length), value)


def find(root: etree._Element, identity: str) -> etree._Element:
    """The element of an identity: an xml:id (or "" and the name of the root), then a path of child steps."""
    first, _, path = identity.removeprefix("/").partition("/")
    element = root if identity.startswith("/") else root.find(f".//*[@{XML_ID}='{first}']")
    assert element is not None, identity
    for step in filter(None, path.split("/")):
        element = element.find(TEI + step)
        assert element is not None, identity
    return element


def text_of(element: etree._Element) -> str:
    """The text without that of notes inside, white space made one space."""
    return " ".join("".join(pieces(element)).split())


def pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != TEI + "note":
            yield from pieces(child)
        yield child.tail or ""


def spotted(text: str) -> list[Span]:
    """The program's spans that count."""
    return [span for span in spot(text, language="en") if span.kind in KINDS and span.certainty != "low"]


def pair(facts: list[Fact], spans: list[Span], strict: bool) -> list[tuple[Fact, Span]]:
    """The dates and spans that agree, each once: overlap and the same value, or (strict) the same ends, too."""
    left = list(spans)
    pairs = []
    for date in facts:
        for span in left:
            exact = (span.start, span.end) == (date.start, date.end)
            overlap = span.start < date.end and date.start < span.end
            if span.value == date.value and (exact if strict else overlap):
                pairs.append((date, span))
                left.remove(span)
                break
    return pairs


class Reading(NamedTuple):
    """What the program found in a paragraph, beside what the annotation says."""

    paragraph: Paragraph
    text: str
    spans: list[Span]

    def disagreements(self) -> Iterator[str]:
        """Lines that say what is missing and what is too much."""
        pairs = pair(self.paragraph.facts, self.spans, strict=False)
        for date in self.paragraph.facts:
            if date not in [one for one, _ in pairs]:
                yield f"- {self.text[date.start : date.end]!r} {date.value}  ({self.paragraph.identity})"
        for span in self.spans:
            if span not in [other for _, other in pairs]:
                yield f"+ {span.text!r} {span.value} {span.kind}: {span.reason}  ({self.paragraph.identity})"


@pytest.fixture(scope="module")
def readings(shared: Path) -> list[Reading]:
    folder = shared / "corpora" / "frus"
    if not folder.is_dir():
        pytest.skip("the corpus frus is not in the reference material")
    roots: dict[str, etree._Element] = {}
    result = []
    for paragraph in paragraphs():
        if paragraph.file not in roots:
            roots[paragraph.file] = etree.parse(folder / paragraph.file).getroot()
        text = text_of(find(roots[paragraph.file], paragraph.identity))
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert digest.startswith(paragraph.digest), f"{paragraph.identity} is not the text that was annotated"
        result.append(Reading(paragraph, text, spotted(text)))
    return result


def measured(readings: list[Reading], strict: bool) -> Accuracy:
    found = sum(len(reading.spans) for reading in readings)
    annotated = sum(len(reading.paragraph.facts) for reading in readings)
    agreed = sum(len(pair(reading.paragraph.facts, reading.spans, strict)) for reading in readings)
    return Accuracy(found, annotated, agreed)


def table(readings: list[Reading]) -> str:
    rows = [f"{'':24}{'annotated':>10}{'found':>8}{'agreed':>8}{'precision':>11}{'recall':>8}{'F1':>8}"]
    for name, strict in (("overlap, same value", False), ("same ends, same value", True)):
        one = measured(readings, strict)
        rows.append(
            f"{name:24}{one.annotated:10}{one.found:8}{one.agreed:8}{one.precision:11.3f}{one.recall:8.3f}{one.f1:8.3f}"
        )
    kinds = Counter(span.kind for reading in readings for span in reading.spans)
    rows.append("found by kind: " + ", ".join(f"{kind} {number}" for kind, number in kinds.most_common()))
    return "\n".join(rows)


def test_annotation_is_whole_and_in_order() -> None:
    known = list(paragraphs())
    assert len(known) == 300
    assert len({(one.file, one.identity) for one in known}) == 300
    for one in known:
        for left, right in zip(one.facts, one.facts[1:], strict=False):
            assert left.end <= right.start, one.identity


def test_dates_of_three_hundred_paragraphs_are_spotted(readings: list[Reading]) -> None:
    print("\n" + table(readings))
    for reading in readings:
        for line in reading.disagreements():
            print(line)
    accuracy = measured(readings, strict=False)
    assert accuracy.f1 >= 0.95, f"F1 {accuracy.f1:.3f}: run with -s to see the misses"
