"""The page of a code, as text for a terminal and as Markdown for the documentation and for code scanning."""

from __future__ import annotations

from collections.abc import Iterable

from teikit.diagnostics.code import LAYERS, Code

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


def markdown(code: Code, level: int = 3) -> str:
    """Return the page of a code as Markdown (CommonMark), under a heading of a level."""
    head = f"{'#' * level} {code.id} {code.name}\n\n**{code.severity.value.capitalize()}**: {code.summary}.\n"
    return "\n".join([head, body(code)]) if body(code) else head


def body(code: Code) -> str:
    """Return what is below the heading and the summary of a code's page, as Markdown; it may be empty."""
    blocks = [
        f"*{heading}*:\n\n{_fenced(content)}" if heading in _EXAMPLES else f"*{heading}*: {content}\n"
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
    intro = (
        "# The codes\n\nEvery finding of teikit carries a code, which never changes its meaning. `teikit explain CODE` "
        "prints a page of this document; `--select` and `--ignore` take ids, names and the beginnings of ids.\n\n"
        "This file is made by `teikit explain --all --format markdown -o docs/codes.md`.\n"
    )
    order = [layer for layer in dict.fromkeys(LAYERS.values()) if layer in by_layer]
    return "\n".join([intro, *(_chapter(_TITLES[layer], by_layer[layer]) for layer in order)])


def _chapter(title: str, codes: list[Code]) -> str:
    rows = [
        f"| [{each.id}](#{_anchor(each)}) | {each.name} | {each.severity.value} | {_cell(each.summary)} |\n"
        for each in codes
    ]
    table = "".join(["| code | name | severity | what it finds |\n|---|---|---|---|\n", *rows])
    return "\n".join([f"## {title}\n", table, *map(markdown, codes)])


def _anchor(code: Code) -> str:
    """Return the name that renderers of Markdown give the heading of a code."""
    return f"{code.id}-{code.name}".lower()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


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
    return f"{fence}xml\n{example.strip(chr(10))}\n{fence}\n"


def _indented(content: str, heading: str) -> str:
    import textwrap

    if heading in _EXAMPLES:
        return textwrap.indent(content, "    ") + "\n"
    return textwrap.fill(content, 88, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False) + "\n"
