"""Small editions for tests."""

from __future__ import annotations

from pathlib import Path

HEADER = (
    '<teiHeader><fileDesc><titleStmt><title xml:lang="en">{title}</title>'
    '<editor ref="https://orcid.org/0000-0002-1825-0097"><persName><forename>Ada</forename> <surname>Beck</surname>'
    "</persName></editor></titleStmt><publicationStmt><publisher>Verlag Muster</publisher>"
    '<pubPlace>Graz</pubPlace><date when="2024-03-01">2024</date><availability><licence '
    'target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt>'
    "<sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>"
    '<profileDesc><abstract xml:lang="en"><p>Two letters &amp; a map.</p></abstract>'
    '<langUsage><language ident="de">German</language></langUsage></profileDesc></teiHeader>'
)


def letter(body: str = "<p>Lieber Freund</p>", title: str = "A letter", before: str = "") -> str:
    """Return a letter as a TEI document; `before` stands before the root element."""
    header = HEADER.format(title=title)
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{before}{tei}\n'


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


RNG = "http://relaxng.org/ns/structure/1.0"
SHOWN = '<figure><graphic url="../images/map.png"/></figure>'
MODEL = '<?xml-model href="../../schema/edition.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
PROJECT: dict[str, str | bytes] = {
    "teikit.toml": 'title = "Letters"\nsource = "tei"\n',
    "README.md": "# Letters\n",
    "LICENSE": "CC BY 4.0\n",
    "notes.docx": b"PK",
    ".git/config": "[core]\n",
    "tei/letters/1.xml": letter(f"<p>Eins</p>{SHOWN}", before=MODEL),
    "tei/letters/2.xml": letter("<p>Zwei</p>"),
    "tei/registers/persons.xml": letter('<listPerson><person xml:id="a"><persName>A</persName></person></listPerson>'),
    "tei/images/map.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "tei/images/unused.png": b"\x89PNG\r\n\x1a\n",
    "tei/.hidden.xml": "<TEI/>",
    "schema/edition.rng": f'<grammar xmlns="{RNG}"><include href="../parts/p.rng"/></grammar>',
    "schema/edition.odd": letter("<schemaSpec ident='edition' start='TEI'/>"),
    "schema/__pycache__/old.rng": "<grammar/>",
    "parts/p.rng": f'<grammar xmlns="{RNG}"><start><text/></start></grammar>',
    "xslt/page.xsl": '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"/>',
    "build/html/1.html": "<html></html>",
}
"""A project with something of everything, and something that is not to go in."""


def project(folder: Path) -> Path:
    """Write the project into a folder."""
    return write(folder, PROJECT)
