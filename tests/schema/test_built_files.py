"""The schemas in schema/ are what `teikit schema build` makes of the ODD beside them, byte by byte."""

import subprocess
import sys
from pathlib import Path

import pytest

SCHEMA = Path(__file__).parents[2] / "schema"
FILES = ["teikit.rng", "teikit.rnc", "teikit.sch", "teikit.xsd", "teikit-xml.xsd"]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schema")
    command = [sys.executable, "-m", "teikit", "schema", "build", str(SCHEMA / "teikit.odd"), "-o", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return folder


def test_every_format_is_committed(rebuilt: Path) -> None:
    assert {path.name for path in rebuilt.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_committed_file_is_current(rebuilt: Path, name: str) -> None:
    assert (SCHEMA / name).read_bytes() == (rebuilt / name).read_bytes(), (
        "run: teikit schema build schema/teikit.odd -o schema"
    )
