"""What the server refuses, says wrongly or does not say; and where the token goes."""

from __future__ import annotations

import json
import socket
import threading
import time
from email.utils import formatdate
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.deposit.push.conftest import Pusher
from tests.deposit.push.faulty_server import TOKEN, Fault, Server

from teikit.deposit.push.records import records_of
from teikit.deposit.push.transport.addresses import joined
from teikit.deposit.push.transport.answers import Answer, PushError, judged
from teikit.deposit.push.transport.authentication import refuse_unsafe
from teikit.deposit.push.transport.client import Client, shown
from teikit.deposit.push.transport.retrying import Retries

STEPS = ("create", "draft", "reserve", "describe", "files", "add", "content", "commit", "publish", "record")
WHAT_IS_SAID = {
    401: "DEP073",
    403: "DEP073",
    413: "DEP074",
    429: "DEP075",
    500: "DEP075",
    502: "DEP075",
    "nonsense": "DEP077",
    "nothing": "DEP077",
    "cut-before": "DEP076",
    "cut-within": "DEP076",
    "redirect": "DEP077",
    418: "DEP077",
}


DONE_ALL_THE_SAME = ("create", "reserve", "commit", "publish")
"""What is found when the server is looked at, where only the answer was cut."""
FAULTS = [(step, how) for step in STEPS for how in WHAT_IS_SAID if how != "cut-within" or step not in DONE_ALL_THE_SAME]


@pytest.mark.parametrize(("step", "how"), FAULTS)
def test_each_fault_at_each_step_is_told_by_its_code_with_a_way_out_and_without_the_token(
    server: Server, pusher: Pusher, project: Path, step: str, how: int | str
) -> None:
    server.elsewhere = "https://example.org"
    server.faults[step] = Fault(how, times=1000)
    if how == "redirect" and step in ("draft", "files", "record"):
        # Asking may be redirected, but not to another server.
        expected = "DEP071"
    else:
        expected = WHAT_IS_SAID[how]
    with pytest.raises(PushError) as caught:
        pusher(project, publish=True)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code.id == expected
    assert diagnostic.location.path.startswith((server.address, "https://example.org"))
    assert diagnostic.hint
    assert server.invenio.published == [] or step in ("publish", "record", "files")
    told = f"{caught.value}{diagnostic}{pusher.said}{pusher.state.read_text('utf-8')}"
    assert TOKEN not in told


@pytest.mark.parametrize("step", ["create", "describe", "add", "content", "commit", "publish"])
def test_a_success_with_errors_is_an_error(server: Server, pusher: Pusher, project: Path, step: str) -> None:
    server.faults[step] = Fault("errors", times=1000)
    with pytest.raises(PushError) as caught:
        pusher(project, publish=True)
    diagnostic = caught.value.diagnostics[0]
    assert diagnostic.code.id == "DEP072"
    assert "“metadata.title”: No. [token]" in diagnostic.message


def test_the_servers_field_and_message_are_told(server: Server, pusher: Pusher, project: Path) -> None:
    toml = project / "teikit.toml"
    toml.write_text(toml.read_text("utf-8").replace("Letters from the lake", "a"), "utf-8")
    with pytest.raises(PushError) as caught:
        pusher(project)
    diagnostic = caught.value.diagnostics[0]
    assert "“metadata.title”: Shorter than minimum length 3." in diagnostic.message
    assert "teikit.toml" in (diagnostic.hint or "")
    toml.write_text('title = "Letters"\nsource = "tei"\n', "utf-8")
    pusher(project, publish=True)
    (record,) = server.invenio.records.values()
    assert record.metadata["title"] == "Letters"


def test_a_checksum_that_was_wrong_once_is_overcome(server: Server, pusher: Pusher, project: Path) -> None:
    server.faults["commit"] = Fault("checksum")
    assert pusher(project, publish=True).published


