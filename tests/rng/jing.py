"""Jing, the reference validator: what it says of files, by file and line."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_ROW = re.compile(r"^(?P<path>.+?):(?P<line>\d+):\d+: (?P<kind>error|fatal|warning): (?P<message>.*)$")
_PIECE = 400
"""How many files one run gets: a command line has a limit."""


class Error(NamedTuple):
    """One error of Jing: the file and line where the tag that it complains of ends, and its words."""

    path: str
    line: int
    is_fatal: bool
    message: str


def errors(command: str, schema: Path, files: Sequence[Path], *, check_ids: bool = True) -> dict[Path, list[Error]]:
    """Return the errors of each file, in Jing's order. A fatal error ends a run: give such files one by one."""
    found: dict[Path, list[Error]] = {file: [] for file in files}
    options = [*([] if check_ids else ["-i"]), *(["-c"] if schema.suffix == ".rnc" else [])]
    for start in range(0, len(files), _PIECE):
        piece = [str(file) for file in files[start : start + _PIECE]]
        ended = subprocess.run([command, *options, str(schema), *piece], capture_output=True, text=True, check=False)
        if ended.returncode not in (0, 1):
            raise RuntimeError(ended.stderr)
        for row in ended.stdout.splitlines():
            match = _ROW.match(row)
            if match is None:
                # Something without a place, such as a DTD that is not there: it ends the run.
                found[Path(piece[-1])].append(Error(piece[-1], 0, True, row))
            elif match["kind"] != "warning" and not match["message"].startswith("first occurrence of ID"):
                # An error in a part that XInclude brings in bears the name of that part.
                error = Error(match["path"], int(match["line"]), match["kind"] == "fatal", match["message"])
                found.setdefault(Path(match["path"]), []).append(error)
    return found
