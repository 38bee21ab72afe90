"""What native code does to a process: it prints past Python, and it lets no signal handler of Python run."""

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def caught() -> Iterator[list[str]]:
    """Redirect file descriptor 2, to which Saxon writes the details of an error, for the length of the block.

    Afterwards the list holds one string, what was written. If the process has no standard error, or there is no room
    for a temporary file, nothing is caught.
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


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C end the process at once for the length of the block: a stylesheet may never come to an end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler or signal.SIG_DFL)
