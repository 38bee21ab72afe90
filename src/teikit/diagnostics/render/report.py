"""What every output format is made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from teikit.diagnostics.diagnostic import Diagnostic

SourceLine = Callable[[str, int], str | None]
"""From a path and a 1-based line to the text of that line, or None where it cannot be had."""


class Unchecked(NamedTuple):
    """A file that could not be checked, or not by every layer.

    `path` is empty where the input is no file at all. `why` says what stood in the way, with `hint` as the way out; it
    is empty where a diagnostic of the report says so already.
    """

    path: str
    why: str = ""
    hint: str | None = None


class Report(NamedTuple):
    """The findings of one run, in the order of `Diagnostic.sort_key`, and what was looked at.

    `files` are the paths of all files that were to be checked, also of those without a finding. `source_line` gives the
    lines that are quoted and that fingerprints are made of; without it none are. `strict`: warnings fail the run too.
    `colour`: the text is for a terminal that wants colours. `version` is that of the tool.
    """

    diagnostics: Sequence[Diagnostic]
    files: Sequence[str] = ()
    unchecked: Sequence[Unchecked] = ()
    source_line: SourceLine | None = None
    strict: bool = False
    colour: bool = False
    version: str = "0"
