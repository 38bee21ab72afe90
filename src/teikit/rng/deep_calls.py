"""Room for deep calls: a content model may have thousands of members in a row, and definitions form long chains."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

_RECURSION = 60_000
"""Calls between Python functions take no stack of the machine."""


class DeepCalls:
    """Within it, calls may nest deeply. Raises `SchemaError` where even that is not enough for the schema at `path`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._before = 0

    def __enter__(self) -> None:
        self._before = sys.getrecursionlimit()
        sys.setrecursionlimit(max(self._before, _RECURSION))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        sys.setrecursionlimit(self._before)
        if kind is RecursionError:
            from teikit.diagnostics import Diagnostic, Location, SchemaError
            from teikit.rng import schema_codes as codes

            message = "the schema is nested too deeply, or its definitions refer to each other in too long a chain"
            place = Location(self._path)
            found = Diagnostic.of(codes.SCHEMA_TOO_LARGE, place, message, hint="split it into elements")
            raise SchemaError([found]) from None
