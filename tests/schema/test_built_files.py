"""The schemas in schema/ are what `teikit schema build` makes of the ODD beside them, byte by byte."""

import subprocess
import sys
from pathlib import Path

import pytest

SCHEMA = Path(__file__).parents[2] / "schema"
FORMATS = ["rng", "rnc", "sch"]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schema")
    command = [sys.executable, "-m", "teikit", "schema", "build", str(SCHEMA / "teikit.odd"), "-o", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return folder


def test_every_format_is_committed(rebuilt: Path) -> None:
    assert {path.name for path in rebuilt.iterdir()} == {f"teikit.{suffix}" for suffix in FORMATS}


@pytest.mark.parametrize("suffix", FORMATS)
def test_committed_file_is_current(rebuilt: Path, suffix: str) -> None:
    name = f"teikit.{suffix}"
    assert (SCHEMA / name).read_bytes() == (rebuilt / name).read_bytes(), (
        "run: teikit schema build schema/teikit.odd -o schema"
    )
