"""The image files that documents show: which are there, and their copies beside the pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from teikit.diagnostics import TeikitError
from teikit.xml import TEI, Document


def images_of(document: Document, below: str, root: Path) -> tuple[str, ...]:
    """Return the paths below `root` of the image files that a document names and that exist, sorted.

    `below` is the document's own path there. Addresses elsewhere, and paths that leave `root`, are left out.
    """
    return tuple(sorted(set(_existing(document, below, root))))


def _existing(document: Document, below: str, root: Path) -> Iterator[str]:
    top = root.resolve()
    for graphic in document.root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        parts = urlsplit(graphic.get("url", "").strip())
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            continue
        path = normpath((PurePosixPath(below).parent / unquote(parts.path)).as_posix())
        file = (root / path).resolve()
        if file.is_relative_to(top) and file.is_file():
            yield path


def copy(images: Sequence[str], root: Path, output: Path) -> None:
    """Copy images to the same paths below `output`. Raises `TeikitError` where that is impossible."""
    for image in images:
        target = output / image
        if target.exists() and target.resolve() == (root / image).resolve():
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / image, target)
        except OSError as error:
            raise TeikitError(f"{target.as_posix()}: cannot be written ({error.strerror})") from None
