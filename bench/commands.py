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
