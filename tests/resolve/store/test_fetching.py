"""Fetching from a server on this machine: what comes, and every way in which it may not."""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler
from urllib.request import Request

import pytest
from tests.serving import Server

from teikit.diagnostics import TeikitError
from teikit.resolve.store import fetching
from teikit.resolve.store.fetching import Fetching, fetch

RNG = "http://relaxng.org/ns/structure/1.0"
GRAMMAR = f'<grammar xmlns="{RNG}"><include href="sub/b.rng"/><include href="http://127.0.0.2:9/c.rng"/></grammar>'


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,127.0.0.2,localhost")
    running = Server()
    yield running
    running.close()


def refused(address: str, how: Fetching = fetching._DEFAULT) -> TeikitError:
    with pytest.raises(TeikitError) as caught:
        fetch(address, how)
    assert caught.value.hint
    return caught.value


def test_a_schema_with_what_it_includes_from_the_same_server(server: Server) -> None:
    server.answers = {"/s/a.rng": GRAMMAR.encode(), "/s/sub/b.rng": f'<grammar xmlns="{RNG}"/>'.encode()}
    gathered = fetch(f"{server.address}/s/a.rng#x")
    assert [item.url for item in gathered.items] == [f"{server.kept}/s/a.rng", f"{server.kept}/s/sub/b.rng"]
    assert gathered.items[0].data == GRAMMAR.encode()
    assert server.asked == ["/s/a.rng", "/s/sub/b.rng"]
    [missing] = gathered.missing
    assert "http://127.0.0.2:9/c.rng" in missing


def test_redirects_are_told_and_followed(server: Server) -> None:
    server.answers = {
        "/a.rng": (302, {"Location": "/v2/a.rng"}, b""),
        "/v2/a.rng": GRAMMAR.encode(),
        "/v2/sub/b.rng": f'<grammar xmlns="{RNG}"/>'.encode(),
    }
    told: list[str] = []
    gathered = fetch(f"{server.address}/a.rng", Fetching(say=told.append))
    assert told == [f"{server.address}/a.rng redirects to {server.address}/v2/a.rng"]
    # Kept under the address that was asked for, so that documents find it, and its includes find each other.
    assert [item.url for item in gathered.items] == [f"{server.kept}/a.rng", f"{server.kept}/sub/b.rng"]
    assert server.asked == ["/a.rng", "/v2/a.rng", "/v2/sub/b.rng"]


def test_the_syntax_is_told_by_the_server_or_the_name(server: Server) -> None:
    compact = b"element a { empty }"
    server.answers = {
        "/schema": (200, {"Content-Type": "application/relax-ng-compact-syntax; charset=utf-8"}, compact),
        "/a.rnc": compact,
        "/x": (302, {"Location": "/a.rnc"}, b""),
        "/b.rnc": b"<a/>",
    }
    for path, expected in {"/schema": True, "/a.rnc": True, "/x": True, "/b.rnc": False}.items():
        assert fetch(f"{server.address}{path}").items[0].compact is expected


def test_the_checksum_decides(server: Server) -> None:
    server.answers["/a.rng"] = b"<a/>"
    right = sha256(b"<a/>").hexdigest()
    assert fetch(f"{server.address}/a.rng", Fetching(f" {right.upper()}\n")).items[0].data == b"<a/>"
    error = refused(f"{server.address}/a.rng", Fetching("0" * 64))
    assert right in error.message
    assert "nothing was kept" in error.message


@pytest.mark.parametrize(("status", "word"), [(404, "spelling"), (401, "browser"), (500, "later")])
def test_a_server_that_says_no(server: Server, status: int, word: str) -> None:
    server.answers["/a.rng"] = (status, {}, b"no")
    error = refused(f"{server.address}/a.rng")
    assert f"answers {status}" in error.message
    assert word in (error.hint or "")


def test_an_include_that_is_not_there_is_told(server: Server) -> None:
    server.answers["/s/a.rng"] = GRAMMAR.encode()
    gathered = fetch(f"{server.address}/s/a.rng")
    assert len(gathered.items) == 1
    assert any("sub/b.rng" in each and "404" in each for each in gathered.missing)


def test_silence(server: Server) -> None:
    over = threading.Event()
    server.answers["/a.rng"] = lambda _: bool(over.wait(20)) and None
    start = time.monotonic()
    error = refused(f"{server.address}/a.rng", Fetching(time_out=0.2))
    over.set()
    assert "within 0.2 seconds" in error.message
    assert "--timeout" in (error.hint or "")
    assert time.monotonic() - start < 5


