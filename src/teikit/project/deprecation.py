"""What an ODD says is deprecated."""

from __future__ import annotations

from pathlib import Path

from teikit.project.conventions import Deprecated


def deprecated_by(odd: Path) -> tuple[Deprecated, ...]:
    return ()
