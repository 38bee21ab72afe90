"""From the file of a schema to a grammar that can validate."""

from __future__ import annotations

from teikit.diagnostics import Diagnostic, SchemaError
from teikit.rng.automaton.compiled import Grammar, restore
from teikit.rng.deep_calls import DeepCalls
from teikit.rng.grammar.definitions import Pruner, Resolver
from teikit.rng.grammar.id_soundness import id_soundness
from teikit.rng.grammar.rows import compiled_form
from teikit.rng.grammar.schema_files import Files, Locate
from teikit.rng.grammar.simple import Simple
from teikit.rng.restrictions import check_restrictions
from teikit.rng.simplify import Simplifier
from teikit.xml.limits import Limits


def compile_grammar(
    path: str,
    *,
    names: str = "5th",
    limits: Limits | None = None,
    check_ids: bool = False,
    locate: Locate | None = None,
) -> Grammar:
    """Return the grammar of the schema in a file, in either syntax.

    `names` is the edition of XML 1.0 whose names count, `5th` or `4th`. With `check_ids`, a schema that cannot tell
    which attributes are IDs is not correct, either (RELAX NG DTD Compatibility, §5). `locate` finds the files of what
    the schema includes by addresses on the network. Raises `SchemaError` with all diagnostics where it is not correct,
    `TeikitError` where there is no such file.
    """
    faults: list[Diagnostic] = []
    files = Files(faults, names, limits or Limits.from_environment(), locate)
    with DeepCalls(path):
        start = simplified(path, files)
        if check_ids and start is not None and not faults:
            faults.extend(id_soundness(start))
        if start is None or faults:
            raise SchemaError(sorted(set(faults), key=lambda each: each.sort_key))
        return restore(compiled_form(start, tuple(files.digests), names, tuple(files.sought.items())))


def simplified(path: str, files: Files) -> Simple | None:
    """Return the start of a schema in the simple form (§4), checked against §7 where it is correct so far."""
    faults = files.faults
    simplifier = Simplifier(files)
    start = simplifier.schema(path)
    if start is None:
        return None
    resolver = Resolver(faults)
    for scope in simplifier.scopes:
        resolver.combine(scope)
    start = resolver.resolve(start)
    start = Pruner().prune(start)
    if not faults:
        check_restrictions(start, faults)
    return start
