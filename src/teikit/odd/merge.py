"""Making the changes: what `mode="change"` does to a specification (TEI Guidelines, §23.3.1 and TD)."""

from __future__ import annotations

from teikit.odd.model import (
    AttDef,
    AttList,
    AttRef,
    Classes,
    ClassSpec,
    ConstraintSpec,
    DataSpec,
    ElementSpec,
    MacroSpec,
    Spec,
    ValItem,
    ValList,
)


def merge_spec(old: Spec, new: Spec) -> Spec:
    """Return `old` with the changes that `new` states; what it does not state stays."""
    if isinstance(old, ElementSpec) and isinstance(new, ElementSpec):
        return _merge_element(old, new)
    if isinstance(old, ClassSpec) and isinstance(new, ClassSpec):
        return old._replace(
            prefix=new.prefix or old.prefix,
            documentation=new.documentation or old.documentation,
            classes=merge_classes(old.classes, new.classes),
            attributes=merge_att_list(old.attributes, new.attributes, in_class=True),
            constraints=merge_constraints(old.constraints, new.constraints),
            origin=new.origin,
        )
    assert isinstance(old, MacroSpec | DataSpec)
    assert isinstance(new, MacroSpec | DataSpec)
    return old._replace(
        prefix=new.prefix or old.prefix,
        documentation=new.documentation or old.documentation,
        content=old.content if new.content is None else new.content,
        val_list=old.val_list if new.val_list is None else new.val_list,
        constraints=merge_constraints(old.constraints, new.constraints),
        origin=new.origin,
    )


def _merge_element(old: ElementSpec, new: ElementSpec) -> ElementSpec:
    val_list = old.val_list if new.val_list is None else new.val_list
    return old._replace(
        namespace=new.namespace or old.namespace,
        prefix=new.prefix or old.prefix,
        alt_ident=new.alt_ident or old.alt_ident,
        documentation=new.documentation or old.documentation,
        classes=merge_classes(old.classes, new.classes),
        content=old.content if new.content is None else new.content,
        val_list=None if val_list and val_list.mode == "delete" else val_list,
        attributes=merge_att_list(old.attributes, new.attributes, in_class=False),
        constraints=merge_constraints(old.constraints, new.constraints),
        origin=new.origin,
    )


def merge_classes(old: Classes | None, new: Classes | None) -> Classes | None:
    """Return the memberships after a change: with `@mode` `change` added and removed, else replaced."""
    if new is None:
        return old
    stated = {member.key for member in new.members}
    kept = [member for member in new.members if member.mode != "delete"]
    if new.mode == "change" and old is not None:
        kept.extend(member for member in old.members if member.key not in stated)
    return Classes("replace", tuple(kept))


def merge_constraints(old: tuple[ConstraintSpec, ...], new: tuple[ConstraintSpec, ...]) -> tuple[ConstraintSpec, ...]:
    """Return the constraints after a change: added, replaced and changed ones, then those that stay."""
    touched = {one.ident for one in new if one.mode != "add"}
    stated = [one for mode in ("add", "replace", "change") for one in new if one.mode == mode]
    return tuple(stated + [one for one in old if one.ident not in touched])


def merge_att_list(old: AttList, new: AttList, *, in_class: bool) -> AttList:
    """Return the attributes after a change.

    What is said about an attribute that `old` does not define concerns one that is inherited from a class, and stays
    as it is for `classes` to apply. A class drops what is deleted; an element keeps the note that it is deleted.
    """
    if not new.items:
        return old
    stated = {definition.ident: definition for definition in new.definitions()}
    known = {definition.ident for definition in old.definitions()}
    items = [kept for item in new.items if (kept := _new_item(item, known)) is not None]
    for item in old.items:
        items.extend(_changed_items(item, stated, in_class=in_class))
    if in_class:
        items = [item for item in items if not (isinstance(item, AttDef) and item.mode == "delete")]
    return AttList("group", tuple(items))


def _new_item(item: AttDef | AttRef | AttList, known: set[str]) -> AttDef | AttRef | AttList | None:
    if isinstance(item, AttDef):
        return None if item.ident in known and item.mode in ("change", "delete") else item
    if isinstance(item, AttList):
        inner = tuple(kept for one in item.items if (kept := _new_item(one, known)) is not None)
        return AttList(item.org, inner) if inner else None
    return item


def _changed_items(
    item: AttDef | AttRef | AttList, stated: dict[str, AttDef], *, in_class: bool
) -> list[AttDef | AttRef | AttList]:
    if isinstance(item, AttList):
        inner = [kept for one in item.items for kept in _changed_items(one, stated, in_class=in_class)]
        return [AttList(item.org, tuple(inner))] if inner else []
    if isinstance(item, AttRef):
        change = stated.get(item.name or "")
        return [] if change is not None and change.mode != "change" else [item]
    change = stated.get(item.ident)
    if change is None:
        return [item]
    if change.mode == "change":
        return [merge_att_def(item, change)]
    return [change] if change.mode == "delete" and not in_class else []


def merge_att_def(old: AttDef, new: AttDef) -> AttDef:
    """Return an attribute with the changes that `new` states."""
    values = merge_val_list(old.val_list, new.val_list)
    if old.mode == "change" and values is not None and new.val_list is not None:
        values = values._replace(mode=_mode_for_class(old.val_list, new.val_list))
    return old._replace(
        usage=new.usage or old.usage,
        alt_ident=new.alt_ident or old.alt_ident,
        documentation=new.documentation or old.documentation,
        datatype=new.datatype or old.datatype,
        val_list=values,
        default=new.default or old.default,
        constraints=new.constraints or old.constraints,
        origin=new.origin,
    )


def _mode_for_class(old: ValList | None, new: ValList) -> str | None:
    """Return the mode with which values changed twice meet those of the class.

    The TEI's own element changes a class attribute, and a customization changes it again: a list that the
    customization adds or replaces then has the mode of the element's list. Where that has none, the list is without
    effect. So do the TEI Stylesheets; a warning says how to write what is meant.
    """
    if new.mode == "change":
        return "change"
    return None if old is None else old.mode


def merge_val_list(old: ValList | None, new: ValList | None) -> ValList | None:
    """Return the values after a change.

    With `@mode` `add` or `replace` a list takes the place of the old one, with `change` it is merged into it. A list
    that does not state its mode is passed over, as the TEI Stylesheets do (and the TEI's own schemas rely on it).
    """
    if new is None or new.mode is None:
        return old
    if new.mode == "delete":
        return None
    if new.mode != "change" or old is None:
        return new._replace(items=tuple(item for item in new.items if item.mode != "delete"))
    stated = {item.ident: item for item in new.items}
    items: list[ValItem] = []
    for item in old.items:
        change = stated.get(item.ident)
        if change is None or change.mode is None:
            items.append(item)
        elif change.mode == "change":
            name = change.name if change.name != change.ident else item.name
            items.append(item._replace(name=name, documentation=change.documentation or item.documentation))
    items.extend(item for item in new.items if item.mode in ("add", "replace"))
    return ValList(new.type if new.type != "open" else old.type, None, tuple(items))
