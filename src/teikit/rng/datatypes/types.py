"""The built-in types of XML Schema (Datatypes, §3), one row each."""

from __future__ import annotations

Facets = tuple[tuple[str, str], ...]


class BuiltIn:
    """A built-in type: the names of its lexical space ('' for any text) and of its kind, and the facets it begins with.

    `identity`: 'ID', 'IDREF', 'IDREFS' or ''. `declared`: what a value must be declared as: 'QName' (its prefix),
    'ENTITY' (an unparsed entity) or ''.
    """

    __slots__ = ("declared", "facets", "identity", "kind", "lexical")

    def __init__(self, lexical: str, kind: str, facets: Facets = (), identity: str = "", declared: str = "") -> None:
        self.lexical = lexical
        self.kind = kind
        self.facets = facets
        self.identity = identity
        self.declared = declared


def _range(least: str, most: str) -> Facets:
    return ("minInclusive", least), ("maxInclusive", most)


TYPES: dict[str, BuiltIn] = {
    "anyAtomicType": BuiltIn("", "string"),
    "untypedAtomic": BuiltIn("", "string"),
    "string": BuiltIn("", "string"),
    "normalizedString": BuiltIn("", "normalizedString"),
    "token": BuiltIn("", "token"),
    "language": BuiltIn("language", "token"),
    "Name": BuiltIn("Name", "token"),
    "NCName": BuiltIn("NCName", "token"),
    "NMTOKEN": BuiltIn("NMTOKEN", "token"),
    "NMTOKENS": BuiltIn("NMTOKENS", "list"),
    "ID": BuiltIn("NCName", "token", identity="ID"),
    "IDREF": BuiltIn("NCName", "token", identity="IDREF"),
    "IDREFS": BuiltIn("NCNames", "list", identity="IDREFS"),
    "ENTITY": BuiltIn("NCName", "token", declared="ENTITY"),
    "ENTITIES": BuiltIn("NCNames", "list", declared="ENTITY"),
    "QName": BuiltIn("QName", "QName", declared="QName"),
    "NOTATION": BuiltIn("QName", "QName", declared="QName"),
    "boolean": BuiltIn("boolean", "boolean"),
    "decimal": BuiltIn("decimal", "decimal"),
    "integer": BuiltIn("integer", "decimal"),
    "nonNegativeInteger": BuiltIn("nonNegativeInteger", "decimal"),
    "positiveInteger": BuiltIn("positiveInteger", "decimal"),
    "nonPositiveInteger": BuiltIn("nonPositiveInteger", "decimal"),
    "negativeInteger": BuiltIn("negativeInteger", "decimal"),
    "long": BuiltIn("integer", "decimal", _range("-9223372036854775808", "9223372036854775807")),
    "int": BuiltIn("integer", "decimal", _range("-2147483648", "2147483647")),
    "short": BuiltIn("integer", "decimal", _range("-32768", "32767")),
    "byte": BuiltIn("integer", "decimal", _range("-128", "127")),
    "unsignedLong": BuiltIn("nonNegativeInteger", "decimal", (("maxInclusive", "18446744073709551615"),)),
    "unsignedInt": BuiltIn("nonNegativeInteger", "decimal", (("maxInclusive", "4294967295"),)),
    "unsignedShort": BuiltIn("nonNegativeInteger", "decimal", (("maxInclusive", "65535"),)),
    "unsignedByte": BuiltIn("nonNegativeInteger", "decimal", (("maxInclusive", "255"),)),
    "double": BuiltIn("double", "double"),
    "float": BuiltIn("double", "float"),
    "duration": BuiltIn("duration", "duration"),
    "dateTime": BuiltIn("dateTime", "dateTime"),
    "time": BuiltIn("time", "time"),
    "date": BuiltIn("date", "date"),
    "gYearMonth": BuiltIn("gYearMonth", "gYearMonth"),
    "gYear": BuiltIn("gYear", "gYear"),
    "gMonthDay": BuiltIn("gMonthDay", "gMonthDay"),
    "gDay": BuiltIn("gDay", "gDay"),
    "gMonth": BuiltIn("gMonth", "gMonth"),
    "hexBinary": BuiltIn("hexBinary", "hexBinary"),
    "base64Binary": BuiltIn("base64Binary", "base64Binary"),
    "anyURI": BuiltIn("anyURI", "anyURI"),
}
"""The types by name. `anyAtomicType` and `untypedAtomic` are not of version 1.0, but Jing knows them."""
