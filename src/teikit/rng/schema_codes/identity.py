"""Codes of IDs that a schema cannot tell for certain (RELAX NG DTD Compatibility)."""

from teikit.diagnostics import Page
from teikit.rng.schema_codes.page import COMPATIBILITY, D, X, error

ID_TYPE_CONFLICT = error(
    "RNS060",
    "id-type-conflict",
    "an attribute is an ID in one place and not in another",
    "§5",
    Page(
        (
            "an attribute that has one of the types ID, IDREF and IDREFS in one pattern of an element, and "
            "another type in another pattern with the same names; a wildcard counts as having all names."
        ),
        (
            "Which attributes are IDs must be clear from their names. Use another type, such as NCName, or "
            "validate with `--no-id-check`."
        ),
        (
            f'<element name="p" {X} {D}><choice><attribute name="n"><data type="ID"/></attribute><attribute '
            'name="n"><data type="token"/></attribute></choice></element>'
        ),
        f'<element name="p" {X} {D}><attribute name="n"><data type="ID"/></attribute></element>',
        "RNS061, RNS062",
    ),
    standard=COMPATIBILITY,
)
ID_TYPE_MISPLACED = error(
    "RNS061",
    "id-type-misplaced",
    "the type of an ID is not that of a whole attribute",
    "§5",
    Page(
        (
            "one of the types ID, IDREF and IDREFS in the content of an element, or as a part of the value of "
            "an attribute."
        ),
        ("IDs are the values of attributes. Use another type, such as NCName, or validate with `--no-id-check`."),
        f'<element name="p" {X} {D}><data type="ID"/></element>',
        f'<element name="p" {X} {D}><data type="NCName"/></element>',
        "RNS060",
    ),
    standard=COMPATIBILITY,
)
ID_TYPE_WILDCARD = error(
    "RNS062",
    "id-type-wildcard",
    "the type of an ID belongs to no single name",
    "§5",
    Page(
        (
            "an attribute of the type ID, IDREF or IDREFS that has a wildcard or several names, or whose element has "
            "a wildcard."
        ),
        "Which attributes are IDs must be clear from their names.",
        f'<element {X} {D}><anyName/><attribute name="n"><data type="ID"/></attribute></element>',
        f'<element name="p" {X} {D}><attribute name="n"><data type="ID"/></attribute></element>',
        "RNS060",
    ),
    standard=COMPATIBILITY,
)
