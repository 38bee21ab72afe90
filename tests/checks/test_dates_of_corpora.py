"""What the checks of dates say about other people's documents: their true faults, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from teikit.checks import DATE_CODES, run
from teikit.dates import parse_w3c, write_w3c
from teikit.diagnostics import Diagnostic
from teikit.xml import load

CORPORA = ("muqtabas", "isicily", "epidoc-guidelines", "ssrq-schema-date", "qhod")
IDS = {code.id for code in DATE_CODES}
Found = set[tuple[str, int, str]]

# qhod: `#hijri` without a `calendar` of that id; `Hijri`, a word, where a pointer is needed.
FAULTS: Found = {
    ("qhod/Selim_II_Urkunde_10.xml", 80, "TEI007"),
    ("qhod/Selim_II_Urkunde_14.xml", 80, "TEI007"),
    ("qhod/vipa.l.osm.17190905.xml", 130, "TEI007"),
}

# Most dates of two of the corpora stand in examples, which the checks leave alone; here they are read as text.
# ssrq-schema-date: `@calendar` for the calendar of `-custom` attributes, some on elements without text. That it is a
# word there, and that excerpts declare no calendar (TEI007), is their own schema's matter.
FAULTS_OF_EXAMPLES: Found = {
    ("ssrq-schema-date/adminInfo.xml", 5, "TEI034"),
    ("ssrq-schema-date/back.xml", 24, "TEI034"),
    ("ssrq-schema-date/date.xml", 2, "TEI034"),
    ("ssrq-schema-date/handDesc.xml", 5, "TEI018"),
    ("ssrq-schema-date/handDesc.xml", 10, "TEI018"),
    ("ssrq-schema-date/handDesc.xml", 13, "TEI018"),
    ("ssrq-schema-date/history.xml", 5, "TEI034"),
    ("ssrq-schema-date/note.xml", 3, "TEI034"),
    ("ssrq-schema-date/origDate.xml", 4, "TEI034"),
    ("ssrq-schema-date/origDate.xml", 8, "TEI018"),
    ("ssrq-schema-date/p.xml", 4, "TEI034"),
    ("ssrq-schema-date/pb.xml", 28, "TEI034"),
    ("ssrq-schema-date/precision.xml", 3, "TEI034"),
}

# The Guidelines: 430 AH in the text and 431 in the attributes; a day of the third lunisolar month as one of March.
FAULTS_OF_THE_GUIDELINES = {(1116, "TEI030"), (28302, "TEI030")}

_PAIR = re.compile(rb'<(?:tei:)?date\b(?=[^<>]*\swhen-custom=")[^<>]*?\swhen="([^"]+)"')


def findings(data: bytes, path: str = "<a document>") -> list[Diagnostic]:
    return [report for report in run(load(data, path=path)) if report.code.id in IDS]


def as_text(data: bytes) -> bytes:
    """Make the examples of a document part of its text, each on its line."""
    data = data.replace(b"http://www.tei-c.org/ns/Examples", b"http://www.tei-c.org/ns/1.0")
    return data.replace(b"<egXML", b"<ab").replace(b"</egXML", b"</ab")


def files(shared: Path) -> list[tuple[str, bytes]]:
    folder = shared / "corpora"
    found = [
        (file.relative_to(folder).as_posix(), file.read_bytes())
        for corpus in CORPORA
        for file in sorted((folder / corpus).rglob("*.xml"))
        if "not-well-formed" not in file.parts
    ]
    assert {name.partition("/")[0] for name, _ in found} == set(CORPORA)
    return found


def test_documents_have_their_true_faults_only(shared: Path) -> None:
    found = {
        (name, report.location.line, report.code.id) for name, data in files(shared) for report in findings(data, name)
    }
    assert found == FAULTS


def test_examples_have_their_true_faults_only(shared: Path) -> None:
    found = {
        (name, report.location.line, report.code.id)
        for name, data in files(shared)
        for report in findings(as_text(data), name)
        if report.code.id != "TEI007"
    }
    assert found == FAULTS_OF_EXAMPLES


def test_the_guidelines_disagree_with_themselves_in_two_places(shared: Path) -> None:
    data = (shared / "tei/4.9.0a/p5subset.xml").read_bytes()
    # All examples together are no letter: that their dates of sending differ (TEI021) says nothing.
    found = {(report.location.line, report.code.id) for report in findings(as_text(data))}
    assert {each for each in found if each[1] not in ("TEI007", "TEI021")} == FAULTS_OF_THE_GUIDELINES


def test_every_pair_is_judged(shared: Path) -> None:
    """Wherever a pair stands, a day that is shifted beyond the tolerance is found, and a year that is by two."""
    pairs: Counter[str] = Counter()
    for name, data in files(shared):
        data = as_text(data)
        for match in _PAIR.finditer(data):
            days = parse_w3c(match[1].decode())
            shifted = write_w3c(days.last + (2 if days.first == days.last else 730)).encode()
            planted = data[: match.start(1)] + shifted + data[match.end(1) :]
            codes = Counter(report.code.id for report in findings(planted, name))
            assert codes["TEI004"] == 1, (name, match[0])
            pairs[name.partition("/")[0]] += 1
    assert pairs == {"muqtabas": 8, "epidoc-guidelines": 1}


def example(attributes: str, text: str, header: str = "") -> list[Diagnostic]:
    return findings(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>{header}</teiHeader><text><body>'
        f"<p>The astronomer died on <date {attributes}>{text}</date>.</p></body></text></TEI>".encode()
    )


def test_a_text_of_430_with_attributes_of_431_is_caught() -> None:
    """In whatever way it is written: 12 Jumada II 431 is 6 March 1040, as the attributes say, and 430 is 1039."""
    calendar = '<calendar xml:id="islamic"><p>Islamic calendar</p></calendar>'
    header = f"<profileDesc><calendarDesc>{calendar}</calendarDesc></profileDesc>"
    texts = ("the 12th of Jumada II, 430 AH", "12 Jumādā al-Thānī 430 AH", "12th day of Jumada t-Tania, 430 AH")
    method = 'when="1040-03-06" when-custom="0431-06-12" datingMethod="#islamic"'
    for attributes in ('when="1040-03-06" when-custom="431-06-12"', method, f'{method} calendar="#islamic"'):
        for text in texts:
            codes = [report.code.id for report in example(attributes, text, header)]
            assert codes == ["TEI030"], (attributes, text)
            assert example(attributes, text.replace("430", "431"), header) == [], (attributes, text)
    (report,) = example(method, "12 Jumada II 430 AH", header)
    assert "is 1039-03-17 (Islamic calendar), but the attributes say when 1040-03-06" in report.message
    assert report.hint is not None
    assert report.hint.startswith("the attributes agree with each other, and the text is 1039-03-17")
