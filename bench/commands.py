"""The commands that are measured."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_LXML = """
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1]))
parser = etree.XMLParser(collect_ids=False, huge_tree=True)
sys.exit(not all([schema.validate(etree.parse(path, parser)) for path in sys.argv[2:]]))
"""


SAXON = Path("/usr/share/java/Saxon-HE.jar")
"""Where Debian's package libsaxonhe-java puts Saxon-HE."""


class Tool(NamedTuple):
    """A tool: its name in the table, and its command for a schema and files."""

    name: str
    command: Callable[[Path, Sequence[Path]], list[str]]


def tools(jobs: int) -> list[Tool]:
    """Return teikit and those of its peers that are installed; teikit may use this many processes."""
    teikit = str(Path(sys.executable).with_name("teikit"))
    found = [
        Tool(
            "teikit",
            lambda schema, files: [
                *(teikit, "validate", "--quiet", "--layer", "rng", "--schema", str(schema), "--jobs", str(jobs)),
                *map(str, files),
            ],
        )
    ]
    if jing := shutil.which("jing"):
        found.append(Tool("jing", lambda schema, files: [jing, str(schema), *map(str, files)]))
    if xmllint := shutil.which("xmllint"):
        found.append(
            Tool("xmllint", lambda schema, files: [xmllint, "--noout", "--relaxng", str(schema), *map(str, files)])
        )
    found.append(
        Tool("lxml", lambda schema, files: [sys.executable, "-c", _LXML, str(schema), *map(str, files)]),
    )
    return found


def rules_tools(schema: Path, work: Path) -> list[Tool]:
    """Return teikit, and Jing with Saxon-HE for Java where these are installed, for a grammar with Schematron in it.

    Saxon runs the stylesheet that teikit makes of the rules: the time of a transpiler of the peer's own is left out.
    """
    teikit = str(Path(sys.executable).with_name("teikit"))
    layers = ["--layer", "rng", "--layer", "schematron"]
    found = [
        Tool(
            "teikit",
            lambda schema, files: [teikit, "validate", "--quiet", *layers, "--schema", str(schema), *map(str, files)],
        )
    ]
    jing, java = shutil.which("jing"), shutil.which("java")
    if jing and java and SAXON.is_file():
        from teikit.schematron import Schematron

        rules = work / "rules.xsl"
        rules.write_text(Schematron.from_file(schema, cached=False).stylesheet, "utf-8")
        saxon = f'"{java}" -cp {SAXON} net.sf.saxon.Transform -xsl:"{rules}"'
        script = f'"{jing}" "$0" "$@" && for file; do {saxon} -s:"$file" -o:"{work}/report.xml" || exit; done'
        found.append(
            Tool("jing and Saxon-HE (Java)", lambda schema, files: ["sh", "-c", script, str(schema), *map(str, files)])
        )
    return found
