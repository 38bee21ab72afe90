"""A code names one kind of fault, for ever."""

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How much a fault matters: an error fails the run, a warning does with `--strict`, an info never does."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info: smaller is graver."""
        return ("error", "warning", "info").index(self.value)


class Page(NamedTuple):
    """The explanation of a code, under the headings that `teikit explain` prints.

    `wrong` and `right` are XML (a fragment of a TEI body, or a whole file), not prose: the tests run them, and `wrong`
    must yield the code while `right` must not. Where a fault cannot be shown by a file (a missing one, say), both are
    empty.
    """

    finds: str
    why: str
    wrong: str
    right: str
    see: str


LAYERS = {
    "XML": "xml",
    "RNG": "rng",
    "RNS": "rng",
    "XSD": "xsd",
    "ODD": "odd",
    "SCH": "schematron",
    "TEI": "checks",
    "XSL": "transform",
    "ENC": "encoding",
    "DEP": "deposit",
}
"""Prefix of a code's id → the layer that yields it."""


class Code(NamedTuple):
    """One kind of fault: an id that never changes, a name that tells it, and its page."""

    id: str
    name: str
    severity: Severity
    summary: str
    reference: str
    page: Page

    @property
    def layer(self) -> str:
        """The layer that yields this code, by the prefix of its id."""
        return LAYERS[self.id[:3]]
