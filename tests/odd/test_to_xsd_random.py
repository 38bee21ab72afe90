"""Grammars that nobody would write, as W3C XML Schema: always a correct schema, and never too narrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.odd.judges import as_version_10
from tests.rng.mutation import mutant
from tests.rng.random_grammar import RandomGrammar

from teikit.diagnostics import DocumentError, SchemaError
from teikit.odd import compile_odd
from teikit.odd.model import Specs
from teikit.odd.to_xsd import to_xsd
from teikit.rng import RelaxNG
from teikit.rng.syntax import read
from teikit.rng.syntax.to_xml import to_xml
from teikit.xml import load
from teikit.xsd import XmlSchema

DOCUMENTS = 16
SEEDS = [
    pytest.param(range(25), id="share"),
    pytest.param(range(25, 500), id="rest", marks=pytest.mark.slow),
]
ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="p" ns=""><elementSpec ident="p"><content>
<textNode/></content></elementSpec></schemaSpec></TEI>"""


@pytest.fixture
def specs(tmp_path: Path) -> Specs:
    """A schema without specifications: what names are there to be had comes from the grammar."""
    (tmp_path / "x.odd").write_text(ODD, "utf-8")
    return compile_odd(tmp_path / "x.odd").specs._replace(elements={})


@pytest.mark.parametrize("seeds", SEEDS)
def test_random_grammars(seeds: range, specs: Specs, tmp_path: Path) -> None:
    verdicts = {(True, True): 0, (False, True): 0, (False, False): 0, (True, False): 0}
    exact = 0
    for seed in seeds:
        grammar = RandomGrammar(seed)
        (tmp_path / "g.rnc").write_text(grammar.schema(), "utf-8")
        try:
            relax_ng = RelaxNG.from_file(tmp_path / "g.rnc", cached=False)
        except SchemaError:
            continue
        xsd = to_xsd(specs, etree.fromstring(to_xml(read((tmp_path / "g.rnc").as_posix())).encode()), "x")
        folder = tmp_path / str(seed)
        folder.mkdir()
        if not any("any" in data.decode() for data in xsd.files.values()):
            # Wildcards beside names are ambiguous in 1.0.
            assert etree.XMLSchema(etree.parse(as_version_10(xsd.files, folder))) is not None
        for name, data in xsd.files.items():
            (folder / name).write_bytes(data)
        schema = XmlSchema.from_file(folder / "x.xsd", cached=False)
        for number in range(DOCUMENTS):
            document = grammar.document()
            document = mutant(document, number) if number % 2 else document
            try:
                verdict = (relax_ng.is_valid(document), schema.is_valid(load(document)))
            except DocumentError:
                continue
            verdicts[verdict] += 1
            if not xsd.diagnostics:
                exact += 1
                assert verdict[0] is verdict[1], f"{grammar.schema()}{document.decode()}"
            assert verdict != (True, False), f"{grammar.schema()}{document.decode()}"
    assert verdicts[True, True]
    assert verdicts[False, False]
    assert exact
