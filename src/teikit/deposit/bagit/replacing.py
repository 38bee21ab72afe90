"""Whether what lies at a place may give way to a new package: only a package that holds nothing of anybody else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from teikit.deposit.bagit import manifests
from teikit.deposit.bagit.reading import FAULTS, Package, open_package, read_all
from teikit.diagnostics import TeikitError

_TAG_FILES = frozenset({"bagit.txt", "bag-info.txt", "fetch.txt"})
_MOST = 256 << 20


def why_kept(path: Path) -> str:
    """Return why a folder or a zip file is not to be replaced, or ''.

    It must be a bag, and each file in it one of those that its manifests list: what somebody put there since then, or
    a folder of work with a `bagit.txt` among the rest, stays.
    """
    try:
        with closing(open_package(str(path))) as package:
            if "bagit.txt" not in package.sizes or package.refused:
                return "no package"
            strange = [file for file, _ in package.unsafe] or sorted(package.sizes.keys() - _own(package))
            return f"“{strange[0]}”, which no manifest of a package lists" if strange else ""
    except (TeikitError, *FAULTS):
        return "no package that can be read"


def _own(package: Package) -> set[str]:
    """Return the files that belong to a bag: those that its manifests list, and the tag files."""
    own = set(_TAG_FILES)
    for file in package.sizes:
        if manifests.algorithm_of(file) is not None:
            own.add(file)
            content = read_all(package, file, _MOST).decode("utf-8", "replace")
            own.update(line.path for line in manifests.lines(content, (1, 0)))
    return own
