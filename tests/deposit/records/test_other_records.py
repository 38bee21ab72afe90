"""Dublin Core, CITATION.cff, codemeta and the metadata of InvenioRDM."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from lxml import etree
from tests.deposit.headers import published, tei, titled, write

from teikit.deposit.metadata import Metadata, metadata_of
from teikit.deposit.records import citation_cff, codemeta, dublin_core, invenio

DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def amp(shared: Path) -> Metadata:
    return metadata_of(sorted((shared / "corpora/amp").glob("*.xml")))[0]


@pytest.fixture
def suriano(shared: Path) -> Metadata:
    return metadata_of(sorted((shared / "corpora/suriano").rglob("*.xml")))[0]


def test_dublin_core(amp: Metadata) -> None:
    root = etree.fromstring(dublin_core.to_xml(amp).encode())
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    found: dict[str, list[str]] = {}
    for each in root:
        found.setdefault(str(each.tag).removeprefix(DC), []).append(str(each.text))
    assert found["title"] == [amp.title]
    assert found["creator"][:2] == ["Auden, W. H.", "Musulin, Stella Mary Bellairs"]
    assert "Elsner, Daniel (TEI Schema, ODD/RNG)" in found["contributor"]
    assert "Mayer, Sandra (Transcription and commentary)" in found["contributor"]
    assert found["date"] == ["2024"]
    assert found["language"] == ["en", "de", "fr"]
    assert found["rights"][1] == "https://creativecommons.org/licenses/by/4.0/deed.en"
    assert found["coverage"][0] == "1968-02-06/1970-05-21"
    assert "https://hdl.handle.net/21.11115/0000-000E-C330-F" in found["relation"]
    # Only the fifteen elements of DCMES 1.1.
    fifteen = (
        "contributor coverage creator date description format identifier language publisher relation rights source"
    )
    assert set(found) <= {*fifteen.split(), "subject", "title", "type"}


def test_citation_cff(amp: Metadata) -> None:
    text = citation_cff.to_yaml(amp)
    found = yaml.safe_load(text)
    assert found == citation_cff.to_dict(amp)
    assert (found["cff-version"], found["type"], found["title"]) == ("1.2.0", "dataset", amp.title)
    assert found["authors"][2] == {
        "family-names": "Mayer",
        "given-names": "Sandra",
        "orcid": "https://orcid.org/0000-0002-2915-5888",
    }
    assert found["authors"][0]["website"] == "https://d-nb.info/gnd/118650963"
    assert found["license"] == "CC-BY-4.0"
    # A year is no date of release; it stands in the preferred citation.
    assert "date-released" not in found
    assert (found["preferred-citation"]["year"], found["preferred-citation"]["languages"]) == (
        2024,
        ["eng", "deu", "fra"],
    )
    assert {"cff-version", "message", "title", "authors"} <= set(found)


def test_citation_cff_quotes_what_yaml_would_read_otherwise(tmp_path: Path) -> None:
    names = ["no", "2026-11-25", "1.0", "a: b # c", '"', "- x", "null", "line\u2028end", "三次", "\u0085", "{x}"]
    metadata, _ = metadata_of(write(tmp_path, a=tei()))
    (title,) = metadata.titles
    for name in names:
        found = yaml.safe_load(
            citation_cff.to_yaml(metadata._replace(titles=(title._replace(text=name),), version=name))
        )
        assert (found["title"], found["version"]) == (name, name)


def test_citation_cff_has_the_day_and_the_doi(tmp_path: Path) -> None:
    statement = '<publisher>A</publisher><date when="2026-05-04"/><idno type="DOI">10.1000/182</idno>'
    metadata, _ = metadata_of(write(tmp_path, a=published(statement)))
    found = yaml.safe_load(citation_cff.to_yaml(metadata))
    assert (found["date-released"], found["doi"]) == ("2026-05-04", "10.1000/182")
    assert re.fullmatch(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+", found["doi"])
    assert found["identifiers"] == [{"type": "doi", "value": "10.1000/182"}]


def test_codemeta(amp: Metadata) -> None:
    found = json.loads(codemeta.to_json(amp))
    assert found["@context"] == "https://w3id.org/codemeta/3.0"
    assert found["name"] == amp.title
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/deed.en"
    assert [each["name"] for each in found["editor"]] == ["Sandra Mayer", "Timo Frühwirth", "Dimitra Grigoriou"]
    peter = "https://orcid.org/0000-0002-9575-9372"
    assert {"@type": "Role", "schema:contributor": {"@id": peter}, "roleName": "TEI Schema, ODD/RNG"} in found[
        "contributor"
    ]
    assert found["datePublished"] == "2024"


def test_invenio(amp: Metadata) -> None:
    found = invenio.to_dict(amp)
    assert json.loads(json.dumps(found)) == found
    assert (found["title"], found["publication_date"]) == (amp.title, "2024")
    assert found["creators"][0]["person_or_org"] == {
        "type": "personal",
        "family_name": "Auden",
        "given_name": "W. H.",
        "identifiers": [{"scheme": "gnd", "identifier": "118650963"}],
    }
    assert found["creators"][2]["role"] == {"id": "editor"}
    assert all("role" in each for each in found["contributors"])
    assert found["languages"] == [{"id": "eng"}, {"id": "deu"}, {"id": "fra"}]
    assert found["rights"] == [{"id": "cc-by-4.0"}]
    assert found["dates"][0]["date"] == "1968-02-06/1970-05-21"
    assert found["funding"] == [{"funder": {"name": "Austrian Science Fund (FWF)"}}]
    # The single letters are not among the related identifiers.
    assert "related_identifiers" not in found


def test_invenio_asks_persons_for_a_family_name(suriano: Metadata) -> None:
    names = [each["person_or_org"]["family_name"] for each in invenio.to_dict(suriano)["creators"]]
    assert names == ["Christofforo Suriano", "Nina Lamal"]


def test_invenio_has_places_grants_and_other_licences(tmp_path: Path) -> None:
    inner = """<title>A title</title><author>Li</author>
      <funder>A fund<idno type="grant">P 1</idno></funder>"""
    place = '<placeName ref="https://www.geonames.org/2761369">Vienna</placeName>'
    document = titled(inner, f"<profileDesc><creation>{place}</creation></profileDesc>")
    own = document.replace("https://creativecommons.org/licenses/by/4.0/", "https://example.org/l").replace(
        "CC BY 4.0", "Ours"
    )
    found = invenio.to_dict(metadata_of(write(tmp_path, a=own))[0])
    assert found["rights"] == [{"title": {"en": "Ours"}, "link": "https://example.org/l"}]
    identifiers = [{"scheme": "geonames", "identifier": "2761369"}]
    assert found["locations"] == {"features": [{"place": "Vienna", "identifiers": identifiers}]}
    assert found["funding"] == [
        {"funder": {"name": "A fund"}, "award": {"number": "P 1", "title": {"en": "P 1"}}},
    ]


def test_a_target_that_is_no_address_is_none(tmp_path: Path) -> None:
    document = tei().replace('"https://creativecommons.org/licenses/by/4.0/"', '"CC-BY-4.0"')
    metadata, _ = metadata_of(write(tmp_path, a=document))
    assert metadata.licence is not None
    assert metadata.licence.target == "CC-BY-4.0"
    assert codemeta.to_dict(metadata)["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_invenio_escapes_what_is_html(tmp_path: Path) -> None:
    rest = "<profileDesc><abstract><p>a &lt; b &amp; c</p><p>d</p></abstract></profileDesc>"
    found = invenio.to_dict(metadata_of(write(tmp_path, a=tei(rest=rest)))[0])
    assert found["description"] == "<p>a &lt; b &amp; c</p><p>d</p>"


def test_open_and_uncertain_dates_are_said_only_where_the_format_can(tmp_path: Path) -> None:
    rest = '<profileDesc><creation><date from="1900"/></creation></profileDesc>'
    metadata, _ = metadata_of(write(tmp_path, a=tei(rest=rest)))
    assert metadata.periods[0].edtf == "1900/.."
    assert "dates" not in invenio.to_dict(metadata)
    assert "1900/.." in dublin_core.to_xml(metadata)
