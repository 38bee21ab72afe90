"""Places in long and odd documents."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.schematron.conftest import Check, pattern, rule

from teikit.xml import load


def test_characters_are_counted_not_bytes(check: Check) -> None:
    assert check(pattern(rule("b", "m")), "<a>北京 😀 <b/></a>").places == [("m", 1, 9)]


def test_attributes_with_and_without_a_prefix(check: Check) -> None:
    content = '<sch:ns prefix="p" uri="urn:p"/>' + pattern(rule("@n", "n"), rule("@p:n", "p:n"), rule("@xml:id", "id"))
    found = check(content, "<a xmlns:q='urn:p'\n q:n='' n=''\n xml:id='i'/>")
    assert found.places == [("p:n", 2, 2), ("n", 2, 9), ("id", 3, 2)]


def test_text_between_everything(check: Check) -> None:
    document = "<!DOCTYPE a [<!ENTITY e 'E'>]>\n<a>one<b/>two<!--c-->three<?p q?>four &e; five<![CDATA[six]]></a>"
    found = check(pattern(rule("text()", "<sch:value-of select='.'/>")), document)
    assert found.places == [("one", 2, 4), ("two", 2, 11), ("three", 2, 22), ("four E fivesix", 2, 34)]


def test_comments_and_instructions_before_and_after_the_root(check: Check) -> None:
    document = "<?xml version='1.0'?>\n<!--1--><?p a?>\n<a/>\n<!--2-->\n<?p b?>"
    content = pattern(
        rule("comment()", "c<sch:value-of select='.'/>"),
        rule("processing-instruction()", "p<sch:value-of select='.'/>"),
    )
    assert check(content, document).places == [("c1", 2, 1), ("pa", 2, 9), ("c2", 4, 1), ("pb", 5, 1)]


def test_a_doctype_is_not_read_again(check: Check) -> None:
    document = "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd' [<!ENTITY e 'text'>]>\n<a>&e;</a>"
    assert check(pattern(rule("a[. = 'text']", "m")), document).places == [("m", 2, 1)]


def test_a_document_in_another_encoding(check: Check, tmp_path: Path) -> None:
    schema = check(pattern(rule("b[. = 'é']", "m"))).schema
    file = tmp_path / "latin.xml"
    file.write_bytes("<?xml version='1.0' encoding='iso-8859-1'?><a>éé<b>é</b></a>".encode("latin-1"))
    assert [each.location.column for each in schema.iter_diagnostics(load(file))] == [49]


def test_a_thousand_findings_among_siblings(check: Check) -> None:
    found = check(pattern(rule("b", "m")), "<a>" + "<b/>\n" * 3000 + "</a>")
    assert [line for _, line, _ in found.places] == [*range(1, 3001)]


def test_the_uri_of_a_document(check: Check) -> None:
    content = pattern(rule("/", "<sch:value-of select=\"replace(base-uri(.), '^.*/', '')\"/>"))
    assert check(content).messages == ["document.xml"]


def test_nodes_of_every_kind_behind_many_siblings(check: Check, tmp_path: Path) -> None:
    """Far nodes are named by number, near ones by path: place and XPath are the same as for a path."""
    document = f"<!--0--><a xmlns:p='urn:p'>{'<b/>' * 400}\n<p:c n='' p:n=''>t<!--c-->u<?q r?><d>v</d></p:c>\n</a>"
    content = '<sch:ns prefix="p" uri="urn:p"/>' + pattern(
        rule("@p:n", "p:n"), rule("@n", "n"), rule("p:c//text()", "<sch:value-of select='.'/>"), rule("p:c", "p:c"),
        rule("a/node()/comment()", "c"), rule("processing-instruction()", "r"), rule("d", "d"),
    )  # fmt: skip
    found = check(content, document)
    assert found.places == [
        ("p:c", 2, 1), ("n", 2, 6), ("p:n", 2, 11), ("t", 2, 18), ("c", 2, 19), ("u", 2, 27), ("r", 2, 28),
        ("d", 2, 35),
        ("v", 2, 38),
    ]  # fmt: skip
    report = etree.fromstring(found.schema.svrl(load(tmp_path / "document.xml")).encode())
    start = "/Q{}a[1]/Q{urn:p}c[1]"
    assert sorted(str(each) for each in report.xpath("//@location")) == [
        start, f"{start}/@Q{{urn:p}}n", f"{start}/@n", f"{start}/Q{{}}d[1]", f"{start}/Q{{}}d[1]/text()[1]",
        f"{start}/comment()[1]", f"{start}/processing-instruction(q)[1]", f"{start}/text()[1]", f"{start}/text()[2]",
    ]  # fmt: skip


def test_time_grows_with_the_number_of_findings_not_with_its_square(check: Check) -> None:
    found = check(pattern(rule("b", "m")), "<a>" + "<b/>\n" * 30_000 + "</a>")
    assert [each.location.line for each in found.found] == [*range(1, 30_001)]
