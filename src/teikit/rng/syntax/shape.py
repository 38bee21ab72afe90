"""The full syntax (§3): which element of RELAX NG has which attributes and children.

What does not fit is reported and taken out of the tree, or replaced by `notAllowed`, so that the rest can be looked at.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from teikit.diagnostics import Code, Diagnostic
from teikit.rng import schema_codes as codes
from teikit.rng.syntax.names import is_ncname, is_qname
from teikit.rng.syntax.node import RNG, Foreign, Node
from teikit.xml.names import WHITE_SPACE

PATTERNS = frozenset(
    """element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref parentRef empty value data
    notAllowed text externalRef grammar""".split()  # noqa: SIM905
)
NAME_CLASSES = frozenset(("name", "anyName", "nsName", "choice"))
COMPONENTS = frozenset(("start", "define", "div", "include"))
_OTHERS = frozenset(("param", "except"))
_ALL = PATTERNS | NAME_CLASSES | COMPONENTS | _OTHERS
_LEAVES = frozenset(("ref", "parentRef", "empty", "notAllowed", "text", "externalRef", "value", "param", "name"))
_REQUIRED = {
    "ref": "name", "parentRef": "name", "define": "name", "param": "name", "data": "type", "externalRef": "href",
    "include": "href",
}  # fmt: skip
_OPTIONAL = {
    "element": ("name",),
    "attribute": ("name",),
    "value": ("type",),
    "define": ("combine",),
    "start": ("combine",),
}
_EVERYWHERE = ("ns", "datatypeLibrary")


class Shape:
    """Checks one file. `faults` receives what is wrong; `names` is the edition of XML for names, `4th` or `5th`."""

    def __init__(self, faults: list[Diagnostic], names: str) -> None:
        self.faults = faults
        self.names = names

    def fault(self, code: Code, node: Node, message: str, hint: str | None = None) -> None:
        """Report what is wrong with a node."""
        self.faults.append(Diagnostic.of(code, node.location, message, hint=hint, length=len(node.kind) + 1))

    def pattern(self, node: Node) -> None:
        """Check a pattern and all below it."""
        if not self._attributes(node):
            _void(node)
            return
        match node.kind:
            case "element" | "attribute":
                self._named(node)
            case "data":
                self._data(node)
            case "grammar":
                self.components(node, COMPONENTS)
            case kind if kind in _LEAVES:
                self._leaf(node)
            case _:
                self._patterns(node)

    def _leaf(self, node: Node) -> None:
        """Check what has no children; where it has text, it has no annotations inside, either."""
        self._keep(node, frozenset())
        if node.kind in ("value", "param", "name") and any(isinstance(note.what, Foreign) for note in node.notes or ()):
            message = f"“{node.kind}” has text only: no element is allowed in it"
            self.fault(codes.MISPLACED_PATTERN, node, message, f"put the annotation after the “{node.kind}”")

    def _patterns(self, node: Node, least: int = 1) -> None:
        self._keep(node, PATTERNS)
        self._needs(node, least)
        for child in node.children:
            self.pattern(child)

    def _needs(self, node: Node, least: int) -> None:
        if len(node.children) < least:
            message = f"“{node.kind}” has no pattern in it"
            self.fault(codes.MISSING_CHILD, node, message, "put a pattern into it, such as “empty” or “text”")
            node.children = [Node("notAllowed", {}, node.place, node.prefixes)]

    def _named(self, node: Node) -> None:
        """`element` and `attribute`: a name or a name class, then patterns (for `attribute` at most one)."""
        first = [] if "name" in node.attributes else node.children[:1]
        if not first and "name" not in node.attributes:
            self._nameless(node)
            return
        if first and first[0].kind not in NAME_CLASSES:
            self._nameless(node)
            return
        node.children = node.children[len(first) :]
        if node.kind == "element":
            self._patterns(node)
        else:
            self._patterns(node, 0)
            if len(node.children) > 1:
                hint = "put them into a “choice” or “list”"
                self.fault(
                    codes.MISPLACED_PATTERN, node.children[1], "“attribute” has more than one pattern in it", hint
                )
        if first:
            self.name_class(first[0])
        node.children = [*first, *node.children]

    def _nameless(self, node: Node) -> None:
        hint = "give it an attribute “name”, or begin it with “name”, “anyName”, “nsName” or “choice”"
        self.fault(codes.MISSING_NAME, node, f"“{node.kind}” has no name", hint)
        _void(node)

    def name_class(self, node: Node) -> None:
        """Check a name class and all below it."""
        self._attributes(node)
        if node.kind == "name":
            self._leaf(node)
            if not is_qname(node.text.strip(WHITE_SPACE), self.names):
                self._bad_name(node, "name", node.text.strip(WHITE_SPACE))
                node.text = "bad"
        elif node.kind == "choice":
            self._keep(node, NAME_CLASSES)
            if not node.children:
                self.fault(codes.MISSING_CHILD, node, "“choice” has no name class in it", "put a “name” into it")
            for child in node.children:
                self.name_class(child)
        else:
            self._keep(node, frozenset(("except",)), most=1)
            for child in node.children:
                self._except(child, NAME_CLASSES)

    def _except(self, node: Node, kinds: frozenset[str]) -> None:
        self._attributes(node)
        self._keep(node, kinds)
        if not node.children:
            what = "pattern" if kinds is PATTERNS else "name class"
            self.fault(codes.MISSING_CHILD, node, f"“except” has no {what} in it", "say what is excepted, or remove it")
        for child in node.children:
            if kinds is PATTERNS:
                self.pattern(child)
            else:
                self.name_class(child)

    def _data(self, node: Node) -> None:
        """`data`: parameters, then at most one exception."""
        self._keep(node, _OTHERS)
        for index, child in enumerate(node.children):
            if child.kind == "except":
                self._except(child, PATTERNS)
                for late in node.children[index + 1 :]:
                    hint = "put every “param” first, and only one “except” last"
                    self.fault(codes.MISPLACED_PATTERN, late, f"“{late.kind}” is not allowed after “except”", hint)
                node.children = node.children[: index + 1]
                break
            self._attributes(child)
            self._leaf(child)
        node.children = [child for child in node.children if child.kind == "except" or "name" in child.attributes]

    def components(self, node: Node, kinds: frozenset[str]) -> None:
        """Check the components of `grammar`, `div` or `include`, whose own attributes are checked already."""
        self._keep(node, kinds)
        node.children = [child for child in node.children if self._component(child, kinds)]

    def _component(self, node: Node, kinds: frozenset[str]) -> bool:
        if not self._attributes(node):
            return False
        if node.kind == "div":
            self.components(node, kinds)
        elif node.kind == "include":
            self.components(node, COMPONENTS - {"include"})
        else:
            self._patterns(node)
            if node.kind == "start" and len(node.children) > 1:
                hint = "put them into a “choice”: a document has one root element"
                self.fault(codes.MISPLACED_PATTERN, node.children[1], "“start” has more than one pattern in it", hint)
                node.children = node.children[:1]
        return True

    def _keep(self, node: Node, kinds: frozenset[str], most: int | None = None) -> None:
        """Report children that are not of the kinds, or too many of them, and take them out."""
        kept = []
        for child in node.children:
            if child.kind not in kinds:
                self._misplaced(child, node, kinds)
                if kinds is PATTERNS:
                    kept.append(Node("notAllowed", {}, child.place, child.prefixes))
            elif most is not None and len(kept) >= most:
                message = f"a second “{child.kind}” is not allowed in “{node.kind}”"
                self.fault(codes.MISPLACED_PATTERN, child, message, "put all into one")
            else:
                kept.append(child)
        if kept != node.children:
            if node.notes:
                node.notes = [note._replace(after=min(note.after, len(kept))) for note in node.notes]
            node.children = kept

    def _misplaced(self, child: Node, parent: Node, kinds: frozenset[str]) -> None:
        if child.kind not in _ALL:
            message = f"“{child.kind}” is not an element of RELAX NG"
            self.fault(codes.UNKNOWN_PATTERN, child, message, _meant(child.kind, kinds or _ALL))
            return
        message = f"“{child.kind}” is not allowed in “{parent.kind}”"
        hint = f"allowed here: {_listed(kinds)}" if kinds else f"“{parent.kind}” has no children"
        self.fault(codes.MISPLACED_PATTERN, child, message, hint)

    def _attributes(self, node: Node) -> bool:
        """Check the attributes; return False where a required one is missing or makes no sense."""
        required = _REQUIRED.get(node.kind)
        known = (*((required,) if required else ()), *_OPTIONAL.get(node.kind, ()), *_EVERYWHERE)
        for name in node.attributes:
            if name not in known:
                message = f"attribute “{name}” is not allowed on “{node.kind}”"
                self.fault(codes.UNKNOWN_ATTRIBUTE, node, message, _meant(name, known))
        for name in node.foreign or ():
            if name.startswith(f"{RNG} "):
                message = f"attribute “{name.rpartition(' ')[2]}” may not be in the namespace of RELAX NG"
                self.fault(codes.UNKNOWN_ATTRIBUTE, node, message, "write it without a prefix")
        if required and required not in node.attributes:
            self.fault(
                codes.MISSING_ATTRIBUTE, node, f"“{node.kind}” has no attribute “{required}”", f'add {required}="…"'
            )
            return False
        return self._values(node)

    def _values(self, node: Node) -> bool:
        """§4.2: white space around names and types does not count. §3: names are NCNames, or QNames."""
        good = True
        for name in ("name", "type", "combine"):
            if name not in node.attributes:
                continue
            value = node.attributes[name] = node.attributes[name].strip(WHITE_SPACE)
            if name == "combine":
                if value not in ("choice", "interleave"):
                    message = f"combine is “choice” or “interleave”, not “{value}”"
                    self.fault(codes.INVALID_ATTRIBUTE_VALUE, node, message, "did you mean “choice”?")
                    del node.attributes[name]
                continue
            fits = is_qname if node.kind in ("element", "attribute") and name == "name" else is_ncname
            if not fits(value, self.names):
                self._bad_name(node, name, value)
                good = False
        return good

    def _bad_name(self, node: Node, attribute: str, value: str) -> None:
        shown = value[:60]
        hint = "a name begins with a letter or “_” and has letters, digits, “-”, “.” and “_”, no spaces"
        self.fault(codes.INVALID_ATTRIBUTE_VALUE, node, f"“{shown}” is not a name ({attribute} of “{node.kind}”)", hint)


def _void(node: Node) -> None:
    node.kind, node.children, node.attributes = "notAllowed", [], {}


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"“{kind}”" for kind in sorted(kinds))


def _meant(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(name, names, 1, 0.6)
    lower = [each for each in names if each.lower() == name.lower()]
    if near or lower:
        return f"did you mean “{(lower or near)[0]}”?"
    return (
        f"known here: {_listed(names)}"
        if len(names) < 20
        else "see section 3 of the specification for the elements there are"
    )


def check_shape(root: Node, faults: list[Diagnostic], names: str = "5th") -> Node | None:
    """Check a schema against the full syntax; return it without what does not fit, or None where its root does not."""
    if root.kind not in PATTERNS:
        message = f"“{root.kind}” is not a pattern, so this is not a schema"
        hint = _meant(root.kind, PATTERNS) if root.kind not in _ALL else "a schema begins with “grammar” or “element”"
        faults.append(Diagnostic.of(codes.NOT_A_SCHEMA, root.location, message, hint=hint))
        return None
    Shape(faults, names).pattern(root)
    return root
