"""Reading documents against a grammar.

`fast` says yes or nothing; a document that it does not accept is read again by `diagnose`, which keeps the open
elements and their places (`report`), reads start-tags with `attributes`, resolves XInclude (`inclusion`, `xinclude`),
recovers after each fault as Jing does, and words it (`messages`). `expect` answers what may stand at a place; it reads
what is before it as `diagnose` does, and `begun_tag` tells what is known of a start-tag that is being written.
"""
