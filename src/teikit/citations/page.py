"""The lists as one HTML page."""

from __future__ import annotations

from html import escape

from teikit.citations.bibliography import Bibliography
from teikit.citations.listing import Line, by_document, entries
from teikit.citations.style import Piece

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem; line-height: 1.55; }
body { font-family: Georgia, "Noto Serif", "Noto Serif CJK TC", serif; }
h1, h2, h3 { line-height: 1.25; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
nav ul { padding-left: 1.2rem; }
li { margin: .45rem 0; overflow-wrap: anywhere; }
.works { list-style: none; padding: 0; }
.works li { padding-left: 2rem; text-indent: -2rem; }
.remark { font-size: .85em; opacity: .8; }
a { color: inherit; text-underline-offset: .15em; }
:target { outline: 2px solid currentColor; outline-offset: .3rem; }
@media print { nav { display: none; } body { max-width: none; padding: 0; } }
""".strip()


def to_html(bibliography: Bibliography) -> str:
    """Return a complete page with both lists; every citation links to its work. No scripts, nothing from elsewhere."""
    numbered = enumerate(by_document(bibliography), 1)
    documents = "\n".join(_document(path, lines, number) for number, (path, lines) in numbered)
    works = "\n".join(f'<li id="{_anchor(item)}">{_html(pieces)}</li>' for item, pieces in entries(bibliography))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Citations</title>
<style>
{_STYLE}
</style>
</head>
<body>
<main>
<h1>Citations</h1>
<nav aria-label="Contents">
<ul>
<li><a href="#order">In the order of the documents</a></li>
<li><a href="#bibliography">Bibliography</a></li>
</ul>
</nav>
<section aria-labelledby="order">
<h2 id="order">In the order of the documents</h2>
{documents}
</section>
<section aria-labelledby="bibliography">
<h2 id="bibliography">Bibliography</h2>
<ul class="works">
{works}
</ul>
</section>
</main>
</body>
</html>
"""


def _document(path: str, lines: list[Line], number: int) -> str:
    rows = "\n".join(_row(line) for line in lines)
    return f'<h3 id="document-{number}">{escape(path)}</h3>\n<ol aria-labelledby="document-{number}">\n{rows}\n</ol>'


def _row(line: Line) -> str:
    words = _html(line.pieces)
    if line.item:
        words += f' <a href="#{_anchor(line.item)}" aria-label="Citation {line.number} in the bibliography">↓</a>'
    remark = f' <span class="remark">[{escape(line.remark)}]</span>' if line.remark else ""
    return f'<li value="{line.number}">{words}{remark}</li>'


def _anchor(item: str) -> str:
    return escape(f"work-{'-'.join(item.split())}")


def _html(pieces: list[Piece]) -> str:
    return "".join(f"<cite>{escape(piece.text)}</cite>" if piece.italic else escape(piece.text) for piece in pieces)
