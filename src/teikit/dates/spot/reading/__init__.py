"""From the form of a date to what it means: a reader for each form, which may refuse it for the words around."""
