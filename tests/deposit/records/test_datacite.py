"""DataCite: the JSON by DataCite's own schema, the XML by what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.deposit.headers import PUBLISHED, tei, titled, write

from teikit.deposit.metadata import Metadata, metadata_of
from teikit.deposit.records import datacite
from teikit.project import find

NAMES = {"d": datacite.NAMESPACE}


def assert_valid(record: dict[str, Any]) -> None:
    """Ask DataCite's JSON schema of version 4.5, as its Python library has it."""
    schema = pytest.importorskip("datacite.schema45", reason="datacite is not installed")
    assert [each.message for each in schema.validator.iter_errors(record)] == []


def read(request: pytest.FixtureRequest, name: str) -> Metadata:
    if name == "demo":
        project = find(request.getfixturevalue("root"))
        assert project is not None
        return metadata_of(project)[0]
    shared: Path = request.getfixturevalue("shared")
    return metadata_of(sorted((shared / "corpora" / name).rglob("*.xml")))[0]


@pytest.mark.parametrize(
    "name", ["demo", "schnitzler-briefe", "suriano", "amp", "isicily", "muqtabas", "usaybia", "frus"]
)
def test_real_headers_give_valid_records(request: pytest.FixtureRequest, name: str) -> None:
    metadata = read(request, name)
    # Only the headers of suriano have no date at all.
    assert (metadata.publication_date == "") is (name == "suriano")
    assert_valid(datacite.to_dict(metadata._replace(publication_date=metadata.publication_date or "2026-11-25")))


def test_the_record_of_the_auden_musulin_papers(request: pytest.FixtureRequest) -> None:
    record = datacite.to_dict(read(request, "amp"))
    assert [each["name"] for each in record["creators"]] == [
        "Auden, W. H.",
        "Musulin, Stella Mary Bellairs",
        "Mayer, Sandra",
        "Frühwirth, Timo",
        "Grigoriou, Dimitra",
    ]
    assert record["creators"][0]["nameIdentifiers"] == [
        {
            "nameIdentifier": "https://d-nb.info/gnd/118650963",
            "nameIdentifierScheme": "GND",
            "schemeUri": "https://d-nb.info/gnd/",
        }
    ]
    kinds = {(each["name"], each["contributorType"]) for each in record["contributors"]}
    assert {("Mayer, Sandra", "Editor"), ("Andorfer, Peter", "DataCurator")} <= kinds
    (said,) = (each["description"] for each in record["descriptions"] if "Responsibilities" in each["description"])
    assert "Peter Andorfer (TEI Schema, ODD/RNG)" in said
    assert record["publicationYear"] == "2024"
    assert record["language"] == "en"
    assert {
        "date": "1968-02-06/1970-05-21",
        "dateType": "Other",
        "dateInformation": "Temporal coverage of the texts",
    } in (record["dates"])
    (rights,) = record["rightsList"]
    assert (rights["rightsIdentifier"], rights["rightsUri"]) == (
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.en",
    )
    assert {
        "relatedIdentifier": "21.11115/0000-000E-C30B-A",
        "relatedIdentifierType": "Handle",
        "relationType": "HasPart",
    } in record["relatedIdentifiers"]
    assert record["fundingReferences"] == [{"funderName": "Austrian Science Fund (FWF)"}]


