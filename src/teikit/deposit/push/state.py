"""The state file: how far a push has come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from teikit import files
from teikit.deposit.push.codes import UNKNOWN_STATE
from teikit.deposit.push.transport.answers import PushError

FORMAT = 1
_LARGEST = 64 * 1024 * 1024


class SentFile(NamedTuple):
    """A file of the record: its name there, its size in bytes, its MD5 in hexadecimal digits."""

    name: str
    size: int
    md5: str


class State(NamedTuple):
    """What is known of a push. It holds nothing secret.

    `server` is the address of the records; `mark` the identifier that the draft is made with, so that it can be found
    again; `asked` whether the server was asked to make it; `draft` the draft's address; `record` the one it has when it
    is published; `page` the one for people; `date` (ISO 8601) and `version` go into the documents. `files` are those
    that the push sends, `uploaded` the names of those that have arrived; `publishing` whether the server was asked to
    publish. `doi` is bare, and `doi_before` is that of the version before.
    """

    server: str
    mark: str
    date: str
    new_version_of: str = ""
    asked: bool = False
    draft: str = ""
    record: str = ""
    page: str = ""
    doi: str = ""
    doi_before: str = ""
    version: str = ""
    files: tuple[SentFile, ...] = ()
    uploaded: tuple[str, ...] = ()
    publishing: bool = False
    published: bool = False


def read(path: Path) -> State | None:
    """Return the state in a file, None where there is no file. Raises `PushError` where it holds no state."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("it is too large")
        found = json.loads(path.read_text("utf-8"))
        return _state(found)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _damaged(path, f"cannot be read ({error.strerror})") from None
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _damaged(path, f"holds no state of a push ({error})") from None


def write(path: Path, state: State) -> None:
    """Write the state, whole or not at all. Raises `TeikitError`."""
    content = {"teikit push": FORMAT, **state._asdict(), "files": [each._asdict() for each in state.files]}
    files.write(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _damaged(path: Path, message: str) -> PushError:
    hint = "look at your uploads on the server, then delete this file to begin anew, or name another with --state"
    return PushError.of(UNKNOWN_STATE, path.as_posix(), message, hint)


def _state(found: Any) -> State:
    if not isinstance(found, dict) or found.pop("teikit push", None) != FORMAT:
        raise ValueError(f"not of format {FORMAT}")
    found["files"] = tuple(SentFile(**each) for each in found["files"])
    found["uploaded"] = tuple(found["uploaded"])
    state = State(**found)
    flags = ("asked", "publishing", "published")
    for name, value in state._asdict().items():
        if name not in ("files", "uploaded") and not isinstance(value, bool if name in flags else str):
            raise TypeError(f"“{name}” is not what it should be")
    if not all(isinstance(each, str) for each in state.uploaded):
        raise TypeError("“uploaded” is not what it should be")
    return state
