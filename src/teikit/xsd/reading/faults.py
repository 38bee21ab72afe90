"""From an error of `xmlschema` to a diagnostic, worded as the RELAX NG layer words the same fault."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

from lxml import etree
from xmlschema import XMLSchemaBase
from xmlschema.validators import (
    XMLSchemaChildrenValidationError,
    XsdAnyAttribute,
    XsdAnyElement,
    XsdAssert,
    XsdAttribute,
    XsdAttributeGroup,
    XsdElement,
    XsdGroup,
)

from teikit.diagnostics import Code, Diagnostic
from teikit.rng.reading import messages
from teikit.xml import Document, local_name
from teikit.xsd import codes
from teikit.xsd.reading.expected import expected_after
from teikit.xsd.reading.places import referring_element, text_place
from teikit.xsd.reading.values import value_hint

if TYPE_CHECKING:
    from teikit.xsd.reading.read import Found

_MOST_REPLAYS = 100
"""How often in a document the children before a fault are gone through again for the sake of a hint."""

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


class Faults:
    """Makes diagnostics about one document."""

    def __init__(self, schema: XMLSchemaBase, document: Document) -> None:
        self.schema = schema
        self.document = document
        self._broken: set[etree._Element] = set()
        self._replays = _MOST_REPLAYS
        self._advice = messages.Advice()
        self.originals: dict[etree._Element, etree._Element] = {}

    def no_declaration(self) -> Diagnostic:
        """Return what to say of a root element that the schema does not declare."""
        root = self.document.root
        names = [_plain(name) for name in self.schema.maps.elements if not name.startswith(f"{{{_XS}}}")]
        name = _plain(str(root.tag))
        meant = self._advice.nearest(name, names)
        hint = self._advice.hint(name, names, meant=meant, empty="the schema declares no elements")
        message = f'element "{messages.shown(name, names)}" is not declared by the schema, so nothing was validated'
        return self._at(codes.NO_DECLARATION, root, message, hint)

    def unknown_type(self, element: etree._Element) -> Diagnostic:
        """Return what to say of an `xsi:type` that is no type of the schema."""
        message = f'xsi:type="{element.get(f"{_XSI}type")}" on "{_shown(element)}" is no type of the schema'
        return self._at(codes.TYPE_FAULT, element, message, "check the name and its prefix", f"{_XSI}type")

    def dangling(self, word: str, element: etree._Element, attribute: str) -> Diagnostic:
        """Return what to say of an IDREF that is no ID."""
        message = f'"{messages.shortened(word)}" is not the ID of any element'
        return self._at(codes.DANGLING_IDREF, element, message, None, attribute)

    def of(self, found: Found) -> Iterator[Diagnostic]:
        """Yield the diagnostics of one error: of several attributes that are missing, one each."""
        error, element = found.error, found.element
        validator: Any = error.validator
        if isinstance(error, XMLSchemaChildrenValidationError):
            yield self._children(error)
        elif found.attribute or isinstance(validator, (XsdAttribute, XsdAnyAttribute)):
            yield self._attribute(found)
        elif isinstance(validator, XsdAttributeGroup):
            yield self._attributes(found)
        elif isinstance(validator, XsdAssert):
            yield self._assertion(element, validator)
        elif isinstance(validator, XsdGroup):
            yield from self._group(found)
        elif isinstance(validator, (XsdElement, XsdAnyElement)):
            yield self._element(found)
        elif not len(element):
            yield self._content(found)

    def _children(self, error: XMLSchemaChildrenValidationError) -> Diagnostic:
        parent: Any = error.elem
        expected = self._expected(error)
        label = _shown(parent)
        if error.index >= len(parent):
            message = f'"{label}" ends too early'
            hint = self._advice.hint("", expected, meant=None, empty="").replace("allowed here", "expected one of")
            if len(expected) == 1:
                return self._at(codes.MISSING_ELEMENT, parent, f"{message}: {messages.listing(expected)} is missing")
            return self._at(codes.MISSING_ELEMENT, parent, f"{message}: its content is not complete", hint)
        child = parent[error.index]
        name = _plain(str(child.tag))
        meant = self._advice.nearest(name, expected)
        hint = self._advice.hint(name, expected, meant=meant, empty=f'no further element is allowed in "{label}"')
        message = f'element "{messages.shown(name, expected)}" is not allowed in "{label}"'
        known = any(each.name == child.tag for each in getattr(error.validator, "iter_elements", tuple)())
        if known and not meant and len(expected) == 1 and _is_required(error):
            told = f"{message} yet: {messages.listing(expected)} must come before it"
            return self._at(codes.MISSING_ELEMENT, child, told)
        return self._at(codes.UNEXPECTED_ELEMENT, child, f"{message}{' here' if known else ''}", hint)

    def _expected(self, error: XMLSchemaChildrenValidationError) -> list[str]:
        """Return the names that may come in the place of an error, those first that must."""
        names = [_plain(each.name) for each in error.expected or () if each.name]
        parent: Any = error.elem
        if not names and isinstance(error.validator, XsdGroup) and parent not in self._broken and self._replays:
            self._replays -= 1
            before = [str(child.tag) for child in parent[: error.index] if isinstance(child.tag, str)]
            names = [_plain(name) for name in expected_after(error.validator, before)]
        self._broken.add(parent)
        return list(dict.fromkeys(names))

    def _attributes(self, found: Found) -> Diagnostic:
        """Word an attribute that is missing, or one that is not allowed: the error itself only tells it in a text."""
        element = found.element
        group: Any = found.error.validator
        reason = found.error.reason or ""
        label = _shown(element)
        wrong = next((name for name in map(str, element.attrib) if repr(name) in reason), None)
        if wrong is None:
            missing = [name for name in group.iter_required() if repr(name) in reason]
            message = f'"{label}" has no attribute {messages.listing(map(_plain, missing))}, which is required'
            return self._at(codes.MISSING_ATTRIBUTE, element, message)
        free = [
            _plain(name) for name in group if name and name not in element.attrib and group[name].use != "prohibited"
        ]
        name = _plain(wrong)
        meant = self._advice.nearest(name, free)
        message = f'attribute "{messages.shown(name, free)}" is not allowed on "{label}"'
        hint = self._advice.hint(name, free, meant=meant, empty="the element has no further attributes")
        return self._at(codes.UNEXPECTED_ATTRIBUTE, element, message, hint, wrong)

    def _attribute(self, found: Found) -> Diagnostic:
        element, obj = found.element, found.error.obj
        attribute = found.attribute or (obj[0] if isinstance(obj, tuple) else "")
        name, label = messages.shown(_plain(attribute)), _shown(element)
        value = str(element.get(attribute) or "")
        if isinstance(found.error.validator, XsdAnyAttribute):
            message = f'attribute "{name}" is not allowed on "{label}"'
            return self._at(codes.UNEXPECTED_ATTRIBUTE, element, message, None, attribute)
        if _is_id(found):
            message = f'the ID "{messages.shortened(value)}" is used more than once'
            return self._at(codes.ID_NOT_UNIQUE, element, message, None, attribute)
        message = f'value "{messages.shortened(value)}" of attribute "{name}" on "{label}" is not allowed'
        return self._at(
            codes.INVALID_ATTRIBUTE_VALUE, element, message, value_hint(found.error, value, self._advice), attribute
        )

    def _assertion(self, element: etree._Element, assertion: Any) -> Diagnostic:
        message = f'"{_shown(element)}" breaks a rule of the schema: {messages.shortened(assertion.path)}'
        documentation = assertion.annotation and " ".join(str(assertion.annotation).split())
        return self._at(codes.ASSERTION_FAILED, element, message, documentation or None)

    def _group(self, found: Found) -> Iterator[Diagnostic]:
        element = found.element
        if _has_text(element):
            yield self._text(element)
        elif not any(f"{_XSI}type" in child.attrib for child in element.iterchildren(etree.Element)):
            # A child that asks for a wrong type is told of by itself.
            message = f'"{_shown(element)}" cannot be used here: {found.error.reason}'
            yield self._at(codes.TYPE_FAULT, element, message)

    def _text(self, element: etree._Element) -> Diagnostic:
        label = _shown(element)
        hint = "put the text into an element that may hold text" if len(element) else None
        fault = self._at(codes.UNEXPECTED_TEXT, element, f'text is not allowed directly in "{label}"', hint)
        text = text_place(self.document, self.originals.get(element, element))
        if text is None:
            return fault
        place, length = text
        return fault._replace(location=fault.location._replace(line=place[0], column=place[1]), length=length)

    def _element(self, found: Found) -> Diagnostic:
        element, label = found.element, _shown(found.element)
        validator: Any = found.error.validator
        reason = str(found.error.reason or "")
        for name in ("type", "nil"):
            if f"{_XSI}{name}" in element.attrib and ("xsi:nil" in reason or "nillable" in reason) == (name == "nil"):
                message = f'xsi:{name}="{element.get(_XSI + name)}" is not allowed on "{label}"'
                hint = "the type must be one of the schema, and derived from that of the element"
                return self._at(codes.TYPE_FAULT, element, message, hint if name == "type" else None, _XSI + name)
        if isinstance(validator, XsdAnyElement):
            message = f'element "{label}" is not declared by the schema'
            return self._at(codes.UNEXPECTED_ELEMENT, element, message)
        if "duplicated value" in reason or "not found for" in reason or "key field" in reason:
            return self._key(found, reason)
        if validator.type.is_empty() and element.text:
            if element.text.strip():
                return self._text(element)
            message = f'"{label}" must be empty: not even white space is allowed in it'
            return self._at(codes.UNEXPECTED_TEXT, element, message)
        if validator.type.has_simple_content() and len(element):
            child = next(element.iterchildren(etree.Element))
            message = f'element "{_shown(child)}" is not allowed in "{label}", which holds text only'
            return self._at(codes.UNEXPECTED_ELEMENT, child, message)
        if validator.fixed is not None and "fixed" in reason:
            message = f'the content of "{label}" must be "{messages.shortened(validator.fixed)}"'
            return self._at(codes.INVALID_VALUE, element, message)
        return self._at(codes.TYPE_FAULT, element, f'"{label}" is not valid: {reason}')

    def _key(self, found: Found, reason: str) -> Diagnostic:
        element, label = found.element, _shown(found.element)
        if "duplicated value" in reason:
            value = reason.partition("duplicated value ")[2].partition(" for ")[0]
            message = f'"{label}" has the same key as another element: {_values(value)}'
            return self._at(codes.KEY_NOT_UNIQUE, element, message)
        if "not found for" in reason:
            value = _values(reason.removeprefix("value ").partition(" not found")[0])
            referring = referring_element(found.error.validator, element, reason)
            message = f'"{_shown(referring)}" refers to the key {value}, which nothing has'
            return self._at(codes.DANGLING_KEYREF, referring, message)
        return self._at(codes.KEY_MISSING, element, f'"{label}" lacks a part of its key')

    def _content(self, found: Found) -> Diagnostic:
        element = found.element
        value = element.text or ""
        if _is_id(found):
            message = f'the ID "{messages.shortened(value)}" is used more than once'
            return self._at(codes.ID_NOT_UNIQUE, element, message)
        message = f'"{messages.shortened(value)}" is not allowed as the content of "{_shown(element)}"'
        if not value.strip():
            message = f'"{_shown(element)}" is empty, but needs a value'
        return self._at(codes.INVALID_VALUE, element, message, value_hint(found.error, value, self._advice))

    def _at(
        self, code: Code, element: etree._Element, message: str, hint: str | None = None, attribute: str = ""
    ) -> Diagnostic:
        place = self.document.locate(self.originals.get(element, element), attribute or None)
        length = 1 + len(local_name(str(element.tag))) + (len(element.prefix) + 1 if element.prefix else 0)
        if attribute:
            length = len(local_name(attribute)) + (4 if attribute.startswith(("{http://www.w3.org/XML", _XSI)) else 0)
        return Diagnostic.of(code, place, message, hint=hint or None, length=length)


_XS = "http://www.w3.org/2001/XMLSchema"


def _plain(name: str) -> str:
    """Return a name in Clark notation as the wording of RELAX NG has it: `namespace local`."""
    namespace, separator, local = name.rpartition("}")
    return f"{namespace[1:]} {local}" if separator else local


def _shown(element: etree._Element) -> str:
    return messages.shown(_plain(str(element.tag)))


def _is_required(error: XMLSchemaChildrenValidationError) -> bool:
    return bool(error.particle.min_occurs > error.occurs)


def _has_text(element: etree._Element) -> bool:
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _is_id(found: Found) -> bool:
    """Is it an ID that stands twice, rather than a value that is none? The error is about the type as a whole."""
    name = str(getattr(found.error.validator, "name", ""))
    return (
        name == f"{{{_XS}}}ID" and "ID" in str(found.error.reason) and not isinstance(found.error.obj, MutableMapping)
    )


def _values(text: str) -> str:
    return text.strip().removeprefix("(").removesuffix(")").removesuffix(",").replace("'", '"')
