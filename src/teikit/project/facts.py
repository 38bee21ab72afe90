"""What other files need to know of a document: its ids, its pointers that lead out of it, its register entries.

Facts are plain values: a worker extracts them in the walk that the checks make anyway, they travel between processes,
and are kept from one run to the next. They depend on the document's bytes, on its path, and on the prefixes of the
project.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from teikit.project.entries import Entry, entries_of
from teikit.registers.pointers import is_bare_name, join
from teikit.xml import local_name

if TYPE_CHECKING:
    from lxml import etree

    from teikit.project.markup import Markup

MOST_PLACES = 10
"""Places that are kept of one pointer which an attribute of a document repeats; further ones are counted."""

MOST_IDS = 5_000
"""Ids that are kept of a document. Of one with more, which has an id on every word, they are read when asked for."""

CALENDAR_ATTRIBUTES = ("calendar", "datingMethod")


Place = tuple[str, int, int, str]
"""The parts of a `Location`; there are very many, and few are ever shown."""


class Use(NamedTuple):
    """One pointer in one attribute of a document, however often it stands there.

    `element` is the element's name as written, `kind` its local name, `type` its `@type`. `uri` is the absolute URI of
    the file that the pointer leads to, `fragment` the id there or None, `is_local` tells that the file is the document
    itself (and then the id is not in it, see `Facts.uses`). `places` are the first places, `total` is the
    number of all.
    """

    element: str
    kind: str
    type: str
    attribute: str
    pointer: str
    uri: str
    fragment: str | None
    is_local: bool
    places: tuple[Place, ...]
    total: int


class Facts(NamedTuple):
    """The facts of one document.

    `path` is as given, `uri` its file's, `own` all URIs that mean it. `ids` are its ids with the local names of their
    elements; None where it has more than `MOST_IDS`. `uses` are the pointers into other files (those with an address
    on the network only if they have a fragment), and those into itself whose id it does not have. `used` are its ids
    that it points to itself, `keys` the values of `@key`. `entries` are its register entries and roles, `calendars`
    the values of `@calendar` and `@datingMethod`, `includes` the URIs of the files that it includes.
    """

    path: str
    uri: str
    own: tuple[str, ...]
    ids: dict[str, str] | None
    uses: tuple[Use, ...]
    used: frozenset[str]
    keys: frozenset[str]
    entries: tuple[Entry, ...]
    calendars: tuple[Use, ...]
    includes: tuple[str, ...]


def facts_of(markup: Markup) -> Facts:
    """Return the facts of a document."""
    uses, calendars, used = _Uses(markup), _Uses(markup), set[str]()
    for element, attribute, pointers in markup.references:
        for pointer in dict.fromkeys(_whole(pointers)):
            target = markup.target(pointer, element)
            if attribute in CALENDAR_ATTRIBUTES:
                calendars.add(element, attribute, pointer)
            if target.is_local and target.fragment in markup.ids:
                used.add(str(target.fragment))
            elif target.fragment is not None or not (target.is_local or target.is_external):
                # An address on the network may be that of another document, by its xml:base.
                uses.add(element, attribute, pointer)
    ids = {name: local_name(str(element.tag)) for name, element in markup.ids.items()}
    keys = (key for element in markup.having.get("key", ()) for key in element.get("key", "").split())
    return Facts(
        path=markup.document.path,
        uri=markup.uri,
        own=markup.own,
        ids=ids if len(ids) <= MOST_IDS else None,
        uses=tuple(uses.all()),
        used=frozenset(used),
        keys=frozenset(keys),
        entries=tuple(entries_of(markup)),
        calendars=tuple(calendars.all()),
        includes=tuple(includes_of(markup)),
    )


def _whole(pointers: list[str]) -> list[str]:
    """Put together again what stands there as a name: `Mary Dedalus`, or `#Mary Dedalus`."""
    if len(pointers) < 2 or not any(map(is_bare_name, pointers)):
        return pointers
    whole: list[str] = []
    for pointer in pointers:
        if whole and is_bare_name(pointer) and (is_bare_name(whole[-1]) or whole[-1].startswith("#")):
            whole[-1] += f" {pointer}"
        else:
            whole.append(pointer)
    return whole


class _Uses:
    """Collects uses: the same pointer in the same attribute of elements of the same name is one."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._found: dict[tuple[str, str, str, str, str], list[etree._Element]] = {}

    def add(self, element: etree._Element, attribute: str, pointer: str) -> None:
        key = (str(element.tag), element.get("type", ""), attribute, pointer, self._markup.base(element))
        self._found.setdefault(key, []).append(element)

    def all(self) -> Iterable[Use]:
        for (tag, type_, attribute, pointer, _), elements in self._found.items():
            target = self._markup.target(pointer, elements[0])
            places = tuple(self._place(each, attribute) for each in elements[:MOST_PLACES])
            kind = local_name(tag)
            label = f"{elements[0].prefix}:{kind}" if elements[0].prefix else kind
            yield Use(
                label,
                kind,
                type_,
                attribute,
                pointer,
                target.uri,
                target.fragment,
                target.is_local,
                places,
                len(elements),
            )

    def _place(self, element: etree._Element, attribute: str) -> Place:
        path, line, column, xpath = self._markup.document.locate(element, attribute)
        return path, line, column, xpath


def includes_of(markup: Markup) -> Iterable[str]:
    """Yield the URIs of the XML files that a document includes (XInclude 1.0)."""
    for element in markup.includes:
        href = element.get("href", "").strip()
        if href and element.get("parse", "xml") == "xml":
            yield join(markup.base(element), href).partition("#")[0]
