"""A push that nothing is in the way of."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from tests.deposit.push.conftest import Pusher
from tests.deposit.push.faulty_server import Server

from teikit.deposit.push.steps import Wishes, preview
from teikit.deposit.push.transport.answers import PushError
from teikit.deposit.verifying import verify


def documents(data: bytes) -> dict[str, bytes]:
    """Return the documents in a package, by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if "/data/tei/" in name]
        return {name.rpartition("/")[2]: archive.read(name) for name in names}


def test_a_project_becomes_a_published_record_with_its_doi_inside(
    server: Server, pusher: Pusher, project: Path, tmp_path: Path
) -> None:
    before = {file: file.read_bytes() for file in project.rglob("*.*") if file.is_file()}
    pushed = pusher(project, publish=True)
    (record,) = server.invenio.records.values()
    assert pushed.published
    assert server.invenio.published == [record.id]
    assert pushed.doi == record.doi == f"10.5072/{record.id}"
    assert pushed.page == f"{server.address}/records/{record.id}"
    ((name, data),) = record.files.items()
    assert name == "lake-letters.zip"
    assert sorted(documents(data)) == ["letter-1.xml", "letter-2.xml"]
    for document in documents(data).values():
        assert f'<idno type="DOI">{record.doi}</idno>'.encode() in document
        assert b'<change n="1" when="' in document
    assert {file: file.read_bytes() for file in before} == before
    (tmp_path / "package.zip").write_bytes(data)
    assert [each.code.id for each in verify(str(tmp_path / "package.zip")) if each.severity.rank == 0] == []
    assert record.metadata["title"] == "Letters from the lake"
    assert record.metadata["version"] == "1"
    assert "identifiers" not in record.metadata


def test_without_publish_there_is_a_draft_and_its_link(server: Server, pusher: Pusher, project: Path) -> None:
    pushed = pusher(project)
    (record,) = server.invenio.records.values()
    assert not pushed.published
    assert not record.is_published
    assert pushed.page == f"{server.address}/uploads/{record.id}"
    assert record.complete == {"lake-letters.zip"}


def test_a_draft_is_published_by_the_next_push_without_sending_anything_again(
    server: Server, pusher: Pusher, project: Path
) -> None:
    pusher(project)
    sent = server.asked.count("content")
    assert pusher(project, publish=True).published
    assert server.asked.count("content") == sent == 1
    assert len(server.invenio.records) == 1


def test_a_push_that_is_done_does_nothing_again(server: Server, pusher: Pusher, project: Path) -> None:
    first = pusher(project, publish=True)
    asked = list(server.asked)
    assert pusher(project, publish=True)._replace(diagnostics=()) == first._replace(diagnostics=())
    assert server.asked == asked


def test_the_doi_is_written_into_the_files_only_if_that_is_asked_for(
    server: Server, pusher: Pusher, project: Path
) -> None:
    before = (project / "tei/letter-1.xml").read_bytes()
    pushed = pusher(project, doi_in="files")
    after = (project / "tei/letter-1.xml").read_bytes()
    (record,) = server.invenio.records.values()
    assert documents(record.files["lake-letters.zip"])["letter-1.xml"] == after
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[0].strip() == f'<idno type="DOI">{pushed.doi}</idno>'.encode()
    assert [line for line in after.splitlines() if line in before.splitlines()] == before.splitlines()
    pusher(project, doi_in="files", publish=True)
    assert (project / "tei/letter-1.xml").read_bytes() == after


def test_without_doi_the_files_are_sent_as_they_are(server: Server, pusher: Pusher, project: Path) -> None:
    pushed = pusher(project, doi_in="no", publish=True)
    (record,) = server.invenio.records.values()
    assert "reserve" not in server.asked
    assert pushed.doi == record.doi
    inside = documents(record.files["lake-letters.zip"])
    assert inside["letter-1.xml"] == (project / "tei/letter-1.xml").read_bytes()


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_package_is_sent_as_it_is(server: Server, pusher: Pusher, project: Path, tmp_path: Path, form: str) -> None:
    from teikit.deposit.contents import edition_of
    from teikit.deposit.packaging import build

    package = tmp_path / ("package" if form == "folder" else "package.zip")
    build(edition_of([str(project)]), package)
    pusher(package, publish=True)
    (record,) = server.invenio.records.values()
    assert list(record.files) == ["package.zip"]
    if form == "zip":
        assert record.files["package.zip"] == package.read_bytes()
    inside = documents(record.files["package.zip"])
    assert inside["letter-2.xml"] == (project / "tei/letter-2.xml").read_bytes()
    assert record.metadata["title"] == "Letters from the lake"


def test_a_damaged_package_is_not_sent(server: Server, pusher: Pusher, project: Path, tmp_path: Path) -> None:
    from teikit.deposit.contents import edition_of
    from teikit.deposit.packaging import build
    from teikit.diagnostics import DiagnosedError

    build(edition_of([str(project)]), tmp_path / "package")
    (tmp_path / "package/data/tei/letter-1.xml").write_text("<TEI/>", "utf-8")
    with pytest.raises(DiagnosedError, match=r"letter-1\.xml"):
        pusher(tmp_path / "package", publish=True)
    assert server.asked == []


