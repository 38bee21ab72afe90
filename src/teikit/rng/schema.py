"""A RELAX NG schema: the door to everything in this package."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from teikit.diagnostics import Diagnostic
from teikit.rng import cache
from teikit.rng.automaton.compiled import Grammar
from teikit.rng.automaton.states import Automaton
from teikit.rng.deep_calls import DeepCalls
from teikit.rng.reading.fast import FastPass
from teikit.xml.limits import Limits

if TYPE_CHECKING:
    from teikit.rng.grammar.schema_files import Locate
    from teikit.rng.reading.expect import Expected

Source = str | Path | bytes | BinaryIO
"""A document to validate: a path, bytes, or a binary file."""


class RelaxNG:
    """A compiled schema."""

    def __init__(self, path: str, grammar: Grammar) -> None:
        self.path = path
        self.grammar = grammar
        with DeepCalls(path):
            self.automaton = Automaton(grammar.table, grammar.start)

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        *,
        names: str = "5th",
        cached: bool = True,
        check_ids: bool = False,
        locate: Locate | None = None,
    ) -> RelaxNG:
        """Compile a schema, in the XML or the compact syntax (by its ending `.rnc`).

        `names` is the edition of XML 1.0 whose names count in datatypes and name classes, `5th` or `4th`. With `cached`
        the compiled form is kept on disk. With `check_ids` the schema must also tell which attributes are IDs (RELAX NG
        DTD Compatibility, §5). `locate` finds the files of what the schema includes by addresses on the network. Raises
        `SchemaError` (with every fault in `.diagnostics`) where it is not correct, `TeikitError` where there is no such
        file.
        """
        name = Path(path).as_posix()
        grammar = cache.load(name, names, check_ids=check_ids, locate=locate) if cached else None
        if grammar is None:
            from teikit.rng.grammar.compile import compile_grammar

            grammar = compile_grammar(name, names=names, check_ids=check_ids, locate=locate)
            if cached:
                cache.save(name, names, grammar, check_ids=check_ids)
        return cls(name, grammar)

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """The files that the schema was made of, with the digests of their bytes."""
        return self.grammar.files

    def is_valid(self, source: Source, *, check_ids: bool = True) -> bool:
        """Return whether a document is valid. Raises `DocumentError` where it is not XML."""
        return next(self.iter_diagnostics(source, check_ids=check_ids), None) is None

    def iter_diagnostics(
        self,
        source: Source,
        *,
        path: str | None = None,
        check_ids: bool = True,
        include_root: Path | None = None,
        is_utf8: bool = False,
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with a document, in the order of the document.

        `path` is how the document is called (default: as given). `include_root` is the folder that XInclude may read
        below; None leaves `xi:include` an element like any other. `is_utf8` says that the source is a document in
        UTF-8, known to be well-formed and within the limits, whatever it declares. Raises `DocumentError` where it is
        not XML.
        """
        if not self.accepts(source, check_ids=check_ids, is_utf8=is_utf8):
            yield from self.diagnose(source, path=path, check_ids=check_ids, include_root=include_root, is_utf8=is_utf8)

    def accepts(self, source: Source, *, check_ids: bool = True, is_utf8: bool = False) -> bool:
        """Return whether the fast pass finds a document valid: False may mean that only `diagnose` can tell."""
        with DeepCalls(self.path):
            return self._accepts(source, check_ids, "utf-8" if is_utf8 else None)

    def _accepts(self, source: Source, check_ids: bool, encoding: str | None) -> bool:
        fast = FastPass(self.automaton, check_ids=check_ids, limits=Limits.from_environment(), encoding=encoding)
        if isinstance(source, bytes):
            return fast.accepts(io.BytesIO(source))
        if isinstance(source, (str, Path)):
            try:
                with open(source, "rb") as file:  # noqa: PTH123 - the warm path does without pathlib
                    return os.path.isfile(source) and fast.accepts(file)  # noqa: PTH113
            except OSError:
                return False
        start = source.tell()
        accepted = fast.accepts(source)
        source.seek(start)
        return accepted

    def diagnose(
        self,
        source: Source,
        *,
        path: str | None = None,
        check_ids: bool = True,
        include_root: Path | None = None,
        is_utf8: bool = False,
    ) -> Iterator[Diagnostic]:
        """Yield what `iter_diagnostics` does, of a document that the fast pass did not accept."""
        from teikit.rng.reading.diagnose import Diagnosis
        from teikit.xml.scan import scan
        from teikit.xml.source import to_utf8

        limits = Limits.from_environment()
        name, data = _read(source, path, limits)
        if not is_utf8:
            data = to_utf8(data, name)
            scan(data, name, limits)
        with DeepCalls(self.path):
            found = list(Diagnosis(self.automaton, name, check_ids=check_ids, root=include_root).run(data))
        yield from found

    def expected(self, source: Source, line: int, column: int) -> Expected:
        """Return what may stand at a place of a document: elements, attributes or values, with documentation.

        `line` and `column` are 1-based and count characters; the place is before that character. What stands behind
        it need not be well-formed. Raises `DocumentError` where what stands before it is not.
        """
        from teikit.rng.reading.expect import expected_at
        from teikit.xml.source import to_utf8

        limits = Limits.from_environment()
        name, data = _read(source, None, limits)
        if data.strip():
            data = to_utf8(data, name)
        with DeepCalls(self.path):
            return expected_at(self.automaton, self.grammar, name, data, line, column, limits)


def _read(source: Source, path: str | None, limits: Limits) -> tuple[str, bytes]:
    from teikit.xml.source import read_bytes

    if isinstance(source, bytes):
        return path or "<bytes>", source
    if isinstance(source, (str, Path)):
        return path or Path(source).as_posix(), read_bytes(str(source), limits)
    return path or str(getattr(source, "name", "<file>")), source.read(limits.size + 1)
