"""Filling the dates of one file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from teikit.checks.report import label
from teikit.diagnostics import Location
from teikit.editing.changes import Change, Edited, apply
from teikit.editing.dates.contradictions import contradictions, refuse_contradiction, unlabelled
from teikit.editing.dates.counterparts import counterparts
from teikit.editing.dates.texts import DATES, by_text
from teikit.editing.dates.validity import new_faults
from teikit.editing.dates.wishes import Added, Doubt, DoubtError, Wishes
from teikit.editing.start_tags import add_attributes
from teikit.project.conventions import Conventions
from teikit.project.markup import Markup
from teikit.xml import Document, Limits, load
from teikit.xml.source import read_bytes

if TYPE_CHECKING:
    from lxml import etree

_CUSTOM = tuple(f"{name}-custom" for name in ("when", "from", "to", "notBefore", "notAfter"))


class Listed(NamedTuple):
    """A date that is left for a person: where, and why."""

    location: Location
    reason: str


class Filled(NamedTuple):
    """A file with its dates filled (nothing is written yet), the number of elements filled, and what is listed."""

    edited: Edited
    filled: int
    listed: tuple[Listed, ...]


def fill(path: str, wishes: Wishes, conventions: Conventions | None = None) -> Filled:
    """Add to the dates of a file what can be known without a doubt.

    Raises `TeikitError` where the file cannot be read, is not well-formed, or cannot be changed safely.
    """
    before = read_bytes(path, Limits.from_environment())
    document = load(before, path=path)
    markup = Markup.of(document, conventions or Conventions())
    changes, listed = _wanted(document, markup, wishes)
    edited = apply(path, before, changes.values())
    while changes and (faults := _faults(document, load(edited.after, path=path), markup, changes.keys())):
        refused = faults.keys() & changes.keys() or changes.keys()
        listed += [_refused(document, changes[each].start, faults.get(each, "")) for each in sorted(refused)]
        changes = {place: change for place, change in changes.items() if place not in refused}
        edited = apply(path, before, changes.values())
    return Filled(edited, len(changes), tuple(sorted(listed, key=lambda each: each.location[:3])))


def _wanted(document: Document, markup: Markup, wishes: Wishes) -> tuple[dict[str, Change], list[Listed]]:
    """Return the changes of a document, by the XPaths of their elements, and what is in doubt."""
    texts = unlabelled(markup)
    changes: dict[str, Change] = {}
    listed: list[Listed] = []
    for element in _dated(markup):
        change, doubts = _element(document, element, markup, wishes, texts.get(element))
        listed += doubts
        if change is not None:
            changes[document.locate(element).xpath or ""] = change
    return changes, listed


def _faults(before: Document, after: Document, markup: Markup, changed: Collection[str]) -> dict[str, str]:
    """Return why changes are not to be made, by the XPaths of elements.

    What contradicted the text or another attribute before still does: the half that was there is wrong.
    """
    said = contradictions(after, Markup.of(after, markup.conventions))
    faults = {place: message for place, message in said.items() if place in changed}
    for place, message in new_faults(before, after).items():
        faults[place] = f"its schema does not allow more: {message}"
    return faults


def _refused(document: Document, offset: int, message: str) -> Listed:
    # The attribute would stand at the offset; a place before it is in the start-tag.
    place = document.locate(document.enclosing(offset - 1))
    return Listed(place, f"is left as it is, for {message or 'others of the document were refused'}")


def _dated(markup: Markup) -> Iterator[etree._Element]:
    """Yield the elements that may need something, in document order."""
    names = ("datingMethod", *_CUSTOM)
    wanted = {element for name in names for element in markup.having.get(name, ())}
    wanted.update(element for name in DATES for element in markup.named.get(name, ()))
    return (element for element in markup.elements if element in wanted)


def _element(
    document: Document, element: etree._Element, markup: Markup, wishes: Wishes, said: str | None
) -> tuple[Change | None, list[Listed]]:
    """Return the change of one element, None where there is none, and what is in doubt about it.

    `said` is what its text says, where it is a date in a calendar that nothing says.
    """
    found: list[Added | Doubt] = list(counterparts(element, markup, wishes))
    text = by_text(element, markup, wishes)
    if text is not None:
        found.append(text)
    listed = [
        Listed(document.locate(element, each.attribute), f'"{label(element)}": {each.reason}')
        for each in found
        if isinstance(each, Doubt)
    ]
    added = [each for each in found if isinstance(each, Added)]
    attributes = [pair for each in added for pair in each.attributes]
    if not attributes or any(name in element.attrib for name, _ in attributes):
        return None, listed
    try:
        refuse_contradiction(element, attributes, said)
    except DoubtError as doubt:
        return None, [*listed, Listed(document.locate(element), f'"{label(element)}": {doubt.reason}')]
    change = add_attributes(document, element, attributes, [name for each in added for name in each.after])
    if change is None:
        reason = f'"{label(element)}": comes out of an entity, whose text is not changed'
        return None, [*listed, Listed(document.locate(element), reason)]
    return change, listed
