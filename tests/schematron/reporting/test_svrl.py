"""The report in SVRL."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.schematron.conftest import Check, pattern, rule

from teikit.rng import RelaxNG
from teikit.schematron import Schematron
from teikit.xml import load

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
GRAMMAR = """

# ruff: noqa: E501 (one case, one line of XML)
default namespace = "http://purl.oclc.org/dsdl/svrl"
start = element schematron-output {
  attribute title { text }?, attribute phase { text }?, attribute schemaVersion { text }?,
  element text { text }*,
  element ns-prefix-in-attribute-values { attribute prefix { xsd:NMTOKEN }, attribute uri { text } }*,
  (element active-pattern { id?, attribute documents { text }?, attribute name { text }?, role?, language? },
   (element fired-rule { id?, attribute context { text }, role?, flag?, attribute document { text }?, language? },
    (element failed-assert { finding } | element successful-report { finding })*)*)+
}
id = attribute id { xsd:NCName }
role = attribute role { xsd:NMTOKEN }
flag = attribute flag { xsd:NMTOKEN }
language = attribute xml:lang { xsd:language }
linked = attribute see { text }?, attribute icon { text }?, attribute fpi { text }?, language?
finding = id?, attribute location { text }, attribute test { text }, role?, flag?, linked,
  element diagnostic-reference { attribute diagnostic { xsd:NMTOKEN }, said }*,
  element property-reference { attribute property { xsd:NMTOKEN }, role?, attribute scheme { text }?, said }*,
  said
said = element text { linked, rich }
rich = (text | element emph { rich } | element span { attribute class { text }, rich }
  | element dir { attribute value { "ltr" | "rtl" }?, rich })*
"""
CONTENT = """<sch:title>A title</sch:title><sch:ns prefix="t" uri="urn:t"/>
<sch:pattern id="p" role="info"><sch:rule context="a" id="r" flag="f" xml:lang="en">
<sch:assert test="@n" id="x" diagnostics="d" properties="q" see="s" icon="i" fpi="f">
no <sch:emph>n</sch:emph> <sch:span class="c">here</sch:span> <sch:dir value="rtl">x</sch:dir></sch:assert></sch:rule>
<sch:rule context="b"><sch:report test="1">b</sch:report></sch:rule></sch:pattern>
<sch:pattern id="empty"><sch:rule context="zzz"><sch:report test="1">b</sch:report></sch:rule></sch:pattern>
<sch:diagnostics><sch:diagnostic id="d" xml:lang="de">Hilfe</sch:diagnostic></sch:diagnostics>
<sch:properties><sch:property id="q" role="r" scheme="s">p</sch:property></sch:properties>"""


def report(check: Check, content: str, document: str, tmp_path: Path) -> etree._Element:
    schema = check(content, document, attributes='queryBinding="xslt2" schemaVersion="2"').schema
    return etree.fromstring(schema.svrl(load(tmp_path / "document.xml")).encode("utf-8"))


def is_valid(root: etree._Element, folder: Path) -> bool:
    (folder / "svrl.rnc").write_text(GRAMMAR, "utf-8")
    return RelaxNG.from_file(folder / "svrl.rnc", cached=False).is_valid(etree.tostring(root))


def test_a_report_is_valid_and_whole(check: Check, tmp_path: Path) -> None:
    root = report(check, CONTENT, "<a>\n<b/><b/></a>", tmp_path)
    assert is_valid(root, tmp_path)
    names = [etree.QName(each).localname for each in root]
    assert names == [
        "ns-prefix-in-attribute-values", "active-pattern", "fired-rule", "failed-assert", "fired-rule",
        "successful-report", "fired-rule", "successful-report", "active-pattern",
    ]  # fmt: skip
    assert dict(root.attrib) == {"title": "A title", "schemaVersion": "2", "phase": "#ALL"}
    failed = root.find(f"{SVRL}failed-assert")
    assert failed is not None
    assert {key: failed.get(key) for key in ("id", "role", "flag", "location", "test", "see")} == {
        "id": "x", "role": "info", "flag": "f", "location": "/Q{}a[1]", "test": "@n", "see": "s",
    }  # fmt: skip
    assert " ".join("".join(map(str, failed.itertext())).split()) == "Hilfe p no n here x"
    assert [each.get("location") for each in root.iter(f"{SVRL}successful-report")] == [
        "/Q{}a[1]/Q{}b[1]",
        "/Q{}a[1]/Q{}b[2]",
    ]


def test_a_schema_without_rules(tmp_path: Path) -> None:
    (tmp_path / "g.rng").write_text('<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>')
    schema = Schematron.from_file(tmp_path / "g.rng", cached=False)
    root = etree.fromstring(schema.svrl(load(b"<a/>")).encode("utf-8"))
    assert schema.is_empty
    assert len(root) == 0


def test_other_documents(check: Check, tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text("<x/>")
    inside = rule("x", "x")
    content = f'<sch:pattern documents="/a/@href">{inside}</sch:pattern>' + pattern(rule("a", "a"))
    root = report(check, content, "<a href='other.xml'/>", tmp_path)
    assert is_valid(root, tmp_path)
    documents = [each.get("documents", "").rpartition("/")[2] for each in root.iter(f"{SVRL}active-pattern")]
    assert documents == ["other.xml", "document.xml"]
    assert [each.get("document", "").rpartition("/")[2] for each in root.iter(f"{SVRL}fired-rule")] == documents


def test_a_rule_that_fails_leaves_the_rest(check: Check, tmp_path: Path) -> None:
    content = pattern(
        '<sch:rule context="b"><sch:assert test="error()"/><sch:report test="1">b</sch:report></sch:rule>'
    )
    root = report(check, content, "<a><b/></a>", tmp_path)
    assert is_valid(root, tmp_path)
    assert [etree.QName(each).localname for each in root][1:] == ["fired-rule", "successful-report"]
