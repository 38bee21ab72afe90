"""Having `xmlschema` build a schema, from files that were read before and from nothing else."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from xml.etree import ElementTree

import xmlschema
from lxml import etree
from xmlschema.loaders import LocationSchemaLoader
from xmlschema.locations import FALLBACK_LOCATIONS, SCHEMAS_DIR
from xmlschema.validators import XMLSchemaModelError, XsdBuilders

from teikit.diagnostics import Code, Diagnostic, SchemaError
from teikit.xml import Document
from teikit.xsd import codes
from teikit.xsd.building.files import VERSIONING, XS, SchemaFiles
from teikit.xsd.building.models import Group10, Group11
from teikit.xsd.building.patterns import PatternFacets

MOST_FAULTS = 100
"""How many faults of a schema are told."""

DEEP = 30_000
"""Python's frames while a schema is built or a document read: some ten for each level of nesting."""

_POSITION = re.compile(r"Unexpected child with tag .* at position (\d+)")
_TWICE = re.compile(r"Attribution violation between [^(]*\((?:name='([^']*)')?.* and [^(]*\((?:name='([^']*)')?")
_files: ContextVar[SchemaFiles | None] = ContextVar("files", default=None)
_NEW_IN_11 = frozenset(
    f"{{{XS}}}{name}"
    for name in ("assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent")
)


class Loader(LocationSchemaLoader):
    """Loads a part of a schema only if it was gathered before, or comes with `xmlschema`."""

    def get_locations(self, namespace: str, location: str | None = None) -> list[str]:
        """Return the address that was written, then the file that comes with `xmlschema` for the namespace."""
        files = _files.get()
        located = files.by_namespace.get(namespace) if files is not None else None
        known = FALLBACK_LOCATIONS.get(namespace)
        return [each for each in (location, located, known) if isinstance(each, str)]

    def load_schema(self, source: Any, namespace: str | None = None, base_url: str | None = None, *rest: Any) -> Any:
        """Load a part; raises `OSError` for everything else."""
        if isinstance(source, str):
            source = _target(source, base_url)
        return super().load_schema(source, namespace, base_url, *rest)

    def load_namespace(self, namespace: str, build: bool = True) -> bool:
        """Tell whether a namespace is there; none is loaded while a document is read."""
        return namespace in self.maps.namespaces or self.maps.validator.meta_schema is None


def _target(location: str, base_url: str | None) -> str:
    url = xmlschema.normalize_url(location, base_url)
    files = _files.get()
    if files is not None and (url in files.targets or url in files.documents):
        return files.targets.get(url, url)
    if url.startswith(SCHEMAS_DIR.as_uri()):
        return url
    raise FileNotFoundError(location)


class Schema10(xmlschema.XMLSchema10):
    """XML Schema 1.0, with our patterns and content models."""

    builders = XsdBuilders(None, PatternFacets, group_class=Group10)


class Schema11(xmlschema.XMLSchema11):
    """XML Schema 1.1, with our patterns and content models."""

    builders = XsdBuilders(None, PatternFacets, group_class=Group11)


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Let Python nest calls deeper, as `xmlschema` does for each level of a document."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, DEEP))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def build(files: SchemaFiles) -> xmlschema.XMLSchemaBase:
    """Return the built schema of gathered files. Raises `SchemaError` with every fault where it is not correct."""
    attempts = []
    for kind in _versions(files):
        schema, faults = _attempt(kind, files)
        if schema is not None and not faults:
            return schema
        attempts.append(faults)
    raise SchemaError(min(attempts, key=len)[:MOST_FAULTS])


def _versions(files: SchemaFiles) -> tuple[type[xmlschema.XMLSchemaBase], ...]:
    """Return the versions to try: as the schema says, or by what it uses, else 1.0 and then 1.1."""
    first = next(iter(files.documents.values())).root
    if first.get(f"{{{VERSIONING}}}maxVersion", "9") <= "1.1":
        return (Schema10,)
    for document in files.documents.values():
        if document.root.get(f"{{{VERSIONING}}}minVersion", "1.0") >= "1.1":
            return (Schema11,)
        if next(document.root.iter(*_NEW_IN_11), None) is not None:
            return (Schema11,)
    return Schema10, Schema11


def _attempt(
    kind: type[xmlschema.XMLSchemaBase], files: SchemaFiles
) -> tuple[xmlschema.XMLSchemaBase | None, list[Diagnostic]]:
    token = _files.set(files)
    url = next(iter(files.documents))
    try:
        with warnings.catch_warnings(), deep_recursion():
            warnings.simplefilter("ignore")
            schema = kind(url, validation="lax", loader_class=Loader, allow="local")
            found = [error for part in schema.maps.schemas for error in part.all_errors]
    except (xmlschema.XMLSchemaException, ElementTree.ParseError, RecursionError, ValueError, TypeError) as error:
        return None, [_fault(error, files)]
    finally:
        _files.reset(token)
    # An error that shows an object of Python's only follows from another one.
    told = [error for error in found if " object at 0x" not in str(getattr(error, "message", error))]
    return schema, list(dict.fromkeys(_fault(error, files) for error in told or found))


def _fault(error: Exception, files: SchemaFiles) -> Diagnostic:
    document = _document(error, files)
    element = _element(error, document)
    if isinstance(error, RecursionError):
        message = "the schema is nested too deep to be built"
        return Diagnostic.of(codes.INVALID_COMPONENT, document.locate(element), message, hint="make it simpler")
    message = _message(error)
    return Diagnostic.of(_code(error, message), document.locate(element), message[:1].lower() + message[1:])


def _message(error: Exception) -> str:
    text = str(getattr(error, "message", error)).split("\n")[0].partition(", admitted set is")[0].strip().rstrip(".:")
    twice = _TWICE.search(text)
    if twice:
        names = " and ".join(dict.fromkeys(f'"{name}"' if name else "any element" for name in twice.groups()))
        return f"{names} can be matched by two particles of the content model"
    return text


def _code(error: Exception, message: str) -> Code:
    if isinstance(error, XMLSchemaModelError):
        return codes.AMBIGUOUS_MODEL
    if isinstance(getattr(error, "validator", None), xmlschema.XMLSchemaBase):
        return codes.SCHEMA_SYNTAX
    if any(word in message for word in ("unknown", "not found", "missing")):
        return codes.UNKNOWN_COMPONENT
    return codes.INVALID_COMPONENT


def _document(error: Exception, files: SchemaFiles) -> Document:
    url = getattr(error, "schema_url", None) or ""
    return files.documents.get(url) or next(iter(files.documents.values()))


def _element(error: Exception, document: Document) -> etree._Element:
    """Return the element that an error of `xmlschema` is about: the one in the same place of the same file."""
    wanted = getattr(error, "elem", None)
    root = getattr(getattr(error, "source", None), "root", None)
    if wanted is None or root is None:
        return document.root
    theirs = [each for each in root.iter() if isinstance(each.tag, str)]
    ours = list(document.root.iter(etree.Element))
    place = next((place for place, each in enumerate(theirs) if each is wanted), None)
    if place is not None and len(theirs) == len(ours):
        return _child(ours[place], error)
    alike = (each for each in ours if each.tag == wanted.tag and dict(each.items()) == dict(wanted.items()))
    return next(alike, document.root)


def _child(element: etree._Element, error: Exception) -> etree._Element:
    """Return the child that an error is about, where its text names one, else the element itself."""
    told = _POSITION.search(str(getattr(error, "message", "")))
    children = list(element.iterchildren(etree.Element))
    place = int(told.group(1)) if told else 0
    return children[place - 1] if 0 < place <= len(children) else element
