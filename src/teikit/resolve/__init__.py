"""Which schema a document means, and where it is.

`xml_model` reads the processing instructions of a document (W3C note “Associating Schemas with XML documents 1.0”),
`schema_location` the hints of W3C XML Schema. A `Resolver` says which file stands for an address: what OASIS `catalogs`
map it to, the file system, the offline `store`. Nothing here touches the network but `store.fetching`, which only
`teikit schema fetch` calls. Names are loaded on first use: who has a schema in hand needs none of this.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teikit.resolve.resolver import Found, Resolver
    from teikit.resolve.schema_location import SchemaLocation, schema_locations
    from teikit.resolve.xml_model import Kind, XmlModel, declared

__all__ = ["Found", "Kind", "Resolver", "SchemaLocation", "XmlModel", "declared", "schema_locations"]

_HOMES = {
    "Found": "resolver",
    "Kind": "xml_model",
    "Resolver": "resolver",
    "SchemaLocation": "schema_location",
    "XmlModel": "xml_model",
    "declared": "xml_model",
    "schema_locations": "schema_location",
}


def __getattr__(name: str) -> Any:
    """Load a name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'teikit.resolve' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"teikit.resolve.{_HOMES[name]}"), name)
