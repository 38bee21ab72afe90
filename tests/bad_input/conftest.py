"""A folder of good files to put bad ones into."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.running import MINIMAL

PERMISSIVE = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>'
    '<anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>'
    "</element></define></grammar>"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one good document, `tei/good.xml`, and a schema that allows everything."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "good.xml").write_text(MINIMAL.format("<p>Good.</p>"), "utf-8")
    (tmp_path / "any.rng").write_text(PERMISSIVE, "utf-8")
    (tmp_path / "teikit.toml").write_text('source = "tei"\n[[schema]]\nmatch = "**"\nrng = "any.rng"\n', "utf-8")
    return tmp_path
