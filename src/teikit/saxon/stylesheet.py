"""Compile a stylesheet once, run it on many documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from teikit.diagnostics import Diagnostic, Location, StylesheetError
from teikit.saxon import codes
from teikit.saxon.native import caught, interruptible
from teikit.saxon.parameters import declared, modules
from teikit.xml import Document

PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
# The Java XML parser has limits of its own (100 open elements, 200 attributes). What reaches it has passed ours.
PARSER_LIMITS = (
    "http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.maxElementDepth",
    "http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.elementAttributeLimit",
    "http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.maxXMLNameLimit",
)
_ERROR = re.compile(r"on line (\d+) (?:column (\d+) )?of (\S+?):\s*\n\s+(\S+)\s+((?:.+\n?)(?:  ?\S.*\n)*)")
_STEP = re.compile(r"/Q\{([^}]*)\}([^\[/]+)(?:\[(\d+)\])?")

Value = str | Sequence[str] | Mapping[str, Document]
"""What a parameter may be: a string, a sequence of strings, or a map from a path to a document."""


class Result(NamedTuple):
    """The serialised result of one run, and what the stylesheet had to say."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


class Stylesheet:
    """A compiled stylesheet."""

    def __init__(self, path: Path, modules: list[Document], processor: Any, executable: Any) -> None:
        self.path = path
        self.parameters = declared(modules)
        self._modules = modules
        self._processor = processor
        self._executable = executable
        self._nodes: dict[int, tuple[Document, Any]] = {}
        # SaxonC keeps pointers, not references: what it is given must outlive the run.
        self._given: list[Any] = []

    @classmethod
    def compile(cls, path: Path) -> Stylesheet:
        """Compile a stylesheet.

        Raises `TeikitError` where there is no such file, `StylesheetError` with every static error otherwise.
        """
        sources = modules(path)
        import saxonche

        processor = saxonche.PySaxonProcessor(license=False)
        processor.set_configuration_property(PROTOCOLS, "file")
        for limit in PARSER_LIMITS:
            processor.set_configuration_property(limit, "0")
        with caught() as printed, interruptible():
            try:
                executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path.resolve()))
                message = ""
            except Exception as error:
                executable, message = None, str(error)
        if executable is None:
            raise StylesheetError(_static_errors(message + "\n" + "".join(printed), sources))
        processor.set_configuration_property(PROTOCOLS, "")
        executable.set_save_xsl_message(True)
        executable.set_capture_result_documents(True)
        return cls(path, sources, processor, executable)

    def run(self, document: Document | None, parameters: Mapping[str, Value] | None = None) -> Result:
        """Transform one document; without one, start at `xsl:initial-template`.

        A failure is a result too: its text is empty and its diagnostics hold an error.
        """
        executable = self._executable
        executable.clear_parameters()
        executable.clear_xsl_messages()
        self._given.clear()
        with caught() as printed, interruptible():
            try:
                for name, value in (parameters or {}).items():
                    executable.set_parameter(name, self._value(value))
                if document is None:
                    text = executable.call_template_returning_string(None)
                else:
                    text = executable.transform_to_string(xdm_node=self._parse(document))
                failure = ""
            except Exception as error:
                text, failure = "", str(error).strip() or "unknown error"
        said = tuple(self._messages(document))
        where = Location(document.path if document else self.path.as_posix())
        if failure:
            return Result("", (*said, _dynamic_error(failure, "".join(printed), where, self._modules)))
        others = executable.get_result_documents()
        if others:
            return Result("", (*said, _result_document(sorted(map(str, others)), where)))
        return Result(text or "", said)

    def _parse(self, document: Document) -> Any:
        text = etree.tostring(document.root, encoding="unicode", with_tail=False)
        return self._processor.parse_xml(xml_text=text, encoding="UTF-8")

    def _value(self, value: Value) -> Any:
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, Mapping):
            made = self._processor.make_map(
                {self._string(path): self._kept(register) for path, register in value.items()}
            )
        else:
            made = self._processor.empty_sequence()
            for item in value:
                made.add_xdm_item(self._string(item))
        self._given.append(made)
        return made

    def _string(self, text: str) -> Any:
        made = self._processor.make_string_value(text, encoding="UTF-8")
        self._given.append(made)
        return made

    def _kept(self, register: Document) -> Any:
        """Parse a register once for all runs; the document is kept so that its identity stays taken."""
        if id(register) not in self._nodes:
            self._nodes[id(register)] = (register, self._parse(register))
        return self._nodes[id(register)][1]

    def _messages(self, document: Document | None) -> list[Diagnostic]:
        messages = self._executable.get_xsl_messages()
        if messages is None:
            return []
        items = [messages.item_at(index) for index in range(messages.size)]
        return [_said(str(item), document) for item in items]


