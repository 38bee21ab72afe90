"""Addresses of schemas: which mean the same, and where their files lie."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

TEI_SOURCE = "https://www.tei-c.org/Vault/P5/{}/xml/tei/odd/p5subset.xml"
"""Where the TEI keeps the source of each release, `current` the newest."""

_TEI = re.compile(r"tei:([0-9]+(?:\.[0-9]+)*[a-z]?|current)")
_TEI_HOSTS = ("www.tei-c.org", "tei-c.org")
_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]|[. ]\Z')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
LONGEST_NAME = 120
"""Characters of a file name; a longer one is replaced by its digest."""


def canonical(address: str) -> str | None:
    """Return the one form of all addresses that mean the same resource; None where it is not one in the web.

    `http` and `https` are the same, as are spellings that RFC 3986 (§6.2.2 and §6.2.3) calls equivalent; a fragment
    does not count. `tei:VERSION` is the source of that release in the TEI's vault; on the TEI's server `/release/` is
    `/Vault/P5/current/`. A query, a final slash and everything else do count.
    """
    written = address.strip(" \t\r\n")
    tei = _TEI.fullmatch(written)
    if tei:
        return TEI_SOURCE.format(tei.group(1))
    try:
        parts = urlsplit(written.partition("#")[0])
        port = parts.port
        host = (parts.hostname or "").encode("ascii" if written.isascii() else "idna").decode()
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
        return None
    path = _without_dots(_normalized(parts.path))
    if host in _TEI_HOSTS and port in (None, 80, 443):
        host = _TEI_HOSTS[0]
        if path.startswith("/release/"):
            path = f"/Vault/P5/current/{path.removeprefix('/release/')}"
    authority = f"[{host}]" if ":" in host else host
    if port not in (None, _PORTS[parts.scheme]):
        authority = f"{authority}:{port}"
    query = f"?{_normalized(parts.query)}" if parts.query else ""
    return f"https://{authority}{path}{query}"


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` (RFC 3986, §5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _normalized(text: str) -> str:
    """Write what must be escaped as %HH, with capital digits, and nothing else (RFC 3986, §6.2.2)."""

    def escaped(match: re.Match[str]) -> str:
        character = chr(int(match.group(1), 16))
        return character if character in _UNRESERVED else match.group().upper()

    return _ESCAPE.sub(escaped, quote(text, safe="!$&'()*+,;=:@/?%[]~"))


def is_tei_source(address: str) -> bool:
    """Tell whether an address means the source of a release of the TEI."""
    where = canonical(address)
    start, end = TEI_SOURCE.split("{}")
    return where is not None and where.startswith(start) and where.endswith(end)


def place(url: str, *, compact: bool) -> str:
    """Return the path below `files/` for a canonical address: its host, then its path, unescaped where that is safe.

    The name ends in `.rnc` exactly where the file is in RELAX NG's compact syntax: readers go by that.
    """
    parts = urlsplit(url)
    segments = [_segment(unquote(each)) for each in parts.path.split("/") if each]
    if url.partition("?")[0].endswith("/"):
        segments.append("index")
    name = segments.pop()
    stem, dot, ending = name.rpartition(".")
    if parts.query:
        mark = sha256(parts.query.encode()).hexdigest()[:8]
        name = f"{stem}@{mark}.{ending}" if dot else f"{name}@{mark}"
    if name.lower().endswith(".rnc") != compact:
        name += ".rnc" if compact else ".rng"
    return "/".join([_segment(parts.netloc), *segments, name])


def _segment(text: str) -> str:
    """Return a name that is one on every system, and never `.` or `..`."""
    if len(text) > LONGEST_NAME:
        ending = text.rpartition(".")[2]
        text = sha256(text.encode("utf-8", "replace")).hexdigest()[:40] + (f".{ending}" if len(ending) < 10 else "")
    name = _UNSAFE.sub(lambda one: f"%{ord(one[0]):02X}", text)
    return f"%{name}" if _DEVICES.fullmatch(name) else name
