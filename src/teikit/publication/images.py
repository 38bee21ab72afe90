"""The image files that documents show: which are there, and their copies beside the pages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from teikit import files
from teikit.xml import TEI, Document


def images_of(document: Document, below: str, root: Path) -> tuple[str, ...]:
    """Return the paths below `root` of the image files that a document names and that exist, sorted.

    `below` is the document's own path there. Addresses elsewhere, and paths that leave `root`, are left out.
    """
    return tuple(sorted(set(_existing(document, below, root))))


def _existing(document: Document, below: str, root: Path) -> Iterator[str]:
    top = root.resolve()
    for graphic in document.root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        path = _path(graphic.get("url", ""), below)
        # What is no path at all, or too long for one, is no file either.
        with contextlib.suppress(OSError, ValueError):
            file = (root / path).resolve()
            if path and file.is_relative_to(top) and file.is_file():
                yield path


def _path(url: str, below: str) -> str:
    """Return the path below the root that a relative URL means, or an empty string for one that leads elsewhere."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return normpath((PurePosixPath(below).parent / unquote(parts.path)).as_posix())


def copy(images: Sequence[str], root: Path, output: Path) -> None:
    """Copy images to the same paths below `output`. Raises `TeikitError` where that is impossible."""
    for image in images:
        files.copy(root / image, output / image)
