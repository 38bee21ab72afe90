"""Where the offline store is."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def store_folder() -> Path | None:
    """Return the folder of the store: `TEIKIT_STORE_DIR`, else in the platform's data folder; None without a home."""
    given = os.environ.get("TEIKIT_STORE_DIR")
    if given:
        return Path(given)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "teikit", "Schemas") if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library/Application Support/teikit/schemas"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share", "teikit/schemas")
