"""Which schema a document means.

The order is the contract's: the schema given on the command line, else `teikit.toml`, else the document's own
`xml-model` processing instructions (W3C note “Associating Schemas with XML documents 1.0”), else, inside a project, the
schema that comes with teikit. `declared` reads the processing instructions; only files are followed, relative to the
document (and its `xml:base`-less URI), never an address on the network.
"""

from teikit.resolve.xml_model import RELAX_NG, XmlModel, declared

__all__ = ["RELAX_NG", "XmlModel", "declared"]
