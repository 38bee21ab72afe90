"""`--select` and `--ignore`: what terms mean."""

from __future__ import annotations

import pytest

from teikit import codes
from teikit.diagnostics import TeikitError
from teikit.validation.judgement.selection import Selection, read


def kept(select: list[str], ignore: list[str], *ids: str) -> list[str]:
    selection = read(select, ignore, codes.ALL)
    return [each for each in ids if selection.keeps(each)]


IDS = ("RNG012", "RNG020", "TEI001", "TEI002", "SCH:date-1", "SCH:date-10")


def test_without_terms_everything_is_kept() -> None:
    assert kept([], [], *IDS) == list(IDS)
    assert all(Selection().keeps(each) for each in IDS)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("RNG012", ["RNG012"]),
        ("rng012", ["RNG012"]),
        ("unexpected-element", ["RNG012"]),
        ("RNG", ["RNG012", "RNG020"]),
        ("RNG02", ["RNG020"]),
        ("TEI001,RNG020", ["RNG020", "TEI001"]),
        (" TEI001 , duplicate-id ", ["TEI001"]),
        ("SCH:date-1", ["SCH:date-1"]),
        ("sch:date-1", ["SCH:date-1"]),
        ("SCH:Date-1", []),
        ("SCH", ["SCH:date-1", "SCH:date-10"]),
        ("XSD", []),
    ],
)
def test_a_term_is_an_id_a_name_or_the_beginning_of_ids(term: str, expected: list[str]) -> None:
    assert kept([term], [], *IDS) == expected
    assert kept([], [term], *IDS) == [each for each in IDS if each not in expected]


def test_what_is_ignored_goes_even_where_it_is_selected() -> None:
    assert kept(["RNG", "TEI"], ["RNG020", "TEI"], *IDS) == ["RNG012"]
    assert kept(["RNG012"], ["RNG"], *IDS) == []


def test_a_document_that_cannot_be_read_is_told_whatever_is_selected() -> None:
    assert kept(["TEI001"], [], "XML003", "RNG012", "TEI001") == ["XML003", "TEI001"]
    assert kept(["TEI001"], ["XML003"], "XML003", "XML004", "TEI001") == ["XML004", "TEI001"]


@pytest.mark.parametrize(
    ("term", "hint"),
    [
        ("TEI0001", "did you mean “TEI001”?"),
        ("unexpected-elment", "did you mean “unexpected-element”?"),
        ("TEI001;TEI002", ""),
        ("frobnicate", "lists all codes"),
        ("", "lists all codes"),
        ("TEI001,", "lists all codes"),
        ("SCH:", ""),
        ("*", "lists all codes"),
    ],
)
def test_a_term_that_means_nothing_is_an_error_with_a_near_match(term: str, hint: str) -> None:
    for select, ignore in (([term], []), ([], [term])):
        with pytest.raises(TeikitError, match="there is no code") as caught:
            read(select, ignore, codes.ALL)
        assert hint in str(caught.value.hint)


def test_every_code_can_be_selected_by_its_id_and_its_name() -> None:
    for code in codes.ALL:
        assert read([code.id], [], codes.ALL).keeps(code.id)
        assert read([code.name], [], codes.ALL).select == (code.id,)
