"""A diagnostic and the place it points at."""

from typing import NamedTuple

from teikit.diagnostics.code import Code, Severity


class Location(NamedTuple):
    """A place in a file.

    `path` is as the user gave it, with `/`; `line` and `column` are 1-based and count characters; they are the start
    of the start-tag, or of the attribute or text where that is at fault. `xpath` is a readable path to the node, or
    empty where there is no tree.
    """

    path: str
    line: int = 1
    column: int = 1
    xpath: str = ""


class Related(NamedTuple):
    """Another place that belongs to a fault, such as the first use of a duplicate id."""

    location: Location
    message: str


class Diagnostic(NamedTuple):
    """One fault in the user's document or schema.

    `severity` is the code's own unless a project changed it. `hint` is a way out, or None. `kind` is Schematron's
    `failed-assert` or `successful-report`, else None. `length` is how many characters the fault covers on its line
    (for the underline in a terminal), 0 where that is not known.
    """

    code: Code
    severity: Severity
    message: str
    location: Location
    hint: str | None = None
    related: tuple[Related, ...] = ()
    kind: str | None = None
    length: int = 0

    @classmethod
    def of(
        cls,
        code: Code,
        location: Location,
        message: str,
        *,
        hint: str | None = None,
        related: tuple[Related, ...] = (),
        length: int = 0,
    ) -> "Diagnostic":
        """Return a diagnostic with its code's own severity."""
        return cls(code, code.severity, message, location, hint, related, None, length)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Path, line, column, code: the order of every output."""
        place = self.location
        return (place.path, place.line, place.column, self.code.id)
