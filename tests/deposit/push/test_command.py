"""`teikit deposit push` as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.deposit.push.faulty_server import TOKEN, Fault, Server
from tests.running import Ended, teikit


def run(*arguments: str | Path, **options: object) -> Ended:
    """Run the command; the token is never in what it says, and no traceback."""
    ended = teikit("deposit", "push", *arguments, **options)  # type: ignore[arg-type]
    assert TOKEN not in ended.said
    assert "Traceback" not in ended.said
    return ended


def test_the_drafts_link_is_printed_and_then_the_records(server: Server, project: Path) -> None:
    draft = run(project, "--to", server.address)
    assert (draft.status, draft.out) == (0, f"{server.address}/uploads/abcde-00001\n")
    assert "DOI 10.5072/abcde-00001 reserved" in draft.err
    record = run(project, "--to", server.address, "--publish", "--quiet")
    assert (record.status, record.out, record.err) == (0, f"{server.address}/records/abcde-00001\n", "")
    assert server.invenio.published == ["abcde-00001"]
    text = (project / ".teikit-push.json").read_text("utf-8")
    assert TOKEN not in text
    assert str(project) not in text


def test_the_state_of_a_package_is_kept_beside_it(server: Server, project: Path, tmp_path: Path) -> None:
    package = tmp_path / "letters.zip"
    assert teikit("deposit", "build", project, "-o", package).status == 0
    assert run(package, "--to", server.address, "--publish").status == 0
    assert (tmp_path / "letters.zip.push.json").is_file()
    assert server.invenio.records["abcde-00001"].files == {"letters.zip": package.read_bytes()}


def test_a_dry_run_prints_what_would_be_sent_and_needs_no_token(server: Server, project: Path) -> None:
    ended = run(project, "--to", server.address, "--dry-run", environment={"TEIKIT_DEPOSIT_TOKEN": ""})
    shown = json.loads(ended.out)
    assert ended.status == 0
    assert shown["metadata"]["creators"][0]["person_or_org"]["family_name"] == "Berg"
    assert [each["name"] for each in shown["files"]] == ["lake-letters.zip"]
    assert server.asked == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [(Fault(401), "DEP073"), (Fault(413), "DEP074"), (Fault("nonsense"), "DEP077"), (Fault("errors"), "DEP072")],
)
def test_a_fault_ends_the_command_with_place_cause_and_way_out(
    server: Server, project: Path, fault: Fault, code: str
) -> None:
    server.faults["content"] = fault
    ended = run(project, "--to", server.address, "--publish")
    assert ended.status == 2
    assert f"error[{code}]" in ended.err
    assert server.address in ended.err
    assert "\n  = " in ended.err
    assert server.invenio.published == []
    assert run(project, "--to", server.address, "--publish").status == 0
    assert len(server.invenio.records) == 1


def test_what_a_server_says_cannot_steer_the_terminal(server: Server, project: Path) -> None:
    (project / "teikit.toml").write_text('title = "x"\nsource = "tei"\n', "utf-8")
    server.invenio._describe = lambda body, id: (
        200,
        {"errors": [{"field": "a\x1b[2J", "messages": ["b\n::error::c"]}]},
    )  # type: ignore[method-assign]
    ended = run(project, "--to", server.address)
    assert ended.status == 2
    assert "\x1b" not in ended.said
    assert "\n::error::" not in ended.said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--to", "http://example.org"], "DEP071"),
        (["--to", "example.org"], "DEP077"),
        (["--to", "https://user:hidden@example.org"], "DEP077"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(project: Path, arguments: list[str], code: str) -> None:
    ended = run(project, *arguments)
    assert ended.status == 2
    assert f"error[{code}]" in ended.err
    assert "hidden" not in ended.said


def test_a_path_where_nothing_is(server: Server, tmp_path: Path) -> None:
    for name in ("nothing", "text.txt"):
        (tmp_path / "text.txt").write_text("x", "utf-8")
        ended = run(tmp_path / name, "--to", server.address)
        assert ended.status == 2
        assert "error[DEP083]" in ended.err


def test_a_header_without_a_place_is_told_in_the_users_file(server: Server, project: Path) -> None:
    letter = project / "tei" / "letter-2.xml"
    text = letter.read_text("utf-8")
    begin, end = text.index("<publicationStmt>"), text.index("</publicationStmt>")
    letter.write_text(text[:begin] + "<publicationStmt>" + text[end:], "utf-8")
    ended = run(project, "--to", server.address)
    assert ended.status == 2
    assert "letter-2.xml:8:7 error[DEP080]" in ended.err
    letter.write_text(text, "utf-8")
    assert run(project, "--to", server.address, "--publish").status == 0
    assert len(server.invenio.records) == 1


def test_an_interrupted_push_goes_on(server: Server, project: Path, tmp_path: Path) -> None:
    server.faults["content"] = Fault(503, times=1000, headers=(("Retry-After", "60"),))
    command = [sys.executable, "-m", "teikit", "deposit", "push", str(project), "--to", server.address, "--publish"]
    with (tmp_path / "err").open("wb") as err:
        process = subprocess.Popen(command, stderr=err, stdout=err, env=os.environ)
        end = time.monotonic() + 30
        while "content" not in server.asked and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    said = (tmp_path / "err").read_text("utf-8")
    assert "Traceback" not in said
    assert TOKEN not in said
    server.faults.clear()
    assert run(project, "--to", server.address, "--publish").status == 0
    assert len(server.invenio.records) == len(server.invenio.published) == 1


def test_a_disk_without_room_is_told_and_the_push_goes_on(server: Server, project: Path, tmp_path: Path) -> None:
    state = tmp_path / "no" / "such"
    state.parent.write_text("a file, not a folder", "utf-8")
    ended = run(project, "--to", server.address, "--state", state)
    assert ended.status == 2
    assert "cannot be" in ended.err
    assert server.invenio.records == {}
