"""The power is cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


class PowerCutError(BaseException):
    """The end of a process, wherever it is."""


def cut_at(patch: pytest.MonkeyPatch, owner: object, name: str, number: int, *, after: bool) -> None:
    """Let a function end everything when it is called for the n-th time, before or after it has done its work."""
    original: Callable[..., Any] = getattr(owner, name)
    calls = 0

    def interrupted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number and not after:
            raise PowerCutError
        result = original(*arguments, **named)
        if calls == number:
            raise PowerCutError
        return result

    patch.setattr(owner, name, interrupted)
