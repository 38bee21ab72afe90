"""Codes of schemas in several files (§4.5 to §4.7)."""

from teikit.diagnostics import Page
from teikit.rng.schema_codes.page import X, error

SCHEMA_FILE_MISSING = error(
    "RNS020",
    "schema-file-missing",
    "a file that the schema includes cannot be read",
    "§4.6 and §4.7",
    Page(
        "an `include` or `externalRef` to a file that is not there.",
        (
            "The patterns in it are missing, so that nothing can be validated. Put the file where the path "
            "says, relative to the schema that names it."
        ),
        f'<externalRef href="no-such-file.rng" {X}/>',
        f'<element name="p" {X}><text/></element>',
        "RNS021",
    ),
)
INVALID_HREF = error(
    "RNS021",
    "invalid-href",
    "a reference to another schema is not a path",
    "§4.5",
    Page(
        "an `href` with a fragment, or to an address on the network whose file is not at hand.",
        (
            "A schema is included whole, and teikit does not fetch schemas while it validates. Put the file into "
            "the store with `teikit schema fetch URL` or `teikit schema add FILE --for URL`, or name it in an XML "
            "catalog, or refer to it by a relative path."
        ),
        f'<externalRef href="https://example.org/p.rng" {X}/>',
        f'<element name="p" {X}><text/></element>',
        "RNS020",
    ),
)
SCHEMA_INCLUDES_ITSELF = error(
    "RNS022",
    "schema-includes-itself",
    "a schema includes itself",
    "§4.6 and §4.7",
    Page(
        "a file that includes itself, or another that includes it.",
        "It would have no end.",
        f'<element name="p" {X}><externalRef href=""/></element>',
        f'<element name="p" {X}><text/></element>',
        "RNS034",
    ),
)
INCLUDE_NOT_A_GRAMMAR = error(
    "RNS023",
    "include-not-a-grammar",
    "an included file is not a grammar",
    "§4.7",
    Page(
        "an `include` of a file whose root is not `grammar`.",
        ("`include` takes over definitions, which only a grammar has. `externalRef` takes a file for one pattern."),
        "",
        "",
        "RNS020",
    ),
)
OVERRIDE_OF_NOTHING = error(
    "RNS024",
    "override-of-nothing",
    "an include overrides what is not there",
    "§4.7",
    Page(
        "a definition inside `include` whose name the included grammar does not define.",
        (
            "It would change nothing: probably the name is misspelt, or was changed in a new release of the "
            "included schema."
        ),
        "",
        "",
        "RNS030",
    ),
)
SCHEMA_TOO_LARGE = error(
    "RNS025",
    "schema-too-large",
    "the schema is nested too deeply or includes too much",
    "",
    Page(
        "patterns, definitions or files that go so deep into each other that there may be no end.",
        "A schema may come from a stranger; it must not bring the program down.",
        "",
        "",
        "RNS022",
    ),
)
