"""Diagnostics of checks: where they point, and how they speak of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teikit.diagnostics import Code, Diagnostic, Related
from teikit.xml import XML, Document, clark, local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

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


def label(element: etree._Element) -> str:
    """Return an element's name as the document writes it."""
    name = local_name(str(element.tag))
    return f"{element.prefix}:{name}" if element.prefix else name


def written(attribute: str) -> str:
    """Return an attribute's name as people write it."""
    return f"xml:{local_name(attribute)}" if namespace(attribute) == XML else local_name(attribute)
