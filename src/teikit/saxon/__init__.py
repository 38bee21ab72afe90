"""Running XSLT 3.0: the only importer of saxonche.

A `Stylesheet` is compiled with access to files, so that it may import and include; then the door is closed, and at run
time neither `doc()` nor `unparsed-text()` nor `xsl:result-document` reaches a file, whatever a document asks for. What
a stylesheet needs comes in by its parameters (`parameters` reads their names and documentation from the source).

Saxon narrows its allowed protocols for ever, so every stylesheet has a processor of its own (half a millisecond); they
are made in the main thread of a process, never in several threads. `xsl:message` elements named `diagnostic` come
back as `Diagnostic` values, placed by their XPath in the source document; errors of Saxon itself, which it prints to
standard error, are caught there and become diagnostics too (codes in `codes`).
"""

from teikit.saxon.parameters import Parameter, parameters
from teikit.saxon.stylesheet import Result, Stylesheet

__all__ = ["Parameter", "Result", "Stylesheet", "parameters"]
