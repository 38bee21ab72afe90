"""The codes about the files: DEP044, DEP051 to DEP054, DEP056 to DEP058, DEP060 and DEP061."""

from teikit.deposit.targets.codes.pages import code, document
from teikit.diagnostics import Code

_BAGIT = "RFC 8493, The BagIt File Packaging Format (V1.0)"
_TEI = "TEI P5 Guidelines"

NAME = code(
    44,
    "file-name-refused",
    "a name of a file or folder that the target does not take",
    f"{_BAGIT}, §6.1",
    "a name with other characters than the target allows, each folder once; also what DEP022 and DEP023 find. Targets "
    "differ: ARCHE takes `_`, CLARIN.SI does not.",
    "Names become addresses and paths on other systems, where spaces, accents and other scripts come out wrong.",
    see="DEP021, DEP022, DEP023",
)
IMAGE_ABSENT = code(
    51,
    "image-not-there",
    "an image or another file that a document names and that is not there",
    f"{_TEI}, chapter 12 (Representation of Primary Sources)",
    "what DEP025 and TEI013 find: `graphic`, `media` and other pointers whose path leads to no file.",
    "The package would have a gap that nobody can fill later.",
    wrong=document(body='<figure><graphic url="scan.jpg"/><p>A scan.</p></figure>'),
    right=document(body='<figure><graphic url="https://example.org/scan.jpg"/><p>A scan.</p></figure>'),
    see="DEP025, TEI013",
)
NO_CREDIT = code(
    52,
    "image-not-credited",
    "a figure that does not say where its picture is from",
    f"{_TEI}, 14.4 (The figure Element)",
    "what TEI020 finds: a `figure` with a picture and nothing that could be a credit.",
    "A repository may only show what may be shown; it asks for the origin and the rights of each picture.",
    wrong=document(body='<figure><graphic url="https://example.org/scan.jpg"/></figure>'),
    right=document(body='<figure><graphic url="https://example.org/scan.jpg"/><bibl>City Archive.</bibl></figure>'),
    see="TEI020",
)
NO_SCHEMA = code(
    53,
    "schema-not-included",
    "documents whose schema does not go into the package",
    f"{_TEI}, 24.4 (Conformance)",
    "documents that are valid by no schema which lies in the edition: they name none, or one that is elsewhere. One "
    "report for each schema.",
    "An address on the network dies sooner than an archive; without the schema nobody can tell what was valid.",
    see="DEP041, DEP054",
)
NO_ODD = code(
    54,
    "odd-not-included",
    "no ODD goes into the package",
    f"{_TEI}, chapter 23 (Documentation Elements)",
    "an edition without an ODD, neither beside its schemas nor named by `odd` in `teikit.toml`.",
    "The ODD says what the elements mean in this edition; the schema only says where they may stand.",
    see="DEP053",
)
NO_README = code(
    56,
    "readme-not-there",
    "no README lies beside the documents",
    f"{_BAGIT}, §2.1.2",
    "an edition that has no `README`, `README.md` or `README.txt` at its top or beside its documents.",
    "It is the first file that people open. `teikit deposit build` makes one from the headers, but only the editors "
    "know how the edition came to be.",
    see="DEP057",
)
NO_CITATION = code(
    57,
    "citation-file-not-there",
    "no CITATION.cff lies beside the documents",
    "Citation File Format 1.2.0",
    "an edition that has no `CITATION.cff` at its top or beside its documents.",
    "It says how the edition wants to be cited. `teikit deposit build` makes one from the headers.",
    see="DEP056",
)
NOT_PACKABLE = code(
    58,
    "package-not-possible",
    "something of the edition cannot go into a package with checksums",
    f"{_BAGIT}, §2.1.3 and §5",
    "what DEP020, DEP024 and DEP026 find: files that lie elsewhere, cannot be read, or are not there at all.",
    "A checksum of every file shows, years later, that nothing has changed. It needs every file.",
    see="DEP020, DEP024, DEP026",
)
TOO_MANY = code(
    60,
    "too-many-files",
    "more files than the target takes one by one",
    "the target's own list, which `teikit deposit check` names",
    "an edition with more files than the limit of the target.",
    "What is above the limit cannot be uploaded. One zip file of the whole package counts as one.",
    see="DEP061",
)
TOO_LARGE = code(
    61,
    "too-large",
    "more bytes than the target takes",
    "the target's own list, which `teikit deposit check` names",
    "an edition whose files together are larger than the limit of the target.",
    "The upload would be refused at its end.",
    see="DEP060",
)

CODES: tuple[Code, ...] = (
    NAME,
    IMAGE_ABSENT,
    NO_CREDIT,
    NO_SCHEMA,
    NO_ODD,
    NO_README,
    NO_CITATION,
    NOT_PACKABLE,
    TOO_MANY,
    TOO_LARGE,
)
