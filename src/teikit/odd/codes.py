"""The codes of the ODD layer: what is wrong with a customization."""

from teikit.diagnostics import Code, Page, Severity

_TD = "TEI Guidelines, chapter 22 “Documentation Elements”"
_P = '<elementSpec ident="p"><content><textNode/></content></elementSpec>'


def _code(number: int, name: str, severity: Severity, summary: str, section: str, page: Page) -> Code:
    return Code(f"ODD{number:03}", name, severity, summary, f"{_TD}, {section}", page)


def _odd(inner: str, attributes: str = 'ident="x" start="p"') -> str:
    """Return a whole ODD with the given declarations."""
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec {attributes}>{inner}</schemaSpec></TEI>'


NO_SCHEMA_SPEC = _code(
    1,
    "no-schema-spec",
    Severity.ERROR,
    "the file has no schemaSpec",
    "§22.2",
    Page(
        "a file without a `schemaSpec` where an ODD is wanted.",
        "A schema is what `schemaSpec` puts together. Specifications alone are a library, not a schema.",
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{_P}</TEI>',
        _odd(_P),
        "ODD002",
    ),
)
MISSING_NAME = _code(
    2,
    "missing-name",
    Severity.WARNING,
    "a declaration or reference without the attribute that names it",
    "§22.3",
    Page(
        "a specification without `@ident`, or a reference or membership without `@key`.",
        "Everything in a schema is known by its name; without one, nothing can be defined or referred to.",
        _odd(f"{_P}<elementSpec><content><textNode/></content></elementSpec>"),
        _odd(f'{_P}<elementSpec ident="hi"><content><textNode/></content></elementSpec>'),
        "ODD007",
    ),
)
INVALID_MODE = _code(
    3,
    "invalid-mode",
    Severity.ERROR,
    "a mode that is not add, change, replace or delete",
    "§22.3",
    Page(
        "an attribute `@mode` with another value than `add`, `change`, `replace` or `delete`.",
        "The mode says what becomes of a specification that is there already; a word that nobody knows says nothing.",
        _odd('<elementSpec ident="p" mode="alter"><content><textNode/></content></elementSpec>'),
        _odd(_P),
        "ODD009",
    ),
)
INVALID_OCCURRENCE = _code(
    4,
    "invalid-occurrence",
    Severity.ERROR,
    "a number of occurrences that cannot be",
    "§22.5.1",
    Page(
        "`@minOccurs` or `@maxOccurs` that is not a whole number (or `unbounded`), or a minimum above the maximum.",
        'Where `@maxOccurs` is not given it is 1, so that `minOccurs="3"` alone asks for three and allows one.',
        _odd(f'{_P}<elementSpec ident="hi"><content><elementRef key="p" minOccurs="3"/></content></elementSpec>'),
        _odd(
            f'{_P}<elementSpec ident="hi"><content><elementRef key="p" minOccurs="3" maxOccurs="8"/></content>'
            "</elementSpec>"
        ),
        "ODD003",
    ),
)
SOURCE_NOT_FOUND = _code(
    5,
    "source-not-found",
    Severity.ERROR,
    "what the ODD builds on is not at hand",
    "§22.8.1",
    Page(
        "a `@source`, `specGrpRef/@target` or `moduleRef/@url` that leads to no file that can be read here.",
        "A customization is made from its source. teikit asks no server: a release of the TEI is a file that you name.",
        _odd('<moduleRef key="tei"/>'),
        _odd(_P),
        "ODD006",
    ),
)
SOURCE_CYCLE = _code(
    6,
    "source-cycle",
    Severity.ERROR,
    "an ODD that is its own source",
    "§22.8.1",
    Page(
        "a chain of `@source` that comes back to an ODD that is already being resolved.",
        "Each ODD would wait for the other; there is no first one to begin with.",
        "",
        "",
        "ODD005",
    ),
)
UNKNOWN_KEY = _code(
    7,
    "unknown-key",
    Severity.WARNING,
    "a reference to something that the source does not have",
    "§22.8.1",
    Page(
        "a name in `elementRef`, `classRef`, `macroRef`, `dataRef`, `@include` or `@except` that its source lacks.",
        "It is often a misspelling, or a name of another release of the TEI. The reference is without effect.",
        "",
        "",
        "ODD008",
    ),
)
UNKNOWN_MODULE = _code(
    8,
    "unknown-module",
    Severity.ERROR,
    "a module that the source does not have",
    "§22.8.1",
    Page(
        "a `moduleRef/@key` that no specification of the source names as its module.",
        "Nothing would be included, and a schema without what was asked for is worse than none.",
        "",
        "",
        "ODD007",
    ),
)
ABSENT_SPEC = _code(
    9,
    "absent-specification",
    Severity.WARNING,
    "a change or deletion of what is not in the schema",
    "§22.8.1",
    Page(
        '`mode="change"` or `mode="delete"` for something that no included module brings.',
        "The change has no effect. Either the module is missing, or the name is misspelt.",
        _odd(f'{_P}<elementSpec ident="persname" mode="change"/>'),
        _odd(f'{_P}<elementSpec ident="p" mode="change"><gloss>paragraph</gloss></elementSpec>'),
        "ODD010",
    ),
)
DUPLICATE_IDENT = _code(
    10,
    "duplicate-ident",
    Severity.WARNING,
    "two specifications of one name",
    "§22.3",
    Page(
        'a specification with `mode="add"` (or none) whose name is taken.',
        "The last one counts here. Other processors keep the first, or both, or neither: say what you mean.",
        _odd(_P + _P),
        _odd(_P),
        "ODD009",
    ),
)
GROUP_CYCLE = _code(
    11,
    "group-cycle",
    Severity.ERROR,
    "a specification group that contains itself",
    "§22.2",
    Page(
        "a `specGrp` that a `specGrpRef` within it, or within a group it refers to, names again.",
        "The group would never end.",
        _odd(f'{_P}<specGrp xml:id="g"><specGrpRef target="#g"/></specGrp>'),
        _odd(f'<specGrp xml:id="g">{_P}</specGrp>'),
        "ODD012",
    ),
)
UNKNOWN_GROUP = _code(
    12,
    "unknown-group",
    Severity.ERROR,
    "a reference to a specification group that is not there",
    "§22.2",
    Page(
        "a `specGrpRef/@target` whose fragment is not the `xml:id` of anything in that file.",
        "What the group declares would be missing from the schema without anybody noticing.",
        _odd(f'{_P}<specGrpRef target="#rules"/>'),
        _odd(f'{_P}<specGrp xml:id="rules"/><specGrpRef target="#rules"/>'),
        "ODD011",
    ),
)
DROPPED_REFERENCE = _code(
    13,
    "dropped-reference",
    Severity.INFO,
    "a content model or membership that names something outside the schema",
    "§22.5.1",
    Page(
        "a reference in a content model, or a `memberOf`, that this ODD states itself and whose target is not there.",
        "The reference is left out of the schema, so that the element allows less than the ODD seems to say.",
        _odd('<elementSpec ident="p"><content><elementRef key="hi" minOccurs="0"/></content></elementSpec>'),
        _odd(_P),
        "ODD007",
    ),
)
ABSENT_ATTRIBUTE = _code(
    14,
    "absent-attribute",
    Severity.WARNING,
    "a change or deletion of an attribute that the element or class does not have",
    "§22.4.5",
    Page(
        'an `attDef` with `mode="change"` or `mode="delete"` for an attribute that is neither defined nor inherited.',
        "The change has no effect. The attribute may be gone with its class, or is misspelt.",
        _odd(
            f'{_P}<elementSpec ident="p" mode="change"><attList><attDef ident="rend" mode="delete"/></attList>'
            "</elementSpec>"
        ),
        _odd(_P),
        "ODD009",
    ),
)
UNKNOWN_DATATYPE = _code(
    15,
    "unknown-datatype",
    Severity.ERROR,
    "a datatype or facet that W3C XML Schema does not have",
    "§22.5.3",
    Page(
        "a `dataRef/@name` that is no datatype of W3C XML Schema, or a facet that does not exist or has no such value.",
        "No validator can load a schema with such a type. A datatype of the TEI is named by `@key`.",
        _odd('<elementSpec ident="p"><content><dataRef name="teidata.word"/></content></elementSpec>'),
        _odd('<elementSpec ident="p"><content><dataRef name="token"/></content></elementSpec>'),
        "ODD007",
    ),
)
NO_START = _code(
    16,
    "no-start",
    Severity.ERROR,
    "the schema has no element that a document can begin with",
    "§22.8.1",
    Page(
        "a `schemaSpec/@start` that names no element of the schema, or its absence where there is no `TEI` either.",
        "No document would be valid.",
        _odd(_P, 'ident="x" start="div"'),
        _odd(_P),
        "ODD007",
    ),
)
UNKNOWN_SCHEME = _code(
    17,
    "unknown-scheme",
    Severity.WARNING,
    "a constraint in a language that is not ISO Schematron",
    "§22.5.2",
    Page(
        "a `constraintSpec/@scheme` other than `schematron` (formerly `isoschematron`).",
        "The constraint is not checked: neither a grammar nor ISO Schematron can say it.",
        _odd(f'{_P}<constraintSpec ident="c" scheme="private"><constraint>x</constraint></constraintSpec>'),
        _odd(f'{_P}<constraintSpec ident="c" scheme="schematron"><desc>none yet</desc></constraintSpec>'),
        "ODD018",
    ),
)
CONSTRAINT_WITHOUT_CONTEXT = _code(
    18,
    "constraint-without-context",
    Severity.WARNING,
    "an assertion that no rule and no element gives a context",
    "§22.5.2",
    Page(
        "`sch:assert` or `sch:report` without `sch:rule` in a constraint of a class, a macro or the schema.",
        "Only an element or its attribute is a context by itself. The rule is applied to whatever seems nearest.",
        _odd(
            f'{_P}<constraintSpec ident="c" scheme="schematron"><constraint><sch:assert '
            'xmlns:sch="http://purl.oclc.org/dsdl/schematron" test="true()">x</sch:assert></constraint>'
            "</constraintSpec>"
        ),
        _odd(
            f'{_P}<constraintSpec ident="c" scheme="schematron"><constraint><sch:rule '
            'xmlns:sch="http://purl.oclc.org/dsdl/schematron" context="*"><sch:assert test="true()">x</sch:assert>'
            "</sch:rule></constraint></constraintSpec>"
        ),
        "ODD017",
    ),
)
NOT_RELAX_NG = _code(
    19,
    "content-not-relax-ng",
    Severity.ERROR,
    "a content model that RELAX NG cannot express",
    "§22.5.1",
    Page(
        "data beside elements or text in one sequence, embedded RELAX NG that breaks its rules, or an attribute twice.",
        "RELAX NG (§7) forbids such patterns, so no validator would load the schema.",
        _odd(
            f'{_P}<elementSpec ident="hi"><content><sequence><dataRef name="integer"/><elementRef key="p"/></sequence>'
            "</content></elementSpec>",
            'ident="x" start="hi"',
        ),
        _odd(_P),
        "ODD015",
    ),
)

