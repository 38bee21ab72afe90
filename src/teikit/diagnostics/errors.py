"""Exceptions: what stops the tool, as opposed to what is wrong with a document."""

from __future__ import annotations

from collections.abc import Iterable

from teikit.diagnostics.diagnostic import Diagnostic


class TeikitError(Exception):
    """The tool cannot go on: a bad option, no such file, an output folder that cannot be written.

    `exit_code` is the exit status of the command (2: the work could not be done); `hint` is a way
    out, or None.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DocumentError(TeikitError):
    """A document cannot be read as XML; `diagnostics` say why and where."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        first = self.diagnostics[0]
        super().__init__(f"{first.location.path}: {first.message}", hint=first.hint)


class SchemaError(TeikitError):
    """A schema, ODD or stylesheet is not one; `diagnostics` say why and where."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        first = self.diagnostics[0]
        super().__init__(f"{first.location.path}: {first.message}", hint=first.hint)
