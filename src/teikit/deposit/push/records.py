"""The record on the server: made, found again, given a DOI, described, published.

Each function first looks at what there is, so it may be called again after any fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote

from teikit.deposit.push.codes import NO_CONNECTION, SERVER_FAILED, UNEXPECTED_ANSWER, UNKNOWN_STATE
from teikit.deposit.push.transport.addresses import split
from teikit.deposit.push.transport.answers import Answer, PushError, judged, unexpected
from teikit.deposit.push.transport.client import Client, shown

_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]+")
_NO_FILES_YET = ("files",)
_PAGES = 20


class Draft(NamedTuple):
    """A draft: its address, that of the record it becomes, its page for people, its DOI ('' while it has none)."""

    address: str
    record: str
    page: str
    doi: str
    answer: Answer


def records_of(server: str) -> str:
    """Return the address of the records of a server, which is given with `/api` or without.

    Raises `PushError` where that is no address.
    """
    parts = split(server)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        hint = "give the address of the server alone, such as https://zenodo.org"
        raise PushError.of(UNEXPECTED_ANSWER, shown(server), "this is not the address of a server", hint)
    path = parts.path.rstrip("/").removesuffix("/records").removesuffix("/api")
    return f"{parts.scheme}://{parts.netloc}{path}/api/records"


def create(client: Client, server: str, metadata: dict[str, Any], mark: str) -> Draft:
    """Make a draft that carries a mark among its identifiers."""
    marked = [*metadata.get("identifiers", []), {"scheme": "urn", "identifier": mark}]
    content = {"metadata": {**metadata, "identifiers": marked}, "files": {"enabled": True}}
    answer = client.post(server, content)
    # A draft with faults is one all the same; the caller says what is wrong, once it has written down where it is.
    is_draft = answer.status in (200, 201) and answer.maybe("links", "self")
    return _draft(answer if is_draft else judged(answer, expected=(200, 201)))


def find(client: Client, server: str, mark: str) -> Draft | None:
    """Return the draft with a mark among those of the user, the newest first; None where there is none.

    Raises `PushError` where the server does not say.
    """
    address = f"{server.removesuffix('/records')}/user/records?sort=newest&size=25"
    for _ in range(_PAGES):
        answer = _asked(client, address)
        hits = answer.maybe("hits", "hits")
        if not isinstance(hits, list):
            raise _unsaid(address, "the answer has no list of drafts")
        for hit in hits:
            found = Answer(answer.address, 200, hit)
            identifiers = found.maybe("metadata", "identifiers") or []
            if any(isinstance(each, dict) and each.get("identifier") == mark for each in identifiers):
                return look(client, found.text("links", "self"))
        following = answer.maybe("links", "next")
        if not hits or not isinstance(following, str):
            return None
        address = following
    return None


def _asked(client: Client, address: str) -> Answer:
    try:
        return judged(client.get(address), expected=(200,))
    except PushError as error:
        if error.passing or error.diagnostics[0].code in (NO_CONNECTION, SERVER_FAILED):
            raise
        raise _unsaid(address, error.diagnostics[0].message) from None


def _unsaid(address: str, message: str) -> PushError:
    hint = "look at your uploads on the server: if a new draft is there, delete it; then delete the state file"
    told = f"the server was asked to make a draft, and now does not say whether it did: {message}"
    return PushError.of(UNKNOWN_STATE, shown(address), told, hint)


class Succession(NamedTuple):
    """The draft of the next version of a record, and the bare DOI of the version before."""

    draft: Draft
    doi_before: str


def new_version(client: Client, server: str, record: str) -> Succession:
    """Return the draft of the next version of a record (its id or its address).

    InvenioRDM makes one, and gives it again later.
    """
    answer = client.get(f"{server}/{quote(record.rstrip('/').rpartition('/')[2], safe='')}")
    if answer.status == 404:
        hint = "give the id that stands at the end of the record's address, such as abcde-12345 or 1234567"
        raise PushError.of(UNEXPECTED_ANSWER, answer.address, f"there is no record “{record}”", hint)
    last = _draft(judged(answer, expected=(200,)))
    made = judged(client.post(answer.text("links", "versions")), expected=(200, 201), ignored=("metadata", "files"))
    return Succession(_draft(made), last.doi)


def look(client: Client, address: str) -> Draft | None:
    """Return a draft as it is now, None where there is none any more."""
    answer = judged(client.get(address), expected=(200,), absent=True)
    return None if answer.status != 200 else _draft(answer)


def look_up(client: Client, address: str) -> Draft:
    """Return a draft as it is now. Raises `PushError` where it is gone."""
    draft = look(client, address)
    if draft is None:
        hint = "it was deleted, or published by somebody else; delete the state file to begin anew"
        raise PushError.of(UNKNOWN_STATE, shown(address), "the draft of this push is gone", hint)
    return draft


def reserve(client: Client, address: str) -> str:
    """Return the DOI of a draft; where it has none yet, one is reserved."""
    draft = look_up(client, address)
    if not draft.doi:
        # The answer without the metadata's faults: those are for `describe` to say.
        link = draft.answer.text("links", "reserve_doi")
        draft = _draft(judged(client.post(link), expected=(200, 201), ignored=("metadata", "files")))
    if not _DOI.fullmatch(draft.doi):
        raise unexpected(draft.answer.address, "the server reserves no DOI")
    return draft.doi


def describe(client: Client, address: str, metadata: dict[str, Any]) -> None:
    """Give a draft its metadata; its access, its fields of the repository's own and its DOI stay."""
    answer = look_up(client, address).answer
    content = {"metadata": metadata, "files": {"enabled": True}}
    for key in ("access", "custom_fields", "pids"):
        kept = answer.maybe(key)
        if isinstance(kept, dict) and kept:
            content[key] = {name: value for name, value in kept.items() if name != "status"}
    judged(client.put(address, content), expected=(200,), ignored=_NO_FILES_YET)


def publish(client: Client, address: str, record: str, intend: Callable[[], None]) -> Draft:
    """Publish a draft, unless it is published already; return the record.

    `intend` is called just before the server is asked to.
    """
    draft = look(client, address)
    if draft is None or draft.answer.maybe("is_published") is True:
        answer = judged(client.get(record), expected=(200,), absent=True)
        if answer.maybe("is_published") is True:
            return _draft(answer)
        return look_up(client, address)
    intend()
    judged(client.post(draft.answer.text("links", "publish")), expected=(200, 201, 202))
    answer = judged(client.get(record), expected=(200,))
    if answer.maybe("is_published") is not True:
        raise unexpected(answer.address, "the server has published the record, and says that it has not")
    return _draft(answer)


def _draft(answer: Answer) -> Draft:
    """Read a draft or a record."""
    if not isinstance(answer.content, dict):
        raise unexpected(answer.address, "the answer holds no JSON object")
    address = answer.text("links", "self")
    doi = answer.maybe("pids", "doi", "identifier")
    record, page = answer.maybe("links", "record"), answer.maybe("links", "self_html")
    return Draft(
        address,
        record if isinstance(record, str) else address,
        page if isinstance(page, str) else address,
        doi if isinstance(doi, str) else "",
        answer,
    )
