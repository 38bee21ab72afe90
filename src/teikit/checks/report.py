"""Diagnostics of checks: where they point, and how they speak of nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from teikit.diagnostics import Code, Diagnostic, Location, Related
from teikit.xml import XML, Document, clark, local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

    from teikit.project.facts import Use

XML_ID = clark(XML, "id")
XML_LANG = clark(XML, "lang")


def report(
    code: Code,
    document: Document,
    element: etree._Element,
    attribute: str | None,
    message: str,
    *,
    hint: str | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Return a diagnostic that points at an element's start-tag, or at one of its attributes (in Clark notation)."""
    place = document.locate(element, attribute)
    length = len(label(element)) + 1 if attribute is None else len(written(attribute))
    return Diagnostic.of(code, place, message, hint=hint, related=related, length=length)


def reports(
    code: Code, use: Use, message: str, *, hint: str | None = None, related: tuple[Related, ...] = ()
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place that is kept of a pointer; the last one tells how many more there are."""
    for number, place in enumerate(use.places, 1):
        more = use.total - number if number == len(use.places) else 0
        told = f"{message} (and {more} more)" if more else message
        yield Diagnostic.of(
            code, Location(*place), told, hint=hint, related=related, length=len(written(use.attribute))
        )


def file_name(uri: str) -> str:
    """Return the name of the file that a URI means."""
    return unquote(uri.rstrip("/").rpartition("/")[2])


def label(element: etree._Element) -> str:
    """Return an element's name as the document writes it."""
    name = local_name(str(element.tag))
    return f"{element.prefix}:{name}" if element.prefix else name


def written(attribute: str) -> str:
    """Return an attribute's name as people write it."""
    return f"xml:{local_name(attribute)}" if namespace(attribute) == XML else local_name(attribute)
