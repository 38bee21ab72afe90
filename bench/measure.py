"""Running commands in turn, and what they cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """One run: seconds on the clock, peak memory in megabytes (the largest process), exit status."""

    seconds: float
    megabytes: float
    status: int


class Cost(NamedTuple):
    """The median of several runs, and the exit status that they agree on (None where they do not)."""

    seconds: float
    megabytes: float
    status: int | None


def run(command: Sequence[str], *, timeout: float = 600) -> Run:
    """Run a command to its end, with its output thrown away."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, waited, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(waited)
    return Run(seconds, usage.ru_maxrss / 1024, process.returncode)


def alternate(commands: dict[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """Run the commands in turn, `rounds` times after one that is not counted, and return the medians by name."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            one = run(command)
            if round_:
                runs[name].append(one)
    return {name: _cost(each) for name, each in runs.items()}


def _cost(runs: list[Run]) -> Cost:
    statuses = {each.status for each in runs}
    return Cost(
        statistics.median(each.seconds for each in runs),
        max(each.megabytes for each in runs),
        statuses.pop() if len(statuses) == 1 else None,
    )
