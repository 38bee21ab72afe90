"""One request to the server, and its answer."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import os
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from teikit import __version__
from teikit.deposit.push.codes import DAMAGED_TRANSFER, NO_CONNECTION, UNSAFE_ADDRESS
from teikit.deposit.push.transport.addresses import joined, split
from teikit.deposit.push.transport.answers import Answer, PushError, unexpected
from teikit.deposit.push.transport.authentication import is_local

SILENCE = 300.0
"""Seconds that the server may be silent; it may want to digest a large file."""
_TO_CONNECT = 30.0
PATIENCE = 900.0
"""Seconds that an answer may take to arrive whole."""
LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes that an answer may have; the list of the files of a large record takes some."""
_HOPS = 5
_PIECE = 1 << 20
_PERMITTED = "%/:=&?~#+!$,;'@()*[]"


class Sent(NamedTuple):
    """An answer, and the MD5 of the file that went with the request, in hexadecimal digits."""

    answer: Answer
    md5: str


class Client:
    """Talks to one server. The token goes to that server only, and into no message."""

    def __init__(
        self,
        server: str,
        token: str,
        *,
        silence: float = SILENCE,
        patience: float = PATIENCE,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._origin = _origin(split(server))
        self._token = token
        self._silence = silence
        self._patience = patience
        self._monotonic = monotonic

    def get(self, address: str) -> Answer:
        """Ask for something; redirections within the server are followed."""
        for _ in range(_HOPS):
            answer, elsewhere = self._request("GET", address, None, {})
            if not elsewhere:
                return answer
            address = joined(address, elsewhere)
        raise unexpected(shown(address), "the server redirects again and again")

    def post(self, address: str, content: Any = None) -> Answer:
        """Send JSON with POST, or nothing."""
        return self._send("POST", address, content)

    def put(self, address: str, content: Any) -> Answer:
        """Send JSON with PUT."""
        return self._send("PUT", address, content)

    def delete(self, address: str) -> Answer:
        """Remove something."""
        return self._send("DELETE", address, None)

    def put_file(self, address: str, file: Path) -> Sent:
        """Send a file with PUT, in pieces; its size is what it is when it is opened."""
        try:
            stream = file.open("rb")
        except OSError as error:
            hint = "check the file, and run the command again"
            raise PushError.of(DAMAGED_TRANSFER, file.as_posix(), f"cannot be read ({error.strerror})", hint) from None
        with stream:
            body = _Body(stream, os.fstat(stream.fileno()).st_size, file)
            headers = {"Content-Type": "application/octet-stream", "Content-Length": str(body.size)}
            return Sent(self._unmoved("PUT", address, body.pieces, headers), body.digest.hexdigest())

    def _send(self, method: str, address: str, content: Any) -> Answer:
        data = b"" if content is None else json.dumps(content, ensure_ascii=True).encode()
        headers = {"Content-Length": str(len(data))} | ({"Content-Type": "application/json"} if data else {})
        return self._unmoved(method, address, lambda send: send(data) if data else None, headers)

    def _unmoved(
        self, method: str, address: str, body: Callable[[Callable[[bytes], None]], None], headers: dict[str, str]
    ) -> Answer:
        answer, elsewhere = self._request(method, address, body, headers)
        if elsewhere:
            raise unexpected(shown(address), f"the server redirects to {shown(joined(address, elsewhere))}")
        return answer

    def _request(
        self,
        method: str,
        address: str,
        body: Callable[[Callable[[bytes], None]], None] | None,
        headers: dict[str, str],
    ) -> tuple[Answer, str]:
        """Make one request; return the answer, and the address that it redirects to, or ''."""
        parts = split(address)
        self._refuse_others(parts)
        connection = _connection(parts, min(self._silence, _TO_CONNECT))
        try:
            connection.connect()
            connection.sock.settimeout(self._silence)
            target = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_PERMITTED)
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in {**self._headers(), **headers}.items():
                connection.putheader(name, value)
            connection.endheaders()
            # Who refuses a large file answers before it has come, and hangs up: the answer tells why.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                if body:
                    body(connection.send)
            response = connection.getresponse()
            data = self._read(response, address)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise _cut(error, address) from None
        finally:
            connection.close()
        if response.status in (301, 302, 303, 307, 308) and response.headers.get("Location"):
            return Answer(shown(address), response.status, None), str(response.headers["Location"])
        wait = _seconds(response.headers.get("Retry-After"))
        return Answer(shown(address), response.status, self._parsed(data), wait), ""

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Authorization": f"Bearer {self._token}",
            "User-Agent": f"teikit/{__version__}",
        }

    def _refuse_others(self, parts: SplitResult) -> None:
        """Raise `PushError` where an address does not belong to the server."""
        if _origin(parts) != self._origin:
            place = shown(urlunsplit(parts))
            hint = "the token is for one server only; check the address, or tell those who run the server"
            raise PushError.of(UNSAFE_ADDRESS, place, f"the server leads away from {'://'.join(self._origin)}", hint)

    def _read(self, response: http.client.HTTPResponse, address: str) -> bytes:
        end = self._monotonic() + self._patience
        data = bytearray()
        while piece := response.read1(_PIECE):
            data += piece
            if len(data) > LARGEST_ANSWER:
                raise unexpected(shown(address), f"the answer is larger than {LARGEST_ANSWER >> 20} MiB")
            if self._monotonic() > end:
                raise TimeoutError(f"the answer was not whole after {self._patience:g} s")
        if response.length:
            raise http.client.IncompleteRead(bytes(data[-16:]), response.length)
        return bytes(data)

    def _parsed(self, data: bytes) -> Any:
        """Return the JSON of an answer, None where there is none; what echoes the token is freed of it."""
        if not data.strip():
            return None
        try:
            return json.loads(data.decode("utf-8", "replace").replace(self._token, "[token]"))
        except (ValueError, RecursionError):
            return data.decode("utf-8", "replace").replace(self._token, "[token]")


