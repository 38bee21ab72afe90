"""Codes of the restrictions on the simple form (§7)."""

from teikit.diagnostics import Page
from teikit.rng.schema_codes.page import X, error

PATTERN_IN_ATTRIBUTE = error(
    "RNS041",
    "pattern-in-attribute",
    "an attribute has an element or attribute in it",
    "§7.1.1",
    Page(
        "an `attribute` inside of which there is an `element` or another `attribute`.",
        "The value of an attribute is text.",
        f'<element name="p" {X}><attribute name="n"><attribute name="m"/></attribute></element>',
        f'<element name="p" {X}><attribute name="n"/><attribute name="m"/></element>',
        "RNS043",
    ),
)
REPEATED_ATTRIBUTE_GROUP = error(
    "RNS042",
    "repeated-attribute-group",
    "an attribute is repeated together with something else",
    "§7.1.2",
    Page(
        "an attribute in a group or interleave that is inside `oneOrMore` or `zeroOrMore`.",
        "Attributes have no order, so that they cannot take turns with anything.",
        (
            f'<element name="p" {X}><oneOrMore><attribute name="n"/><element name="q"><text/></element>'
            "</oneOrMore></element>"
        ),
        (
            f'<element name="p" {X}><attribute name="n"/><oneOrMore><element name="q"><text/></element>'
            "</oneOrMore></element>"
        ),
        "RNS048",
    ),
)
PATTERN_IN_LIST = error(
    "RNS043",
    "pattern-in-list",
    "a list has something other than data in it",
    "§7.1.3",
    Page(
        "an element, attribute, text, interleave or list inside a `list`.",
        "A list is words with white space between; each word is data or a value.",
        f'<element name="p" {X}><list><text/></list></element>',
        f'<element name="p" {X}><list><oneOrMore><data type="token"/></oneOrMore></list></element>',
        "RNS044",
    ),
)
PATTERN_IN_EXCEPT = error(
    "RNS044",
    "pattern-in-except",
    "an exception of data has something other than data in it",
    "§7.1.4",
    Page(
        "a pattern other than data, values and choices of them in the `except` of `data`.",
        "Only values can be taken away from values.",
        f'<element name="p" {X}><data type="token"><except><text/></except></data></element>',
        f'<element name="p" {X}><data type="token"><except><value>x</value></except></data></element>',
        "RNS043",
    ),
)
PATTERN_IN_START = error(
    "RNS045",
    "pattern-in-start",
    "the start is not an element",
    "§7.1.5",
    Page(
        "a start that has anything but elements, or choices of elements, in it.",
        "A document has exactly one root element.",
        f"<grammar {X}><start><text/></start></grammar>",
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            "</define></grammar>"
        ),
        "RNS031",
    ),
)
STRING_SEQUENCE = error(
    "RNS046",
    "string-sequence",
    "data stands beside other content",
    "§7.2",
    Page(
        "data, a value or a list that is grouped with elements, text or other data, or repeated.",
        "Data is the whole of what is between two tags. Several words of data make up a `list`.",
        f'<element name="p" {X}><data type="token"/><element name="q"><text/></element></element>',
        f'<element name="p" {X}><text/><element name="q"><text/></element></element>',
        "RNS043",
    ),
)
DUPLICATE_ATTRIBUTE = error(
    "RNS047",
    "duplicate-attribute-in-schema",
    "an element could have an attribute twice",
    "§7.3",
    Page(
        "two attributes in one group or interleave whose names can be the same.",
        (
            "XML forbids it, so that no document could be valid. Two definitions that are put together often "
            "each bring the attribute along."
        ),
        f'<element name="p" {X}><attribute name="n"/><attribute name="n"/></element>',
        f'<element name="p" {X}><attribute name="n"/></element>',
        "RNS048",
    ),
)
OPEN_ATTRIBUTE = error(
    "RNS048",
    "open-attribute",
    "an attribute with any name is not repeated",
    "§7.3",
    Page(
        "an attribute with `anyName` or `nsName` that is not inside `oneOrMore` or `zeroOrMore`.",
        "How many attributes of infinitely many names there are cannot be counted.",
        f'<element name="p" {X}><attribute><anyName/></attribute></element>',
        f'<element name="p" {X}><oneOrMore><attribute><anyName/></attribute></oneOrMore></element>',
        "RNS042",
    ),
)
INTERLEAVED_ELEMENT = error(
    "RNS049",
    "interleaved-element",
    "an element is in two members of an interleave",
    "§7.4",
    Page(
        "an interleave, two members of which can have an element with the same name.",
        "It would not be clear to which member an element belongs.",
        (
            f'<element name="p" {X}><interleave><element name="q"><text/></element><element name="q"><empty/>'
            "</element></interleave></element>"
        ),
        (
            f'<element name="p" {X}><interleave><element name="q"><text/></element><element name="r"><empty/>'
            "</element></interleave></element>"
        ),
        "RNS050",
    ),
)
INTERLEAVED_TEXT = error(
    "RNS050",
    "interleaved-text",
    "text is in two members of an interleave",
    "§7.4",
    Page(
        ("an interleave, two members of which have text; `mixed` is such an interleave, with text as one member."),
        "It would not be clear to which member text belongs.",
        f'<element name="p" {X}><mixed><text/></mixed></element>',
        f'<element name="p" {X}><mixed><element name="q"><text/></element></mixed></element>',
        "RNS049",
    ),
)
