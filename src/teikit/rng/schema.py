"""A RELAX NG schema, decided by libxml2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from teikit.diagnostics import Code, Diagnostic, DocumentError, SchemaError, TeikitError
from teikit.rng import codes
from teikit.rng.blame import any_root, to_blame, unwelcome_child
from teikit.rng.includes import check_includes
from teikit.rng.quick_form import PATTERNS, quick_form
from teikit.xml import Document, load, local_name

Source = str | Path | bytes | BinaryIO | Document
"""A document to validate: a path, bytes, a binary file, or a document that is loaded already."""

_NOT_HERE = re.compile(r"Did not expect element (\S+) there|Expecting element \S+, got (\S+)|extra content: (\S+)")
_FAULTS: tuple[tuple[re.Pattern[str], Code, str], ...] = (
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
        re.compile(r"Expecting an element (\S*?),? got nothing"),
        codes.MISSING_ELEMENT,
        "“{element}” ends too early: “{name}”, for one, could come next",
    ),
    (
        re.compile(r"Did not expect (?:element )?text"),
        codes.UNEXPECTED_TEXT,
        "text is not allowed in “{element}”",
    ),
    (
        re.compile(r"doesn't allow value|validating"),
        codes.INVALID_VALUE,
        "the value of “{element}” is not allowed",
    ),
)
_PREFIX = re.compile(r"/([^/:\[\]]+):")
_HINT = "see what the documentation of the schema says of “{element}”"


class RelaxNG:
    """A compiled schema."""

    def __init__(self, path: str, compiled: etree.RelaxNG) -> None:
        self.path = path
        self._compiled = compiled

    @cached_property
    def _any_root(self) -> etree.RelaxNG | None:
        return any_root(quick_form(load(self.path).tree, self.path))

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
        entries = [(entry.message, entry.path) for entry in self._compiled.error_log]
        anywhere = self._any_root
        blamed = None if anywhere is None else to_blame(document.root, anywhere)
        if anywhere is None or blamed is None:
            yield _misplaced(document, entries)
            return
        anywhere.validate(blamed)
        yield _inside(document, blamed, [entry.message for entry in anywhere.error_log], anywhere)


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
        if value in words and attribute != "datatypeLibrary" and local_name(str(element.tag)) != "define"
    )
    element, attribute = next(named, (document.root, None))
    hint = "correct the schema; nothing was validated with it"
    return Diagnostic.of(codes.SCHEMA_UNREADABLE, document.locate(element, attribute), message, hint=hint)


def _inside(document: Document, element: etree._Element, messages: list[str], anywhere: etree.RelaxNG) -> Diagnostic:
    """Word the fault of an element that is not valid by itself: its name, an attribute, a child, its text."""
    name = _label(element)
    if messages and _rejects(messages[0], name):
        return _not_allowed(document, element)
    if messages and "ttribute" in messages[0]:
        return _worded(document, element, messages[:1])
    child = unwelcome_child(element, anywhere)
    return _worded(document, element, messages) if child is None else _not_allowed(document, child)


def _rejects(message: str, name: str) -> bool:
    found = _NOT_HERE.match(message)
    return found is not None and name in found.groups()


def _misplaced(document: Document, entries: list[tuple[str, str | None]]) -> Diagnostic:
    """Word the fault where each element is right by itself: one stands in the wrong place."""
    for message, path in entries:
        node = _node(document, path or "")
        found = _NOT_HERE.search(message)
        if found is None:
            continue
        name = next((each for each in found.groups() if each), "")
        named = (
            node
            if _label(node) == name
            else next((each for each in node.iter(etree.Element) if _label(each) == name), None)
        )
        if named is not None:
            return _not_allowed(document, named)
    node = _node(document, (entries[0][1] or "") if entries else "")
    return _worded(document, node, [message for message, _ in entries])


def _not_allowed(document: Document, element: etree._Element) -> Diagnostic:
    parent = element.getparent()
    where = "as the root of the document" if parent is None else f"here in “{_label(parent)}”"
    message = f"element “{_label(element)}” is not allowed {where}"
    hint = "check its spelling, and where the schema allows it"
    return Diagnostic.of(codes.UNEXPECTED_ELEMENT, document.locate(element), message, hint=hint)


def _worded(document: Document, element: etree._Element, messages: list[str]) -> Diagnostic:
    hint = _HINT.format(element=_label(element))
    for message in messages:
        for pattern, code, wording in _FAULTS:
            found = pattern.search(message)
            if found:
                name = found.group(1) if pattern.groups else ""
                attribute = next((str(each) for each in element.attrib if local_name(str(each)) == name), None)
                text = wording.format(name=name or "an element", element=_label(element))
                return Diagnostic.of(code, document.locate(element, attribute), text, hint=hint)
    text = f"the content of “{_label(element)}” is not what the schema asks for"
    return Diagnostic.of(codes.INVALID_CONTENT, document.locate(element), text, hint=hint)


def _node(document: Document, path: str) -> etree._Element:
    prefixes = {prefix: uri for prefix in set(_PREFIX.findall(path)) if (uri := _bound(document, prefix))}
    try:
        found = document.tree.xpath(path, namespaces=prefixes)
    except etree.XPathError:
        found = []
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else document.root


def _bound(document: Document, prefix: str) -> str | None:
    """Return the namespace of a prefix where an element first uses it."""
    elements = (element for element in document.root.iter(etree.Element) if element.prefix == prefix)
    return next((element.nsmap[prefix] for element in elements), None)


def _label(element: etree._Element) -> str:
    return local_name(str(element.tag))
