"""What a pointer means, by RFC 3986, XML Base and TEI's prefixDef."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import comb
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

_LOCAL_SCHEMES = ("", "file")
_UNBOUNDED = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\d*\})")
_GROUP_REPEATED = re.compile(r"(?<!\\)\)(?:[*+]|\{)")
_REFERENCE = re.compile(r"\$(\d)")
_URI_SIGNS = re.compile(r"[#:/?]|\.[A-Za-z][A-Za-z0-9]{1,4}$")
_MOST_STEPS = 1_000_000


class Target(NamedTuple):
    """What a pointer leads to.

    `uri` is the absolute URI of the document, without a fragment. `fragment` is the id, percent-decoded; None where
    the pointer names a whole document or uses an XPointer scheme such as `range(…)`. `is_local` tells whether the
    document is the one that the pointer stands in, `is_external` whether it is outside the file system.
    """

    uri: str
    fragment: str | None
    is_local: bool
    is_external: bool


class PrefixDef(NamedTuple):
    """One `prefixDef`: `ident:rest` means `replacement` (resolved against `base`) if `pattern` matches all of rest."""

    ident: str
    pattern: str
    replacement: str
    base: str

    def expand(self, rest: str) -> str | None:
        """Return the URI that `ident:rest` stands for, or None where the pattern does not match or is not one.

        A pattern comes with the document, so its cost is bounded before it runs: one that could take very many steps
        on this pointer is treated as not matching.
        """
        if not _is_bounded(self.pattern, rest):
            return None
        try:
            match = re.fullmatch(self.pattern, rest)
            if match is None:
                return None
            written = _REFERENCE.sub(lambda number: match.group(int(number.group(1))) or "", self.replacement)
        except (re.error, IndexError, RecursionError, OverflowError):
            return None
        return join(self.base, written)


def _is_bounded(pattern: str, text: str) -> bool:
    """Tell whether backtracking is polynomial and small: no repeated group, few repeats for the length of the text."""
    if len(pattern) > 500 or _GROUP_REPEATED.search(pattern):
        return False
    repeats = len(_UNBOUNDED.findall(pattern))
    return comb(len(text) + repeats, repeats) <= _MOST_STEPS


def document_uri(path: str) -> str:
    """Return the absolute URI of a document by its path, without `.` and `..` segments."""
    uri = Path(path).absolute().as_uri()
    return urljoin(uri, urlsplit(uri).path.rpartition("/")[2])


def file_of(uri: str) -> Path | None:
    """Return the path that a `file:` URI means, or None where it means no file of this machine."""
    try:
        parts = urlsplit(uri)
        path = unquote(parts.path)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc or parts.query or not path or "\0" in path:
        return None
    # A drive of Windows: /C:/folder.
    return Path(path[1:] if re.match(r"/[A-Za-z]:/", path) else path)


def join(base: str, reference: str) -> str:
    """Resolve a URI reference against a base (RFC 3986, §5); a reference that is not one is returned as it stands."""
    document, hash_, fragment = reference.partition("#")
    try:
        # A bare fragment means the base document itself (§5.2.2).
        return (_joined(base, document) if document else base.partition("#")[0]) + hash_ + fragment
    except ValueError:
        return reference


@lru_cache(maxsize=10_000)
def _joined(base: str, document: str) -> str:
    return urljoin(base, document)


@lru_cache(maxsize=10_000)
def _is_external(document: str) -> bool:
    return urlsplit(document).scheme not in _LOCAL_SCHEMES


def base_uri(bases: Iterable[str], document: str) -> str:
    """Return the base URI at an element, from the `xml:base` values above it, outermost first (XML Base, §4)."""
    base = document
    for step in bases:
        base = join(base, step.strip())
    return base


def resolve(pointer: str, base: str, own: Sequence[str], prefixes: Sequence[PrefixDef] = ()) -> Target:
    """Say what a pointer means.

    `base` is the base URI where the pointer stands, `own` are the URIs that mean the document itself (its file, and the
    base that its root element gives it), `prefixes` are the document's prefixDef elements in order; the first whose
    pattern matches is used.
    """
    document, _, fragment = (_expanded(pointer, prefixes) or join(base, pointer)).partition("#")
    try:
        is_external = _is_external(document)
    except ValueError:
        return Target(pointer, None, False, True)
    found = unquote(fragment) if "%" in fragment else fragment
    is_id = bool(found) and "(" not in found
    return Target(document, found if is_id else None, document in own, is_external)


def _expanded(pointer: str, prefixes: Sequence[PrefixDef]) -> str | None:
    ident, colon, rest = pointer.partition(":")
    if not colon:
        return None
    expansions = (definition.expand(rest) for definition in prefixes if definition.ident == ident)
    return next((uri for uri in expansions if uri is not None), None)


def is_bare_name(pointer: str) -> bool:
    """Tell whether a word in a pointer attribute is only a name (`Mary`), not a URI of any shape.

    It is, formally, a relative URI; but nobody calls a file `Mary`, and a file has an ending.
    """
    return not _URI_SIGNS.search(pointer)
