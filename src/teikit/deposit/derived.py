"""HTML and plain text of the documents, for those who do not read TEI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from teikit import files
from teikit.deposit.contents.edition import Edition
from teikit.deposit.contents.media_types import media_type
from teikit.deposit.items import Item
from teikit.diagnostics import Diagnostic
from teikit.publication import Job, publish

FORMS = ("html", "text")
"""What can be derived; each has its folder below `derived/`."""


class Derived(NamedTuple):
    """The items that were made, and what is to be said of them."""

    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...]


def derived_from(
    edition: Edition, items: Sequence[Item], forms: Sequence[str], folder: Path, *, jobs: int | None = None
) -> Derived:
    """Make forms (of `FORMS`) of the documents and registers among the items, as files in `folder`.

    Each item that is made names those that it was made from. A document that cannot be read has diagnostics and no
    derived file. Raises `TeikitError` where a file cannot be opened, or the folder cannot be written.
    """
    by_source = {item.source: item for item in items if item.role in ("document", "register")}
    images = {item.path for item in items if item.role == "image"}
    made: list[Item] = []
    found: dict[Diagnostic, None] = {}
    inputs = list(_inputs(edition, by_source))
    for form in [each for each in FORMS if each in forms and inputs]:
        language = edition.project.interface_language if edition.project else "en"
        # Without a list of pages of their own, the pages lead back to that of the package.
        job = Job(form, folder / form, settings=(("interface-language", language),), home="../../index.html")
        origins: dict[Path, str] = {}
        for outcome in publish(inputs, job, project=edition.project, jobs=jobs):
            if outcome.failure:
                raise outcome.failure
            found.update(dict.fromkeys(outcome.diagnostics))
            if outcome.written:
                origins[outcome.written] = by_source[_real(outcome.input.path)].path
        made += _made(folder, form, origins, images, edition)
    return Derived(tuple(made), tuple(found))


def _inputs(edition: Edition, by_source: dict[Path | bytes, Item]) -> Iterator[files.Input]:
    for document in edition.documents:
        if _real(document) in by_source:
            yield files.Input(document.as_posix(), document.relative_to(edition.source).as_posix())


def _real(path: str | Path) -> Path:
    return Path(path).resolve()


def _made(folder: Path, form: str, origins: dict[Path, str], images: set[str], edition: Edition) -> Iterator[Item]:
    """Yield what lies in the folder of a form: pages or texts, and the images that pages show."""
    source = edition.source.relative_to(edition.root) if edition.source != edition.root else Path()
    for file in sorted(each for each in (folder / form).rglob("*") if each.is_file()):
        below = file.relative_to(folder / form)
        image = (source / below).as_posix()
        origin = origins.get(file) or (image if image in images else "")
        path = f"derived/{form}/{below.as_posix()}"
        made_from = (origin,) if origin else ()
        yield Item(path, media_type(path), "derived", file.stat().st_size, file, derived_from=made_from)
