"""The checks that the lists of the targets name: one function each, over what is known of an edition.

`subject` finds out what all of them need, once. A check gets it with the parameters of the requirement, and answers
what is missing (`answer`). What a check of the documents or the reader of the headers has found already is not looked
for again: its finding is the reason that the answer gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from teikit.deposit.targets.requirements import description, documents, files, images, responsibility, rights
from teikit.deposit.targets.requirements.answer import Answer
from teikit.deposit.targets.requirements.subject import Subject

Function = Callable[[Subject, Mapping[str, Any]], Answer]


class Check(NamedTuple):
    """A check, and the names of the parameters that it must be given."""

    function: Function
    parameters: frozenset[str] = frozenset()


CHECKS: dict[str, Check] = {
    "valid": Check(documents.valid),
    "utf-8": Check(documents.utf_8),
    "no-byte-order-mark": Check(documents.no_byte_order_mark),
    "unique-ids": Check(documents.unique_ids),
    "pointers": Check(documents.pointers_resolve),
    "no-local-paths": Check(documents.no_local_paths),
    "no-doctype": Check(documents.no_doctype),
    "languages": Check(documents.languages),
    "file-names": Check(files.file_names, frozenset({"pattern", "allowed"})),
    "packable": Check(files.packable),
    "schema-included": Check(files.schema_included),
    "odd-included": Check(files.odd_included),
    "readme": Check(files.readme),
    "citation-file": Check(files.citation_file),
    "file-count": Check(files.file_count, frozenset({"most"})),
    "total-size": Check(files.total_size, frozenset({"most_bytes"})),
    "images-present": Check(images.present),
    "images-credited": Check(images.credited),
    "title": Check(description.title),
    "date": Check(description.publication_date),
    "description": Check(description.description),
    "keywords": Check(description.keywords),
    "identifier": Check(description.identifier),
    "creators": Check(responsibility.creators),
    "creator-names": Check(responsibility.names_parted),
    "creator-identifiers": Check(responsibility.identifiers, frozenset({"schemes"})),
    "contact": Check(responsibility.contact),
    "publisher": Check(rights.publisher),
    "licence": Check(rights.licence),
}
"""Every check, by the name that the lists call it."""

__all__ = ["CHECKS", "Answer", "Check", "Subject"]
