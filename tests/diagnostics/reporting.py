"""Findings for the tests of the output formats, with everything in them that a format may trip over."""

from __future__ import annotations

from teikit.diagnostics import Code, Diagnostic, Location, Page, Related, Severity

MISSPELT = Code(
    "RNG900",
    "misspelt",
    Severity.ERROR,
    "a name is misspelt",
    "Standard, §1",
    Page("a name that is misspelt.", "Nobody finds it.", "<p/>", "<q/>", "RNG901"),
)
ODD = Code("TEI900", "odd-thing", Severity.WARNING, "a thing is odd", "", Page("", "", "", "", ""))
AUTHORS = Code("SCH:a:b,c", "a:b,c", Severity.INFO, "a rule of the schema", "", Page("", "", "", "", ""))

PATH = "tei/ü b,c%d:庫😀.xml"
"""A path with a space and all that the formats escape."""

SOURCE = "庫倫 😀\t<persname>Li</persname>"
"""A line on which the start-tag is in column 6, counted in characters; in UTF-16 it would be 7, in UTF-8 bytes 13."""


def found(
    message: str = 'element "persname" is not allowed',
    *,
    code: Code = MISSPELT,
    path: str = PATH,
    line: int = 2,
    column: int = 6,
    hint: str | None = None,
    related: tuple[Related, ...] = (),
    length: int = 9,
    xpath: str = "/TEI/text[1]/persname",
) -> Diagnostic:
    """Return a diagnostic; without arguments, one for the start-tag in `SOURCE`."""
    place = Location(path, line, column, xpath)
    return Diagnostic.of(code, place, message, hint=hint, related=related, length=length)


def source_line(path: str, line: int) -> str | None:
    """Return `SOURCE` for line 2 of `PATH`, and nothing else."""
    return SOURCE if (path, line) == (PATH, 2) else None
