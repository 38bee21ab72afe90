"""The codes about the documents: DEP040 to DEP047, DEP055 and DEP059."""

from teikit.deposit.targets.codes.pages import PROFILE, code, document
from teikit.diagnostics import Code

_XML = "XML 1.0"
_TEI = "TEI P5 Guidelines"

NOT_VALID = code(
    40,
    "document-not-valid",
    "a document that is not well-formed, not valid, or cannot be read",
    f"{_XML}, §2.1; ISO/IEC 19757-2 (RELAX NG); {_TEI}, 24.4 (Conformance)",
    "a document in which validation finds an error: in the XML, or by RELAX NG, W3C XML Schema or Schematron. The "
    "first error is shown, the others are counted; `teikit validate` shows them all.",
    "A repository checks what it is given, and what is not valid today will be read wrongly tomorrow.",
    see="DEP041",
)
NOT_VALIDATED = code(
    41,
    "validity-not-known",
    "a document of which nobody can tell whether it is valid",
    f"{_TEI}, 24.4 (Conformance)",
    "a document that names no schema, or one that cannot be found, where `teikit.toml` has none for it.",
    "Not checked is not valid. Without the schema nobody can check it later either.",
    see="DEP040, DEP053",
)
NOT_UTF_8 = code(
    42,
    "not-utf-8",
    "a file that is not UTF-8",
    f"{_XML}, §4.3.3; RFC 3629",
    "a file with text whose bytes are not UTF-8, or an XML file that declares another encoding.",
    "Repositories ask for UTF-8: every program reads it, and nobody has to guess what a byte means.",
    wrong=f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{document()}',
    right=f'<?xml version="1.0" encoding="UTF-8"?>\n{document()}',
    see="DEP043",
)
MARKED = code(
    43,
    "byte-order-mark",
    "a file that begins with a byte order mark",
    "The Unicode Standard, 23.8 (Specials)",
    "a file whose first bytes are U+FEFF, as some editors write it.",
    "In UTF-8 it says nothing, and programs that do not expect it take it for a character of the text.",
    wrong=f"\ufeff{document()}",
    right=document(),
    see="DEP042",
)
ID_TWICE = code(
    45,
    "id-stands-twice",
    "an xml:id that stands twice",
    "xml:id Version 1.0, §4",
    "what TEI001 finds: an `xml:id` that two elements of a document have.",
    "A citation of such an element leads to two places.",
    wrong=document(body='<p xml:id="a">One</p><p xml:id="a">Two</p>'),
    right=document(body='<p xml:id="a">One</p><p xml:id="b">Two</p>'),
    see="TEI001",
)
LEADS_NOWHERE = code(
    46,
    "pointer-leads-nowhere",
    "a pointer that leads to nothing, or whose prefix is not declared",
    f"{_TEI}, chapter 17 (Linking, Segmentation, and Alignment)",
    "what TEI002, TEI003, TEI007 and TEI012 find: pointers to an id or a file that is not there, or by a prefix that "
    "nothing declares.",
    "In the repository nobody is there who knows what was meant.",
    wrong=document(body='<p>See <ref target="#b">there</ref>.</p>'),
    right=document(body='<p>See <ref target="#b">there</ref>.</p><p xml:id="b">Here.</p>'),
    see="TEI002, TEI003, TEI007, TEI012",
)
LANGUAGE = code(
    47,
    "language-without-code",
    "a document without its language, or with a tag that is none",
    "BCP 47 (RFC 5646); ISO 639",
    "what DEP011, DEP012 and TEI019 find: documents that do not say in which language they are, and tags that the "
    "registry does not have.",
    "Repositories for language data sort by these codes; a name such as “german” is not found.",
    wrong=document(profile=PROFILE.replace('ident="en"', 'ident="english"')),
    right=document(),
    see="DEP011, DEP012, TEI019",
)
LOCAL_PATH = code(
    55,
    "local-path",
    "a pointer that works on one machine or in one network only",
    "RFC 3986, §4.2 (Relative Reference)",
    "a pointer, or the address of a schema or a stylesheet, that is an absolute path (`/home/…`, `C:\\…`, `file:…`), "
    "leads out of the folder of the edition by `..`, or names a server that others cannot reach (`localhost`).",
    "In the package the path leads nowhere, and it tells strangers about the machine.",
    wrong=document(body='<figure><graphic url="file:///data/scans/1.jpg"/><p>A scan.</p></figure>'),
    right=document(body='<figure><graphic url="https://example.org/1.jpg"/><p>A scan.</p></figure>'),
    see="TEI002, TEI013",
)
HAS_DOCTYPE = code(
    59,
    "dtd-or-entities",
    "a document with a DTD, or with entities of its own",
    f"{_XML}, §2.8 and §4",
    "what TEI028, XML006 and XML007 find: a document with a `<!DOCTYPE …>`.",
    "What an entity means stands outside of the text, often in another file; many programs refuse it for safety.",
    wrong="<!DOCTYPE TEI>\n" + document(),
    right=document(),
    see="TEI028, XML006, XML007",
)

CODES: tuple[Code, ...] = (
    NOT_VALID,
    NOT_VALIDATED,
    NOT_UTF_8,
    MARKED,
    ID_TWICE,
    LEADS_NOWHERE,
    LANGUAGE,
    LOCAL_PATH,
    HAS_DOCTYPE,
)
