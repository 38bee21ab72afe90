"""The page of a package shows what is inside, to everybody, whatever the headers say."""

from __future__ import annotations

import re

import pytest
from lxml import html

from teikit.deposit.items import Item
from teikit.deposit.metadata import Agent, Identifier, Licence, Metadata, Role, Title
from teikit.deposit.page import citation, to_html, to_markdown
from teikit.deposit.page.listing import Row, size
from teikit.diagnostics import Location

HERE = Location("a.xml")
EDITOR = Role("editor", "editor", "edt")
BECK = Agent("Ada Beck", "person", (EDITOR,), HERE, "Ada", "Beck", (Identifier("orcid", "0000-0002-1825-0097"),))
METADATA = Metadata(
    titles=(Title("Letters <of> 1918", "main", "de", HERE), Title("A selection", "sub", "en", HERE)),
    agents=(BECK,),
    publishers=(Agent("Verlag Muster", "organisation", (), HERE),),
    publication_date="2024-03-01",
    version="1.2",
    identifiers=(Identifier("doi", "10.5281/zenodo.1"),),
    licence=Licence("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "CC-BY-4.0", HERE),
)
ITEMS = (
    Item("tei/a b.xml", "application/tei+xml", "document", 1500, b""),
    Item("tei/<&>.xml", "application/tei+xml", "document", 1, b""),
    Item("schema/x.rng", "application/xml", "schema", 3_200_000, b""),
)
ROWS = [Row(item, f"{number:064x}") for number, item in enumerate(ITEMS)]


def page(metadata: Metadata = METADATA, rows: list[Row] = ROWS) -> html.HtmlElement:
    return html.document_fromstring(to_html(metadata, rows))


def test_who_what_when_and_how() -> None:
    found = page()
    text = " ".join(found.text_content().split())
    assert found.findtext(".//h1") == "Letters <of> 1918"
    assert found.find(".//h1").get("lang") == "de"
    for words in ("Ada Beck (editor; ORCID)", "Verlag Muster", "2024-03-01", "CC BY 4.0", "4 files, 3.2 MB"):
        assert words in text
    links = {each.get("href") for each in found.iter("a")}
    assert {"https://orcid.org/0000-0002-1825-0097", "https://doi.org/10.5281/zenodo.1"} <= links
    assert "Ada Beck (2024). Letters <of> 1918, version 1.2. Verlag Muster. https://doi.org/10.5281/zenodo.1" in text


def test_every_file_has_a_link_a_size_and_a_checksum() -> None:
    rows = [
        [cell.text_content() for cell in row] + [row.find(".//a").get("href")] for row in page().iterfind(".//tbody/tr")
    ]
    assert rows == [
        ["tei/<&>.xml", "application/tei+xml", "1 byte", f"{1:064x}", "tei/%3C%26%3E.xml"],
        ["tei/a b.xml", "application/tei+xml", "1.5 kB", f"{0:064x}", "tei/a%20b.xml"],
        ["schema/x.rng", "application/xml", "3.2 MB", f"{2:064x}", "schema/x.rng"],
    ]
    assert [each.text for each in page().iter("summary")] == ["Documents ", "Schemas "]


def test_it_stands_alone_and_is_readable_by_all() -> None:
    text = to_html(METADATA, ROWS)
    found = page()
    assert found.find(".//script") is None
    assert found.find(".//img") is None
    assert "@import" not in text
    assert "url(" not in text
    assert found.get("lang") == "en"
    assert found.find(".//main") is not None
    assert [each.tag for each in found.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h2"]
    ids = [each.get("id") for each in found.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {each.get("aria-labelledby") for each in found.iter("section")} == set(ids)
    assert all(each.get("scope") for each in found.iter("th"))


def test_what_headers_say_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>"
    metadata = METADATA._replace(
        titles=(Title(evil, "main", '"><b>', HERE),),
        agents=(BECK._replace(name=evil, identifiers=(Identifier("url", "javascript:alert(1)"),)),),
        licence=Licence("javascript:alert(1)", evil, "", HERE),
        version=evil,
    )
    found = page(metadata)
    assert found.find(".//script") is None
    assert found.find(".//b") is None
    assert not [each for each in found.iter("a") if each.get("href", "").startswith("javascript")]


def test_an_edition_that_says_nothing() -> None:
    text = " ".join(page(Metadata()).text_content().split())
    assert "Untitled edition" in text
    assert "none is given" in text
    assert "# Untitled edition" in to_markdown(Metadata(), ITEMS)
    assert "No licence is given." in to_markdown(Metadata(), ITEMS)


def test_markdown_is_not_steered_by_headers() -> None:
    text = to_markdown(METADATA._replace(titles=(Title("*A* [b](c)\n# d", "main", "", HERE),)), ITEMS)
    assert text.startswith("# \\*A\\* \\[b\\](c) \\# d\n")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (2_100_000_000, "2.1 GB"),
        (5_000_000_000_000, "5.0 TB"),
    ],
)
def test_sizes(number: int, words: str) -> None:
    assert size(number) == words


def named(*names: str) -> Metadata:
    return METADATA._replace(
        agents=tuple(BECK._replace(name=name) for name in names), identifiers=(), version="", publishers=()
    )


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        (named("A"), "A (2024). Letters <of> 1918."),
        (named("A", "B"), "A and B (2024). Letters <of> 1918."),
        (named("A", "B", "C"), "A, B and C (2024). Letters <of> 1918."),
        (named("A", "B", "C", "D"), "A and others (2024). Letters <of> 1918."),
        (named()._replace(publication_date=""), "Letters <of> 1918."),
        (named()._replace(agents=()), "(2024). Letters <of> 1918."),
    ],
)
def test_citations(metadata: Metadata, words: str) -> None:
    assert citation(metadata) == words


def test_a_long_list_is_folded() -> None:
    rows = [Row(Item(f"{number}.xml", "application/tei+xml", "document", 1, b""), "0") for number in range(100)]
    assert page(rows=rows).find(".//details").get("open") is None
    assert page().find(".//details").get("open") is not None
    assert len(re.findall("<tr>", to_html(METADATA, rows))) == 101
