"""The code of catalogs."""

from teikit.diagnostics import Code, Page, Severity

_NAMESPACE = 'xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"'

INVALID_CATALOG = Code(
    "XML012",
    "invalid-catalog",
    Severity.ERROR,
    "an XML catalog, or an entry of one, is not one",
    "XML Catalogs (OASIS Standard V1.1, 2005), §6",
    Page(
        "a file given as a catalog whose root is not `catalog`, an entry without an attribute that it needs, and (as a "
        "warning) a `nextCatalog` or a delegate that is not there.",
        "An entry that is passed over in silence leaves you with a schema that cannot be found, or with the wrong one.",
        f'<catalog {_NAMESPACE}>\n  <uri name="https://example.org/a.rng"/>\n</catalog>',
        f'<catalog {_NAMESPACE}>\n  <uri name="https://example.org/a.rng" uri="schemas/a.rng"/>\n</catalog>',
        "RNG002",
    ),
)

CODES = (INVALID_CATALOG,)
