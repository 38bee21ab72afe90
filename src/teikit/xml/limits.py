"""Bounds on what a document may cost. Each can be raised by an environment variable."""

import os
import re
from typing import NamedTuple

from teikit.diagnostics import TeikitError


class Limits(NamedTuple):
    """Named limits: `size` of a file in bytes, `depth` in open elements, `attributes` of an element, `nodes` of a file.

    Nodes are elements, attributes, comments and processing instructions: a tree takes about 100 bytes for each.
    """

    size: int = 128 * 1024 * 1024
    depth: int = 1000
    attributes: int = 20_000
    nodes: int = 10_000_000

    @classmethod
    def from_environment(cls) -> "Limits":
        """Return the defaults, overridden by `TEIKIT_MAX_SIZE`, `_DEPTH`, `_ATTRIBUTES` and `_NODES`.

        Raises `TeikitError` where a variable is not a positive whole number.
        """
        values = {}
        for field, default in cls._field_defaults.items():
            text = os.environ.get(f"TEIKIT_MAX_{field.upper()}")
            if text is not None and not re.fullmatch("0*[1-9][0-9]{0,17}", text):
                message = f"TEIKIT_MAX_{field.upper()} must be a positive whole number, not {text[:40]!r}"
                raise TeikitError(message, hint=f"the default is {default}")
            values[field] = default if text is None else int(text)
        return cls(**values)


DEFAULT_LIMITS = Limits()

LIBXML_DEPTH = 2000
"""libxml2 refuses deeper trees whatever it is told, so a higher `depth` would only change who says no."""
