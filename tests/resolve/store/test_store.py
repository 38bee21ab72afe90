"""The folder of the store: what is put in, found, taken out, by many at once, and by no one else's rules."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import sys
from pathlib import Path

import pytest

from teikit.diagnostics import TeikitError
from teikit.resolve import Resolver
from teikit.resolve.store import Item, Store
from teikit.resolve.store_folder import store_folder

A, B, C = (f"https://e.org/s/{name}.rng" for name in "abc")


def item(url: str, data: bytes = b"<a/>", *includes: str, asked: bool = True, compact: bool = False) -> Item:
    return Item(url, data, compact, includes, url if asked else "")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def files(store: Store) -> list[str]:
    top = store.folder / "files"
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())


def test_what_is_put_in_is_found_under_every_form_of_its_address(store: Store) -> None:
    assert store.lookup(A) is None
    assert store.entries() == {}
    store.put([item(A, b"one")])
    for address in (A, "http://e.org/s/a.rng#x", "HTTP://E.ORG:80/s/../s/%61.rng"):
        path = store.lookup(address)
        assert path is not None
        assert path.read_bytes() == b"one"
    assert store.lookup("https://e.org/s/a.rng?x") is None
    assert store.lookup("a.rng") is None
    resolver = pickle.loads(pickle.dumps(Resolver((), store.folder)))
    assert resolver.locate("a.rng", "http://e.org/s/x.rng") == store.lookup(A)
    assert resolver.locate("b.rng", "http://e.org/s/x.rng") is None
    assert Resolver().locate(A) is None


def test_a_second_file_for_an_address_takes_the_place_of_the_first(store: Store) -> None:
    store.put([item("https://e.org/schema", b"<a/>")])
    store.put([item("https://e.org/schema", b"element a { empty }", compact=True)])
    assert files(store) == ["e.org/schema.rnc"]
    path = store.lookup("https://e.org/schema")
    assert path is not None
    assert path.suffix == ".rnc"


def test_what_is_included_goes_when_nothing_needs_it(store: Store) -> None:
    store.put([item(A, b"a", B, C), item(B, b"b", C, asked=False), item(C, b"c", asked=False)])
    store.put([item(B, b"b", C)])
    assert store.remove(A)
    assert sorted(store.entries()) == [B, C]
    assert store.remove(B)
    assert store.entries() == {}
    assert files(store) == []
    assert list((store.folder / "files").iterdir()) == []
    assert not store.remove(B)
    assert not store.remove("no address")


def test_includes_in_a_circle_go_too(store: Store) -> None:
    store.put([item(A, b"a", B), item(B, b"b", A, asked=False)])
    store.remove(A)
    assert store.entries() == {}


def test_a_new_version_leaves_nothing_of_the_old(store: Store) -> None:
    store.put([item(A, b"a", B), item(B, b"b", asked=False)])
    store.put([item(A, b"a", C), item(C, b"c", asked=False)])
    assert sorted(store.entries()) == [A, C]
    assert files(store) == ["e.org/s/a.rng", "e.org/s/c.rng"]


def test_addresses_that_would_share_a_path_get_paths_of_their_own(store: Store) -> None:
    urls = ["https://e.org/a", "https://e.org/A", "https://e.org/a/b", "https://e.org/c/d", "https://e.org/c"]
    store.put([item(url, url.encode()) for url in urls])
    paths = [store.lookup(url) for url in urls]
    assert [path and path.read_bytes() for path in paths] == [url.encode() for url in urls]
    assert len({str(path).casefold() for path in paths}) == 5
    store.put([item(url, url.encode()) for url in reversed(urls)])
    assert [store.lookup(url) for url in urls] == paths


def test_the_same_schemas_give_the_same_index(tmp_path: Path) -> None:
    first, second = Store(tmp_path / "1"), Store(tmp_path / "2")
    first.put([item(A), item(B)])
    second.put([item(B)])
    second.put([item(A)])
    assert (first.folder / "index.json").read_bytes() == (second.folder / "index.json").read_bytes()


def test_damage_is_seen(store: Store) -> None:
    store.put([item(A)])
    entry = store.entries()[A]
    assert store.is_intact(entry)
    store.path(entry).write_bytes(b"<b/>")
    assert not store.is_intact(entry)
    store.path(entry).unlink()
    assert not store.is_intact(entry)
    assert store.lookup(A) is None


ENTRY = {"file": "e.org/a", "sha256": "0", "asked": A, "includes": []}


@pytest.mark.parametrize(
    "index",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format": 2, "schemas": {}}',
        '{"format": 1, "schemas": []}',
        *(
            json.dumps({"format": 1, "schemas": {url: {**ENTRY, **change}}})
            for url, change in [
                (A, {"file": "../outside"}),
                (A, {"file": "a/../../outside"}),
                (A, {"file": "/etc/passwd"}),
                (A, {"file": "C:/x"}),
                (A, {"file": "..\\x"}),
                (A, {"file": ""}),
                (A, {"file": "a\0b"}),
                (A, {"file": 1}),
                (A, {"asked": True}),
                (A, {"asked": B}),
                (A, {"asked": A + "#\x1b[31m"}),
                (A, {"includes": None}),
                ("http://e.org/a", {"asked": ""}),
                ("file:///a", {"asked": ""}),
            ]
        ),
    ],
)
def test_an_index_that_is_none_is_an_error_with_a_way_out(store: Store, index: str) -> None:
    store.folder.mkdir()
    (store.folder / "index.json").write_text(index)
    with pytest.raises(TeikitError) as caught:
        store.lookup(A)
    assert "index.json" in caught.value.message
    assert caught.value.hint


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TeikitError) as caught:
        Store(tmp_path / "file").put([item(A)])
    assert "TEIKIT_STORE_DIR" in (caught.value.hint or "")


def _fill(where: str, number: int) -> None:
    for count in range(5):
        Store(Path(where)).put([item(f"https://e.org/{number}/{count}.rng", f"{number} {count}".encode())])


def test_many_may_write_at_once(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_fill, args=(str(store.folder), number)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    entries = store.entries()
    assert len(entries) == 20
    assert all(store.is_intact(entry) for entry in entries.values())


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TEIKIT_STORE_DIR", str(tmp_path))
    assert store_folder() == tmp_path
    monkeypatch.delenv("TEIKIT_STORE_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert store_folder() == tmp_path / "data/teikit/schemas"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert store_folder() == tmp_path / ".local/share/teikit/schemas"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert store_folder() == tmp_path / "Library/Application Support/teikit/schemas"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert store_folder() == tmp_path / "local/teikit/Schemas"
    monkeypatch.delenv("LOCALAPPDATA")
    with pytest.raises(TeikitError):
        Store.of_user()
