"""Which children may come next: what `xmlschema` knows while it reads and does not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xmlschema.validators import XsdGroup

MOST_STEPS = 20_000
"""Steps through a content model, after which no more names are looked for."""


def expected_after(group: XsdGroup, names: Iterable[str]) -> Iterator[str]:
    """Yield the names (in Clark notation) that a content model allows after children with the given names."""
    model = group.get_model_visitor()
    steps = MOST_STEPS
    for name in names:
        while model.element is not None and steps:
            steps -= 1
            matched = model.match_element(name) is not None
            errors = list(model.advance(matched))
            if matched:
                break
            if errors:
                return
    while model.element is not None and steps:
        steps -= 1
        if model.element.name is not None:
            yield model.element.name
        if list(model.advance(False)):
            return