def test_a_new_version_has_a_doi_of_its_own_in_the_place_of_the_old_one(
    server: Server, pusher: Pusher, project: Path
) -> None:
    first = pusher(project, publish=True, doi_in="files")
    letter = project / "tei/letter-1.xml"
    letter.write_text(letter.read_text("utf-8").replace("The lake", "The deep lake"), "utf-8")
    second = pusher(project, publish=True, doi_in="files", new_version_of=first.page)
    assert len(server.invenio.published) == 2
    old, new = server.invenio.records.values()
    assert (old.parent, new.index, new.metadata["version"]) == (new.parent, 2, "2")
    assert second.doi == new.doi != first.doi
    text = letter.read_text("utf-8")
    assert text.count('<idno type="DOI">') == 1
    assert f'<idno type="DOI">{new.doi}</idno>' in text
    assert text.index(f"Deposited with the DOI {new.doi}") < text.index(f"Deposited with the DOI {old.doi}")


def test_a_record_that_is_not_there_has_no_new_version(pusher: Pusher, project: Path) -> None:
    with pytest.raises(PushError, match="there is no record “zzzzz-00000”"):
        pusher(project, new_version_of="zzzzz-00000")


def test_a_preview_asks_no_server(
    server: Server, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEIKIT_DEPOSIT_TOKEN")
    shown = preview(project, Wishes(server.address, tmp_path / "state.json")).content
    assert shown["server"] == f"{server.address}/api/records"
    assert shown["metadata"]["title"] == "Letters from the lake"
    assert shown["files"][0]["name"] == "lake-letters.zip"
    assert shown["files"][0]["size"] > 1000
    assert server.asked == []
    assert not (tmp_path / "state.json").exists()


@pytest.mark.parametrize("given", ["", "/", "/api", "/api/", "/api/records"])
def test_the_address_is_taken_with_api_and_without(server: Server, pusher: Pusher, project: Path, given: str) -> None:
    pusher(project, server=server.address + given)
    assert server.asked[0] == "create"


def test_metadata_with_errors_make_a_draft_and_no_record(server: Server, pusher: Pusher, project: Path) -> None:
    from teikit.diagnostics import DiagnosedError

    for letter in (project / "tei").iterdir():
        text = letter.read_text("utf-8")
        letter.write_text(text[: text.index("<availability>")] + text[text.index("</publicationStmt>") :], "utf-8")
    with pytest.raises(DiagnosedError, match="licence"):
        pusher(project, publish=True)
    assert server.asked == []
    assert any("licence" in each.message for each in pusher(project).diagnostics)
    assert len(server.invenio.records) == 1
    assert server.invenio.published == []


def test_what_the_headers_lack_is_told_where_the_server_refuses_it(
    server: Server, pusher: Pusher, project: Path
) -> None:
    for letter in (project / "tei").iterdir():
        text = letter.read_text("utf-8")
        letter.write_text(text.replace("<publisher>Verlag am See</publisher>", "<authority/>"), "utf-8")
    with pytest.raises(PushError) as caught:
        pusher(project)
    refused, *others = caught.value.diagnostics
    assert "“metadata.publisher”" in refused.message
    assert "publish" in " ".join(each.message for each in others)


@pytest.mark.parametrize("doi_in", ["copy", "files", "no"])
def test_a_push_that_goes_on_the_day_after_sends_nothing_again(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch, doi_in: str
) -> None:
    now = time.time()
    pusher(project, doi_in=doi_in)
    monkeypatch.setattr("time.time", lambda: now + 86400)
    monkeypatch.setattr("time.localtime", lambda *given: time.gmtime(now + 86400))
    assert pusher(project, doi_in=doi_in, publish=True).published
    assert server.asked.count("content") == 1


def test_the_record_has_the_date_of_the_package_in_it(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for letter in (project / "tei").iterdir():
        text = letter.read_text("utf-8")
        text = text.replace('<date when="2026-03-01">1 March 2026</date>', "")
        revision = '<revisionDesc><change when="2026-01-01">Begun.</change></revisionDesc></teiHeader>'
        letter.write_text(text.replace("</teiHeader>", revision), "utf-8")
    monkeypatch.setattr("teikit.deposit.push.steps._today", lambda: "2026-05-06")
    pusher(project)
    # The push goes on the day after.
    monkeypatch.setattr("teikit.deposit.push.steps._today", lambda: "2026-05-07")
    pushed = pusher(project, publish=True)
    assert [each.code.id for each in pushed.diagnostics if each.code.id >= "DEP070"] == []
    (record,) = server.invenio.records.values()
    assert record.metadata["publication_date"] == "2026-05-06"
    (data,) = record.files.values()
    assert b'when="2026-05-06"' in documents(data)["letter-1.xml"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (citation,) = (archive.read(name) for name in archive.namelist() if name.endswith("/CITATION.cff"))
    assert b"2026-05-06" in citation
    assert pushed.doi.encode() in citation


def test_the_version_is_that_of_the_headers(server: Server, pusher: Pusher, project: Path) -> None:
    pusher(project)
    for letter in (project / "tei").iterdir():
        text = letter.read_text("utf-8")
        edition = '</titleStmt><editionStmt><edition n="1.2">Second printing</edition></editionStmt>'
        letter.write_text(text.replace("</titleStmt>", edition), "utf-8")
    pusher(project, publish=True)
    (record,) = server.invenio.records.values()
    assert record.metadata["version"] == "1.2"
    assert b'<change n="1.2" when="' in documents(record.files["lake-letters.zip"])["letter-1.xml"]
