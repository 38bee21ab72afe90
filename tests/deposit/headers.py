"""Headers for tests, written to files."""

from __future__ import annotations

from pathlib import Path

TITLE = "<titleStmt><title>Letters</title><author>Ada Byron</author></titleStmt>"
LICENCE = (
    '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>'
)
PUBLISHED = f'<publisher>A press</publisher><date when="2026">2026</date>{LICENCE}'


def tei(file_desc: str = "", rest: str = "", text: str = "", attributes: str = "") -> str:
    """Return a document with a header: the content of fileDesc, what follows it, and what follows the header."""
    default = f"{TITLE}<publicationStmt>{PUBLISHED}</publicationStmt>"
    header = f"<teiHeader><fileDesc>{file_desc or default}</fileDesc>{rest}</teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{attributes}>{header}{text}</TEI>'


def titled(inner: str, rest: str = "", text: str = "") -> str:
    """Return a document whose titleStmt has some content."""
    return tei(f"<titleStmt>{inner}</titleStmt><publicationStmt>{PUBLISHED}</publicationStmt>", rest, text)


def published(inner: str) -> str:
    """Return a document whose publicationStmt has some content."""
    return tei(f"{TITLE}<publicationStmt>{inner}</publicationStmt>")


def write(folder: Path, **documents: str) -> list[Path]:
    """Write documents under their names; return their paths."""
    for name, text in documents.items():
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    return sorted(folder / f"{name}.xml" for name in documents)
