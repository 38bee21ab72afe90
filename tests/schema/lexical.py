"""Lexical forms for values: a pool, sieved by libxml2 through the very `data` pattern that a value is meant for.

Facets and regular expressions thus need no second implementation here.
"""

from collections.abc import Callable

from lxml import etree
from tests.schema.grammar import RNG

FORMS = """
0 1 7 12 100 -3 1.5 -0.25 1e3 1/2 -3/4 true false 1,2 -1.5,20 0.5 1.0 2.1.3 1.0a 10cm 50% 2.5em 12pt
1918 0007 -0044 --02 ---12 1918-02 --02-12 1918-02-12 1918-02-12Z 1918-02-12T10:30:00 10:30:00 10:30:00+01:00
1918-02-12T10:30:00Z 2024-01-05 P1Y2M P3D PT4H30M 1918-W07-2 1918-043 10:30 1918-01-19/1918-02-12 R5/1918-02-12/P1D
en zh-Hant ru ru-Latn de-x-old word 庫倫 письмо Li.Shizhong a-b _x tei viaf https://example.org/a?b=c#d #p1
reg:p1 ../registers/persons.xml#p1 mailto:a@example.org image/jpeg ([a-z]+) #$1 Name xml-name ns:name
"""
POOL = [*FORMS.split(), "", "two words", "#a #b", "  spaced  out ", "1918 02"]


def forms_for(data: etree._Element) -> list[str]:
    """The forms of the pool that a `data` pattern accepts; ValueError if it accepts none."""
    accepts = _sieve(data)
    forms = [form for form in POOL if accepts(form)]
    if not forms:
        raise ValueError(f"no lexical form in the pool fits {etree.tostring(data).decode()}")
    return forms


def _sieve(data: etree._Element) -> Callable[[str], bool]:
    """A predicate: does libxml2 accept a string for this `data` pattern?"""
    schema = etree.Element(f"{{{RNG}}}element", name="x", nsmap={None: RNG})
    schema.set("datatypeLibrary", data.xpath("string(ancestor-or-self::*[@datatypeLibrary][1]/@datatypeLibrary)"))
    schema.append(etree.fromstring(etree.tostring(data, with_tail=False)))
    validator = etree.RelaxNG(schema)

    def accepts(form: str) -> bool:
        element = etree.Element("x")
        element.text = form
        return bool(validator.validate(element))

    return accepts