def test_a_drip_ends(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(200):
            try:
                handler.wfile.write(b" ")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    monkeypatch.setattr(fetching, "PATIENCE", 1)
    server.answers["/a.rng"] = drip
    start = time.monotonic()
    assert "seconds" in refused(f"{server.address}/a.rng", Fetching(time_out=0.4)).message
    assert time.monotonic() - start < 5


def test_too_much(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_MAX_SIZE", "1000")
    server.answers["/a.rng"] = b"<a>" + b" " * 5000 + b"</a>"
    error = refused(f"{server.address}/a.rng")
    assert "larger than 1000 bytes" in error.message
    assert "TEIKIT_MAX_SIZE" in (error.hint or "")


def test_a_connection_that_breaks_off(server: Server) -> None:
    server.answers["/a.rng"] = (200, {"Content-Length": "100"}, b"<a/>")
    assert "broke off" in refused(f"{server.address}/a.rng").message


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><html><body/></html>", b"\n<HTML>", b"<!doctype HTML>"])
def test_a_web_page_is_no_schema(server: Server, body: bytes) -> None:
    server.answers["/a.rng"] = body
    assert "web page" in refused(f"{server.address}/a.rng").message


@pytest.mark.parametrize("body", [b"<a>", b"", b"plain"])
def test_what_is_not_xml_is_not_kept(server: Server, body: bytes) -> None:
    server.answers["/a.rng"] = body
    with pytest.raises(TeikitError):
        fetch(f"{server.address}/a.rng")


def test_redirects_in_a_circle(server: Server) -> None:
    server.answers["/a.rng"] = (302, {"Location": "/b.rng"}, b"")
    server.answers["/b.rng"] = (302, {"Location": "/a.rng"}, b"")
    refused(f"{server.address}/a.rng")
    assert len(server.asked) <= 2 * fetching.MOST_REDIRECTS


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/plain,x", "http://["])
def test_redirects_lead_only_into_the_web(server: Server, target: str) -> None:
    server.answers["/a.rng"] = (302, {"Location": target}, b"")
    refused(f"{server.address}/a.rng")


def test_no_redirect_from_https_to_http() -> None:
    handler = fetching._Redirects(lambda _: None)
    request = Request("https://e.org/a")
    with pytest.raises(TeikitError, match="less safe"):
        handler.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "http://e.org/b")
    assert handler.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "https://e.org/b") is not None


def test_a_server_that_does_not_speak_tls(server: Server) -> None:
    error = refused(server.kept + "/a.rng")
    assert "no safe connection" in error.message
    assert "--sha256" in (error.hint or "")


def test_http_becomes_https_but_where_a_checksum_protects(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(address: str, checksum: str = "") -> str:
        return fetching._start(address, Fetching(checksum))

    assert start("http://e.org/a.rng#x") == "https://e.org/a.rng"
    assert start("http://e.org:8080/a.rng") == "https://e.org:8080/a.rng"
    assert start("http://e.org/a.rng", "00") == "http://e.org/a.rng"
    assert start("https://e.org/ä b") == "https://e.org/%C3%A4%20b"
    assert start("http://localhost:80/a.rng") == "http://localhost:80/a.rng"
    assert start("tei:4.9.0") == "https://www.tei-c.org/Vault/P5/4.9.0/xml/tei/odd/p5subset.xml"


def test_a_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.setenv("no_proxy", "")
    server.answers["http://e.org/a.rng"] = b"<a/>"
    checksum = sha256(b"<a/>").hexdigest()
    assert fetch("http://e.org/a.rng", Fetching(checksum)).items[0].data == b"<a/>"
    assert server.asked == ["http://e.org/a.rng"]


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = refused(f"http://127.0.0.1:{port}/a.rng")
    assert "cannot be fetched" in error.message
    assert "HTTPS_PROXY" in (error.hint or "")


def test_a_server_that_speaks_nonsense(server: Server) -> None:
    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"nonsense\r\n\r\n")
        handler.close_connection = True

    server.answers["/a.rng"] = nonsense
    refused(f"{server.address}/a.rng")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "a.rng", "ftp://e.org/a", "tei:", "http://u:p@e.org/", ""])
def test_what_is_no_address(address: str) -> None:
    assert "not an address" in refused(address).message
