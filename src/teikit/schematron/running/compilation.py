"""Compiling a schema, with all that does not compile left out and reported."""

from __future__ import annotations

import re

from teikit.diagnostics import Diagnostic, Location
from teikit.saxon.rules import NotCompiledError, Rules
from teikit.schematron import codes
from teikit.schematron.model import Schema
from teikit.schematron.program import Options, Part
from teikit.schematron.running.run import Compiled
from teikit.schematron.transpiling import transpile

MOST_ROUNDS = 40
"""How often the rest is compiled again; each round leaves out everything that Saxon has named in the last one."""
_UNDECLARED = re.compile(r"Variable \$(\S+) has not been declared")
_RENAMED = re.compile(r"(\$[\w\-.:]+)\.p\d+\b")
_FIRST = r"\1"


def compile_schema(schema: Schema, options: Options) -> Compiled:
    """Compile a schema; what does not compile is left out, and a diagnostic says so at its place."""
    without = {*options.without, *schema.refused}
    dropped: set[str] = set()
    found: dict[int, Diagnostic] = {}
    message = ""
    for _ in range(MOST_ROUNDS):
        program = transpile(schema, options._replace(without=frozenset(without)))
        try:
            return Compiled(program, Rules.compile(program.stylesheet), frozenset(without), tuple(found.values()))
        except NotCompiledError as error:
            faulty = [(part, told.message) for told in error.errors if (part := program.part_at(told.line))]
            new = [(part, told) for part, told in faulty if part.number not in without]
            message = error.message
        if not new:
            break
        for part, told in new:
            without.add(part.number)
            if part.what.startswith("the variable"):
                dropped.add(part.what.split("“")[1].rstrip("”"))
            unknown = _UNDECLARED.search(told)
            # What uses a variable that was left out is not at fault itself.
            if unknown is None or _RENAMED.sub(_FIRST, f"${unknown[1]}")[1:] not in dropped:
                found.setdefault(part.number, _diagnostic(part, told))
    place = Location(schema.files[0][0]) if schema.files else Location("")
    told = f"the rules do not compile, and it is not known which: {message}"
    found[0] = Diagnostic.of(codes.NOT_COMPILED, place, told, hint="check the expressions; no rule has run")
    return Compiled(program, None, frozenset(without), tuple(found.values()))


def _diagnostic(part: Part, told: str) -> Diagnostic:
    path, line, column = part.place
    shown = " ".join(part.text.split())
    subject = f"the expression “{shown}”" if part.what == "expression" else part.what
    message = f"{subject} does not compile: {_RENAMED.sub(_FIRST, told)}"
    hint = "what it belongs to does not run; correct the expression"
    return Diagnostic.of(codes.NOT_COMPILED, Location(path, line, column), message, hint=hint)
