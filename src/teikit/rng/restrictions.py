"""Restrictions on the simple form (§7), one function for each section.

Every shared pattern is looked at once. What a pattern has inside it, outside of elements, is worked out first, from the
inside out; the place of a fault is then looked for where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teikit.diagnostics import Code, Diagnostic, Related
from teikit.rng import schema_codes as codes
from teikit.rng.automaton.name_classes import is_open
from teikit.rng.grammar.overlap import Names
from teikit.rng.grammar.simple import Simple

_GROUPED = "attribute in a group"
_UNREPEATED = "attribute with an open name class, not repeated"
_IN_LIST = frozenset(("element", "attribute", "text", "interleave", "list"))
_IN_EXCEPT = frozenset(("attribute", "element", "list", "text", "group", "interleave", "oneOrMore", "empty"))
_IN_START = frozenset(("attribute", "data", "value", "list", "text", "group", "interleave", "oneOrMore", "empty"))
_NO_CONTENT, _EMPTY, _COMPLEX, _SIMPLE = -1, 0, 1, 2


class Restrictions:
    """Checks one schema. `inside` maps each pattern (by identity) to the kinds that it is or has."""

    def __init__(self, start: Simple, faults: list[Diagnostic]) -> None:
        self.faults = faults
        self.inside: dict[int, frozenset[str]] = {}
        self.content: dict[int, int] = {}
        self.attributes: dict[int, Names] = {}
        self.elements: dict[int, Names] = {}
        self.order: list[Simple] = []
        self.start = start
        self._collect(start)
        self.in_lists_only = self._in_lists_only()

    def _collect(self, start: Simple) -> None:
        """Put all patterns into `order`, the inner ones first."""
        met: set[int] = set()
        elements = [start]
        while elements:
            waiting = [(elements.pop(), False)]
            while waiting:
                simple, done = waiting.pop()
                if done:
                    self.order.append(simple)
                    self.inside[id(simple)] = self._inside(simple)
                    continue
                if id(simple) in met:
                    continue
                met.add(id(simple))
                waiting.append((simple, True))
                if simple.kind == "element":
                    elements.append(simple.children[0])
                else:
                    waiting.extend((child, False) for child in simple.children)

    def _in_lists_only(self) -> set[int]:
        """Return the patterns (by identity) that only occur inside lists and exceptions, where §7.2 does not hold."""
        left = {id(simple) for simple in self.order}
        waiting = [self.start]
        while waiting:
            simple = waiting.pop()
            if id(simple) in left:
                left.discard(id(simple))
                if simple.kind not in ("list", "data"):
                    waiting.extend(simple.children)
        return left

    def _inside(self, simple: Simple) -> frozenset[str]:
        kinds = {simple.kind}
        if simple.kind == "element":
            return frozenset(kinds)
        for child in simple.children:
            kinds |= self.inside[id(child)]
        if simple.kind in ("group", "interleave") and "attribute" in kinds:
            kinds.add(_GROUPED)
        if simple.kind == "oneOrMore":
            kinds.discard(_UNREPEATED)
        if simple.kind == "attribute" and simple.name_class is not None and is_open(simple.name_class):
            kinds.add(_UNREPEATED)
        return frozenset(kinds)

    def fault(self, code: Code, at: Simple, message: str, hint: str, around: Simple | None = None) -> None:
        """Report what is wrong with a pattern, and where the pattern around it is."""
        related: tuple[Related, ...] = ()
        if around is not None and around.node is not at.node:
            related = (Related(around.node.location, f"“{around.node.kind}” is here"),)
        length = len(at.node.kind) + 1
        self.faults.append(Diagnostic.of(code, at.node.location, message, hint=hint, related=related, length=length))

    def find(self, simple: Simple, fits: Callable[[Simple], bool], below: Callable[[Simple], bool]) -> Simple:
        """Return the first pattern inside another (or itself) that fits, going only below those that may hold one."""
        waiting = [simple]
        while waiting:
            each = waiting.pop()
            if fits(each):
                return each
            if each.kind != "element":
                waiting.extend(child for child in reversed(each.children) if below(child))
        return simple

    def holding(self, simple: Simple, kinds: frozenset[str] | set[str]) -> Simple:
        """Return the first pattern of one of the kinds inside another, outside of elements."""
        return self.find(simple, lambda each: each.kind in kinds, lambda each: bool(self.inside[id(each)] & kinds))


def check_restrictions(start: Simple, faults: list[Diagnostic]) -> None:
    """Append what breaks a restriction of §7 to the faults."""
    checks = Restrictions(start, faults)
    start_element(checks)
    for simple in checks.order:
        match simple.kind:
            case "attribute":
                attribute_pattern(checks, simple)
            case "oneOrMore":
                one_or_more_pattern(checks, simple)
            case "list":
                list_pattern(checks, simple)
            case "data" if simple.children:
                except_in_data(checks, simple)
        if id(simple) not in checks.in_lists_only:
            string_sequences(checks, simple)
        attributes(checks, simple)
        if simple.kind == "interleave":
            interleave(checks, simple)
    open_attributes(checks)


def attribute_pattern(checks: Restrictions, simple: Simple) -> None:
    """§7.1.1: no element and no attribute inside an attribute."""
    kinds = {"element", "attribute"} & checks.inside[id(simple.children[0])]
    if kinds:
        at = checks.holding(simple.children[0], kinds)
        message = f"an attribute cannot have {_an(at.kind)} in it"
        checks.fault(
            codes.PATTERN_IN_ATTRIBUTE,
            at,
            message,
            "the value of an attribute is text: use data, value or list",
            simple,
        )


def one_or_more_pattern(checks: Restrictions, simple: Simple) -> None:
    """§7.1.2: no attribute in a group or interleave that is repeated."""
    child = simple.children[0]
    if _GROUPED not in checks.inside[id(child)]:
        return
    grouped = checks.find(
        child,
        lambda each: each.kind in ("group", "interleave") and "attribute" in checks.inside[id(each)],
        lambda each: _GROUPED in checks.inside[id(each)],
    )
    at = checks.holding(grouped, {"attribute"})
    message = "an attribute cannot be repeated together with something else"
    checks.fault(codes.REPEATED_ATTRIBUTE_GROUP, at, message, "take the attribute out of the repetition", simple)


def list_pattern(checks: Restrictions, simple: Simple) -> None:
    """§7.1.3: only data and values, grouped, in choices and repeated, inside a list."""
    kinds = _IN_LIST & checks.inside[id(simple.children[0])]
    if kinds:
        at = checks.holding(simple.children[0], kinds)
        message = f"a list cannot have {_an(at.kind)} in it"
        checks.fault(codes.PATTERN_IN_LIST, at, message, "a list has words, each by data or value", simple)


def except_in_data(checks: Restrictions, simple: Simple) -> None:
    """§7.1.4: only data, values and choices of them in the exception of data."""
    kinds = _IN_EXCEPT & checks.inside[id(simple.children[0])]
    if kinds:
        at = checks.holding(simple.children[0], kinds)
        message = f"the exception of “data” cannot have {_an(at.kind)} in it"
        checks.fault(codes.PATTERN_IN_EXCEPT, at, message, "except data and values only", simple)


def start_element(checks: Restrictions) -> None:
    """§7.1.5: the start is an element, or a choice of elements."""
    kinds = _IN_START & checks.inside[id(checks.start)]
    if kinds:
        at = checks.holding(checks.start, kinds)
        message = f"the start cannot have {_an(at.kind)} in it: a document has one root element"
        checks.fault(codes.PATTERN_IN_START, at, message, "start with an element, or a choice of elements")


def string_sequences(checks: Restrictions, simple: Simple) -> None:
    """§7.2: data and values make up the whole content: nothing stands beside them."""
    types = [checks.content.get(id(child), _COMPLEX) for child in simple.children]
    kind = simple.kind
    found = {
        "empty": _EMPTY,
        "data": _SIMPLE,
        "value": _SIMPLE,
        "list": _SIMPLE,
        "attribute": _EMPTY,
        "choice": max(types, default=0),
    }
    result = found.get(kind, _COMPLEX)
    if kind in ("group", "interleave"):
        result, broken = _EMPTY, None
        for child, each in zip(simple.children, types, strict=True):
            if not _groupable(result, each):
                broken = broken or child
            result = max(result, each)
        if broken is not None:
            _mixed_strings(checks, simple, broken)
            result = _COMPLEX if result != _SIMPLE else _EMPTY
    elif kind == "oneOrMore":
        result = types[0]
        if result == _SIMPLE:
            at = checks.holding(simple.children[0], {"data", "value", "list"})
            hint = "put it into a “list”, if the words of one value are meant"
            checks.fault(
                codes.STRING_SEQUENCE,
                at,
                "data cannot be repeated: nothing separates one value from the next",
                hint,
                simple,
            )
            result = _EMPTY
    checks.content[id(simple)] = result


def _groupable(left: int, right: int) -> bool:
    return _EMPTY in (left, right) or (left == _COMPLEX and right == _COMPLEX)


def _mixed_strings(checks: Restrictions, simple: Simple, broken: Simple) -> None:
    strings = {"data", "value", "list"}
    holder = next((each for each in (broken, *simple.children) if checks.content.get(id(each)) == _SIMPLE), broken)
    at = checks.find(
        holder,
        lambda each: each.kind in strings,
        lambda each: each.kind != "attribute" and bool(checks.inside[id(each)] & strings),
    )
    message = "data or a value cannot stand beside other content"
    hint = (
        "an element has either elements and text, or one value: use “list” for several values, “text” for mixed content"
    )
    checks.fault(codes.STRING_SEQUENCE, at, message, hint, simple)


def attributes(checks: Restrictions, simple: Simple) -> None:
    """§7.3: no attribute twice in a group or interleave."""
    if "attribute" not in checks.inside[id(simple)]:
        return
    if simple.kind == "attribute":
        checks.attributes[id(simple)] = Names.of(simple)
        return
    together = Names()
    grouped = simple.kind in ("group", "interleave")
    for child in simple.children:
        names = checks.attributes.get(id(child))
        if names is None:
            continue
        for earlier, later, shown in together.overlaps(names) if grouped else ():
            message = f"attribute {shown} can occur twice here"
            checks.fault(codes.DUPLICATE_ATTRIBUTE, later, message, "remove one, or put them into a “choice”", earlier)
        together = together.with_names(names)
    checks.attributes[id(simple)] = together


def open_attributes(checks: Restrictions) -> None:
    """§7.3: an attribute with infinitely many names is inside a repetition."""
    told: set[int] = set()
    contents = [simple.children[0] for simple in checks.order if simple.kind == "element"]
    for content in (checks.start, *contents):
        if _UNREPEATED not in checks.inside[id(content)]:
            continue
        at = checks.find(
            content,
            lambda each: each.kind == "attribute" and _UNREPEATED in checks.inside[id(each)],
            lambda each: _UNREPEATED in checks.inside[id(each)],
        )
        if id(at) not in told:
            told.add(id(at))
            hint = "put it into “oneOrMore” or “zeroOrMore”"
            checks.fault(codes.OPEN_ATTRIBUTE, at, "an attribute with any name must be repeated", hint)


def interleave(checks: Restrictions, simple: Simple) -> None:
    """§7.4: the members of an interleave have no element name in common, and at most one has text."""
    together, text = Names(), None
    for child in simple.children:
        names = _elements(checks, child)
        for earlier, later, shown in together.overlaps(names):
            message = f"element {shown} is in two members of one interleave"
            checks.fault(
                codes.INTERLEAVED_ELEMENT, later, message, "let only one member of the interleave have it", earlier
            )
        together = together.with_names(names)
        own_text = next(_texts(child), None)
        if own_text is not None and text is not None:
            message = "text is in two members of one interleave"
            hint = "“mixed” has text already: leave out one of the two"
            checks.fault(codes.INTERLEAVED_TEXT, own_text, message, hint, text)
        text = text or own_text


def _elements(checks: Restrictions, simple: Simple) -> Names:
    """Return the names of the elements inside a pattern."""
    names = checks.elements.get(id(simple))
    if names is None:
        if simple.kind == "element":
            names = Names.of(simple)
        else:
            names = Names()
            for child in simple.children:
                if "element" in checks.inside[id(child)]:
                    names = names.with_names(_elements(checks, child))
        checks.elements[id(simple)] = names
    return names


def _texts(simple: Simple) -> Iterator[Simple]:
    waiting, met = [simple], set()
    while waiting:
        each = waiting.pop()
        if each.kind == "text":
            yield each
        elif each.kind not in ("element", "attribute", "list", "data") and id(each) not in met:
            met.add(id(each))
            waiting.extend(reversed(each.children))


def _an(kind: str) -> str:
    return f"an “{kind}”" if kind[0] in "aeiou" else f"a “{kind}”"
