"""Reading `teikit.toml`."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from teikit import files
from teikit.diagnostics import Diagnostic, Severity, TeikitError
from teikit.project.conventions import Conventions, Deprecated
from teikit.registers.pointers import PrefixDef, document_uri

FILE = "teikit.toml"

OUTPUTS = ("html", "text", "citations")
"""What `teikit build` can write, beside its summary."""

_EVERYTHING = ("**/*.[xX][mM][lL]",)
_KEYS: dict[str, type] = {
    "title": str,
    "source": str,
    "documents": list,
    "registers": list,
    "schema": list,
    "catalogs": list,
    "prefixes": dict,
    "languages": list,
    "demand_refs": list,
    "odd": str,
    "severity": dict,
    "outputs": list,
    "dates": dict,
    "interface_language": str,
    "deposit": dict,
}
_KINDS: dict[type, str] = {str: "a string", list: "a list", dict: "a table"}
_SCHEMA_KEYS: dict[str, type] = {"match": str, "rng": str, "schematron": list, "xsd": str, "phase": str}
_DATES_KEYS: dict[str, type] = {"place": str}
_PREFIX_KEYS: dict[str, type] = {"pattern": str, "replacement": str}
_SEVERITIES = ("error", "warning", "info", "off")


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
    """What `teikit.toml` says. Its keys, all of which may be left out:

    - `title`: what the edition is called (default: the name of the folder).
    - `source`: the folder of the documents, below the root (default: the root).
    - `documents`: globs below `source` that say which files are the edition (default: `**/*.xml`).
    - `registers`: globs below `source` of the files with persons, places and the like (default: `registers/*.xml`).
    - `[[schema]]`: a glob `match` below the root, with `rng`, `schematron` (one or a list), `xsd` and `phase`.
    - `catalogs`: OASIS catalogs, paths below the root.
    - `[prefixes]`: private URI schemes, as if a `prefixDef` stood in every document. `person = "tei/persons.xml#$1"`,
      where `$1` is all that follows the colon; or `{ pattern = "p(.+)", replacement = "…#$1" }`. A relative URI is
      relative to the root.
    - `languages`: the language tags that documents may use; `en` allows `en-GB`.
    - `demand_refs`: elements such as `persName` that must have a `@ref` in the text.
    - `odd`: the customization, whose `@validUntil` says what is deprecated.
    - `[dates]`: `place`, the country that the documents were written in (`Russia`): a date that the calendar in use
      there makes unlikely gets a warning.
    - `[severity]`: the id or the name of a code = `error`, `warning`, `info` or `off`.
    - `interface_language`: the language of the dates in pages and texts: `en` (the default), `de`, `fr`, `ru`, `zh`.
    - `[deposit]`: what completes the metadata of the headers; `teikit.deposit.metadata.settings` reads it.
    - `outputs`: what `teikit build` writes, of `html`, `text` and `citations` (default: all).

    `root` is the folder of the file; `source`, `catalogs` and `odd` are paths that begin with it.
    """

    root: Path
    title: str
    source: Path
    registers: tuple[str, ...] = ("registers/*.xml",)
    schemas: tuple[SchemaRule, ...] = ()
    document_globs: tuple[str, ...] = _EVERYTHING
    catalogs: tuple[Path, ...] = ()
    prefixes: tuple[PrefixDef, ...] = ()
    languages: tuple[str, ...] = ()
    demand_refs: tuple[str, ...] = ()
    odd: Path | None = None
    severities: tuple[tuple[str, str], ...] = ()
    outputs: tuple[str, ...] = OUTPUTS
    place: str = ""
    deposit: tuple[tuple[str, Any], ...] = ()
    interface_language: str = "en"

    @classmethod
    def read(cls, file: Path) -> Project:
        """Read the file. Raises `TeikitError` where it is not TOML, has an unknown key or a value of a wrong type."""
        data = _toml(file)
        _check(data, _KEYS, file, "")
        root = file.parent
        return cls(
            root=root,
            title=data.get("title", root.resolve().name),
            source=root / data.get("source", "."),
            registers=_strings(data, "registers", file, ["registers/*.xml"]),
            schemas=tuple(SchemaRule.read(entry, file) for entry in data.get("schema", [])),
            document_globs=_strings(data, "documents", file, _EVERYTHING),
            catalogs=tuple(root / path for path in _strings(data, "catalogs", file)),
            prefixes=tuple(_prefix(name, entry, file) for name, entry in data.get("prefixes", {}).items()),
            languages=_strings(data, "languages", file),
            demand_refs=_strings(data, "demand_refs", file),
            odd=root / data["odd"] if "odd" in data else None,
            severities=_severities(data.get("severity", {}), file),
            interface_language=data.get("interface_language", "en"),
            place=_place(data.get("dates", {}), file),
            deposit=tuple(data.get("deposit", {}).items()),
            outputs=_outputs(_strings(data, "outputs", file, list(OUTPUTS)), file),
        )

    def documents(self) -> list[Path]:
        """Return the files of the edition, its registers included, sorted; what is hidden is not part of it."""
        return _files(self.source, (*self.document_globs, *self.registers))

    def register_files(self) -> list[Path]:
        """Return the files that the register globs name, sorted."""
        return [file for file in _files(self.source, self.registers) if file.is_file()]

    def conventions(self) -> Conventions:
        """Return what the checks of each document need to know; reads the ODD and the calendars of the registers.

        Raises `TeikitError` if it cannot read the ODD.
        """
        from teikit.registers.calendars import calendars_in

        deprecated: tuple[Deprecated, ...] = ()
        if self.odd is not None:
            from teikit.project.deprecation import deprecated_by

            deprecated = deprecated_by(self.odd)
        calendars = calendars_in(self.register_files())
        return Conventions(self.prefixes, self.languages, self.demand_refs, deprecated, calendars, self.place)

    def judged(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield diagnostics with the severities of the project, without those that are off."""
        given = dict(self.severities)
        for each in found:
            severity = given.get(each.code.id) or given.get(each.code.name)
            if severity is None:
                yield each
            elif severity != "off":
                yield each._replace(severity=Severity(severity))

    def schemas_for(self, path: Path) -> SchemaRule | None:
        """Return the first rule that matches a document, or None."""
        try:
            below = PurePosixPath(_real(path).relative_to(_real(self.root)).as_posix())
        except ValueError:
            return None
        return next((rule for rule in self.schemas if _matches(below, rule.match)), None)


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


