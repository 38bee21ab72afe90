"""The files of a schema in W3C XML Schema, put together."""

from __future__ import annotations

import re
import sys
from typing import NamedTuple

from lxml import etree

from teikit.diagnostics import Diagnostic, TeikitError
from teikit.odd import codes
from teikit.odd.content import ContentModels
from teikit.odd.model import Specs
from teikit.odd.to_xsd.components import Components
from teikit.odd.to_xsd.grammar import parts_of
from teikit.odd.to_xsd.simple import XS, xs
from teikit.xml.names import XML

VERSIONING = "http://www.w3.org/2007/XMLSchema-versioning"
_DEEP = 20_000
_PREFIX = re.compile(r"([A-Za-z_][\w.-]*):[A-Za-z_*]")
_ORDER = ("element", "group", "attributeGroup", "attribute", "complexType", "simpleType")


class Xsd(NamedTuple):
    """A schema in W3C XML Schema: its files by name, the one to validate with first, and where it is wider."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def to_xsd(specs: Specs, grammar: etree._Element, stem: str) -> Xsd:
    """Return a schema in W3C XML Schema, one file for each namespace; `stem` is what their names begin with.

    Whatever the grammar accepts, the schema accepts; a diagnostic says of each place where it accepts more. It is of
    version 1.1 where assertions are needed, else of version 1.0.

    Raises `TeikitError` where a content model is too long.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEP))
    try:
        return _written(specs, grammar, stem)
    except RecursionError:
        message = f"{specs.origin.document.path}: a content model repeats its parts too often to be written as XSD"
        raise TeikitError(
            message, hint="ask for fewer occurrences, or leave XSD out with --format rng,rnc,sch"
        ) from None
    finally:
        sys.setrecursionlimit(before)


def _written(specs: Specs, grammar: etree._Element, stem: str) -> Xsd:
    models = ContentModels(specs)
    names = {spec.ident: models.name(spec) for spec in specs.classes.values() if spec.type == "model"}
    attributes = {
        spec.ident: f"{models.name(spec)}.attributes" for spec in specs.classes.values() if spec.type == "atts"
    }
    datatypes = {spec.ident: models.name(spec) for spec in specs.data.values()}
    components = Components(parts_of(grammar, names, attributes, datatypes), specs.namespace, stem)
    components.build()
    files = {
        components.names.file(namespace): _serialised(components, namespace)
        for namespace in sorted(components.documents, key=lambda one: (one != specs.namespace, one))
    }
    places = {spec.name: spec.origin for spec in reversed(specs.elements.values())}
    found = []
    for name, fault in components.faults:
        local = name.rpartition(" ")[2]
        message = f"in XSD, {fault}" if not local else f"the content of “{local}” is wider in XSD: {fault}"
        found.append(Diagnostic.of(codes.XSD_WIDER, places.get(local, specs.origin).locate(), message))
    return Xsd(files, tuple(sorted(dict.fromkeys(found), key=lambda one: one.sort_key)))


def _serialised(components: Components, namespace: str) -> bytes:
    names = components.names
    found = components.documents[namespace].components()
    used = {prefix for component in found for prefix in _prefixes(component)}
    others = [uri for uri in components.documents if uri != namespace and names.prefix(uri) in used]
    declared = {prefix: uri for uri, prefix in names.prefixes.items() if uri == namespace or prefix in used}
    prefixes = {"xs": XS, **{prefix: uri for prefix, uri in declared.items() if uri != XML}}
    is_11 = components.is_11 or any(document.simple.has_assertions for document in components.documents.values())
    if is_11:
        prefixes["vc"] = VERSIONING
    root = etree.Element(f"{{{XS}}}schema", nsmap=prefixes)
    if namespace:
        root.set("targetNamespace", namespace)
    root.set("elementFormDefault", "qualified")
    if is_11:
        root.set(f"{{{VERSIONING}}}minVersion", "1.1")
    if "" in components.documents and namespace:
        # A name without a prefix may be one of no namespace.
        others = [*others, ""]
    for other in sorted(others, key=names.file):
        root.append(xs("import", namespace=other or None, schemaLocation=names.file(other)))
    root.extend(sorted(found, key=lambda one: (_ORDER.index(etree.QName(one).localname), one.get("name") or "")))
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(prefixes))
    etree.indent(root, "  ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _prefixes(component: etree._Element) -> set[str]:
    """Return the prefixes of names in references and in XPath."""
    values = (
        str(value)
        for element in component.iter(etree.Element)
        for name, value in element.items()
        if name in ("ref", "type", "base", "itemType", "memberTypes", "test")
    )
    return {prefix for value in values for prefix in _PREFIX.findall(value)}
