"""The command line: one file per command, no logic.

`main` is what the `teikit` script calls. A command's module is imported only when the command runs (start-up counts),
so `COMMANDS` lists names and one-line summaries here. Results go to standard output or to `-o`, progress and errors to
standard error; the exit status is 0 without errors, 1 with errors found, 2 where the tool could not do its work. No
exception reaches the user as a traceback: `TeikitError` becomes one line with a hint, and so does a full disk.
"""

from teikit.cli.entry import main

__all__ = ["main"]
