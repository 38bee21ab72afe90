"""A small schema that has a way to break it for every code, and how to run documents through it."""

from __future__ import annotations

from pathlib import Path

from teikit.xml import load
from teikit.xsd import XmlSchema

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
VC = 'xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

LETTER = f"""<xs:schema {XS} {VC} vc:minVersion="1.1">
  <xs:element name="letter">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="from">
          <xs:complexType mixed="true"><xs:attribute name="ref" type="xs:IDREF"/></xs:complexType>
        </xs:element>
        <xs:element name="to" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType mixed="true"><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType>
        </xs:element>
        <xs:element name="year" type="xs:gYear" minOccurs="0"/>
        <xs:element name="page" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType><xs:attribute name="n"/></xs:complexType>
        </xs:element>
        <xs:element name="see" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType><xs:attribute name="page"/></xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="kind">
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="letter"/><xs:enumeration value="telegram"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:attribute>
      <xs:assert test="not(@kind = 'telegram') or count(to) le 1"/>
    </xs:complexType>
    <xs:key name="pages"><xs:selector xpath="page"/><xs:field xpath="@n"/></xs:key>
    <xs:keyref name="seen" refer="pages"><xs:selector xpath="see"/><xs:field xpath="@page"/></xs:keyref>
  </xs:element>
</xs:schema>
"""


def schema(folder: Path, text: str, name: str = "schema.xsd") -> Path:
    """Write a schema; text without a root is put into one."""
    path = folder / name
    path.write_text(text if text.lstrip().startswith("<xs:schema") else f"<xs:schema {XS}>{text}</xs:schema>", "utf-8")
    return path


def found(path: Path, document: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what a schema finds in a document."""
    compiled = XmlSchema.from_file(path, cached=False)
    diagnostics = compiled.iter_diagnostics(load(document.encode()))
    return [(each.code.id, each.location.line, each.location.column) for each in diagnostics]
