"""The generator on a small grammar that has what schema/teikit.rng lacks: interleave, mixed, combined definitions."""

from pathlib import Path

import pytest
from lxml import etree
from tests.schema.generate import Generator
from tests.schema.grammar import Grammar

SMALL = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="root">
    <interleave>
      <zeroOrMore><ref name="box"/></zeroOrMore>
      <element name="one"><empty/></element>
      <optional><element name="two"><text/></element></optional>
    </interleave>
  </element></start>
  <define name="box"><element><name>box</name>
    <attribute name="size"><data type="integer"><param name="minInclusive">5</param></data></attribute>
    <optional><attribute name="list"><list><oneOrMore>
      <choice><value/><data type="NCName"/></choice></oneOrMore></list></attribute></optional>
    <ref name="content"/>
  </element></define>
  <define name="content" combine="choice"><mixed><zeroOrMore><ref name="box"/></zeroOrMore></mixed></define>
  <define name="content" combine="choice"><element name="endless"><ref name="endless"/></element></define>
  <define name="content" combine="choice"><element name="leaf"><value>yes</value></element></define>
  <define name="endless"><element name="endless"><ref name="endless"/></element></define>
</grammar>"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.rng"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_documents_of_a_small_grammar_are_valid(small: Path) -> None:
    validator = etree.RelaxNG(etree.parse(small))
    for document in Generator(Grammar(small), 3).documents(200):
        again = etree.fromstring(etree.tostring(document))
        assert validator.validate(again), etree.tostring(again)


def test_what_no_document_can_hold_is_not_declared(small: Path) -> None:
    names = {(element.partition("}")[2], attribute) for element, attribute in Grammar(small).declared()}
    assert names == {
        ("root", ""),
        ("one", ""),
        ("two", ""),
        ("box", ""),
        ("box", "size"),
        ("box", "list"),
        ("leaf", ""),
    }


def test_a_document_keeps_to_its_budget(small: Path) -> None:
    sizes = [sum(1 for _ in document.iter()) for document in Generator(Grammar(small), 4, elements=20).documents(100)]
    assert max(sizes) <= 40
    assert len(set(sizes)) > 5


def test_a_datatype_without_form_is_an_error(small: Path) -> None:
    small.write_text(SMALL.replace('"minInclusive">5', '"minInclusive">5000000'), encoding="utf-8")
    with pytest.raises(ValueError, match="no lexical form"):
        list(Generator(Grammar(small), 3).documents(50))
