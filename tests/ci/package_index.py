"""Tests that install the project need a package index."""

from __future__ import annotations

import re

import pytest

_NOT_THERE = re.compile(
    r"No matching distribution found|Failed to establish a new connection|Name or service not known"
)


def skip_without_index(log: str) -> None:
    """Skip the test where the log of an installation says that no package index was to be had."""
    if _NOT_THERE.search(log):
        pytest.skip("no package index to install from")
