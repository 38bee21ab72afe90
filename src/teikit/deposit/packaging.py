"""Building a package: contents, metadata, and what is made of both, as one bag."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from teikit.deposit.bagit.moment import bagging_date
from teikit.deposit.bagit.writing import Bag, writing
from teikit.deposit.contents import Contents, Edition, contents_of
from teikit.deposit.contents.media_types import media_type
from teikit.deposit.items import Item
from teikit.deposit.metadata import Licence, Metadata, metadata_of
from teikit.diagnostics import Diagnostic, Location, Severity, TeikitError
from teikit.version import __version__

CRATE = "ro-crate-metadata.json"
PAGE = "index.html"


class Built(NamedTuple):
    """The outcome: the files below `data/` (none where nothing was written), the metadata, and what is to be said."""

    items: tuple[Item, ...]
    metadata: Metadata
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_written(self) -> bool:
        """Whether there is a package."""
        return bool(self.items)


def build(
    edition: Edition, target: Path, *, forms: Sequence[str] = (), replace: bool = False, jobs: int | None = None
) -> Built:
    """Write a package of an edition to a folder, or to a zip file where the name ends in `.zip`.

    `forms` are derived from the documents and go in as well (`html`, `text`); with `replace`, a package that is there
    is replaced. Where a file of the edition cannot go in, nothing is written, and an error among the diagnostics says
    why; what the metadata lack does not hinder. Raises `TeikitError` where something cannot be read or written.
    """
    _keep_apart(edition, target)
    contents = contents_of(edition, jobs=jobs)
    found = dict.fromkeys(_judged(edition, contents.diagnostics))
    if any(each.severity is Severity.ERROR for each in found):
        return Built((), Metadata(), tuple(found))
    metadata, told = metadata_of(edition.described_by, jobs=jobs)
    found.update(dict.fromkeys(told))
    with tempfile.TemporaryDirectory(prefix="teikit-") as folder:
        made: tuple[Item, ...] = ()
        if forms:
            from teikit.deposit.derived import derived_from

            made, remarks = derived_from(edition, contents.items, forms, Path(folder), jobs=jobs)
            found.update(dict.fromkeys(_judged(edition, remarks)))
        with writing(target, _slug(metadata.title), replace=replace) as bag:
            items = _filled(bag, metadata, contents, made)
            bag.close(_info(metadata))
    return Built(items, metadata, tuple(sorted(found, key=lambda each: each.sort_key)))


def _keep_apart(edition: Edition, target: Path) -> None:
    """Raise `TeikitError` where the package would take the place of the edition itself, or of a folder around it."""
    place = os.path.realpath(target)
    for each in {edition.root, edition.source, *(document.parent for document in edition.documents)}:
        if os.path.commonpath([place, os.path.realpath(each)]) == place:
            message = f"{target.as_posix()}: the package cannot take the place of the edition that goes into it"
            raise TeikitError(message, hint="choose another name with -o, such as package/")


def _filled(bag: Bag, metadata: Metadata, contents: Contents, made: Sequence[Item]) -> tuple[Item, ...]:
    """Write the payload; return its items, with the sizes that they had when they were read."""
    from teikit.deposit.page import to_html
    from teikit.deposit.page.listing import Row
    from teikit.deposit.records import crate

    rows: list[Row] = []
    given = (*contents.items, *made)
    for item in (*given, *_records(metadata, given)):
        written = bag.add(item.path, item.source)
        rows.append(Row(item._replace(size=written.size), written.checksums["sha256"]))
    # The crate tells the size of the page, so that the page cannot tell that of the crate.
    unwritten = Row(_item(CRATE, ""), "")
    page = _item(PAGE, to_html(metadata, [*rows, unwritten]), "documentation")
    bag.add(page.path, page.source)
    items = (*(row.item for row in rows), page)
    described = _item(CRATE, crate.to_json(_as_crates_want(metadata, items), items))
    bag.add(described.path, described.source)
    return (*items, described)


def _as_crates_want(metadata: Metadata, items: Sequence[Item]) -> Metadata:
    """Return the metadata with what a crate must have: a day, and how it may be used, if only in words (RO-Crate 1.1).

    Without a day of publication, that of the package stands there.
    """
    licence = metadata.licence
    if licence is None:
        file = next((item.path for item in items if re.match(r"(?i)licen[cs]e|copying", item.path)), "")
        words = f"The headers name no licence; see the file {file}." if file else "The headers name no licence."
        licence = Licence("", words, "", Location(""))
    return metadata._replace(licence=licence, publication_date=metadata.publication_date or bagging_date())


def _records(metadata: Metadata, items: Sequence[Item]) -> Iterator[Item]:
    """Yield the records of the metadata and a README; what the edition has of its own stays as it is."""
    from teikit.deposit.page import to_markdown
    from teikit.deposit.records import citation_cff, codemeta, datacite, dublin_core

    makers: dict[str, Callable[[Metadata], str]] = {
        "CITATION.cff": citation_cff.to_yaml,
        "codemeta.json": codemeta.to_json,
        "datacite.json": datacite.to_json,
        "datacite.xml": datacite.to_xml,
        "dublin-core.xml": dublin_core.to_xml,
    }
    there = {item.path.lower() for item in items}
    for path, maker in makers.items():
        if path.lower() not in there:
            yield _item(path, maker(metadata))
    if not any(re.fullmatch(r"readme(\.[a-z]+)*", path) for path in there):
        yield _item("README.md", to_markdown(metadata, items), "documentation")


def _item(path: str, text: str, role: str = "metadata") -> Item:
    data = text.encode("utf-8", "replace")
    kind = "application/ld+json" if path in (CRATE, "codemeta.json") else media_type(path)
    return Item(path, kind, "documentation" if role == "documentation" else "metadata", len(data), data)


def _info(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Yield the tags of `bag-info.txt` that the metadata give (RFC 8493, §2.2.2)."""
    for publisher in metadata.publishers:
        yield "Source-Organization", publisher.name
    yield ("Contact-Email" if "@" in metadata.contact else "Contact-Name"), metadata.contact
    described = next((each.text for each in metadata.abstracts), "") or metadata.title or "An edition in TEI XML"
    yield "External-Description", described
    for identifier in metadata.identifiers:
        if identifier.scheme != "local":
            yield "External-Identifier", identifier.uri
    yield "Bag-Software-Agent", f"teikit {__version__}"


def _slug(title: str) -> str:
    """Return a title as the name of the one folder in a zip file: small letters, digits and hyphens, at most 60."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "edition"


def _judged(edition: Edition, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Return diagnostics with the severities of the project: who makes a warning of an error leaves a file out."""
    return tuple(edition.project.judged(found)) if edition.project else found
