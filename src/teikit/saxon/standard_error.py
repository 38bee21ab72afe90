"""Catching what Saxon prints: it writes the details of an error to file descriptor 2, past Python."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def caught() -> Iterator[list[str]]:
    """Redirect file descriptor 2 for the length of the block; afterwards the list holds one string, what was written.

    If the process has no standard error, or there is no room for a temporary file, nothing is caught.
    """
    caught_text: list[str] = []
    with ExitStack() as stack:
        try:
            saved = os.dup(2)
            stack.callback(os.close, saved)
            file = stack.enter_context(tempfile.TemporaryFile())
        except OSError:
            yield caught_text
            return
        os.dup2(file.fileno(), 2)
        try:
            yield caught_text
        finally:
            os.dup2(saved, 2)
            file.seek(0)
            caught_text.append(file.read().decode("utf-8", "replace"))
