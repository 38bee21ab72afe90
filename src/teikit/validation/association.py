"""The schema that a document is validated with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import Diagnostic, Location
from teikit.rng import codes
from teikit.xml.names import TEI, namespace

if TYPE_CHECKING:
    from teikit.xml import Document

_WAYS = "give one with --schema, in teikit.toml, or by an xml-model instruction in the document"


def schema_of(document: Document, given: Path | None) -> Path | Diagnostic:
    """Return the path of the RELAX NG schema for a document, or the diagnostic that says why there is none."""
    if given is not None:
        return given
    from teikit import resources
    from teikit.project import find
    from teikit.resolve import declared

    here = Path(document.path)
    project = find(here.parent)
    rule = project.schemas_for(here) if project else None
    configured = rule.rng if rule else None
    if configured is not None:
        return configured if configured.is_file() else _not_found(document, configured.as_posix(), 1)
    models = [model for model in declared(document) if model.is_relax_ng]
    for model in models:
        file = model.file(here)
        if file is not None and _is_file(file):
            return file
    if models:
        return _not_found(document, models[0].href, models[0].line)
    if project and namespace(str(document.root.tag)) == TEI:
        return resources.schema("teikit.rng")
    return Diagnostic.of(
        codes.NO_SCHEMA, Location(document.path), "no schema for this document, so it was not validated", hint=_WAYS
    )


def _is_file(path: Path) -> bool:
    """Tell whether a path that a document wrote is a file; it may be no path at all, or too long for one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _not_found(document: Document, what: str, line: int) -> Diagnostic:
    remote = "://" in what
    message = f"the schema “{what}” {'is on the network' if remote else 'does not exist'}, so nothing was validated"
    hint = "download it and give it with --schema or in teikit.toml" if remote else _WAYS
    return Diagnostic.of(codes.SCHEMA_NOT_FOUND, Location(document.path, line), message, hint=hint)
