"""Every check against documents that say themselves where their faults are.

A case says `<?expect TEI002?>` on the line of a fault, once for each report, and nothing on the lines of its
near-misses. Its folder is named after the check's file.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from teikit.checks import CHECKS, run
from teikit.diagnostics import Severity
from teikit.xml import load

CASES = Path(__file__).parent.parent / "cases"
NAMES = {check.__module__.rpartition(".")[2]: code for code, check in CHECKS}
FILES = sorted(file for name in NAMES for file in (CASES / name).glob("*.xml"))
EXPECT = re.compile(r"<\?expect ([A-Z0-9 ]+)\?>")


def expectations(file: Path) -> Counter[tuple[int, str]]:
    return Counter(
        (number, code)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for match in EXPECT.finditer(line)
        for code in match.group(1).split()
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_reports_are_those_that_the_case_expects(file: Path) -> None:
    found = list(run(load(file)))
    assert Counter((report.location.line, report.code.id) for report in found) == expectations(file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_name_of_a_case_tells_its_gravest_report(file: Path) -> None:
    gravest = min((report.severity for report in run(load(file))), key=lambda severity: severity.rank, default=None)
    assert file.stem.rpartition("-")[2] == ("valid" if gravest is None else gravest.value)


@pytest.mark.parametrize("name", NAMES)
def test_each_check_has_planted_faults_and_clean_near_misses(name: str) -> None:
    files = [file for file in FILES if file.parent.name == name]
    planted = sum((expectations(file) for file in files), Counter())
    assert sum(number for (_, code), number in planted.items() if code == NAMES[name].id) >= 5
    assert any(file.stem.endswith("-valid") for file in files)
    assert NAMES[name].severity in (Severity.ERROR, Severity.WARNING)
