"""Intervals of days."""

from typing import NamedTuple


class Interval(NamedTuple):
    """The days that a date may mean: Julian Day Numbers, both ends included; one day has two equal ends."""

    first: int
    last: int

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether a day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def before(self, other: "Interval") -> bool:
        """Tell whether every day of this one comes before every day of the other."""
        return self.last < other.first

    @property
    def middle(self) -> int:
        """The day in the middle: the best estimate where no better is known."""
        return (self.first + self.last) // 2
