"""Every check against documents that say themselves where their faults are.

A case says `<?expect TEI002?>` on the line of a fault, once for each report, and nothing on the lines of its
near-misses. Its folder is named after the check's file. A case that needs several files is a folder itself: its `*.xml`
are checked together, as a project where it has a `teikit.toml`. What no line can say stands in a file `expect.txt`
there, as path, line and codes.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from teikit.checks import ACROSS, CHECKS, across, examine, run
from teikit.diagnostics import Diagnostic
from teikit.project import FILE, Project
from teikit.project.index import Index
from teikit.xml import load

CASES = Path(__file__).parent.parent / "cases"
NAMES = {check.__module__.rpartition(".")[2]: code for code, check in (*CHECKS, *ACROSS)}
ALL = sorted(case for name in NAMES for case in (CASES / name).iterdir() if case.is_dir() or case.suffix == ".xml")
EXPECT = re.compile(r"<\?expect ([A-Z0-9 ]+)\?>")
Expected = Counter[tuple[str, int, str]]


def documents(case: Path) -> list[Path]:
    return [case] if case.is_file() else sorted(case.rglob("*.xml"))


def expectations(case: Path) -> Expected:
    found: Expected = Counter(
        (file.name, number, code)
        for file in documents(case)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for match in EXPECT.finditer(line)
        for code in match.group(1).split()
    )
    listed = case / "expect.txt"
    if listed.is_file():
        for line in listed.read_text("utf-8").splitlines():
            name, number, *codes = line.split()
            found.update((name, int(number), code) for code in codes)
    return found


def findings(case: Path) -> list[Diagnostic]:
    if case.is_file():
        return list(run(load(case)))
    project = Project.read(case / FILE) if (case / FILE).is_file() else None
    conventions = project.conventions() if project else None
    examined = [examine(load(file), conventions) for file in documents(case)]
    found = [each for one in examined for each in one.diagnostics]
    return [*found, *across(Index([each.facts for each in examined], [case], project))]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_reports_are_those_that_the_case_expects(case: Path) -> None:
    found = findings(case)
    counted = Counter((Path(each.location.path).name, each.location.line, each.code.id) for each in found)
    assert counted == expectations(case)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_the_name_of_a_case_tells_its_gravest_report(case: Path) -> None:
    gravest = min((each.severity for each in findings(case)), key=lambda severity: severity.rank, default=None)
    assert case.stem.rpartition("-")[2] == ("valid" if gravest is None else gravest.value)


@pytest.mark.parametrize("name", NAMES)
def test_each_check_has_planted_faults_and_clean_near_misses(name: str) -> None:
    cases = [case for case in ALL if case.parent.name == name]
    planted = sum((expectations(case) for case in cases), Counter())
    least = 5 if NAMES[name] in {code for code, _ in CHECKS} else 2
    assert sum(number for (_, _, code), number in planted.items() if code == NAMES[name].id) >= least
    assert any(case.stem.endswith("-valid") for case in cases)
