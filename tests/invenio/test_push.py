"""Pushes to a real InvenioRDM."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from tests.deposit.push.cuts import PowerCutError, cut_at
from tests.deposit.push.editions import letters
from tests.invenio.conftest import Running

from teikit.deposit.push import state
from teikit.deposit.push.state import State
from teikit.deposit.push.steps import Pushed, Wishes, push
from teikit.deposit.push.transport.answers import PushError
from teikit.deposit.push.transport.client import Client
from teikit.deposit.verifying import verify

pytestmark = pytest.mark.invenio


@pytest.fixture(autouse=True)
def _token(invenio: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_DEPOSIT_TOKEN", invenio.token)
    monkeypatch.setattr("teikit.deposit.push.steps.LAG", 0.1)


def pushed(path: Path, invenio: Running, file: Path, **wishes: Any) -> Pushed:
    return push(path, Wishes(invenio.url, file, **wishes), say=lambda text: None)


def known(file: Path) -> State:
    found = state.read(file)
    assert found is not None
    return found


def get(invenio: Running, address: str) -> bytes:
    assert address.startswith(invenio.url)
    with urlopen(Request(address, headers={"Authorization": f"Bearer {invenio.token}"})) as answer:
        return bytes(answer.read())


def record(invenio: Running, file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get(invenio, known(file).record))
    return found


def downloaded(invenio: Running, file: Path) -> dict[str, bytes]:
    """Return the files of a record, by name."""
    listed = json.loads(get(invenio, record(invenio, file)["links"]["files"]))
    return {each["key"]: get(invenio, each["links"]["content"]) for each in listed["entries"]}


def drafts(invenio: Running) -> list[str]:
    """Return the ids of all records and drafts of the user."""
    listed = json.loads(get(invenio, f"{invenio.url}/user/records?size=100"))
    return [each["id"] for each in listed["hits"]["hits"]]


@pytest.fixture
def edition(root: Path) -> Path:
    """The demo edition."""
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An edition of two letters."""
    return letters(tmp_path / "lake letters")


def test_the_demo_edition_is_published_with_its_doi_inside(invenio: Running, edition: Path, tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    done = pushed(edition, invenio, file, publish=True)
    assert done.published
    there = record(invenio, file)
    assert there["is_published"]
    assert there["pids"]["doi"]["identifier"] == done.doi
    assert there["metadata"]["title"] == "Overtures from Petrograd, 1918"
    ((name, data),) = downloaded(invenio, file).items()
    (sent,) = known(file).files
    assert (name, len(data)) == (sent.name, sent.size)
    (tmp_path / name).write_bytes(data)
    assert [each for each in verify(str(tmp_path / name)) if each.severity.rank == 0] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = {each.partition("/data/")[2]: archive.read(each) for each in archive.namelist()}
    for path in sorted((edition / "tei").rglob("*.xml")):
        lines = inside[path.relative_to(edition).as_posix()].splitlines()
        added = [line for line in lines if done.doi.encode() in line]
        assert len(added) == 2, path
        assert [line for line in lines if line not in added] == path.read_bytes().splitlines(), path


def test_a_package_is_downloaded_as_it_was_sent(invenio: Running, edition: Path, tmp_path: Path) -> None:
    from teikit.deposit.contents import edition_of
    from teikit.deposit.packaging import build

    package = tmp_path / "demo.zip"
    build(edition_of([str(edition)]), package)
    file = tmp_path / "state.json"
    assert pushed(package, invenio, file, publish=True).published
    assert downloaded(invenio, file) == {"demo.zip": package.read_bytes()}


def test_a_new_version_belongs_to_the_same_work(invenio: Running, edition: Path, tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    first = pushed(edition, invenio, file, publish=True)
    before = record(invenio, file)
    second = pushed(edition, invenio, file, publish=True, new_version_of=before["id"])
    after = record(invenio, file)
    assert second.doi != first.doi
    assert after["parent"]["id"] == before["parent"]["id"]
    assert after["versions"]["index"] == 2
    (data,) = downloaded(invenio, file).values()
    assert second.doi.encode() in zipped(data, "tei/documents/essay.xml")


def zipped(data: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(f"/data/{path}")]
        return archive.read(name)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("what", ["request", "state"])
def test_a_push_that_is_cut_at_each_step_gives_one_record(
    invenio: Running, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, after: bool
) -> None:
    owner, name = (Client, "_request") if what == "request" else (state, "write")
    cuts = 0
    while True:
        file = tmp_path / f"state-{cuts}.json"
        there = len(drafts(invenio))
        with monkeypatch.context() as patch:
            cut_at(patch, owner, name, cuts + 1, after=after)
            try:
                pushed(project, invenio, file, publish=True)
                was_cut = False
            except PowerCutError:
                was_cut = True
        done = pushed(project, invenio, file, publish=True)
        assert done.published, f"cut {cuts}"
        assert len(drafts(invenio)) == there + 1, f"cut {cuts}"
        assert record(invenio, file)["pids"]["doi"]["identifier"] == done.doi
        ((found, data),) = downloaded(invenio, file).items()
        assert (found, len(data)) == known(file).files[0][:2]
        if not was_cut:
            break
        cuts += 1
    assert cuts >= (7 if what == "state" else 11)


def test_what_the_server_refuses_is_told_by_field(
    invenio: Running, edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from teikit.deposit.push import parcel

    original = parcel.metadata_of

    def short(*arguments: Any) -> Any:
        metadata, said = original(*arguments)
        return {**metadata, "title": "a", "publication_date": "1918-02-30"}, said

    file = tmp_path / "state.json"
    with monkeypatch.context() as patch:
        patch.setattr(parcel, "metadata_of", short)
        with pytest.raises(PushError) as caught:
            pushed(edition, invenio, file, publish=True)
    told = {each.message for each in caught.value.diagnostics}
    assert {each.code.id for each in caught.value.diagnostics} == {"DEP072"}
    assert any("“metadata.title”" in each for each in told)
    assert any("“metadata.publication_date”" in each for each in told)
    draft = known(file).draft
    assert pushed(edition, invenio, file, publish=True).published
    assert known(file).draft == draft


def test_a_token_that_is_none_is_told(
    invenio: Running, edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEIKIT_DEPOSIT_TOKEN", "nonsense-nonsense")
    with pytest.raises(PushError) as caught:
        pushed(edition, invenio, tmp_path / "state.json")
    assert [each.code.id for each in caught.value.diagnostics] == ["DEP073"]
    assert "nonsense-nonsense" not in str(caught.value)
