"""A readable path to a node."""

from lxml import etree

from teikit.xml.names import local_name


def _step(element: etree._Element) -> str:
    name = local_name(str(element.tag))
    label = f"{element.prefix}:{name}" if element.prefix else name
    parent = element.getparent()
    if parent is None:
        return label
    position = 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
    alone = position == 1 and next(element.itersiblings(element.tag), None) is None
    return label if alone else f"{label}[{position}]"


def xpath_of(element: etree._Element, attribute: str | None = None) -> str:
    """Return a path such as `/TEI/text/body/div/said[3]/@who`.

    Element names are the document's own (prefixed where it uses a prefix); a position is given only where siblings
    share a name. It is for people: a TEI document's default namespace is not written.
    """
    steps = [_step(element), *(_step(ancestor) for ancestor in element.iterancestors())]
    path = "/" + "/".join(reversed(steps))
    if attribute is None:
        return path
    prefix = "xml:" if attribute.startswith("{http://www.w3.org/XML/1998/namespace}") else ""
    return f"{path}/@{prefix}{local_name(attribute)}"
