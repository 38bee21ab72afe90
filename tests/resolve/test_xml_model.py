"""Which schema a document declares."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.resolve import RELAX_NG, XmlModel, declared
from teikit.xml import load


def models(prologue: str) -> list[XmlModel]:
    return list(declared(load(f"{prologue}<TEI/>".encode())))


def test_the_instructions_of_the_prologue_in_their_order() -> None:
    found = models(
        f"""<?xml-model href='a.rng' type="application/xml" schematypens="{RELAX_NG}"?>
<!-- a comment --><?other href="no.rng"?>
<?xml-model href="b.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<?xml-model href="a&amp;b&#x5EAB;&#20523;&bogus;.rnc" type="application/relax-ng-compact-syntax"?>"""
    )
    assert [(each.href, each.line, each.is_relax_ng) for each in found] == [
        ("a.rng", 1, True),
        ("b.sch", 3, False),
        ("a&b庫倫&bogus;.rnc", 4, True),
    ]


@pytest.mark.parametrize(
    ("attributes", "is_relax_ng"),
    [
        ('href="a.rng"', True),
        ('href="http://example.org/a.rng?x=1#y"', True),
        ('href="a.sch"', False),
        ('href="a" type="application/relax-ng-compact-syntax"', True),
        ('href="a.rng" schematypens="http://www.w3.org/2001/XMLSchema"', False),
        ("", False),
    ],
)
def test_what_is_relax_ng(attributes: str, is_relax_ng: bool) -> None:
    [model] = models(f"<?xml-model {attributes}?>")
    assert model.is_relax_ng is is_relax_ng


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("a.rng", "/tei/documents/a.rng"),
        ("../with%20space.rng", "/tei/documents/../with space.rng"),
        ("file:///schemas/a.rng", "/schemas/a.rng"),
        ("file://localhost/schemas/a.rng", "/schemas/a.rng"),
        ("file://elsewhere/a.rng", None),
        ("https://example.org/a.rng", None),
        ("//example.org/a.rng", None),
        ("#fragment", None),
        ("http://[broken", None),
    ],
)
def test_only_files_are_followed(href: str, file: str | None) -> None:
    found = XmlModel(href, "", "", 1).file(Path("/tei/documents/letter.xml"))
    assert found == (None if file is None else Path(file))
