"""Gathering the files of an edition."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from teikit import parallel
from teikit.deposit.contents import codes
from teikit.deposit.contents.edition import Edition
from teikit.deposit.contents.media_types import TEI
from teikit.deposit.contents.named import Image, Named, named_by_schema, named_in
from teikit.deposit.contents.names import clashes
from teikit.deposit.contents.taking import Taking
from teikit.deposit.items import Content, Item
from teikit.diagnostics import Diagnostic, Location, TeikitError
from teikit.project import FILE, Project

_BY_ENDING: dict[str, Content] = {
    ".rng": "schema",
    ".rnc": "schema",
    ".sch": "schema",
    ".xsd": "schema",
    ".dtd": "schema",
    ".odd": "odd",
    ".xsl": "stylesheet",
    ".xslt": "stylesheet",
}
_FOLDERS = ("schema", "schemas", "odd", "xsl", "xslt", "stylesheets")
"""Folders beside that of the documents whose schemas, ODDs and stylesheets belong to the edition."""
_CACHES = frozenset({"__pycache__", "node_modules", "build", "dist"})
_MARKS = ("bagit.txt", "pyvenv.cfg", "CACHEDIR.TAG")
"""Files that show that a folder is a package, or was made by a program."""
_DOCUMENTATION = (
    "readme",
    "license",
    "licence",
    "copying",
    "notice",
    "authors",
    "contributors",
    "changelog",
    "changes",
)
_METADATA = ("citation.cff", "codemeta.json")
_SHOWN = 8


class Contents(NamedTuple):
    """The items of a package, sorted by path, and what is to be said of them."""

    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...]


def contents_of(edition: Edition, *, jobs: int | None = None) -> Contents:
    """Return what of an edition goes into a package.

    What cannot go in has an error among the diagnostics, with its place.
    """
    taking = Taking(edition.root)
    all_named = _documents(taking, edition, jobs)
    _schemas(taking, edition, all_named)
    for named in all_named.values():
        _images(taking, named.images)
    if edition.is_whole:
        _top_files(taking, edition)
    items = _conforming(taking, edition, all_named)
    found = [*taking.diagnostics, *_clashing(edition.root, items), *_left_out(taking, edition)]
    if not all_named:
        message = "there is no document to pack"
        hint = f"check “source” and “documents” in {FILE}"
        found.append(Diagnostic.of(codes.NOTHING_TO_PACK, Location(edition.root.as_posix()), message, hint=hint))
    return Contents(tuple(items), tuple(sorted(found, key=lambda each: each.sort_key)))


def _documents(taking: Taking, edition: Edition, jobs: int | None) -> dict[Path, Named]:
    """Take the documents and registers; return what they name."""
    work = parallel.each(named_in, edition.documents, jobs, weigh=lambda each: parallel.size(str(each)), lost=_nothing)
    found = dict(zip(edition.documents, work, strict=True))
    registers = set(edition.project.register_files()) if edition.project else set()
    for document, named in found.items():
        is_register = document in registers or (edition.project is None and document.parent.name == "registers")
        role: Content = "odd" if named.is_odd else "register" if is_register else "document"
        taking.take(document, role, TEI if named.is_tei else "")
    return found


def _nothing(path: Path) -> Named:
    return Named()


def _schemas(taking: Taking, edition: Edition, all_named: dict[Path, Named]) -> None:
    """Take the schemas, ODDs and stylesheets, and what they include in turn."""
    wanted = [*_configured(edition.project), *(_beside(edition) if edition.is_whole else ())]
    for named in all_named.values():
        # A document may declare a schema that is kept elsewhere; only what is there can go in.
        wanted += [each for each in named.schema_files if each.is_file() and taking.path_of(each) is not None]
    seen: set[Path] = set()
    while wanted:
        file = wanted.pop()
        if file in seen:
            continue
        seen.add(file)
        role = _BY_ENDING.get(file.suffix.lower(), "odd" if file.name.endswith(".odd.xml") else "schema")
        if taking.take(file, role) is not None and role != "odd":
            wanted += [each for each in named_by_schema(file) if each.is_file() and taking.path_of(each) is not None]


def _configured(project: Project | None) -> Iterator[Path]:
    if project is None:
        return
    for rule in project.schemas:
        yield from (each for each in (rule.rng, rule.xsd, *rule.schematron) if each is not None)
    yield from project.catalogs
    if project.odd is not None:
        yield project.odd


def _beside(edition: Edition) -> Iterator[Path]:
    folders = [edition.source, *(edition.root / name for name in _FOLDERS)]
    for folder in dict.fromkeys(folders):
        for file in _walk(folder):
            if file.suffix.lower() in _BY_ENDING or file.name.lower().endswith(".odd.xml"):
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder. Raises `TeikitError` where one there cannot be read: documents may lie in it."""
    for here, below, names in os.walk(folder, onerror=_unreadable):
        below[:] = sorted(name for name in below if not _is_apart(Path(here, name)))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def _unreadable(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        message = f"{Path(error.filename).as_posix()}: the folder cannot be read ({error.strerror})"
        raise TeikitError(message, hint="check its permissions")


def _is_apart(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name in _CACHES:
        return True
    try:
        return any((folder / mark).exists() for mark in _MARKS)
    except OSError:
        return False


def _images(taking: Taking, images: Iterable[Image]) -> None:
    missing = []
    for image in images:
        try:
            is_there = os.path.lexists(image.path)
        except (OSError, ValueError):
            is_there = False
        if is_there and not image.path.is_dir():
            taking.take(image.path, "image", named_at=image.location)
        elif image.is_demanded:
            missing.append(image)
    if not missing:
        return
    names = list(dict.fromkeys(image.path.name for image in missing))
    message = (
        f"{_counted(len(names), 'image')} named here {'is' if len(names) == 1 else 'are'} not there: {_some(names)}"
    )
    hint = "put the files there, or write the whole address where an image lies elsewhere"
    taking.diagnostics.append(Diagnostic.of(codes.IMAGE_MISSING, missing[0].location, message, hint=hint))


def _top_files(taking: Taking, edition: Edition) -> None:
    """Take README, licence, citation and `teikit.toml` beside the documents."""
    try:
        names = sorted(entry.name for entry in os.scandir(edition.root) if not entry.is_dir())
    except OSError:
        return
    for name in names:
        if name.lower() in _METADATA or (name == FILE and edition.project is not None):
            taking.take(edition.root / name, "metadata")
        elif name.lower().partition(".")[0] in _DOCUMENTATION:
            taking.take(edition.root / name, "documentation")
    if edition.source != edition.root:
        for file in _walk(edition.source):
            if file.name.lower().partition(".")[0] in _DOCUMENTATION and file.suffix.lower() != ".xml":
                taking.take(file, "documentation")


def _conforming(taking: Taking, edition: Edition, all_named: dict[Path, Named]) -> list[Item]:
    """Return the items, sorted; documents with the paths of the schemas that they are validated with."""
    items = dict(taking.items)
    by_name: dict[str, list[str]] = {}
    for item in items.values():
        if item.role == "schema":
            by_name.setdefault(PurePosixPath(item.path).name, []).append(item.path)
    for document, named in all_named.items():
        path = taking.path_of(document)
        if path is not None and path in items:
            schemas = _schemas_of(taking, edition.project, document) or _declared(taking, named, by_name)
            items[path] = items[path]._replace(conforms_to=tuple(dict.fromkeys(schemas)))
    return [items[path] for path in sorted(items)]


def _schemas_of(taking: Taking, project: Project | None, document: Path) -> list[str]:
    rule = project.schemas_for(document) if project else None
    files = [each for each in (rule.rng, rule.xsd, *rule.schematron) if each] if rule else []
    return [path for each in files if (path := taking.path_of(each)) in taking.items and path]


def _declared(taking: Taking, named: Named, by_name: dict[str, list[str]]) -> Iterator[str]:
    """Yield the schemas in the package that a document declares: by their paths, else by the name in the address."""
    here = [path for each in named.schema_files if (path := taking.path_of(each)) in taking.items and path]
    yield from here
    names = {PurePosixPath(path).name for path in here}
    for address in named.schemas:
        name = address.rstrip("/").rpartition("/")[2]
        if name not in names and len(by_name.get(name, ())) == 1:
            yield by_name[name][0]


def _clashing(root: Path, items: Iterable[Item]) -> Iterator[Diagnostic]:
    for path, known in clashes(each.path for each in items):
        message = f"“{path}” and “{known}” are the same name to some systems"
        hint = "rename one of them, and what points to it"
        yield Diagnostic.of(codes.NAMES_CLASH, Location((root / path).as_posix()), message, hint=hint)


def _left_out(taking: Taking, edition: Edition) -> Iterator[Diagnostic]:
    if not edition.is_whole:
        return
    known = {taking.path_of(each) for each in edition.documents} | taking.items.keys() | taking.refused
    paths = [path for file in _walk(edition.source) if (path := taking.path_of(file)) not in known and path]
    if paths:
        count = Counter(Path(path).suffix.lower() or "no ending" for path in paths)
        kinds = ", ".join(f"{number} {ending}" for ending, number in sorted(count.items())[:_SHOWN])
        message = (
            f"{_counted(len(paths), 'file')} stay{'s' * (len(paths) == 1)} out of the package ({kinds}): {_some(paths)}"
        )
        hint = "if they belong to the edition, let a document name them"
        yield Diagnostic.of(codes.LEFT_OUT, Location(edition.source.as_posix()), message, hint=hint)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
