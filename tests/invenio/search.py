"""What InvenioRDM needs of a search server: it keeps documents, and lists them all, the newest first."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_SHARDS = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}
_LISTED = "rdmrecords"
"""Part of the names of the indices whose documents are found again."""


class Search(ThreadingHTTPServer):
    """The server; `documents` are index and id → document, in the order in which they came last."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.documents: dict[tuple[str, str], Any] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def keep(self, index: str, id_: str, document: Any) -> None:
        self.documents.pop((index, id_), None)
        self.documents[index, id_] = document

    def found(self, indices: str, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer a search in indices (names, or the beginnings of names)."""
        names = tuple(name.rstrip("*") for name in indices.split(",") if _LISTED in name)
        hits = [
            {"_index": index, "_id": id_, "_score": 1.0, "_source": document, "_version": 1, "sort": [0]}
            for (index, id_), document in reversed(self.documents.items())
            if names and index.startswith(names)
        ]
        first = int(asked.get("from") or 0)
        page = hits[first : first + int(asked.get("size") or 10)]
        total = {"value": len(hits), "relation": "eq"}
        answer = {"took": 1, "timed_out": False, "_shards": _SHARDS, "count": len(hits)}
        return {
            **answer,
            "hits": {"total": total, "max_score": 1.0, "hits": page},
            "aggregations": _empty(asked.get("aggs") or asked.get("aggregations") or {}),
        }


def _empty(asked: dict[str, Any]) -> dict[str, Any]:
    """Answer aggregations: nothing is counted."""
    return {
        name: {"doc_count": 0, "buckets": [], **_empty(each.get("aggs") or each.get("aggregations") or {})}
        for name, each in asked.items()
    }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Search

    def respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.partition("?")[0].strip("/")
        index, _, action = path.partition("/")
        if path == "":
            version = {"distribution": "opensearch", "number": "2.12.0"}
            self.put({"version": version, "tagline": "The OpenSearch Project: https://opensearch.org/"})
        elif path.endswith("_bulk"):
            self.put({"took": 1, "errors": False, "items": list(self.bulk(body))})
        elif action in ("_search", "_count"):
            self.put(self.server.found(index, json.loads(body or b"{}")))
        elif action.startswith(("_doc/", "_create/")):
            self.document(index, action.partition("/")[2], body)
        elif "_alias" in path:
            self.put({})
        else:
            self.put({"acknowledged": True, "shards_acknowledged": True, "_shards": _SHARDS, "failures": []})

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = respond  # noqa: N815

    def document(self, index: str, id_: str, body: bytes) -> None:
        result = {"_index": index, "_id": id_, "_version": 1, "result": "updated", "_shards": _SHARDS}
        if self.command == "DELETE":
            self.server.documents.pop((index, id_), None)
        elif body:
            self.server.keep(index, id_, json.loads(body))
        self.put(result)

    def bulk(self, body: bytes) -> Iterator[dict[str, Any]]:
        lines = iter(line for line in body.decode().splitlines() if line.strip())
        for line in lines:
            ((action, about),) = json.loads(line).items()
            index, id_ = about.get("_index", ""), about.get("_id", "")
            if action == "delete":
                self.server.documents.pop((index, id_), None)
            else:
                self.server.keep(index, id_, json.loads(next(lines)))
            yield {action: {"_index": index, "_id": id_, "_version": 1, "status": 200, "_shards": _SHARDS}}

    def put(self, content: Any) -> None:
        data = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
