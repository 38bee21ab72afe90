"""The metadata of an edition, from its headers and its settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from teikit.deposit.metadata.model import Metadata
from teikit.diagnostics import Diagnostic
from teikit.project import Project


def metadata_of(of: Project | Sequence[Path]) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Return what an edition says of itself, and what is missing or contradictory, in the order of every output.

    A project's documents are read, its registers followed, and `[deposit]` of its `teikit.toml` has the last word; a
    list of files is read as it is. A file that cannot be read as XML yields its diagnostics, and the others are read.
    Raises `TeikitError` where a file cannot be opened.
    """
    raise NotImplementedError
