"""Texts of strangers on lines of ours."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Return a text with a space for each character that would end the line, move the cursor or steer the terminal."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def cells(text: str) -> int:
    """Count the columns of a terminal that a text takes: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
