"""Filling whole documents: the demo edition, and other people's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from teikit.editing.dates import Wishes, fill
from teikit.validation import Options, validate_files
from teikit.xml import load

_CORPORA = ("muqtabas", "isicily", "ssrq-schema-date", "qhod", "epidoc-guidelines")
_MOST = 40


def _edition(root: Path) -> list[Path]:
    return sorted((root / "tei").rglob("*.xml"))


@pytest.mark.parametrize("suffix", ["", "-custom"])
def test_the_edition_gets_its_attributes_back(root: Path, tmp_path: Path, suffix: str) -> None:
    """One half of each day that has both is taken away, and comes back as it was."""
    taken = 0
    for source in _edition(root):
        document = load(source)
        days = [
            element
            for element in document.root.iter("{*}date")
            if re.fullmatch(r"[0-9-]{10}", element.get("when", ""))
            and element.get("when-custom", "")[:1].isdigit()
            and element.get("datingMethod") in ("#julian", "#minguo")
        ]
        pieces, position = [], 0
        for element in days:
            start = document.offset(element)
            tag = document.data[start : document.data.index(b">", start)]
            left = re.sub(rb'\s+when%s="[^"]*"' % suffix.encode(), b"", tag)
            pieces += [document.data[position:start], left]
            position = start + len(tag)
        path = tmp_path / source.name
        path.write_bytes(b"".join([*pieces, document.data[position:]]))
        filled = fill(str(path), Wishes())
        assert filled.filled == len(days)
        restored = load(filled.edited.after).root.iter("*")
        for one, other in zip(document.root.iter("*"), restored, strict=True):
            assert dict(one.attrib) == dict(other.attrib)
        taken += len(days)
    assert taken >= 5


def test_a_finished_edition_is_left_alone(root: Path) -> None:
    for path in _edition(root):
        filled = fill(str(path), Wishes())
        assert filled.edited.after == path.read_bytes()


def _of(folder: Path) -> Iterator[Path]:
    """Yield the first documents of a corpus that have custom dates or calendars, and can be read."""
    wanted = re.compile(rb"-custom=|datingMethod=|calendar=|<date>|<origDate>")
    found = (path for path in sorted(folder.rglob("*.xml")) if wanted.search(path.read_bytes()))
    for path, _ in zip(found, range(_MOST), strict=False):
        yield path


@pytest.mark.parametrize("corpus", _CORPORA)
@pytest.mark.parametrize("calendar", ["", "julian"])
def test_other_peoples_documents(shared: Path, tmp_path: Path, corpus: str, calendar: str) -> None:
    """Only attributes are new; what was valid stays valid; a second time changes nothing."""
    seen = 0
    for number, source in enumerate(_of(shared / "corpora" / corpus)):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(source.read_bytes())
        filled = fill(str(path), Wishes(calendar, accept_tolerance=True))
        seen += 1
        old, new = load(filled.edited.before).root.iter(), load(filled.edited.after).root.iter()
        for one, other in zip(old, new, strict=True):
            assert (one.text, one.tail) == (other.text, other.tail)
            assert dict(one.attrib).items() <= dict(other.attrib).items()
        path.write_bytes(filled.edited.after)
        again = fill(str(path), Wishes(calendar, accept_tolerance=True))
        assert (again.filled, again.edited.after) == (0, filled.edited.after)
    if not seen:
        pytest.skip(f"{corpus} has no such documents")


def test_valid_documents_stay_valid(shared: Path, tmp_path: Path) -> None:
    schema = next(iter(sorted((shared / "tei").rglob("tei_all.rng"))), None)
    if schema is None:
        pytest.skip("no tei_all.rng")
    options = Options(schema, ("rng",))
    filled = 0
    for corpus in _CORPORA:
        for source in list(_of(shared / "corpora" / corpus))[:8]:
            done = fill(str(source), Wishes("julian", accept_tolerance=True))
            if not done.filled:
                continue
            filled += 1
            before, after = tmp_path / "before.xml", tmp_path / "after.xml"
            before.write_bytes(done.edited.before)
            after.write_bytes(done.edited.after)
            one, other = validate_files([str(before), str(after)], options, jobs=1)
            assert len(other.diagnostics) <= len(one.diagnostics), source
    assert filled
