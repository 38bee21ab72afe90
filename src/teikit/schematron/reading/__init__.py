"""From files to a `Schema`: Schematron itself, or embedded in RELAX NG (both syntaxes) and ODD.

`sources` opens files and knows the places and prefixes of each; `includes` puts them into one another; `schema`
reads the structure, `patterns` and `content` what is in it, with abstract patterns and rules resolved on the way;
`embedded` gathers the Schematron in RELAX NG, `converted` that in forms that have to be converted first.
"""

from teikit.schematron.reading.schema import read_schema

__all__ = ["read_schema"]