def test_xml_says_the_same(request: pytest.FixtureRequest) -> None:
    root = etree.fromstring(datacite.to_xml(read(request, "amp")).encode())
    assert root.tag == f"{{{datacite.NAMESPACE}}}resource"

    def texts(path: str) -> list[str]:
        return [str(each.text) for each in root.iterfind(path, NAMES)]

    # Without a DOI the schema still asks for an identifier: one that is to be announced.
    assert texts("d:identifier") == [":tba"]
    assert texts("d:creators/d:creator/d:creatorName")[:2] == ["Auden, W. H.", "Musulin, Stella Mary Bellairs"]
    assert texts("d:creators/d:creator[3]/d:nameIdentifier") == ["https://orcid.org/0000-0002-2915-5888"]
    assert texts("d:publicationYear") == ["2024"]
    assert texts("d:publisher") == ["Austrian Centre for Digital Humanities and Cultural Heritage"]
    assert texts("d:language") == ["en"]
    (rights,) = root.iterfind("d:rightsList/d:rights", NAMES)
    assert rights.get("rightsURI") == "https://creativecommons.org/licenses/by/4.0/deed.en"
    assert rights.get("schemeURI") == "https://spdx.org/licenses/"
    (kind,) = root.iterfind("d:resourceType", NAMES)
    assert (kind.get("resourceTypeGeneral"), kind.text) == ("Dataset", "Digital edition in TEI XML")
    assert "kernel-4.5/metadata.xsd" in str(root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"))


def test_titles_relations_places_and_grants(tmp_path: Path) -> None:
    inner = """<title type="main" xml:lang="en">Letters</title><title type="main" xml:lang="de">Briefe</title>
      <title type="sub">A selection</title><author>Li</author>
      <funder ref="https://ror.org/013tf3c58"><orgName>A fund</orgName><idno type="grant">P 1</idno></funder>"""
    source = '<bibl><title>A &lt;book&gt;</title></bibl><bibl><idno type="DOI">10.1000/182</idno></bibl>'
    source = f"<sourceDesc>{source}</sourceDesc>"
    place = '<placeName ref="#v">Vienna</placeName>'
    text = '<standOff><place xml:id="v"><location><geo>48.2 16.37</geo></location></place></standOff>'
    file_desc = f"<titleStmt>{inner}</titleStmt><publicationStmt>{PUBLISHED}</publicationStmt>{source}"
    (path,) = write(tmp_path, a=tei(file_desc, f"<profileDesc><creation>{place}</creation></profileDesc>", text))
    metadata, _ = metadata_of([path])
    record = datacite.to_dict(metadata)
    assert_valid(record)
    assert record["titles"] == [
        {"title": "Letters", "lang": "en"},
        {"title": "Briefe", "titleType": "TranslatedTitle", "lang": "de"},
        {"title": "A selection", "titleType": "Subtitle"},
    ]
    assert record["relatedItems"][0]["titles"] == [{"title": "A <book>"}]
    assert record["relatedIdentifiers"][0]["relatedIdentifierType"] == "DOI"
    point = {"pointLongitude": 16.37, "pointLatitude": 48.2}
    assert record["geoLocations"] == [{"geoLocationPlace": "Vienna", "geoLocationPoint": point}]
    assert record["fundingReferences"] == [
        {
            "funderName": "A fund",
            "funderIdentifier": "https://ror.org/013tf3c58",
            "funderIdentifierType": "ROR",
            "awardNumber": "P 1",
        }
    ]
    root = etree.fromstring(datacite.to_xml(metadata).encode())
    assert root.findtext("d:relatedItems/d:relatedItem/d:titles/d:title", namespaces=NAMES) == "A <book>"
    assert root.findtext("d:geoLocations/d:geoLocation/d:geoLocationPoint/d:pointLatitude", namespaces=NAMES) == "48.2"
    assert root.findtext("d:fundingReferences/d:fundingReference/d:awardNumber", namespaces=NAMES) == "P 1"


def test_the_elements_are_those_of_the_schema_in_its_order(request: pytest.FixtureRequest) -> None:
    # Kernel 4.5: anything may follow anything below the root; a person's parts have one order (metadata.xsd).
    required = {"identifier", "creators", "titles", "publisher", "publicationYear", "resourceType"}
    optional = {"subjects", "contributors", "dates", "language", "alternateIdentifiers", "relatedIdentifiers", "sizes"}
    more = {"formats", "version", "rightsList", "descriptions", "geoLocations", "fundingReferences", "relatedItems"}
    for name in ("demo", "schnitzler-briefe", "amp"):
        root = etree.fromstring(datacite.to_xml(read(request, name)).encode())
        names = [etree.QName(each).localname for each in root]
        assert required <= set(names) <= required | optional | more
        assert len(names) == len(set(names))
        order = ["creatorName", "contributorName", "givenName", "familyName", "nameIdentifier", "affiliation"]
        for person in root.iterfind(".//d:creator", NAMES):
            parts = [order.index(etree.QName(each).localname) for each in person]
            assert parts == sorted(parts)


def test_what_is_not_available_is_called_so(tmp_path: Path) -> None:
    metadata, _ = metadata_of(write(tmp_path, a=tei("<titleStmt><title>A</title></titleStmt>")))
    record = datacite.to_dict(metadata)
    assert (record["creators"], record["publisher"]) == ([{"name": ":unav"}], {"name": ":unav"})
    assert "publicationYear" not in record
    assert_valid({**record, "publicationYear": "2026"})


def test_characters_that_xml_does_not_have_are_left_out(tmp_path: Path) -> None:
    metadata, _ = metadata_of(write(tmp_path, a=titled("<title>Letters &amp; “notes” 三次示好</title>")))
    (title,) = metadata.titles
    hostile = metadata._replace(titles=(title._replace(text=f'{title.text}\x00\x0b\ufffe "<&>"'),))
    root = etree.fromstring(datacite.to_xml(hostile).encode())
    assert root.findtext("d:titles/d:title", namespaces=NAMES) == 'Letters & “notes” 三次示好 "<&>"'
