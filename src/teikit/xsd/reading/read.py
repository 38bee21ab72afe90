"""A document read through a built schema: every error that `xmlschema` finds, with the node that it is about."""

from __future__ import annotations

import copy
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from elementpath import ElementPathError
from lxml.etree import Element
from xmlschema import (
    XMLResource,
    XMLSchemaBase,
    XMLSchemaException,
    XMLSchemaStopValidation,
    XMLSchemaValidationError,
)
from xmlschema.namespaces import NamespaceMapper
from xmlschema.validators.validation import ValidationContext

from teikit.diagnostics import Diagnostic
from teikit.xml import clark
from teikit.xsd import codes
from teikit.xsd.building.build import deep_recursion
from teikit.xsd.building.models import Models
from teikit.xsd.reading.faults import Faults

if TYPE_CHECKING:
    from lxml import etree

    from teikit.xml import Document

MOST_FAULTS = 1000
"""After so many faults of a document the rest is not looked for."""

_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


class Found(NamedTuple):
    """An error of `xmlschema`, the element that was being read, and its attribute (in Clark notation) or ''."""

    error: XMLSchemaValidationError
    element: etree._Element
    attribute: str


class _Ids(Counter[str]):
    """The IDs of a document, and where each IDREF stood first."""

    def __init__(self, context: _Context) -> None:
        super().__init__()
        self.context = context
        self.referred: dict[str, tuple[etree._Element, str]] = {}

    def __setitem__(self, word: str, times: int) -> None:
        if not times:
            place: Any = self.context.elem
            self.referred.setdefault(word, (place, self.context.attribute or ""))
        super().__setitem__(word, times)

    def copy(self) -> _Ids:
        """Return the same IDs: all of a document is one space of names."""
        return self


class _Context(ValidationContext):
    """What `xmlschema` works in; it keeps each error with its place."""

    __slots__ = ("found", "models")

    def __init__(self, source: XMLResource, models: Models) -> None:
        super().__init__(source, NamespaceMapper(source=source), check_identities=True)
        self.models = models
        self.found: list[Found] = []
        self.id_map = _Ids(self)

    def raise_or_collect(self, validation: str, error: XMLSchemaValidationError) -> XMLSchemaValidationError:
        """Keep an error; raise it where `xmlschema` only tries."""
        if validation == "strict":
            raise error
        if validation == "lax":
            place: Any = self.elem if error.elem is None or self.attribute else error.elem
            self.found.append(Found(error, place, self.attribute or ""))
            if len(self.found) > MOST_FAULTS:
                raise XMLSchemaStopValidation
        return error


class Reading:
    """One document against one schema."""

    def __init__(self, schema: XMLSchemaBase, models: Models, document: Document) -> None:
        self.schema = schema
        self.models = models
        self.document = document

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the document, in its order."""
        faults = Faults(self.schema, self.document)
        root, unknown = self._without_unknown_types(faults)
        declared = self.schema.maps.elements.get(str(root.tag))
        if declared is None and _XSI_TYPE not in root.attrib:
            yield from (*unknown, faults.no_declaration())
            return
        if declared is None:
            declared = self.schema.builders.create_element(str(root.tag), self.schema)
        context = _Context(XMLResource(root, allow="none"), self.models)
        outcome = self._read(declared, root, context)
        found = [*unknown, *(diagnostic for each in context.found[:MOST_FAULTS] for diagnostic in faults.of(each))]
        if outcome is None and isinstance(context.id_map, _Ids):
            found.extend(faults.dangling(word, *context.id_map.referred[word]) for word in _dangling(context.id_map))
        yield from sorted(dict.fromkeys(found), key=lambda each: each.sort_key)
        if outcome is not None:
            yield outcome

    def _without_unknown_types(self, faults: Faults) -> tuple[etree._Element, list[Diagnostic]]:
        """Return the root, in a copy without the types that `xmlschema` stumbles over, and what to say of those."""
        root = self.document.root
        wrong = [each for each in root.iter("{*}*") if _XSI_TYPE in each.attrib and not self._knows_type(each)]
        if not wrong:
            return root, []
        copied = copy.deepcopy(root)
        faults.originals = dict(zip(copied.iter(Element), root.iter(Element), strict=True))
        unknown = set(wrong)
        for each, original in faults.originals.items():
            if original in unknown:
                del each.attrib[_XSI_TYPE]
        return copied, [faults.unknown_type(each) for each in wrong[:MOST_FAULTS]]

    def _knows_type(self, element: etree._Element) -> bool:
        prefix, _, local = str(element.get(_XSI_TYPE)).strip().rpartition(":")
        return clark(element.nsmap.get(prefix or None) or "", local) in self.schema.maps.types

    def _read(self, declared: Any, root: etree._Element, context: _Context) -> Diagnostic | None:
        """Have the document read; return what to say where that did not come to its end."""
        place = self.document.locate(self.document.root)
        try:
            with warnings.catch_warnings(), deep_recursion():
                warnings.simplefilter("ignore")
                declared.raw_decode(root, "lax", context)
        except XMLSchemaStopValidation:
            message = f"more than {MOST_FAULTS} faults: the rest was not looked for"
            return Diagnostic.of(codes.TOO_MANY_FAULTS, place, message, hint="correct some, or check the schema")
        except RecursionError:
            message = "the document is nested too deep to be validated with W3C XML Schema"
            return Diagnostic.of(codes.NOT_VALIDATED, place, message, hint="validate it with RELAX NG")
        except (XMLSchemaException, ElementPathError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            message = f"the schema could not be applied to the end of the document: {error}"
            return Diagnostic.of(codes.NOT_VALIDATED, place, message, hint="validate it with RELAX NG")
        return None


def _dangling(ids: _Ids) -> list[str]:
    return [word for word, times in ids.items() if not times]
