"""The codes of the XML layer: what keeps a file from being read."""

from teikit.diagnostics import Code, Page, Severity

_XML = "Extensible Markup Language (XML) 1.0 (Fifth Edition)"


def _error(number: int, name: str, summary: str, section: str, page: Page) -> Code:
    reference = f"{_XML}, {section}" if section.startswith("§") else section
    return Code(f"XML{number:03}", name, Severity.ERROR, summary, reference, page)


EMPTY_FILE = _error(
    1,
    "empty-file",
    "the file has no content",
    "§2.1",
    Page(
        "a file of no bytes, or of white space only.",
        "An XML document has exactly one root element. An empty file is usually an export that failed.",
        "\n",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        "XML002",
    ),
)
NOT_XML = _error(
    2,
    "not-xml",
    "the file is something else than XML",
    "§2.1",
    Page(
        "a file that is in another format: a word processor's container, a PDF, plain text.",
        "The ending `.xml` does not make a file XML. A DOCX that was renamed is still a ZIP container.",
        "Peking, 12 February 1918",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        "XML003",
    ),
)
NOT_WELL_FORMED = _error(
    3,
    "not-well-formed",
    "the markup breaks the rules of XML",
    "§2.1",
    Page(
        "a tag that is not closed or closes the wrong element, a bare `&` or `<`, an attribute without quotes.",
        "No program can tell what a document means whose tags do not nest, so nothing else is checked.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Peking</text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Peking</p></text></TEI>',
        "XML009",
    ),
)
WRONG_ENCODING = _error(
    4,
    "wrong-encoding",
    "bytes that the file's encoding does not have",
    "§4.3.3",
    Page(
        "a byte sequence that is not valid in the encoding the XML declaration names (UTF-8 where it names none).",
        "Characters would be lost or replaced silently, and the text of the source is what an edition is for.",
        "",
        "",
        "XML005",
    ),
)
UNKNOWN_ENCODING = _error(
    5,
    "unknown-encoding",
    "the declared encoding is not known",
    "§4.3.3",
    Page(
        "an encoding declaration with a name that is not an encoding.",
        "Without the encoding, bytes cannot become characters.",
        '<?xml version="1.0" encoding="utf-eight"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        "XML004",
    ),
)
EXTERNAL_ENTITY = _error(
    6,
    "external-entity",
    "the document asks for another file by an entity",
    "§4.2.2",
    Page(
        "an entity declared with SYSTEM or PUBLIC that the text refers to.",
        "Such an entity can pull any file of the reader's machine into the document. teikit reads none.",
        '<!DOCTYPE TEI [<!ENTITY x SYSTEM "other.xml">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>',
        '<!DOCTYPE TEI [<!ENTITY x "text">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>',
        "XML007",
    ),
)
ENTITY_EXPANSION = _error(
    7,
    "entity-expansion",
    "entities expand to far more than the file holds",
    "§4.4",
    Page(
        "entities that refer to each other so that a few lines become gigabytes (“billion laughs”).",
        "Such a file is made to exhaust the memory of whoever opens it.",
        "",
        "",
        "XML006",
    ),
)
UNDECLARED_ENTITY = _error(
    8,
    "undeclared-entity",
    "an entity that nothing declares",
    "§4.1",
    Page(
        "a reference such as `&nbsp;` without a declaration. XML itself has only `amp`, `lt`, `gt`, `apos`, `quot`.",
        "The character it stands for would be missing from the text.",
        '<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI xmlns="http://www.tei-c.org/ns/1.0">&nbsp;</TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">&#160;</TEI>',
        "XML003",
    ),
)
UNBOUND_PREFIX = _error(
    9,
    "unbound-prefix",
    "a name with a prefix that no namespace declaration binds",
    "Namespaces in XML 1.0 (Third Edition), §5",
    Page(
        "an element or attribute such as `tei:p` where no `xmlns:tei` is in scope.",
        "The prefix is short for a namespace; without it, nobody can say which element is meant.",
        "<tei:TEI/>",
        '<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"/>',
        "XML003",
    ),
)
TOO_DEEP = _error(
    10,
    "too-deep",
    "elements are nested deeper than the limit",
    "",
    Page(
        "more open elements than the limit (1000).",
        "No text is nested so deeply; a file that is, is broken or hostile, and would exhaust memory.",
        "",
        "",
        "XML011",
    ),
)
FILE_TOO_LARGE = _error(
    11,
    "file-too-large",
    "the file, or an element's attribute list, exceeds the limit",
    "",
    Page(
        "a file larger than the limit (128 MB), or an element with more than 20,000 attributes.",
        "A tree takes several times the memory of its file; the limit keeps one file from stopping the whole run.",
        "",
        "",
        "XML010",
    ),
)

CODES = (
    EMPTY_FILE,
    NOT_XML,
    NOT_WELL_FORMED,
    WRONG_ENCODING,
    UNKNOWN_ENCODING,
    EXTERNAL_ENTITY,
    ENTITY_EXPANSION,
    UNDECLARED_ENTITY,
    UNBOUND_PREFIX,
    TOO_DEEP,
    FILE_TOO_LARGE,
)
