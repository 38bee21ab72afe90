"""One expat pass: is it well-formed, is it harmless, and where does every start-tag begin.

Expat reads no external entity and no external DTD subset, bounds the expansion of internal entities, and gives the
byte offset of each event, which lxml does not.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple
from xml.parsers import expat

from teikit.diagnostics import Code, Diagnostic, DocumentError, Location
from teikit.xml import codes
from teikit.xml.limits import LIBXML_DEPTH, Limits

# Numbers of expat's enum XML_Error, which pyexpat gives without names.
_NO_ELEMENTS = 3
_INVALID_TOKEN = 4
_UNCLOSED_TOKEN = 5
_TAG_MISMATCH = 7
_UNDEFINED_ENTITY = 11
_EXTERNAL_IN_ATTRIBUTE = 16
_UNBOUND_PREFIX = 27
_AMPLIFICATION = 43
_ESCAPE = "write “&amp;” for “&” and “&lt;” for “<” in text; leave control characters out"
_CUT_SHORT = "the file is cut short: get it again from where it was made"
_WORDS = {
    2: ("a character that is not allowed here, such as a bare “&” or “<”, or a control character", _ESCAPE),
    3: ("the document has no root element", "a TEI document begins with <TEI>"),
    4: ("a character that is not allowed here, such as a bare “&” or “<”", _ESCAPE),
    5: ("the file ends in the middle of a tag", _CUT_SHORT),
    6: ("the file ends in the middle of a character", _CUT_SHORT),
    8: ("an attribute stands twice on one element", "remove one of them"),
    9: ("there is something after the end of the root element", "a document has one root element only"),
    11: (
        "an entity that nothing declares",
        "write the character itself, or declare the entity in the document's own DOCTYPE",
    ),
    12: ("an entity that contains itself", "replace the entity by its text"),
    20: ("the file ends in the middle of a CDATA section", "close it with “]]>”"),
    27: (
        "a prefix that no namespace declaration binds",
        'declare it on the root element, such as xmlns:tei="http://www.tei-c.org/ns/1.0"',
    ),
    17: (
        "the XML declaration is not at the very beginning of the file",
        "remove what stands before “<?xml”, white space too",
    ),
}
_SEPARATOR = "\x1f"
"""Between the parts of a name in a namespace: a character that no XML document can hold."""


class Scan(NamedTuple):
    """What the pass learned of a document that passed.

    `offsets` are the byte offsets of the start-tags in document order (within the UTF-8 form); a start-tag that came
    out of an entity has the offset of the reference.
    """

    offsets: array[int]


class _RefusalError(Exception):
    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class _Scanner:
    def __init__(self, limits: Limits) -> None:
        self.offsets = array("Q")
        self.open: list[tuple[str, int]] = []
        self.depth = min(limits.depth, LIBXML_DEPTH)
        self.attributes = limits.attributes
        self.nodes = limits.nodes
        self.external_subset: tuple[str | None, str | None] = (None, None)
        self.parser = parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.ExternalEntityRefHandler = self.external
        parser.SkippedEntityHandler = self.skipped
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        # Parameter entities too, so that what they declare is bounded as the rest is.
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)

    def doctype(self, name: str, system: str | None, public: str | None, has_internal_subset: bool) -> None:
        self.external_subset = (system, public)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.offsets.append(self.parser.CurrentByteIndex)
        self.open.append((name, self.parser.CurrentLineNumber))
        self.count(1 + len(attributes))
        if len(self.open) > self.depth:
            raise _RefusalError(
                codes.TOO_DEEP,
                f"elements are nested more than {self.depth} deep",
                "if the document is meant so, raise the limit with the environment variable TEIKIT_MAX_DEPTH",
            )
        if len(attributes) > self.attributes:
            raise _RefusalError(
                codes.FILE_TOO_LARGE,
                f"the element has more than {self.attributes} attributes",
                "raise the limit with the environment variable TEIKIT_MAX_ATTRIBUTES",
            )

    def entity(self, name: str, is_parameter: bool, value: str | None, *ids: str | None) -> None:
        _, system, public, _ = ids
        if is_parameter and value is None and (system, public) == self.external_subset:
            # It could not be told from the DTD of the DOCTYPE when it is used.
            self.refuse_external(system or public)

    def count(self, nodes: int) -> None:
        self.nodes -= nodes
        if self.nodes < 0:
            raise _RefusalError(
                codes.FILE_TOO_LARGE,
                "the file has more elements, attributes and comments than the limit",
                "split it, or raise the limit with the environment variable TEIKIT_MAX_NODES",
            )

    def end(self, name: str) -> None:
        self.open.pop()

    def comment(self, text: str) -> None:
        self.count(1)

    def instruction(self, target: str, text: str) -> None:
        self.count(1)

    def external(self, context: str | None, base: str | None, system: str | None, public: str | None) -> int:
        if context is None and (system, public) == self.external_subset:
            # The DTD that a DOCTYPE names is left unread, silently: much of TEI has one, and little needs it.
            return 1
        self.refuse_external(system or public)
        return 0

    def refuse_external(self, what: str | None) -> None:
        raise _RefusalError(
            codes.EXTERNAL_ENTITY,
            f"the document asks for “{what}” by an external entity, which teikit does not read",
            "put the text into the document, or include the file with XInclude",
        )

    def skipped(self, name: str, is_parameter_entity: bool) -> None:
        if not is_parameter_entity:
            raise _RefusalError(
                codes.UNDECLARED_ENTITY,
                f"the entity “&{name};” is not declared in the document",
                "write the character itself, or declare the entity in the document's own DOCTYPE",
            )


def scan(data: bytes, path: str, limits: Limits) -> Scan:
    """Return the offsets of the start-tags of a well-formed, harmless document in UTF-8.

    Raises `DocumentError` with one diagnostic otherwise.
    """
    scanner = _Scanner(limits)
    parser = scanner.parser
    try:
        parser.Parse(data, True)
    except _RefusalError as refusal:
        place = Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        diagnostic = Diagnostic.of(refusal.code, place, refusal.message, hint=refusal.hint)
        raise DocumentError([diagnostic]) from None
    except expat.ExpatError as error:
        raise DocumentError([_not_well_formed(error, scanner, data, path)]) from None
    return Scan(scanner.offsets)


def _not_well_formed(error: expat.ExpatError, scanner: _Scanner, data: bytes, path: str) -> Diagnostic:
    # Expat points behind a bare “&” or “<”.
    before = data[max(scanner.parser.ErrorByteIndex - 1, 0) : scanner.parser.ErrorByteIndex]
    is_bare = error.code == _INVALID_TOKEN and before in (b"&", b"<")
    place = Location(path, error.lineno, error.offset + 1 - is_bare)
    if error.code == _AMPLIFICATION:
        message = "entities expand to far more text than the file holds"
        return Diagnostic.of(codes.ENTITY_EXPANSION, place, message, hint="replace the entities by their text")
    if error.code == _EXTERNAL_IN_ATTRIBUTE:
        message = "an attribute asks for another file by an external entity, which teikit does not read"
        return Diagnostic.of(codes.EXTERNAL_ENTITY, place, message, hint="write the value itself")
    message, way_out = (
        _nesting(error.code, scanner)
        or _in_comment(data, scanner.parser.ErrorByteIndex)
        or _WORDS.get(error.code)
        or (expat.ErrorString(error.code), "check the markup at this place")
    )
    code = {_UNDEFINED_ENTITY: codes.UNDECLARED_ENTITY, _UNBOUND_PREFIX: codes.UNBOUND_PREFIX}.get(error.code)
    if code:
        return Diagnostic.of(code, place, message, hint=way_out)
    return Diagnostic.of(codes.NOT_WELL_FORMED, place, f"not well-formed: {message}", hint=way_out)


def _nesting(code: int, scanner: _Scanner) -> tuple[str, str] | None:
    """Say which element is open where tags do not nest, or the file ends too early."""
    if not scanner.open or code not in (_TAG_MISMATCH, _NO_ELEMENTS, _UNCLOSED_TOKEN):
        return None
    name, line = scanner.open[-1]
    label = _label(name)
    if code == _TAG_MISMATCH:
        return f"this end-tag does not close the open element “{label}” (line {line})", f"expected </{label}>"
    return f"the file ends while “{label}” (line {line}) is open", "the file is cut short, or an end-tag is missing"


def _in_comment(data: bytes, offset: int) -> tuple[str, str] | None:
    """Say what a comment may not hold, where the fault is in one."""
    start = data.rfind(b"<!--", 0, offset)
    if start < 0 or b"-->" in data[start + 4 : offset] or b"--" not in data[start + 4 : offset + 1]:
        return None
    return "“--” is not allowed inside a comment", "write “- -” or “—”, and end the comment with “-->”"


def _label(name: str) -> str:
    """Turn expat's `namespace local prefix` into the name as it is written."""
    parts = name.split(_SEPARATOR)
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]
