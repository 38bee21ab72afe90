"""What is known of an edition when it is held against a target: each thing found out once, for all checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from teikit import parallel
from teikit.deposit.contents import Contents, Edition, contents_of
from teikit.deposit.items import Item
from teikit.deposit.metadata import Metadata, metadata_of
from teikit.deposit.targets.requirements.answer import Answer
from teikit.deposit.targets.requirements.scan import Scan, scan
from teikit.diagnostics import Diagnostic, Location, Severity, TeikitError
from teikit.validation import Findings, Options, validate_files
from teikit.validation.many import Watch

_HOMES = {
    "DEP002": ("titleStmt", "fileDesc"),
    "DEP003": ("titleStmt", "fileDesc"),
    "DEP005": ("availability", "publicationStmt", "fileDesc"),
    "DEP008": ("publicationStmt", "fileDesc"),
    "DEP009": ("publicationStmt", "fileDesc"),
    "DEP011": ("langUsage", "profileDesc", "fileDesc"),
    "DEP013": ("profileDesc", "fileDesc"),
}
"""Where that belongs which no header has: the code that tells of it → elements, the best first."""

_XML_ROLES = ("document", "register", "odd")


class Subject(NamedTuple):
    """An edition: its contents, its metadata with what was told of them, the findings of validation, its files.

    `scans` are those of all files with text, in the order of the contents.
    """

    edition: Edition
    contents: Contents
    metadata: Metadata
    told: tuple[Diagnostic, ...]
    findings: tuple[Findings, ...]
    scans: tuple[Scan, ...]

    @classmethod
    def of(cls, edition: Edition, *, jobs: int | None = None, watch: Watch | None = None) -> Subject:
        """Find everything out. Raises `TeikitError` where a setting of the project is wrong."""
        contents = contents_of(edition, jobs=jobs)
        metadata, told = _described(edition, jobs)
        paths = [each.as_posix() for each in edition.documents]
        findings = validate_files(paths, Options(), jobs=jobs, **({"watch": watch} if watch else {}))
        return cls(edition, contents, metadata, told, tuple(findings), _scans(edition, contents, jobs))

    def shown(self, item: Item) -> str:
        """Return the path of an item as the user would type it."""
        return (self.edition.root / item.path).as_posix()

    def told_of(self, *codes: str) -> list[Diagnostic]:
        """Return what was told of the metadata with these codes, each at the element where it is to be mended."""
        found = [each for each in self.told if each.code.id in codes]
        return [
            each._replace(location=self.place_of(*_HOMES[each.code.id], path=each.location.path))
            if each.code.id in _HOMES
            else each
            for each in found
        ]

    def found(self, *codes: str) -> list[list[Diagnostic]]:
        """Return the findings of validation with these codes, file by file."""
        by_file: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in self.findings:
            for each in finding.diagnostics:
                if each.code.id in codes:
                    by_file[each.location.path].append(each)
        return list(by_file.values())

    def unread(self) -> list[str]:
        """Return the paths of the documents that nobody can look into: they cannot be opened, or are not XML."""
        return [
            each.path
            for each in self.findings
            if each.silent_failure is not None
            or any(found.code.layer == "xml" and found.severity is Severity.ERROR for found in each.diagnostics)
        ]

    def settled(self, missing: Iterable[Diagnostic]) -> Answer:
        """Return the answer of what was looked for inside of the documents: where some are unread, it may be there."""
        found = tuple(missing)
        unread = [] if found else self.unread()
        if not unread:
            return Answer(found)
        more = f" and {len(unread) - 1} more" if len(unread) > 1 else ""
        return Answer(is_decided=False, remark=f"{unread[0]} cannot be read{more}")

    def place_of(self, *elements: str, path: str = "") -> Location:
        """Return where the first of these elements that there is stands in a document, by default the first one.

        Without any of them it is the document's root, without documents the folder of the edition.
        """
        from teikit.xml import TEI, load

        if not path:
            items = [each for each in self.contents.items if each.role == "document"] or list(self.contents.items)
            path = self.shown(items[0]) if items else self.edition.root.as_posix()
        try:
            document = load(path)
        except TeikitError:
            return Location(path)
        found = (document.root.find(f".//{{{TEI}}}teiHeader//{{{TEI}}}{each}") for each in elements)
        element = next((each for each in found if each is not None), document.root)
        return document.locate(element)


def _described(edition: Edition, jobs: int | None) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Return the metadata, without the documents that cannot be opened: the contents tell of them."""
    try:
        return metadata_of(edition.described_by, jobs=jobs)
    except TeikitError:
        readable = tuple(each for each in edition.documents if _is_readable(each))
        if len(readable) == len(edition.documents):
            raise
        return metadata_of(readable, jobs=jobs)


def _is_readable(path: Path) -> bool:
    try:
        # Opening a pipe would wait for whoever writes to it.
        if not path.is_file():
            return False
        with path.open("rb"):
            return True
    except (OSError, ValueError):
        return False


def _scans(edition: Edition, contents: Contents, jobs: int | None) -> tuple[Scan, ...]:
    work = []
    for item in contents.items:
        if item.role not in ("image", "derived") and _is_text(item.media_type):
            work.append(((edition.root / item.path).as_posix(), item.role in _XML_ROLES, "xml" in item.media_type))
    reading = partial(_scan, root=edition.root)
    return tuple(parallel.each(reading, work, jobs, weigh=lambda each: parallel.size(each[0]), lost=_lost))


def _is_text(media_type: str) -> bool:
    kinds = ("xml", "json", "yaml", "toml", "relax-ng-compact")
    return media_type.startswith("text/") or any(kind in media_type for kind in kinds)


def _scan(work: tuple[str, bool, bool], root: Path) -> Scan:
    path, has_pointers, is_xml = work
    return scan(path, root, has_pointers=has_pointers, is_xml=is_xml)


def _lost(work: tuple[str, bool, bool]) -> Scan:
    return Scan(work[0])
