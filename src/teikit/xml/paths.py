"""A readable path to a node."""

from collections import Counter

from lxml import etree

from teikit.xml.names import local_name


class Paths:
    """The paths of nodes in one tree that does not change.

    The steps of all children of an element are worked out together and kept: a thousand faults in one long list cost
    no more than one.
    """

    def __init__(self) -> None:
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}

    def of(self, element: etree._Element, attribute: str | None = None) -> str:
        """Return a path such as `/TEI/text/body/div/said[3]/@who`.

        Element names are the document's own (prefixed where it uses a prefix); a position is given only where siblings
        share a name. It is for people: a TEI document's default namespace is not written.
        """
        steps = [self._step(element), *(self._step(ancestor) for ancestor in element.iterancestors())]
        path = "/" + "/".join(reversed(steps))
        if attribute is None:
            return path
        prefix = "xml:" if attribute.startswith("{http://www.w3.org/XML/1998/namespace}") else ""
        return f"{path}/@{prefix}{local_name(attribute)}"

    def _step(self, element: etree._Element) -> str:
        parent = element.getparent()
        if parent is None:
            return _label(element)
        if parent not in self._steps:
            self._steps[parent] = _steps(parent)
        return self._steps[parent][element]


def _steps(parent: etree._Element) -> dict[etree._Element, str]:
    children = list(parent.iterchildren(etree.Element))
    total, seen = Counter(child.tag for child in children), Counter[object]()
    steps = {}
    for child in children:
        seen[child.tag] += 1
        steps[child] = _label(child) if total[child.tag] == 1 else f"{_label(child)}[{seen[child.tag]}]"
    return steps


def _label(element: etree._Element) -> str:
    name = local_name(str(element.tag))
    return f"{element.prefix}:{name}" if element.prefix else name


def xpath_of(element: etree._Element, attribute: str | None = None) -> str:
    """Return the path of one node, as `Paths.of` does."""
    return Paths().of(element, attribute)
