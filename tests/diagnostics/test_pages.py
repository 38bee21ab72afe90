"""The page of a code, for the terminal and in Markdown."""

from __future__ import annotations

import re

from tests.diagnostics.reporting import MISSPELT, ODD

from teikit.diagnostics import pages
from teikit.diagnostics.code import LAYERS


def test_text_has_the_headings_in_their_order() -> None:
    assert pages.text(MISSPELT).splitlines() == [
        "RNG900 misspelt (error)",
        "a name is misspelt",
        "",
        "Finds",
        "  a name that is misspelt.",
        "",
        "Why",
        "  Nobody finds it.",
        "",
        "Wrong",
        "    <p/>",
        "",
        "Right",
        "    <q/>",
        "",
        "See",
        "  Standard, §1; RNG901",
    ]
    assert pages.text(ODD) == "TEI900 odd-thing (warning)\na thing is odd\n"


def test_markdown_has_examples_in_blocks() -> None:
    said = pages.markdown(MISSPELT, 2)
    assert said.startswith("## RNG900 misspelt\n\n**Error**: a name is misspelt.\n\n*Finds*: ")
    assert "*Wrong*:\n\n```xml\n<p/>\n```\n" in said
    assert pages.markdown(ODD) == "### TEI900 odd-thing\n\n**Warning**: a thing is odd.\n"


def test_prose_is_no_markup_outside_of_backticks() -> None:
    code = MISSPELT._replace(page=MISSPELT.page._replace(finds="a <b> in `<c> | RNG900` a_b | [d] RNG900."))
    said = pages.markdown(code, 3, {"RNG900": "#there"})
    assert r"*Finds*: a &lt;b&gt; in `<c> | RNG900` a\_b \| \[d\] [RNG900](#there)." in said


def test_a_fence_in_an_example_does_not_end_it() -> None:
    code = MISSPELT._replace(page=MISSPELT.page._replace(wrong="<p>\n```\n</p>\n", right="start = x"))
    assert "````xml\n<p>\n```\n</p>\n````\n" in pages.markdown(code)
    assert "```\nstart = x\n```\n" in pages.markdown(code)


def test_the_document_has_each_layer_with_its_table_and_links_that_lead_somewhere() -> None:
    said = pages.document([ODD, MISSPELT])
    assert re.findall(r"^#+ .*", said, re.MULTILINE) == [
        "# The codes",
        "## RELAX NG: documents and schemas",
        "### RNG900 misspelt",
        "## Checks: what no schema can express",
        "### TEI900 odd-thing",
    ]
    assert "| [RNG900](#rng900-misspelt) | misspelt | error | a name is misspelt |" in said
    anchors = {heading.lower().replace(" ", "-") for heading in re.findall(r"^### (.*)", said, re.MULTILINE)}
    assert set(re.findall(r"\(#([^)]*)\)", said)) <= anchors


def test_every_layer_has_a_chapter() -> None:
    layers = {layer: MISSPELT._replace(id=f"{prefix}900") for prefix, layer in LAYERS.items()}
    said = pages.document(layers.values())
    assert len(re.findall(r"^## ", said, re.MULTILINE)) == len(layers)
    assert all(f"### {code.id} " in said for code in layers.values())


def test_the_index_is_one_line_a_code() -> None:
    assert pages.index([MISSPELT, ODD]) == (
        "RNG900  misspelt   a name is misspelt\nTEI900  odd-thing  a thing is odd\n"
    )
    assert pages.index([]) == ""
