"""Bags for tests: small ones of our own, and what others say of them."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import bagit

from teikit.deposit.bagit.writing import writing
from teikit.deposit.verifying import verify

FILES: dict[str, bytes] = {
    "tei/letters/1.xml": b"<TEI>one</TEI>\n",
    "tei/letters/2.xml": "<TEI>丁巳</TEI>\n".encode(),
    "schema/edition.rng": b"<grammar/>\n",
    "images/map.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "README.md": b"# An edition\n",
    "empty.txt": b"",
}


def crate(files: Mapping[str, bytes]) -> bytes:
    """Return the least RO-Crate that describes files."""
    parts = [{"@id": quote(path)} for path in files]
    about = {"@id": "./"}
    graph = [
        {"@id": "ro-crate-metadata.json", "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}, "about": about},
        {"@id": "./", "@type": "Dataset", "hasPart": parts},
        *({"@id": quote(path), "@type": "File", "contentSize": str(len(data))} for path, data in files.items()),
    ]
    return json.dumps({"@graph": graph}).encode()


def make(target: Path, files: Mapping[str, bytes] = FILES, *, replace: bool = False) -> Path:
    """Write a package with files and a crate."""
    with writing(target, "edition", replace=replace) as bag:
        for path, data in files.items():
            bag.add(path, data)
        bag.add("ro-crate-metadata.json", crate(files))
        bag.close([("External-Description", "An edition of two letters")])
    return target


def found(package: Path) -> set[tuple[str, str]]:
    """Return what verification finds: codes, with the paths in the package."""
    start = package.as_posix()
    return {(each.code.id, each.location.path.removeprefix(start).lstrip("/")) for each in verify(package.as_posix())}


def bagit_accepts(folder: Path) -> bool:
    """Tell whether the Library of Congress' program finds a bag valid."""
    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return bool(bagit.Bag(str(folder)).is_valid())


def tree(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of all files in a folder."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}
