"""The hints of W3C XML Schema on the root."""

from __future__ import annotations

import pytest

from teikit.resolve import schema_locations
from teikit.xml import load

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('xsi:schemaLocation="urn:a a.xsd"', [("urn:a", "a.xsd")]),
        ('xsi:schemaLocation=" urn:a a.xsd&#10;\turn:b  b.xsd "', [("urn:a", "a.xsd"), ("urn:b", "b.xsd")]),
        # A schema processor may take the first for a namespace; a namespace without its location says nothing.
        ('xsi:schemaLocation="urn:a a.xsd urn:a b.xsd urn:c"', [("urn:a", "a.xsd")]),
        ('xsi:noNamespaceSchemaLocation=" a.xsd "', [("", "a.xsd")]),
        ('xsi:noNamespaceSchemaLocation="a.xsd" xsi:schemaLocation="urn:a b.xsd"', [("urn:a", "b.xsd"), ("", "a.xsd")]),
        ('schemaLocation="urn:a a.xsd"', []),
        ('xsi:schemaLocation=""', []),
    ],
)
def test_hints(attributes: str, expected: list[tuple[str, str]]) -> None:
    document = load(f'<a {XSI} {attributes}><b xsi:schemaLocation="urn:z z.xsd"/></a>'.encode())
    assert [(each.namespace, each.href) for each in schema_locations(document)] == expected


def test_the_place_is_the_attribute() -> None:
    document = load(f'<a {XSI}\n  xsi:schemaLocation="urn:a a.xsd"/>'.encode(), path="x.xml")
    [hint] = schema_locations(document)
    assert (hint.location.path, hint.location.line, hint.location.column) == ("x.xml", 2, 3)
