"""A small edition with a schema in each language; what its documents have wrong, one layer or another finds."""

from __future__ import annotations

from pathlib import Path

from tests.running import MINIMAL

GRAMMAR = """default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { anything }
anything = (text | attribute * { text } | element * - seg { anything })*
"""
"""Every element but `seg`."""

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" elementFormDefault="qualified">
  <xs:element name="TEI"><xs:complexType mixed="true">
    <xs:sequence><xs:any processContents="lax" maxOccurs="unbounded"/></xs:sequence>
  </xs:complexType></xs:element>
  <xs:element name="num" type="xs:integer"/>
</xs:schema>
"""
"""Everything, but numbers in `num`."""

RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
  <phase id="quick"><active pattern="short"/></phase>
  <pattern id="short"><rule context="t:q"><assert id="quoted" test="@who">who says it?</assert></rule></pattern>
  <pattern id="long">
    <rule context="t:name"><report id="named" test="true()" role="info">a name</report></rule>
  </pattern>
</schema>
"""
"""`q` needs a `@who`, and each `name` is reported; the phase `quick` is about `q` only."""

PERSONS = '<listPerson><person xml:id="li"><persName>Li</persName></person></listPerson>'
FAULTS = '<p>\n<seg/>\n<num>x</num>\n<q>No</q>\n<ptr target="#none"/></p>'
"""A fault for each layer, on the lines 2 to 5: RELAX NG, XML Schema, Schematron, the checks."""

TOML = """source = "tei"
[[schema]]
match = "tei/**/*.xml"
rng = "schema/my.rnc"
xsd = "schema/my.xsd"
schematron = "schema/my.sch"
"""


def make(folder: Path, settings: str = "") -> Path:
    """Write the project: its schemas, a register with the person `li`, and a letter that names him."""
    for below in ("schema", "tei/registers"):
        (folder / below).mkdir(parents=True)
    for name, text in (("my.rnc", GRAMMAR), ("my.xsd", XSD), ("my.sch", RULES)):
        (folder / "schema" / name).write_text(text, "utf-8")
    (folder / "teikit.toml").write_text(TOML.replace("[[", f"{settings}\n[[", 1), "utf-8")
    put(folder, "registers/persons.xml", PERSONS)
    put(folder, "letter.xml", '<p><persName ref="registers/persons.xml#li">Li</persName></p>')
    return folder


def put(folder: Path, name: str, body: str, prologue: str = "") -> Path:
    """Write a document below `tei` and return its path; the body begins on its first line."""
    file = folder / "tei" / name
    file.write_text(prologue + MINIMAL.format(body), "utf-8")
    return file
