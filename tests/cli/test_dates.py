"""`teikit dates` on the command line."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.running import MINIMAL, teikit

from teikit.checks import CODES, DATE_CODES

_JULIAN = '<date when-custom="1917-11-22" datingMethod="https://example.org/#julian"/>'
_WRONG = '<date when="1917-11-22" when-custom="1917-11-22" datingMethod="https://example.org/#julian"/>'


def test_a_day_in_every_calendar(run: Run) -> None:
    said = run("dates", "convert", "22 November 1917", "--from", "julian")
    first, *rows = said.out.splitlines()
    assert (said.status, said.err, first) == (0, "", "Wednesday")
    values = dict(row.split()[:2] for row in rows)
    # Pairs that histories and other programs give for this day.
    assert values["gregorian"] == "1917-12-05"
    assert values["minguo"] == "0006-12-05"
    assert values["islamic"] == "1336-02-20"
    assert values["hebrew"] == "5678-09-20"
    assert "(± 1 day)" in next(row for row in rows if row.startswith("islamic"))


@pytest.mark.parametrize(
    ("arguments", "row"),
    [
        (("1917-11", "--from", "julian"), "gregorian  1917-11-14/1917-12-13  14 November 1917 to 13 December 1917"),
        (("0007-02", "--from", "minguo"), "gregorian  1918-02  February 1918"),
        (("2 марта 1917", "--from", "julian", "--language", "ru"), "gregorian  1917-03-15  15 March 1917"),
        (("1917-11-07",), "gregorian  1917-11-07  7 November 1917"),
        (("25 October 1917 O.S.",), "gregorian  1917-11-07  7 November 1917"),
        (("191X",), "gregorian  1910-01-01/1919-12-31  1 January 1910 to 31 December 1919"),
        # Of the seasons of EDTF, 21 is spring: March to May.
        (("1917-21",), "gregorian  1917-03-01/1917-05-31  1 March 1917 to 31 May 1917"),
        (("1917-W49-3",), "gregorian  1917-12-05  5 December 1917"),
        (
            ("1917-11-22/1917-11-23", "--from", "julian"),
            "gregorian  1917-12-05/1917-12-06  5 December 1917 to 6 December 1917",
        ),
        # In ISO 8601, 1 BCE is the year 0000; in the Julian calendar it is -1. Caesar died in 44 BCE.
        (("0000",), "gregorian  0000  1 BCE"),
        (("-0044-03-15", "--from", "julian"), "gregorian  -0043-03-13  13 March 44 BCE"),
        (("-0043-03-13",), "gregorian  -0043-03-13  13 March 44 BCE"),
        (("1917-11-07", "--from", "new style"), "gregorian  1917-11-07  7 November 1917"),
    ],
)
def test_what_is_understood(run: Run, arguments: tuple[str, ...], row: str) -> None:
    said = run("dates", "convert", *arguments, "--to", "gregorian")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[1] == row


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("1917-11-31", "--from", "julian"), 1, "there is no day 31"),
        (("1336-02-30", "--from", "islamic"), 1, "30"),
        (("sometime",), 1, "= the form is year-month-day, such as 1917-11-22"),
        (("../1985",), 1, "an end that is open"),
        (("[..1760-12-03]",), 1, "an end that is open"),
        (("1917-13",), 1, "there is no month 13"),
        (("9" * 5000,), 1, "nor a date in words"),
        (("25 October 1917 O.S.", "--from", "gregorian"), 1, "is a date in the julian calendar"),
        (("25 October",), 1, "does not say which days"),
        (("二十二日", "--from", "chinese", "--language", "zh"), 1, "does not say which days"),
        (("1917-11-23/1917-11-22", "--from", "julian"), 1, "neither a value of the julian calendar"),
        (("-0043-03-15", "--to", "minguo"), 1, "begins in 1912"),
        (("1850-01-01", "--to", "minguo"), 1, "begins in 1912"),
        (("1917-11-22", "--from", "julain"), 2, "did you mean “julian”?"),
        (("1917-11-22", "--to", "xyz"), 2, "known are gregorian, julian"),
        (("-", "--month"), 2, "--month is for one date"),
        ((), 2, "Missing argument"),
    ],
)
def test_what_is_refused(run: Run, arguments: tuple[str, ...], status: int, words: str) -> None:
    said = run("dates", "convert", *arguments)
    assert (said.status, said.out) == (status, "")
    assert words in said.err


def test_json_says_the_same(run: Run) -> None:
    said = run("dates", "convert", "1336-02", "--from", "islamic", "--to", "julian", "--format", "json")
    found = json.loads(said.out)
    # Safar 1336 began, by the tables, on 16 November 1917 and has 29 days.
    assert (found["first"], found["last"], found["weekday"]) == ("1917-11-16", "1917-12-14", None)
    assert found["tolerance_days"] == 1
    assert found["calendars"][0]["value"] == "1917-11-03/1917-12-01"


def test_a_month_side_by_side(run: Run) -> None:
    said = run("dates", "convert", "1918-01-13", "--month", "--to", "minguo", "--to", "julian")
    heading, *days = said.out.splitlines()
    assert heading.split() == ["gregorian", "minguo", "julian"]
    assert len(days) == 31
    assert days[0].split() == ["Tuesday", "1918-01-01", "0007-01-01", "1917-12-19"]
    assert days[13].split() == ["Monday", "1918-01-14", "0007-01-14", "1918-01-01"]
    assert len({line.index(line.split()[3]) for line in days}) == 1
    twice = run("dates", "convert", "1918-01-13", "--month", "--to", "gregorian", "--to", "minguo").out
    assert twice.splitlines()[0].split() == ["gregorian", "minguo"]
    rows = json.loads(run("dates", "convert", "1918-01-13", "--month", "--format", "json").out)
    assert rows[0] == {"weekday": "Tuesday", "gregorian": "1918-01-01"}


def test_many_dates_from_standard_input() -> None:
    lines = b"1257-03-11\n\nfoo\tbar\n1323-12-21\n"
    command = [sys.executable, "-m", "teikit", "dates", "convert", "-", "--from", "rumi"]
    said = subprocess.run(command, input=lines, capture_output=True, check=False)
    # As an edition of the journal al-Muqtabas pairs them.
    assert said.stdout.decode() == "1257-03-11\t1841-05-23\nfoo bar\t\n1323-12-21\t1908-03-05\n"
    assert said.returncode == 1
    assert said.stderr.decode().startswith('line 3: "foo bar" is neither')
    rows = subprocess.run([*command, "--format", "json"], input=lines, capture_output=True, check=False).stdout
    records = [json.loads(row) for row in io.BytesIO(rows)]
    assert [record.get("first") for record in records] == ["1841-05-23", None, "1908-03-05"]
    assert records[1]["part"] == "form"


def test_check_finds_what_validate_finds_about_dates(run: Run, edition: Path) -> None:
    letter = edition / "tei" / "letters" / "a.xml"
    letter.write_text(MINIMAL.format(f'<p xml:id="a">{_WRONG}</p><p xml:id="a"><ref target="#b"/></p>'), "utf-8")
    said = run("dates", "check", "--format", "concise")
    assert said.status == 1
    assert ["TEI004" in line for line in said.out.splitlines()] == [True]
    assert said.err == "2 files: 1 error\n"
    other = run("validate", "--layer", "checks", "--select", "TEI004", "--format", "concise")
    assert (other.status, other.out, other.err) == (said.status, said.out, said.err)


def test_check_has_every_code_of_dates() -> None:
    about = re.compile(r"dates?\b|received|calendar|weekday|events?\b|birth|born|\bday\b|@when|\bISO\b")
    assert {code.id for code in CODES if about.search(code.summary)} == {code.id for code in DATE_CODES}


def test_check_has_every_form(run: Run, edition: Path) -> None:
    (edition / "tei" / "letters" / "a.xml").write_text(MINIMAL.format(f"<p>{_WRONG}</p>"), "utf-8")
    (found,) = json.loads(run("dates", "check", "tei", "--format", "json").out)
    assert (found["code"], found["path"]) == ("TEI004", "tei/letters/a.xml")
    run("dates", "check", "tei", "--report", "sarif=out.sarif", "--baseline", "known.json", "--write-baseline")
    assert json.loads((edition / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert run("dates", "check", "tei", "--baseline", "known.json").status == 0


def test_check_of_what_is_not_well_formed_is_no_success(run: Run, edition: Path) -> None:
    (edition / "tei" / "letters" / "a.xml").write_text("<TEI>", "utf-8")
    said = run("dates", "check", "tei", "--format", "concise")
    assert said.status == 1
    assert "XML003" in said.out


def test_fill_changes_the_file_once(run: Run, edition: Path) -> None:
    letter = edition / "tei" / "letters" / "a.xml"
    before = MINIMAL.format(f"<p>{_JULIAN}</p>").encode()
    letter.write_bytes(before)
    dry = run("dates", "fill", "tei", "--dry-run")
    assert letter.read_bytes() == before
    assert (dry.status, dry.err) == (0, "2 files: 1 would be filled, 0 left in doubt\n")
    assert dry.out.startswith("--- tei/letters/a.xml\n+++ tei/letters/a.xml\n@@ -1 +1 @@\n-<TEI")
    said = run("dates", "fill", "tei")
    assert (said.status, said.out, said.err) == (0, "", "2 files: 1 filled, 0 left in doubt\n")
    assert letter.read_bytes() == before.replace(b'1917-11-22"', b'1917-11-22" when="1917-12-05"')
    stamp = letter.stat().st_mtime_ns
    assert run("dates", "fill", "tei").err == "2 files: 0 filled, 0 left in doubt\n"
    assert letter.stat().st_mtime_ns == stamp


def test_the_diff_is_a_patch(run: Run, edition: Path) -> None:
    letter = edition / "tei" / "letters" / "a.xml"
    before = MINIMAL.format(f"<p>\r\nText é\r\n{_JULIAN}</p>")
    letter.write_bytes(before.encode())
    dry = teikit("dates", "fill", "tei", "--dry-run", cwd=edition)
    run("dates", "fill", "tei", "--quiet")
    head, *body = dry.out.removesuffix("\n").split("@@\n")[1].split("\n")
    rows = [head, *body]
    old = "\n".join(row[1:] for row in rows if row[:1] in " -")
    new = "\n".join(row[1:] for row in rows if row[:1] in " +")
    assert old == before
    assert new.encode() == letter.read_bytes()


def test_what_is_in_doubt_is_listed_with_its_place(run: Run, edition: Path) -> None:
    letter = edition / "tei" / "letters" / "a.xml"
    letter.write_text(MINIMAL.format(f"<p>\n {_WRONG}</p>"), "utf-8")
    said = run("dates", "fill", "tei/letters/a.xml")
    first, last = said.err.splitlines()
    assert first.startswith('tei/letters/a.xml:2:26: "date": when="1917-11-22"')
    assert (said.status, last) == (0, "1 file: 0 filled, 1 left in doubt")
    assert run("dates", "fill", "tei", "--quiet").err == ""


def test_a_file_that_cannot_be_filled_does_not_stop_the_others(run: Run, edition: Path) -> None:
    (edition / "tei" / "bad.xml").write_text("<TEI>", "utf-8")
    locked = edition / "tei" / "locked.xml"
    for path in (locked, edition / "tei" / "letters" / "a.xml"):
        path.write_text(MINIMAL.format(f"<p>{_JULIAN}</p>"), "utf-8")
    locked.chmod(0o444)
    said = run("dates", "fill", "tei", "nothing.xml")
    assert said.status == 2
    assert "nothing.xml: no such file" in said.err
    assert "XML003" in said.err
    assert "tei/locked.xml: is write-protected" in said.err
    assert 'when="1917-12-05"' in (edition / "tei" / "letters" / "a.xml").read_text("utf-8")
    assert 'when="1917-12-05"' not in locked.read_text("utf-8")


def test_fill_in_processes_gives_the_same(edition: Path) -> None:
    body = "".join(f"<p>{_JULIAN}{'x' * 1000}</p>" for _ in range(200))
    for number in range(10):
        (edition / "tei" / f"n{number}.xml").write_text(MINIMAL.format(body), "utf-8")
    said = teikit("dates", "fill", "tei", "--jobs", "2", cwd=edition)
    assert (said.status, said.err) == (0, "12 files: 2000 filled, 0 left in doubt\n")
    assert len({(edition / "tei" / f"n{number}.xml").read_bytes() for number in range(10)}) == 1
    assert not list((edition / "tei").glob(".teikit*"))
