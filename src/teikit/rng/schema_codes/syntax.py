"""Codes of the full syntax (§3), of names (§4.10) and of datatypes (§4.16)."""

from teikit.diagnostics import Page
from teikit.rng.schema_codes.page import COMPACT, D, X, error

UNKNOWN_PATTERN = error(
    "RNS001",
    "unknown-pattern",
    "an element is not one of RELAX NG",
    "§3",
    Page(
        "an element in the namespace of RELAX NG that the language does not have.",
        "A misspelt pattern has no meaning, so that the whole schema has none.",
        f'<element name="p" {X}><txt/></element>',
        f'<element name="p" {X}><text/></element>',
        "RNS004",
    ),
)
NOT_A_SCHEMA = error(
    "RNS002",
    "not-a-schema",
    "the file is not a RELAX NG schema",
    "§3",
    Page(
        "a file whose root element is not a RELAX NG pattern, such as a TEI document, an XSD or an ODD.",
        "The option `--schema` wants a grammar. Compile an ODD first, with `teikit schema build`.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        f'<element name="p" {X}><text/></element>',
        "RNS001",
    ),
)
COMPACT_SYNTAX = error(
    "RNS003",
    "compact-syntax",
    "the text is not in the compact syntax",
    "appendix A",
    Page(
        (
            "a place in a file of the compact syntax where its grammar wants something else: a brace that is "
            "not closed, operators that are mixed, a keyword in the place of a name."
        ),
        (
            "Where operators are mixed, it is not clear which binds more: put parentheses around one. A "
            "definition that has the name of a keyword is written with a backslash."
        ),
        "element p { text, empty | text }",
        "element p { text, (empty | text) }",
        "RNS001",
    ),
    standard=COMPACT,
)
MISPLACED_PATTERN = error(
    "RNS004",
    "misplaced-pattern",
    "an element of RELAX NG is not allowed here",
    "§3",
    Page(
        (
            "an element of RELAX NG in a place that does not take it, such as a second pattern in an "
            "attribute, or a definition inside an element."
        ),
        "Each pattern says which children it has; another one would have no meaning there.",
        f'<element name="p" {X}><define name="q"><text/></define><text/></element>',
        f'<element name="p" {X}><text/></element>',
        "RNS001, RNS005",
    ),
)
MISSING_CHILD = error(
    "RNS005",
    "missing-child",
    "a pattern has nothing in it",
    "§3",
    Page(
        "a pattern that must have one or more patterns in it, and has none.",
        ("What repeats, chooses or groups needs something to do that to. Where nothing is meant, write `empty`."),
        f'<element name="p" {X}><oneOrMore/></element>',
        f'<element name="p" {X}><empty/></element>',
        "RNS004",
    ),
)
UNKNOWN_ATTRIBUTE = error(
    "RNS006",
    "unknown-attribute",
    "an attribute is not one of RELAX NG",
    "§3",
    Page(
        "an attribute without a prefix that the element of RELAX NG does not have.",
        (
            "A misspelt attribute would silently do nothing. Your own attributes are welcome in a namespace "
            "of their own."
        ),
        f'<element nam="q" name="p" {X}><text/></element>',
        f'<element name="p" {X}><text/></element>',
        "RNS007",
    ),
)
MISSING_ATTRIBUTE = error(
    "RNS007",
    "missing-attribute-in-schema",
    "an attribute of RELAX NG is missing",
    "§3",
    Page(
        "a reference or definition without `name`, data without `type`, or an inclusion without `href`.",
        "Without it, there is nothing to refer to.",
        f'<element name="p" {X}><data/></element>',
        f'<element name="p" {X}><data type="string"/></element>',
        "RNS006, RNS010",
    ),
)
INVALID_ATTRIBUTE_VALUE = error(
    "RNS008",
    "invalid-attribute-value-in-schema",
    "an attribute of the schema has a value that makes no sense",
    "§3 and §4.3",
    Page(
        (
            "a name that is not one, a `combine` other than `choice` and `interleave`, or a datatype library "
            "that is not an absolute URI."
        ),
        "No document can have an element whose name is not one.",
        f'<element name="my p" {X}><text/></element>',
        f'<element name="my_p" {X}><text/></element>',
        "RNS006",
    ),
)
TEXT_IN_SCHEMA = error(
    "RNS009",
    "text-in-schema",
    "text stands where a schema has none",
    "§3",
    Page(
        "text directly inside an element of RELAX NG other than `name`, `value` and `param`.",
        "It has no meaning there; a remark is a comment or an `a:documentation`.",
        f'<element name="p" {X}>a paragraph<text/></element>',
        f'<element name="p" {X}><!-- a paragraph --><text/></element>',
        "RNS004",
    ),
)
MISSING_NAME = error(
    "RNS010",
    "missing-name-in-schema",
    "an element or attribute has no name",
    "§3",
    Page(
        ("an `element` or `attribute` without the attribute `name` that does not begin with a name class either."),
        "Wildcards are written out, as `anyName`, so that none is meant by mistake.",
        f"<element {X}><text/></element>",
        f"<element {X}><anyName/><text/></element>",
        "RNS007",
    ),
)
UNBOUND_PREFIX = error(
    "RNS011",
    "unbound-prefix-in-schema",
    "the prefix of a name in the schema is not declared",
    "§4.10",
    Page(
        "a name with a prefix for which the schema has no namespace declaration.",
        "The prefix alone says nothing: documents may use another for the same namespace.",
        f'<element name="tei:p" {X}><text/></element>',
        f'<element name="tei:p" xmlns:tei="http://www.tei-c.org/ns/1.0" {X}><text/></element>',
        "RNS008",
    ),
)
UNKNOWN_DATATYPE = error(
    "RNS012",
    "unknown-datatype-in-schema",
    "the schema asks for a datatype that is not known",
    "§4.16",
    Page(
        "a datatype, or a library of datatypes, that teikit does not have.",
        "The built-in library has `string` and `token` only; all others need `datatypeLibrary`.",
        f'<element name="p" {X}><data type="date"/></element>',
        f'<element name="p" {X} {D}><data type="date"/></element>',
        "RNS013",
    ),
)
INVALID_PARAMETER = error(
    "RNS013",
    "invalid-parameter",
    "a datatype cannot have this parameter",
    "§4.16",
    Page(
        "a parameter that the datatype does not have, or a value of it that makes no sense.",
        "A facet that is not understood would let documents through that it should stop.",
        (f'<element name="p" {X} {D}><data type="string"><param name="length">five</param></data></element>'),
        f'<element name="p" {X} {D}><data type="string"><param name="length">5</param></data></element>',
        "RNS012",
    ),
)
INVALID_VALUE = error(
    "RNS014",
    "invalid-value-in-schema",
    "a value in the schema is not of its datatype",
    "§4.16",
    Page(
        "a `value` whose text the datatype does not have.",
        "No document could ever match it.",
        f'<element name="p" {X} {D}><value type="integer">one</value></element>',
        f'<element name="p" {X} {D}><value type="integer">1</value></element>',
        "RNS012",
    ),
)
