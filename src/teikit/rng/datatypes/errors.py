"""The error of this package."""

from __future__ import annotations


class DatatypeError(ValueError):
    """A datatype that a schema asks for cannot be had, or a value is not one of it.

    `parameter`: the facet at fault, if it is one; `position`: where a regular expression goes wrong, from 1.
    """

    def __init__(self, message: str, parameter: str | None = None, position: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.parameter = parameter
        self.position = position
