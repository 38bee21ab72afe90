"""What all tests share: the reference material, a cache folder of their own, and the rewriting of golden files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; then read the diff")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the slow tests and those that need an InvenioRDM, unless `-m` speaks of them.

    The ordinary run takes a share of what they do.
    """
    apart = [mark for mark in ("slow", "invenio") if mark not in config.getoption("markexpr")]
    left_out = [item for item in items if any(item.get_closest_marker(mark) for mark in apart)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material: corpora, suites and releases of TEI that are not part of this repository."""
    folder = Path(os.environ.get("TEIKIT_SHARED") or ROOT.parent / "shared")
    if not (folder / "corpora").is_dir():
        pytest.skip("no reference material: set TEIKIT_SHARED to its folder")
    return folder


@pytest.fixture(scope="session")
def jing() -> str:
    """The command of the reference validator."""
    command = shutil.which("jing")
    if command is None:
        pytest.skip("jing is not installed")
    return command


@pytest.fixture(scope="session", autouse=True)
def _cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled schemas and the store in folders of this run: no test reads or writes what is the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEIKIT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("TEIKIT_STORE_DIR", str(tmp_path_factory.mktemp("store")))
        patch.delenv("XML_CATALOG_FILES", raising=False)
        yield
