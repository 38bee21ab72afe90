"""The compact syntax of RELAX NG (OASIS 2002; ISO/IEC 19757-2, annex C), in both directions.

Reading: `lexer` makes words with their places, `reader` takes declarations and components, `patterns` takes patterns
by precedence, `annotations` what stands in brackets or behind `##`, and `names` says prefixes, datatypes and `inherit`
in the terms of the XML syntax. Errors are noted, and reading goes on with the next component.

Writing: `writer` goes down the neutral tree with what each node inherits; `text` has the small words. It is the only
writer of compact syntax: compiled ODDs go through it as well.
"""
