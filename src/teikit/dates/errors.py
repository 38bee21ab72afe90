"""What is wrong with a date."""

from typing import Literal

from teikit.diagnostics import TeikitError

Part = Literal["form", "year", "month", "day", "calendar"]


class DateError(TeikitError, ValueError):
    """A date that cannot be.

    `part` is the faulty part: the `form` (not a date of this notation at all), the `year`, `month` or `day`, or the
    `calendar` that is not known.
    """

    def __init__(self, message: str, part: Part) -> None:
        super().__init__(message)
        self.part: Part = part


class UnknownYearError(DateError):
    """A year that may well have been, but that is beyond what is known here of its calendar."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "year")
