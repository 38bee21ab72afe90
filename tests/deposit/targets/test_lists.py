"""The lists of the targets are well-formed, sourced, dated, and name checks that there are."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from tests.deposit.targets.complete import every_requirement

from teikit.cli.deposit.check import TARGETS
from teikit.deposit.targets import NAMES, Requirement, read
from teikit.deposit.targets.requirements import CHECKS

REQUIREMENTS = every_requirement()
NAMED = [f"{target}-{each.id}" for target, each in REQUIREMENTS]
KEYS = {"id", "asks", "severity", "check", "parameters", "source", "verified", "note"}


def test_the_command_knows_every_target(root: Path) -> None:
    files = (root / "src/teikit/deposit/targets").glob("*.toml")
    assert sorted(each.stem for each in files) == sorted(NAMES) == sorted(TARGETS)


@pytest.mark.parametrize("target", NAMES)
def test_a_list_has_no_key_that_nobody_reads(root: Path, target: str) -> None:
    table = tomllib.loads((root / f"src/teikit/deposit/targets/{target}.toml").read_text("utf-8"))
    assert set(table) == {"title", "source", "requirement"}
    assert all(set(each) <= KEYS for each in table["requirement"])
    assert all(set(each) == {"title", "url", "date"} for each in table["source"].values())
    assert {each["source"] for each in table["requirement"]} == set(table["source"])


@pytest.mark.parametrize("target", NAMES)
def test_a_list_asks_for_each_thing_once(target: str) -> None:
    asked = read(target).requirements
    assert len({each.id for each in asked}) == len({each.check for each in asked}) == len(asked)


@pytest.mark.parametrize("each", [each for _, each in REQUIREMENTS], ids=NAMED)
def test_a_requirement_is_sourced_and_decidable(each: Requirement) -> None:
    assert each.asks.endswith(".")
    assert each.source
    assert isinstance(each.looked_up, date)
    assert each.url.startswith("https://") or not each.verified
    assert set(each.parameters) == CHECKS[each.check].parameters


@pytest.mark.parametrize("each", [each for _, each in REQUIREMENTS], ids=NAMED)
def test_what_could_not_be_verified_says_so_and_is_no_must(each: Requirement) -> None:
    assert each.verified == (not each.note)
    assert each.verified or not each.is_must


def test_every_check_is_asked_by_some_target() -> None:
    assert {each.check for _, each in REQUIREMENTS} == set(CHECKS)


def test_every_target_is_held_against_the_common_list() -> None:
    common = {"valid", "utf-8", "no-byte-order-mark", "file-names", "unique-ids", "pointers", "languages", "licence"}
    common |= {"publisher", "images-present", "images-credited", "schema-included", "odd-included", "no-local-paths"}
    common |= {"readme", "citation-file", "packable", "no-doctype", "title", "creators", "date", "description"}
    for target in NAMES:
        assert common <= {each.check for each in read(target).requirements}
