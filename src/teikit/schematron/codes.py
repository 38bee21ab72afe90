"""The codes of the Schematron layer: what rules find, and what is wrong with rules."""

from teikit.diagnostics import Code, Page, Severity

_ISO = "ISO/IEC 19757-3:2020"
_PAGE = '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">{}</sch:schema>'
_TEI = '<sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'


def _code(number: int, name: str, severity: Severity, summary: str, clause: str, page: Page) -> Code:
    return Code(f"SCH{number:03}", name, severity, summary, f"{_ISO}, {clause}", page)


def _schema(content: str, start: str = _TEI) -> str:
    return _PAGE.format(start + content)


def _pattern(content: str) -> str:
    return _schema(f"<sch:pattern>{content}</sch:pattern>")


def _rule(content: str, context: str = "tei:date") -> str:
    return _pattern(f'<sch:rule context="{context}">{content}</sch:rule>')


FAILED_ASSERT = _code(
    1,
    "failed-assert",
    Severity.ERROR,
    "an assertion of a rule is not true",
    "clause 5.4.2",
    Page(
        "a node of the document for which an `assert` that has no `@id` is not true. One with an id is reported as "
        "`SCH:` and that id.",
        "The author of the schema asks for this, and the message is the author's. Its severity comes from `@role` of "
        "the assertion, else of its rule, else of its pattern: fatal and error are errors; warn, warning and nonfatal "
        "warnings; info, information and hint infos; anything else, and none, an error. `@flag` says nothing about it.",
        "<date/>",
        '<date when="1918"/>',
        "SCH002; the schema is the rule `tei:date` with the assertion `@when`",
    ),
)
SUCCESSFUL_REPORT = _code(
    2,
    "successful-report",
    Severity.ERROR,
    "a report of a rule is true",
    "clause 5.4.12",
    Page(
        "a node of the document for which a `report` that has no `@id` is true. One with an id is reported as `SCH:` "
        "and that id.",
        "A report describes what should not be. Its severity comes from `@role` as that of an assertion does; without "
        "a role it is an error, as in other processors.",
        '<date when="1918" from="1917"/>',
        '<date when="1918"/>',
        "SCH001; the schema is the rule `tei:date` with the report `@when and @from`",
    ),
)
NOT_SCHEMATRON = _code(
    3,
    "not-schematron",
    Severity.ERROR,
    "a file that should be a Schematron schema is none",
    "clause 5.2",
    Page(
        "a file whose root element is neither `schema` of ISO Schematron nor that of a RELAX NG schema or an ODD.",
        "Rules that cannot be read check nothing. Schematron 1.5 had another namespace: change it to "
        "`http://purl.oclc.org/dsdl/schematron`.",
        '<schema xmlns="http://www.ascc.net/xml/schematron"/>',
        _rule('<sch:assert test="@when">A date needs @when.</sch:assert>'),
        "SCH008",
    ),
)
NOT_COMPILED = _code(
    4,
    "rule-not-compiled",
    Severity.ERROR,
    "an expression in a rule does not compile",
    "clause 5.4.1",
    Page(
        "an XPath expression, a match pattern or an instruction of XSLT with a static error: its syntax, a function "
        "or a variable that does not exist, a prefix that nothing declares.",
        "What it belongs to (an assertion, a rule, a variable and all that uses it) does not run; all other rules do.",
        _rule('<sch:assert test="@when =">A date needs @when.</sch:assert>'),
        _rule('<sch:assert test="@when">A date needs @when.</sch:assert>'),
        "SCH005, SCH006",
    ),
)
RULE_FAILED = _code(
    5,
    "rule-failed",
    Severity.ERROR,
    "a rule stopped with an error on this document",
    "clause 6.4",
    Page(
        "an expression that compiles, but has no value for a node of this document: a string that is no date, two "
        "nodes where one was expected, a file that may not be read.",
        "Nobody knows whether the node is right, so this is no verdict of the rule. Other rules have run, and this "
        "one on other nodes. Test for what the expression needs first (`. castable as xs:date`).",
        '<date when="yesterday"/>',
        '<date when="1918-02-12"/>',
        "SCH010; the schema is the rule `tei:date` with the assertion `xs:date(@when) lt current-date()`",
    ),
)
UNDECLARED_PREFIX = _code(
    6,
    "undeclared-rule-prefix",
    Severity.WARNING,
    "a prefix in a rule is not declared by `ns`",
    "clause 5.4.7",
    Page(
        "a prefix such as `xs` in an expression, which is declared by no `ns` element, but by a namespace declaration "
        "of XML or by custom.",
        "Only `ns` declares prefixes for expressions; other processors refuse such a schema or, worse, find nothing. "
        "Here it is read as it was meant.",
        _rule('<sch:assert test="@when castable as xs:date">No date.</sch:assert>'),
        _schema(
            '<sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><sch:pattern><sch:rule context="tei:date">'
            '<sch:assert test="@when castable as xs:date">No date.</sch:assert></sch:rule></sch:pattern>'
        ),
        "SCH004",
    ),
)
UNKNOWN_PHASE = _code(
    7,
    "unknown-phase",
    Severity.ERROR,
    "a phase or pattern is named that does not exist",
    "clause 5.4.10",
    Page(
        "`@defaultPhase` that names no `phase`, or `active` that names no `pattern`.",
        "The author meant some patterns to run, and they do not. Where the default phase does not exist, all run.",
        _schema('<sch:phase id="a"><sch:active pattern="b"/></sch:phase><sch:pattern id="p"/>'),
        _schema('<sch:phase id="a"><sch:active pattern="p"/></sch:phase><sch:pattern id="p"/>'),
        "",
    ),
)
INVALID_SCHEMA = _code(
    8,
    "invalid-schematron",
    Severity.ERROR,
    "an element of the schema is not as the standard asks",
    "clause 5.4 and annex A",
    Page(
        "an element that Schematron does not have or not there, a missing attribute, an abstract pattern or rule, a "
        "diagnostic or a property that does not exist.",
        "What cannot be understood does not run; all other rules do.",
        _pattern('<sch:rule><sch:assert test="@when">A date needs @when.</sch:assert></sch:rule>'),
        _rule('<sch:assert test="@when">A date needs @when.</sch:assert>'),
        "SCH003",
    ),
)
FILE_NOT_READ = _code(
    9,
    "rule-file-not-read",
    Severity.ERROR,
    "a file that the rules need is not read",
    "clauses 5.4.4 and 5.4.5",
    Page(
        "`include` or `extends` whose file is missing, is not XML, is on the network, or includes itself.",
        "The rules in it do not run. Rules read files on this machine only.",
        _schema('<sch:include href="http://example.org/rules.sch"/>'),
        _rule('<sch:assert test="@when">A date needs @when.</sch:assert>'),
        "SCH005",
    ),
)
CONTEXT_FAILED = _code(
    10,
    "context-failed",
    Severity.WARNING,
    "the context of a rule stopped with an error on this document",
    "clause 5.4.13",
    Page(
        "a predicate in `@context` that has no value for some node.",
        "For that node the rule does not count, as XSLT has it, and another rule of the pattern may be used in its "
        "place. Perhaps the author meant something else.",
        '<date when="yesterday"/>',
        '<date when="1918-02-12"/>',
        "SCH005; the schema is the rule `tei:date[xs:date(@when) gt current-date()]`",
    ),
)
UNKNOWN_BINDING = _code(
    11,
    "unknown-query-binding",
    Severity.ERROR,
    "the query language of the rules is not one that teikit knows",
    "clause 6.4",
    Page(
        "`@queryBinding` that is none of xslt, xslt2, xslt3, xpath, xpath2 and xpath3.",
        "What the expressions mean is then not known, so none of them runs.",
        '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="stx"/>',
        _rule('<sch:assert test="@when">A date needs @when.</sch:assert>'),
        "",
    ),
)

CODES = (
    FAILED_ASSERT,
    SUCCESSFUL_REPORT,
    NOT_SCHEMATRON,
    NOT_COMPILED,
    RULE_FAILED,
    UNDECLARED_PREFIX,
    UNKNOWN_PHASE,
    INVALID_SCHEMA,
    FILE_NOT_READ,
    CONTEXT_FAILED,
    UNKNOWN_BINDING,
)


def of_author(ident: str, kind: str, severity: Severity) -> Code:
    """Return the code of an assertion that its author has given an id."""
    known = FAILED_ASSERT if kind == "assert" else SUCCESSFUL_REPORT
    page = Page(known.page.finds, known.page.why, "", "", known.id)
    return Code(f"SCH:{ident}", ident, severity, known.summary, known.reference, page)
