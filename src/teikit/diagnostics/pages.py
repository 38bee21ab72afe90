"""The page of a code, as text for a terminal and as Markdown for the documentation and for code scanning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from teikit.diagnostics.code import LAYERS, Code

_NO_LINKS: Mapping[str, str] = MappingProxyType({})
_ID = re.compile(r"\b[A-Z]{3}[0-9]{3}\b")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", **{each: f"\\{each}" for each in "\\_[]|~"}})
_EXAMPLES = ("Wrong", "Right")
_TITLES = {
    "xml": "XML: whether a file can be read",
    "rng": "RELAX NG: documents and schemas",
    "xsd": "W3C XML Schema",
    "odd": "ODD: customizations of TEI",
    "schematron": "Schematron",
    "checks": "Checks: what no schema can express",
    "transform": "Transformations",
    "encoding": "Encoding",
    "deposit": "Deposit",
}


def text(code: Code) -> str:
    """Return the page of a code: its headings in a fixed order, those without content left out."""
    head = f"{code.id} {code.name} ({code.severity.value})\n{code.summary}\n"
    blocks = [f"{heading}\n{_indented(content, heading)}" for heading, content in _sections(code)]
    return "\n".join([head, *blocks])


def markdown(code: Code, level: int = 3, links: Mapping[str, str] = _NO_LINKS) -> str:
    """Return the page of a code as Markdown (CommonMark), under a heading of a level.

    `links`: from the ids of codes to what they lead to where they are named.
    """
    head = f"{'#' * level} {code.id} {code.name}\n\n**{code.severity.value.capitalize()}**: {_prose(code.summary)}.\n"
    below = body(code, links)
    return f"{head}\n{below}" if below else head


def body(code: Code, links: Mapping[str, str] = _NO_LINKS) -> str:
    """Return what is below the heading and the summary of a code's page, as Markdown; it may be empty."""
    blocks = [
        f"*{heading}*:\n\n{_fenced(content)}" if heading in _EXAMPLES else f"*{heading}*: {_prose(content, links)}\n"
        for heading, content in _sections(code)
    ]
    return "\n".join(blocks)


def index(codes: Iterable[Code]) -> str:
    """Return one line a code: id, name and summary in columns."""
    all_codes = list(codes)
    width = max((len(each.name) for each in all_codes), default=0)
    return "".join(f"{each.id}  {each.name:{width}}  {each.summary}\n" for each in all_codes)


def document(codes: Iterable[Code]) -> str:
    """Return the pages of all codes as one Markdown document: layer by layer, each with a table of its codes first."""
    by_layer: dict[str, list[Code]] = {}
    for code in codes:
        by_layer.setdefault(code.layer, []).append(code)
    links = {each.id: f"#{_anchor(each)}" for each in chain.from_iterable(by_layer.values())}
    intro = (
        "# The codes\n\nEvery finding of teikit carries a code, which never changes its meaning. `teikit explain CODE` "
        "prints a page of this document; `--select` and `--ignore` take ids, names and the beginnings of ids.\n\n"
        "This file is made by `teikit explain --all --format markdown -o docs/codes.md`.\n"
    )
    order = [layer for layer in dict.fromkeys(LAYERS.values()) if layer in by_layer]
    return "\n".join([intro, *(_chapter(_TITLES[layer], by_layer[layer], links) for layer in order)])


def _chapter(title: str, codes: list[Code], links: Mapping[str, str]) -> str:
    rows = [
        f"| [{each.id}]({links[each.id]}) | {each.name} | {each.severity.value} | {_prose(each.summary)} |\n"
        for each in codes
    ]
    table = "".join(["| code | name | severity | what it finds |\n|---|---|---|---|\n", *rows])
    return "\n".join([f"## {title}\n", table, *(markdown(each, 3, links) for each in codes)])


def _anchor(code: Code) -> str:
    """Return the name that renderers of Markdown give the heading of a code."""
    return f"{code.id}-{code.name}".lower()


def _prose(text: str, links: Mapping[str, str] = _NO_LINKS) -> str:
    """Return prose as it is to be read: what stands between backticks is code, all else is no markup."""
    parts = text.split("`")
    parts[::2] = [_ID.sub(lambda named: _link(named.group(), links), part.translate(_MARKUP)) for part in parts[::2]]
    return "`".join(parts)


def _link(code: str, links: Mapping[str, str]) -> str:
    return f"[{code}]({links[code]})" if code in links else code


def _sections(code: Code) -> list[tuple[str, str]]:
    sections = [
        ("Finds", code.page.finds),
        ("Why", code.page.why),
        ("Wrong", code.page.wrong),
        ("Right", code.page.right),
        ("See", "; ".join(each for each in (code.reference, code.page.see) if each)),
    ]
    return [(heading, content) for heading, content in sections if content]


def _fenced(example: str) -> str:
    """Return an example in a code block whose fence is longer than any in it."""
    fence = "```"
    while fence in example:
        fence += "`"
    language = "xml" if example.lstrip().startswith("<") else ""
    return f"{fence}{language}\n{example.strip(chr(10))}\n{fence}\n"


def _indented(content: str, heading: str) -> str:
    import textwrap

    if heading in _EXAMPLES:
        return textwrap.indent(content, "    ") + "\n"
    return textwrap.fill(content, 88, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False) + "\n"
