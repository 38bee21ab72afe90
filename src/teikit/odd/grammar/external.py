"""Grammars in RELAX NG that an ODD brings in with `moduleRef/@url` (TEI Guidelines, §22.8.2)."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from teikit.odd.grammar.patterns import RNG
from teikit.odd.model import ModuleRef, Origin, Rng
from teikit.odd.read.sources import Sources
from teikit.xml import Document

_INHERITED = ("ns", "datatypeLibrary")


def external_grammar(module: ModuleRef, sources: Sources) -> etree._Element | None:
    """Return the definitions of an external grammar as a `div`; None (and a diagnostic) where it is not at hand.

    Each name gets the prefix of the module, `start` is left out, `include` is followed, and what the module's own
    `content` defines takes the place of a definition of that name.
    """
    document = sources.file(module.url or "", module.origin, "url")
    if document is None:
        return None
    replaced = {dict(one.attributes).get("name", "") for one in module.content if isinstance(one, Rng)}
    return _division(document, document.root, module.prefix, replaced, sources, (document,))


def _division(
    document: Document,
    grammar: etree._Element,
    prefix: str,
    replaced: set[str],
    sources: Sources,
    open_: tuple[Document, ...],
) -> etree._Element:
    division = etree.Element(f"{{{RNG}}}div")
    for name in _INHERITED:
        stated = [value for node in [grammar, *grammar.iterancestors()] if (value := node.get(name)) is not None]
        division.set(name, stated[0] if stated else "")
    for child in grammar.iterchildren(f"{{{RNG}}}define", f"{{{RNG}}}div", f"{{{RNG}}}include"):
        kind = etree.QName(child).localname
        if kind == "define" and child.get("name") not in replaced:
            division.append(_prefixed(child, prefix))
        elif kind == "div":
            division.append(_division(document, child, prefix, replaced, sources, open_))
        elif kind == "include":
            inner = sources.file(child.get("href", ""), Origin(document, child), "href")
            if inner is not None and inner not in open_:
                own = replaced | {one.get("name", "") for one in child.iter(f"{{{RNG}}}define")}
                division.append(_division(inner, inner.root, prefix, own, sources, (*open_, inner)))
            division.append(_division(document, child, prefix, replaced, sources, open_))
    return division


def _prefixed(define: etree._Element, prefix: str) -> etree._Element:
    copy = deepcopy(define)
    copy.tail = None
    for node in copy.iter(f"{{{RNG}}}define", f"{{{RNG}}}ref"):
        node.set("name", f"{prefix}{node.get('name', '')}")
    return copy
