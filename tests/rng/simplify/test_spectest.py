"""The test suite of the specification: which schemas are correct, and which documents are valid."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.rng.reference import is_valid
from tests.rng.suite import Case, cases, content, unpack

from teikit.diagnostics import SchemaError
from teikit.rng.grammar.compile import compile_grammar

FOURTH_EDITION = frozenset((37, 40))
"""Cases whose names are names of XML 1.0 (fifth edition), and must not be: they were written for the second edition."""
KNOWN: dict[int, str] = {}
"""Cases that fail, by number, with the reason."""


def verdict(case: Case, folder: Path) -> str:
    """Return what is not as the suite wants it, or ''."""
    unpack(case.element, folder)
    schema = folder / "schema.rng"
    wanted = case.element.find("correct")
    given = wanted if wanted is not None else case.element.find("incorrect")
    assert given is not None
    schema.write_bytes(content(given))
    try:
        grammar = compile_grammar(str(schema), names="4th" if case.number in FOURTH_EDITION else "5th")
    except SchemaError as error:
        return "" if wanted is None else f"refused: {[each.message for each in error.diagnostics]}"
    if wanted is None:
        return "accepted an incorrect schema"
    for document in case.element:
        if document.tag in ("valid", "invalid"):
            root = etree.fromstring(content(document), etree.XMLParser(collect_ids=False))
            if is_valid(grammar, root) != (document.tag == "valid"):
                return f"{document.tag} document misjudged: {content(document).decode()}"
    return ""


def test_the_suite_of_the_specification(shared: Path, tmp_path: Path) -> None:
    wrong = {}
    total = 0
    for case in cases(shared / "suites/relaxng/spectest-odd.xml"):
        total += 1
        folder = tmp_path / str(case.number)
        folder.mkdir()
        found = verdict(case, folder)
        if found:
            wrong[case.number] = f"{case.section}: {found}"
    assert total == 193
    assert wrong.keys() == KNOWN.keys(), "\n".join(f"{number} {why}" for number, why in wrong.items())
