"""What the user means by a path: a project, a folder of documents, or some files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teikit import files
from teikit.diagnostics import TeikitError
from teikit.project import FILE, Project, find


class Edition(NamedTuple):
    """What is to be deposited.

    `root` is the folder whose layout the package repeats, `source` the folder of the documents; `project` is None where
    there is no `teikit.toml`. `documents` are all documents and registers, sorted. `is_whole` tells that the folder is
    meant, with all that belongs to it, and not a choice of files.
    """

    root: Path
    source: Path
    project: Project | None
    documents: tuple[Path, ...]
    is_whole: bool = True

    @property
    def described_by(self) -> Project | tuple[Path, ...]:
        """What `metadata_of` is to read."""
        return self.project or self.documents

    @classmethod
    def of_project(cls, project: Project) -> Edition:
        """Return the edition that a project is."""
        return cls(project.root, project.source, project, tuple(project.documents()))


def edition_of(paths: Sequence[str] = ()) -> Edition:
    """Return the edition that paths name.

    No path: the project around the current folder, or the current folder. A folder: the project of its `teikit.toml`
    (also where it is the source folder of one), else all `*.xml` in it. Files: they alone, laid out below the folder
    that they share. Raises `TeikitError` where there is no such path, or no XML file.
    """
    if not paths:
        project = find(Path())
        return Edition.of_project(project) if project else _folder(Path())
    if len(paths) == 1 and Path(paths[0]).is_dir():
        return _folder(Path(paths[0]))
    found, failures = files.inputs(paths)
    if failures:
        raise failures[0]
    documents = tuple(Path(each.path) for each in found)
    root = Path(os.path.commonpath([each.parent.absolute() for each in documents]))
    # Paths are shown as they were given.
    shown = next((each for each in documents[0].parents if each.absolute() == root), root)
    return Edition(shown, shown, None, documents, is_whole=False)


def _folder(folder: Path) -> Edition:
    if files.is_package(folder):
        hint = "name the folder that it was made from; “teikit deposit verify” and “push” take packages"
        raise TeikitError(f"{folder.as_posix()}: is a package already", hint=hint)
    if (folder / FILE).is_file():
        return Edition.of_project(Project.read(folder / FILE))
    around = find(folder)
    if around is not None and os.path.realpath(around.source) == os.path.realpath(folder):
        return Edition.of_project(around)
    found, failures = files.inputs([folder.as_posix()])
    if not found:
        raise failures[0] if failures else TeikitError(f"{folder.as_posix()}: no XML file in this folder")
    return Edition(folder, folder, None, tuple(Path(each.path) for each in found))
