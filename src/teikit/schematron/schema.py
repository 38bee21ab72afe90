"""A Schematron schema: the door to everything in this package.

What only an unknown schema needs is imported where it is needed: the one that is kept on disk does without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.diagnostics import Diagnostic
from teikit.schematron import kept
from teikit.schematron.program import Options

if TYPE_CHECKING:
    from teikit.schematron.model import Schema
    from teikit.schematron.running.run import Compiled, Run
    from teikit.xml import Document

_PASSING = re.compile(r"current-(?:date|time)|environment-variable|random-number-generator")


class Schematron:
    """The rules of a schema, in one phase.

    `diagnostics` are what is wrong with the schema itself: rules that do not compile or cannot be understood, and
    prefixes that are not declared. What they name does not run; everything else does. `files` are those that the
    schema was made of, with the digests of their bytes.
    """

    def __init__(self, wanted: kept.Wanted, found: kept.Kept, schema: Schema | None = None) -> None:
        self.path = wanted.path
        self.diagnostics = found.diagnostics
        self.files = found.files
        self._wanted = wanted
        self._program = found.program
        self._without = found.without
        self._schema = schema
        self._compiled: dict[Options, Compiled] = {}

    @classmethod
    def from_file(
        cls, path: str | Path, *, phase: str | None = None, cached: bool = True, tei_source: str | Path | None = None
    ) -> Schematron:
        """Read a schema: Schematron (`.sch`), RELAX NG in either syntax, or ODD with Schematron in it.

        `phase` is the id of a phase, `#ALL` or `#DEFAULT`; None is the default phase of the schema, else all patterns.
        `tei_source` is the file that stands for the TEI where an ODD names no other (`p5subset.xml`).
        With `cached` the transpiled form is kept on disk. Raises `SchemaError` (with `.diagnostics`) where the file is
        no schema at all, `TeikitError` where there is no such file or phase.
        """
        wanted = kept.Wanted(Path(path).as_posix(), phase, Path(tei_source).as_posix() if tei_source else None)
        found = kept.load(wanted) if cached else None
        if found is not None:
            return cls(wanted, found)
        from teikit.schematron.running.compilation import compile_schema

        schema = _read(wanted)
        compiled = compile_schema(schema, Options())
        told = (*schema.diagnostics, *compiled.diagnostics)
        found = kept.Kept(compiled.program, compiled.without, told, schema.files)
        if cached:
            kept.save(wanted, found)
        made = cls(wanted, found, schema)
        made._compiled[Options(compiled.without)] = compiled
        return made

    @property
    def is_empty(self) -> bool:
        """Whether there is no rule at all, as in a grammar without Schematron."""
        return not self._program.rules

    @property
    def stylesheet(self) -> str:
        """The rules as an XSLT 3.0 stylesheet, whose result is for teikit to read."""
        return self._program.stylesheet

    @property
    def reads_files(self) -> bool:
        """Whether its rules ask for other documents."""
        return self._program.needs_files

    @property
    def reads_clock(self) -> bool:
        """Whether its rules ask for the date, the time or the environment: what they find may be other tomorrow."""
        return _PASSING.search(self._program.stylesheet) is not None

    def iter_diagnostics(self, document: Document) -> Iterator[Diagnostic]:
        """Yield what the rules find in a document, in no particular order.

        A rule that stops with an error on a node is a diagnostic too, and the others go on. Time is not bounded: a
        rule may compute without end (Ctrl-C ends the process).
        """
        if self.is_empty:
            return
        from teikit.schematron.reporting import report
        from teikit.schematron.reporting.findings import findings

        ran = self._run(document, trace=False)
        yield from ran.diagnostics
        yield from report.diagnostics(ran, document, findings(ran.result))

    def svrl(self, document: Document) -> str:
        """Return the report on a document in SVRL (ISO/IEC 19757-3:2020, annex D)."""
        from teikit.saxon.rules import uri_of
        from teikit.schematron.reporting.findings import Failed, findings
        from teikit.schematron.reporting.svrl import svrl

        ran = None if self.is_empty else self._run(document, trace=True)
        found = (each for each in findings(ran.result if ran else "") if not isinstance(each, Failed))
        return svrl(ran.program if ran else self._program, document, uri_of(document) or document.path, found)

    def _run(self, document: Document, *, trace: bool) -> Run:
        from teikit.schematron.running.run import run

        def careful(without: frozenset[int]) -> Compiled:
            return self._of(Options(without, trace, True))

        return run(self._of(Options(self._without, trace)), document, self.path, careful)

    def _of(self, options: Options) -> Compiled:
        if options not in self._compiled:
            if len(self._compiled) > 8:
                self._compiled.clear()
            self._compiled[options] = self._compile(options)
        return self._compiled[options]

    def _compile(self, options: Options) -> Compiled:
        from teikit.saxon.rules import NotCompiledError, Rules
        from teikit.schematron.running.run import Compiled

        if options == Options(self._without):
            try:
                return Compiled(self._program, Rules.compile(self._program.stylesheet), self._without, ())
            except NotCompiledError:
                # Kept by a release of Saxon that took more.
                pass
        from teikit.schematron.running.compilation import compile_schema

        if self._schema is None:
            self._schema = _read(self._wanted)
        return compile_schema(self._schema, options)


def _read(wanted: kept.Wanted) -> Schema:
    from teikit.schematron.reading import read_schema

    return read_schema(wanted.path, wanted.phase, wanted.tei_source)
