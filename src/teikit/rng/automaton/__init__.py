"""Patterns, their derivatives, and the automaton that grows out of them.

`patterns` are interned and normalised (equal means identical), with `name_classes`; `derivatives` say what must follow
what was read (after J. Clark, without `After` patterns: each open element has a frame of its own). `states` memoises
them: after a few documents reading is look-ups. `expectations` answers what a state asks for, which messages and
recovery need. `compiled` is the form of a grammar that can be kept on disk; patterns are made from it on demand.
"""
