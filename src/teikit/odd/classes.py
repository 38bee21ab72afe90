"""Classes: who the members of a model class are, and which attributes an element has (TEI Guidelines, §1.3)."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from teikit.odd.merge import merge_att_def
from teikit.odd.model import (
    AttDef,
    AttList,
    AttRef,
    ClassSpec,
    ElementSpec,
    Occurs,
    Specs,
)


class Member(NamedTuple):
    """A member of a class: an element or a class, with how often it occurs where the class is spelt out."""

    spec: ElementSpec | ClassSpec
    occurs: Occurs


class WholeClass(NamedTuple):
    """All attributes of a class, its superclasses included."""

    ident: str


class FromClass(NamedTuple):
    """One attribute as a class defines it."""

    ident: str
    definition: AttDef


class Choice(NamedTuple):
    """Groups of attributes of which one is taken."""

    items: tuple[Attribute, ...]
    grouped: bool


Attribute: TypeAlias = "WholeClass | FromClass | AttDef | Choice"


def members_of(specs: Specs) -> dict[str, list[Member]]:
    """Return the members of every class that has some, in the order of definition."""
    found: dict[str, list[Member]] = {}
    for spec in specs.in_order():
        if isinstance(spec, ElementSpec | ClassSpec) and spec.classes is not None:
            for key, occurs in {member.key: member.occurs for member in spec.classes.members}.items():
                found.setdefault(key, []).append(Member(spec, occurs))
    return found


class AttributeClasses:
    """The attribute classes of a schema."""

    def __init__(self, specs: Specs) -> None:
        self.specs = specs
        self._closures: dict[str, list[tuple[str, AttDef]]] = {}

    def get(self, ident: str) -> ClassSpec | None:
        """Return the attribute class of that name, or None."""
        spec = self.specs.classes.get(ident)
        return spec if spec is not None and spec.type == "atts" else None

    def superclasses(self, spec: ElementSpec | ClassSpec) -> list[str]:
        """Return the attribute classes that an element or a class is directly a member of."""
        if spec.classes is None:
            return []
        return list(dict.fromkeys(one.key for one in spec.classes.members if self.get(one.key) is not None))

    def closure(self, ident: str) -> list[tuple[str, AttDef]]:
        """Return class and definition of each attribute of a class: of its superclasses, its own, those referred to."""
        if ident not in self._closures:
            self._closures[ident] = []  # a class that is its own superclass adds nothing to itself
            self._closures[ident] = self._closure(ident)
        return self._closures[ident]

    def _closure(self, ident: str) -> list[tuple[str, AttDef]]:
        spec = self.get(ident)
        if spec is None:
            return []
        found = [pair for parent in self.superclasses(spec) for pair in self.closure(parent)]
        found.extend((ident, definition) for definition in spec.attributes.definitions() if definition.mode != "delete")
        for ref in spec.attributes.references():
            found.extend(self.referred(ref))
        unique: dict[tuple[str, str], tuple[str, AttDef]] = {}
        for pair in found:
            unique.setdefault(pair[1].key, pair)
        return list(unique.values())

    def referred(self, ref: AttRef) -> list[tuple[str, AttDef]]:
        """Return the attributes that an `attRef` means."""
        pairs = self.closure(ref.class_key)
        if ref.name is None:
            return pairs
        name = ref.name.replace(":", "")
        return [pair for pair in pairs if pair[1].ident.replace(":", "") == name]

    def of_element(self, element: ElementSpec) -> list[Attribute]:
        """Return the attributes of an element, each once, what the element says about inherited ones applied."""
        return _ElementAttributes(self, element).all()


class _ElementAttributes:
    def __init__(self, classes: AttributeClasses, element: ElementSpec) -> None:
        self.classes = classes
        self.element = element
        self.own = {definition.ident: definition for definition in element.attributes.definitions()}
        self.used = {one.key for one in self.own.values() if one.mode in ("add", "replace")}
        self.local = frozenset(self.used)

    def all(self) -> list[Attribute]:
        found: list[Attribute] = []
        for ident in self.classes.superclasses(self.element):
            found.extend(self._inherited(ident))
        seen: set[tuple[str, str]] = set()
        for item in self._local_items(self.element.attributes):
            if isinstance(item, AttDef):
                if item.key in seen:
                    continue
                seen.add(item.key)
            found.append(item)
        return found

    def _inherited(self, ident: str) -> list[Attribute]:
        pairs = self.classes.closure(ident)
        keys = {definition.key for _, definition in pairs}
        if not (keys & self.used) and not any(definition.ident in self.own for _, definition in pairs):
            self.used |= keys
            return [WholeClass(ident)]
        found: list[Attribute] = []
        for owner, definition in pairs:
            change = self.own.get(definition.ident)
            if change is not None and change.mode == "change":
                definition = merge_att_def(definition, change)
            elif change is not None:
                continue
            if definition.key not in self.used:
                self.used.add(definition.key)
                found.append(FromClass(owner, definition) if change is None else definition)
        return found

    def _local_items(self, attributes: AttList) -> list[Attribute]:
        found: list[Attribute] = []
        for item in attributes.items:
            if isinstance(item, AttDef):
                if item.mode in ("add", "replace"):
                    found.append(item)
            elif isinstance(item, AttRef):
                for owner, definition in self.classes.referred(item):
                    if definition.key not in self.used:
                        self.used.add(definition.key)
                        found.append(FromClass(owner, definition))
            else:
                inner = tuple(self._local_items(item))
                if inner:
                    found.append(Choice(inner, item.org != "choice"))
        return found
