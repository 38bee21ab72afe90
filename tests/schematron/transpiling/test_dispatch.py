"""One pass finds what trying every pattern on every node finds."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.schematron.conftest import pattern, rule, write

from teikit.diagnostics import Diagnostic
from teikit.schematron import Schematron
from teikit.schematron.transpiling import dispatch
from teikit.schematron.transpiling.contexts import Candidates
from teikit.xml import Document, load

STEPS = ("a", "b", "*", "t:a", "t:*", "*:b", "@n", "@*", "@t:n", "text()", "comment()", "processing-instruction()")
STEPS += ("node()", "(a | b)", "(a[@n] | t:a)", ".", "element()", "Q{urn:t}b", "processing-instruction('p')", "self::a")
PREDICATES = (
    "",
    "",
    "[@n]",
    "[@n = '1']",
    "[@n and @m]",
    "[@n or @m]",
    "[1]",
    "[b]",
    "[not(@n)]",
    "[@t:n]",
    "[@n ne '1']",
)
PREDICATES += (
    "[starts-with(@n, '1')]",
    "[contains(@n, '')]",
    "[. = '1']",
    "[self::a | self::b]",
    "[@n][@m]",
    "[last()]",
)
BEFORE = ("", "", "", "/", "//", "a/", "b//", "*/", "t:*/", "/*/", "(a | t:b)/")
DOCUMENT = """<?p q?><a n="1" xmlns:t="urn:t"><b m="1" n="2"/>t<!--c--><t:a n="12" t:n=""><b>1<a m="" n="1">1</a></b><?p r?></t:a>
<t:b n="1"><a/><b/>1</t:b></a><!--d-->"""


def everywhere(context: str, prefixes: dict[str, str]) -> list[Candidates]:
    return [Candidates()]


def told(schema: Schematron, document: Document) -> list[tuple[str, str, int, int, str]]:
    found: list[Diagnostic] = list(schema.iter_diagnostics(document))
    return sorted(
        (each.code.id, each.message, each.location.line, each.location.column, each.location.xpath) for each in found
    )


def same(file: Path, documents: list[Document]) -> bool:
    """Compare the findings of a schema with those that it has when every pattern is tried on every node."""
    fast = Schematron.from_file(file, cached=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dispatch, "candidates", everywhere)
        slow = Schematron.from_file(file, cached=False)
    assert fast.diagnostics == slow.diagnostics
    return all(told(fast, document) == told(slow, document) for document in documents)


def context(chance: random.Random) -> str:
    alternatives = [
        chance.choice(BEFORE) + chance.choice(STEPS) + chance.choice(PREDICATES)
        for _ in range(chance.choice((1, 1, 1, 2)))
    ]
    return " | ".join(alternatives)


@pytest.mark.parametrize("seed", range(6))
def test_random_contexts(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    patterns = [
        pattern(
            *(rule(context(chance).replace("<", "&lt;"), f"{number}.{order}") for order in range(chance.randint(1, 4)))
        )
        for number in range(40)
    ]
    file = write(tmp_path, '<sch:ns prefix="t" uri="urn:t"/>' + "".join(patterns))
    document = load(DOCUMENT.encode(), path="document.xml")
    assert told(Schematron.from_file(file, cached=False), document) != []
    assert same(file, [document])


def test_the_rules_of_tei(shared: Path) -> None:
    files = [
        "corpora/epidoc-guidelines/supp-historigdate.xml",
        "corpora/gerdracor/goethe-proserpina.xml",
        "corpora/dracor-schema/schema/dracor.odd",
        "suites/tei-p5/testdrama.xml",
    ]
    documents = [load(shared / file) for file in files if (shared / file).is_file()]
    assert len(documents) >= 3
    assert same(shared / "tei/4.9.0a/tei_all.sch", documents)
    assert same(shared / "tei/4.12.0/tei_all.rng", documents)
