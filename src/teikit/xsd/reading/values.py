"""What a value must be, in the words of the RELAX NG layer."""

from __future__ import annotations

from typing import Any

from xmlschema import XMLSchemaValidationError
from xmlschema.validators import XsdEnumerationFacets, XsdFacet, XsdList, XsdUnion

from teikit.rng.automaton.derivatives import Context
from teikit.rng.datatypes.library import XSD, Datatype
from teikit.rng.datatypes.reasons import FACETS, FORMS, reason
from teikit.rng.datatypes.types import TYPES
from teikit.rng.reading.messages import Advice
from teikit.xml import local_name
from teikit.xsd.building.patterns import PatternFacets

_MOST_MEMBERS = 4


def value_hint(error: XMLSchemaValidationError, value: str, advice: Advice) -> str | None:
    """Return the hint for a value that is not allowed: the nearest of a list, or what it must be."""
    validator: Any = error.validator
    if isinstance(validator, XsdFacet):
        return _of_facet(validator, value, advice)
    if not hasattr(validator, "base_type"):
        # The function for bytes says that it is the one for integers.
        is_byte = "-128 <=" in str(error.reason)
        return _of_range("byte" if is_byte else getattr(validator, "__name__", ""), value)
    allowed = _listed(validator)
    if allowed:
        return _of_list(allowed, value, advice)
    if isinstance(validator, XsdUnion):
        wanted = dict.fromkeys(form for member in validator.member_types if (form := _form(member)))
        return "it must " + ", or ".join(list(wanted)[:_MOST_MEMBERS]) if wanted else None
    form = _form(validator)
    return f"it must {form}" if form else None


def _of_facet(facet: Any, value: str, advice: Advice) -> str | None:
    if isinstance(facet, XsdEnumerationFacets):
        return _of_list([str(each) for each in facet.enumeration], value, advice)
    if isinstance(facet, PatternFacets):
        return "it must " + " or ".join(FACETS["pattern"].format(regex) for regex in facet.regexps)
    words = FACETS.get(local_name(str(facet.elem.tag)))
    limit = facet.elem.get("value")
    return f"it must {words.format(limit)}" if words and limit is not None else None


def _of_range(function: str, value: str) -> str | None:
    """Word a fault by the function that found it, such as `unsigned_byte_validator`."""
    first, *others = function.removesuffix("_validator").split("_")
    name = first + "".join(word.capitalize() for word in others)
    if first in ("non", "positive", "negative"):
        name = name.removesuffix("Int") + "Integer"
    why = reason(Datatype(XSD, name), value, Context({})) if name in TYPES else ""
    return f"it must {why}" if why else None


def _of_list(allowed: list[str], value: str, advice: Advice) -> str:
    names = [each for each in allowed if each]
    meant = advice.nearest(value, names) if " " not in value else None
    return advice.hint(value, names, meant=meant, empty="").replace("allowed here", "allowed are", 1)


def _listed(kind: Any) -> list[str]:
    """Return the values that a type lists, those of the members of a union together."""
    if isinstance(kind, XsdList):
        return _listed(kind.item_type)
    if isinstance(kind, XsdUnion):
        members = [_listed(member) for member in kind.member_types]
        return [value for member in members for value in member] if all(members) else []
    return [str(each) for each in getattr(kind, "enumeration", None) or ()]


def _form(kind: Any) -> str:
    """Return what a value of a built-in type, or of one that is derived from it, must be."""
    if isinstance(kind, XsdList):
        item = _form(kind.item_type)
        return f"be a list of values that must each {item}" if item else ""
    while kind is not None:
        patterns = getattr(kind, "patterns", None)
        if isinstance(patterns, PatternFacets):
            return FACETS["pattern"].format(patterns.regexps[0])
        if kind.name and local_name(kind.name) in FORMS and kind.name.startswith("{http://www.w3.org/2001/XMLSchema}"):
            return FORMS[local_name(kind.name)]
        kind = kind.base_type
    return ""
