"""The lists as plain text."""

from __future__ import annotations

from teikit.citations.bibliography import Bibliography
from teikit.citations.listing import by_document, entries
from teikit.citations.style import Piece


def to_text(bibliography: Bibliography) -> str:
    """Return both lists as plain text, UTF-8, with a newline at the end. Italics are left out."""
    lines = [*_heading("Citations in the order of the documents", "=")]
    for document, cited in by_document(bibliography):
        lines += ["", *_heading(document, "-")]
        width = len(str(cited[-1].number))
        for line in cited:
            remark = f" [{line.remark}]" if line.remark else ""
            lines.append(f"{line.number:>{width}}. {_plain(line.pieces)}{remark}")
    lines += ["", "", *_heading("Bibliography", "="), ""]
    lines += [_plain(pieces) for _, pieces in entries(bibliography)]
    return "\n".join(lines) + "\n"


def _heading(words: str, sign: str) -> list[str]:
    return [words, sign * len(words)]


def _plain(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