class _Body:
    """A file on its way: exactly `size` bytes of it, and the digest of what was sent."""

    def __init__(self, stream: IO[bytes], size: int, file: Path) -> None:
        self._stream = stream
        self._file = file
        self.size = size
        self.digest = hashlib.md5(usedforsecurity=False)

    def pieces(self, send: Callable[[bytes], None]) -> None:
        left = self.size
        while left:
            piece = self._stream.read(min(_PIECE, left))
            if not piece:
                hint = "let the file be, and run the command again"
                raise PushError.of(DAMAGED_TRANSFER, self._file.as_posix(), "became shorter while it was sent", hint)
            self.digest.update(piece)
            send(piece)
            left -= len(piece)


def shown(address: str) -> str:
    """Return an address as it may be shown: without a user, a password and a query."""
    parts = split(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _origin(parts: SplitResult) -> tuple[str, str]:
    """Return scheme and host with port."""
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    return parts.scheme, f"{(parts.hostname or '').lower()}:{port}"


def _connection(parts: SplitResult, silence: float) -> http.client.HTTPConnection:
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=silence)
    context = ssl.create_default_context()
    proxy = "" if is_local(host) or proxy_bypass(host) else getproxies().get("https", "")
    if not proxy:
        return http.client.HTTPSConnection(host, port, timeout=silence, context=context)
    through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    tunnel = http.client.HTTPSConnection(through.hostname or "", through.port or 3128, timeout=silence, context=context)
    tunnel.set_tunnel(host, port or 443)
    return tunnel


def _cut(error: Exception, address: str) -> PushError:
    place, hint = shown(address), "check the network, and run the command again: it goes on where it stopped"
    if isinstance(error, ssl.SSLCertVerificationError):
        hint = "check the address and the clock of this machine; a certificate that is not valid is not accepted"
        return PushError.of(NO_CONNECTION, place, f"the certificate is not valid ({error.verify_message})", hint)
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    if isinstance(error, TimeoutError):
        return PushError.of(NO_CONNECTION, place, f"the server does not answer ({reason})", hint, passing=True)
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected | ConnectionError):
        return PushError.of(NO_CONNECTION, place, f"the connection was cut ({reason})", hint, passing=True)
    if isinstance(error, http.client.HTTPException):
        return PushError.of(
            NO_CONNECTION, place, f"the answer is not HTTP ({type(error).__name__})", hint, passing=True
        )
    return PushError.of(NO_CONNECTION, place, f"the server cannot be reached ({reason})", hint)


def _seconds(value: str | None) -> float | None:
    """Read Retry-After: seconds, or a date (RFC 9110, §10.2.3)."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
