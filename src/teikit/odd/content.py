"""From content models and datatypes to patterns of RELAX NG (TEI Guidelines, §22.5).

A reference to what is not in the schema is dropped, as the TEI Stylesheets do: beside others it vanishes, alone in its
container it leaves `empty` behind. So a customization can leave out elements without touching every content model that
names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from teikit.odd.classes import Member, members_of
from teikit.odd.grammar.patterns import MANY, choice, documentation, group, interleave, is_empty, rng, wrap
from teikit.odd.model import (
    ONCE,
    Alternate,
    AnyElement,
    AttDef,
    ClassRef,
    ClassSpec,
    Content,
    DataRef,
    ElementRef,
    Empty,
    MacroRef,
    Occurs,
    Rng,
    Sequence,
    Spec,
    Specs,
    TextNode,
    ValList,
)

EXPANSIONS = ("sequence", "sequenceOptional", "sequenceRepeatable", "sequenceOptionalRepeatable", "alternation")
_WRAPPERS = {
    "sequenceOptional": "optional",
    "sequenceRepeatable": "oneOrMore",
    "sequenceOptionalRepeatable": "zeroOrMore",
}
_CONTAINERS: dict[str, Callable[[Iterable[etree._Element]], etree._Element]] = {
    "group": group,
    "choice": choice,
    "interleave": interleave,
}


class ContentModels:
    """Makes patterns of the content models of one schema.

    `extra` gathers definitions that the patterns refer to and that no specification has: arbitrary elements, models
    that are repeated. `external` are the names that grammars from outside define.
    """

    def __init__(self, specs: Specs, external: frozenset[str] = frozenset()) -> None:
        self.specs = specs
        self.external = external
        self.members = members_of(specs)
        self.extra: dict[str, etree._Element] = {}
        self._owner = ""

    def name(self, spec: Spec) -> str:
        """Return the name of the definition of a specification, with its prefix."""
        return f"{self.specs.prefix if spec.prefix is None else spec.prefix}{spec.ident}"

    def of(self, owner: Spec, content: tuple[Content, ...] | None, values: ValList | None) -> etree._Element:
        """Return the pattern of the content of an element, a macro or a datatype."""
        self._owner = owner.ident
        if values is not None and values.type == "closed":
            return self.values(values)
        return group(self._all(content or ()))

    def _all(self, content: Iterable[Content]) -> list[etree._Element]:
        return [pattern for one in content if (pattern := self._one(one)) is not None]

    def _container(self, kind: str, children: tuple[Content, ...]) -> etree._Element:
        return _CONTAINERS[kind](self._all(children))

    def _one(self, content: Content) -> etree._Element | None:
        match content:
            case TextNode():
                return rng("text")
            case Empty():
                return rng("empty")
            case ValList():
                return self.values(content)
            case Rng():
                return self._rng(content)
            case Sequence():
                return self._repeated(self._sequence(content), content.occurs)
            case Alternate():
                return self._repeated(self._container("choice", content.children), content.occurs)
            case _:
                pattern = self._reference(content)
                return None if pattern is None else self._repeated(pattern, content.occurs, reference=True)

    def _sequence(self, content: Sequence) -> etree._Element:
        if content.children and all(isinstance(one, DataRef) for one in content.children):
            return rng("list", *self._all(content.children))
        return self._container("group" if content.preserve_order else "interleave", content.children)

    def _reference(self, content: ElementRef | MacroRef | ClassRef | DataRef | AnyElement) -> etree._Element | None:
        match content:
            case ClassRef():
                return self._class_ref(content)
            case DataRef():
                return self.data(content)
            case AnyElement():
                return rng("ref", name=self._any_element(content))
            case _:
                spec = self.specs.get(content.key)
                return None if spec is None else rng("ref", name=self.name(spec))

    def _class_ref(self, content: ClassRef) -> etree._Element | None:
        spec = self.specs.classes.get(content.key)
        if spec is None:
            return None
        members = [
            member
            for member in self.members.get(content.key, [])
            if _is_included(member.spec.ident, content.include, content.exclude)
        ]
        if content.expand is None and not (content.include or content.exclude):
            return rng("ref", name=self.name(spec))
        return self.expansion(members, content.expand or "alternation", nested=False) if members else None

    def expansion(self, members: list[Member], expand: str, *, nested: bool) -> etree._Element:
        """Return the members of a class as a choice or one of the sequences; with `nested`, subclasses likewise."""
        patterns = [self._member(member, expand if nested else "") for member in members]
        if expand in _WRAPPERS:
            return group(wrap(_WRAPPERS[expand], pattern) for pattern in patterns)
        return group(patterns) if expand == "sequence" else choice(patterns)

    def _member(self, member: Member, expand: str) -> etree._Element:
        name = self.name(member.spec)
        if isinstance(member.spec, ClassSpec):
            return rng("ref", name=f"{name}_{expand}" if expand else name)
        pattern = self._repeated(rng("ref", name=name), member.occurs)
        return rng("empty") if pattern is None else pattern

    def _any_element(self, content: AnyElement) -> str:
        name = f"anyElement_{self._owner}_{1 + sum(1 for one in self.extra if one.startswith('anyElement_'))}"
        exceptions = self.specs.exceptions if content.exceptions is None else content.exceptions
        left_out = [
            rng("nsName", ns=namespace) if local is None else rng("name", text=local, ns=namespace)
            for namespace, local in exceptions
        ]
        any_name = rng("anyName", *([rng("except", *left_out)] if left_out else []))
        attributes = wrap("zeroOrMore", rng("attribute", rng("anyName")))
        inner = wrap("zeroOrMore", choice([rng("text"), rng("ref", name=name)]))
        self.extra[name] = rng("element", any_name, rng("group", attributes, inner))
        return name

    def _repeated(self, pattern: etree._Element, occurs: Occurs, *, reference: bool = False) -> etree._Element | None:
        """Return a pattern as often as it is to occur; None where that is never."""
        if occurs == ONCE:
            return pattern
        minimum, maximum = occurs.minimum, occurs.maximum
        if maximum == 0:
            return None
        if minimum <= 1 and (maximum is None or maximum == 1):
            return wrap(
                {(0, 1): "optional", (0, None): "zeroOrMore", (1, None): "oneOrMore"}[minimum, maximum], pattern
            )
        if is_empty(pattern):
            return pattern
        one = pattern if reference else self._named(pattern)
        required = [_copy(one) for _ in range(min(minimum, MANY))]
        if maximum is None or maximum > MANY:
            return group([*required, wrap("zeroOrMore", _copy(one))])
        return group([*required, *(wrap("optional", _copy(one)) for _ in range(maximum - minimum))])

    def _named(self, pattern: etree._Element) -> etree._Element:
        """Give a repeated model a name, so that nested repetition does not multiply it."""
        name = f"{self.specs.prefix}{self._owner}.part.{1 + sum(1 for key in self.extra if '.part.' in key)}"
        self.extra[name] = pattern
        return rng("ref", name=name)

    def _rng(self, content: Rng) -> etree._Element | None:
        attributes = dict(content.attributes)
        if content.name == "ref":
            name = self.resolve(attributes.get("name", ""))
            return None if name is None else rng("ref", name=name)
        children = self._all(content.children)
        if content.name in _CONTAINERS:
            return _CONTAINERS[content.name](children)
        if content.name in ("optional", "zeroOrMore", "oneOrMore", "mixed"):
            if not children:
                return None
            pattern = group(children)
            return rng("mixed", pattern) if content.name == "mixed" else wrap(content.name, pattern)
        if not children and content.name in ("list", "element") and content.children:
            children = [rng("empty")]
        text = content.text if content.name in ("value", "name", "param") else None
        return rng(content.name, *children, text=text, **attributes)

    def overrides(self, content: tuple[Content, ...], prefix: str) -> list[etree._Element]:
        """Return the definitions that `moduleRef/content` puts in the place of those of an external grammar."""
        defines = [one for one in self._all(content) if etree.QName(one).localname == "define"]
        for one in defines:
            one.set("name", f"{prefix}{one.get('name', '')}")
        return defines

    def resolve(self, name: str) -> str | None:
        """Return the definition that `rng:ref` means, or None where the schema has none."""
        if name in self.external:
            return name
        for ident in (name, name.removeprefix(self.specs.prefix)):
            spec = self.specs.get(ident)
            if spec is not None:
                return self.name(spec)
            stem, _, expand = ident.rpartition("_")
            if expand in EXPANSIONS and stem in self.specs.classes:
                return f"{self.name(self.specs.classes[stem])}_{expand}"
        return None

    def values(self, values: ValList) -> etree._Element:
        """Return a choice of the values of a list; a list without values leaves `empty`."""
        patterns: list[etree._Element] = []
        for item in values.items:
            value = rng("value", text=item.name)
            patterns.append(value)
            patterns.extend(documentation(item.documentation))
        if len(values.items) == 1 and len(patterns) == 1:
            return patterns[0]
        return rng("choice", *patterns) if patterns else rng("empty")

    def data(self, content: DataRef, restriction: str | None = None) -> etree._Element | None:
        """Return a datatype: by name from W3C XML Schema, by key one of the schema's own."""
        pattern = content.restriction or restriction
        if content.name is not None:
            facets = list(content.facets) or ([("pattern", pattern)] if pattern else [])
            return rng("data", *(rng("param", text=value, name=name) for name, value in facets), type=content.name)
        spec = self.specs.data.get(content.key or "") or self.specs.macros.get(content.key or "")
        if spec is None:
            return None
        if pattern is None:
            return rng("ref", name=self.name(spec))
        return self._restricted(spec.content or (), pattern)

    def _restricted(self, content: tuple[Content, ...], restriction: str) -> etree._Element:
        found: list[etree._Element | None] = []
        for one in content:
            if isinstance(one, DataRef):
                found.append(self.data(one, restriction))
            elif isinstance(one, Alternate):
                found.append(choice([self._restricted((child,), restriction) for child in one.children]))
            else:
                found.append(self._one(one))
        return group(one for one in found if one is not None)

    def attribute_value(self, definition: AttDef) -> etree._Element:
        """Return the pattern of an attribute's value: its values, its datatype, a list of them, or any text."""
        values, datatype = definition.val_list, definition.datatype
        listed = None if values is None or values.type == "open" or not values.items else self.values(values)
        typed = None if datatype is None else group(self._all(datatype.content))
        if typed is not None and is_empty(typed):
            typed = None
        if listed is None:
            one = typed
        elif values is not None and values.type == "semi":
            one = rng(
                "choice",
                *listed if listed.tag.endswith("}choice") else [listed],
                typed if typed is not None else rng("data", type="Name"),
            )
        else:
            one = listed
        if one is None:
            return rng("text")
        occurs = ONCE if datatype is None else datatype.occurs
        return self._value_list(one, occurs)

    def _value_list(self, one: etree._Element, occurs: Occurs) -> etree._Element:
        if occurs == ONCE or occurs.maximum == 0 or self._has_text(one):
            return one
        if occurs == Occurs(0, 1):
            # Not `optional`: libxml2 then takes any value of an attribute.
            return rng("choice", rng("empty"), one)
        repeated = self._repeated(one, occurs)
        return (
            one
            if repeated is None
            else rng("list", *([repeated] if repeated.tag.endswith("}list") else _parts(repeated)))
        )

    def _has_text(self, pattern: etree._Element, depth: int = 0) -> bool:
        """Can the value be any text? Such a value cannot be one of a list (RELAX NG, §7.1.3)."""
        for inner in pattern.iter(etree.Element):
            local = etree.QName(inner).localname
            if local in ("text", "list"):
                return True
            if local == "ref" and depth < 20:
                name = inner.get("name", "").removeprefix(self.specs.prefix)
                spec = self.specs.data.get(name) or self.specs.macros.get(name)
                if spec is not None and self._has_text(self.of(spec, spec.content, spec.val_list), depth + 1):
                    return True
        return False


def _parts(pattern: etree._Element) -> list[etree._Element]:
    return list(pattern) if pattern.tag.endswith("}group") else [pattern]


def _copy(pattern: etree._Element) -> etree._Element:
    copy = rng(etree.QName(pattern).localname, *(_copy(child) for child in pattern), text=pattern.text)
    copy.attrib.update(pattern.attrib)
    return copy


def _is_included(ident: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    return ident in include if include else ident not in exclude
