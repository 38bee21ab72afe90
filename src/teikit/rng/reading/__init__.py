"""Reading documents against a grammar.

`fast` says yes or nothing; a document that it does not accept is read again by `diagnose`, which keeps the open
elements and their places (`report`), reads start-tags with `attributes`, resolves XInclude (`inclusion`, `xinclude`),
recovers after each fault as Jing does, and words it (`messages`).
"""
