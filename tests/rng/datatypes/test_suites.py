"""James Clark's suites: values of the datatypes, and regular expressions."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from lxml import etree
from tests.rng.datatypes.verdicts import InScope

from teikit.rng.datatypes import XSD, DatatypeError, datatype

# What the suite says and we do not do, with the reason. A listed case that passes is an error.
KNOWN_MISSES: dict[str, str] = {}


def context_of(element: etree._Element) -> InScope:
    """Return the scope of a value: its namespaces, and the entities that its internal subset declares."""
    words = element.get("internalSubset", "").replace("<!ENTITY", " <!ENTITY ").split()
    namespaces = {prefix or "": uri for prefix, uri in element.nsmap.items()}
    return InScope(namespaces, tuple(after for before, after in pairwise(words) if before == "<!ENTITY"))


def value_faults(name: str, element: etree._Element) -> list[str]:
    """Return what is not as one of the suite's elements says, for a type."""
    plain, scope, text = datatype(XSD, name), context_of(element), element.text or ""
    match element.tag:
        case "valid" | "invalid":
            right = plain.allows(text, scope) == (element.tag == "valid")
            return [] if right else [f"{name} {element.tag} {text!r}"]
        case "length":
            limited = datatype(XSD, name, (("length", element.get("value", "")),))
            return [] if limited.allows(text, scope) else [f"{name} length {text!r}"]
        case "lessThan" | "incomparable":
            one, other = (value.text or "" for value in element)
            return order_faults(name, element.tag, one, other)
    return equality_faults(name, scope, [[value.text or "" for value in each] for each in element])


def order_faults(name: str, relation: str, one: str, other: str) -> list[str]:
    scope = InScope({})
    less = datatype(XSD, name, (("maxExclusive", other),)).allows(one, scope)
    greater = datatype(XSD, name, (("minExclusive", other),)).allows(one, scope)
    mirrored = datatype(XSD, name, (("minExclusive", one),)).allows(other, scope)
    expected = relation == "lessThan"
    return [] if (less, greater, mirrored) == (expected, False, expected) else [f"{name} {relation} {one!r} {other!r}"]


def equality_faults(name: str, scope: InScope, classes: list[list[str]]) -> list[str]:
    plain, faults = datatype(XSD, name), []
    for values in classes:
        first = plain.parse(values[0], scope)
        faults += [f"{name} {value!r} = {values[0]!r}" for value in values if not plain.equals(value, scope, first)]
    for these, those in combinations(classes, 2):
        first = plain.parse(these[0], scope)
        faults += [f"{name} {value!r} != {these[0]!r}" for value in those if plain.equals(value, scope, first)]
    return faults


def test_every_value_of_the_suite(shared: Path) -> None:
    root = etree.parse(shared / "suites/relaxng/xsdtest.xml").getroot()
    faults = [fault for each in root for element in each for fault in value_faults(each.get("name", ""), element)]
    assert sorted(faults) == sorted(KNOWN_MISSES)
    assert sum(len(each) for each in root) > 300


def pattern_faults(case: etree._Element) -> list[str]:
    pattern = case[0].text or ""
    try:
        matching = datatype(XSD, "string", (("pattern", pattern),))
    except DatatypeError as error:
        return [] if case[0].tag == "incorrect" and error.position else [f"{pattern!r}: {error}"]
    if case[0].tag == "incorrect":
        return [f"{pattern!r} is incorrect"]
    scope = InScope({})
    return [
        f"{pattern!r} {each.tag} {each.text!r}"
        for each in case[1:]
        if matching.allows(each.text or "", scope) != (each.tag == "valid")
    ]


def test_every_regular_expression_of_the_suite(shared: Path) -> None:
    root = etree.parse(shared / "suites/relaxng/regextest.xml").getroot()
    assert [fault for case in root for fault in pattern_faults(case)] == []
    assert len(root) == 48


@pytest.mark.parametrize("names", ["5th", "4th"])
def test_both_editions_agree_on_the_suite_s_names(shared: Path, names: str) -> None:
    root = etree.parse(shared / "suites/relaxng/xsdtest.xml").getroot()
    checked = 0
    for each in root:
        if each.get("name") in ("Name", "NCName", "NMTOKEN", "NMTOKENS", "ID"):
            for element in each.iter("valid"):
                assert datatype(XSD, each.get("name", ""), (), names).allows(element.text or "", InScope({}))
                checked += 1
    assert checked > 10
