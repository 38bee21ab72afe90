"""One fault in a date has one report, however many statements of the same day stand in the element."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import pytest

from teikit.checks import run
from teikit.xml import load

CALENDAR = '<calendar xml:id="julian"><p>Julian calendar</p></calendar>'
DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><profileDesc>'
    f"<calendarDesc>{CALENDAR}</calendarDesc></profileDesc></teiHeader><text><body><p>"
)


class Statement(NamedTuple):
    """One way to say 5 December 1917, which was 22 November in the Julian calendar and a Wednesday."""

    right: str
    wrong: tuple[str, ...]


ATTRIBUTES = {
    "when": Statement('when="1917-12-05"', ('when="1917-12-06"', 'when="1917-11-22"', 'when="1918"')),
    "iso": Statement('when-iso="1917-12-05"', ('when-iso="19171206"', 'when-iso="1917-11-22"', 'when-iso="1917-W50"')),
    "custom": Statement(
        'when-custom="1917-11-22" datingMethod="#julian"',
        ('when-custom="1917-11-23" datingMethod="#julian"', 'when-custom="1917-12-05" datingMethod="#julian"'),
    ),
}
TEXTS = (
    Statement("22 November 1917 (O.S.)", ("23 November 1917 (O.S.)", "31 November 1917 (O.S.)")),
    Statement("Wednesday, 5 December 1917", ("Wednesday, 6 December 1917", "Wednesday, 31 November 1917")),
    Statement("5 December", ("6 December", "5 February")),
    Statement("the day of the decree", ()),
)
LABELLED = (
    Statement("Wednesday, 22 November 1917", ("Wednesday, 23 November 1917", "Wednesday, 31 November 1917")),
    Statement("22 November", ("23 November", "5 February")),
    Statement("Wednesday, 22 November 1917", ("Monday, 22 November 1917",)),
)
SETS = [names for size in (1, 2, 3) for names in combinations(ATTRIBUTES, size)]


def codes(attributes: list[str], text: str) -> list[str]:
    document = f"{DOCUMENT}<date {' '.join(attributes)}>{text}</date></p></body></text></TEI>"
    return [report.code.id for report in run(load(document.encode()))]


def texts(names: tuple[str, ...]) -> list[tuple[list[str], Statement]]:
    """Return each text with the attribute that labels it; a Julian day needs none beside the same custom date."""
    found = [*(([], text) for text in TEXTS), *((['calendar="#julian"'], text) for text in LABELLED)]
    return [*found, *(([], text) for text in LABELLED)] if "custom" in names else found


@pytest.mark.parametrize("names", SETS, ids="+".join)
def test_what_agrees_has_no_report(names: tuple[str, ...]) -> None:
    attributes = [ATTRIBUTES[name].right for name in names]
    for label, text in texts(names):
        assert codes([*attributes, *label], text.right) == [], text


@pytest.mark.parametrize("names", SETS, ids="+".join)
def test_a_wrong_text_has_one(names: tuple[str, ...]) -> None:
    attributes = [ATTRIBUTES[name].right for name in names]
    for label, text in texts(names):
        for wrong in text.wrong:
            assert codes([*attributes, *label], wrong) in (["TEI030"], ["TEI031"]), (attributes, label, wrong)


@pytest.mark.parametrize("names", [names for names in SETS if len(names) > 1], ids="+".join)
def test_a_wrong_attribute_has_one(names: tuple[str, ...]) -> None:
    for name in names:
        for wrong in ATTRIBUTES[name].wrong:
            attributes = [wrong if each == name else ATTRIBUTES[each].right for each in names]
            for label, text in texts(names):
                found = codes([*attributes, *label], text.right)
                assert len(found) == 1, (attributes, text.right, found)
                assert found[0] in ("TEI004", "TEI032"), (attributes, text.right)


def test_a_wrong_attribute_alone_is_told_of_its_text() -> None:
    for wrong in (*ATTRIBUTES["when"].wrong, *ATTRIBUTES["iso"].wrong):
        assert codes([wrong, 'calendar="#julian"'], "22 November 1917") == ["TEI030"], wrong


def test_the_label_of_a_text_without_a_year_counts() -> None:
    assert codes(['when="1917-12-05"', 'calendar="#julian"'], "5 December") == ["TEI030"]
    assert codes(['when="1917-11-22"', 'calendar="#julian"'], "22 November") == ["TEI030"]
    assert codes(['when="1917-12-05"'], "5 December") == []