VALUES_IN_VAIN = _code(
    20,
    "values-without-effect",
    Severity.WARNING,
    "a list of values that does not reach the schema",
    "§22.4.5",
    Page(
        'a `valList` without mode in an `attDef` with `mode="change"`, or one that changes what is a change itself.',
        "The TEI Stylesheets, whose results everyone has, pass such a list over; teikit does as they do, and says so.",
        _odd(
            '<classSpec ident="att.typed" type="atts"><attList><attDef ident="type"/></attList></classSpec>'
            '<elementSpec ident="p"><classes><memberOf key="att.typed"/></classes><content><textNode/></content>'
            '</elementSpec><elementSpec ident="p" mode="change"><attList><attDef ident="type" mode="change">'
            '<valList type="closed"><valItem ident="a"/></valList></attDef></attList></elementSpec>'
        ),
        _odd(
            '<classSpec ident="att.typed" type="atts"><attList><attDef ident="type"/></attList></classSpec>'
            '<elementSpec ident="p"><classes><memberOf key="att.typed"/></classes><content><textNode/></content>'
            '</elementSpec><elementSpec ident="p" mode="change"><attList><attDef ident="type" mode="change">'
            '<valList type="closed" mode="add"><valItem ident="a"/></valList></attDef></attList></elementSpec>'
        ),
        "ODD014",
    ),
)
XSD_WIDER = _code(
    21,
    "xsd-wider",
    Severity.INFO,
    "a place where W3C XML Schema accepts more than the ODD says",
    "§22.8",
    Page(
        "a content model, attribute or datatype that W3C XML Schema cannot express, so that the XSD made of the ODD "
        "accepts more there than the RELAX NG does. Nothing that is valid is refused.",
        "Who validates with the XSD alone should know what it lets pass. RELAX NG says all that an ODD says.",
        _odd(
            f'{_P}<elementSpec ident="hi"><content><rng:choice xmlns:rng="http://relaxng.org/ns/structure/1.0">'
            '<rng:data type="integer"/><rng:ref name="p"/></rng:choice></content></elementSpec>',
            'ident="x" start="hi"',
        ),
        _odd(
            f'{_P}<elementSpec ident="hi"><content><alternate><textNode/><elementRef key="p"/></alternate></content>'
            "</elementSpec>",
            'ident="x" start="p"',
        ),
        "ODD019",
    ),
)

CODES = (
    NO_SCHEMA_SPEC,
    MISSING_NAME,
    INVALID_MODE,
    INVALID_OCCURRENCE,
    SOURCE_NOT_FOUND,
    SOURCE_CYCLE,
    UNKNOWN_KEY,
    UNKNOWN_MODULE,
    ABSENT_SPEC,
    DUPLICATE_IDENT,
    GROUP_CYCLE,
    UNKNOWN_GROUP,
    DROPPED_REFERENCE,
    ABSENT_ATTRIBUTE,
    UNKNOWN_DATATYPE,
    NO_START,
    UNKNOWN_SCHEME,
    CONSTRAINT_WITHOUT_CONTEXT,
    NOT_RELAX_NG,
    VALUES_IN_VAIN,
    XSD_WIDER,
)
