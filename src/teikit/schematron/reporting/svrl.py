"""The report in SVRL, the Schematron Validation Report Language (ISO/IEC 19757-3:2020, annex D)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from teikit.schematron.program import OWN, Program
from teikit.schematron.reporting.findings import Finding, Fired, Visited
from teikit.schematron.reporting.places import Places
from teikit.schematron.reporting.report import KINDS
from teikit.xml import XML, Document, clark, local_name, namespace

SVRL = "http://purl.oclc.org/dsdl/svrl"
_REPEATED = ("id", "role", "flag", "see", "icon", "fpi")


def svrl(program: Program, document: Document, uri: str, found: Iterable[Finding | Fired | Visited]) -> str:
    """Return a report: each active pattern, with the rules that fired and what they found, in the order of the schema.

    `uri` is that of the document that is validated.
    """
    root = etree.Element(clark(SVRL, "schematron-output"), nsmap={"svrl": SVRL})
    if program.title:
        root.set("title", program.title)
    if "schemaVersion" in program.attributes:
        root.set("schemaVersion", program.attributes["schemaVersion"])
    root.set("phase", program.phase)
    for prefix, bound in program.namespaces.items():
        etree.SubElement(root, clark(SVRL, "ns-prefix-in-attribute-values"), {"prefix": prefix, "uri": bound})
    places = Places(document)
    by_pattern: dict[int, list[Finding | Fired]] = {}
    visited: dict[int, list[str]] = {}
    for each in found:
        if isinstance(each, Visited):
            visited.setdefault(each.pattern, []).append(each.base)
        else:
            index = (
                program.entries[each.entry].pattern if isinstance(each, Finding) else program.rules[each.rule].pattern
            )
            by_pattern.setdefault(index, []).append(each)
    for index, attributes in enumerate(program.patterns):
        active = etree.SubElement(root, clark(SVRL, "active-pattern"), _kept(attributes, ("id", "role")))
        active.set("documents", " ".join(visited.get(index, [uri])))
        for each in by_pattern.get(index, []):
            if isinstance(each, Fired):
                _fired(root, program, each)
            else:
                _finding(root, program, each, places)
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _kept(attributes: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    kept = {name: attributes[name] for name in names if attributes.get(name)}
    if "lang" in attributes:
        kept[clark(XML, "lang")] = attributes["lang"]
    return kept


def _fired(root: etree._Element, program: Program, fired: Fired) -> None:
    rule = program.rules[fired.rule]
    attributes = _kept({**rule.attributes, **fired.roles}, ("id", "role", "flag"))
    element = etree.SubElement(root, clark(SVRL, "fired-rule"), attributes)
    element.set("context", rule.context)
    if fired.base:
        element.set("document", fired.base)


def _finding(root: etree._Element, program: Program, finding: Finding, places: Places) -> None:
    entry = program.entries[finding.entry]
    attributes = _kept({**entry.attributes, **finding.roles}, _REPEATED)
    element = etree.SubElement(root, clark(SVRL, KINDS[entry.kind]), attributes)
    element.set("location", places.xpath(finding.path))
    element.set("test", entry.test)
    for known, said in zip(entry.texts, finding.texts, strict=True):
        reference = etree.SubElement(element, clark(SVRL, "diagnostic-reference"), {"diagnostic": known.get("id", "")})
        _text(reference, said, _kept(known, ("see", "icon", "fpi")))
    for known, said in zip(entry.properties, finding.properties, strict=True):
        reference = etree.SubElement(element, clark(SVRL, "property-reference"), {"property": known.get("id", "")})
        following = said.getnext()
        role = known.get("role") if following is None or following.tag != "o" else following.get("role")
        for name, value in (("role", role), ("scheme", known.get("scheme"))):
            if value:
                reference.set(name, value)
        _text(reference, said, _kept(known, ("see", "icon", "fpi")))
    _text(element, finding.message, {})


def _text(parent: etree._Element, said: etree._Element, attributes: dict[str, str]) -> None:
    element = etree.SubElement(parent, clark(SVRL, "text"), attributes)
    for name, value in said.attrib.items():
        element.set(str(name), str(value))
    _copied(element, said)


def _copied(target: etree._Element, said: etree._Element) -> None:
    """Copy what a message says; its inline elements become those of SVRL."""
    target.text = said.text
    for child in said:
        if not isinstance(child.tag, str):
            continue
        tag = child.tag
        name = clark(SVRL, local_name(tag)) if namespace(tag) == OWN else tag
        copied = etree.SubElement(target, name, {str(key): str(value) for key, value in child.attrib.items()})
        _copied(copied, child)
        copied.tail = child.tail
