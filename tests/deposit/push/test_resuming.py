"""A push that is cut anywhere goes on: one draft, one record, nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.deposit.push.conftest import Pusher
from tests.deposit.push.cuts import PowerCutError, cut_at
from tests.deposit.push.faulty_server import Fault, Server

from teikit import editing
from teikit.deposit.push import state
from teikit.deposit.push.lock import held
from teikit.deposit.push.transport.answers import PushError
from teikit.deposit.push.transport.client import Client
from teikit.deposit.push.transport.retrying import Retries

STEPS = ("create", "draft", "reserve", "describe", "files", "add", "content", "commit", "publish", "record")


def is_cut(pusher: Pusher, project: Path, **wishes: object) -> bool:
    """Push, and return whether the power was cut."""
    try:
        pusher(project, publish=True, **wishes)
    except PowerCutError:
        return True
    return False


@pytest.mark.parametrize("what", ["request", "state"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("is_new_version", [False, True], ids=["first", "version"])
def test_a_push_that_is_cut_at_each_step_gives_one_record(
    server: Server,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    after: bool,
    is_new_version: bool,
) -> None:
    owner, name = (Client, "_request") if what == "request" else (state, "write")
    first = Pusher(server, tmp_path / "first.json")
    first(project, publish=True)
    known = server.invenio.published[0]
    wishes = {"new_version_of": known} if is_new_version else {}
    cuts = 0
    while True:
        pusher = Pusher(server, tmp_path / f"state-{cuts}.json")
        records, published = len(server.invenio.records), len(server.invenio.published)
        with monkeypatch.context() as patch:
            cut_at(patch, owner, name, cuts + 1, after=after)
            was_cut = is_cut(pusher, project, **wishes)
        pushed = pusher(project, publish=True, **wishes)
        assert len(server.invenio.records) == records + 1, f"cut {cuts}"
        assert len(server.invenio.published) == published + 1, f"cut {cuts}"
        record = server.invenio.records[server.invenio.published[-1]]
        assert pushed.doi == record.doi
        assert pushed.published
        assert record.complete == set(record.files) == {"lake-letters.zip"}
        assert "identifiers" not in record.metadata
        if not was_cut:
            break
        cuts += 1
        known = record.id if is_new_version else known
        wishes = {"new_version_of": known} if is_new_version else {}
    assert cuts >= (7 if what == "state" else 11)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_push_that_is_cut_while_it_writes_into_the_files_goes_on(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch, number: int, after: bool
) -> None:
    with monkeypatch.context() as patch:
        cut_at(patch, editing, "write", number, after=after)
        assert is_cut(pusher, project, doi_in="files")
    pushed = pusher(project, publish=True, doi_in="files")
    for letter in sorted((project / "tei").iterdir()):
        # Once as an identifier, once among the changes.
        assert letter.read_text("utf-8").count(pushed.doi) == 2
    assert len(server.invenio.published) == len(server.invenio.records) == 1


def test_a_record_that_was_published_before_the_power_was_cut_is_found_without_publish(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults["publish"] = Fault("cut-after")
    with monkeypatch.context() as patch:
        patch.setattr(Retries, "run", lambda self, step: step())
        with pytest.raises(PushError):
            pusher(project, publish=True)
    assert pusher(project).published
    assert len(server.invenio.published) == 1


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("how", ["cut-before", "cut-after", "cut-within", 500, 503, 429])
def test_a_fault_that_passes_is_overcome_in_the_same_run(
    server: Server, pusher: Pusher, project: Path, step: str, how: int | str
) -> None:
    server.faults[step] = Fault(how, times=2)
    assert pusher(project, publish=True).published
    assert len(server.invenio.records) == len(server.invenio.published) == 1
    assert len(pusher.waits) >= 1 or step == "publish"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("how", ["cut-before", "cut-after", 500, 401, 403, "nonsense", "nothing"])
def test_a_fault_that_stays_ends_the_push_and_the_next_one_goes_on(
    server: Server, pusher: Pusher, project: Path, step: str, how: int | str
) -> None:
    server.faults[step] = Fault(how, times=100)
    if how == "cut-after" and step in ("create", "reserve", "content", "commit", "publish"):
        # It is done, and found when the server is looked at.
        server.faults[step] = Fault(how, times=1)
        server.faults["search"] = server.faults["draft"] = server.faults["files"] = Fault(500, times=100)
    with pytest.raises(PushError):
        pusher(project, publish=True)
    server.faults.clear()
    assert pusher(project, publish=True).published
    assert len(server.invenio.records) == len(server.invenio.published) == 1


def test_a_package_that_changed_since_is_noticed_and_sent_whole(server: Server, pusher: Pusher, project: Path) -> None:
    assert [each.code.id for each in pusher(project).diagnostics if each.code.id >= "DEP070"] == []
    letter = project / "tei/letter-2.xml"
    letter.write_text(letter.read_text("utf-8").replace("The lake", "The deep lake"), "utf-8")
    pushed = pusher(project, publish=True)
    assert [each.code.id for each in pushed.diagnostics if each.code.id >= "DEP070"] == ["DEP079"]
    (record,) = server.invenio.records.values()
    known = state.read(pusher.state)
    assert known is not None
    assert [each.size for each in known.files] == [len(record.files["lake-letters.zip"])]
    assert server.asked.count("content") == 2


def test_what_changed_after_it_was_published_is_refused(server: Server, pusher: Pusher, project: Path) -> None:
    pusher(project, publish=True)
    letter = project / "tei/letter-2.xml"
    letter.write_text(letter.read_text("utf-8").replace("The lake", "The deep lake"), "utf-8")
    with pytest.raises(PushError) as caught:
        pusher(project, publish=True)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code.id == "DEP082"
    assert f"--new-version-of {server.invenio.published[0]}" in (diagnostic.hint or "")
    assert len(server.invenio.published) == 1


def test_a_draft_that_is_gone_is_told(server: Server, pusher: Pusher, project: Path) -> None:
    pusher(project)
    server.invenio.records.clear()
    with pytest.raises(PushError) as caught:
        pusher(project, publish=True)
    assert caught.value.diagnostics[0].code.id == "DEP081"


def test_a_server_that_does_not_list_drafts_leaves_it_to_the_user(
    server: Server, pusher: Pusher, project: Path
) -> None:
    server.faults["create"] = Fault("cut-after")
    server.faults["search"] = Fault(404)
    with pytest.raises(PushError, match="does not say whether it did") as caught:
        pusher(project)
    assert caught.value.diagnostics[0].code.id == "DEP081"
    assert len(server.invenio.records) == 1


def test_the_state_of_another_push_is_not_gone_on_with(server: Server, pusher: Pusher, project: Path) -> None:
    pusher(project)
    for wishes in ({"server": "http://127.0.0.1:9"}, {"new_version_of": "abcde-00001"}):
        with pytest.raises(PushError) as caught:
            pusher(project, **wishes)
        assert caught.value.diagnostics[0].code.id == "DEP081"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"teikit push": 1}', '{"teikit push": 99}', "[" * 5000, "\x00"])
def test_a_state_file_that_is_none_is_told(pusher: Pusher, project: Path, text: str) -> None:
    pusher.state.write_text(text, "utf-8")
    with pytest.raises(PushError) as caught:
        pusher(project)
    assert caught.value.diagnostics[0].code.id == "DEP081"
    assert caught.value.diagnostics[0].location.path == pusher.state.as_posix()


@pytest.mark.parametrize("key", ["draft", "files", "uploaded", "asked", "doi"])
def test_a_state_with_a_value_of_another_kind_is_told(pusher: Pusher, project: Path, key: str) -> None:
    pusher(project)
    content = json.loads(pusher.state.read_text("utf-8"))
    pusher.state.write_text(json.dumps({**content, key: 5}), "utf-8")
    with pytest.raises(PushError, match="holds no state of a push"):
        pusher(project)


def test_two_pushes_at_once_are_one_too_many(server: Server, pusher: Pusher, project: Path) -> None:
    with held(pusher.state):
        with pytest.raises(PushError, match="another push is under way"):
            pusher(project)
    assert server.asked == []
    assert pusher(project).doi
    assert sorted(each.name for each in pusher.state.parent.iterdir()) == ["lake letters", "state.json"]
