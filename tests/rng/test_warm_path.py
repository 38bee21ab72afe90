"""What validation against a known schema loads: start-up is most of the time that one file takes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from teikit import resources

MEASURED = """
import sys
sys.argv = ["teikit", "validate", "--quiet", "--layer", "rng", "--schema", sys.argv[1], sys.argv[2]]
from teikit.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules))
"""

MAY = {
    "teikit",
    "teikit.cache",
    "teikit.cli",
    "teikit.cli.entry",
    "teikit.cli.options",
    "teikit.cli.validate",
    "teikit.diagnostics",
    "teikit.diagnostics.code",
    "teikit.diagnostics.diagnostic",
    "teikit.diagnostics.errors",
    "teikit.files",
    "teikit.parallel",
    "teikit.rng",
    "teikit.rng.automaton",
    "teikit.rng.automaton.compiled",
    "teikit.rng.automaton.attribute_sets",
    "teikit.rng.automaton.derivatives",
    "teikit.rng.automaton.name_classes",
    "teikit.rng.automaton.patterns",
    "teikit.rng.automaton.states",
    "teikit.rng.cache",
    "teikit.rng.codes",
    "teikit.rng.deep_calls",
    "teikit.rng.reading",
    "teikit.rng.reading.fast",
    "teikit.rng.schema",
    "teikit.validation",
    "teikit.validation.compiled",
    "teikit.validation.layers",
    "teikit.validation.many",
    "teikit.validation.options",
    "teikit.version",
    "teikit.xml",
    "teikit.xml.limits",
    "teikit.xml.names",
}
"""Our modules on the path; datatypes come on top, those that the document's values need."""

HEAVY = {
    *("lxml", "saxonche", "xmlschema", "elementpath"),
    *("argparse", "concurrent", "dataclasses", "difflib", "hashlib", "json", "multiprocessing", "socket", "ssl"),
    *("subprocess", "tempfile", "tomllib", "xml.sax", "zipfile"),
}

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><p xml:id="a" n="1">on <date when="1918-02-12">12 February</date></p></body></text></TEI>"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that a second run has loaded, when the compiled schema is on disk."""
    folder: Path = tmp_path_factory.mktemp("warm")
    document = folder / "document.xml"
    document.write_text(DOCUMENT, "utf-8")
    environment = {**os.environ, "TEIKIT_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-c", MEASURED, str(resources.schema("teikit.rng")), str(document)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout.split()
        for _ in range(2)
    ]
    assert [run[0] for run in runs] == ["0", "0"]
    assert "teikit.rng.grammar.compile" in runs[0]
    return set(runs[1][1:])


def test_only_what_is_needed_of_our_own_is_loaded(loaded: set[str]) -> None:
    ours = {name for name in loaded if name.split(".")[0] == "teikit"}
    assert {name for name in ours - MAY if not name.startswith("teikit.rng.datatypes")} == set()


def test_nothing_heavy_is_loaded(loaded: set[str]) -> None:
    assert loaded & HEAVY == set()
