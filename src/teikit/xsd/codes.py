"""The codes of a document against a W3C XML Schema, and of a schema that is not one."""

from teikit.diagnostics import Code, Page, Severity

_SPEC = "W3C XML Schema Definition Language (XSD) 1.1 Part 1: Structures"
_XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'


def _error(number: int, name: str, summary: str, section: str, page: Page) -> Code:
    reference = f"{_SPEC}, {section}" if section else ""
    return Code(f"XSD{number:03}", name, Severity.ERROR, summary, reference, page)


def _schema(inner: str) -> str:
    return f"<xs:schema {_XS}>{inner}</xs:schema>"


NO_DECLARATION = _error(
    1,
    "xsd-undeclared-root",
    "the schema does not declare the root element",
    "§3.3.4.6",
    Page(
        "a document whose root element is not declared by the schema, often because of its namespace.",
        "Without a declaration to begin with, nothing in the document can be validated.",
        "<letters/>",
        "<letter><from>Li</from></letter>",
        "XSD002",
    ),
)
UNEXPECTED_ELEMENT = _error(
    2,
    "xsd-unexpected-element",
    "an element is not allowed here",
    "§3.4.4.2",
    Page(
        "an element that the schema does not have in this place: misspelt, in the wrong namespace or parent, too early "
        "or too late.",
        "Where an element may stand is what a schema is about; out of place it says something else.",
        "<letter><form>Li</form></letter>",
        "<letter><from>Li</from></letter>",
        "XSD003, RNG012",
    ),
)
MISSING_ELEMENT = _error(
    3,
    "xsd-missing-element",
    "a required element is missing",
    "§3.4.4.2",
    Page(
        "an element that ends, or goes on with another child, before everything that it must contain has come.",
        "The schema requires it, so programs that read the document count on it.",
        "<letter/>",
        "<letter><from>Li</from></letter>",
        "XSD002, RNG011",
    ),
)
UNEXPECTED_TEXT = _error(
    4,
    "xsd-unexpected-text",
    "text is not allowed here",
    "§3.4.4.2",
    Page(
        "characters directly inside an element that may contain elements only, or nothing.",
        "Structural elements hold no text of their own; it belongs into one of their children.",
        "<letter>Peking<from>Li</from></letter>",
        "<letter><from>Li, Peking</from></letter>",
        "RNG013",
    ),
)
UNEXPECTED_ATTRIBUTE = _error(
    5,
    "xsd-unexpected-attribute",
    "an attribute is not allowed here",
    "§3.4.4.2",
    Page(
        "an attribute that the element may not have.",
        "The schema closes the list of attributes, so that a misspelling is found and does not get lost.",
        '<letter><from refs="#li">Li</from></letter>',
        '<letter><from ref="li">Li</from><to id="li">Li</to></letter>',
        "XSD006, RNG020",
    ),
)
MISSING_ATTRIBUTE = _error(
    6,
    "xsd-missing-attribute",
    "a required attribute is missing",
    "§3.4.4.2",
    Page(
        "an element without an attribute that the schema requires.",
        "Without it the element says too little, and programs that count on it fail.",
        "<letter><from>Li</from><to>Wu</to></letter>",
        '<letter><from>Li</from><to id="wu">Wu</to></letter>',
        "XSD005, RNG022",
    ),
)
INVALID_ATTRIBUTE_VALUE = _error(
    7,
    "xsd-invalid-attribute-value",
    "the value of an attribute is not allowed",
    "§3.2.4.3",
    Page(
        "a value that is not of the attribute's type, or breaks one of its facets.",
        "Programs read attributes; another form, or a value outside the list, means nothing to them.",
        '<letter kind="telegraph"><from>Li</from></letter>',
        '<letter kind="telegram"><from>Li</from></letter>',
        "XSD008, RNG023",
    ),
)
INVALID_VALUE = _error(
    8,
    "xsd-invalid-value",
    "the content of an element is not of its type",
    "§3.14.4",
    Page(
        "text that is not of the type that the schema gives to an element, or breaks one of its facets.",
        "Dates, numbers and keys are read by programs; another form is not understood.",
        "<letter><from>Li</from><year>MCMXVIII</year></letter>",
        "<letter><from>Li</from><year>1918</year></letter>",
        "XSD007, RNG021",
    ),
)
TYPE_FAULT = _error(
    9,
    "xsd-type-fault",
    "a type or an element cannot be used so",
    "§3.3.4.3",
    Page(
        "`xsi:type` with a type that does not exist or does not derive from the element's, `xsi:nil` where nothing may "
        "be left out, or an element or type that is abstract.",
        "The document asks for another type than the schema allows in this place.",
        '<letter xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><from xsi:type="nobody">Li</from></letter>',
        "<letter><from>Li</from></letter>",
        "XSD008",
    ),
)
ID_NOT_UNIQUE = _error(
    10,
    "xsd-id-not-unique",
    "the same ID stands twice",
    "§3.17.5.2",
    Page(
        "a value of type ID (such as `xml:id`) that another element of the document has already.",
        "An ID names one element; a pointer to it must not have two answers.",
        '<letter><from>Li</from><to id="wu">Wu</to><to id="wu">Wu the younger</to></letter>',
        '<letter><from>Li</from><to id="wu">Wu</to><to id="wu2">Wu the younger</to></letter>',
        "RNG030, TEI001",
    ),
)
DANGLING_IDREF = _error(
    11,
    "xsd-dangling-idref",
    "an IDREF that is no element's ID",
    "§3.17.5.2",
    Page(
        "a value of type IDREF or IDREFS that names an ID which the document does not have.",
        "It leads nowhere.",
        '<letter><from ref="wu">Wu</from></letter>',
        '<letter><from ref="wu">Wu</from><to id="wu">Wu</to></letter>',
        "RNG031, TEI002",
    ),
)
KEY_NOT_UNIQUE = _error(
    12,
    "xsd-key-not-unique",
    "a key stands twice",
    "§3.11.4",
    Page(
        "two elements with the same value for what `xs:key` or `xs:unique` says must be unique.",
        "A key names one thing; with two of it, a reference has two answers.",
        '<letter><from>Li</from><page n="1"/><page n="1"/></letter>',
        '<letter><from>Li</from><page n="1"/><page n="2"/></letter>',
        "XSD010",
    ),
)
KEY_MISSING = _error(
    13,
    "xsd-key-missing",
    "an element lacks a part of its key",
    "§3.11.4",
    Page(
        "an element that `xs:key` selects and that has no value, or more than one, for one of the fields.",
        "Every element that a key selects must have the whole key, or nothing can refer to it.",
        "<letter><from>Li</from><page/></letter>",
        '<letter><from>Li</from><page n="1"/></letter>',
        "XSD012",
    ),
)
DANGLING_KEYREF = _error(
    14,
    "xsd-dangling-keyref",
    "a reference to a key that nothing has",
    "§3.11.4",
    Page(
        "a value that `xs:keyref` says must be the key of some element, and that is none.",
        "It leads nowhere.",
        '<letter><from>Li</from><page n="1"/><see page="2"/></letter>',
        '<letter><from>Li</from><page n="1"/><see page="1"/></letter>',
        "XSD012",
    ),
)
ASSERTION_FAILED = _error(
    15,
    "xsd-assertion-failed",
    "an element breaks a rule of the schema",
    "§3.13.4",
    Page(
        "an element for which the XPath of an `xs:assert` is false.",
        "Such a rule says what the rest of the schema cannot say; the message shows it.",
        '<letter kind="telegram"><from>Li</from><to id="wu">Wu</to><to id="xu">Xu</to></letter>',
        '<letter kind="telegram"><from>Li</from><to id="wu">Wu</to></letter>',
        "XSD002",
    ),
)
TOO_MANY_FAULTS = _error(
    16,
    "xsd-too-many-faults",
    "the rest of the faults was not looked for",
    "",
    Page(
        "a document with so many faults that the validation was ended.",
        "A thousand faults have few causes. Correct those, and what is left is shown.",
        "",
        "",
        "XSD001",
    ),
)
NOT_VALIDATED = _error(
    17,
    "xsd-not-validated",
    "the document could not be validated to its end",
    "",
    Page(
        "a document that is nested too deep for the validator.",
        "A document that was not checked must never look like one that is valid.",
        "",
        "",
        "XML010",
    ),
)
NOT_A_SCHEMA = _error(
    50,
    "not-an-xml-schema",
    "the file is not a W3C XML Schema",
    "§3.17.2",
    Page(
        "a file without `xs:schema` as its root element where a schema is wanted.",
        "RELAX NG, Schematron and ODD are schemas too, but of another kind.",
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>',
        _schema('<xs:element name="p" type="xs:string"/>'),
        "RNG001",
    ),
)
PART_NOT_FOUND = _error(
    51,
    "xsd-part-not-found",
    "a part of the schema cannot be had",
    "§4.2",
    Page(
        "an `xs:include`, `xs:import`, `xs:redefine` or `xs:override` whose file is not there, or is on the network, "
        "where teikit does not go while it validates.",
        "Without the part, the schema is another one, and its verdict is not to be trusted.",
        _schema('<xs:include schemaLocation="https://example.org/rest.xsd"/>'),
        _schema('<xs:element name="p" type="xs:string"/>'),
        "RNG002",
    ),
)
SCHEMA_SYNTAX = _error(
    52,
    "xsd-schema-syntax",
    "an element or attribute that a schema cannot have",
    "§3.17.2",
    Page(
        "an element or attribute of the schema that is misspelt, out of place or has a wrong value.",
        "No validator can tell what such a schema means.",
        _schema('<xs:element nam="p" type="xs:string"/>'),
        _schema('<xs:element name="p" type="xs:string"/>'),
        "XSD053",
    ),
)
UNKNOWN_COMPONENT = _error(
    53,
    "xsd-unknown-component",
    "a reference to what the schema does not have",
    "§3.17.6.2",
    Page(
        "the name of a type, element, attribute or group that no file of the schema defines.",
        "It is often a misspelling, a missing prefix, or a file that is not included.",
        _schema('<xs:element name="p" type="paragraph"/>'),
        _schema('<xs:element name="p" type="xs:string"/>'),
        "XSD051",
    ),
)
AMBIGUOUS_MODEL = _error(
    54,
    "xsd-ambiguous-model",
    "a content model that is ambiguous or contradicts itself",
    "§3.8.6.4",
    Page(
        "a content model in which an element can be matched by two particles (Unique Particle Attribution), or that "
        "has two elements of the same name and different types.",
        "XML Schema forbids it: a validator must know, without looking ahead, what an element is.",
        _schema(
            '<xs:element name="p"><xs:complexType><xs:sequence><xs:element name="a" minOccurs="0"/>'
            '<xs:element name="a"/></xs:sequence></xs:complexType></xs:element>'
        ),
        _schema(
            '<xs:element name="p"><xs:complexType><xs:sequence><xs:element name="a" maxOccurs="2"/></xs:sequence>'
            "</xs:complexType></xs:element>"
        ),
        "XSD055",
    ),
)
INVALID_COMPONENT = _error(
    55,
    "xsd-invalid-component",
    "a definition that breaks the rules of XML Schema",
    "§3",
    Page(
        "a definition that is well written but cannot be: a facet that the type does not have, a restriction that "
        "allows more than its base, a type that derives from itself.",
        "No validator can work with it.",
        _schema(
            '<xs:simpleType name="year"><xs:restriction base="xs:gYear"><xs:length value="4"/></xs:restriction>'
            "</xs:simpleType>"
        ),
        _schema(
            '<xs:simpleType name="year"><xs:restriction base="xs:gYear"><xs:minInclusive value="1900"/>'
            "</xs:restriction></xs:simpleType>"
        ),
        "XSD052",
    ),
)

CODES = (
    NO_DECLARATION,
    UNEXPECTED_ELEMENT,
    MISSING_ELEMENT,
    UNEXPECTED_TEXT,
    UNEXPECTED_ATTRIBUTE,
    MISSING_ATTRIBUTE,
    INVALID_ATTRIBUTE_VALUE,
    INVALID_VALUE,
    TYPE_FAULT,
    ID_NOT_UNIQUE,
    DANGLING_IDREF,
    KEY_NOT_UNIQUE,
    KEY_MISSING,
    DANGLING_KEYREF,
    ASSERTION_FAILED,
    TOO_MANY_FAULTS,
    NOT_VALIDATED,
    NOT_A_SCHEMA,
    PART_NOT_FOUND,
    SCHEMA_SYNTAX,
    UNKNOWN_COMPONENT,
    AMBIGUOUS_MODEL,
    INVALID_COMPONENT,
)
