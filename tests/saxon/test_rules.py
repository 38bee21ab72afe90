"""Stylesheets that are closed from the start, and what Saxon says about them."""

# ruff: noqa: E501 (one case, one line)

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.saxon.rules import NotCompiledError, Rules
from teikit.saxon.told import Told, told
from teikit.xml import load

SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>{declarations}
<xsl:template match="/">{body}</xsl:template>
</xsl:stylesheet>"""


def sheet(body: str, declarations: str = "") -> str:
    return SHEET.format(body=body, declarations=declarations)


def test_a_run() -> None:
    outcome = Rules.compile(sheet("<xsl:value-of select='a'/>")).run(load(b"<a>\xc3\xa9</a>"))
    assert outcome == ("é", "", (), ())


def test_static_errors_have_lines() -> None:
    with pytest.raises(NotCompiledError) as caught:
        Rules.compile(sheet("<xsl:value-of select='('/>\n<xsl:value-of select='$x'/>"))
    assert [(each.line, each.code) for each in caught.value.errors] == [(3, "XPST0003"), (4, "XPST0008")]


def test_a_failure_has_a_line() -> None:
    outcome = Rules.compile(sheet("\n<xsl:value-of select='error((), string(.))'/>")).run(load(b"<a>why</a>"))
    assert outcome.text == ""
    assert [each[:3] for each in outcome.errors] == [(4, "FOER0000", "why")]
    assert outcome.errors[0].trace == (3,)


def test_an_error_in_a_match_pattern_is_a_warning() -> None:
    declarations = "<xsl:mode name='m' on-no-match='deep-skip'/>\n<xsl:template match='b[error()]' mode='m'/>"
    rules = Rules.compile(sheet("<xsl:apply-templates select='//b' mode='m'/>", declarations))
    outcome = rules.run(load(b"<a><b/></a>"))
    assert outcome.failure == ""
    assert [(each.line, each.code) for each in outcome.warnings] == [(3, "FOER0000")]


@pytest.mark.parametrize("instruction", ["import", "include"])
def test_no_module_is_read_when_it_compiles(tmp_path: Path, instruction: str) -> None:
    module = tmp_path / "m.xsl"
    module.write_text(sheet("x"))
    with pytest.raises(NotCompiledError):
        Rules.compile(
            SHEET.replace("<xsl:output", f'<xsl:{instruction} href="{module.as_uri()}"/><xsl:output').format(
                body="", declarations=""
            )
        )


def test_no_file_is_looked_for_when_it_compiles(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    known = f"doc-available('{(tmp_path / 'a.xml').as_uri()}')"
    with pytest.raises(NotCompiledError):
        Rules.compile(
            sheet("x", f'<xsl:variable name="x" use-when="{known}" select="1 +"/><xsl:variable name="y" select="$x"/>')
        )


def test_what_is_printed() -> None:
    said = """Warning at char 2 in xsl:template/@match on line 2 column 175 of file:///x/:
  FORG0001  An error occurred matching pattern
  {element(b)[xs:date(data(@n))]}: Invalid date "1" (Year
  is less than four digits)
Type error at char 9 in expression in xsl:variable/@select on line 15 column 45 of file:///x/:
  XPTY0004  A sequence of more than one item { ("
x") } is not allowed
  In template rule with match="document-node()" on line 102 of file:///x/
     invoked by xsl:apply-templates at file:///x/#161
 Error in {a
  b} in xsl:value-of/@select on line 5
  column 32 of file:///x/:
  XPST0017  Cannot find a function
"""
    assert told("Warning", said) == (
        Told(
            2,
            "FORG0001",
            'An error occurred matching pattern {element(b)[xs:date(data(@n))]}: Invalid date "1" (Year is less than four digits)',
        ),
    )
    assert told("Error", said) == (
        Told(15, "XPTY0004", 'A sequence of more than one item { (" x") } is not allowed', (102, 161)),
        Told(5, "XPST0017", "Cannot find a function"),
    )
