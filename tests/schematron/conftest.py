"""Schemas and documents in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from teikit.diagnostics import Diagnostic
from teikit.schematron import Schematron
from teikit.xml import load

_SCHEMA = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" {attributes}>
{content}
</sch:schema>
"""


class Checked(NamedTuple):
    """A schema, and what it finds in a document."""

    schema: Schematron
    found: list[Diagnostic]

    @property
    def messages(self) -> list[str]:
        """The messages, in the order of the document."""
        return [each.message for each in sorted(self.found, key=lambda each: each.sort_key)]

    @property
    def ids(self) -> list[str]:
        """The ids of the codes, sorted."""
        return sorted(each.code.id for each in self.found)

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """Message, line and column, in the order of the document."""
        found = sorted(self.found, key=lambda each: each.sort_key)
        return [(each.message, each.location.line, each.location.column) for each in found]


Check = Callable[..., Checked]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """A function that writes the content of a schema and a document, and validates one with the other."""

    def run(content: str, document: str = "<a/>", *, phase: str | None = None, attributes: str = "") -> Checked:
        file = write(tmp_path, content, attributes or 'queryBinding="xslt2"')
        made = Schematron.from_file(file, phase=phase, cached=False)
        (tmp_path / "document.xml").write_text(document, "utf-8")
        return Checked(made, list(made.iter_diagnostics(load(tmp_path / "document.xml"))))

    return run


def write(folder: Path, content: str, attributes: str = 'queryBinding="xslt2"', name: str = "schema.sch") -> Path:
    """Write a schema; its content begins on line 2."""
    file = folder / name
    file.write_text(_SCHEMA.format(attributes=attributes, content=content), "utf-8")
    return file


def pattern(*rules: str, before: str = "") -> str:
    """Return a pattern with rules."""
    return f"<sch:pattern>{before}{''.join(rules)}</sch:pattern>"


def rule(context: str, message: str, before: str = "", test: str = "true()") -> str:
    """Return a rule that reports a message wherever it is used."""
    return f'<sch:rule context="{context}">{before}<sch:report test="{test}">{message}</sch:report></sch:rule>'
