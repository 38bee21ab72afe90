"""Pages made of small documents, for the tests of the HTML stylesheet."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree, html

from teikit import resources
from teikit.saxon import Stylesheet
from teikit.xml import Document, load

TEI = "http://www.tei-c.org/ns/1.0"


class Page(NamedTuple):
    """A page: its source, its tree, and the codes that the stylesheet reported."""

    source: str
    root: html.HtmlElement
    codes: tuple[str, ...]

    def one(self, xpath: str) -> html.HtmlElement:
        """The one element that the XPath finds."""
        found = self.all(xpath)
        assert len(found) == 1, f"{xpath} finds {len(found)} elements"
        return found[0]

    def all(self, xpath: str) -> list[html.HtmlElement]:
        """The elements that the XPath finds; `.name` is short for a class."""
        found = self.root.xpath(xpath)
        assert isinstance(found, list)
        return found

    def by_class(self, name: str) -> list[html.HtmlElement]:
        """The elements of a class, in order."""
        return self.all(f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def words(element: etree._Element) -> str:
    """An element's text with its white space made single."""
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="session")
def stylesheet() -> Stylesheet:
    return Stylesheet.compile(resources.stylesheet("to-html.xsl"))


@pytest.fixture
def page(stylesheet: Stylesheet, tmp_path: Path) -> Callable[..., Page]:
    """Make a page of the content of `body` (or of a whole document)."""

    def make(
        body: str,
        *,
        header: str = "",
        document: str = "documents/test.xml",
        registers: Mapping[str, str] | None = None,
        pages: Sequence[str] = (),
        images: Sequence[str] = (),
        language: str = "en",
    ) -> Page:
        text = body
        if not body.lstrip().startswith("<TEI"):
            text = f'<TEI xmlns="{TEI}" xml:lang="{language}">{header}<text><body>{body}</body></text></TEI>'
        parameters = {
            "document": document,
            "pages": [document, *pages],
            "images": images,
            "registers": {
                name: parsed(tmp_path, f"register{n}.xml", text)
                for n, (name, text) in enumerate((registers or {}).items())
            },
        }
        result = stylesheet.run(parsed(tmp_path, "document.xml", text), parameters)
        assert result.text, result.diagnostics
        tree = html.document_fromstring(result.text)
        return Page(result.text, tree, tuple(said.code.id for said in result.diagnostics))

    return make


def parsed(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(path)
