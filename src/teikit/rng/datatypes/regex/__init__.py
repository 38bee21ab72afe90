"""Regular expressions of XML Schema (Datatypes, appendix F), read as the RELAX NG world reads them.

An expression matches a whole text; `^` and `$` are ordinary characters; there are no back-references and no lazy
quantifiers, so the expressions are regular in the strict sense, and `automaton` runs them in linear time: it follows
all ways at once and remembers them as states. `syntax` reads an expression, over `characters` (asked for one at a
time), Unicode's `blocks` and XML's `names`; `compiled` puts it all off until a text comes.

As with Jing, a hyphen in brackets that is neither in a range nor before a subtraction must be escaped, and `\\i` and
`\\c` in a schema's patterns are the name characters of XML Schema 1.0's day. Its Unicode is Python's.
"""

from teikit.rng.datatypes.regex.compiled import Regex

__all__ = ["Regex"]
