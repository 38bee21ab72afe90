"""The codes of a document against a grammar (RNG), and of a grammar that is not one (RNS)."""

from teikit.diagnostics import Code, Page, Severity

_SPEC = "RELAX NG Specification (ISO/IEC 19757-2)"


def _error(id_: str, name: str, summary: str, section: str, page: Page) -> Code:
    return Code(id_, name, Severity.ERROR, summary, f"{_SPEC}, {section}" if section.startswith("§") else section, page)


NO_SCHEMA = _error(
    "RNG001",
    "no-schema",
    "there is no schema to validate with",
    "",
    Page(
        "a document for which no schema was given, declared or configured.",
        "A document that was not checked must never look like one that is valid. Give a schema with `--schema`, or in "
        "`teikit.toml`, or in the document by an `xml-model` processing instruction; or leave this layer out with "
        "`--layer xml --layer checks`.",
        "",
        "",
        "RNG002",
    ),
)
SCHEMA_NOT_FOUND = _error(
    "RNG002",
    "schema-not-found",
    "the declared schema cannot be had",
    "",
    Page(
        "a schema (RELAX NG, Schematron or XSD) that the document or `teikit.toml` names, and that is not there: no "
        "such file, or an address on the network, which teikit does not fetch while it validates.",
        "A document that was not checked must never look like one that is valid. Put the schema into the store, once, "
        "with `teikit schema fetch URL` or `teikit schema add FILE --for URL`; or map its address to a file in an XML "
        "catalog; or give a file with `--schema`, or in `teikit.toml`.",
        "",
        "",
        "RNG001",
    ),
)
MISSING_ELEMENT = _error(
    "RNG011",
    "missing-element",
    "a required element is missing",
    "§6.2.7",
    Page(
        "an element that ends, or goes on with another child, before everything that it must contain has come.",
        "The schema requires it, so programs that read the document count on it.",
        "<list/>",
        "<list><item>Peking</item></list>",
        "RNG012",
    ),
)
UNEXPECTED_ELEMENT = _error(
    "RNG012",
    "unexpected-element",
    "an element is not allowed here",
    "§6.2.3 and §6.2.7",
    Page(
        "an element that the schema does not have in this place: misspelt, in the wrong namespace or parent, too early "
        "or too late.",
        "Where an element may stand is what a schema is about; out of place it says something else. If the name is "
        "unknown and close to one that is expected here, the element is taken for that one, and what is in it is "
        "checked.",
        "<p>in <placename>Peking</placename></p>",
        "<p>in <placeName>Peking</placeName></p>",
        "RNG011",
    ),
)
UNEXPECTED_TEXT = _error(
    "RNG013",
    "unexpected-text",
    "text is not allowed here",
    "§6.2.7",
    Page(
        "characters directly inside an element that may contain elements only.",
        "Structural elements such as `div` and `list` hold no text of their own; put it into a `p`, `head` or `item`.",
        "<list>Peking<item>Petrograd</item></list>",
        "<list><item>Peking</item><item>Petrograd</item></list>",
        "RNG012",
    ),
)
UNEXPECTED_ATTRIBUTE = _error(
    "RNG020",
    "unexpected-attribute",
    "an attribute is not allowed here",
    "§6.2.5",
    Page(
        "an attribute that the element may not have, or not together with its others.",
        "The schema closes the list of attributes, so that a misspelling is found and does not get lost.",
        '<p><date wen="1918-02-12">12 February</date></p>',
        '<p><date when="1918-02-12">12 February</date></p>',
        "RNG022, RNG023",
    ),
)
INVALID_VALUE = _error(
    "RNG021",
    "invalid-value",
    "the content of an element does not fit its datatype",
    "§6.2.8",
    Page(
        "text that is not of the datatype, or not one of the values, that the schema asks for inside an element.",
        "Dates, numbers and keys are read by programs; another form is not understood.",
        "<year>MCMXVIII</year>",
        "<year>1918</year>",
        "RNG023",
    ),
)
MISSING_ATTRIBUTE = _error(
    "RNG022",
    "missing-attribute",
    "a required attribute is missing",
    "§6.2.5",
    Page(
        "an element without an attribute that the schema requires.",
        "Without it the element says too little: a pointer without a target, a speech without a speaker.",
        "<p>see <ref>there</ref></p>",
        '<p>see <ref target="#there">there</ref></p>',
        "RNG020",
    ),
)
INVALID_ATTRIBUTE_VALUE = _error(
    "RNG023",
    "invalid-attribute-value",
    "the value of an attribute is not allowed",
    "§6.2.8 and §6.2.9",
    Page(
        "a value that does not fit the datatype of the attribute, or is not in its closed list.",
        "Programs read attributes: `1918-13-01` is no date, and a value outside the list means nothing to them.",
        '<p><date when="1918-13-01">1918</date></p>',
        '<p><date when="1918-12-01">1918</date></p>',
        "RNG020",
    ),
)
ID_NOT_UNIQUE = _error(
    "RNG030",
    "id-not-unique",
    "the same ID stands twice",
    "RELAX NG DTD Compatibility (OASIS Committee Specification), §5",
    Page(
        "an attribute of type ID (such as `xml:id`) with a value that another element of the document has already.",
        "An ID names one element; a pointer to it must not have two answers.",
        '<p xml:id="a">one</p><p xml:id="a">two</p>',
        '<p xml:id="a">one</p><p xml:id="b">two</p>',
        "TEI001",
    ),
)
DANGLING_IDREF = _error(
    "RNG031",
    "dangling-idref",
    "an IDREF that is no element's ID",
    "RELAX NG DTD Compatibility (OASIS Committee Specification), §5",
    Page(
        "an attribute of type IDREF or IDREFS that names an ID which the document does not have.",
        "It leads nowhere. TEI points with URIs, which the checks follow; IDREF is of other vocabularies.",
        '<notes><note id="a"/><see note="b"/></notes>',
        '<notes><note id="a"/><see note="a"/></notes>',
        "RNG030, TEI002",
    ),
)
INCLUDE_FAILED = _error(
    "RNG040",
    "include-failed",
    "an XInclude that cannot be resolved",
    "XML Inclusions (XInclude) 1.0 (Second Edition), §4",
    Page(
        "an `xi:include` without a fallback whose file is not there, is outside of the project, or includes itself.",
        "A part of the document is missing, so the rest cannot be judged for certain.",
        '<div><xi:include href="no-such-file.xml" xmlns:xi="http://www.w3.org/2001/XInclude"/><p>Peking</p></div>',
        '<div><xi:include href="no-such-file.xml" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:fallback/>'
        "</xi:include><p>Peking</p></div>",
        "RNG002",
    ),
)

CODES = (
    NO_SCHEMA,
    SCHEMA_NOT_FOUND,
    MISSING_ELEMENT,
    UNEXPECTED_ELEMENT,
    UNEXPECTED_TEXT,
    UNEXPECTED_ATTRIBUTE,
    INVALID_VALUE,
    MISSING_ATTRIBUTE,
    INVALID_ATTRIBUTE_VALUE,
    ID_NOT_UNIQUE,
    DANGLING_IDREF,
    INCLUDE_FAILED,
)
