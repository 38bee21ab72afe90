"""Which addresses mean the same, and where their files lie."""

from __future__ import annotations

import pytest

from teikit.resolve.store.addresses import canonical, is_tei_source, place

TEI_ALL = "https://www.tei-c.org/Vault/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://e.org/a.rng", "https://e.org/a.rng"),
        (" HTTPS://E.org:443/a.rng#x ", "https://e.org/a.rng"),
        ("http://e.org:80", "https://e.org/"),
        ("http://e.org:8080/a", "https://e.org:8080/a"),
        ("http://e.org/b/../a/./x", "https://e.org/a/x"),
        ("http://e.org/../a/b/..", "https://e.org/a/"),
        ("http://e.org/%7ea/%c3%a9%2f", "https://e.org/~a/%C3%A9%2F"),
        ("http://e.org/é x", "https://e.org/%C3%A9%20x"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("http://e.org/a?b=%63", "https://e.org/a?b=c"),
        ("http://[::1]:80/a", "https://[::1]/a"),
        ("tei:4.9.0", "https://www.tei-c.org/Vault/P5/4.9.0/xml/tei/odd/p5subset.xml"),
        ("tei:4.9.0a", "https://www.tei-c.org/Vault/P5/4.9.0a/xml/tei/odd/p5subset.xml"),
        ("tei:current", "https://www.tei-c.org/Vault/P5/current/xml/tei/odd/p5subset.xml"),
        ("http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng", TEI_ALL),
        ("https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng", TEI_ALL),
        (TEI_ALL, TEI_ALL),
        # A final slash, a query and the case of a path do count.
        ("http://e.org/a/", "https://e.org/a/"),
        ("http://e.org/A", "https://e.org/A"),
        *(
            (bad, None)
            for bad in ("", "a.rng", "ftp://e.org/a", "file:///a", "urn:a", "http://", "http://[", "tei:../x")
        ),
        *(
            (bad, None)
            for bad in (
                "http://u:p@e.org/a",
                "http://e.org:x/",
                "http://e.org:99999/",
                "tei:",
                "mailto:a@b",
                f"http://ü{'x' * 99}",
            )
        ),
    ],
)
def test_the_one_form(address: str, expected: str | None) -> None:
    assert canonical(address) == expected
    if expected is not None:
        assert canonical(expected) == expected


@pytest.mark.parametrize(
    ("url", "compact", "expected"),
    [
        ("https://e.org/s/a.rng", False, "e.org/s/a.rng"),
        ("https://e.org/s/a.rnc", True, "e.org/s/a.rnc"),
        ("https://e.org:8080/a%20b.rng", False, "e.org%3A8080/a b.rng"),
        ("https://e.org/", False, "e.org/index"),
        ("https://e.org/a/", True, "e.org/a/index.rnc"),
        # Readers tell the syntaxes apart by the ending.
        ("https://e.org/schema", True, "e.org/schema.rnc"),
        ("https://e.org/schema", False, "e.org/schema"),
        ("https://e.org/a.rnc", False, "e.org/a.rnc.rng"),
        # Nothing leads out of the folder, and no name is one that a system keeps for itself.
        ("https://e.org/%2E%2E/%2e%2e%2fx", False, "e.org/.%2E/..%2Fx"),
        ("https://e.org/a%00%5Cb", False, "e.org/a%00%5Cb"),
        ("https://e.org/aux.rng", False, "e.org/%aux.rng"),
        ("https://[::1]/a", False, "[%3A%3A1]/a"),
    ],
)
def test_the_place_of_a_file(url: str, compact: bool, expected: str) -> None:
    assert place(url, compact=compact) == expected


def test_queries_and_long_names_get_names_of_their_own() -> None:
    first, second = (place(f"https://e.org/get.rnc?v={number}", compact=True) for number in (1, 2))
    assert first != second
    assert first.startswith("e.org/get@")
    assert first.endswith(".rnc")
    long = place(f"https://e.org/{'x' * 5000}.rng", compact=False)
    assert len(long) < 100
    assert long.endswith(".rng")


def test_what_is_the_source_of_the_tei() -> None:
    assert is_tei_source("tei:4.9.0")
    assert is_tei_source("http://www.tei-c.org/Vault/P5/4.9.0/xml/tei/odd/p5subset.xml")
    assert not is_tei_source("https://e.org/xml/tei/odd/p5subset.xml")
    assert not is_tei_source("other.odd")
