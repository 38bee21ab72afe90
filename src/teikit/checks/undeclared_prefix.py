"""A private URI scheme that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.checks.report import label, report
from teikit.diagnostics import Code, Diagnostic, Page, Severity
from teikit.project.markup import Markup, Reference
from teikit.xml import Document

CODE = Code(
    "TEI012",
    "undeclared-prefix",
    Severity.WARNING,
    "a private URI scheme without a prefixDef that fits",
    "TEI P5 Guidelines, 17.2.3 (Using Abbreviated Pointers)",
    Page(
        "a pointer such as `psn:mary` whose scheme is not one of the Internet's, and for which no `prefixDef` stands "
        "in the document and no prefix in `teikit.toml`; or where those that have its name do not match the rest. One "
        "report for each prefix (and each that does not match), at its first use. A document with an `xi:include` is "
        "not judged.",
        "`psn:mary` means something only by the `prefixDef` that says what it stands for. Without it, nobody can "
        "follow the pointer, and nothing can check it.",
        '<p><persName ref="psn:mary">Mary</persName></p>',
        '<p><persName ref="https://example.org/persons/mary">Mary</persName></p>',
        "TEI002",
    ),
)

KNOWN_SCHEMES = frozenset(
    (
        # Of the registry of URI schemes at IANA (RFC 7595), those that documents point with; and a few in wide use.
        *("about", "acct", "ark", "bitcoin", "cid", "data", "dav", "dns", "doi", "feed", "file", "ftp", "ftps", "geo"),
        *("git", "gopher", "hdl", "http", "https", "imap", "info", "ipfs", "irc", "isbn", "issn", "jar", "javascript"),
        *("jdbc", "lccn", "ldap", "mailto", "mid", "mms", "news", "nntp", "oclc", "oid", "openid", "pkcs11", "pmid"),
        *("purl", "rtsp", "sftp", "sip", "sms", "ssh", "stun", "swh", "tag", "tei", "tel", "telnet", "tftp", "urn"),
        *("uuid", "view-source", "ws", "wss", "xmpp", "xri", "z39.50r", "z39.50s"),
    )
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+._-]*):(?!//)")


def check(document: Document, markup: Markup) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each prefix that is not declared, and for each whose declarations do not match."""
    if markup.has_includes:
        # The declarations may stand in a header that is included.
        return
    uses: dict[tuple[str, bool], list[tuple[Reference, str]]] = {}
    declared = {definition.ident for definition in markup.prefixes}
    for reference in markup.references:
        for pointer in reference.pointers:
            prefix = _prefix(pointer)
            if prefix is None or not _is_unresolved(pointer, reference, markup):
                continue
            uses.setdefault((prefix, prefix in declared), []).append((reference, pointer))
    for (prefix, is_declared), found in uses.items():
        yield _report(document, prefix, found, is_declared=is_declared)


def _prefix(pointer: str) -> str | None:
    match = _SCHEME.match(pointer)
    return match.group(1) if match and match.group(1).casefold() not in KNOWN_SCHEMES else None


def _is_unresolved(pointer: str, reference: Reference, markup: Markup) -> bool:
    """Tell whether no declaration says what a pointer means: then its own scheme is left."""
    return markup.target(pointer, reference.element).uri == pointer.partition("#")[0]


def _report(document: Document, prefix: str, found: list[tuple[Reference, str]], *, is_declared: bool) -> Diagnostic:
    reference, pointer = found[0]
    fault = f'matches no prefixDef for "{prefix}"' if is_declared else "has a prefix that nothing declares"
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    message = f'"{pointer}" in {reference.attribute} of "{label(reference.element)}" {fault}{more}'
    hint = (
        "matchPattern must match all that follows the colon"
        if is_declared
        else f'declare <prefixDef ident="{prefix}" matchPattern="(.+)" replacementPattern="…#$1"> in listPrefixDef, '
        "or a prefix in teikit.toml"
    )
    return report(CODE, document, reference.element, reference.attribute, message, hint=hint)
