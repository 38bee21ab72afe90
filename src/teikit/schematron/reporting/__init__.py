"""Reading the result of a run: `findings`, their `places`, and what is made of them, diagnostics or SVRL."""
