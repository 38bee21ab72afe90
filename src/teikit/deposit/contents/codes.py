"""The codes of what goes into a package."""

from teikit.diagnostics import Code, Page, Severity

_BAGIT = "RFC 8493, The BagIt File Packaging Format (V1.0)"


def _code(
    number: int, name: str, severity: Severity, summary: str, reference: str, finds: str, why: str, see: str
) -> Code:
    return Code(f"DEP{number:03}", name, severity, summary, reference, Page(finds, why, "", "", see))


OUTSIDE = _code(
    20,
    "outside-the-folder",
    Severity.ERROR,
    "a file of the edition that lies elsewhere",
    f"{_BAGIT}, §5",
    "a link that leads out of the folder of the edition, or a schema or image outside of it that a document names.",
    "A package holds what is below its folder. What lies elsewhere may be private, and is not at hand for others.",
    "DEP025",
)
UNSAFE_NAME = _code(
    21,
    "unsafe-file-name",
    Severity.WARNING,
    "a file name that does not travel well",
    f"{_BAGIT}, §6.1",
    "a path with other characters than the letters A to Z, digits, `-`, `_` and `.`, or a name that Windows reserves.",
    "Spaces, accents and other scripts are written differently by file systems and addresses; some repositories refuse "
    "such names.",
    "DEP022, DEP023",
)
IMPOSSIBLE_NAME = _code(
    22,
    "impossible-file-name",
    Severity.ERROR,
    "a file name that cannot go into a package",
    f"{_BAGIT}, §6.1",
    "a path with a control character, a backslash, or bytes that are not UTF-8.",
    "A line end in a name looks like two lines of a manifest, and what no UTF-8 can write nobody can list.",
    "DEP021",
)
NAMES_CLASH = _code(
    23,
    "file-names-clash",
    Severity.ERROR,
    "two files whose names are the same to some systems",
    f"{_BAGIT}, §6.1",
    "paths that differ only in upper and lower case, or in how accents are composed (Unicode normalization).",
    "On Windows and macOS one of the two would overwrite the other when the package is unpacked.",
    "DEP021",
)
NOT_A_FILE = _code(
    24,
    "cannot-be-packed",
    Severity.ERROR,
    "something of the edition that cannot be read as a file",
    f"{_BAGIT}, §2.1.2",
    "a file that may not be read, a link that leads nowhere, a pipe or a device.",
    "Without it the package would not be the edition.",
    "DEP020",
)
IMAGE_MISSING = _code(
    25,
    "named-image-missing",
    Severity.WARNING,
    "images that a document names and that are not there",
    "TEI Guidelines, chapter 12 “Representation of Primary Sources”, §12.1",
    "`graphic` or `media` whose `@url` is a path, and no file lies there.",
    "The package is made without the image, and its pages will show a gap. An image elsewhere needs its whole address.",
    "DEP020",
)
NOTHING_TO_PACK = _code(
    26,
    "nothing-to-pack",
    Severity.ERROR,
    "an edition without documents",
    f"{_BAGIT}, §2.1.2",
    "a project or folder in which there is no XML file to pack.",
    "An empty package is usually a wrong path, or a wrong `documents` in `teikit.toml`.",
    "DEP024",
)
LEFT_OUT = _code(
    27,
    "left-out",
    Severity.INFO,
    "files beside the documents that do not go in",
    f"{_BAGIT}, §2.1.2",
    "files below the folder of the documents that are neither documents nor named by any, such as notes in a word "
    "processor's format, or images that no document shows.",
    "A package is to hold the edition and no more; but what was forgotten is better noticed now.",
    "DEP025",
)

CODES = (
    OUTSIDE,
    UNSAFE_NAME,
    IMPOSSIBLE_NAME,
    NAMES_CLASH,
    NOT_A_FILE,
    IMAGE_MISSING,
    NOTHING_TO_PACK,
    LEFT_OUT,
)
"""All codes about the contents of a package, by id."""
