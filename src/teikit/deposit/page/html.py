"""The page of a package, `index.html`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from urllib.parse import quote

from teikit.deposit.metadata import Agent, Metadata
from teikit.deposit.page.citation import citation
from teikit.deposit.page.listing import Row, by_role, files, size

_STYLE = """
:root { color-scheme: light dark; --line: #b8b8b8; --soft: #595959; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --line: #5a5a5a; --soft: #b4b4b4; --link: #8ab8f0; } }
* { box-sizing: border-box; }
body { font: 1rem/1.55 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; max-width: 62rem; margin: 0 auto;
  padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
p.lead { font-size: 1.1rem; margin: 0 0 1rem; color: var(--soft); }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .35rem 1.2rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
code, pre { font: .86rem/1.5 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .7rem .9rem; margin: .6rem 0; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); }
details { border-bottom: 1px solid var(--line); }
summary { padding: .55rem 0; cursor: pointer; font-weight: bold; }
summary span { font-weight: normal; color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; table-layout: fixed; }
col.name { width: 34%; }
col.type { width: 20%; }
col.size { width: 9%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: normal; }
tbody th { font-weight: normal; }
td.size { white-space: nowrap; text-align: right; }
td.sum code { font-size: .72rem; color: var(--soft); }
@media (max-width: 44rem) {
  dl { display: block; }
  dd { margin: 0 0 .6rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, td, tbody th { display: block; border: 0; padding: 0; text-align: left; }
  td.size { text-align: left; color: var(--soft); }
  tr { border-top: 1px solid var(--line); padding: .5rem 0; }
}
@media print { body { max-width: none; } details > summary { list-style: none; } }
""".strip()
_OPEN = 60
"""Longer lists of files are folded."""


def to_html(metadata: Metadata, rows: Sequence[Row]) -> str:
    """Return the page: what the package is, who made it, how it may be used and cited, its files, how to verify it.

    `rows` are all files but the page itself; paths are below the folder that the page lies in.
    """
    language = metadata.titles[0].language if metadata.titles else ""
    title = escape(metadata.title or "Untitled edition")
    marked = f' lang="{escape(language)}"' if language else ""
    parts = [
        f"<h1{marked}>{title}</h1>",
        *(f'<p class="lead"{_lang(each.language)}>{escape(each.text)}</p>' for each in metadata.titles[1:]),
        f"<p>{files(len(rows) + 1)}, {size(sum(row.item.size for row in rows))} without this page.</p>",
        *_about(metadata),
        *_section("How to cite", [f"<blockquote><p>{escape(citation(metadata))}</p></blockquote>", *_records(rows)]),
        *_section("What is inside", [each for heading, found in by_role(rows) for each in _files(heading, found)]),
        *_section("How to verify", _verification()),
    ]
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _section(heading: str, content: Sequence[str]) -> Iterator[str]:
    if content:
        identifier = heading.lower().replace(" ", "-")
        yield f'<section aria-labelledby="{identifier}">\n<h2 id="{identifier}">{heading}</h2>'
        yield from content
        yield "</section>"


def _about(metadata: Metadata) -> Iterator[str]:
    terms = [(term, values) for term, values in _terms(metadata) if values]
    described = [f"<dt>{term}</dt>\n<dd>{_values(values)}</dd>" for term, values in terms]
    abstracts = [f"<p{_lang(each.language)}>{escape(each.text)}</p>" for each in metadata.abstracts]
    yield from _section("About", [*abstracts, "<dl>", *described, "</dl>"] if described else abstracts)


def _terms(metadata: Metadata) -> Iterator[tuple[str, list[str]]]:
    yield "Responsible", [_agent(agent) for agent in metadata.agents]
    yield "Publisher", [_agent(agent) for agent in metadata.publishers]
    yield "Published", [escape(each) for each in (metadata.publication_date, metadata.publication_place) if each]
    yield "Version", [escape(metadata.version)] if metadata.version else []
    licence = metadata.licence
    name = (licence.name or licence.spdx or licence.target) if licence else ""
    yield "Licence", [_linked(licence.target, name)] if licence and name else ["none is given"]
    yield "Identifiers", [_linked(each.uri, each.uri) for each in metadata.identifiers]
    yield "Languages", [escape(each.name or each.tag) for each in metadata.languages]
    yield "Time", [escape(each.words or each.edtf) for each in metadata.periods]
    yield (
        "Places",
        [_linked(each.identifiers[0].uri if each.identifiers else "", each.name) for each in metadata.places],
    )
    yield "Subjects", [escape(each.words) for each in metadata.keywords]
    yield "Funding", [escape(" ".join(filter(None, (each.name, each.grant)))) for each in metadata.funders]


def _values(values: Sequence[str]) -> str:
    if len(values) == 1:
        return values[0]
    return f'<ul class="plain">{"".join(f"<li>{value}</li>" for value in values)}</ul>'


def _agent(agent: Agent) -> str:
    roles = ", ".join(dict.fromkeys(role.words for role in agent.roles if role.words))
    links = [_linked(each.uri, each.scheme.upper()) for each in agent.identifiers if each.scheme != "local"]
    said = "; ".join([*([escape(roles)] if roles else []), *links])
    return f"{escape(agent.name)}{f' ({said})' if said else ''}"


def _linked(address: str, words: str) -> str:
    """Return a link; only an address of the web becomes one, whatever a header says."""
    if address.startswith(("https://", "http://")):
        return f'<a href="{escape(address)}">{escape(words)}</a>'
    return escape(words)


def _records(rows: Iterable[Row]) -> Iterator[str]:
    paths = {row.item.path for row in rows}
    known = {"CITATION.cff": "CITATION.cff", "datacite.json": "DataCite", "dublin-core.xml": "Dublin Core"}
    links = [f'<a href="{path}">{name}</a>' for path, name in known.items() if path in paths]
    if links:
        yield f"<p>For programs: {', '.join(links)}.</p>"


def _files(heading: str, rows: Sequence[Row]) -> Iterator[str]:
    total = size(sum(row.item.size for row in rows))
    opened = " open" if len(rows) <= _OPEN else ""
    yield f"<details{opened}>\n<summary>{heading} <span>– {files(len(rows))}, {total}</span></summary>"
    yield '<table>\n<colgroup><col class="name"><col class="type"><col class="size"><col></colgroup>'
    yield '<thead><tr><th scope="col">File</th><th scope="col">Type</th><th scope="col">Size</th>'
    yield '<th scope="col">SHA-256</th></tr></thead>\n<tbody>'
    yield from map(_row, rows)
    yield "</tbody>\n</table>\n</details>"


def _row(row: Row) -> str:
    item = row.item
    name = f'<a href="{quote(item.path)}">{escape(item.path)}</a>'
    checksum = f"<code>{row.checksum}</code>" if row.checksum else "in the manifest"
    shown = size(item.size) if row.checksum else "–"
    return (
        f'<tr><th scope="row">{name}</th><td>{item.media_type}</td><td class="size">{shown}</td>'
        f'<td class="sum">{checksum}</td></tr>'
    )


def _verification() -> list[str]:
    return [
        "<p>The package is a BagIt bag: beside the folder of this page lie lists of the checksums of all files. "
        "This tells whether a file was damaged, lost or added:</p>",
        "<pre>teikit deposit verify FOLDER-OR-ZIP</pre>",
        "<p>Without teikit, in the folder with <code>bagit.txt</code>:</p>",
        "<pre>sha256sum --check manifest-sha256.txt\nsha256sum --check tagmanifest-sha256.txt</pre>",
    ]
