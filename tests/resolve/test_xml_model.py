"""Which schemas a document declares."""

from __future__ import annotations

import time

import pytest

from teikit.resolve import Kind, XmlModel, declared
from teikit.resolve.xml_model import groups
from teikit.xml import load

RELAX_NG = "http://relaxng.org/ns/structure/1.0"
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
XSD = "http://www.w3.org/2001/XMLSchema"
NVDL = "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"


def models(prologue: str, group: str = "") -> list[XmlModel]:
    return list(declared(load(f"{prologue}<TEI><?xml-model href='inside.rng'?></TEI>".encode()), group))


def test_the_instructions_of_the_prologue_in_their_order() -> None:
    found = models(
        f"""<?xml-model href='a.rng' type="application/xml" schematypens="{RELAX_NG}"?>
<!-- a comment --><?other href="no.rng"?>
  <?xml-model href="b.sch" schematypens="{SCHEMATRON}" phase="#ALL" title="Rules &lt;1&gt;" charset="utf-8"?>
<?xml-model href="a&amp;b&#x5EAB;&#20523;&bogus;.rnc" type="application/relax-ng-compact-syntax"?>"""
    )
    assert [(each.href, each.location.line, each.location.column, each.kind) for each in found] == [
        ("a.rng", 1, 1, Kind.RELAX_NG),
        ("b.sch", 3, 3, Kind.SCHEMATRON),
        ("a&b庫倫&bogus;.rnc", 4, 1, Kind.RELAX_NG),
    ]
    assert found[1][3:7] == ("utf-8", "Rules <1>", "", "#ALL")


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ('href="a.rng"', Kind.RELAX_NG),
        ('href="A.RNC"', Kind.RELAX_NG),
        ('href="http://example.org/a.rng?x=1#y"', Kind.RELAX_NG),
        ('href="a.sch"', Kind.SCHEMATRON),
        ('href="a.isosch"', Kind.SCHEMATRON),
        ('href="a.xsd"', Kind.XSD),
        ('href="a.dtd"', Kind.DTD),
        ('href="a" type="application/xml-dtd"', Kind.DTD),
        ('href="a" type="application/relax-ng-compact-syntax"', Kind.RELAX_NG),
        # The namespace decides before the type and the name.
        (f'href="a.rng" schematypens="{XSD}"', Kind.XSD),
        (f'href="a.rng" schematypens="{SCHEMATRON}"', Kind.SCHEMATRON),
        (f'href="a.odd" schematypens="{SCHEMATRON}"', Kind.SCHEMATRON),
        (f'href="a.xml" type="application/xml-dtd" schematypens="{RELAX_NG}"', Kind.RELAX_NG),
        ('href="a.sch" schematypens="http://www.ascc.net/xml/schematron"', Kind.SCHEMATRON),
        (f'href="a.rng" schematypens="{NVDL}"', Kind.OTHER),
        ('href="a.xml" type="application/xml"', Kind.OTHER),
        ('href="http://[a.rng"', Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_the_schema_language(attributes: str, kind: Kind) -> None:
    [model] = models(f"<?xml-model {attributes}?>")
    assert model.kind is kind


def test_comments_and_the_doctype_hold_no_instructions() -> None:
    prologue = """<?xml version="1.0"?>
<!-- <?xml-model href="no.rng"?> > -->
<!DOCTYPE TEI [ <!-- ' ] > --> <?xml-model href="no.rng"?> <!ENTITY a "] > <?xml-model href='no.rng'?>">
  <!ELEMENT TEI ANY> ]>
<?xml-models href="no.rng"?><?xml-model href="a.rng"?>"""
    assert [(each.href, each.location.line) for each in models(prologue)] == [("a.rng", 5)]
    assert [each.href for each in models("<!DOCTYPE TEI><?xml-model href='b.rng'?>")] == ["b.rng"]


def test_only_those_without_a_group_count_until_one_is_asked_for() -> None:
    prologue = """<?xml-model href="a.rng" group=""?><?xml-model href="draft.rng" group="draft"?>
<?xml-model href="final.rng" group="final"?><?xml-model href="more.sch" group='draft'?>"""
    assert [each.href for each in models(prologue)] == ["a.rng"]
    assert [each.href for each in models(prologue, "draft")] == ["draft.rng", "more.sch"]
    assert models(prologue, "other") == []
    assert groups(load(f"{prologue}<TEI/>".encode())) == ("draft", "final")


@pytest.mark.parametrize(
    "text", ["a" * 400_000, "a " * 200_000, 'a="' * 100_001, "a='\"" * 100_000, "=" * 400_000, "a" + " " * 400_000]
)
def test_a_hostile_instruction_takes_no_time(text: str) -> None:
    document = load(f"<?xml-model {text}?><TEI/>".encode())
    start = time.perf_counter()
    assert len(list(declared(document))) == 1
    assert time.perf_counter() - start < 1