def _said(message: str, document: Document | None) -> Diagnostic:
    place = Location(document.path if document else "")
    try:
        element = etree.fromstring(message.encode("utf-8"))
    except etree.XMLSyntaxError:
        return Diagnostic.of(codes.MESSAGE, place, " ".join(message.split()))
    code = codes.BY_ID.get(element.get("code", ""), codes.MESSAGE)
    node = _node_at(element.get("path", ""), document) if document else None
    text = " ".join("".join(str(part) for part in element.itertext()).split())
    hint = element.get("hint")
    where = document.locate(node) if document and node is not None else place
    return Diagnostic.of(code, where, text, hint=hint)


def _node_at(path: str, document: Document) -> etree._Element | None:
    """Return the element that XPath's `path()` names, or None."""
    steps = [(f"{{{ns}}}{name}" if ns else name, int(number or 1)) for ns, name, number in _STEP.findall(path)]
    if not steps or steps[0][0] != document.root.tag:
        return None
    node = document.root
    for name, number in steps[1:]:
        matching = list(node.iterchildren(name))
        if len(matching) < number:
            return node
        node = matching[number - 1]
    return node


def _errors(printed: str, modules: Sequence[Document]) -> list[tuple[Location, str]]:
    found: dict[tuple[Location, str], None] = {}
    for line, column, file, code, text in _ERROR.findall(printed):
        where = _shown(file, modules)
        found.setdefault((Location(where, int(line), max(int(column or 1), 1)), f"{' '.join(text.split())} ({code})"))
    return list(found)


def _shown(file: str, modules: Sequence[Document]) -> str:
    """Name a module as the user did, or as the importing one did: Saxon gives the last part of its URI only."""
    name = Path(unquote(file)).name
    return next((module.path for module in modules if Path(module.path).name == name), modules[0].path)


def _static_errors(printed: str, modules: Sequence[Document]) -> list[Diagnostic]:
    errors = _errors(printed, modules)
    if not errors:
        errors = [(Location(modules[0].path), " ".join(printed.split()))]
    hint = "correct the stylesheet here; nothing was transformed"
    return [Diagnostic.of(codes.NOT_COMPILED, place, message, hint=hint) for place, message in errors]


def _dynamic_error(failure: str, printed: str, document: Location, modules: Sequence[Document]) -> Diagnostic:
    errors = _errors(printed, modules)
    where = f" (at {errors[0][0].path}:{errors[0][0].line})" if errors else ""
    if any(words in failure + printed for words in ("has been prohibited", "has been disallowed")):
        hint = "pass the data in by a parameter; files are open to a stylesheet only while it compiles"
        message = f"the stylesheet tried to read a file, which is not allowed: {failure}{where}"
        return Diagnostic.of(codes.FILE_ACCESS, document, message, hint=hint)
    hint = "correct the stylesheet; nothing was written for this document"
    return Diagnostic.of(codes.FAILED, document, f"the stylesheet stopped: {failure}{where}", hint=hint)


def _result_document(uris: list[str], document: Location) -> Diagnostic:
    message = f"the stylesheet tried to write “{uris[0]}” by xsl:result-document, which is not allowed"
    hint = "teikit writes one file for each document: the principal result"
    return Diagnostic.of(codes.FILE_ACCESS, document, message, hint=hint)
