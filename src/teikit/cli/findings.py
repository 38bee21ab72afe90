"""How the findings of a run reach the user: forms, files, the baseline, statistics, the summary."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from teikit import __version__, files
from teikit.cli import options
from teikit.diagnostics import Diagnostic, TeikitError, render
from teikit.diagnostics.render import Report, SourceLine, Unchecked
from teikit.validation.judgement import baseline as baselines
from teikit.validation.judgement.selection import Selection
from teikit.validation.judgement.verdict import Verdict, judge

if TYPE_CHECKING:
    from teikit.cli.validate import Wishes
    from teikit.validation import Findings
    from teikit.validation.judgement.baseline import Baseline

_RANKS = {"error": 0, "warning": 1, "info": 2}


def report(
    findings: Sequence[Findings],
    missing: Sequence[TeikitError],
    wishes: Wishes,
    layers: set[str],
    selection: Selection | None,
    baseline: Baseline | None,
    svrl: str | None = None,
) -> int:
    """Say what was found, wherever that is wanted, and return the exit status.

    `missing` are inputs that could not be had, `layers` those that ran, `svrl` the report for `--format svrl`.
    """
    lines = lru_cache(maxsize=4)(options.source_line)
    verdict = judge(findings, selection or Selection(), baseline=baseline, source_line=lines, layers=layers)
    remarks = _comparison(verdict)
    if wishes.write_baseline:
        verdict, remark = _put_off(verdict, Path(str(wishes.baseline)), lines)
        remarks.append(remark)
    shown = [each for each in verdict.diagnostics if each.severity.rank <= _RANKS[wishes.severity]]
    unchecked = [Unchecked("", each.message, each.hint) for each in missing]
    unchecked += [_unchecked(each) for each in findings if not each.checked]
    paths = [each.path for each in findings]
    found = Report(shown, paths, unchecked, lines, wishes.strict, version=__version__)
    failures = _write(found, wishes, svrl)
    if svrl is not None:
        # SVRL has no place for what is wrong with a schema, or why there is none.
        options.show([each for each in shown if each.kind is None and (not wishes.quiet or each.severity.rank == 0)])
    options.complain_of_all(failure for each in findings if (failure := each.silent_failure))
    options.complain_of_all(failures)
    if not wishes.quiet:
        if len(unchecked) > len(missing):
            remarks.insert(0, f"{len(unchecked) - len(missing)} not checked")
        _summarise(sum(each.is_input for each in findings), verdict.diagnostics, remarks)
    return 2 if unchecked or failures else options.status(verdict.diagnostics, strict=wishes.strict)


def _unchecked(finding: Findings) -> Unchecked:
    failure = finding.silent_failure
    return Unchecked(finding.path, failure.message, failure.hint) if failure else Unchecked(finding.path)


def _put_off(verdict: Verdict, file: Path, lines: SourceLine) -> tuple[Verdict, str]:
    """Write a baseline that knows all but what is in the way; return what is left of the verdict, and a remark."""
    known = [each for each in verdict.diagnostics if each not in verdict.obstacles]
    files.write(file, baselines.to_json(baselines.of(known, file, lines)))
    left = [each for each in verdict.diagnostics if each in verdict.obstacles]
    return verdict._replace(diagnostics=left), f"{len(known)} written to {file.as_posix()}"


def _comparison(verdict: Verdict) -> list[str]:
    said = [f"{verdict.known} known"] if verdict.known else []
    if verdict.gone:
        said.append(f"{verdict.gone} of the baseline {'is' if verdict.gone == 1 else 'are'} gone")
    return said


def _write(found: Report, wishes: Wishes, svrl: str | None) -> list[TeikitError]:
    """Write the findings in every form that is wanted; return what could not be written."""
    plain = wishes.format_ in ("text", "concise")
    coloured = found._replace(colour=wishes.output is None and options.coloured(sys.stdout))
    outputs: list[Callable[[], None]] = []
    if svrl is not None:
        outputs.append(lambda: options.emit(svrl, wishes.output))
    elif found.diagnostics or not plain or wishes.output is not None:
        outputs.append(lambda: options.emit(render.render(coloured, wishes.format_), wishes.output))
    outputs += [_to_file(found, format_, file) for format_, file in wishes.reports]
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and "github" in (wishes.format_, *(format_ for format_, _ in wishes.reports)):
        from teikit.diagnostics.render import github

        outputs.append(lambda: files.append(Path(summary), github.summary(found)))
    if wishes.statistics:
        from teikit.diagnostics.render import statistics

        # Where the findings on standard output are for a program, it must be able to read them.
        stream = sys.stdout if plain or wishes.output is not None else sys.stderr
        outputs.append(lambda: print(statistics.render(found), end="", file=stream))
    return [failure for output in outputs if (failure := _failure(output))]


def _to_file(found: Report, format_: str, file: str) -> Callable[[], None]:
    return lambda: files.write(Path(file), render.render(found, format_))


def _failure(output: Callable[[], None]) -> TeikitError | None:
    """Run an output; return why it failed, or None: the others go on."""
    try:
        output()
    except TeikitError as error:
        return error
    return None


def _summarise(number: int, diagnostics: Sequence[Diagnostic], remarks: Sequence[str]) -> None:
    counts = Counter(each.severity.value for each in diagnostics)
    said = [f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in _RANKS if counts[name]]
    sys.stderr.write(f"{options.files_counted(number)}: {', '.join([*said, *remarks]) or 'nothing to report'}\n")
