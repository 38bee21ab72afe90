"""The result of a run, read into values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

_NOTHING = "<r/>"


class Finding(NamedTuple):
    """A failed assertion or a true report: the index of its entry, the paths of its nodes, and what it says.

    A path may be a number, as `transpiling.location` has it; `places` knows both.

    `message`, `texts` and `properties` are elements that hold the words; `roles` are attributes that depend on the
    node. `base` is the URI of the document, where it is not the one that is validated.
    """

    entry: int
    path: str
    subject: str
    base: str
    roles: dict[str, str]
    message: etree._Element
    texts: tuple[etree._Element, ...]
    properties: tuple[etree._Element, ...]

    @property
    def node_path(self) -> str:
        """The path of the node that is at fault: the subject, else the context."""
        return self.subject or self.path


class Fired(NamedTuple):
    """A rule that fired on a node of a document."""

    rule: int
    base: str
    roles: dict[str, str]


class Failed(NamedTuple):
    """An assertion that stopped with an error on a node."""

    entry: int
    path: str
    base: str
    code: str
    message: str


class Visited(NamedTuple):
    """A document that a pattern was tried on, besides the one that is validated."""

    pattern: int
    base: str


def findings(result: str) -> Iterator[Finding | Fired | Failed | Visited]:
    """Yield what a run has found, in the order of the pass."""
    if not result or result == _NOTHING:
        return
    # collect_ids: a message may hold copies of one xml:id. (lxml-stubs do not know it.)
    settings: dict[str, Any] = {"huge_tree": True, "collect_ids": False, "resolve_entities": False}
    parser = etree.XMLParser(no_network=True, **settings)
    for element in etree.fromstring(result.encode("utf-8"), parser):
        match element.tag:
            case "f":
                yield _finding(element)
            case "u":
                yield Fired(int(element.get("n", 0)), element.get("b", ""), _roles(element))
            case "x":
                words = " ".join((element.text or "").split())
                yield Failed(
                    int(element.get("n", 0)), element.get("p", ""), element.get("b", ""), element.get("c", ""), words
                )
            case "v":
                yield Visited(int(element.get("n", 0)), element.get("b", ""))


def _finding(element: etree._Element) -> Finding:
    subject = element.find("s")
    message = element.find("t")
    assert message is not None
    return Finding(
        int(element.get("n", 0)),
        element.get("p", ""),
        subject.get("p", "") if subject is not None else "",
        element.get("b", ""),
        _roles(element),
        message,
        tuple(element.iterchildren("d")),
        tuple(element.iterchildren("q")),
    )


def _roles(element: etree._Element) -> dict[str, str]:
    return {key: element.get(key, "") for key in ("role", "flag") if key in element.attrib}


def words(element: etree._Element) -> str:
    """Return the text of a message, with white space made single spaces."""
    return " ".join("".join(map(str, element.itertext())).split())
