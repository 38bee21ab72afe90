"""RELAX NG as a thing to build: patterns put together, and the rules that a grammar must keep.

`patterns` has the constructors that leave out what is empty or superfluous, so that a content model from which much was
dropped is still tidy. `restrictions` looks at a finished grammar before it is written: a schema that a validator would
refuse never leaves the compiler.
"""
