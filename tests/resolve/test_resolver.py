"""From a reference to a file on the disk, and how its path is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.resolve import Resolver
from teikit.resolve.store.addresses import canonical, place
from teikit.resolve.uris import local_path


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("a.rng", "/tei/documents/a.rng"),
        (" a.rng#x ", "/tei/documents/a.rng"),
        ("../with%20space.rng", "/tei/with space.rng"),
        ("/schemas/%C3%A9.rng", "/schemas/é.rng"),
        ("file:///schemas/a.rng", "/schemas/a.rng"),
        ("file://localhost/schemas/a.rng", "/schemas/a.rng"),
        ("file://elsewhere/a.rng", None),
        ("https://example.org/a.rng", None),
        ("//example.org/a.rng", None),
        ("#fragment", None),
        ("http://[broken", None),
        ("gone.rng", None),
        ("", None),
        (".", None),
        ("%00.rng", None),
        ("x" * 5000, None),
    ],
)
def test_only_files_are_followed(href: str, file: str | None, tmp_path: Path) -> None:
    for name in ("tei/documents/a.rng", "tei/documents/letter.xml", "tei/with space.rng"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    if file is not None and file.startswith("/schemas"):
        # What is meant absolutely cannot lie in the folder of the test: only the address can be looked at.
        assert local_path(Resolver().find(href, "/tei/documents/letter.xml").uri) == Path(file)
        return
    found = Resolver().locate(href, tmp_path / "tei/documents/letter.xml")
    assert found == (None if file is None else tmp_path / file.removeprefix("/"))


def test_the_base_may_be_an_address(tmp_path: Path) -> None:
    (tmp_path / "a.rng").touch()
    assert Resolver().locate("a.rng", (tmp_path / "x.xml").as_uri()) == tmp_path / "a.rng"
    assert Resolver().find("a.rng", "http://e.org/s/x.xml").uri == "http://e.org/s/a.rng"


def test_paths_are_shown_as_the_user_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "a.rng").touch()
    monkeypatch.chdir(tmp_path)
    assert Resolver().locate("../a.rng", "tei/x.xml") == Path("a.rng")
    assert Resolver().locate("../a.rng", tmp_path / "tei/x.xml") == tmp_path / "a.rng"
    assert Resolver().locate("a.rng") == tmp_path / "a.rng"


def test_a_path_with_a_colon_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tei:letters").mkdir()
    Path("a.rng").touch()
    assert Resolver().locate("../a.rng", "tei:letters/x.xml") == Path("a.rng")


REFERENCES = st.one_of(st.text(), st.from_regex(r"(https?|file|tei):(//)?[^a-c]*[/:%@.#?\[\]]{0,9}.*"))


@given(REFERENCES, st.one_of(st.none(), st.sampled_from(["x.xml", "http://e.org/x", "http://[", "file://a/b"])))
def test_no_reference_is_a_crash(reference: str, base: str | None) -> None:
    found = Resolver((Path("/no/such/catalog.xml"),), Path("/no/such/store")).find(reference, base)
    assert found.path is None or found.path.is_file()


@given(REFERENCES, st.booleans())
def test_every_address_has_one_form_and_a_safe_place(reference: str, compact: bool) -> None:
    url = canonical(reference)
    if url is not None:
        assert canonical(url) == url
        parts = place(url, compact=compact).split("/")
        assert all(part not in ("", ".", "..") and not set(part) & set('\0\\:*?"<>|') for part in parts)
        assert parts[-1].lower().endswith(".rnc") is compact
