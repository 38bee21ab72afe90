"""Checks of the documents: validity, encoding, ids, pointers, languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from teikit.deposit.targets.codes import documents as codes
from teikit.deposit.targets.requirements.answer import Answer, summed
from teikit.deposit.targets.requirements.subject import Subject
from teikit.diagnostics import Diagnostic, Location, Severity
from teikit.validation import Findings

_SCHEMA_LAYERS = ("xml", "rng", "xsd", "schematron")
_DUPLICATE_ID = "TEI001"
_POINTERS = ("TEI002", "TEI003", "TEI007", "TEI012")
_DOCTYPE = ("TEI028", "XML006", "XML007")
_LANGUAGES = "TEI019"
_NEEDS_SCHEMA = (
    "name a schema that is there, with xml-model or [[schema]] in teikit.toml; of one on the network, keep a copy with "
    "“teikit schema fetch” or “teikit schema add”"
)


def valid(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every document is well-formed, and valid by its schemas; not decided where some have no schema that is there."""
    invalid: list[Diagnostic] = []
    unknown: list[Diagnostic] = []
    for finding in subject.findings:
        if faults := _faults(finding):
            hint = f"“teikit validate {finding.path}” shows all of them"
            invalid.append(summed(codes.NOT_VALID, faults, hint, "the document is not valid: "))
        elif finding.silent_failure is not None:
            invalid.append(_failed(finding))
        elif finding.obstacles:
            found = summed(codes.NOT_VALIDATED, finding.obstacles, "", "nobody knows whether it is valid: ")
            unknown.append(found._replace(hint=_NEEDS_SCHEMA))
    return Answer((*invalid, *unknown), is_decided=bool(invalid) or not unknown)


def _faults(finding: Findings) -> list[Diagnostic]:
    return [
        each
        for each in finding.diagnostics
        if each.severity is Severity.ERROR and each.code.layer in _SCHEMA_LAYERS and _is_fault(each, finding)
    ]


def _is_fault(each: Diagnostic, finding: Findings) -> bool:
    """Tell a fault of the document from the reason why a layer could not run; what is no XML is at fault itself."""
    return each not in finding.obstacles or each.code.layer == "xml"


def _failed(finding: Findings) -> Diagnostic:
    failure = finding.silent_failure
    message = failure.message if failure else ""
    return Diagnostic.of(codes.NOT_VALID, Location(finding.path), message, hint=failure.hint if failure else None)


def utf_8(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every file with text is UTF-8, and does not say otherwise."""
    missing = []
    for each in subject.scans:
        if each.broken_at is not None:
            message = f"the byte {each.broken_byte} is not UTF-8"
            hint = "save the file as UTF-8; mostly such bytes are Windows-1252 or ISO 8859-1"
            missing.append(Diagnostic.of(codes.NOT_UTF_8, each.broken_at, message, hint=hint))
        elif each.encoding not in ("utf-8", "ascii", ""):
            message = f"the file is, or says that it is, {each.encoding.upper()}"
            hint = 'save it as UTF-8; an XML file may say encoding="UTF-8", or nothing'
            missing.append(Diagnostic.of(codes.NOT_UTF_8, Location(each.path), message, hint=hint))
    return Answer(tuple(missing))


def no_byte_order_mark(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """No file begins with a byte order mark."""
    message, hint = "the file begins with a byte order mark", "save it as “UTF-8 without BOM”"
    found = (each for each in subject.scans if each.has_mark)
    return Answer(tuple(Diagnostic.of(codes.MARKED, Location(each.path), message, hint=hint) for each in found))


def unique_ids(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """No `xml:id` stands twice in a document."""
    hint = "give each element an xml:id of its own"
    return subject.settled(summed(codes.ID_TWICE, each, hint) for each in subject.found(_DUPLICATE_ID))


def pointers_resolve(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every pointer leads to something, or its prefix is declared."""
    hint = "mend the pointer, or declare its prefix with prefixDef"
    return subject.settled(summed(codes.LEADS_NOWHERE, each, hint) for each in subject.found(*_POINTERS))


def no_doctype(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """No document has a DTD, or declares entities."""
    hint = "name the schema with xml-model, and remove the DOCTYPE"
    return subject.settled(summed(codes.HAS_DOCTYPE, each, hint) for each in subject.found(*_DOCTYPE))


def languages(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """Every document says in which languages it is, with codes that are registered."""
    hint = 'add <language ident="…"> to langUsage in profileDesc, with a tag of BCP 47'
    told = [[each] for each in subject.told_of("DEP011", "DEP012")]
    places = {each.location for (each,) in told}
    # The same tag in the header is told of by both.
    found = [[each for each in some if each.location not in places] for some in subject.found(_LANGUAGES)]
    return subject.settled(summed(codes.LANGUAGE, each, hint) for each in (*told, *found) if each)


def no_local_paths(subject: Subject, _: Mapping[str, Any]) -> Answer:
    """No pointer is an absolute path, a path of one machine, or one that leads out of the edition."""
    missing = []
    for scan in subject.scans:
        for number, each in enumerate(scan.local, 1):
            left = scan.local_total - number if number == len(scan.local) else 0
            more = f" (and {left} more in this file)" if left else ""
            message = f"“{each.pointer}” in {each.within} {each.reason}{more}"
            hint = "write a path relative to the document, inside of the edition, or an address that all can reach"
            missing.append(Diagnostic.of(codes.LOCAL_PATH, each.place, message, hint=hint))
    return subject.settled(missing)
