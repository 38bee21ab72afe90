"""The codes of stylesheets: those that Saxon reports, and those that our stylesheets say by `xsl:message`."""

from teikit.diagnostics import Code, Page, Severity

_XSLT = "XSL Transformations (XSLT) Version 3.0"


def _code(number: int, name: str, severity: Severity, summary: str, reference: str, page: tuple[str, str]) -> Code:
    finds, why = page
    return Code(f"XSL{number:03}", name, severity, summary, reference, Page(finds, why, "", "", ""))


NOT_COMPILED = _code(
    1,
    "stylesheet-error",
    Severity.ERROR,
    "a stylesheet does not compile",
    f"{_XSLT}, §2.11",
    (
        "a static error in the stylesheet or in one that it imports: its XML, an XPath expression, an instruction.",
        "A stylesheet with a static error cannot run at all, so no document is transformed.",
    ),
)
FAILED = _code(
    2,
    "transformation-failed",
    Severity.ERROR,
    "a stylesheet stopped with an error",
    f"{_XSLT}, §2.14",
    (
        "a dynamic error while one document was transformed, or `xsl:message` with `terminate`.",
        "The document has no result; nothing was written for it. Other documents are not affected.",
    ),
)
FILE_ACCESS = _code(
    3,
    "file-access",
    Severity.ERROR,
    "a stylesheet tried to read or write a file",
    "XSLT and XQuery Functions and Operators 3.1, §14.6",
    (
        "`doc()`, `document()`, `unparsed-text()` or the like at run time.",
        "The name of the file may come from the document, and documents come from strangers. Pass data in as a "
        "parameter, or import it into the stylesheet; files are open to a stylesheet only while it compiles.",
    ),
)
MESSAGE = _code(
    4,
    "stylesheet-message",
    Severity.INFO,
    "a message of the stylesheet",
    f"{_XSLT}, §23.1",
    ("an `xsl:message` without a code.", "The author of the stylesheet wanted this to be seen."),
)
UNKNOWN_ELEMENT = _code(
    10,
    "element-without-template",
    Severity.WARNING,
    "an element without a template of its own",
    "",
    (
        "an element that the stylesheet does not know. Its text is in the result, without any form of its own.",
        "No text is ever lost, but the element may mean something that a reader should see. Import the stylesheet "
        "into one of your own and add a template.",
    ),
)
UNRESOLVED_POINTER = _code(
    11,
    "unresolved-pointer",
    Severity.WARNING,
    "a pointer that leads nowhere in this run",
    "TEI P5 Guidelines, chapter 17 (Linking, Segmentation, and Alignment)",
    (
        "a pointer whose target is neither in the document nor in a register of the project.",
        "The page shows the text without a link, and the reader cannot follow it.",
    ),
)
MISSING_IMAGE = _code(
    12,
    "missing-image",
    Severity.WARNING,
    "a figure without an image, or an image without a file",
    "TEI P5 Guidelines, chapter 15 (Tables, Formulæ, Graphics, and Notated Music)",
    (
        "a `figure` that has no `graphic`, or whose `graphic` has no `@url`.",
        "The page says that the image is missing rather than leave an empty frame.",
    ),
)
UNRESOLVED_IBID = _code(
    13,
    "unresolved-ibid",
    Severity.WARNING,
    "an ibid. that cannot be resolved",
    "",
    (
        "a `bibl` that says *ibid.* where the preceding citation is missing, is more than one, or is in another text.",
        "A guess would cite the wrong source. Point to the source with `@corresp` on the `bibl`.",
    ),
)

CODES = (
    NOT_COMPILED,
    FAILED,
    FILE_ACCESS,
    MESSAGE,
    UNKNOWN_ELEMENT,
    UNRESOLVED_POINTER,
    MISSING_IMAGE,
    UNRESOLVED_IBID,
)
BY_ID = {code.id: code for code in CODES}
