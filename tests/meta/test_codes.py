"""Every code has a page, and the pages of the layers `xml` and `rng` are true: their examples are run."""

from __future__ import annotations

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


@pytest.fixture(scope="module")
def schema() -> RelaxNG:
    return RelaxNG.from_file(resources.schema("teikit.rng"))


@pytest.mark.parametrize("code", [code for code in RNG if code.page.wrong], ids=lambda code: code.id)
def test_the_examples_of_the_grammar_layer(code: Code, schema: RelaxNG) -> None:
    wrong = schema.iter_diagnostics(_document(code.page.wrong))
    assert [each.code.id for each in wrong] == [code.id]
    assert list(schema.iter_diagnostics(_document(code.page.right))) == []


def _document(fragment: str) -> bytes:
    """Wrap a fragment in a body; what is not a `div` or a `p` stands in a paragraph."""
    on_its_own = fragment.startswith(("<div", "<p>", "<list", "<sp "))
    return MINIMAL.format(fragment if on_its_own else f"<p>{fragment}</p>").encode()
