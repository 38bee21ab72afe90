"""What the headers of four real projects say, read by a person and asserted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.deposit.metadata import Identifier, Metadata, metadata_of
from teikit.project import find


def roles(metadata: Metadata) -> dict[str, list[str]]:
    """Return who did what, in order."""
    return {agent.name: [role.words for role in agent.roles] for agent in metadata.agents}


def handles(metadata: Metadata) -> dict[str, list[Identifier]]:
    """Return the identifiers of each document by the name of its file."""
    return {Path(part.path).name: list(part.identifiers) for part in metadata.parts}


def handle(suffix: str) -> Identifier:
    """Return a handle of the house that publishes two of the projects."""
    return Identifier("url", f"https://hdl.handle.net/21.11115/{suffix}")


class TestDemoEdition:
    @pytest.fixture
    def metadata(self, root: Path) -> Metadata:
        project = find(root)
        assert project is not None
        metadata, found = metadata_of(project)
        assert found == ()
        return metadata

    def test_titles(self, metadata: Metadata) -> None:
        # The documents have no title in common; that of the edition stands in teikit.toml.
        assert [title.text for title in metadata.titles] == ["Overtures from Petrograd, 1918"]

    def test_everyone_with_every_role(self, metadata: Metadata) -> None:
        assert roles(metadata) == {
            "Editors of the teikit demo edition": ["editor"],
            "author of the source essay, whose name our copy does not give": [
                "emendations taken over from the source essay"
            ],
        }
        assert [agent.kind for agent in metadata.agents] == ["organisation", "person"]

    def test_publication(self, metadata: Metadata) -> None:
        assert [each.name for each in metadata.publishers] == ["The teikit project"]
        # No publicationStmt has a date: the latest change has.
        assert metadata.publication_date == "2026-11-23"
        assert metadata.version == "1"
        assert metadata.licence is not None
        assert metadata.licence.target == "https://creativecommons.org/licenses/by/4.0/"
        assert metadata.licence.spdx == "CC-BY-4.0"

    def test_languages(self, metadata: Metadata) -> None:
        tags = ["en", "zh-Hant", "zh-Latn-pinyin", "ru", "ru-Latn", "mn", "pl", "ja", "uk"]
        assert sorted(each.tag for each in metadata.languages) == sorted(tags)
        # English is that of all eleven files.
        assert metadata.languages[0].tag == "en"
        assert {each.tag: each.iso639_3 for each in metadata.languages}["zh-Hant"] == "zho"

    def test_dates_and_places(self, metadata: Metadata) -> None:
        # From the first overture to the last; the telegram, the letter and the conversation lie between.
        assert [each.edtf for each in metadata.periods] == ["1918-01-18/1918-02-23"]
        found = {each.name: (each.latitude, each.longitude, each.identifiers[0]) for each in metadata.places}
        assert found == {
            "Petrograd": (59.94, 30.31, Identifier("geonames", "498817")),
            "Beijing": (39.91, 116.4, Identifier("geonames", "1816670")),
        }

    def test_subjects_and_description(self, metadata: Metadata) -> None:
        kinds = {"Conversation", "Essay", "Letter", "Bilingual document", "Telegram", "Register"}
        assert {each.words for each in metadata.keywords} == kinds
        (abstract,) = metadata.abstracts
        assert abstract.text == (
            "A small demonstration edition on the talks between the Bolshevik government and the Chinese embassy in "
            "Petrograd, January and February 1918."
        )

    def test_sources(self, metadata: Metadata) -> None:
        assert {(each.kind, each.title) for each in metadata.relations} == {
            ("IsDerivedFrom", "The Bolsheviks’ Anti-Imperial Overtures"),
            ("IsDerivedFrom", "Zhong-E guanxi shiliao"),
            ("IsDerivedFrom", "Telegram to the Chinese government"),
            ("IsDerivedFrom", "Letter to the Chinese government"),
        }

    def test_each_document(self, metadata: Metadata) -> None:
        parts = {Path(part.path).name: part for part in metadata.parts}
        assert len(parts) == 11
        telegram = parts["telegram-1918-01-19.xml"]
        assert telegram.title == "Telegram from Liu Jingren to the Chinese government"
        assert telegram.identifiers == (Identifier("local", "telegram-1918-01-19"),)
        assert telegram.created == "1918-01-19"
        assert telegram.languages == ("en", "zh-Latn-pinyin")


class TestSchnitzlerBriefe:
    @pytest.fixture
    def metadata(self, shared: Path) -> Metadata:
        metadata, found = metadata_of(sorted((shared / "corpora/schnitzler-briefe").glob("*.xml")))
        assert [each.code.id for each in found] == ["DEP013"]
        return metadata

    def test_title(self, metadata: Metadata) -> None:
        assert [each.text for each in metadata.titles] == ["Arthur Schnitzler: Briefwechsel mit Autorinnen und Autoren"]

    def test_everyone_with_every_role(self, metadata: Metadata) -> None:
        both = ["editor", "Transkription und Kommentierung"]
        assert roles(metadata) == {
            "Fedor Mamroth": ["author"],
            "Hermann Bahr": ["author"],
            "Richard Beer-Hofmann": ["author"],
            "Max Burckhard": ["author"],
            "Hugo von Hofmannsthal": ["author"],
            "Paul Goldmann": ["author"],
            "Martin Anton Müller": both,
            "Gerd-Hermann Susen": both,
            "Laura Untner": both,
            # Kurt Ifkovits transcribed, and edits only the printed volume.
            "Kurt Ifkovits": ["Transkription und Kommentierung"],
        }
        by_name = {agent.name: agent for agent in metadata.agents}
        assert by_name["Hermann Bahr"].identifiers == (Identifier("local", "pmb10815"),)
        assert (by_name["Laura Untner"].given, by_name["Laura Untner"].family) == ("Laura", "Untner")

    def test_publication(self, metadata: Metadata) -> None:
        assert [each.name for each in metadata.publishers] == ["Austrian Centre for Digital Humanities"]
        assert (metadata.publication_place, metadata.publication_date) == ("Vienna", "2023")
        assert [each.name for each in metadata.funders] == ["Österreichischer Wissenschaftsfonds FWF"]
        assert metadata.licence is not None
        assert metadata.licence.target == "https://creativecommons.org/licenses/by/4.0/deed.de"
        assert metadata.licence.spdx == "CC-BY-4.0"
        # "schnitzler-briefe" is the name of the edition and no version of it.
        assert metadata.version == ""

    def test_language_dates_and_places(self, metadata: Metadata) -> None:
        assert [(each.tag, each.iso639_3) for each in metadata.languages] == [("de-AT", "deu")]
        assert [each.edtf for each in metadata.periods] == ["1889-08-02/1910-05-09"]
        places = {each.name: (each.latitude, each.longitude) for each in metadata.places}
        assert places["Frankfurt am Main"] == (50.11552, 8.68417)
        assert {"Wien", "Paris", "St. Gilgen", "Frankfurt am Main"} <= set(places)

    def test_identifiers(self, metadata: Metadata) -> None:
        # The handles are those of the letters: the edition itself has none.
        assert metadata.identifiers == ()
        assert handles(metadata) == {
            "L00001.xml": [handle("0000-000E-6B22-4")],
            "L00100.xml": [handle("0000-000E-6B85-4")],
            "L01000.xml": [handle("0000-000E-6F09-D")],
            "L01875.xml": [handle("0000-000E-7273-0")],
            "L01928.xml": [handle("0000-000E-72A8-4")],
            "L02695.xml": [handle("0000-0012-CE88-B")],
        }
        assert "Cambridge, University Library, Schnitzler, B 68" in metadata.sources

    def test_printed_sources(self, metadata: Metadata) -> None:
        titles = {each.title for each in metadata.relations if each.kind == "IsDerivedFrom"}
        assert "Briefwechsel, Aufzeichnungen, Dokumente (1891–1931)" in titles


class TestSuriano:
    @pytest.fixture
    def read(self, shared: Path) -> tuple[Metadata, tuple[object, ...]]:
        return metadata_of(sorted((shared / "corpora/suriano").rglob("*.xml")))

    def test_everyone_with_every_role(self, read: tuple[Metadata, tuple[object, ...]]) -> None:
        assert roles(read[0]) == {
            "Christofforo Suriano": ["author"],
            "Nina Lamal": ["editor"],
            "Cristina": ["transcription"],
            "Angelo": ["transcription"],
            "Flavia": ["transcription"],
            "Ruben": ["transcription"],
        }

    def test_what_the_headers_say(self, read: tuple[Metadata, tuple[object, ...]]) -> None:
        metadata = read[0]
        assert [each.edtf for each in metadata.periods] == ["1616-10-02/1621-01-05"]
        assert [each.name for each in metadata.places] == ["The Hague", "Venice"]
        first = metadata.parts[0]
        assert (first.title, first.created) == ("Letter 03.003 date 1616-10-02", "1616-10-02")
        assert first.sources[0].endswith("ASVe, Senato, Dispacci, Signori Stati, Filza 3, fol 18r-19v")

    def test_what_they_do_not_say(self, read: tuple[Metadata, tuple[object, ...]]) -> None:
        metadata, found = read
        assert (metadata.publishers, metadata.licence, metadata.languages) == ((), None, ())
        assert (metadata.publication_date, metadata.identifiers) == ("", ())
        codes = ["DEP002", "DEP005", "DEP008", "DEP009", "DEP011", "DEP013"]
        assert [each.code.id for each in found] == codes  # type: ignore[attr-defined]
        assert metadata.title == "suriano"


class TestAudenMusulinPapers:
    @pytest.fixture
    def metadata(self, shared: Path) -> Metadata:
        metadata, found = metadata_of(sorted((shared / "corpora/amp").glob("*.xml")))
        assert [each.code.id for each in found] == ["DEP013"]
        return metadata

    def test_title(self, metadata: Metadata) -> None:
        assert metadata.title == (
            "Auden Musulin Papers: A Digital Edition of W. H. Auden´s Letters to Stella Musulin (FWF P 33754)"
        )

    def test_everyone_with_every_role(self, metadata: Metadata) -> None:
        both = ["editor", "Transcription and commentary"]
        assert roles(metadata) == {
            "W. H. Auden": ["author"],
            "Stella Mary Bellairs Musulin": ["author"],
            "Sandra Mayer": both,
            "Timo Frühwirth": both,
            "Dimitra Grigoriou": both,
            "Peter Andorfer": ["TEI Schema, ODD/RNG"],
            "Daniel Elsner": ["TEI Schema, ODD/RNG"],
        }

    def test_identifiers(self, metadata: Metadata) -> None:
        assert {agent.name: agent.identifiers for agent in metadata.agents} == {
            "W. H. Auden": (Identifier("gnd", "118650963"),),
            "Stella Mary Bellairs Musulin": (Identifier("gnd", "127246711"),),
            "Sandra Mayer": (Identifier("orcid", "0000-0002-2915-5888"),),
            "Timo Frühwirth": (Identifier("orcid", "0000-0002-3997-5193"),),
            "Dimitra Grigoriou": (Identifier("orcid", "0000-0002-0914-9245"),),
            "Peter Andorfer": (Identifier("orcid", "0000-0002-9575-9372"),),
            "Daniel Elsner": (Identifier("orcid", "0000-0002-0636-4476"),),
        }
        assert handles(metadata) == {
            "amp-transcript__0006.xml": [handle("0000-000E-C30B-A")],
            "amp-transcript__0009.xml": [handle("0000-000E-C30E-7")],
            "amp-transcript__0043.xml": [handle("0000-000E-C330-F")],
        }

    def test_publication(self, metadata: Metadata) -> None:
        publisher = "Austrian Centre for Digital Humanities and Cultural Heritage"
        assert [each.name for each in metadata.publishers] == [publisher]
        assert (metadata.publication_place, metadata.publication_date) == ("Vienna", "2024")
        assert metadata.licence is not None
        assert metadata.licence.target == "https://creativecommons.org/licenses/by/4.0/deed.en"
        assert metadata.licence.spdx == "CC-BY-4.0"
        assert [each.name for each in metadata.funders] == ["Austrian Science Fund (FWF)"]

    def test_languages_and_dates(self, metadata: Metadata) -> None:
        assert [(each.tag, each.iso639_3) for each in metadata.languages] == [
            ("en", "eng"),
            ("de", "deu"),
            ("fr", "fra"),
        ]
        assert [each.edtf for each in metadata.periods] == ["1968-02-06/1970-05-21"]
        assert [part.created for part in metadata.parts] == ["1968-02-06", "1968-10-15", "1970-05-21"]

    def test_changes_name_their_makers(self, metadata: Metadata) -> None:
        first = metadata.changes[0]
        assert (first.when, first.who) == ("2021-09-21", "Peter Andorfer")
