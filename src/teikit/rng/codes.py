"""The codes of a document against a grammar (RNG), and of a grammar that is not one (RNS)."""

from teikit.diagnostics import Code, Page, Severity

_SPEC = "RELAX NG Specification (ISO/IEC 19757-2)"


def _error(id_: str, name: str, summary: str, section: str, page: Page) -> Code:
    return Code(id_, name, Severity.ERROR, summary, f"{_SPEC}, {section}" if section else "", page)


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
        "a schema that the document or `teikit.toml` names, and that is not there: no such file, or an address on the "
        "network, which teikit does not fetch while it validates.",
        "A document that was not checked must never look like one that is valid. Download the schema and give it with "
        "`--schema`, or in `teikit.toml`.",
        "",
        "",
        "RNG001",
    ),
)
INVALID_CONTENT = _error(
    "RNG010",
    "invalid-content",
    "the content of an element is not what the grammar asks for",
    "§6.2.4 and §6.2.7",
    Page(
        "an element whose children do not fit its content model, where no single child is to blame.",
        "The schema says which children an element may have, in which order, and how often.",
        "",
        "",
        "RNG011, RNG012",
    ),
)
MISSING_ELEMENT = _error(
    "RNG011",
    "missing-element",
    "a required element is missing",
    "§6.2.7",
    Page(
        "an element that ends before everything that it must contain has come.",
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
    "§6.2.7",
    Page(
        "an element that the schema does not have, or not in this place.",
        "It may be misspelt, stand in the wrong parent, or come too early or too late among its siblings.",
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
        "<div>Peking</div>",
        "<div><p>Peking</p></div>",
        "RNG012",
    ),
)
INVALID_ATTRIBUTE = _error(
    "RNG020",
    "invalid-attribute",
    "an attribute is not allowed, missing, or has a value that is not allowed",
    "§6.2.5",
    Page(
        "an attribute that the element may not have or must have, or whose value does not fit its datatype or list.",
        "The schema closes the list of attributes and of many values, so that a misspelling is found.",
        '<p><date wen="1918-02-12">12 February</date></p>',
        '<p><date when="1918-02-12">12 February</date></p>',
        "RNG021",
    ),
)
INVALID_VALUE = _error(
    "RNG021",
    "invalid-value",
    "a value does not fit its datatype",
    "§6.2.8",
    Page(
        "the content of an element that is not of the datatype, or not one of the values, that the schema asks for.",
        "Dates, numbers and keys are read by programs; another form is not understood.",
        "",
        "",
        "RNG020",
    ),
)
SCHEMA_UNREADABLE = _error(
    "RNS001",
    "schema-incorrect",
    "the schema is not correct RELAX NG",
    "§4 and §7",
    Page(
        "a grammar that cannot be compiled: an unknown pattern, a name without a definition, a broken restriction.",
        "Nothing can be validated with a schema that has no meaning.",
        "",
        "",
        "RNS002",
    ),
)
NOT_A_SCHEMA = _error(
    "RNS002",
    "not-a-schema",
    "the file is not a RELAX NG schema",
    "§3",
    Page(
        "a file whose root element is not a RELAX NG pattern, such as a TEI document, an XSD or an ODD.",
        "The option `--schema` wants a grammar. Compile an ODD first, with `teikit schema build`.",
        "",
        "",
        "RNS001",
    ),
)

CODES = (
    NO_SCHEMA,
    SCHEMA_NOT_FOUND,
    INVALID_CONTENT,
    MISSING_ELEMENT,
    UNEXPECTED_ELEMENT,
    UNEXPECTED_TEXT,
    INVALID_ATTRIBUTE,
    INVALID_VALUE,
    SCHEMA_UNREADABLE,
    NOT_A_SCHEMA,
)
