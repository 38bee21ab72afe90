"""From a `Schema` to a `Program`: a stylesheet in XSLT 3.0 that makes one pass over a document.

Each rule is one template, in a mode of its pattern, the first rule with the highest priority: so a node is tested by
the first rule of a pattern that matches it, and XSLT itself decides what matches. One more mode makes the pass, with a
template for each name that rules ask for (`contexts`, `dispatch`), which hands the node to the patterns that may have a
rule for it: of a hundred patterns most cost nothing. The result is a flat list: `f` is an assertion that failed or a
report that is true, `n` its index, `p` the path of the context node, `s` that of the subject; `t` is the message, `d` a
diagnostic, `q` a property. `u` is a rule that fired, `v` another document (both for SVRL), `x` an assertion that
stopped with an error.

Every expression stands on a line of its own, so that Saxon's line numbers lead back to the schema.
"""

from teikit.schematron.transpiling.stylesheet import transpile

__all__ = ["transpile"]
