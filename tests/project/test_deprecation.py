"""What an ODD marks with @validUntil."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import TeikitError
from teikit.project.conventions import Deprecated
from teikit.project.deprecation import deprecated_by

CASE = Path(__file__).parents[1] / "cases" / "deprecated" / "odd-warning" / "case.odd"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def test_elements_attributes_and_values_with_their_day() -> None:
    assert set(deprecated_by(CASE)) == {
        Deprecated("p", "rend", "", "2030-01-01"),
        Deprecated("hi", "rend", "", "2030-01-01"),
        Deprecated("re", "", "", "2026-03-10"),
        Deprecated("name", XML_SPACE, "", "2029-01-01"),
        Deprecated("name", "type", "org", "2028-05-01"),
    }


def test_those_of_the_release_that_a_customization_builds_on(shared: Path, tmp_path: Path) -> None:
    source = shared / "tei" / "4.9.0a" / "p5subset.xml"
    odd = tmp_path / "x.odd"
    odd.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        f'<schemaSpec ident="x" start="TEI" source="{source.as_posix()}"><moduleRef key="tei"/><moduleRef key="core"/>'
        '<moduleRef key="header"/><moduleRef key="textstructure"/><moduleRef key="dictionaries"/></schemaSpec>'
        "</body></text></TEI>",
        "utf-8",
    )
    found = set(deprecated_by(odd))
    assert Deprecated("superEntry", "", "", "2027-03-07") in found
    assert Deprecated("re", "", "", "2026-03-10") in found


def test_an_odd_that_is_not_there_stops_the_tool(tmp_path: Path) -> None:
    with pytest.raises(TeikitError):
        deprecated_by(tmp_path / "gone.odd")
