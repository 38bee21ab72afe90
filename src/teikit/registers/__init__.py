"""Persons, places, organisations, events and works, as a project declares them, and the pointers that name them.

`read` loads register documents under their paths below the project's source folder. `attributes` lists the attributes
of TEI that hold pointers; `pointers` says what one pointer means: an element of the same document, another document
(by `prefixDef`, `xml:base` or a relative URI), or something outside. It reads no file: whether the target exists is for
the checks to say, which have the index. `calendars` says which calendar a pointer means, by its spelling and by what
a `calendarDesc` declares; it is imported from its module by those who need it.
"""

from teikit.registers.attributes import POINTERS, pointers_of
from teikit.registers.pointers import PrefixDef, Target, base_uri, document_uri, is_bare_name, resolve
from teikit.registers.reading import logical_path, read

__all__ = [
    "POINTERS",
    "PrefixDef",
    "Target",
    "base_uri",
    "document_uri",
    "is_bare_name",
    "logical_path",
    "pointers_of",
    "read",
    "resolve",
]
