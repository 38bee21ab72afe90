"""Loading register documents."""

import os
from collections.abc import Iterable
from pathlib import Path

from teikit.diagnostics import TeikitError
from teikit.xml import Document, load


def logical_path(path: Path, root: Path) -> str:
    """Return a path below `root`, with `/`; a path outside it starts with `../`."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(root))).as_posix()


def read(files: Iterable[Path], root: Path) -> dict[str, Document]:
    """Return the documents in the given files by their paths below `root`.

    A register that cannot be read is left out: validation reports it, and everything else can still be done.
    """
    registers = {}
    for file in files:
        try:
            registers[logical_path(file, root)] = load(file)
        except TeikitError:
            continue
    return registers
