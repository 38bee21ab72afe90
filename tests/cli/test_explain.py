"""`teikit explain`: pages, forms, near matches, and the page of all codes in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from teikit import codes
from teikit.diagnostics import Code, pages


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_every_code_is_explained_by_its_id_and_its_name(run: Run, code: Code) -> None:
    by_id, by_name = run("explain", code.id.lower()), run("explain", code.name.upper())
    assert by_id == by_name
    assert by_id.status == 0
    assert by_id.out.startswith(f"{code.id} {code.name} ({code.severity.value})\n")
    assert "\nFinds\n" in by_id.out
    assert "\nWhy\n" in by_id.out


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("RNG0012", "did you mean “RNG012”?"),
        ("tei0001", "did you mean “TEI001”?"),
        ("Unexpected-Elment", "did you mean “unexpected-element”?"),
        ("9999", "“teikit explain” lists them all"),
        ("", "“teikit explain” lists them all"),
        ("SCH:my-rule", "it is the id of a rule in a Schematron schema"),
    ],
)
def test_an_unknown_code_has_a_way_out(run: Run, code: str, hint: str) -> None:
    said = run("explain", code)
    assert (said.status, said.out) == (2, "")
    assert f"there is no code “{code}”" in said.err
    assert hint in said.err


def test_all_pages(run: Run) -> None:
    said = run("explain", "--all").out
    assert all(pages.text(code) in said for code in codes.ALL)
    assert run("explain", "--all", "RNG012").status == 2


def test_markdown(run: Run) -> None:
    assert run("explain", "rng012", "--format", "markdown").out.startswith("# RNG012 unexpected-element\n\n**Error**: ")


def test_the_page_of_all_codes_in_the_documentation_is_current(
    run: Run, root: Path, tmp_path: Path, update_golden: bool
) -> None:
    """If this fails, run the command that the page names, or `pytest --update-golden`, and read the diff."""
    page = root / "docs" / "codes.md"
    made = page if update_golden else tmp_path / "codes.md"
    assert run("explain", "--all", "--format", "markdown", "-o", made).status == 0
    assert page.read_text("utf-8") == made.read_text("utf-8")
    assert "`teikit explain --all --format markdown -o docs/codes.md`" in page.read_text("utf-8")
