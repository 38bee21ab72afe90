"""The meaning of a grammar as a value, to compare two: patterns by number, in the order of a walk from the start."""

from __future__ import annotations

from typing import Any

from teikit.rng.automaton.compiled import Grammar


def meaning(grammar: Grammar, *, documented: bool = False) -> dict[int, Any]:
    """Return all reachable patterns, numbered as they are met; with their documentation, if asked for."""
    _, start, rows, types, *_ = grammar.compiled
    numbers: dict[int, int] = {}
    found: dict[int, Any] = {}
    waiting = [start]

    def number(row: int) -> int:
        if row not in numbers:
            numbers[row] = len(numbers)
            waiting.append(row)
        return numbers[row]

    def text(at: int) -> str:
        return grammar.source.text(at) if documented and at else ""

    number(start)
    while waiting:
        at = waiting.pop()
        row = rows[at]
        match row[0]:
            case "element" | "attribute":
                value: Any = (row[0], row[1], number(row[2]), text(row[3]))
            case "data":
                value = (row[0], types[row[1]], None if row[2] is None else number(row[2]))
            case "value":
                value = (row[0], types[row[1]], row[2], text(row[4]))
            case "empty" | "text" | "notAllowed":
                value = row
            case _:
                value = (row[0], tuple(number(member) for member in row[1:]))
        found[numbers[at]] = value
    return found
