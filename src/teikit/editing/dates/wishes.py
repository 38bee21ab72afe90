"""What is to be filled, and what comes of one element."""

from __future__ import annotations

from typing import NamedTuple


class Wishes(NamedTuple):
    """How dates are to be filled.

    `calendar` is that of values and texts which name none, '' where those are only listed. With `accept_tolerance`, the
    day of a calendar that is uncertain by some days becomes `notBefore` and `notAfter`, else it is only listed.
    """

    calendar: str = ""
    accept_tolerance: bool = False


class Added(NamedTuple):
    """Attributes (name, value) that an element gets, behind the last of the attributes `after`."""

    attributes: tuple[tuple[str, str], ...]
    after: tuple[str, ...]


class Doubt(NamedTuple):
    """Why an element is left for a person: the reason, and the attribute in doubt (None: the element itself)."""

    reason: str
    attribute: str | None = None


class DoubtError(Exception):
    """Raised inside this package where a value is in doubt; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
