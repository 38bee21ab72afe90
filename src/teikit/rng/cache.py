"""Compiled schemas on disk, so that a schema is simplified once and not in every run.

An entry holds one compiled schema in `marshal`'s form. Its name depends on the schema's bytes, its path, whether its
IDs were looked at, and the versions of Python and of the form; the files that it includes are digested again at each
use, and the files that stand for addresses on the network are asked for again.
"""

from __future__ import annotations

import marshal
import os

from teikit import cache
from teikit.rng.automaton.compiled import FORM, Grammar, restore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from teikit.rng.grammar.schema_files import Locate


def load(path: str, names: str, *, check_ids: bool, locate: Locate | None) -> Grammar | None:
    """Return the compiled form of a schema as it is on disk now, or None where it is not kept."""
    entry = _entry(path, names, check_ids)
    payload = cache.read(entry) if entry else None
    if payload is None:
        return None
    compiled = marshal.loads(payload)
    if any(cache.of_file(file) != known for file, known in compiled[5][1:]):
        return None
    for address, answer in compiled[7]:
        found = locate(address) if locate is not None else None
        if found is None or found.as_posix() != answer:
            return None
    return restore(compiled)


def save(path: str, names: str, grammar: Grammar, *, check_ids: bool) -> None:
    """Keep the compiled form of a schema, if that is possible."""
    entry = _entry(path, names, check_ids)
    # Changed while it was compiled: the form of the old bytes must not be kept for the new ones.
    if entry and all(cache.of_file(file) == known for file, known in grammar.files):
        cache.keep(entry, marshal.dumps(grammar.compiled))


def _entry(path: str, names: str, check_ids: bool) -> str:
    schema = cache.of_file(path)
    if not schema:
        return ""
    kept = "sound" if check_ids else "any"
    return cache.name("rng", schema, os.path.realpath(path), path, names, kept, str(FORM))
