"""Namespaces, their prefixes and the files of their components."""

from __future__ import annotations

import re

_KNOWN = {
    "http://www.tei-c.org/ns/1.0": "tei",
    "http://www.tei-c.org/ns/Examples": "teix",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1998/Math/MathML": "m",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/2001/XInclude": "xi",
    "http://relaxng.org/ns/structure/1.0": "rng",
    "http://www.w3.org/1999/xlink": "xlink",
}
_RESERVED = ("xs", "vc", "xml", "xmlns")


class Namespaces:
    """The namespaces of a schema: the target namespace first, the others as they are met."""

    def __init__(self, target: str, stem: str) -> None:
        self.target = target
        self.stem = stem
        self.prefixes: dict[str, str] = {}
        self.prefix(target)

    def prefix(self, namespace: str) -> str:
        """Return the prefix of a namespace, '' for none."""
        if not namespace:
            return ""
        if namespace not in self.prefixes:
            wanted = _KNOWN.get(namespace, f"n{len(self.prefixes) + 1}")
            self.prefixes[namespace] = wanted
        return self.prefixes[namespace]

    def qname(self, name: str) -> str:
        """Return a name (`namespace local`) with its prefix."""
        namespace, _, local = name.rpartition(" ")
        prefix = self.prefix(namespace)
        return f"{prefix}:{local}" if prefix else local

    def file(self, namespace: str) -> str:
        """Return the name of the file that has the components of a namespace."""
        if namespace == self.target:
            return f"{self.stem}.xsd"
        word = re.sub(r"[^A-Za-z0-9]", "", self.prefix(namespace)) or "no-namespace"
        return f"{self.stem}-{word}.xsd"
