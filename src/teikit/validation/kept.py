"""Verdicts on the files of a project, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from teikit import cache
from teikit.project.store import Kept, Store
from teikit.validation.layer_codes import LayerCodes
from teikit.validation.many import Examined, Findings
from teikit.validation.options import Options
from teikit.version import __version__
from teikit.xml.limits import Limits

if TYPE_CHECKING:
    from teikit.project import Project


class Verdicts:
    """What was found in the files of a project, by a run with the same options and the same `teikit.toml`."""

    def __init__(self, project: Project, options: Options) -> None:
        self._store = Store(project.root, _depends(project, options), LayerCodes())
        self._digests: dict[str, str] = {}
        self._schemas: dict[str, str] = {}

    def find(self, path: str) -> Examined | None:
        """Return what was found in a file, if neither it nor its schemas have changed since."""
        digest = self._digests[path] = cache.of_file(path)
        kept = self._store.find(path, digest) if digest else None
        if kept is None or any(self._digest(file) != known for file, known in kept.files):
            return None
        self._digests[path] = ""
        return Examined(Findings(path, kept.diagnostics), kept.facts, kept.files, True)

    def save(self, examined: Iterable[Examined]) -> None:
        """Keep what was found in files that were examined now, if it depends on nothing that cannot be told."""
        for each in examined:
            path, digest = each.findings.path, self._digests.get(each.findings.path)
            includes = each.facts is not None and each.facts.includes
            # A file that changed meanwhile must not be known by its old bytes.
            if each.is_alone and not includes and digest and cache.of_file(path) == digest:
                self._store.keep(path, digest, Kept(each.findings.diagnostics, each.facts, each.files))
        self._store.save()

    def _digest(self, file: str) -> str:
        if file not in self._schemas:
            self._schemas[file] = cache.of_file(file)
        return self._schemas[file]


def _depends(project: Project, options: Options) -> str:
    """Say all that findings depend on beside the document and the files of its schemas.

    The day is part of it: rules may ask for it, and what is deprecated has an end.
    """
    from teikit.project import FILE
    from teikit.resolve import Resolver

    resolver = options.resolver or Resolver.of_user(project.catalogs)
    files = [project.root / FILE, project.odd, *resolver.files()]
    digests = (cache.of_file(str(file)) for file in files if file)
    settings = (options._replace(resolver=resolver), Limits.from_environment(), date.today())
    return "\n".join((__version__, repr(settings), *digests))
