"""From a path on the disk to an item of a package, or the reason why not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from teikit.deposit.contents import codes
from teikit.deposit.contents.media_types import media_type
from teikit.deposit.contents.names import why_impossible, why_unsafe
from teikit.deposit.items import Content, Item
from teikit.diagnostics import Code, Diagnostic, Location


class Taking:
    """The items that are taken from below a folder, each once, and what is to be said of them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._real_root = os.path.realpath(root)
        self._top = os.path.normpath(root.absolute())
        self._below = self._top.rstrip(os.sep) + os.sep
        self.items: dict[str, Item] = {}
        self.diagnostics: list[Diagnostic] = []
        self.refused: set[str] = set()

    def path_of(self, file: Path) -> str | None:
        """Return a file's path below the folder, with `/`; None where it does not lie there. Links are not followed."""
        path = os.path.normpath(file.absolute())
        if path.startswith(self._below):
            return path[len(self._below) :].replace(os.sep, "/")
        return "." if path == self._top else None

    def take(self, file: Path, role: Content, kind: str = "", named_at: Location | None = None) -> Item | None:
        """Take a file, and return its item, or None with a diagnostic where that is impossible.

        `kind` is its media type if its name does not tell it, `named_at` the place that names it, if one does.
        """
        path = self.path_of(file)
        if path is None:
            self._outside(file, named_at)
            return None
        if path in self.items or path in self.refused:
            return self.items.get(path)
        item = self._item(file, path, role, kind)
        if item is None:
            self.refused.add(path)
            return None
        self.items[path] = item
        if reason := why_unsafe(path):
            hint = "rename it, and what points to it: letters A to Z, digits, “-”, “_” and “.” are safe everywhere"
            self._tell(codes.UNSAFE_NAME, file, f"“{path}” {reason}", hint)
        return item

    def _item(self, file: Path, path: str, role: Content, kind: str) -> Item | None:
        shown = path.encode("utf-8", "backslashreplace").decode()
        if reason := why_impossible(path):
            self._tell(codes.IMPOSSIBLE_NAME, file, f"“{shown}” {reason}", "rename it, and what points to it")
            return None
        try:
            real = os.path.realpath(file, strict=True)
            if not _is_below(real, self._real_root):
                message = f"“{path}” is a link that leads out of the folder"
                self._tell(codes.OUTSIDE, file, message, "put the file itself there, or take the link away")
                return None
            status = Path(real).stat()
            if not stat.S_ISREG(status.st_mode):
                raise OSError(0, "a folder, a device or a pipe")
            with Path(real).open("rb"):
                pass
        except (OSError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            hint = "check that the file is there and may be read"
            self._tell(codes.NOT_A_FILE, file, f"“{path}” cannot be packed ({reason})", hint)
            return None
        return Item(path, kind or media_type(path), role, status.st_size, Path(real))

    def _outside(self, file: Path, named_at: Location | None) -> None:
        name = os.path.normpath(file)
        if name in self.refused:
            return
        self.refused.add(name)
        place = named_at or Location(Path(name).as_posix())
        message = f"“{Path(name).as_posix()}” lies outside of {self._root.as_posix()}, and cannot go into the package"
        hint = "put it into the folder of the edition, or build the package from a folder above both"
        self.diagnostics.append(Diagnostic.of(codes.OUTSIDE, place, message, hint=hint))

    def _tell(self, code: Code, file: Path, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic.of(code, Location(file.as_posix()), message, hint=hint))


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
