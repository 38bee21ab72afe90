"""Telling whether a package is whole, undamaged, and all that a repository expects.

`verify` is the way in. `declared` reads what the package says it holds, `fixity` compares that with what is there, and
`profile` and `crate` ask what goes beyond BagIt: the tags that a deposit needs, and `ro-crate-metadata.json`. Packages
come from anybody: nothing is unpacked, no link followed, no address fetched, and what is read into memory is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from teikit.deposit.bagit.reading import Package, open_package
from teikit.deposit.verifying import crate, declared, fixity, profile
from teikit.deposit.verifying.told import unsafe
from teikit.diagnostics import Diagnostic

__all__ = ["verify"]


def verify(path: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with a package, a folder or a zip file; nothing if it is whole and undamaged.

    Each damaged, missing or added file is named, by a `Location` whose path is that of the package and of the file in
    it. Raises `TeikitError` where there is no package to look at.
    """
    with closing(open_package(path)) as package:
        yield from _verified(package)


def _verified(package: Package) -> Iterator[Diagnostic]:
    if package.refused:
        yield unsafe(package, "", package.refused)
        return
    for file, reason in package.unsafe:
        yield unsafe(package, file, reason)
    claims = declared.read(package)
    yield from claims.problems
    if not claims.can_be_checked:
        return
    yield from fixity.check(package, claims)
    yield from profile.check(package, claims)
    yield from crate.check(package)
