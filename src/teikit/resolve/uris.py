"""References, absolute URIs and paths (RFC 3986 and RFC 8089)."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


def file_uri(path: str | Path) -> str:
    """Return the `file:` URI of a path; a path that is none (too long, a NUL) gives one that names nothing."""
    try:
        # `..` goes by the text, as in a URI.
        return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100
    except ValueError:
        return "file:///"


def absolute(reference: str, base: str | Path | None) -> str | None:
    """Return a reference as an absolute URI without its fragment; None where it is none, or names no other file.

    `base` is what it is relative to: the path or the URI of the file in which it stands, None for the current folder.
    """
    start = str(base) if _is_uri(base) else file_uri("./x" if base is None else base)
    named = reference.strip(" \t\r\n").partition("#")[0]
    try:
        joined = urljoin(start, named)
        urlsplit(joined)
    except ValueError:
        return None
    return joined if named else None


def local_path(uri: str) -> Path | None:
    """Return the path that a `file:` URI means, None for every other URI."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or "\0" in unquote(parts.path):
        return None
    if os.name == "nt":
        # It brings the whole of HTTP along.
        from urllib.request import url2pathname

        return Path(url2pathname(parts.path))
    return Path(unquote(parts.path))


def scheme(reference: str) -> str:
    """Return the scheme of a reference, '' for a relative one and for one that is none."""
    try:
        return urlsplit(reference.strip(" \t\r\n")).scheme
    except ValueError:
        return ""


def shown(path: Path, base: str | Path | None) -> Path:
    """Return a path as a user would type it who typed `base`: relative to the current folder if that is."""
    if base is None or _is_uri(base) or Path(base).is_absolute():
        return path
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


def is_file(path: Path) -> bool:
    """Tell whether a path that somebody wrote is a file; it may be no path at all, or too long for one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_uri(base: str | Path | None) -> bool:
    return isinstance(base, str) and ("://" in base or base.startswith("file:"))
