"""Each date of the corpora that is given in its own calendar and in the Gregorian one: both must mean the same days."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from teikit.dates import parse_w3c, to_gregorian
from teikit.registers.calendars import calendar_for, calendars_in
from teikit.xml import load

NAMES = ("when", "notBefore", "notAfter", "from", "to")

# What each corpus has: the number of values with a calendar and a Gregorian partner, and of those without a partner,
# which can only be read. Counted by hand with grep.
CORPORA = {
    "muqtabas": (8, 63),
    "epidoc-guidelines": (1, 36),
    "isicily": (0, 4),
    "ssrq-schema-date": (0, 0),
    "qhod": (0, 0),
}

FAULTS: dict[tuple[str, str], str] = {}
"""Pairs (custom, Gregorian) that disagree by a fault of the source, and why: none so far."""


class Given(NamedTuple):
    file: str
    method: str
    custom: str
    gregorian: str | None


def given(folder: Path) -> Iterator[Given]:
    for file in sorted(folder.rglob("*.xml")):
        if "not-well-formed" in file.parts:
            continue
        for element in load(file).root.iter("{*}*"):
            for name in NAMES:
                custom, method = element.get(f"{name}-custom"), element.get("datingMethod")
                if custom and method:
                    yield Given(file.name, method, custom, element.get(name))


@pytest.mark.parametrize(("corpus", "pairs", "alone"), [(name, *counts) for name, counts in CORPORA.items()])
def test_both_forms_of_a_date_agree(shared: Path, corpus: str, pairs: int, alone: int) -> None:
    folder = shared / "corpora" / corpus
    declared = {each.id: each for each in calendars_in(sorted(folder.rglob("*master*.xml")))}
    found = {True: 0, False: 0}
    wrong = []
    for each in given(folder):
        calendar = calendar_for(each.method, declared.get(each.method.lstrip("#")))
        assert calendar is not None, each
        date = calendar.parse(each.custom)
        days, tolerance = calendar.days(date), calendar.tolerance(date)
        found[each.gregorian is not None] += 1
        if each.gregorian is None:
            continue
        other = parse_w3c(each.gregorian)
        may_agree = days.first - tolerance <= other.last and other.first <= days.last + tolerance
        if not may_agree and (each.custom, each.gregorian) not in FAULTS:
            wrong.append(each)
    assert not wrong
    assert (found[True], found[False]) == (pairs, alone)


def test_the_example_of_the_guidelines_disagrees_with_its_text(shared: Path) -> None:
    """Its text has 430 AH; its attributes agree with each other, and both are a year later."""
    tree = load(shared / "tei/4.9.0a/p5subset.xml").root
    example = next(each for each in tree.iter("{*}date") if each.get("when-custom") == "431-06-12")
    assert " ".join("".join(map(str, example.itertext())).split()).endswith("430 AH")
    when = parse_w3c(example.get("when", ""))
    said, meant = (to_gregorian(value, "islamic") for value in ("431-06-12", "430-06-12"))
    assert abs(parse_w3c(said.day).first - when.first) <= said.tolerance_days
    assert abs(parse_w3c(meant.day).first - when.first) > 300
