"""The files of a draft: each is there whole, or it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from teikit.deposit.push.codes import DAMAGED_TRANSFER
from teikit.deposit.push.state import SentFile
from teikit.deposit.push.transport.answers import Answer, PushError, judged, unexpected
from teikit.deposit.push.transport.client import Client


def upload(client: Client, files: str, sent: SentFile, source: Path) -> bool:
    """See to it that a draft holds a file; return whether it had to be sent.

    `files` is the address of the draft's files. What lies there under the name, half or different, is removed first:
    InvenioRDM loses a file whose content is sent twice. Raises `PushError`.
    """
    entry = entries(client, files).get(sent.name)
    if entry is not None:
        if is_whole(entry, sent):
            return False
        _remove(client, entry)
    answer = judged(client.post(files, [{"key": sent.name}]), expected=(200, 201))
    made = dict(_entries(answer)).get(sent.name)
    if made is None:
        raise unexpected(answer.address, f"the answer does not name the file “{sent.name}”")
    gone = client.put_file(made.text("links", "content"), source)
    judged(gone.answer, expected=(200, 201))
    if gone.md5 != sent.md5:
        hint = "let the file be, and run the command again"
        raise PushError.of(DAMAGED_TRANSFER, source.as_posix(), "was changed while it was sent", hint)
    arrived = judged(client.post(made.text("links", "commit")), expected=(200, 201))
    if not is_whole(arrived, sent):
        raise _damaged(arrived, sent)
    return True


def remove(client: Client, files: str, names: tuple[str, ...]) -> None:
    """Remove files from a draft; those that are not there are no matter."""
    there = entries(client, files) if names else {}
    for name in names:
        if name in there:
            _remove(client, there[name])


def entries(client: Client, files: str) -> dict[str, Answer]:
    """Return the files that a draft or a record has, by name."""
    return dict(_entries(judged(client.get(files), expected=(200,))))


def is_whole(entry: Answer, sent: SentFile) -> bool:
    """Return whether a file on the server is complete, with the size and the checksum of ours."""
    checksum = entry.maybe("checksum")
    return (
        entry.maybe("status") in ("completed", None)
        and entry.maybe("size") == sent.size
        and isinstance(checksum, str)
        and checksum.lower() == f"md5:{sent.md5}"
    )


def compare(there: dict[str, Answer], files: tuple[SentFile, ...], address: str) -> None:
    """Raise `PushError` where a published record lacks one of the files, or holds another in its place."""
    for sent in files:
        if sent.name not in there or not is_whole(there[sent.name], sent):
            hint = "the record is published with this file: tell those who run the server, or push a new version"
            raise _damaged(there.get(sent.name, Answer(address, 200, {})), sent, hint)


def _damaged(entry: Answer, sent: SentFile, hint: str = "run the command again: the file is sent anew") -> PushError:
    told = f"“{sent.name}”: {entry.maybe('size')} bytes, {entry.maybe('checksum')} on the server; "
    message = f"{told}{sent.size} bytes, md5:{sent.md5} here"
    return PushError.of(DAMAGED_TRANSFER, entry.address, message, hint, passing=True)


def _remove(client: Client, entry: Answer) -> None:
    answer = client.delete(entry.text("links", "self"))
    if answer.status not in (200, 204, 404):
        judged(answer, expected=(200, 204))


def _entries(answer: Answer) -> Iterator[tuple[str, Answer]]:
    found: Any = answer.maybe("entries")
    if not isinstance(found, list):
        raise unexpected(answer.address, "the answer has no list of files")
    for each in found:
        entry = Answer(answer.address, answer.status, each)
        yield entry.text("key"), entry
