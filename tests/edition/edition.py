"""Reading the demo edition for its tests: the files, and what a pointer in them points to."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tei"
FILES = sorted(FOLDER.glob("*/*.xml"))
DOCUMENTS = [path for path in FILES if path.parent.name == "documents"]
NAMES = [path.name for path in FILES]
POINTER_ATTRIBUTES = (
    *("active", "calendar", "corresp", "datingMethod", "mutual", "passive", "ref", "resp", "sameAs", "source"),
    *("target", "toWhom", "where", "who"),
)


@cache
def root(path: Path) -> etree._Element:
    """The root element of one file."""
    return etree.parse(path).getroot()


def document(name: str) -> etree._Element:
    """The root element of a document, by its file name without `.xml`."""
    return root(FOLDER / "documents" / f"{name}.xml")


def register(name: str) -> etree._Element:
    """The root element of a register, by its file name without `.xml`."""
    return root(FOLDER / "registers" / f"{name}.xml")


def find(top: etree._Element, path: str) -> list[etree._Element]:
    """XPath with the prefix `t` for TEI; the elements found, in document order."""
    return list(top.xpath(path, namespaces={"t": TEI[1:-1]}))


def text_of(element: etree._Element) -> str:
    """All text inside, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def by_id(path: Path, identifier: str) -> etree._Element | None:
    """The one element of a file that has this xml:id, or None."""
    found = [element for element in root(path).iter(TEI + "*") if element.get(XML + "id") == identifier]
    return found[0] if len(found) == 1 else None


def expand(path: Path, pointer: str) -> str:
    """The pointer, its prefix replaced as the file's own prefixDef says; unchanged without a prefix."""
    prefix, colon, rest = pointer.partition(":")
    for definition in root(path).iter(TEI + "prefixDef"):
        if colon and definition.get("ident") == prefix and re.fullmatch(definition.get("matchPattern", ""), rest):
            pattern = definition.get("replacementPattern", "").replace("$1", r"\1")
            return re.sub(f"^{definition.get('matchPattern')}$", pattern, rest)
    return pointer


def resolve(path: Path, pointer: str) -> etree._Element | None:
    """The element that a pointer in the file at `path` means; a whole file is its root; None: it leads nowhere."""
    target, fragment = urldefrag(expand(path, pointer))
    there = (path.parent / target).resolve() if target else path
    if not there.is_file():
        return None
    return by_id(there, fragment) if fragment else root(there)


def pointers(path: Path) -> list[tuple[etree._Element, str, str]]:
    """Element, attribute and pointer for every pointer in a file, several per attribute split."""
    return [
        (element, name, pointer)
        for element in root(path).iter(TEI + "*")
        for name in POINTER_ATTRIBUTES
        for pointer in element.get(name, "").split()
    ]