def test_a_file_that_arrives_damaged_is_sent_again_and_then_told(
    server: Server, pusher: Pusher, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = server.invenio._content

    def spoil(body: bytes, id: str, key: str) -> tuple[int, object]:
        return keep(body[:-1] + b"!", id, key)

    with monkeypatch.context() as patch:
        patch.setattr(server.invenio, "_content", spoil)
        with pytest.raises(PushError) as caught:
            pusher(project, publish=True)
    assert caught.value.diagnostics[0].code.id == "DEP078"
    assert server.asked.count("content") == 3
    assert server.invenio.published == []
    assert pusher(project, publish=True).published


def test_retry_after_is_obeyed_and_has_a_limit() -> None:
    waits: list[float] = []
    answers = iter([7.0, 10_000.0, None])

    def step() -> str:
        try:
            wait = next(answers)
        except StopIteration:
            return "done"
        judged(Answer("https://example.org", 429, None, wait), expected=(200,))
        return ""

    assert Retries(sleep=waits.append).run(step) == "done"
    assert waits == [7.0, 300.0, 4.0]


@pytest.mark.parametrize(("value", "least", "most"), [("3", 3, 3), ("x", 1, 1), ("", 1, 1), ("9" * 99, 300, 300)])
def test_retry_after_is_read_as_seconds(
    server: Server, pusher: Pusher, project: Path, value: str, least: float, most: float
) -> None:
    server.faults["create"] = Fault(429, headers=(("Retry-After", value),))
    pusher(project)
    assert least <= pusher.waits[0] <= most


def test_retry_after_is_read_as_a_date(server: Server, pusher: Pusher, project: Path) -> None:
    until = formatdate(time.time() + 200, usegmt=True)
    server.faults["create"] = Fault(503, headers=(("Retry-After", until),))
    pusher(project)
    assert 100 < pusher.waits[0] <= 200


def test_the_token_goes_in_one_header_to_one_server(server: Server, pusher: Pusher, project: Path) -> None:
    other = Server()
    try:
        server.elsewhere = other.address
        for step in STEPS:
            server.faults[step] = Fault("redirect", times=1)
            with pytest.raises(PushError):
                pusher(project, publish=True)
        assert other.asked == []
        assert pusher(project, publish=True).published
    finally:
        other.close()
    assert set(server.tokens) == {f"Bearer {TOKEN}"}


def test_a_link_that_leads_elsewhere_is_not_followed(server: Server, pusher: Pusher, project: Path) -> None:
    other = Server()
    try:
        server.invenio.address = other.address
        with pytest.raises(PushError) as caught:
            pusher(project)
    finally:
        other.close()
    assert caught.value.diagnostics[0].code.id == "DEP071"
    assert other.asked == []


def test_a_redirection_within_the_server_is_followed_for_questions(server: Server) -> None:
    server.faults["draft"] = Fault("redirect")
    answer = Client(server.address, TOKEN).get(f"{server.address}/api/records/x/draft")
    assert answer.status == 404
    assert server.asked == ["draft", "draft"]


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://zenodo.org/api/records", True),
        ("http://localhost:5000/api/records", True),
        ("http://127.0.0.1/api", True),
        ("http://[::1]:5000/api", True),
        ("http://zenodo.org/api/records", False),
        ("http://localhost.example.org/api", False),
        ("http://127.0.0.1.example.org/api", False),
        ("ftp://localhost/api", False),
    ],
)
def test_a_token_goes_over_http_only_to_this_machine(address: str, is_safe: bool) -> None:
    if is_safe:
        refuse_unsafe(address, insecure=False)
        return
    with pytest.raises(PushError, match="unencrypted") as caught:
        refuse_unsafe(address, insecure=False)
    assert caught.value.diagnostics[0].code.id == "DEP071"
    if address.startswith("http:"):
        refuse_unsafe(address, insecure=True)


@pytest.mark.parametrize("address", ["https://[::1", "https://host:S3cret/", "https://host:99999/", "http://[x]/"])
def test_a_host_or_port_that_is_none_is_told_without_being_shown(address: str) -> None:
    """A password may stand there, and the server may send such links."""
    for ask in (records_of, shown, lambda each: joined("https://a.example/", each)):
        with pytest.raises(PushError) as caught:
            ask(address)
        (told,) = caught.value.diagnostics
        assert told.code.id == "DEP077"
        assert "S3cret" not in f"{told.location.path} {told.message} {told.hint}"


def quick(address: str) -> Client:
    return Client(address, TOKEN, silence=0.3, patience=1.0)


