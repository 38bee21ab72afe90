"""The ODD compiler: from a TEI customization to RELAX NG (XML and compact syntax) and ISO Schematron.

`read` turns XML into the values of `model`; `resolve` puts the schema together over a chain of ODDs, `merge` makes the
changes, and `examine` finds what an ODD says in vain. `classes` knows members and attributes, `content` turns content
models into patterns, and the `to_*` modules write the results. What is wrong with an ODD is a diagnostic (`codes`),
yielded where the schema can still be made and carried by `SchemaError` where it cannot.

The measure is what the TEI Stylesheets compile from the same ODD. Where the Guidelines say something else, they are
followed: `minOccurs` and `maxOccurs` count as they say, what `mode="add"` adds under a name that is taken replaces the
old specification, with a warning, and a constraint goes with the attribute that it was on.
"""

from teikit.odd.compile import CompiledOdd, compile_odd

__all__ = ["CompiledOdd", "compile_odd"]
