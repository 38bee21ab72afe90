"""Codes of grammars, their definitions and name classes (§4.16 to §4.19)."""

from teikit.diagnostics import Page
from teikit.rng.schema_codes.page import X, error

MISSING_DEFINE = error(
    "RNS030",
    "missing-define",
    "a name is referred to that nothing defines",
    "§4.18",
    Page(
        "a reference to a definition that the grammar does not have.",
        "It may be misspelt, or the definition may have been removed while the reference stayed.",
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><ref name="q"/>'
            "</element></define></grammar>"
        ),
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            "</define></grammar>"
        ),
        "RNS024, RNS031",
    ),
)
MISSING_START = error(
    "RNS031",
    "missing-start",
    "a grammar has no start",
    "§4.18",
    Page(
        "a grammar that does not say what the root element of a document is.",
        "Definitions alone match no document.",
        f'<grammar {X}><define name="p"><element name="p"><text/></element></define></grammar>',
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            "</define></grammar>"
        ),
        "RNS030",
    ),
)
DUPLICATE_DEFINE = error(
    "RNS032",
    "duplicate-define",
    "a name is defined twice",
    "§4.17",
    Page(
        "two definitions of one name, more than one of which is without `combine`.",
        "It is not clear which counts. Say how they are put together, by `combine`, or remove one.",
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            '</define><define name="p"><element name="p"><text/></element></define></grammar>'
        ),
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            '</define><define combine="choice" name="p"><element name="p"><text/></element></define>'
            "</grammar>"
        ),
        "RNS033",
    ),
)
CONFLICTING_COMBINE = error(
    "RNS033",
    "conflicting-combine",
    "a name is combined in two ways",
    "§4.17",
    Page(
        "definitions of one name that are combined by `choice` here and by `interleave` there.",
        "The result would depend on their order.",
        (
            f'<grammar {X}><start><ref name="p"/></start><define combine="choice" name="p"><element name="p">'
            '<text/></element></define><define combine="interleave" name="p"><element name="p"><text/>'
            "</element></define></grammar>"
        ),
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            '</define><define combine="choice" name="p"><element name="p"><text/></element></define>'
            "</grammar>"
        ),
        "RNS032",
    ),
)
RECURSIVE_DEFINE = error(
    "RNS034",
    "recursive-define",
    "a definition refers to itself",
    "§4.19",
    Page(
        "a definition that leads back to itself without an element in between.",
        "It would have no end. Elements may be inside themselves, since documents end somewhere.",
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><choice><element name="p"><text/>'
            '</element><ref name="p"/></choice></define></grammar>'
        ),
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><choice><text/>'
            '<ref name="p"/></choice></element></define></grammar>'
        ),
        "RNS022",
    ),
)
REF_OUTSIDE_GRAMMAR = error(
    "RNS035",
    "ref-outside-grammar",
    "a reference stands outside of a grammar",
    "§4.18",
    Page(
        "a `ref` outside of `grammar`, or a `parentRef` in a grammar that is in no other.",
        "There are no definitions there that it could refer to.",
        f'<element name="p" {X}><ref name="q"/></element>',
        (
            f'<grammar {X}><start><ref name="p"/></start><define name="p"><element name="p"><text/></element>'
            "</define></grammar>"
        ),
        "RNS030",
    ),
)
WILDCARD_IN_EXCEPT = error(
    "RNS036",
    "wildcard-in-except",
    "a wildcard is excepted from a wildcard",
    "§4.16",
    Page(
        "an `anyName` in the exception of a wildcard, or an `nsName` in that of an `nsName`.",
        "Nothing, or nothing new, would be left.",
        f"<element {X}><anyName><except><anyName/></except></anyName><text/></element>",
        f"<element {X}><anyName><except><name>q</name></except></anyName><text/></element>",
        "RNS048",
    ),
)
XMLNS_ATTRIBUTE = error(
    "RNS037",
    "xmlns-attribute",
    "an attribute of the schema is a namespace declaration",
    "§4.16",
    Page(
        "an attribute with the name `xmlns`, or in the namespace of namespace declarations.",
        "Namespace declarations are not attributes for a validator: it would never be found.",
        f'<element name="p" {X}><attribute name="xmlns"/></element>',
        f'<element name="p" {X}><attribute name="n"/></element>',
        "RNS011",
    ),
)
