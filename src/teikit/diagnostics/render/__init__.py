"""Output formats: one file each, a function `render(diagnostics) -> str` in every one.

Diagnostics are expected in the order of `Diagnostic.sort_key`. Lines and columns count characters and are 1-based.
"""
