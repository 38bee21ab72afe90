"""Reading `teikit.toml`."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from teikit.diagnostics import TeikitError

FILE = "teikit.toml"

_KEYS: dict[str, type] = {"title": str, "source": str, "registers": list, "schema": list}
_SCHEMA_KEYS: dict[str, type] = {"match": str, "rng": str, "schematron": list, "xsd": str, "phase": str}


class SchemaRule(NamedTuple):
    """Documents whose path below the root matches the glob are validated with these schemas (paths).

    `phase` is the phase of the Schematron schemas, '' for their default.
    """

    match: str
    rng: Path | None
    schematron: tuple[Path, ...] = ()
    xsd: Path | None = None
    phase: str = ""

    @classmethod
    def read(cls, entry: Any, file: Path) -> SchemaRule:
        """Read one `[[schema]]`. Raises `TeikitError` where it is not one."""
        wanted = "each [[schema]] needs “match”, and “rng”, “schematron” or “xsd”"
        if not isinstance(entry, dict) or "match" not in entry or not set(entry) & {"rng", "schematron", "xsd"}:
            raise TeikitError(f"{file.as_posix()}: {wanted}")
        if isinstance(entry.get("schematron"), str):
            entry = {**entry, "schematron": [entry["schematron"]]}
        _check(entry, _SCHEMA_KEYS, file, "schema.")
        if not all(isinstance(path, str) for path in entry.get("schematron", [])):
            raise TeikitError(f"{file.as_posix()}: “schema.schematron” must be a path or a list of paths")
        root = file.parent
        return cls(
            entry["match"],
            root / entry["rng"] if "rng" in entry else None,
            tuple(root / path for path in entry.get("schematron", [])),
            root / entry["xsd"] if "xsd" in entry else None,
            entry.get("phase", ""),
        )


class Project(NamedTuple):
    """What `teikit.toml` says; `root` is its folder, `source` the folder of the documents."""

    root: Path
    title: str
    source: Path
    registers: tuple[str, ...]
    schemas: tuple[SchemaRule, ...]

    @classmethod
    def read(cls, file: Path) -> Project:
        """Read the file. Raises `TeikitError` where it is not TOML, has an unknown key or a value of a wrong type."""
        try:
            data = tomllib.loads(file.read_text("utf-8"))
        except OSError as error:
            raise TeikitError(f"{file.as_posix()}: cannot be read ({error.strerror})") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise TeikitError(f"{file.as_posix()}: not TOML: {error}") from None
        _check(data, _KEYS, file, "")
        root = file.parent
        rules = [SchemaRule.read(entry, file) for entry in data.get("schema", [])]
        registers = data.get("registers", ["registers/*.xml"])
        if not all(isinstance(glob, str) for glob in registers):
            raise TeikitError(f"{file.as_posix()}: “registers” must be a list of globs")
        source = root / data.get("source", ".")
        return cls(root, data.get("title", root.resolve().name), source, tuple(registers), tuple(rules))

    def schemas_for(self, path: Path) -> SchemaRule | None:
        """Return the first rule that matches a document, or None."""
        try:
            below = PurePosixPath(_real(path).relative_to(_real(self.root)).as_posix())
        except ValueError:
            return None
        return next((rule for rule in self.schemas if _matches(below, rule.match)), None)

    def register_files(self) -> list[Path]:
        """Return the files that the register globs name, sorted."""
        return sorted({file for glob in self.registers for file in self.source.glob(glob) if file.is_file()})


def find(start: Path) -> Project | None:
    """Return the project that a file or folder lies in: the nearest `teikit.toml` upwards, or None."""
    folder = _real(start)
    for candidate in (folder, *folder.parents):
        if (candidate / FILE).is_file():
            # Paths below a relative start stay relative: they are shown as the user would type them.
            file = candidate / FILE if start.is_absolute() else Path(os.path.relpath(candidate / FILE))
            return Project.read(file)
    return None


def _real(path: Path) -> Path:
    """Follow links; unlike `Path.resolve`, never fail on those that lead in a circle."""
    return Path(os.path.realpath(path))


def _matches(path: PurePosixPath, glob: str) -> bool:
    """Match a whole path against a glob in which `**/` means any number of folders, none included."""
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    return re.fullmatch("".join(wild.get(part) or re.escape(part) for part in parts), path.as_posix()) is not None


def _check(data: dict[str, Any], known: dict[str, type], file: Path, prefix: str) -> None:
    for key, value in data.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"known keys: {', '.join(known)}"
            raise TeikitError(f"{file.as_posix()}: unknown key “{prefix}{key}”", hint=hint)
        if not isinstance(value, known[key]):
            kind = "a string" if known[key] is str else "a list"
            raise TeikitError(f"{file.as_posix()}: “{prefix}{key}” must be {kind}")
