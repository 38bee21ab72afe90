"""`python -m bench.dates`: what `teikit dates check` costs on many dates."""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench.measure import run

FILES, DATES, MOST_SECONDS = 1_000, 50, 10.0
_HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Dates</title></titleStmt>'
    "<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc><profileDesc>"
    '<calendarDesc><calendar xml:id="julian"><p>Julian calendar</p></calendar></calendarDesc></profileDesc>'
    "</teiHeader><text><body>"
)
_THIRTEEN = timedelta(days=13)
"""The Julian calendar was behind by so much from 1900 to 2100; all the dates here are in these years."""


def write(folder: Path) -> None:
    """Write the files: half of their dates have a custom value, and a text that says the same."""
    chance = random.Random(5)
    for number in range(FILES):
        paragraphs = "".join(f"<p>On {_date(chance)} a letter came.</p>\n" for _ in range(DATES))
        (folder / f"n{number}.xml").write_text(f"{_HEAD}{paragraphs}</body></text></TEI>\n", "utf-8")


def _date(chance: random.Random) -> str:
    day = date(1901, 1, 1) + timedelta(days=chance.randrange(50_000))
    if chance.random() < 0.5:
        return f'<date when="{day}">{day.day} {day:%B} {day.year}</date>'
    old = day - _THIRTEEN
    attributes = f'when="{day}" when-custom="{old}" datingMethod="#julian" calendar="#julian"'
    return f"<date {attributes}>{old.day} {old:%B} {old.year}</date>"


def main() -> None:
    """Measure, and exit with 1 where it takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        command = [sys.executable, "-m", "teikit", "dates", "check", folder, "--jobs", "1", "--no-cache"]
        cost = run(command)
    print(f"{FILES:,} files, {FILES * DATES:,} dates: {cost.seconds:.1f} s, {cost.megabytes:.0f} MB")
    sys.exit(cost.seconds > MOST_SECONDS)


if __name__ == "__main__":
    main()
