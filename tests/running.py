"""Running the real program, as a user does, with what it cost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

MINIMAL = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Test</title></titleStmt>'
    "<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body>{}</body></text></TEI>"
)
"""A TEI document on one line; put the content of its body in with `format`."""


class Ended(NamedTuple):
    """How a process ended: its exit status, what it wrote, and its largest resident memory in MB."""

    status: int
    out: str
    err: str
    memory: float

    @property
    def said(self) -> str:
        """Standard output and standard error together."""
        return self.out + self.err


def teikit(
    *arguments: str | Path,
    cwd: Path | None = None,
    environment: dict[str, str] | None = None,
    stdout: int | None = None,
    before: Callable[[], None] | None = None,
    seconds: float = 60,
) -> Ended:
    """Run `python -m teikit` and wait; `before` runs in the child first; more than `seconds` fail the test."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        command = [sys.executable, "-m", "teikit", *map(str, arguments)]
        settings = {**os.environ, **(environment or {})}
        process = subprocess.Popen(
            command, stdout=out if stdout is None else stdout, stderr=err, cwd=cwd, env=settings, preexec_fn=before
        )
        status, memory = _wait(process, seconds)
        out.seek(0)
        err.seek(0)
        return Ended(status, out.read().decode("utf-8"), err.read().decode("utf-8"), memory)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> tuple[int, float]:
    """Return the exit status of a process, and its largest memory in MB (that of its own children left out)."""
    end = time.monotonic() + seconds
    peak = 0.0
    while True:
        peak = max(peak, _high_water(process.pid))
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, peak or used.ru_maxrss / 1024
        if time.monotonic() > end:
            process.kill()
            process.wait()
            raise subprocess.TimeoutExpired(process.args, seconds)
        time.sleep(0.005)


def _high_water(pid: int) -> float:
    """Return the largest memory that a process had since it began its program, in MB; 0 where that is not known.

    What `wait4` says counts what the process was forked from as well: the tests themselves, which may be large.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found.group(1)) / 1024 if found else 0.0
