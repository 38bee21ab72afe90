"""What the findings of a run come to: which of them count, and which are known already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from teikit.diagnostics import Diagnostic
from teikit.diagnostics.code import LAYERS
from teikit.diagnostics.render.report import SourceLine
from teikit.validation.judgement.baseline import Baseline, compare
from teikit.validation.judgement.selection import Selection
from teikit.validation.many import Findings


class Verdict(NamedTuple):
    """The diagnostics that count, sorted, each once.

    `obstacles` are those among them that say why something could not be checked: no selection and no baseline hides
    them. `known` is how many findings the baseline took away, `gone` how many of its entries are found no more.
    """

    diagnostics: list[Diagnostic]
    obstacles: frozenset[Diagnostic]
    known: int = 0
    gone: int = 0


def judge(
    findings: Sequence[Findings],
    selection: Selection,
    *,
    baseline: Baseline | None = None,
    source_line: SourceLine,
    layers: Collection[str],
) -> Verdict:
    """Apply a selection and a baseline to the findings of a run over some layers.

    A fault that several files share, such as that of a schema, is there once.
    """
    obstacles = dict.fromkeys(each for finding in findings for each in finding.obstacles)
    found = dict.fromkeys(each for finding in findings for each in finding.diagnostics)
    wanted = _sorted(each for each in found if each not in obstacles and selection.keeps(each.code.id))
    if baseline is None:
        return Verdict(_sorted([*wanted, *obstacles]), frozenset(obstacles))
    compared = compare(
        wanted,
        baseline,
        source_line,
        checked={finding.path for finding in findings if _was_examined(finding)},
        wanted=lambda code: LAYERS.get(code[:3]) in layers and selection.keeps(code),
    )
    return Verdict(_sorted([*compared.new, *obstacles]), frozenset(obstacles), compared.known, compared.gone)


def _was_examined(finding: Findings) -> bool:
    """Tell whether every layer did its work: in what cannot be read as XML, the others find nothing."""
    return finding.checked and not any(each.code.layer == "xml" for each in finding.diagnostics)


def _sorted(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda each: each.sort_key)
