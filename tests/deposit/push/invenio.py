"""What InvenioRDM 14 was seen to answer, without what does not matter to a push."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote


class RefusalError(Exception):
    """A refusal: its status and its content."""

    def __init__(self, status: int, message: str, errors: list[dict[str, Any]] | None = None) -> None:
        self.status = status
        self.content = {"status": status, "message": message} | ({"errors": errors} if errors else {})


class Record:
    """A record, or the draft of one."""

    def __init__(self, id_: str, parent: str, index: int, metadata: dict[str, Any]) -> None:
        self.id = id_
        self.parent = parent
        self.index = index
        self.metadata = metadata
        self.doi = ""
        self.files: dict[str, bytes] = {}
        self.complete: set[str] = set()
        self.is_published = False


class Invenio:
    """The records at an address; `published` are the ids in the order in which they were published."""

    def __init__(self) -> None:
        self.address = ""
        self.records: dict[str, Record] = {}
        self.published: list[str] = []

    def answer(self, name: str, names: dict[str, str], body: bytes) -> tuple[int, Any]:
        """Do what a request asks for. Raises `RefusalError`."""
        action: Callable[..., tuple[int, Any]] = getattr(self, f"_{name}")
        return action(body, **names)

    def _search(self, body: bytes) -> tuple[int, Any]:
        return 200, {"hits": {"hits": [self._shown(each) for each in reversed(self.records.values())]}, "links": {}}

    def _create(self, body: bytes) -> tuple[int, Any]:
        number = len(self.records) + 1
        record = Record(f"abcde-{number:05}", f"paren-{number:05}", 1, {})
        self.records[record.id] = record
        return 201, self._with_errors(record, _json(body), before_files=True)

    def _record(self, body: bytes, id: str) -> tuple[int, Any]:
        record = self.records.get(id)
        if record is None or not record.is_published:
            raise RefusalError(404, "The persistent identifier is not registered.")
        return 200, self._shown(record)

    def _versions(self, body: bytes, id: str) -> tuple[int, Any]:
        last = self.records[id]
        drafts = [each for each in self.records.values() if each.parent == last.parent and not each.is_published]
        if not drafts:
            kept = {key: value for key, value in last.metadata.items() if key not in ("version", "publication_date")}
            draft = Record(f"abcde-{len(self.records) + 1:05}", last.parent, last.index + 1, kept)
            self.records[draft.id] = draft
            drafts = [draft]
        return 201, self._shown(drafts[0])

    def _draft(self, body: bytes, id: str) -> tuple[int, Any]:
        return 200, self._shown(self._open(id))

    def _describe(self, body: bytes, id: str) -> tuple[int, Any]:
        return 200, self._with_errors(self._open(id), _json(body), before_files=False)

    def _reserve(self, body: bytes, id: str) -> tuple[int, Any]:
        draft = self._open(id)
        if draft.doi:
            fault = {"field": "pids.doi", "messages": ["A PID already exists for type doi"]}
            raise RefusalError(400, "A validation error occurred.", [fault])
        draft.doi = f"10.5072/{id}"
        return 201, self._shown(draft)

    def _files(self, body: bytes, id: str, draft: str | None) -> tuple[int, Any]:
        record = self._open(id) if draft else self.records[id]
        return 200, self._listed(record)

    def _add(self, body: bytes, id: str) -> tuple[int, Any]:
        draft = self._open(id)
        for each in _json(body):
            if each["key"] in draft.files:
                raise RefusalError(400, f"File with key {each['key']} already exists.")
            draft.files[each["key"]] = b""
        return 201, self._listed(draft)

    def _content(self, body: bytes, id: str, key: str) -> tuple[int, Any]:
        draft = self._open(id)
        if key in draft.complete:
            # InvenioRDM answers 200 here, with an error in it, and has lost the file.
            entry = self._entry(draft, key)
            del draft.files[key]
            draft.complete.discard(key)
            return 200, {**entry, "errors": "File upload transfer failed."}
        draft.files[key] = body
        return 200, self._entry(draft, key)

    def _commit(self, body: bytes, id: str, key: str) -> tuple[int, Any]:
        draft = self._open(id)
        draft.complete.add(key)
        return 200, self._entry(draft, key)

    def _remove(self, body: bytes, id: str, key: str) -> tuple[int, Any]:
        draft = self._open(id)
        del draft.files[key]
        draft.complete.discard(key)
        return 204, None

    def _download(self, body: bytes, id: str, key: str) -> tuple[int, Any]:
        return 200, self.records[id].files[key]

    def _publish(self, body: bytes, id: str) -> tuple[int, Any]:
        draft = self._open(id)
        faults = _faults(draft.metadata)
        if not draft.files:
            told = "Missing uploaded files. To disable files for this record please mark it as metadata-only."
            faults.append({"field": "files.enabled", "messages": [told]})
        if set(draft.files) - draft.complete:
            told = "One or more files have not completed their transfer, please wait."
            faults.append({"field": "files", "messages": [told]})
        if faults:
            raise RefusalError(400, "A validation error occurred.", faults)
        draft.is_published = True
        draft.doi = draft.doi or f"10.5072/{id}"
        self.published.append(id)
        return 202, self._shown(draft)

    def _open(self, id_: str) -> Record:
        record = self.records.get(id_)
        if record is None or record.is_published:
            raise RefusalError(404, "The persistent identifier does not exist.")
        return record

    def _with_errors(self, record: Record, sent: dict[str, Any], *, before_files: bool) -> dict[str, Any]:
        faults = _faults(sent["metadata"])
        wrong = {each["field"].rpartition(".")[2] for each in faults}
        record.metadata = {key: value for key, value in sent["metadata"].items() if key not in wrong}
        if not before_files and not record.files:
            faults.append({"field": "files.enabled", "messages": ["Missing uploaded files."]})
        return self._shown(record) | ({"errors": faults} if faults else {})

    def _shown(self, record: Record) -> dict[str, Any]:
        own = f"{self.address}/api/records/{record.id}"
        page = f"{self.address}/records/{record.id}" if record.is_published else f"{self.address}/uploads/{record.id}"
        links = {"self": own, "self_html": page, "files": f"{own}/files", "versions": f"{own}/versions"}
        if not record.is_published:
            links |= {
                "self": f"{own}/draft",
                "record": own,
                "reserve_doi": f"{own}/draft/pids/doi",
                "files": f"{own}/draft/files",
                "publish": f"{own}/draft/actions/publish",
            }
        return {
            "id": record.id,
            "links": links,
            "is_published": record.is_published,
            "is_draft": not record.is_published,
            "versions": {"index": record.index},
            "pids": {"doi": {"identifier": record.doi, "provider": "datacite"}} if record.doi else {},
            "metadata": record.metadata,
            "access": {"record": "public", "files": "public", "status": "open"},
            "custom_fields": {},
            "status": "published" if record.is_published else "draft",
        }

    def _listed(self, record: Record) -> dict[str, Any]:
        return {"enabled": True, "entries": [self._entry(record, key) for key in record.files]}

    def _entry(self, record: Record, key: str) -> dict[str, Any]:
        within = "" if record.is_published else "/draft"
        own = f"{self.address}/api/records/{record.id}{within}/files/{quote(key)}"
        entry: dict[str, Any] = {"key": key, "status": "pending", "transfer": {"type": "L"}}
        entry["links"] = {"self": own, "content": f"{own}/content", "commit": f"{own}/commit"}
        if key in record.complete:
            data = record.files[key]
            entry |= {"status": "completed", "size": len(data), "checksum": f"md5:{hashlib.md5(data).hexdigest()}"}
        return entry


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        raise RefusalError(400, "Unable to decode JSON data in request body.") from None


def _faults(metadata: dict[str, Any]) -> list[dict[str, Any]]:
    missing = [key for key in ("resource_type", "creators", "title", "publication_date") if not metadata.get(key)]
    faults = [{"field": f"metadata.{key}", "messages": ["Missing data for required field."]} for key in missing]
    if 0 < len(metadata.get("title") or "") < 3:
        faults.append({"field": "metadata.title", "messages": ["Shorter than minimum length 3."]})
    if not metadata.get("publisher"):
        told = "Missing publisher field required for DOI registration."
        faults.append({"field": "metadata.publisher", "messages": [told]})
    return faults
