"""The two syntaxes of RELAX NG, read into one tree and written from it.

`read` and `parse` take a schema in either syntax (XML, §3; compact: RELAX NG Compact Syntax, OASIS 2002) to a tree of
`Node`, whose terms are those of the XML syntax; `check_shape` checks that tree against the full syntax (`read` and
`parsed` have done so). Annotations and comments are kept apart, in `Node.notes` and `Node.foreign`: they never reach
the pattern, and they are there for converting and for documentation. `to_xml` and `to_compact` write a tree in either
syntax.
"""

from teikit.rng.syntax.compact.writer import to_compact
from teikit.rng.syntax.node import Comment, Foreign, Node, documentation, documentation_after
from teikit.rng.syntax.read import parse, parsed, read
from teikit.rng.syntax.shape import check_shape
from teikit.rng.syntax.to_xml import to_xml

__all__ = [
    "Comment",
    "Foreign",
    "Node",
    "check_shape",
    "documentation",
    "documentation_after",
    "parse",
    "parsed",
    "read",
    "to_compact",
    "to_xml",
]
