"""The answers as a table for people."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence

from teikit.deposit.targets.checking import Answered
from teikit.deposit.targets.target import Target
from teikit.diagnostics.render.characters import visible

_ASKS = 58
_STATE = len("not verified")
_MARK = "°"


def render(target: Target, answers: Sequence[Answered]) -> str:
    """Return the table: what is asked, whether it is there, where to mend it; then the sum, doubts and sources."""
    lines = [f"What {target.title} asks", "", *(line for each in answers for line in _row(each)), ""]
    lines += [*_sum(answers), *_doubts(answers), "", *_sources(answers)]
    return "\n".join(lines) + "\n\n"


def _row(each: Answered) -> list[str]:
    doubt = "" if each.requirement.verified else f"\N{NO-BREAK SPACE}{_MARK}"
    asks = textwrap.wrap(f"{each.requirement.asks}{doubt}", _ASKS)
    grade = "must" if each.requirement.is_must else "should"
    first = f"{each.state:{_STATE}}  {grade:6}  {asks[0]:{_ASKS}}  {_where(each)}".rstrip()
    indent = " " * (_STATE + 2 + len("should") + 2)
    hint = (each.diagnostics[0].hint or "") if each.diagnostics else ""
    mend = textwrap.wrap(visible(hint), _ASKS * 2 - 2, initial_indent="→ ", subsequent_indent="  ")
    return [first, *(f"{indent}{line}" for line in (*asks[1:], *mend))]


def _where(each: Answered) -> str:
    if not each.diagnostics:
        return visible(each.remark)
    place = each.diagnostics[0].location
    more = f" and {len(each.diagnostics) - 1} more" if len(each.diagnostics) > 1 else ""
    return f"{visible(place.path)}:{place.line}{more}"


def _sum(answers: Sequence[Answered]) -> list[str]:
    counts = Counter((each.state, each.requirement.is_must) for each in answers)
    met = counts["met", True] + counts["met", False]
    said = [f"{met} of {len(answers)} met"]
    for state in ("missing", "not verified"):
        for is_must, grade in ((True, "must"), (False, "should")):
            if counts[state, is_must]:
                said.append(f"{counts[state, is_must]} {state} that {grade} be there")
    return [", ".join(said)]


def _doubts(answers: Sequence[Answered]) -> list[str]:
    """Return what could not be verified about the target itself."""
    notes = dict.fromkeys(each.requirement.note for each in answers if not each.requirement.verified)
    return [f"{_MARK} {note}" for note in notes]


def _sources(answers: Sequence[Answered]) -> list[str]:
    sources = dict.fromkeys(
        (each.requirement.source, each.requirement.url, each.requirement.looked_up) for each in answers
    )
    return [f"source: {title}{f', {url}' if url else ''} ({day.isoformat()})" for title, url, day in sources]
