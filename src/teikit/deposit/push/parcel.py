"""What is sent: one zip file with the package, and the metadata of the record."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from teikit import parallel
from teikit.deposit.bagit.moment import zip_time
from teikit.deposit.bagit.reading import open_package, pieces, read_all
from teikit.deposit.bagit.sinks import Archive
from teikit.deposit.contents import Edition, contents_of, edition_of
from teikit.deposit.items import Item
from teikit.deposit.metadata import Metadata
from teikit.deposit.push.codes import NO_PACKAGE
from teikit.deposit.push.inscribing.inscription import Inscription, inscribed
from teikit.deposit.push.state import SentFile
from teikit.deposit.push.transport.answers import PushError
from teikit.diagnostics import DiagnosedError, Diagnostic, Severity, TeikitError
from teikit.project import FILE
from teikit.xml.limits import Limits
from teikit.xml.source import read_bytes

DoiIn = Literal["copy", "files", "no"]
"""Where the DOI is written: into a copy of the documents, into the user's files, or not at all."""
_PIECE = 1 << 20
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")


class Source(NamedTuple):
    """What the user named: a package, or (`edition`) what a package is made from."""

    path: Path
    edition: Edition | None

    def doi_in(self, wished: DoiIn) -> DoiIn:
        """Return where the DOI is written: a package is sent as it is."""
        return wished if self.edition else "no"


def source_of(path: Path) -> Source:
    """Return what stands at a path. Raises `TeikitError` where it is nothing that can be pushed."""
    if path.is_dir() and (path / "bagit.txt").is_file():
        return Source(path, None)
    if path.is_file() and path.suffix.lower() == ".zip":
        return Source(path, None)
    if path.is_dir():
        return Source(path, edition_of([path.as_posix()]))
    told = "no such file or folder" if not path.exists() else "is neither a package nor a project"
    hint = "make a package with teikit deposit build, or name the folder of the project"
    raise PushError.of(NO_PACKAGE, path.as_posix(), told, hint)


class Parcel(NamedTuple):
    """The zip file that is sent, and the metadata of what is in it (as InvenioRDM has them)."""

    package: Path
    metadata: dict[str, Any]


