"""From an address to the file that stands for it: catalogs, the disk, the store; never the network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from teikit.diagnostics import Diagnostic
from teikit.resolve.store_folder import store_folder
from teikit.resolve.uris import absolute, is_file, local_path, shown


class Found(NamedTuple):
    """The file that an address means, or None; the absolute URI that it means ('' for none), and whether a catalog says
    so.
    """

    path: Path | None
    uri: str
    is_mapped: bool = False


class Resolver(NamedTuple):
    """Where addresses are looked up: catalog files, in their order, then the folder of the store (None for no store).

    A small value that travels to other processes; catalogs and the store's index are read when they are first needed.
    """

    catalogs: tuple[Path, ...] = ()
    store: Path | None = None

    @classmethod
    def of_user(cls, catalogs: Iterable[Path] = ()) -> Resolver:
        """Return the resolver of the environment, with other catalogs before those of `XML_CATALOG_FILES`.

        The variable holds paths or `file:` URIs between spaces (or semicolons); those that are not there are left out.
        """
        words = re.split(r"[\s;]+", os.environ.get("XML_CATALOG_FILES", ""))
        named = (local_path(word) if word.startswith("file:") else Path(word) for word in words if word)
        ours = (path for path in named if path is not None and is_file(path))
        return cls(tuple(dict.fromkeys((*catalogs, *ours))), store_folder())

    def locate(self, uri: str, base: str | Path | None = None) -> Path | None:
        """Return the file for a reference, or None where it is not at hand.

        `base` is the path or the URI of the file in which it stands, None for the current folder. Raises `TeikitError`
        where the index of the store is broken.
        """
        return self.find(uri, base).path

    def find(self, uri: str, base: str | Path | None = None) -> Found:
        """Return the file for a reference, and what the reference means."""
        target = absolute(uri, base)
        if target is None:
            return Found(None, "")
        mapped = self._mapped(target, uri.strip())
        if mapped is not None:
            path = local_path(mapped)
            found = self._stored(mapped) if path is None else path
            return Found(found if found is not None and is_file(found) else None, mapped, True)
        path = local_path(target)
        if path is None:
            return Found(self._stored(target), target)
        return Found(shown(path, base) if is_file(path) else None, target)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the catalogs."""
        if not self.catalogs:
            return ()
        from teikit.resolve.catalogs import Catalogs

        return Catalogs(self.catalogs).diagnostics()

    def files(self) -> tuple[Path, ...]:
        """Return the files that all answers depend on: the catalogs with those they lead to, the index of the store."""
        files: tuple[Path, ...] = ()
        if self.catalogs:
            from teikit.resolve.catalogs import Catalogs

            files = Catalogs(self.catalogs).all_files()
        if self.store is not None:
            from teikit.resolve.store.index import INDEX

            files += (self.store / INDEX,)
        return files

    def _mapped(self, target: str, written: str) -> str | None:
        """Ask the catalogs for a URI; as a system identifier too, and as it is written: catalogs in use have all."""
        if not self.catalogs:
            return None
        from teikit.resolve.catalogs import Catalogs

        catalogs = Catalogs(self.catalogs)
        for name in dict.fromkeys((target, written)):
            found = catalogs.uri(name) or catalogs.external_identifier(None, name)
            if found is not None:
                return found
        return None

    def _stored(self, target: str) -> Path | None:
        if self.store is None:
            return None
        from teikit.resolve.store.index import Store

        return Store(self.store).lookup(target)
