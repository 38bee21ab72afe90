"""A RELAX NG schema, decided by libxml2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from teikit.diagnostics import Code, Diagnostic, DocumentError, SchemaError, TeikitError
from teikit.rng import codes
from teikit.rng.includes import check_includes
from teikit.rng.quick_form import PATTERNS, quick_form
from teikit.xml import Document, load, local_name

Source = str | Path | bytes | BinaryIO | Document
"""A document to validate: a path, bytes, a binary file, or a document that is loaded already."""

_FAULTS: tuple[tuple[re.Pattern[str], Code, str], ...] = (
    (
        re.compile(
            r"Did not expect element (\S+) there|extra content: (\S+)|Extra element (\S+) in|, got (?!nothing)(\S+)"
        ),
        codes.UNEXPECTED_ELEMENT,
        "element “{name}” is not allowed here in “{parent}”",
    ),
    (
        re.compile(r"Expecting an? ?element ?(\S*),? got nothing|Expecting an element (\S*)"),
        codes.MISSING_ELEMENT,
        "“{element}” ends too early: “{name}” is missing",
    ),
    (re.compile(r"Did not expect text in element (\S+)"), codes.UNEXPECTED_TEXT, "text is not allowed in “{element}”"),
    (
        re.compile(r"Invalid attribute (\S+) for element"),
        codes.INVALID_ATTRIBUTE,
        "attribute “{name}” is not allowed on “{element}”, or its value is not",
    ),
    (
        re.compile(r"failed to validate attributes"),
        codes.INVALID_ATTRIBUTE,
        "an attribute of “{element}” is missing, not allowed, or has a value that is not allowed",
    ),
    (
        re.compile(r"doesn't allow value '(.*)'|validating"),
        codes.INVALID_VALUE,
        "the value of “{element}” is not allowed",
    ),
)
_PREFIX = re.compile(r"/([^/:\[\]]+):")


class RelaxNG:
    """A compiled schema."""

    def __init__(self, path: str, compiled: etree.RelaxNG) -> None:
        self.path = path
        self._compiled = compiled

    @classmethod
    def from_file(cls, path: str | Path) -> RelaxNG:
        """Compile a schema in the XML syntax.

        Raises `SchemaError` (with `.diagnostics`) where it is not one, `TeikitError` where there is no such file.
        """
        name = Path(path).as_posix()
        if name.endswith(".rnc"):
            hint = "convert it to the XML syntax (.rng) first"
            raise TeikitError(f"{name}: the compact syntax is not supported yet", hint=hint)
        try:
            document = load(name)
        except DocumentError as error:
            raise SchemaError(error.diagnostics) from None
        if document.root.tag not in PATTERNS:
            raise SchemaError([_not_a_schema(document)])
        check_includes(document)
        tree = quick_form(document.tree, name)
        try:
            return cls(name, etree.RelaxNG(etree.ElementTree(tree)))
        except etree.RelaxNGParseError as error:
            raise SchemaError([_schema_fault(document, error)]) from None

    def is_valid(self, source: Source) -> bool:
        """Return whether a document is valid. Raises `DocumentError` where it is not XML."""
        return bool(self._compiled.validate(_document(source).tree))

    def iter_diagnostics(self, source: Source) -> Iterator[Diagnostic]:
        """Yield what is wrong with a document: with libxml2, the first fault. Raises `DocumentError`."""
        document = _document(source)
        if self._compiled.validate(document.tree):
            return
        yield _fault(document, list(self._compiled.error_log))


def _document(source: Source) -> Document:
    if isinstance(source, Document):
        return source
    return load(source if isinstance(source, (str, Path, bytes)) else source.read())


def _not_a_schema(document: Document) -> Diagnostic:
    root = document.root
    hint = "expected a root such as “grammar” in the namespace http://relaxng.org/ns/structure/1.0"
    message = f"“{local_name(str(root.tag))}” is not a RELAX NG pattern, so this is not a schema"
    return Diagnostic.of(codes.NOT_A_SCHEMA, document.locate(root), message, hint=hint)


def _schema_fault(document: Document, error: etree.RelaxNGParseError) -> Diagnostic:
    """Word the first thing that libxml2 says (the rest follows from it), at the first node that it names."""
    message = next((entry.message for entry in error.error_log), str(error))
    words = set(re.split(r"[\s'\"<>]+", message))
    named = (
        (element, str(attribute))
        for element in document.root.iter(etree.Element)
        for attribute, value in element.attrib.items()
        if value in words and local_name(str(element.tag)) != "define"
    )
    element, attribute = next(named, (document.root, None))
    hint = "correct the schema; nothing was validated with it"
    return Diagnostic.of(codes.SCHEMA_UNREADABLE, document.locate(element, attribute), message, hint=hint)


def _fault(document: Document, entries: list[etree._LogEntry]) -> Diagnostic:
    for entry in entries:
        node = _node(document, entry)
        for pattern, code, wording in _FAULTS:
            found = pattern.search(entry.message)
            if found:
                return _worded(document, node, code, wording, _name(found))
    node = _node(document, entries[0]) if entries else document.root
    message = f"the content of “{_label(node)}” is not what the schema asks for"
    return Diagnostic.of(codes.INVALID_CONTENT, document.locate(node), message)


def _name(found: re.Match[str]) -> str:
    return next((each.rstrip(",") for each in found.groups() if each), "")


def _worded(document: Document, node: etree._Element, code: Code, wording: str, name: str) -> Diagnostic:
    if code is codes.UNEXPECTED_ELEMENT and _label(node) != name:
        node = next((child for child in node.iterchildren(etree.Element) if _label(child) == name), node)
    parent = node.getparent()
    attribute = next((each for each in node.attrib if local_name(str(each)) == name), None)
    message = wording.format(
        name=name or "an element", element=_label(node), parent="the document" if parent is None else _label(parent)
    )
    return Diagnostic.of(code, document.locate(node, str(attribute) if attribute else None), message)


def _node(document: Document, entry: etree._LogEntry) -> etree._Element:
    path = entry.path or ""
    prefixes = {prefix: uri for prefix in set(_PREFIX.findall(path)) if (uri := _bound(document, prefix))}
    try:
        found = document.tree.xpath(path, namespaces=prefixes)
    except etree.XPathError:
        found = []
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else document.root


def _bound(document: Document, prefix: str) -> str | None:
    """Return the namespace of a prefix where an element first uses it."""
    return next(
        (element.nsmap[prefix] for element in document.root.iter(etree.Element) if element.prefix == prefix), None
    )


def _label(element: etree._Element) -> str:
    return local_name(str(element.tag))
