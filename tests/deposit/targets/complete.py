"""A small edition that has all that any target asks, and ways to take something from it."""

from __future__ import annotations

from pathlib import Path

from tests.deposit.editions import write

from teikit.deposit.contents import edition_of
from teikit.deposit.targets import Answered, Target, check, read
from teikit.deposit.targets.target import NAMES, Requirement

MODEL = '<?xml-model href="../schema/letters.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>'
LETTER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
{MODEL}
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>
<title>Letters of one year</title>
<author ref="https://orcid.org/0000-0002-1825-0097">Byron, Ada</author>
</titleStmt>
<publicationStmt>
<publisher>A press</publisher>
<date when="2026">2026</date>
<idno type="URI">https://example.org/letters</idno>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
</publicationStmt>
<sourceDesc><p>Born digital.</p></sourceDesc>
</fileDesc>
<profileDesc>
<abstract><p>Two letters.</p></abstract>
<langUsage><language ident="en">English</language></langUsage>
<textClass><keywords><term>Letters</term></keywords></textClass>
</profileDesc>
</teiHeader>
<text><body>
<p xml:id="first">Dear Otto</p>
<p>See <ref target="#first">above</ref>.</p>
<figure><graphic url="map.png"/><bibl>City Archive.</bibl></figure>
</body></text>
</TEI>
"""
FIGURE = '<figure><graphic url="map.png"/><bibl>City Archive.</bibl></figure>'
ANYTHING_BUT_BLINK = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element>
<anyName><except><name ns="http://www.tei-c.org/ns/1.0">blink</name></except></anyName>
<zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>
</element></define></grammar>
"""
COMPLETE: dict[str, str | bytes] = {
    "teikit.toml": 'source = "tei"\n\n[deposit]\ncontact = "ada@example.org"\n',
    "README.md": "# Letters\n",
    "CITATION.cff": "cff-version: 1.2.0\n",
    "schema/letters.rng": ANYTHING_BUT_BLINK,
    "schema/letters.odd": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="letters"/></TEI>',
    "tei/letter.xml": LETTER,
    "tei/map.png": b"\x89PNG\r\n\x1a\n",
}


def edition(folder: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the edition, with other files or without some (None)."""
    files = {**COMPLETE, **(changed or {})}
    return write(folder, {path: data for path, data in files.items() if data is not None})


def answers(folder: Path, target: str | Target) -> dict[str, Answered]:
    """Return what becomes of each requirement of a target, by its id."""
    asked = read(target) if isinstance(target, str) else target
    return {each.requirement.id: each for each in check(edition_of([folder.as_posix()]), asked, jobs=1)}


def every_requirement() -> list[tuple[str, Requirement]]:
    """Return each requirement with the name of its target."""
    return [(name, each) for name in NAMES for each in read(name).requirements]
