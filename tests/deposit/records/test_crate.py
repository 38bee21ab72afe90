"""RO-Crate: the root, the files, the persons, the provenance; and what roc-validator says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.deposit.crates import CONTEXT, validator
from tests.deposit.headers import tei, titled, write

from teikit.deposit.items import Item
from teikit.deposit.metadata import Metadata, metadata_of
from teikit.deposit.records import crate
from teikit.project import find


def entities(metadata: Metadata, items: list[Item]) -> dict[str, dict[str, Any]]:
    """Return the entities of a crate by their ids; no two have the same."""
    record = crate.to_dict(metadata, items)
    assert record["@context"] == CONTEXT
    graph = {each["@id"]: each for each in record["@graph"]}
    assert len(graph) == len(record["@graph"])
    return graph


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def references(value: Any) -> list[str]:
    """Return every id that a value refers to."""
    if isinstance(value, dict):
        return (
            [value["@id"]]
            if set(value) == {"@id"}
            else [each for inner in value.values() for each in references(inner)]
        )
    return [each for inner in value for each in references(inner)] if isinstance(value, list) else []


def packed(metadata: Metadata, folder: Path) -> list[Item]:
    """Lay the documents of an edition into a folder, each with a page made of it, and a schema; return the items."""
    items = []
    for part in metadata.parts:
        name = Path(part.path).name
        for path, data, role, made in (
            (f"tei/{name}", Path(part.path).read_bytes(), "document", ()),
            (f"derived/{name}.html", b"<html/>", "derived", (f"tei/{name}",)),
        ):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            kind = "text/html" if made else "application/tei+xml"
            source = b"<html/>" if made else Path(part.path)
            conforms = () if made else ("schema/tei all.rng",)
            items.append(Item(path, kind, role, len(data), source, made, conforms))  # type: ignore[arg-type]
    (folder / "schema").mkdir(exist_ok=True)
    (folder / "schema/tei all.rng").write_bytes(b"<grammar/>")
    return [*items, Item("schema/tei all.rng", "application/xml", "schema", 10, b"<grammar/>")]


@pytest.fixture
def demo(root: Path) -> Metadata:
    project = find(root)
    assert project is not None
    return metadata_of(project)[0]


def test_the_root_says_what_the_metadata_say(demo: Metadata, tmp_path: Path) -> None:
    graph = entities(demo, packed(demo, tmp_path))
    root = graph["./"]
    assert root["@type"] == "Dataset"
    assert root["name"] == "Overtures from Petrograd, 1918"
    assert root["datePublished"] == "2026-11-23"
    assert root["license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert graph[root["license"]["@id"]]["identifier"] == "CC-BY-4.0"
    assert root["temporalCoverage"] == "1918-01-18/1918-02-23"
    assert [graph[each["@id"]]["name"] for each in root["spatialCoverage"]] == ["Petrograd", "Beijing"]
    assert "zh-Hant" in root["inLanguage"]
    assert root["conformsTo"] == {"@id": "schema/tei%20all.rng"}
    assert graph["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}


def test_every_file_has_type_size_and_format(demo: Metadata, tmp_path: Path) -> None:
    items = packed(demo, tmp_path)
    graph = entities(demo, items)
    assert len(graph["./"]["hasPart"]) == len(items)
    telegram = graph["tei/telegram-1918-01-19.xml"]
    assert telegram["@type"] == "File"
    assert telegram["name"] == "Telegram from Liu Jingren to the Chinese government"
    assert telegram["encodingFormat"] == "application/tei+xml"
    assert telegram["contentSize"] == str((tmp_path / "tei/telegram-1918-01-19.xml").stat().st_size)
    assert telegram["conformsTo"] == {"@id": "schema/tei%20all.rng"}
    assert telegram["identifier"] == "telegram-1918-01-19"
    assert telegram["inLanguage"] == ["en", "zh-Latn-pinyin"]
    assert telegram["temporalCoverage"] == "1918-01-19"


def test_what_was_derived_says_from_what_and_by_what(demo: Metadata, tmp_path: Path) -> None:
    graph = entities(demo, packed(demo, tmp_path))
    assert graph["derived/essay.xml.html"]["isBasedOn"] == {"@id": "tei/essay.xml"}
    (action,) = (each for each in graph.values() if each["@type"] == "CreateAction")
    assert {"@id": "tei/essay.xml"} in action["object"]
    assert {"@id": "derived/essay.xml.html"} in action["result"]
    assert graph[action["instrument"]["@id"]]["name"] == "teikit"


def test_persons_have_identifiers_and_roles(shared: Path) -> None:
    metadata, _ = metadata_of(sorted((shared / "corpora/amp").glob("*.xml")))
    graph = entities(metadata, [])
    sandra = graph["https://orcid.org/0000-0002-2915-5888"]
    assert (sandra["@type"], sandra["givenName"], sandra["familyName"]) == ("Person", "Sandra", "Mayer")
    auden = {"@id": "https://d-nb.info/gnd/118650963"}
    assert auden in graph["./"]["author"]
    assert auden not in graph["./"]["editor"]
    roles = [graph[each["@id"]] for each in graph["./"]["contributor"]]
    assert ("TEI Schema, ODD/RNG", "https://orcid.org/0000-0002-9575-9372") in [
        (role["roleName"], role["contributor"]["@id"]) for role in roles
    ]


def test_every_reference_leads_somewhere(demo: Metadata, tmp_path: Path) -> None:
    graph = entities(demo, packed(demo, tmp_path))
    for entity in graph.values():
        for key, value in entity.items():
            for target in references(value):
                assert target in graph or target.startswith("https://w3id.org/ro/crate"), (entity["@id"], key, target)


def test_authors_of_a_document_are_the_persons_of_the_crate(tmp_path: Path) -> None:
    paths = write(tmp_path, a=titled("<title>A</title><author>Li</author>"), b=tei())
    metadata, _ = metadata_of(paths)
    items = [Item("tei/a.xml", "application/tei+xml", "document", 1, paths[0])]
    graph = entities(metadata, items)
    assert graph[graph["tei/a.xml"]["author"]["@id"]]["name"] == "Li"


def test_paths_become_uris_and_the_crate_is_no_part_of_itself(tmp_path: Path) -> None:
    metadata, _ = metadata_of(write(tmp_path, a=tei()))
    items = [
        Item("tei/ä b#1%.xml", "application/tei+xml", "document", 1, b"x"),
        Item("ro-crate-metadata.json", "application/ld+json", "metadata", 1, b"x"),
    ]
    graph = entities(metadata, items)
    assert graph["./"]["hasPart"] == {"@id": "tei/%C3%A4%20b%231%25.xml"}


@pytest.mark.parametrize("name", ["demo", "schnitzler-briefe", "suriano", "amp"])
def test_roc_validator_finds_nothing(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "demo":
        metadata: Metadata = request.getfixturevalue("demo")
    else:
        shared: Path = request.getfixturevalue("shared")
        metadata = metadata_of(sorted((shared / "corpora" / name).rglob("*.xml")))[0]
    # The headers of suriano give no date; whoever builds a package does. That there is no licence, the crate says.
    metadata = metadata._replace(publication_date=metadata.publication_date or "2026-11-25")
    faults = validator(monkeypatch)
    text = crate.to_json(metadata, packed(metadata, tmp_path))
    (tmp_path / crate.FILE).write_text(text, encoding="utf-8")
    assert faults(tmp_path) == []
    # The oracle is awake: a root without its files' types, a date that is none.
    (tmp_path / crate.FILE).write_text(text.replace('"datePublished"', '"dateLost"'), encoding="utf-8")
    assert faults(tmp_path) != []


def test_the_same_input_gives_the_same_text(demo: Metadata, tmp_path: Path) -> None:
    items = packed(demo, tmp_path)
    assert crate.to_json(demo, items) == crate.to_json(demo, list(items))