def _files(source: Path, globs: Iterable[str]) -> list[Path]:
    # A link that leads nowhere, or a pipe, is a document that cannot be read: validation says so.
    found = {file for glob in globs for file in source.glob(glob) if not file.is_dir()}
    shown = [file for file in found if not any(part.startswith(".") for part in file.relative_to(source).parts)]
    # A package of the edition that lies in its folder holds copies, and is no part of it.
    folders = {folder for file in shown for folder in file.relative_to(source).parents}
    packages = {source / folder for folder in folders if folder.parts and files.is_package(source / folder)}
    return sorted(file for file in shown if packages.isdisjoint(file.parents)) if packages else sorted(shown)


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise TeikitError(f"{file.as_posix()}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TeikitError(f"{file.as_posix()}: not TOML: {error}") from None


def _check(data: dict[str, Any], known: dict[str, type], file: Path, prefix: str) -> None:
    for key, value in data.items():
        if key not in known:
            raise TeikitError(f"{file.as_posix()}: unknown key “{prefix}{key}”", hint=_near(key, known, "known keys"))
        if not isinstance(value, known[key]):
            raise TeikitError(f"{file.as_posix()}: “{prefix}{key}” must be {_KINDS[known[key]]}")


def _near(word: str, known: Iterable[str], those: str) -> str:
    near = difflib.get_close_matches(word, known, 1)
    return f"did you mean “{near[0]}”?" if near else f"{those}: {', '.join(known)}"


def _strings(data: dict[str, Any], key: str, file: Path, default: Iterable[str] = ()) -> tuple[str, ...]:
    values = data.get(key, default)
    are_globs = key in ("documents", "registers")
    if not all(isinstance(value, str) for value in values):
        raise TeikitError(f"{file.as_posix()}: “{key}” must be a list of {'globs' if are_globs else 'strings'}")
    if are_globs:
        _check_globs(values, key, file)
    return tuple(values)


def _check_globs(globs: Iterable[str], key: str, file: Path) -> None:
    for glob in globs:
        parts = PurePosixPath(glob).parts
        is_odd = any("**" in part and part != "**" for part in parts)
        if not glob or glob.startswith("/") or ".." in parts or "\0" in glob or is_odd:
            hint = "write a glob such as letters/**/*.xml"
            raise TeikitError(f"{file.as_posix()}: “{glob}” in “{key}” is no glob below “source”", hint=hint)


def _prefix(name: str, entry: Any, file: Path) -> PrefixDef:
    given = {"replacement": entry} if isinstance(entry, str) else entry
    if not isinstance(given, dict) or "replacement" not in given:
        hint = 'write it as person = "registers/persons.xml#$1"'
        raise TeikitError(f"{file.as_posix()}: “prefixes.{name}” must be a URI with $1", hint=hint)
    _check(given, _PREFIX_KEYS, file, f"prefixes.{name}.")
    return PrefixDef(name, given.get("pattern", "(.*)"), given["replacement"], document_uri(file.as_posix()))


def _place(table: dict[str, Any], file: Path) -> str:
    _check(table, _DATES_KEYS, file, "dates.")
    place: str = table.get("place", "")
    if place:
        from teikit.dates.adoption import known_places, switch

        if switch(place) is None:
            near = difflib.get_close_matches(place, known_places(), 1)
            hint = f"did you mean “{near[0]}”?" if near else "write the English name of a country, such as Russia"
            raise TeikitError(f"{file.as_posix()}: “{place}” in “dates.place” is not known", hint=hint)
    return place


def _severities(table: dict[str, Any], file: Path) -> tuple[tuple[str, str], ...]:
    for code, severity in table.items():
        if severity not in _SEVERITIES:
            raise TeikitError(f"{file.as_posix()}: “severity.{code}” must be one of {', '.join(_SEVERITIES)}")
    return tuple(table.items())


def _outputs(names: tuple[str, ...], file: Path) -> tuple[str, ...]:
    for name in names:
        if name not in OUTPUTS:
            hint = _near(name, OUTPUTS, "known outputs")
            raise TeikitError(f"{file.as_posix()}: “{name}” in “outputs” is not known", hint=hint)
    return names
