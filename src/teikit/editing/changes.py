"""Changes of a document, and their way into the file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from teikit import files
from teikit.diagnostics import DocumentError, TeikitError
from teikit.xml import load
from teikit.xml.limits import Limits
from teikit.xml.source import read_bytes, to_utf8, written_in


class Change(NamedTuple):
    """The bytes from `start` to `end` (excluded) of `Document.data` become `text`; they are equal for an insertion.

    `text` is markup: what is special in it must be escaped. A character that the file's encoding lacks is written as a
    character reference, so it may only stand where XML allows one: in text and in attribute values.
    """

    start: int
    end: int
    text: str


class Edited(NamedTuple):
    """A file before and after its changes: its path, and the bytes of both."""

    path: str
    before: bytes
    after: bytes


def apply(path: str, before: bytes, changes: Iterable[Change]) -> Edited:
    """Make changes in the bytes of a file; insertions at the same place in the order in which they are given.

    Raises `TeikitError` where the file's bytes cannot be written again as they are (some encodings have two ways to
    write one character), where changes overlap, and where the result would not be well-formed.
    """
    data = to_utf8(before, path)
    codec, mark = written_in(before, path)
    ordered = sorted(changes, key=lambda change: (change.start, change.end))
    _refuse_overlaps(path, ordered, len(data))
    kept, removed = _pieces(data, ordered, codec)
    if mark + b"".join(_woven(kept, removed)) != before:
        hint = "save the file as UTF-8, declare that, and try again"
        raise TeikitError(f"{path}: its {codec.upper()} cannot be written again byte for byte", hint=hint)
    added = [change.text.encode(codec, "xmlcharrefreplace") for change in ordered]
    after = mark + b"".join(_woven(kept, added))
    _prove(path, after, [len(mark) + len(kept[0]), *map(len, kept[1:])], removed, added, before)
    return Edited(path, before, after)


def _refuse_overlaps(path: str, ordered: Sequence[Change], length: int) -> None:
    position = 0
    for change in ordered:
        if not position <= change.start <= change.end <= length:
            raise TeikitError(f"{path}: two changes are at the same place, or one is outside of the file")
        position = change.end


def _pieces(data: bytes, ordered: Sequence[Change], codec: str) -> tuple[list[bytes], list[bytes]]:
    """Return what stays between the changes, and what they replace, in the encoding of the file."""
    kept, removed, position = [], [], 0
    for change in ordered:
        kept.append(_encoded(data[position : change.start], codec))
        removed.append(_encoded(data[change.start : change.end], codec))
        position = change.end
    return [*kept, _encoded(data[position:], codec)], removed


def _encoded(piece: bytes, codec: str) -> bytes:
    if codec in ("utf-8", "ascii"):
        return piece
    # What was decoded by the codec can be encoded by it, if not always into the same bytes: `apply` compares.
    return piece.decode("utf-8", "surrogatepass").encode(codec, "replace")


def _woven(kept: Sequence[bytes], between: Sequence[bytes]) -> list[bytes]:
    woven = [kept[0]]
    for one, following in zip(between, kept[1:], strict=True):
        woven += [one, following]
    return woven


def _prove(
    path: str, after: bytes, lengths: Sequence[int], removed: Sequence[bytes], added: Sequence[bytes], before: bytes
) -> None:
    """Undo the changes in the result, and read it. Raises `TeikitError` where this fails."""
    undone, position = [], 0
    for index, length in enumerate(lengths):
        undone.append(after[position : position + length])
        position += length
        if index < len(added):
            undone.append(removed[index])
            position += len(added[index])
    if b"".join(undone) != before:
        raise TeikitError(f"{path}: the changes cannot be made without touching other bytes")
    try:
        load(after, path=path)
    except DocumentError as error:
        fault = error.diagnostics[0].message
        raise TeikitError(f"{path}: is left as it is, for it would not be well-formed any more: {fault}") from None


def diff(edited: Edited) -> str:
    """Return what has changed, as a unified diff; '' where nothing has. Line ends are those of the file."""
    from difflib import unified_diff

    if edited.before == edited.after:
        return ""
    before, after = (to_utf8(data, edited.path).decode("utf-8", "replace") for data in (edited.before, edited.after))
    rows = unified_diff(_lines(before), _lines(after), f"{edited.path}", f"{edited.path}")
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; unlike `splitlines`, only a line feed ends one, as for `diff` and `patch`."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def write(edited: Edited) -> None:
    """Write the result in place of the file, whole or not at all; a link stays, and the file that it names is changed.

    Raises `TeikitError` where the file may not be written, or is not the one any more that was read.
    """
    path = Path(edited.path)
    if read_bytes(edited.path, Limits.from_environment()) != edited.before:
        raise TeikitError(f"{edited.path}: was changed by another program meanwhile", hint="run the command again")
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        # The folder may allow to replace it, but who protects a file does not want that.
        raise TeikitError(f"{edited.path}: is write-protected", hint="allow writing, or work on a copy")
    files.write(path, edited.after)
