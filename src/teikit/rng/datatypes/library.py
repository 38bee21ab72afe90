"""Datatypes as patterns use them, made from what a schema writes: a library, a name and parameters."""

from __future__ import annotations

from teikit.rng.datatypes import whitespace
from teikit.rng.datatypes.errors import DatatypeError
from teikit.rng.datatypes.kinds import Kind, kind
from teikit.rng.datatypes.regex import Regex
from teikit.rng.datatypes.types import TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class Context(Protocol):
        """What a value may depend on beside itself. `entities` (unparsed ones, by name) may be there too."""

        @property
        def namespaces(self) -> dict[str, str]:
            """The namespaces in scope, by prefix; '' is the default one's."""


BUILT_IN = ""
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"

Parameters = tuple[tuple[str, str], ...]

_NAMES = {BUILT_IN: ("string", "token"), XSD: tuple(TYPES), COMPATIBILITY: ("ID", "IDREF", "IDREFS")}
_PREFIXES = {BUILT_IN: "", XSD: "xsd:", COMPATIBILITY: "dtd:"}

# The lexical spaces by name and edition of XML names; types share them.
_SPACES: dict[tuple[str, str], Regex] = {}


class Datatype:
    """A datatype with its parameters. `description` says all that makes an equal one: library, name, parameters, names.

    `identity`: 'ID', 'IDREF', 'IDREFS' or ''. `needs_context`: whether a text may be a value here, none there.
    """

    __slots__ = ("_checks", "_regexes", "_value", "_whitespace", "description", "identity", "needs_context")

    def __init__(self, library: str, name: str, parameters: Parameters = (), names: str = "5th") -> None:
        """Make a datatype that is known to be correct; what a schema says goes through `datatype`."""
        self.description = (library, name, parameters, names)
        self.identity = TYPES[name].identity
        self.needs_context = TYPES[name].declared != ""
        self._whitespace: Callable[[str], str] | None = None

    def _prepare(self) -> Callable[[str], str]:
        """Do what need not be done for datatypes that a document does not use; return the treatment of white space."""
        _, name, parameters, names = self.description
        built_in = TYPES[name]
        behaviour = kind(built_in.kind)
        facets = built_in.facets + parameters
        space = (_space(built_in.lexical, names),) if built_in.lexical else ()
        self._regexes = space + tuple(Regex(text) for facet_name, text in facets if facet_name == "pattern")
        bounds = [(facet_name, text) for facet_name, text in facets if facet_name != "pattern"]
        possible = () if behaviour.possible is None else (behaviour.possible,)
        self._checks = possible + _checks(bounds, behaviour) if bounds else possible
        self._value: Callable[[str], Any] | None = behaviour.value
        self._whitespace = behaviour.whitespace
        return self._whitespace

    @property
    def library(self) -> str:
        """The URI of the library, '' for the built-in one."""
        return self.description[0]

    @property
    def name(self) -> str:
        """The name, as messages show it: `xsd:date`."""
        return _PREFIXES[self.description[0]] + self.description[1]

    @property
    def parameters(self) -> Parameters:
        """The parameters: names and values, in the schema's order."""
        return self.description[2]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Datatype) and self.description == other.description

    def __hash__(self) -> int:
        return hash(self.description)

    def __repr__(self) -> str:
        return f"Datatype{self.description}"

    def allows(self, text: str, context: Context) -> bool:
        """Whether a text is a value of the type."""
        text = (self._whitespace or self._prepare())(text)
        for regex in self._regexes:
            if not regex.matches(text):
                return False
        for check in self._checks:
            if not check(text):
                return False
        return not self.needs_context or _is_declared(TYPES[self.description[1]].declared, text, context)

    def parse(self, text: str, context: Context) -> object:
        """Return the value of a text: hashable, and equal to those that the type holds for equal.

        Raises DatatypeError where the text is no value.
        """
        if not self.allows(text, context):
            raise DatatypeError(f'"{text}" is no value of the datatype {self.name}')
        return self.value_of(text, context)

    def equals(self, text: str, context: Context, value: object) -> bool:
        """Whether a text is a value of the type, and equal to a value that `parse` returned."""
        return self.allows(text, context) and self.value_of(text, context) == value

    def value_of(self, text: str, context: Context) -> object:
        """Return what `parse` does, of a text that is known to be a value of the type."""
        text = (self._whitespace or self._prepare())(text)
        if TYPES[self.description[1]].declared == "QName":
            prefix, _, local = text.rpartition(":")
            return context.namespaces.get(prefix, XML if prefix == "xml" else ""), local
        return text if self._value is None else self._value(text)


XML = "http://www.w3.org/XML/1998/namespace"


def _is_declared(kind_of_name: str, text: str, context: Context) -> bool:
    if kind_of_name == "QName":
        prefix = text.rpartition(":")[0]
        return prefix in ("", "xml") or prefix in context.namespaces
    entities = getattr(context, "entities", ())
    return all(each in entities for each in text.split(" "))


def _checks(facets: list[tuple[str, str]], behaviour: Kind) -> tuple[Callable[[str], bool], ...]:
    from teikit.rng.datatypes.facets import facet

    return tuple(facet(name, whitespace.collapse(text), behaviour) for name, text in facets)


def _space(name: str, names: str) -> Regex:
    found = _SPACES.get((name, names))
    if found is None:
        from teikit.rng.datatypes.lexical import LEXICAL

        found = _SPACES[name, names] = Regex(LEXICAL[name], names)
    return found


def datatype(library: str, name: str, parameters: Parameters = (), names: str = "5th") -> Datatype:
    """Return the datatype that a schema asks for.

    `names`: the edition of XML 1.0 whose names count, '5th' or '4th'. Raises DatatypeError where there is no such
    library or type, or where a parameter is unknown, does not fit the type or has a bad value.
    """
    known = _NAMES.get(library)
    if known is None:
        raise DatatypeError(f'unknown datatype library "{library}"')
    if name not in known:
        raise DatatypeError(f'the datatype library "{library}" has no type "{name}"')
    if library != XSD and parameters:
        raise DatatypeError(f'the type "{name}" takes no parameters', parameters[0][0])
    for place, (facet_name, text) in enumerate(parameters):
        _check_parameter(Datatype(library, name, parameters[:place], names), facet_name, text)
    return Datatype(library, name, parameters, names)


def _check_parameter(so_far: Datatype, name: str, text: str) -> None:
    """Raise DatatypeError if a parameter cannot be added to a type."""
    from teikit.rng.datatypes.facets import LIMITS, facet

    if name == "pattern":
        Regex(text).compile()
        return
    behaviour = kind(TYPES[so_far.description[1]].kind)
    if name in LIMITS and behaviour.compare is not None and not so_far.allows(text, _Nowhere({})):
        raise DatatypeError(f'"{text}" as "{name}" is no value of {so_far.name} as restricted so far', name)
    facet(name, whitespace.collapse(text), behaviour)


class _Nowhere:
    """The context of a limit: no type whose values have an order needs one."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self.namespaces = namespaces
