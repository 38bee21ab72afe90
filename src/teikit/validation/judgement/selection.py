"""Which codes are wanted: `--select` and `--ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teikit.diagnostics import Code, TeikitError
from teikit.diagnostics.code import LAYERS


class Selection(NamedTuple):
    """Terms that keep codes, and terms that leave codes out; without the former every code is kept.

    A term is the id of a code, or the beginning of ids (`TEI`, `RNG01`); that of an author's rule (`SCH:id`) means this
    one only. What is both selected and ignored is left out. A document that cannot be read as XML is not examined any
    further: faults of the layer `xml` are kept whatever is selected, and go only where they are ignored.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, code: str) -> bool:
        """Tell whether diagnostics with the code of this id are wanted."""
        if any(_means(term, code) for term in self.ignore):
            return False
        return not self.select or any(_means(term, code) for term in (*self.select, "XML"))


def read(select: Iterable[str], ignore: Iterable[str], known: Sequence[Code]) -> Selection:
    """Make a selection of what a user wrote: ids, names or beginnings of ids, several with commas between them.

    `known` are all codes of the tool; the ids of an author's own Schematron rules (`SCH:id`) are taken as they are.
    Raises `TeikitError` for a term that means none of them.
    """
    return Selection(_terms(select, known), _terms(ignore, known))


def _means(term: str, code: str) -> bool:
    return code == term if ":" in term else code.startswith(term)


def _terms(written: Iterable[str], known: Sequence[Code]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_term(word.strip(), known) for each in written for word in each.split(",")))


def _term(word: str, known: Sequence[Code]) -> str:
    if word[:4].upper() == "SCH:" and word[4:]:
        return f"SCH:{word[4:]}"
    for code in known:
        if code.name == word.lower():
            return code.id
    start = word.upper()
    if start in LAYERS or (start and any(code.id.startswith(start) for code in known)):
        return start
    from difflib import get_close_matches

    names = [name for code in known for name in (code.id, code.name)]
    near = get_close_matches(start, names, 1) or get_close_matches(word.lower(), names, 1)
    hint = f"did you mean “{near[0]}”?" if near else "“teikit explain” lists all codes"
    raise TeikitError(f"there is no code “{word}”, and none begins so", hint=hint)
