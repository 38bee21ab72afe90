"""Bounds on what a document may cost. Each can be raised by an environment variable."""

import os
from typing import NamedTuple

from teikit.diagnostics import TeikitError


class Limits(NamedTuple):
    """Named limits: `size` of a file in bytes, `depth` in open elements, `attributes` of one element."""

    size: int = 128 * 1024 * 1024
    depth: int = 1000
    attributes: int = 20_000

    @classmethod
    def from_environment(cls) -> "Limits":
        """Return the defaults, overridden by `TEIKIT_MAX_SIZE`, `TEIKIT_MAX_DEPTH` and `TEIKIT_MAX_ATTRIBUTES`.

        Raises `TeikitError` where a variable is not a positive whole number.
        """
        values = {}
        for field, default in cls._field_defaults.items():
            text = os.environ.get(f"TEIKIT_MAX_{field.upper()}")
            if text is not None and not (text.isascii() and text.isdigit() and int(text) > 0):
                raise TeikitError(f"TEIKIT_MAX_{field.upper()} must be a positive whole number, not {text!r}")
            values[field] = default if text is None else int(text)
        return cls(**values)


DEFAULT_LIMITS = Limits()

LIBXML_DEPTH = 2000
"""libxml2 refuses deeper trees whatever it is told, so a higher `depth` would only change who says no."""
