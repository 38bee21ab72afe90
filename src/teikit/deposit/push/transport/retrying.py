"""Doing a step again where that may help."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from teikit.deposit.push.transport.answers import PushError

_Result = TypeVar("_Result")


class Retries(NamedTuple):
    """How often a step is tried, and how long the waits are (seconds): 1, 2, 4 … up to `longest`.

    Where the server asks for a wait it gets it, up to `longest_asked`. `say` is told of each wait.
    """

    attempts: int = 6
    longest: float = 60.0
    longest_asked: float = 300.0
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda text: None

    def run(self, step: Callable[[], _Result]) -> _Result:
        """Run a step, again where its fault may pass; the step must look first at what it has done already.

        Raises the last `PushError`.
        """
        for attempt in range(self.attempts - 1):
            try:
                return step()
            except PushError as error:
                if not error.passing:
                    raise
                wait = min(2.0**attempt, self.longest)
                if error.wait is not None:
                    wait = max(wait, min(error.wait, self.longest_asked))
                self.say(f"{error.diagnostics[0].message}; trying again in {wait:g} s")
                self.sleep(wait)
        return step()
