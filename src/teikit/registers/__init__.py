"""Persons, places, organisations, events and works, as a project declares them.

`read` loads register documents under their paths below the project's source folder; `pointers` says what a TEI pointer
means: a fragment of the same document, an entry of another one (by `prefixDef` or a relative URI), or a place outside
the edition.
"""

from teikit.registers.reading import logical_path, read

__all__ = ["logical_path", "read"]
