"""The store: facts and findings come back as they were, for the same bytes only."""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path

import pytest

from teikit import cache, parallel
from teikit.checks import CODES, across, examine
from teikit.diagnostics import DocumentError
from teikit.files import digest
from teikit.project import Conventions
from teikit.project.facts import Facts
from teikit.project.index import Index
from teikit.project.store import Kept, Store
from teikit.xml import load

CASES = Path(__file__).parents[1] / "cases"
BY_ID = {code.id: code for code in CODES}


def documents() -> list[Path]:
    return sorted(CASES.rglob("*.xml"))


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a cache of its own."""
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def kept(file: Path) -> Kept:
    return Kept(*examine(load(file)))


def test_everything_comes_back_as_it_was(stored: Path) -> None:
    store = Store(stored, "", BY_ID)
    expected = {}
    for file in documents():
        try:
            expected[file.as_posix()] = kept(file)
        except DocumentError as error:
            expected[file.as_posix()] = Kept(error.diagnostics, None)
        store.keep(file.as_posix(), digest(file.read_bytes()), expected[file.as_posix()])
    store.save()
    again = Store(stored, "", BY_ID)
    assert len(expected) > 80
    for file in documents():
        found = again.find(file.as_posix(), digest(file.read_bytes()))
        assert found == expected[file.as_posix()]
        assert isinstance(found.facts, Facts)
        assert all(each.code is BY_ID[each.code.id] for each in found.diagnostics)


def test_other_bytes_or_other_dependencies_are_not_known(stored: Path) -> None:
    file = documents()[0]
    store = Store(stored, "one", BY_ID)
    store.keep("a.xml", "1", kept(file))
    store.save()
    assert Store(stored, "one", BY_ID).find("a.xml", "1") is not None
    assert Store(stored, "one", BY_ID).find("a.xml", "2") is None
    assert Store(stored, "one", BY_ID).find("b.xml", "1") is None
    assert Store(stored, "two", BY_ID).find("a.xml", "1") is None
    assert Store(stored / "cache", "one", BY_ID).find("a.xml", "1") is None


def test_a_damaged_or_missing_cache_is_no_fault(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(stored, "", BY_ID)
    store.keep("a.xml", "1", kept(documents()[0]))
    store.save()
    (entry,) = (stored / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert Store(stored, "", BY_ID).find("a.xml", "1") is None
    monkeypatch.setattr(cache, "folder", lambda: None)
    Store(stored, "", BY_ID).save()


def test_nothing_new_is_not_written_again(stored: Path) -> None:
    store = Store(stored, "", BY_ID)
    store.save()
    assert not (stored / "cache").exists()


def _examined(conventions: Conventions, path: str) -> Facts:
    return examine(load(path), conventions).facts


def test_facts_travel_between_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "SMALL", 0)
    folder = CASES / "dangling_pointer" / "files-error"
    paths = [file.as_posix() for file in sorted(folder.rglob("*.xml"))]
    work = partial(_examined, Conventions())
    facts = list(parallel.each(work, paths, 2, weigh=parallel.size, lost=work))
    assert facts == [work(path) for path in paths]
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert [each.code.id for each in across(Index(facts, [folder]))].count("TEI002") == 10
