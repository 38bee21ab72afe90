"""A stylesheet given as text, closed to everything outside from the moment it is compiled.

This is for rules that a document brings along. They may neither read nor write a file, nor ask for environment
variables or properties of the system; a document that they need is handed to them (see `Rules.run`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from teikit.saxon.native import caught, interruptible
from teikit.saxon.stylesheet import PARSER_LIMITS, PROTOCOLS
from teikit.saxon.told import Told, told
from teikit.xml import Document

_EXTENSIONS = "http://saxon.sf.net/feature/allow-external-functions"
_DECLARATION = re.compile(r"\A<\?xml\s[^>]*\?>")


class Outcome(NamedTuple):
    """The result of one run: the serialised result, or the failure ('' if there is none), and what was told.

    `errors` are the places that a failure names, the innermost first; `warnings` are what went wrong in match patterns,
    where an error means that the pattern does not match (XSLT 3.0, §5.5.4).
    """

    text: str
    failure: str
    errors: tuple[Told, ...]
    warnings: tuple[Told, ...]


class NotCompiledError(Exception):
    """The stylesheet has static errors: `errors` are those whose place is known, `message` is all that Saxon says."""

    def __init__(self, message: str, errors: tuple[Told, ...]) -> None:
        super().__init__(message)
        self.message = message
        self.errors = errors


class Rules:
    """A compiled stylesheet, and a processor that reaches nothing outside."""

    def __init__(self, processor: Any, executable: Any) -> None:
        self._processor = processor
        self._executable = executable
        # SaxonC keeps pointers, not references: what it is given must outlive the run.
        self._given: list[Any] = []

    @classmethod
    def compile(cls, text: str) -> Rules:
        """Compile a stylesheet. Raises `NotCompiledError`."""
        import saxonche

        processor = saxonche.PySaxonProcessor(license=False)
        processor.set_configuration_property(PROTOCOLS, "")
        processor.set_configuration_property(_EXTENSIONS, "false")
        for limit in PARSER_LIMITS:
            processor.set_configuration_property(limit, "0")
        with caught() as printed, interruptible():
            try:
                compiler = processor.new_xslt30_processor()
                executable = compiler.compile_stylesheet(stylesheet_text=text, encoding="UTF-8")
                message = ""
            except Exception as error:
                executable, message = None, str(error)
        if executable is None:
            said = message + "\n" + "".join(printed)
            raise NotCompiledError(" ".join(message.split()), told("Error", said))
        return cls(processor, executable)

    def run(self, document: Document, files: tuple[str, Mapping[str, Document | None]] | None = None) -> Outcome:
        """Run on one document.

        `files` are the name of a parameter and its value, a map from a URI to a document, or to the empty sequence.
        """
        self._executable.clear_parameters()
        self._given.clear()
        with caught() as printed, interruptible():
            try:
                if files is not None:
                    name, values = files
                    made = {self._string(uri): self._node(each) for uri, each in values.items()}
                    self._executable.set_parameter(name, self._keep(self._processor.make_map(made)))
                text, failure = self._executable.transform_to_string(xdm_node=self._node(document)) or "", ""
            except Exception as error:
                text, failure = "", str(error).strip() or "unknown error"
        said = "".join(printed)
        if not said:
            return Outcome(text, failure, (), ())
        return Outcome(text, failure, told("Error", said) if failure else (), told("Warning", said))

    def _keep(self, value: Any) -> Any:
        self._given.append(value)
        return value

    def _string(self, text: str) -> Any:
        return self._keep(self._processor.make_string_value(text, encoding="UTF-8"))

    def _node(self, document: Document | None) -> Any:
        if document is None:
            return self._keep(self._processor.empty_sequence())
        builder = self._processor.new_document_builder()
        if uri := uri_of(document):
            builder.set_base_uri(uri)
        return self._keep(builder.parse_xml(xml_text=_source(document), encoding="UTF-8"))


def uri_of(document: Document) -> str:
    """Return the URI of a document's file, or '' where its path is none (such as `<bytes>`)."""
    try:
        return Path(document.path).absolute().as_uri()
    except ValueError:
        return ""


def _source(document: Document) -> str:
    """Return the text of a document without its DOCTYPE, which would be read once more, and by another parser."""
    if b"<!DOCTYPE" not in document.data:
        return _DECLARATION.sub("", document.data.decode("utf-8"), count=1)
    before = list(document.root.itersiblings(preceding=True))
    nodes = [*reversed(before), document.root, *document.root.itersiblings()]
    return "".join(etree.tostring(node, encoding="unicode", with_tail=False) for node in nodes)
