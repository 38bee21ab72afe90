"""The house rules that a program can check."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

LONGEST = 400
SAYS_NOTHING = re.compile(r"(^|/)(utils?|helpers?|common|base|manager|misc)\.(py|xsl)$")
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")


def tracked(root: Path, *patterns: str) -> list[Path]:
    files = [file for pattern in patterns for file in root.glob(pattern) if "__pycache__" not in file.parts]
    assert files
    return files


def sources(root: Path) -> list[Path]:
    return tracked(root, "src/**/*.py", "xslt/**/*.xsl", "tests/**/*.py")


def test_no_file_is_too_long_to_hold_in_the_head(root: Path) -> None:
    lengths = {file.relative_to(root).as_posix(): len(file.read_text("utf-8").splitlines()) for file in sources(root)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_file_names_say_something(root: Path) -> None:
    names = [file.relative_to(root).as_posix() for file in sources(root)]
    assert [name for name in names if SAYS_NOTHING.search(name)] == []


def test_nothing_is_left_for_later(root: Path) -> None:
    files = tracked(root, "src/**/*.py", "xslt/**/*.xsl", "schema/*.odd")
    assert [file.name for file in files if LEFT_FOR_LATER.search(file.read_text("utf-8"))] == []


def test_layers_import_only_from_below(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("name", ["saxonche", "xmlschema", "sqlite3"])
def test_heavy_modules_have_one_home(root: Path, name: str) -> None:
    homes = {"saxonche": {"saxon"}, "xmlschema": {"xsd"}, "sqlite3": set[str]()}
    importing = re.compile(rf"^\s*(import|from) {name}\b", re.MULTILINE)
    files = [file for file in tracked(root, "src/**/*.py") if importing.search(file.read_text("utf-8"))]
    package = root / "src/teikit"
    assert {file.relative_to(package).parts[0] for file in files} <= homes[name]


def test_every_package_says_how_it_works(root: Path) -> None:
    for file in tracked(root, "src/teikit/*/__init__.py"):
        docstring = file.read_text("utf-8").split('"""')[1]
        assert 3 <= len(docstring.strip().splitlines()) <= 16, file.parent.name
