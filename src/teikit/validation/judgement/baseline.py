"""A baseline: the findings that a project knows and has put off, so that only new ones are shown."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.diagnostics.fingerprint import Mark, mark
from teikit.diagnostics.render.report import SourceLine

FORMAT = 1
"""The version of the file's format, under the key `teikit-baseline`."""


class Baseline(NamedTuple):
    """Marks of known findings, each with its number; their paths are relative to `folder`, that of the file."""

    folder: str
    marks: Counter[Mark]


class Comparison(NamedTuple):
    """Findings that a baseline does not know, the number of those it does, and of entries that are found no more."""

    new: list[Diagnostic]
    known: int
    gone: int


def of(diagnostics: Iterable[Diagnostic], file: Path, source_line: SourceLine) -> Baseline:
    """Return the baseline that knows these findings and is to stand in a file."""
    folder = _folder(file)
    return Baseline(folder, Counter(_mark(each, folder, source_line) for each in diagnostics))


def read(file: Path) -> Baseline:
    """Read a baseline. Raises `TeikitError` where there is none, or where the file is something else."""
    way = "make it with --write-baseline"
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise TeikitError(f"{file.as_posix()}: there is no such baseline", hint=way) from None
    except OSError as error:
        raise TeikitError(f"{file.as_posix()}: cannot be read ({error.strerror})", hint="check the path") from None
    except (ValueError, RecursionError):
        raise TeikitError(f"{file.as_posix()}: not a baseline: not JSON", hint=way) from None
    if not isinstance(data, dict) or data.get("teikit-baseline") != FORMAT:
        raise TeikitError(f"{file.as_posix()}: not a baseline of this version of teikit", hint=way)
    try:
        return Baseline(_folder(file), _marks(data["findings"]))
    except (KeyError, TypeError, ValueError):
        raise TeikitError(f"{file.as_posix()}: not a baseline: an entry is damaged", hint=way) from None


def to_json(baseline: Baseline) -> str:
    """Return the file of a baseline: one entry for each mark, sorted, so that a change is easy to read."""
    entries = [{**known._asdict(), "count": count} for known, count in sorted(baseline.marks.items())]
    return json.dumps({"teikit-baseline": FORMAT, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def compare(
    diagnostics: Sequence[Diagnostic],
    baseline: Baseline,
    source_line: SourceLine,
    *,
    checked: Collection[str],
    wanted: Callable[[str], bool],
) -> Comparison:
    """Take the known findings away, as often as the baseline has them.

    An entry is gone if this run could have found it: its file is among those `checked` or is no more, and its code is
    `wanted`.
    """
    left = baseline.marks.copy()
    new = []
    for diagnostic in diagnostics:
        found = _mark(diagnostic, baseline.folder, source_line)
        if left[found] > 0:
            left[found] -= 1
        else:
            new.append(diagnostic)
    examined = {_below(path, baseline.folder) for path in checked}
    gone = sum(
        count
        for known, count in left.items()
        if count > 0 and wanted(known.code) and (known.path in examined or not _exists(known.path, baseline.folder))
    )
    return Comparison(new, len(diagnostics) - len(new), gone)


def _mark(diagnostic: Diagnostic, folder: str, source_line: SourceLine) -> Mark:
    found = mark(diagnostic, source_line)
    return found._replace(path=_below(found.path, folder))


def _marks(entries: list[dict[str, Any]]) -> Counter[Mark]:
    marks: Counter[Mark] = Counter()
    for entry in entries:
        fields = [entry[name] for name in Mark._fields]
        count = entry["count"]
        if not all(isinstance(field, str) for field in fields) or type(count) is not int or count < 1:
            raise ValueError
        marks[Mark(*fields)] += count
    return marks


def _folder(file: Path) -> str:
    return os.path.dirname(os.path.abspath(file))  # noqa: PTH100, PTH120


def _below(path: str, folder: str) -> str:
    """Return a path as seen from a folder, with `/`: where the run was started does not matter."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # On another drive.
        return path


def _exists(path: str, folder: str) -> bool:
    return os.path.exists(os.path.join(folder, path))  # noqa: PTH110, PTH118