def answering(data: bytes, *, slowly: bool = False) -> str:
    """Return the address of a server that answers one request with these bytes, and then is silent or hangs up."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        connection.recv(65536)
        if slowly:
            for _ in range(30):
                connection.sendall(data)
                time.sleep(0.1)
        else:
            connection.sendall(data)
        if data:
            connection.close()
        else:
            time.sleep(2)

    threading.Thread(target=lambda: _quietly(serve), daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def _quietly(serve: object) -> None:
    try:
        serve()  # type: ignore[operator]
    except OSError:
        return


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "does not answer"),
        (b"nonsense\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", "was cut"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70000 + b"\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "was cut"),
    ],
)
def test_an_answer_that_is_none(data: bytes, told: str) -> None:
    address = answering(data)
    with pytest.raises(PushError, match=told) as caught:
        quick(address).get(address)
    assert caught.value.diagnostics[0].code.id == "DEP076"
    assert caught.value.passing


def test_an_answer_that_never_ends() -> None:
    address = answering(b"HTTP/1.1 200 OK\r\nX: 1\r\n\r\n" + b" " * 100, slowly=True)
    begun = time.monotonic()
    with pytest.raises(PushError, match="not whole after 1 s"):
        quick(address).get(address)
    assert time.monotonic() - begun < 3


def test_an_answer_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teikit.deposit.push.transport.client.LARGEST_ANSWER", 1000)
    address = answering(b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 5000)
    with pytest.raises(PushError, match="is larger than"):
        quick(address).get(address)


@pytest.mark.parametrize("text", ["[" * 100_000, "5", '"text"', "[]", "null", "NaN", "\ufeff{}", "\x00"])
def test_json_of_another_shape_is_told(text: str) -> None:
    address = answering(b"HTTP/1.1 200 OK\r\n\r\n" + text.encode())
    with pytest.raises(PushError) as caught:
        judged(quick(address).get(address), expected=(200,))
    assert caught.value.diagnostics[0].code.id == "DEP077"


def test_a_server_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with pytest.raises(PushError) as caught:
        quick(address).get(address)
    assert caught.value.diagnostics[0].code.id == "DEP076"


@pytest.mark.parametrize(
    "errors", ["text", [], [5], [None], [{}], [{"field": 5, "messages": 5}], {"a": 1}, [{"field": "x" * 999}]]
)
def test_errors_of_any_shape_are_told(errors: object) -> None:
    answer = Answer("https://example.org", 200, {"errors": errors})
    if not errors:
        assert judged(answer, expected=(200,)) == answer
        return
    with pytest.raises(PushError) as caught:
        judged(answer, expected=(200,))
    assert all(each.code.id == "DEP072" and len(each.message) < 700 for each in caught.value.diagnostics)


def test_a_file_is_sent_in_pieces(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hashlib

    monkeypatch.setattr("teikit.deposit.push.transport.client._PIECE", 1000)
    file = tmp_path / "image.tif"
    file.write_bytes(bytes(range(256)) * 40)
    client = Client(server.address, TOKEN)
    draft = client.post(f"{server.address}/api/records", {"metadata": {}})
    listed = client.post(draft.text("links", "files"), [{"key": "a/ü b.tif"}])
    sent = client.put_file(listed.content["entries"][0]["links"]["content"], file)
    assert sent.md5 == hashlib.md5(file.read_bytes()).hexdigest()
    (record,) = server.invenio.records.values()
    assert record.files == {"a/ü b.tif": file.read_bytes()}


def test_a_file_that_becomes_shorter_while_it_is_sent_is_told(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "image.tif"
    file.write_bytes(b"x" * 100)
    monkeypatch.setattr("os.fstat", lambda number: SimpleNamespace(st_size=200))
    with pytest.raises(PushError, match="became shorter") as caught:
        Client(server.address, TOKEN).put_file(f"{server.address}/api/records/x/draft/files/x/content", file)
    assert caught.value.diagnostics[0].code.id == "DEP078"


def test_the_state_holds_no_token(server: Server, pusher: Pusher, project: Path) -> None:
    pusher(project, publish=True)
    text = pusher.state.read_text("utf-8")
    assert TOKEN not in text
    assert json.loads(text)["published"] is True
