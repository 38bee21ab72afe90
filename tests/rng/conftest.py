"""The whole sets of mutants and grammars are run when asked for (`-m slow`); the ordinary run takes a share of them."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the slow tests of this folder, unless `-m` speaks of them."""
    if "slow" in config.getoption("markexpr"):
        return
    left_out = [item for item in items if FOLDER in item.path.parents and item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
