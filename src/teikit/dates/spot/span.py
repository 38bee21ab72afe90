"""What is found in a text: a date, where it stands and what it means."""

from __future__ import annotations

from typing import NamedTuple

from teikit.dates.interval import Interval


class Span(NamedTuple):
    """A date in a text.

    - `start` and `end` count characters, the end excluded; `text` is what stands there. An article or a preposition
      before the date is not part of it; a weekday and a mark of style ("O.S.") are.
    - `kind` is `day`, `month`, `year`, `range`, `recurring` (a day without its year), `time`, `season`, `relative`,
      `weekday`, `decade` or `century`.
    - `value` is the calendar's own year-month-day: `1917-11-22`, `1918-01`, `1917`. Without the year it is `--02-20` or
      `--02`, without the month too `---22`; a range is `1915/1916`, a time `T13:00`, a weekday `-W-4` (Thursday),
      and what is relative to a day that is not given is a duration such as `-P1D`.
    - `calendar` is a name of `teikit.dates.CALENDARS`.
    - `days` are the days that it may mean; None where the year is not known, or where there is no such day.
    - `certainty` is `high`, `medium` or `low`, and `reason` says in words why it is read so.
    - `weekday` is one that stands with the date: 0 is Monday.
    - `others` are further (value, calendar) pairs for the same day: the old style of "9/22 November 1917".
    """

    start: int
    end: int
    text: str
    kind: str
    value: str
    calendar: str
    days: Interval | None
    certainty: str
    reason: str
    weekday: int | None
    others: tuple[tuple[str, str], ...]
