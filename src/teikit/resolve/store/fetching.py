"""Fetching schemas from the web: the only part of teikit that touches the network, and only when a user asks for it."""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable
from hashlib import sha256
from typing import IO, Any, NamedTuple
from urllib import error, request
from urllib.parse import urljoin, urlsplit

from teikit.diagnostics import TeikitError
from teikit.resolve.store.addresses import TEI_SOURCE, canonical
from teikit.resolve.store.gathering import Gathered, Loaded, gather
from teikit.xml import Limits

TIME_OUT = 30.0
"""Seconds that a server may be silent."""
PATIENCE = 20
"""How many times that long a whole file may take."""
MOST_REDIRECTS = 10

_CHUNK = 1 << 16
_COMPACT = "application/relax-ng-compact-syntax"
_HERE = ("localhost", "127.0.0.1", "::1")


class Fetching(NamedTuple):
    """How to fetch: the checksum that the file must have, '' for any; seconds that a server may be silent; who is told
    of redirects.
    """

    sha256: str = ""
    time_out: float = TIME_OUT
    say: Callable[[str], None] = lambda _: None


_DEFAULT = Fetching()


def fetch(address: str, how: Fetching = _DEFAULT) -> Gathered:
    """Fetch a schema, and what it includes from the same server.

    `https` is used also where the address says `http`, except where a checksum is demanded or the server is this
    machine. Raises `TeikitError` where it cannot be had, is too large, is a web page, or has another checksum.
    """
    first = _start(address, how)

    def read(place: str) -> Loaded:
        loaded = _download(place, how)
        if place == first:
            _check(address, loaded.data, how.sha256)
        return loaded

    def follow(place: str, reference: str) -> str | None:
        target = urljoin(place, reference)
        here, there = urlsplit(place), urlsplit(target)
        return target if (here.scheme, here.netloc) == (there.scheme, there.netloc) else None

    return gather(address, first, read, follow)


def _start(address: str, how: Fetching) -> str:
    """Return the address to ask at; what is none stays as it is."""
    url = canonical(address)
    if url is None:
        return address
    written = address.strip().partition("#")[0]
    parts = urlsplit(written)
    if parts.scheme == "tei":
        return TEI_SOURCE.format(parts.path)
    if parts.scheme == "http" and not how.sha256 and parts.hostname not in _HERE:
        return url if parts.port in (None, 80) else f"https{written[4:]}"
    return written if written.isascii() and " " not in written else url


def _check(address: str, data: bytes, wanted: str) -> None:
    found = sha256(data).hexdigest()
    if wanted and found != wanted.strip().lower():
        hint = "ask those who publish it for the right checksum; the file may have been changed, on the way or by them"
        raise TeikitError(f"{address}: the checksum is {found}, not {wanted}; nothing was kept", hint=hint)


class _Redirects(request.HTTPRedirectHandler):
    """Follows to http and https only, never from https to http, and says so."""

    max_redirections = MOST_REDIRECTS
    max_repeats = 2

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> request.Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https") or (scheme == "http" and req.type == "https"):
            hint = "fetch the new address by itself if you trust it, with --sha256"
            raise TeikitError(f"{req.full_url}: redirects to {newurl}, which is less safe", hint=hint)
        self._say(f"{req.full_url} redirects to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(say: Callable[[str], None]) -> request.OpenerDirector:
    """Return an opener that knows nothing but the web: no files, no ftp, no passwords."""
    opener = request.OpenerDirector()
    handlers = (
        request.ProxyHandler(),
        request.UnknownHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        _Redirects(say),
        request.HTTPErrorProcessor(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", "teikit"), ("Accept", "*/*")]
    return opener


def _download(place: str, how: Fetching) -> Loaded:
    try:
        with _opener(how.say).open(place, timeout=how.time_out) as response:
            data = _body(response, place, how)
            kind = response.headers.get_content_type()
            final = response.geturl()
    except error.HTTPError as fault:
        message = f"{place}: the server answers {fault.code} {fault.reason}"
        raise TeikitError(message, hint=_hint(fault.code, place)) from None
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise _failure(place, fault, how) from None
    if data.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        hint = "look for the address of the raw file"
        raise TeikitError(f"{place}: the server sent a web page, not a schema", hint=hint)
    compact = kind == _COMPACT or any(urlsplit(each).path.lower().endswith(".rnc") for each in (place, final))
    return Loaded(data, final, compact and not data.lstrip().startswith(b"<"))


def _body(response: Any, place: str, how: Fetching) -> bytes:
    """Read a body piece by piece, within the limits of size and time."""
    most = Limits.from_environment().size
    end = time.monotonic() + how.time_out * PATIENCE
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            hint = "is it the right file? Raise the limit (in bytes) with TEIKIT_MAX_SIZE"
            raise TeikitError(f"{place}: larger than {most} bytes; nothing was kept", hint=hint)
        if time.monotonic() > end:
            raise TimeoutError
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and size < int(length):
        raise http.client.IncompleteRead(b"", int(length) - size)
    return b"".join(pieces)


def _hint(status: int, place: str) -> str:
    if status in (404, 410):
        return "check the address and its spelling"
    if status in (401, 403, 407):
        return f"download it in a browser, and add it with “teikit schema add FILE --for {place}”"
    return f"try again later, or download it in another way and add it with “teikit schema add FILE --for {place}”"


def _failure(place: str, fault: Exception, how: Fetching) -> TeikitError:
    """Say why a server could not be reached, and what to do."""
    cause = fault.reason if isinstance(fault, error.URLError) and isinstance(fault.reason, Exception) else fault
    elsewhere = f"or download it in another way and add it with “teikit schema add FILE --for {place}”"
    if isinstance(cause, TimeoutError):
        hint = f"try again with a higher --timeout, {elsewhere}"
        return TeikitError(f"{place}: no answer within {how.time_out:g} seconds", hint=hint)
    if isinstance(cause, ssl.SSLError):
        reason = getattr(cause, "verify_message", "") or cause.reason or "TLS"
        hint = "a server without https is asked only for a file whose checksum you give with --sha256"
        return TeikitError(f"{place}: no safe connection ({reason})", hint=hint)
    if isinstance(cause, http.client.IncompleteRead):
        return TeikitError(f"{place}: the connection broke off; nothing was kept", hint=f"try again, {elsewhere}")
    reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    hint = f"check the address, the connection and the proxy (HTTPS_PROXY), {elsewhere}"
    return TeikitError(f"{place}: cannot be fetched ({reason})", hint=hint)
