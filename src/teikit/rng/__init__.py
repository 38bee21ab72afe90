"""RELAX NG (ISO/IEC 19757-2): is a document in the language of a grammar, and if not, what is wrong with it.

`RelaxNG` in `schema` is the door. A schema is read by `syntax` (XML or compact), brought into the simple form by
`simplify` (§4) and judged by `restrictions` (§7), with `grammar/` for their tools; `cache` keeps the outcome on disk.
`automaton/` has the interned patterns, their derivatives, and the states that grow out of them while documents are
read; `datatypes/` says what values are. `reading/` drives expat through the automaton twice: `fast` only says yes, and
`diagnose` finds out what is wrong and goes on after it.

`convert` writes a schema in the other syntax, with the files that it includes.

`codes` are the faults of documents (RNG), `schema_codes` those of schemas (RNS). A document is never a tree here.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teikit.rng.schema import RelaxNG

__all__ = ["RelaxNG"]


def __getattr__(name: str) -> Any:
    """Load the engine on first use (PEP 562): who only needs the codes does without."""
    if name != "RelaxNG":
        raise AttributeError(f"module 'teikit.rng' has no attribute {name!r}")
    from teikit.rng.schema import RelaxNG

    return RelaxNG
