"""Headers that are empty, hostile or absurd: diagnostics with a place and a way out, never a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.deposit.headers import published, tei, titled, write

from teikit.deposit.metadata import Metadata, metadata_of
from teikit.diagnostics import TeikitError


def found_in(folder: Path, document: str) -> list[tuple[str, int]]:
    """Return the codes and lines of what is wrong with a document."""
    found = metadata_of(write(folder, one=document))[1]
    assert all(each.hint for each in found if each.code.id.startswith("DEP"))
    return [(each.code.id, each.location.line) for each in found]


def test_an_empty_header_lacks_everything(tmp_path: Path) -> None:
    found = found_in(tmp_path, '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader/></TEI>')
    codes = ["DEP001", "DEP003", "DEP005", "DEP008", "DEP009", "DEP011", "DEP013"]
    assert found == [(code, 2) for code in codes]


def test_no_files_say_nothing() -> None:
    assert metadata_of([]) == (Metadata(), ())


def test_a_file_that_is_not_there_stops_the_tool(tmp_path: Path) -> None:
    with pytest.raises(TeikitError):
        metadata_of([tmp_path / "gone.xml"])


def test_a_file_that_is_not_xml_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    metadata, found = metadata_of(write(tmp_path, a="no markup", b=titled("<title>Letters</title><author>Li</author>")))
    assert metadata.title == "Letters"
    assert [each.code.id for each in found if each.code.id.startswith("XML")] == ["XML002"]


def test_a_document_that_is_no_tei_is_passed_over(tmp_path: Path) -> None:
    assert metadata_of(write(tmp_path, a="<html/>")) == (Metadata(), ())


def test_faults_have_their_places(tmp_path: Path) -> None:
    inner = "\n".join(
        [
            "<title>A</title>",
            "<author/>",
            '<editor ref="https://orcid.org/0000-0002-1825-0098">Otto Vogel</editor>',
            "<respStmt><resp>encoding</resp></respStmt>",
            "<funder/>",
        ]
    )
    found = found_in(tmp_path, titled(inner))
    assert [each for each in found if each[0] in ("DEP004", "DEP014")] == [
        ("DEP004", 2),
        ("DEP014", 3),
        ("DEP004", 4),
        ("DEP004", 5),
    ]


@pytest.mark.parametrize("value", ["2026-13", "2026-02-30", "May", "0000", "9" * 50, "--05-04", "12:00:00"])
def test_a_date_that_is_none_is_left_out(tmp_path: Path, value: str) -> None:
    statement = f'<publisher>A</publisher><date when="{value}"/>'
    metadata, found = metadata_of(write(tmp_path, one=published(statement)))
    assert metadata.publication_date == ""
    assert {"DEP010", "DEP009"} <= {each.code.id for each in found}


@pytest.mark.parametrize("tag", ["german", "xx", "de_AT", "zh-Hunt", "a" * 5000])
def test_a_language_that_is_none_is_left_out(tmp_path: Path, tag: str) -> None:
    rest = f'<profileDesc><langUsage><language ident="{tag}">x</language></langUsage></profileDesc>'
    metadata, found = metadata_of(write(tmp_path, one=tei(rest=rest)))
    assert metadata.languages == ()
    assert "DEP012" in {each.code.id for each in found}
    assert "DEP011" not in {each.code.id for each in found}


def test_a_licence_in_prose_is_read_and_reported(tmp_path: Path) -> None:
    prose = "<availability><p>Published under CC BY-NC 4.0.</p></availability>"
    metadata, found = metadata_of(write(tmp_path, one=published(f"<publisher>A</publisher>{prose}")))
    assert metadata.licence is not None
    assert metadata.licence.spdx == "CC-BY-NC-4.0"
    (fault,) = (each for each in found if each.code.id == "DEP007")
    assert fault.hint == 'write <licence target="https://creativecommons.org/licenses/by-nc/4.0/">'


@pytest.mark.parametrize(
    ("licence", "target", "spdx", "codes"),
    [
        ("<licence>http://creativecommons.org/licenses/by/4.0/</licence>",
         "http://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0", ["DEP007"]),
        ('<licence><p><ref target="https://opensource.org/license/mit">MIT</ref></p></licence>',
         "https://opensource.org/license/mit", "MIT", ["DEP007"]),
        ('<licence target="CC-BY-4.0"/>', "CC-BY-4.0", "CC-BY-4.0", ["DEP007"]),
        ('<licence target="https://example.org/ours">Ours</licence>', "https://example.org/ours", "", []),
        ("<licence/><p>CC0</p>", "", "CC0-1.0", ["DEP007"]),
        ("<licence/>", None, None, ["DEP005"]),
    ],
)  # fmt: skip
def test_a_licence_without_a_target_is_read_from_what_it_says(
    tmp_path: Path, licence: str, target: str | None, spdx: str | None, codes: list[str]
) -> None:
    statement = f"<publisher>A</publisher><date>2026</date><availability>{licence}</availability>"
    metadata, found = metadata_of(write(tmp_path, one=published(statement)))
    read = metadata.licence
    assert (read.target if read else None, read.spdx if read else None) == (target, spdx)
    assert [each.code.id for each in found if each.code.id in ("DEP005", "DEP006", "DEP007")] == codes


def test_a_pointer_that_bites_its_tail_ends(tmp_path: Path) -> None:
    inner = '<title>A</title><author xml:id="a" ref="#b"/><editor xml:id="b" ref="#a"/>'
    assert ("DEP004", 1) in found_in(tmp_path, titled(inner))


def test_deep_wide_and_long_headers_take_little_time(tmp_path: Path) -> None:
    start = time.monotonic()
    deep = "<seg>" * 200 + "x" + "</seg>" * 200
    names = "".join(f"<author>Person {at}</author>" for at in range(3000))
    word = "a" * 100_000
    namesakes = "".join(f'<editor ref="#e{at}">Otto Vogel</editor>' for at in range(3000))
    funders = "".join(f"<funder>Fund {at}</funder>" for at in range(3000))
    inner = f"<title>{deep}</title>{names}{namesakes}{funders}<editor>{word}</editor><editor>{'a,' * 50_000}</editor>"
    metadata, _ = metadata_of(write(tmp_path, one=titled(inner)))
    assert len(metadata.agents) == 6002
    assert len(metadata.funders) == 3000
    assert time.monotonic() - start < 10


def test_an_edition_of_many_files_is_read_alike_in_one_process_and_in_two(tmp_path: Path) -> None:
    documents = {
        f"d{at:04}": titled(
            f"<title>Letters</title><author>Person {at % 7}</author>", text="<text>" + "x" * 5000 + "</text>"
        )
        for at in range(450)
    }
    paths = write(tmp_path, **documents)
    assert metadata_of(paths, jobs=1) == metadata_of(paths, jobs=2)
