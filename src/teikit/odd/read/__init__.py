"""Reading an ODD: from XML to the values of `teikit.odd.model`.

`schema` reads `schemaSpec` and puts specification groups where they are referred to, `specs` reads specifications and
attributes, `content` reads content models and datatypes (pure ODD and embedded RELAX NG), and `sources` finds the files
that an ODD builds on, without any network. Nothing is resolved here: what is read is what the file says, and what
cannot be read is a diagnostic.
"""
