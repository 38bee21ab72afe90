"""A store for a team: out of one, into another, and nothing that was tampered with."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from teikit.diagnostics import TeikitError
from teikit.resolve.store import Item, Store, exchange
from teikit.resolve.store.exchange import export, import_from

A, B = "https://e.org/a.rng", "https://e.org/s/b"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    store.put([Item(A, b"<a/>", False, (B,), A), Item(B, b"element b { empty }", True, (), "")])
    return store


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_out_and_in_again(store: Store, tmp_path: Path, name: str) -> None:
    assert export(store, tmp_path / name) == 2
    other = Store(tmp_path / "other")
    imported = import_from(other, tmp_path / name)
    assert (imported.files, imported.replaced) == (2, ())
    assert other.entries() == store.entries()
    assert all(other.is_intact(entry) for entry in other.entries().values())


def test_an_exported_folder_is_a_store(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "out")
    assert Store(tmp_path / "out").lookup(A) == tmp_path / "out/files/e.org/a.rng"


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "1.zip")
    export(store, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_what_is_there_already_is_kept_or_replaced(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "out")
    other = Store(tmp_path / "other")
    other.put([Item(A, b"<old/>", False, (), A), Item("https://e.org/c", b"<c/>", False, (), "http://e.org/c")])
    assert import_from(other, tmp_path / "out").replaced == (A,)
    assert sorted(other.entries()) == [A, "https://e.org/c", B]
    path = other.lookup(A)
    assert path is not None
    assert path.read_bytes() == b"<a/>"


def test_a_damaged_store_is_not_exported(store: Store, tmp_path: Path) -> None:
    store.path(store.entries()[A]).write_bytes(b"<b/>")
    with pytest.raises(TeikitError, match="damaged"):
        export(store, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_one_wrong_checksum_and_nothing_comes_in(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "out")
    (tmp_path / "out/files/e.org/s/b.rnc").write_bytes(b"element b { text }")
    other = Store(tmp_path / "other")
    with pytest.raises(TeikitError, match="not the one"):
        import_from(other, tmp_path / "out")
    assert other.entries() == {}


def archive(path: Path, url: str, file: str, data: bytes = b"<a/>") -> Path:
    entry = {"file": file, "sha256": sha256(data).hexdigest(), "asked": url, "includes": []}
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("index.json", json.dumps({"format": 1, "schemas": {url: entry}}))
        out.writestr(f"files/{file}", data)
    return path


@pytest.mark.parametrize("file", ["../../x", "/x", "..\\x"])
def test_no_file_leads_out_of_the_store(tmp_path: Path, file: str) -> None:
    store = Store(tmp_path / "deep/er/store")
    with pytest.raises(TeikitError, match="outside"):
        import_from(store, archive(tmp_path / "x.zip", A, file))
    assert store.entries() == {}


def test_files_lie_where_their_address_says_not_where_the_sender_says(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    import_from(store, archive(tmp_path / "x.zip", A, ".hidden/index.json"))
    assert store.lookup(A) == tmp_path / "store/files/e.org/a.rng"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<a/>"])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(TeikitError) as caught:
        import_from(Store(tmp_path / "store"), tmp_path / "x.zip")
    assert caught.value.hint


def test_what_is_not_complete(store: Store, tmp_path: Path) -> None:
    with pytest.raises(TeikitError):
        import_from(store, tmp_path / "gone")
    (tmp_path / "empty").mkdir()
    with pytest.raises(TeikitError, match=r"index\.json"):
        import_from(store, tmp_path / "empty")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as out:
        out.writestr("other", "")
    with pytest.raises(TeikitError, match=r"index\.json"):
        import_from(store, tmp_path / "x.zip")
    export(store, tmp_path / "out")
    (tmp_path / "out/files/e.org/a.rng").unlink()
    with pytest.raises(TeikitError, match=r"a\.rng"):
        import_from(store, tmp_path / "out")


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_MAX_SIZE", "1000000")
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("index.json", b" " * 50_000_000)
    with pytest.raises(TeikitError, match="larger"):
        import_from(Store(tmp_path / "store"), path)


def test_very_much_is_refused(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(store, tmp_path / "out.zip")
    monkeypatch.setattr(exchange, "MOST_BYTES", 10)
    with pytest.raises(TeikitError, match="more than 10 bytes"):
        import_from(Store(tmp_path / "other"), tmp_path / "out.zip")
