"""An InvenioRDM on this machine that fails when it is told to."""

from __future__ import annotations

import json
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import unquote

from tests.deposit.push.invenio import Invenio, RefusalError

TOKEN = "sEcReT-0123456789-tOkEn"

_ROUTES = (
    ("search", "GET", r"/api/user/records"),
    ("create", "POST", r"/api/records"),
    ("record", "GET", r"/api/records/(?P<id>[^/]+)"),
    ("versions", "POST", r"/api/records/(?P<id>[^/]+)/versions"),
    ("draft", "GET", r"/api/records/(?P<id>[^/]+)/draft"),
    ("describe", "PUT", r"/api/records/(?P<id>[^/]+)/draft"),
    ("reserve", "POST", r"/api/records/(?P<id>[^/]+)/draft/pids/doi"),
    ("files", "GET", r"/api/records/(?P<id>[^/]+)(?P<draft>/draft)?/files"),
    ("add", "POST", r"/api/records/(?P<id>[^/]+)/draft/files"),
    ("content", "PUT", r"/api/records/(?P<id>[^/]+)/draft/files/(?P<key>.+)/content"),
    ("commit", "POST", r"/api/records/(?P<id>[^/]+)/draft/files/(?P<key>.+)/commit"),
    ("remove", "DELETE", r"/api/records/(?P<id>[^/]+)/draft/files/(?P<key>.+)"),
    ("download", "GET", r"/api/records/(?P<id>[^/]+)/files/(?P<key>.+)/content"),
    ("publish", "POST", r"/api/records/(?P<id>[^/]+)/draft/actions/publish"),
)
"""The name of each request, its method and its path."""


class Fault(NamedTuple):
    """What goes wrong with a request, `times` times in a row.

    `how` is a status (nothing is done), or `nonsense`, `nothing`, `errors`, `checksum`, `cut-before` (nothing is done),
    `cut-after` and `cut-within` (it is done, and the answer does not come, or half of it), `redirect`.
    """

    how: int | str
    times: int = 1
    headers: tuple[tuple[str, str], ...] = ()


class Server(ThreadingHTTPServer):
    """The server. `asked` are the names of the requests in their order, `tokens` the headers that came with them."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.invenio = Invenio()
        self.faults: dict[str, Fault] = {}
        self.asked: list[str] = []
        self.tokens: list[str] = []
        self.elsewhere = ""
        self.address = self.invenio.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()

    def fault(self, name: str) -> Fault:
        """Return what goes wrong with a request, this time."""
        fault = self.faults.pop(name, Fault("no"))
        if fault.times > 1:
            self.faults[name] = fault._replace(times=fault.times - 1)
        return fault


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.respond()

    def do_POST(self) -> None:
        self.respond()

    def do_PUT(self) -> None:
        self.respond()

    def do_DELETE(self) -> None:
        self.respond()

    def respond(self) -> None:
        self.close_connection = True
        name, names = _request(self.command, self.path.partition("?")[0])
        token = self.headers.get("Authorization", "")
        self.server.asked.append(name)
        self.server.tokens.append(token)
        fault = self.server.fault(name)
        if fault.how == 413:
            # A proxy in front of the server does not wait for what it refuses.
            self.put(413, b"<html>413 Request Entity Too Large</html>")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if fault.how == 413 or self.fails_before(fault):
            return
        if token != f"Bearer {TOKEN}":
            self.put_json(403, {"status": 403, "message": "Permission denied."})
            return
        try:
            status, content = self.server.invenio.answer(name, names, body)
        except RefusalError as refusal:
            status, content = refusal.status, refusal.content
        self.put_with(fault, status, content)

    def fails_before(self, fault: Fault) -> bool:
        """Answer without doing anything, if that is the fault."""
        if fault.how == "nonsense":
            self.put(200, f"<html>{TOKEN}</html>".encode())
        elif fault.how == "nothing":
            self.put(200, b"")
        elif fault.how == "redirect":
            self.put(302, b"", (("Location", f"{self.server.elsewhere}{self.path}"),))
        elif fault.how == "cut-before":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif isinstance(fault.how, int):
            told = f"It failed for Bearer {TOKEN}."
            self.put_json(fault.how, {"status": fault.how, "message": told}, fault.headers)
        else:
            return False
        return True

    def put_with(self, fault: Fault, status: int, content: Any) -> None:
        """Answer after it was done, with a fault in the answer."""
        if fault.how == "errors":
            content = {**content, "errors": [{"field": "metadata.title", "messages": [f"No. {TOKEN}"]}]}
        elif fault.how == "checksum":
            content = {**content, "checksum": "md5:d41d8cd98f00b204e9800998ecf8427e"}
        if fault.how == "cut-after":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault.how == "cut-within":
            data = json.dumps(content).encode()
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data) + data[: len(data) // 2])
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
        elif isinstance(content, bytes):
            self.put(status, content)
        else:
            self.put_json(status, content)

    def put_json(self, status: int, content: Any, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.put(status, b"" if content is None else json.dumps(content).encode(), headers)

    def put(self, status: int, data: bytes, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.send_response(status)
        for key, value in (("Content-Length", str(len(data))), ("Connection", "close"), *headers):
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _request(method: str, path: str) -> tuple[str, dict[str, Any]]:
    """Return the name of a request, and what its path names."""
    for name, wanted, pattern in _ROUTES:
        found = re.fullmatch(pattern, path)
        if found and method == wanted:
            return name, {key: unquote(value) if value else value for key, value in found.groupdict().items()}
    return "unknown", {}
