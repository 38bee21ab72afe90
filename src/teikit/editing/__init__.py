"""Changes of a document's bytes that touch nothing else.

A `Change` replaces some bytes of a document by text, or inserts text; `apply` makes all the changes of a file at once,
in the encoding of the file, and proves that every other byte is as it was and that the result is well-formed.
`start_tags` says where in a start-tag an attribute can be put, in the quotes that stand there already; `elements` where
markup can be put around an element or in it. `write` puts the result in the file's place, unless somebody else has
changed it meanwhile. `dates` decides which dates are filled in.
"""

from teikit.editing.changes import Change, Edited, apply, diff, write
from teikit.editing.elements import Where, insert, line_before
from teikit.editing.start_tags import add_attributes

__all__ = ["Change", "Edited", "Where", "add_attributes", "apply", "diff", "insert", "line_before", "write"]
