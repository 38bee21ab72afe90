"""A schema as values: what has been read, with all files in place and nothing abstract left.

The terms are those of ISO/IEC 19757-3. Every expression has a number, by which it is found again when it does not
compile or fails, and its place in the file that it was written in.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from teikit.diagnostics import Diagnostic, Location

SCH = "http://purl.oclc.org/dsdl/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"


class Expression(NamedTuple):
    """An XPath expression or match pattern: `prefixes` are the namespaces it uses, `base` the URI of its file."""

    number: int
    text: str
    place: Location
    prefixes: tuple[tuple[str, str], ...]
    base: str
    what: str = "expression"


class Foreign(NamedTuple):
    """An element of another namespace, such as XSLT's: a copy, to be put into the stylesheet as it is."""

    number: int
    element: etree._Element
    place: Location
    base: str


class Let(NamedTuple):
    """A variable (clause 5.4.6): its value is an expression, or the content of the element."""

    name: str
    value: Expression
    type: str
    content: tuple[str | etree._Element, ...] = ()
    has_content: bool = False


class ValueOf(NamedTuple):
    """`value-of` (clause 5.4.15), or `name` with a path (clause 5.4.8)."""

    select: Expression


class Name(NamedTuple):
    """`name` without a path: the name of the context node."""


class Inline(NamedTuple):
    """`emph`, `span` or `dir`: marked text."""

    kind: str
    attributes: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


Part = str | ValueOf | Name | Inline | Foreign


class Text(NamedTuple):
    """A `diagnostic` or `property`: attributes by name (`id`, `see`, `role` …) and what it says."""

    attributes: dict[str, str]
    parts: tuple[Part, ...]
    number: int


class Assertion(NamedTuple):
    """An `assert` or `report` (clauses 5.4.2, 5.4.12); `attributes` as in `Text`, inherited ones included."""

    kind: str
    test: Expression
    subject: Expression | None
    attributes: dict[str, str]
    parts: tuple[Part, ...]
    diagnostics: tuple[Text, ...]
    properties: tuple[Text, ...]
    place: Location


class Rule(NamedTuple):
    """A `rule` (clause 5.4.13) with the content of those that it extends."""

    context: Expression
    visit_each: Expression | None
    attributes: dict[str, str]
    lets: tuple[Let, ...]
    assertions: tuple[Assertion, ...]


class Pattern(NamedTuple):
    """A `pattern` (clause 5.4.9); `documents` selects the URIs of other documents that it is for."""

    attributes: dict[str, str]
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]
    documents: Expression | None


class Schema(NamedTuple):
    """A schema in one phase.

    `lets` are those of the schema and of the phase; `start` is where validation begins; `refused` are the numbers of
    what is too large to be compiled.
    """

    attributes: dict[str, str]
    title: str
    phase: str
    binding: str
    namespaces: dict[str, str]
    lets: tuple[Let, ...]
    foreign: tuple[Foreign, ...]
    patterns: tuple[Pattern, ...]
    start: Expression | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[tuple[str, str], ...]
    refused: frozenset[int] = frozenset()
