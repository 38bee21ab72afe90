"""Qualified names, as lxml writes them (`{namespace}local`) and as people read them."""

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

WHITE_SPACE = " \t\r\n"
"""The four characters that XML calls white space (XML 1.0, §2.3); `str.strip()` without them takes many more."""


def clark(namespace_uri: str, local: str) -> str:
    """Return `{namespace}local`, or the bare local name where there is no namespace."""
    return f"{{{namespace_uri}}}{local}" if namespace_uri else local


def local_name(name: str) -> str:
    """Return the local part of a name in Clark notation."""
    return name.rpartition("}")[2]


def namespace(name: str) -> str:
    """Return the namespace of a name in Clark notation, or the empty string."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""
