"""What a document's schema does not allow to be added."""

from __future__ import annotations

import contextlib

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.validation import Options, iter_diagnostics
from teikit.xml import Document

_OPTIONS = Options(layers=("rng",), check_ids=False, xinclude=False)


def new_faults(before: Document, after: Document) -> dict[str, str]:
    """Return what the grammar of a document says of it after changes and did not say before.

    The keys are the XPaths of elements, the values the messages. Empty where it has no schema that can be had: that is
    for `teikit validate` to say.
    """
    known = {(each.code.id, each.location.xpath, each.message) for each in _faults(before)}
    return {
        (each.location.xpath or "").partition("/@")[0]: each.message
        for each in _faults(after)
        if (each.code.id, each.location.xpath, each.message) not in known
    }


def _faults(document: Document) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    with contextlib.suppress(TeikitError):
        # What was found before a failure counts.
        for each in iter_diagnostics(document, _OPTIONS):
            found.append(each)
    return found
