"""White space in values (XML Schema Datatypes, §4.3.6): only the four characters of XML count, not all of Unicode's."""

from __future__ import annotations

_TO_SPACE = {9: 32, 10: 32, 13: 32}


def preserve(text: str) -> str:
    """Return the text as it is."""
    return text


def replace(text: str) -> str:
    """Return the text with a space for each tab and line end."""
    return text if text.isprintable() else text.translate(_TO_SPACE)


def collapse(text: str) -> str:
    """Return the text without white space at its ends, and with one space for each run of it inside."""
    if text.isprintable():
        if " " not in text:
            return text
    else:
        text = text.translate(_TO_SPACE)
    text = text.strip(" ")
    return " ".join(filter(None, text.split(" "))) if "  " in text else text
