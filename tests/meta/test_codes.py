"""Every code has a page, and the pages of the layers `xml` and `rng` are true: their examples are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.running import MINIMAL

from teikit import codes, resources
from teikit.diagnostics import Code, DocumentError, Severity
from teikit.diagnostics.code import LAYERS
from teikit.rng import RelaxNG
from teikit.rng.codes import CODES as RNG
from teikit.xml import load
from teikit.xml.codes import CODES as XML


def test_ids_and_names_are_unique() -> None:
    assert len(codes.BY_ID) == len(codes.ALL) == len(codes.BY_NAME)


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_a_code_explains_itself(code: Code) -> None:
    assert code.id[:3] in LAYERS
    assert code.id[3:].isdigit()
    assert len(code.id) == 6
    assert code.name == code.name.lower()
    assert " " not in code.name
    assert isinstance(code.severity, Severity)
    for text in (code.summary, code.page.finds, code.page.why):
        assert len(text) > 10
    assert code.page.finds.endswith(".")
    assert code.page.why.endswith(".")
    assert bool(code.page.wrong) == bool(code.page.right)


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_a_page_points_only_to_pages_that_exist(code: Code) -> None:
    named = [word.strip(",;.") for word in code.page.see.split() if word[:3] in LAYERS and word[3:4].isdigit()]
    assert [name for name in named if name not in codes.BY_ID] == []
    assert code.id not in named


@pytest.mark.parametrize("code", [code for code in XML if code.page.wrong], ids=lambda code: code.id)
def test_the_examples_of_the_xml_layer(code: Code) -> None:
    with pytest.raises(DocumentError) as caught:
        load(code.page.wrong.encode("utf-8"))
    assert [each.code.id for each in caught.value.diagnostics] == [code.id]
    assert load(code.page.right.encode("utf-8")).root is not None


OTHER_VOCABULARIES = {
    "RNG021": "start = element year { xsd:gYear }",
    "RNG031": "start = element notes { element note { attribute id { xsd:ID } }*,"
    " element see { attribute note { xsd:IDREF } }* }",
}
"""The faults that TEI does not have, and a schema in the compact syntax that does."""


def grammar(code: Code, folder: Path) -> RelaxNG:
    """Return the schema of a code's examples."""
    if code.id not in OTHER_VOCABULARIES:
        return RelaxNG.from_file(resources.schema("teikit.rng"))
    (folder / "other.rnc").write_text(OTHER_VOCABULARIES[code.id], "utf-8")
    return RelaxNG.from_file(folder / "other.rnc")


def test_only_a_missing_schema_has_no_example() -> None:
    assert [code.id for code in RNG if not code.page.wrong] == ["RNG001", "RNG002"]


@pytest.mark.parametrize("code", [code for code in RNG if code.page.wrong], ids=lambda code: code.id)
def test_the_examples_of_the_grammar_layer(code: Code, tmp_path: Path) -> None:
    schema = grammar(code, tmp_path)
    file = tmp_path / "document.xml"
    for example, expected in ((code.page.wrong, [code.id]), (code.page.right, [])):
        file.write_bytes(_document(code, example))
        assert [each.code.id for each in schema.iter_diagnostics(file, include_root=tmp_path)] == expected


def _document(code: Code, fragment: str) -> bytes:
    """Wrap a fragment of TEI in a body; what is not a `div`, `p`, `list` or `sp` stands in a paragraph."""
    if code.id in OTHER_VOCABULARIES:
        return fragment.encode()
    on_its_own = re.match(r"<(div|p|list|sp)\b", fragment)
    return MINIMAL.format(fragment if on_its_own else f"<p>{fragment}</p>").encode()
