"""The lines of a stylesheet, and what each of them holds."""

from __future__ import annotations

from teikit.diagnostics import Location
from teikit.schematron.model import Expression
from teikit.schematron.program import Part, Place
from teikit.schematron.transpiling.documents import rename_reading
from teikit.schematron.xpath import qualify, rename_variables

_OWN_PREFIXES = ("", "_", "__", "_map", "_err", "xml")


class Lines:
    """Writes lines. `prefixes` are declared for all of them; `renamed` are variables with other names here."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self.lines: list[str] = []
        self.starts: list[int] = []
        self.parts: list[Part] = []
        self.prefixes = {key: bound for key, bound in namespaces.items() if key not in _OWN_PREFIXES and bound}
        self.renamed: dict[str, str] = {}
        self.needs_files = False
        self._count = 1

    def put(self, text: str, part: Part | None = None) -> None:
        """Write a line, or several; `part` is what stands on them."""
        if part is not None or (self.parts and self.parts[-1].number):
            self.starts.append(self._count)
            self.parts.append(part or Part(0, "", ("", 0, 0), ""))
        self.lines.append(text)
        self._count += text.count("\n") + 1

    def expression(self, before: str, expression: Expression, after: str) -> None:
        """Write an element with an expression in it: `before` ends in `attribute=`."""
        ours = {prefix: bound for prefix, bound in expression.prefixes if prefix in _OWN_PREFIXES}
        local = "".join(
            f' xmlns:{prefix}="{escape(bound)}"'
            for prefix, bound in expression.prefixes
            if prefix not in ours and self.prefixes.setdefault(prefix, bound) != bound
        )
        if local:
            name, _, rest = before.rpartition("<")[2].partition(" ")
            before = f"{before.rpartition('<')[0]}<{name}{local} {rest}"
        part = Part(expression.number, expression.text, place_of(expression.place), expression.what)
        text = qualify(expression.text, ours) if ours else expression.text
        self.put(f'{before}"{escape(self.adapted(text, expression.base))}"{after}', part)

    def adapted(self, text: str, base: str) -> str:
        """Return an expression with the names of variables and functions as they are here."""
        text = rename_variables(text, self.renamed)
        changed = rename_reading(text, base)
        self.needs_files = self.needs_files or changed != text
        return changed


def escape(text: str) -> str:
    """Return text as an attribute between double quotation marks, or an element, holds it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")


def literal(text: str) -> str:
    """Return text as an attribute value template holds it."""
    return escape(text).replace("{", "{{").replace("}", "}}")


def place_of(place: Location) -> Place:
    """Return a place without its XPath."""
    return (place.path, place.line, place.column)
