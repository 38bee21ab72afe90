"""What a project asks of each of its documents, as plain values that workers are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from teikit.registers.pointers import PrefixDef

if TYPE_CHECKING:
    from teikit.registers.calendars import DeclaredCalendar


class Deprecated(NamedTuple):
    """Something of TEI that is on its way out: an element, an attribute of one, or a value of that attribute.

    `element` is '*' where the attribute is a global one; `attribute` (in Clark notation) and `value` are '' where the
    whole element, or the whole attribute, is meant. `until` is the day on which it ends, as it is written.
    """

    element: str
    attribute: str
    value: str
    until: str


class Conventions(NamedTuple):
    """The prefixes of a project, the languages it allows, the elements that must have a `@ref`, what is deprecated.

    `calendars` are those that its registers declare; `place` is the country that its documents were written in, ''
    where they were not written in one.
    """

    prefixes: tuple[PrefixDef, ...] = ()
    languages: tuple[str, ...] = ()
    demand_refs: tuple[str, ...] = ()
    deprecated: tuple[Deprecated, ...] = ()
    calendars: tuple[DeclaredCalendar, ...] = ()
    place: str = ""
