"""Where the fault of a document is, and how it is worded."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit import resources
from teikit.diagnostics import Diagnostic, DocumentError
from teikit.rng import RelaxNG


@pytest.fixture(scope="module")
def schema() -> RelaxNG:
    return RelaxNG.from_file(resources.schema("teikit.rng"))


def fault(schema: RelaxNG, body: str) -> Diagnostic:
    [found] = schema.iter_diagnostics(MINIMAL.format(f"\n{body}\n").encode())
    return found


@pytest.mark.parametrize(
    ("body", "code", "column", "xpath", "words"),
    [
        ("<p>in <placename>Peking</placename></p>", "RNG012", 7, "/TEI/text/body/p/placename", ["placename", "“p”"]),
        ("<p><date wen='1918'>x</date></p>", "RNG020", 10, "/TEI/text/body/p/date/@wen", ["wen", "date"]),
        ("<p><date when='yesterday'>x</date></p>", "RNG020", 10, "/TEI/text/body/p/date/@when", ["when", "date"]),
        ("<div>Peking</div>", "RNG013", 1, "/TEI/text/body/div", ["div"]),
    ],
)
def test_a_fault_names_the_node_and_its_parent(
    schema: RelaxNG, body: str, code: str, column: int, xpath: str, words: list[str]
) -> None:
    found = fault(schema, body)
    assert (found.code.id, found.location.line, found.location.column) == (code, 2, column)
    assert found.location.xpath == xpath
    assert all(word in found.message for word in words)


def test_a_fault_is_found_under_a_prefix(schema: RelaxNG) -> None:
    text = MINIMAL.format("<p><bogus/></p>").replace("</", "</t:").replace("<", "<t:").replace("<t:/t:", "</t:")
    [found] = schema.iter_diagnostics(text.replace("xmlns=", "xmlns:t=").encode())
    assert (found.code.id, found.location.xpath) == ("RNG012", "/t:TEI/t:text/t:body/t:p/t:bogus")


def test_a_valid_document_has_no_fault(schema: RelaxNG) -> None:
    valid = MINIMAL.format("<p>Peking</p>").encode()
    assert schema.is_valid(valid)
    assert schema.is_valid(io.BytesIO(valid))
    assert list(schema.iter_diagnostics(valid)) == []


def test_what_is_not_xml_is_refused(schema: RelaxNG, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text("<a>")
    with pytest.raises(DocumentError):
        schema.is_valid(file)
