"""The hints `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation` (W3C XML Schema 1.1 Part 1, §4.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teikit.diagnostics import Location
from teikit.xml import Document, clark

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WITH_NAMESPACE = clark(XSI, "schemaLocation")
_WITHOUT_NAMESPACE = clark(XSI, "noNamespaceSchemaLocation")


class SchemaLocation(NamedTuple):
    """One hint: for a namespace ('' for none) the address of a schema, and the place of the attribute."""

    namespace: str
    href: str
    location: Location


def schema_locations(document: Document) -> Iterator[SchemaLocation]:
    """Yield the hints on the root element of a document; of several for one namespace, the first."""
    root = document.root
    seen: set[str] = set()
    words = root.get(_WITH_NAMESPACE, "").split()
    pairs = [(_WITH_NAMESPACE, *pair) for pair in zip(words[::2], words[1::2], strict=False)]
    alone = root.get(_WITHOUT_NAMESPACE, "").strip()
    if alone:
        pairs.append((_WITHOUT_NAMESPACE, "", alone))
    for attribute, space, href in pairs:
        if space not in seen:
            seen.add(space)
            yield SchemaLocation(space, href, document.locate(root, attribute))