def metadata_of(source: Source, work: Path) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the metadata of the record, as InvenioRDM has them, and what is to be said of them.

    Those of a package are read from the documents in it. Raises `TeikitError`.
    """
    from teikit.deposit import metadata
    from teikit.deposit.records import invenio

    if source.edition:
        found, said = metadata.metadata_of(source.edition.described_by)
        return invenio.to_dict(found), said
    within = work / "documents" / source.path.stem
    found, said = metadata.metadata_of(_unpacked(source.path, within).described_by)
    return invenio.to_dict(found), tuple(_at_home(said, within, source.path / "data"))


def described(metadata: dict[str, Any], doi: str, version: str) -> dict[str, Any]:
    """Return the metadata of a record with a version, and without its own DOI, which stands elsewhere in it."""
    others = [each for each in metadata.get("identifiers", []) if each.get("identifier", "").lower() != doi.lower()]
    result = {**metadata, "version": version}
    result.pop("identifiers", None)
    return {**result, "identifiers": others} if others else result


def refuse(said: tuple[Diagnostic, ...]) -> None:
    """Raise `DiagnosedError` where there is an error among diagnostics."""
    errors = [each for each in said if each.severity is Severity.ERROR]
    if errors:
        raise DiagnosedError(errors)


def check(source: Source) -> None:
    """Raise `DiagnosedError` where a package is damaged, or where a file of an edition cannot go into one."""
    if source.edition is None:
        from teikit.deposit.verifying import verify

        refuse(tuple(verify(source.path.as_posix())))
    else:
        refuse(contents_of(source.edition).diagnostics)


def packed(source: Source, work: Path, metadata: dict[str, Any], written: Inscription | None, doi_in: DoiIn) -> Parcel:
    """Make the zip file that is sent; with `written`, a DOI and a version are in the documents of it.

    `metadata` are those of the source as it is. The same source, the same inscription and (see `same_day`) the same day
    give the same bytes. Raises `TeikitError`.
    """
    if source.edition is None:
        return Parcel(source.path if source.path.is_file() else _zipped(source.path, work), metadata)
    target = work / f"{name_of(source.path)}.zip"
    if written is None:
        _built(source.edition, target)
        return Parcel(target, metadata)
    if doi_in == "files":
        for item in _documents(source.edition):
            _write_into(Path(str(item.source)), written)
        found = _built(edition_of([source.path.as_posix()]), target)
    else:
        # The title of an edition may be the name of its folder.
        copy = work / "copy" / (source.edition.root.resolve().name or "edition")
        _copy(source.edition, copy, written)
        try:
            found = _built(edition_of([copy.as_posix()]), target)
        except DiagnosedError as error:
            raise DiagnosedError(_at_home(error.diagnostics, copy, source.edition.root)) from None
    from teikit.deposit.records import invenio

    return Parcel(target, invenio.to_dict(found))


def measured(package: Path) -> SentFile:
    """Return name, size and MD5 of a file. Raises `OSError`."""
    digest, size = hashlib.md5(usedforsecurity=False), 0
    with package.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return SentFile(package.name, size, digest.hexdigest())


def name_of(path: Path) -> str:
    """Return a name for the package of a folder that every repository takes: letters, digits and hyphens."""
    return _UNSAFE.sub("-", path.resolve().name).strip("-") or "edition"


def _built(edition: Edition, target: Path) -> Metadata:
    """Build a package, and return what it says of itself."""
    from teikit.deposit.packaging import build

    built = build(edition, target)
    if not built.is_written:
        refuse(built.diagnostics)
    return built.metadata


def _documents(edition: Edition) -> list[Item]:
    items = contents_of(edition).items
    return [each for each in items if each.role in ("document", "register") and isinstance(each.source, Path)]


def _write_into(file: Path, written: Inscription) -> None:
    from teikit import editing

    edited = inscribed(file.as_posix(), read_bytes(file.as_posix(), Limits.from_environment()), written)
    if edited.before != edited.after:
        editing.write(edited)


class _Copying(NamedTuple):
    """A document, where its copy is to lie, and what is written into that."""

    source: str
    target: str
    written: Inscription


def _copy(edition: Edition, copy: Path, written: Inscription) -> None:
    """Lay out an edition once more, with the DOI in its documents; what stays the same is linked where that works."""
    documents = []
    for item in contents_of(edition).items:
        target = copy / item.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(item.source, bytes):
            target.write_bytes(item.source)
        elif item.role in ("document", "register"):
            documents.append(_Copying(item.source.as_posix(), str(target), written))
        else:
            _link(item.source, target)
    for error in parallel.each(_inscribe, documents, None, weigh=lambda each: parallel.size(each.source), lost=_lost):
        if error:
            raise error


def _inscribe(job: _Copying) -> TeikitError | None:
    """Write the copy of one document; return why that failed, or None."""
    try:
        data = read_bytes(job.source, Limits.from_environment())
        Path(job.target).write_bytes(inscribed(job.source, data, job.written).after)
    except TeikitError as error:
        return error
    except OSError as error:
        return TeikitError(f"{job.target}: cannot be written ({error.strerror})", hint="check that the disk has room")
    return None


def _lost(job: _Copying) -> TeikitError:
    return TeikitError(f"{job.source}: the process that was to copy it has died", hint="run the command again")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source.resolve(), target)
    except OSError:
        shutil.copyfile(source, target)


def _at_home(diagnostics: tuple[Diagnostic, ...], copy: Path, home: Path) -> Iterator[Diagnostic]:
    """Yield diagnostics with the paths of the user's files in the place of those of the copy."""
    for each in diagnostics:
        path = Path(each.location.path)
        if path.is_relative_to(copy):
            each = each._replace(location=each.location._replace(path=(home / path.relative_to(copy)).as_posix()))
        yield each


@contextmanager
def same_day(date: str) -> Iterator[None]:
    """Let everything that is made bear one date, which a push that goes on later keeps."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        yield
        return
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def _zipped(folder: Path, work: Path) -> Path:
    """Put a package that is a folder into a zip file."""
    target = work / f"{name_of(folder)}.zip"
    with closing(open_package(folder.as_posix())) as package, zipfile.ZipFile(target, "w") as archive:
        sink = Archive(archive, name_of(folder), zip_time())
        for path in sorted(package.sizes):
            sink.put(path, pieces(package, path), package.sizes[path])
    return target


def _unpacked(path: Path, work: Path) -> Edition:
    """Lay out what the metadata of a package are read from: its documents, and its settings."""
    limits = Limits.from_environment()
    with closing(open_package(path.as_posix())) as package:
        # Records of the metadata lie beside the folder of the documents.
        for file in package.sizes:
            below = Path(file).relative_to("data") if file.startswith("data/") else Path()
            is_wanted = below.suffix.lower() == ".xml" and len(below.parts) > 1 and below.parts[0] != "derived"
            if is_wanted or below.as_posix() == FILE:
                target = work / below
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(read_all(package, file, limits.size))
    if not work.exists():
        hint = "name a package that teikit deposit build has made, or the folder of the project"
        raise PushError.of(NO_PACKAGE, path.as_posix(), "holds no document that describes it", hint)
    return edition_of([work.as_posix()])
