"""The report on documents in SVRL, the Schematron Validation Report Language (ISO/IEC 19757-3:2020, annex D)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from teikit.diagnostics import TeikitError
from teikit.validation.compiled import project_of, rules_of, settled
from teikit.validation.layers import schemas_for
from teikit.validation.options import Options
from teikit.xml import load

SVRL = "http://purl.oclc.org/dsdl/svrl"
PREFIX = f"{{{SVRL}}}ns-prefix-in-attribute-values"


def svrl(paths: Iterable[str], options: Options) -> str:
    """Return one report on all documents and all of their Schematron schemas; each active pattern names its document.

    A document that cannot be read, or whose schema cannot be had, is left out: validation says why.
    """
    reports = [etree.fromstring(report.encode()) for path in paths for report in _reports(path, options)]
    if not reports:
        reports = [etree.Element(f"{{{SVRL}}}schematron-output", nsmap={"svrl": SVRL})]
    whole = reports[0]
    for other in reports[1:]:
        known = {(child.get("prefix"), child.get("uri")) for child in whole.iterchildren(PREFIX)}
        for child in list(other):
            if child.tag == PREFIX:
                if (child.get("prefix"), child.get("uri")) not in known:
                    _after_prefixes(whole, child)
            else:
                whole.append(child)
    return etree.tostring(whole, encoding="unicode", pretty_print=True)


def _after_prefixes(whole: etree._Element, prefix: etree._Element) -> None:
    whole.insert(sum(1 for _ in whole.iterchildren(PREFIX)), prefix)


def _reports(path: str, options: Options) -> Iterator[str]:
    try:
        document = load(path)
        project = project_of(path)
        chosen = settled(options, project)
        for rules in schemas_for(document, chosen, project).schematron:
            schematron = rules_of(rules, chosen)
            if not schematron.is_empty:
                yield schematron.svrl(document)
    except TeikitError:
        return
