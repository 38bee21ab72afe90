"""Several headers make one record by the rule of `merging`; what contradicts itself is named with both places."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deposit.headers import LICENCE, PUBLISHED, published, tei, titled, write

from teikit.deposit.metadata import Identifier, metadata_of
from teikit.diagnostics import TeikitError
from teikit.project import Project

MIT = '<availability><licence target="https://opensource.org/license/mit">MIT</licence></availability>'


def project(folder: Path, toml: str = "", **documents: str) -> Project:
    """Return a project with documents and a `teikit.toml`."""
    write(folder, **documents)
    (folder / "teikit.toml").write_text(toml, encoding="utf-8")
    return Project.read(folder / "teikit.toml")


def test_the_title_is_that_of_the_series_else_the_common_one_else_the_folder(tmp_path: Path) -> None:
    series = '<title level="s">A series</title>'
    folder = tmp_path / "papers"
    folder.mkdir()
    cases = [
        (series + "<title>One</title>", series + "<title>Two</title>", "A series"),
        ("<title>Letters</title><title type='sub'>1</title>", "<title>Letters</title>", "Letters"),
        ("<title>One</title>", "<title>Two</title>", "papers"),
    ]
    for one, two, wanted in cases:
        metadata, found = metadata_of(write(folder, one=titled(one), two=titled(two)))
        assert metadata.title == wanted
        assert ("DEP002" in {each.code.id for each in found}) is (wanted == "papers")
        assert len(metadata.titles) == 1


def test_the_title_of_one_document_is_its_own(tmp_path: Path) -> None:
    (path,) = write(tmp_path, one=titled('<title level="s">A series</title><title>A letter</title>'))
    assert [title.text for title in metadata_of([path])[0].titles] == ["A letter", "A series"]


def test_persons_are_united_by_identifier_or_by_name(tmp_path: Path) -> None:
    orcid = 'ref="https://orcid.org/0000-0002-1825-0097"'
    one = f"<title>A</title><author {orcid}>O. Vogel</author><editor>Byron, Ada</editor>"
    two = f"<title>A</title><editor {orcid}>Vogel, Otto</editor>"
    two += "<respStmt><resp>encoding</resp><name>Ada Byron</name></respStmt>"
    metadata, found = metadata_of(write(tmp_path, one=titled(one), two=titled(two)))
    roles = {agent.name: [role.words for role in agent.roles] for agent in metadata.agents}
    assert roles == {"Otto Vogel": ["author", "editor"], "Ada Byron": ["editor", "encoding"]}
    assert not {"DEP015"} & {each.code.id for each in found}


def test_a_name_in_another_script_is_no_contradiction(tmp_path: Path) -> None:
    inner = "".join(
        f'<editor ref="https://d-nb.info/gnd/119232022">{name}</editor>'
        for name in ("Li Shizhong", "李世中", "Otto Vogel")
    )
    metadata, found = metadata_of(write(tmp_path, one=titled(f"<title>A</title>{inner}")))
    assert [agent.name for agent in metadata.agents] == ["Li Shizhong"]
    assert [each.message for each in found if each.code.id == "DEP015"] == [
        '"Otto Vogel" has the identifier of "Li Shizhong": https://d-nb.info/gnd/119232022'
    ]


def test_a_day_is_given_only_where_there_is_none(tmp_path: Path) -> None:
    dated, bare = (metadata_of(write(tmp_path, a=each))[0] for each in (tei(), published("<publisher>A</publisher>")))
    assert dated.dated("2026-11-25").publication_date == "2026"
    assert bare.dated("2026-11-25").publication_date == "2026-11-25"


def test_two_persons_of_one_name_stay_two(tmp_path: Path) -> None:
    inner = """<title>A</title><author ref="https://d-nb.info/gnd/118650963">Otto Vogel</author>
      <editor ref="https://d-nb.info/gnd/127246711">Otto Vogel</editor>"""
    metadata, _ = metadata_of(write(tmp_path, one=titled(inner)))
    assert [agent.identifiers for agent in metadata.agents] == [
        (Identifier("gnd", "118650963"),),
        (Identifier("gnd", "127246711"),),
    ]


def test_ids_that_documents_use_for_themselves_unite_nobody(tmp_path: Path) -> None:
    one, two = (f'<title>A</title><author ref="#p1">{name}</author>' for name in ("Ada Byron", "Otto Vogel"))
    metadata, found = metadata_of(write(tmp_path, one=titled(one), two=titled(two)))
    assert [agent.name for agent in metadata.agents] == ["Ada Byron", "Otto Vogel"]
    assert "DEP015" not in {each.code.id for each in found}


def test_two_licences_are_named_with_both_places(tmp_path: Path) -> None:
    dated = PUBLISHED.replace(LICENCE, "")
    paths = write(tmp_path, one=published(dated + LICENCE), two=published(dated + MIT))
    metadata, found = metadata_of(paths)
    (fault,) = (each for each in found if each.code.id == "DEP006")
    assert fault.location.path == paths[1].as_posix()
    assert [each.location.path for each in fault.related] == [paths[0].as_posix()]
    assert "licence" in str(fault.hint)
    assert metadata.licence is not None
    assert metadata.licence.spdx == "CC-BY-4.0"


def test_one_licence_in_two_spellings_is_one(tmp_path: Path) -> None:
    other = published(PUBLISHED.replace("licenses/by/4.0/", "licenses/by/4.0/deed.de"))
    _, found = metadata_of(write(tmp_path, one=tei(), two=other))
    assert not {"DEP005", "DEP006"} & {each.code.id for each in found}


def test_headers_without_a_licence_are_named_once(tmp_path: Path) -> None:
    bare = published("<publisher>A press</publisher>")
    paths = write(tmp_path, a=bare, b=tei(), c=bare)
    (fault,) = (each for each in metadata_of(paths)[1] if each.code.id == "DEP005")
    assert fault.message == "the header has no licence (and 1 more)"
    assert (fault.location.path, fault.related[0].location.path) == (paths[0].as_posix(), paths[2].as_posix())


def test_dates_languages_and_identifiers(tmp_path: Path) -> None:
    def letter(date: str, year: str, *tags: str) -> str:
        usage = "".join(f'<language ident="{tag}"/>' for tag in tags)
        profile = f'<creation><date when="{date}"/></creation><langUsage>{usage}</langUsage>'
        statement = PUBLISHED.replace("2026", year) + f'<idno type="URL">https://example.org/{date}</idno>'
        file_desc = f"<titleStmt><title>A</title></titleStmt><publicationStmt>{statement}</publicationStmt>"
        return tei(file_desc, f"<profileDesc>{profile}</profileDesc>")

    documents = {"a": letter("1918-02-14", "2024", "en", "ru"), "b": letter("1918-01-13", "2026-05", "ru")}
    metadata, _ = metadata_of(write(tmp_path, **documents))
    assert [each.edtf for each in metadata.periods] == ["1918-01-13/1918-02-14"]
    assert metadata.publication_date == "2026-05"
    # Two documents are in Russian, one in English.
    assert [each.tag for each in metadata.languages] == ["ru", "en"]
    assert metadata.identifiers == ()
    assert [(each.kind, each.target) for each in metadata.relations] == [
        ("HasPart", "https://example.org/1918-02-14"),
        ("HasPart", "https://example.org/1918-01-13"),
    ]


def test_the_registers_do_not_decide_the_title(tmp_path: Path) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers/persons.xml").write_text(titled("<title>Persons</title><editor>Li</editor>"), "utf-8")
    metadata, found = metadata_of(project(tmp_path, one=titled("<title>A letter</title>")))
    assert metadata.title == "A letter"
    assert [agent.name for agent in metadata.agents] == ["Li"]
    assert "DEP002" not in {each.code.id for each in found}


TOML = """
[deposit]
title = "Letters of a summer"
description = { en = "Letters.", de = "Briefe." }
creators = [
  "Vogel, Otto",
  { name = "A board", kind = "organisation", role = "editor", ror = "https://ror.org/03anc3s24" },
]
contributors = [{ given = "Ada", family = "Byron", role = "encoding", orcid = "0000-0002-1825-0097" }]
licence = "CC-BY-SA-4.0"
publisher = "Another press"
place = "Vienna"
date = "2027-01-31"
keywords = ["letters"]
languages = ["de-AT"]
version = "2.0"
doi = "10.1000/182"
contact = "letters@example.org"
relations = [{ kind = "IsSupplementTo", target = "https://doi.org/10.1000/183" }, { title = "A book" }]
funders = ["A fund", { name = "Another fund", grant = "P 1", ror = "013tf3c58" }]
"""


def test_the_settings_have_the_last_word(tmp_path: Path) -> None:
    metadata, found = metadata_of(project(tmp_path, TOML, one=tei(), two=published("<publisher>A press</publisher>")))
    assert found == ()
    assert metadata.title == "Letters of a summer"
    assert [(each.language, each.text) for each in metadata.abstracts] == [("en", "Letters."), ("de", "Briefe.")]
    assert [agent.name for agent in metadata.creators()] == ["Otto Vogel", "A board"]
    # She is the author by the headers, and keeps that role beside the one of the settings.
    (ada,) = metadata.contributors()
    assert [(role.words, role.marc) for role in ada.roles] == [("encoding", "mrk"), ("author", "aut")]
    assert ada.identifiers == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert metadata.licence is not None
    assert (metadata.licence.spdx, metadata.licence.target) == (
        "CC-BY-SA-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    )
    assert [each.name for each in metadata.publishers] == ["Another press"]
    assert (metadata.publication_place, metadata.publication_date) == ("Vienna", "2027-01-31")
    assert [each.words for each in metadata.keywords] == ["letters"]
    assert [(each.tag, each.iso639_3) for each in metadata.languages] == [("de-AT", "deu")]
    assert (metadata.version, metadata.doi, metadata.contact) == ("2.0", "10.1000/182", "letters@example.org")
    assert [(each.kind, each.target, each.title) for each in metadata.relations] == [
        ("IsSupplementTo", "10.1000/183", ""),
        ("References", "", "A book"),
    ]
    assert [(each.name, each.grant) for each in metadata.funders] == [("A fund", ""), ("Another fund", "P 1")]
    assert metadata.titles[0].place.path.endswith("teikit.toml")


@pytest.mark.parametrize(
    ("toml", "message", "hint"),
    [
        ("license = 'MIT'", "unknown key “deposit.license”", "did you mean “licence”?"),
        ("title = 3", "“deposit.title” must be a string", None),
        ("creators = 'Otto'", "“deposit.creators” must be a list", None),
        ("creators = [{ nam = 'Otto' }]", "unknown key “deposit.creators.nam”", "did you mean “name”?"),
        ("creators = [{ orcid = '0000-0002-1825-0097' }]", "“deposit.creators” has an entry without a name", None),
        ("creators = [{ name = 'O', orcid = '0000-0002-1825-0098' }]", "has a wrong check digit", None),
        ("licence = 'ours'", "“ours” is no licence that is known", None),
        ("date = '2026-02-30'", "“deposit.date”", None),
        ("languages = ['german']", "the language “german”", None),
        ("relations = [{ kind = 'isPartOf', title = 'A' }]", "“isPartOf” is not known", "did you mean “IsPartOf”?"),
        ("relations = [{ kind = 'IsPartOf' }]", "needs “target” or “title”", None),
        ("keywords = [1]", "“deposit.keywords” must be a list of strings", None),
        ("funders = [{ grant = '1' }]", "“deposit.funders” has an entry without a name", None),
        ("doi = 'soon'", "is not a DOI", None),
    ],
)
def test_what_is_wrong_in_the_settings_is_refused(tmp_path: Path, toml: str, message: str, hint: str | None) -> None:
    with pytest.raises(TeikitError) as caught:
        metadata_of(project(tmp_path, f"[deposit]\n{toml}\n", one=tei()))
    assert message in caught.value.message
    assert caught.value.message.startswith((tmp_path / "teikit.toml").as_posix())
    assert hint is None or caught.value.hint == hint


def test_deposit_must_be_a_table(tmp_path: Path) -> None:
    with pytest.raises(TeikitError, match="“deposit” must be a table"):
        project(tmp_path, 'deposit = "all"')
