"""A small edition."""

from __future__ import annotations

from pathlib import Path

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>{title}</title>
        <author><persName><forename>Anna</forename> <surname>Berg</surname></persName></author>
      </titleStmt>
      <publicationStmt>
        <publisher>Verlag am See</publisher>
        <date when="2026-03-01">1 March 2026</date>
        <availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
      </publicationStmt>
      <sourceDesc><p>Manuscripts.</p></sourceDesc>
    </fileDesc>
    <profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>
  </teiHeader>
  <text><body><p>The lake — 湖.</p></body></text>
</TEI>
"""


def letters(folder: Path) -> Path:
    """Write an edition of two letters into a folder, and return that."""
    (folder / "tei").mkdir(parents=True)
    (folder / "teikit.toml").write_text('title = "Letters from the lake"\nsource = "tei"\n', "utf-8")
    for number in (1, 2):
        document = HEADER.format(title=f"Letter {number}")
        (folder / "tei" / f"letter-{number}.xml").write_text(document, "utf-8")
    return folder
