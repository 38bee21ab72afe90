"""Small ODDs as W3C XML Schema: the same verdicts as RELAX NG, and a word wherever there are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teikit.diagnostics import TeikitError
from teikit.odd import compile_odd
from teikit.odd.to_xsd import Xsd
from teikit.rng import RelaxNG
from teikit.xml import load
from teikit.xsd import XmlSchema

TEI = "http://www.tei-c.org/ns/1.0"
XS = "{http://www.w3.org/2001/XMLSchema}"


class Both:
    """An ODD as RELAX NG and as W3C XML Schema."""

    def __init__(self, odd: Path) -> None:
        compiled = compile_odd(odd)
        self.xsd: Xsd = compiled.xsd("t")
        for name, data in (*self.xsd.files.items(), ("t.rng", compiled.rng)):
            (odd.parent / name).write_bytes(data)
        self.relax_ng = RelaxNG.from_file(odd.parent / "t.rng", cached=False)
        self.schema = XmlSchema.from_file(odd.parent / "t.xsd", cached=False)
        self.tree = etree.fromstring(self.xsd.files["t.xsd"])
        self.wider = [each.message for each in self.xsd.diagnostics]

    def verdicts(self, fragment: str) -> tuple[bool, bool]:
        """Return whether RELAX NG accepts a fragment of TEI, and whether XML Schema does."""
        document = fragment.replace(">", f' xmlns="{TEI}">', 1)
        data = document.encode()
        return self.relax_ng.is_valid(data), self.schema.is_valid(load(data))


Make = Callable[..., Both]


@pytest.fixture
def both(write: Callable[..., Path]) -> Make:
    return lambda declarations, attributes='ident="t" start="a"': Both(write(declarations, attributes))


def element(name: str, content: str = "<empty/>", rest: str = "", classes: str = "") -> str:
    members = f"<classes>{''.join(f'<memberOf key={key!r}/>' for key in classes.split())}</classes>" if classes else ""
    return f'<elementSpec ident="{name}">{members}<content>{content}</content>{rest}</elementSpec>'


B, C, D = element("b"), element("c"), element("d")


def ref(name: str, occurs: str = "") -> str:
    least, _, most = occurs.partition("-")
    counts = f' minOccurs="{least}" maxOccurs="{most or "unbounded"}"' if occurs else ""
    return f'<elementRef key="{name}"{counts}/>'


CASES = {
    "sequence": ("<sequence>{b}{c}</sequence>", ["<b/><c/>"], ["", "<b/>", "<c/><b/>", "<b/><c/><c/>", "x<b/><c/>"]),
    "any order": (
        '<sequence preserveOrder="false">{b}{c}{d}</sequence>',
        ["<b/><c/><d/>", "<d/><c/><b/>", "<c/><d/><b/>"],
        ["<b/><c/>", "<b/><c/><d/><b/>", ""],
    ),
    "occurrences": (
        "<sequence>{b24}{c}</sequence>",
        ["<b/><b/><c/>", "<b/><b/><b/><b/><c/>"],
        ["<b/><c/>", "<b/>" * 5 + "<c/>"],
    ),
    "mixed": (
        '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/>{b}{c}</alternate>',
        ["", "x<b/>y<c/>z", "<c/><b/>"],
        ["<d/>", "x<a/>"],
    ),
    "optional then same": (
        '<sequence>{b01}{b}</sequence>',
        ["<b/>", "<b/><b/>"],
        ["", "<b/><b/><b/>"],
    ),
    "ambiguous": (
        '<sequence><alternate minOccurs="0" maxOccurs="unbounded">{b}{c}</alternate>{b}<alternate>{b}{c}</alternate>'
        "</sequence>",
        ["<b/><b/>", "<b/><c/>", "<c/><c/><b/><c/>", "<b/><b/><b/><b/>"],
        ["<b/>", "<c/><c/>", "<b/><c/><c/>", "<b/><b/><d/>"],
    ),
    "text or children": (
        "<alternate><textNode/><sequence>{b}{c}</sequence></alternate>",
        ["x", "", "<b/><c/>", " <b/><c/> "],
        ["x<b/><c/>", "<b/>", "<b/>x<c/>"],
    ),
}  # fmt: skip
NAMES = {"b": ref("b"), "c": ref("c"), "d": ref("d"), "b24": ref("b", "2-4"), "b01": ref("b", "0-1")}


@pytest.mark.parametrize("name", CASES)
def test_content_models(name: str, both: Make) -> None:
    content, valid, invalid = CASES[name]
    made = both(B + C + D + element("a", content.format(**NAMES)))
    assert made.wider == []
    for inner in valid:
        assert made.verdicts(f"<a>{inner}</a>") == (True, True), inner
    for inner in invalid:
        assert made.verdicts(f"<a>{inner}</a>") == (False, False), inner


def test_only_a_content_model_that_needs_it_makes_it_11(both: Make) -> None:
    simple = both(B + C + element("a", f"<sequence>{ref('b')}{ref('c')}</sequence>"))
    assert simple.schema.version == "1.0"
    assert etree.XMLSchema(simple.tree) is not None
    ambiguous = both(B + C + D + element("a", CASES["ambiguous"][0].format(**NAMES)))
    assert ambiguous.schema.version == "1.1"
    assert len(list(ambiguous.tree.iter(f"{XS}assert"))) == 1


def test_many_in_any_order(both: Make) -> None:
    names = "bcdefghijklmno"
    inner = "".join(ref(name, "0-1") if name in "ceg" else ref(name) for name in names)
    made = both("".join(map(element, names)) + element("a", f'<sequence preserveOrder="false">{inner}</sequence>'))
    assert made.wider == []
    whole = "".join(f"<{name}/>" for name in reversed(names))
    assert made.verdicts(f"<a>{whole}</a>") == (True, True)
    assert made.verdicts(f"<a>{whole.replace('<c/>', '')}</a>") == (True, True)
    assert made.verdicts(f"<a>{whole.replace('<b/>', '')}</a>") == (False, False)
    assert made.verdicts(f"<a>{whole}<c/></a>") == (False, False)
    assert next(made.tree.iter(f"{XS}all"), None) is not None


def test_many_groups_in_any_order(both: Make) -> None:
    names = "bcdefghijklm"
    parts = "".join(
        f'<sequence minOccurs="0" maxOccurs="3">{ref(one)}{ref(two)}</sequence>'
        for one, two in zip(names[::2], names[1::2], strict=True)
    )
    made = both("".join(map(element, names)) + element("a", f'<sequence preserveOrder="false">{parts}</sequence>'))
    for inner, valid in (("<d/><b/><e/><c/>", True), ("", True), ("<b/><c/>" * 3, True), ("<b/><c/>" * 4, False),
                         ("<c/><b/>", False), ("<b/><d/><c/>", False)):  # fmt: skip
        assert made.verdicts(f"<a>{inner}</a>") == (valid, valid), inner
    assert made.wider == []


DATATYPES = {
    '<datatype><dataRef name="gYear"/></datatype>': (["1918", " 1918 "], ["18", "x"]),
    '<datatype minOccurs="1" maxOccurs="unbounded"><dataRef name="gYear"/></datatype>':
        (["1918", "1918  1919"], ["", "x"]),
    '<datatype minOccurs="2" maxOccurs="3"><dataRef name="NCName"/></datatype>':
        (["a b", "a b c"], ["a", "a b c d", "1 2"]),
    '<datatype minOccurs="0" maxOccurs="1"><dataRef name="gYear"/></datatype>': (["", "1918"], ["x"]),
    '<datatype><dataRef name="token" restriction="[a-c]+"/></datatype>': (["abc", " a "], ["", "d", "a b"]),
    '<valList type="closed"><valItem ident="x"/><valItem ident="y z"/></valList>': (["x", "y z", " x"], ["y", "", "X"]),
    '<datatype><dataRef name="gYear"/></datatype><valList type="semi"><valItem ident="now"/></valList>':
        (["now", "1918"], ["then"]),
    '<datatype maxOccurs="unbounded"><dataRef name="NCName"/></datatype><valList type="closed"><valItem ident="x"/>'
    '<valItem ident="y"/></valList>': (["x", "y x"], ["z", "x z", ""]),
    '<datatype><dataRef key="data"/></datatype>': (["low", "0.5"], ["1.5", "x"]),
    "": (["", "x y"], []),
}  # fmt: skip
DATA = (
    '<dataSpec ident="data"><content><alternate><dataRef name="double"><dataFacet name="minInclusive" value="0"/>'
    '<dataFacet name="maxInclusive" value="1"/></dataRef><valList><valItem ident="low"/></valList></alternate>'
    "</content></dataSpec>"
)


@pytest.mark.parametrize("datatype", DATATYPES)
def test_values_of_attributes(datatype: str, both: Make) -> None:
    valid, invalid = DATATYPES[datatype]
    made = both(DATA + element("a", rest=f'<attList><attDef ident="n">{datatype}</attDef></attList>'))
    assert made.wider == []
    for value in valid:
        assert made.verdicts(f'<a n="{value}"></a>') == (True, True), value
    for value in invalid:
        assert made.verdicts(f'<a n="{value}"></a>') == (False, False), value
    assert made.verdicts('<a m="1"></a>') == (False, False)


@pytest.mark.parametrize("datatype", [one for one in DATATYPES if one and "Occurs" not in one])
def test_values_of_elements(datatype: str, both: Make) -> None:
    valid, invalid = DATATYPES[datatype]
    inner = datatype.removeprefix("<datatype>").replace("</datatype>", "")
    content = f"<alternate>{inner}</alternate>" if "semi" in inner else inner
    made = both(DATA + element("a", content, '<attList><attDef ident="n" usage="req"/></attList>'))
    assert made.wider == []
    for value in valid:
        assert made.verdicts(f'<a n="">{value}</a>') == (True, True), value
    for value in invalid:
        assert made.verdicts(f'<a n="">{value}</a>') == (False, False), value
    assert made.verdicts(f"<a>{valid[0]}</a>") == (False, False)
    assert made.verdicts(f'<a n="">{valid[0]}<a/></a>') == (False, False)


ATTRIBUTES = {
    '<attDef ident="x" usage="req"/><attDef ident="y"/>': (["x", "x y"], ["", "y", "x z"]),
    '<attList org="choice"><attDef ident="x" usage="req"/><attDef ident="y" usage="req"/></attList><attDef ident="z"/>':
        (["x", "y", "x z"], ["", "x y", "z"]),
    '<attList org="choice"><attDef ident="x"/><attDef ident="y"/></attList>': (["", "x", "y"], ["x y"]),
    '<attList org="choice"><attList org="group"><attDef ident="x" usage="req"/><attDef ident="y"/></attList>'
    '<attDef ident="z" usage="req"/></attList>': (["x", "x y", "z"], ["", "y", "x z", "y z"]),
}  # fmt: skip


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_attributes_together(attributes: str, both: Make) -> None:
    valid, invalid = ATTRIBUTES[attributes]
    made = both(element("a", rest=f"<attList>{attributes}</attList>"))
    assert made.wider == []
    for names in valid:
        assert made.verdicts("<a" + "".join(f' {name}="1"' for name in names.split()) + "></a>") == (True, True), names
    for names in invalid:
        assert made.verdicts("<a" + "".join(f' {name}="1"' for name in names.split()) + "></a>") == (False, False), (
            names
        )


def test_classes_become_groups(both: Make) -> None:
    declarations = (
        '<classSpec ident="model.x" type="model"/><classSpec ident="model.y" type="model"><classes>'
        '<memberOf key="model.x"/></classes></classSpec><classSpec ident="att.n" type="atts"><attList>'
        '<attDef ident="n"/><attDef ident="m" usage="req"/></attList></classSpec>'
        + element("b", classes="model.x att.n")
        + element("c", classes="model.y")
        + element("d", classes="model.y att.n")
        + element("e", '<classRef key="model.y"/>')
        + element(
            "a", f'<sequence><classRef key="model.x" minOccurs="0" maxOccurs="unbounded"/>{ref("e", "0-1")}</sequence>'
        )
    )
    made = both(declarations)
    assert {group.get("name") for group in made.tree.iterchildren(f"{XS}group")} == {"model.x", "model.y"}
    assert {group.get("name") for group in made.tree.iterchildren(f"{XS}attributeGroup")} == {"att.n"}
    assert made.verdicts('<a><b m="1"/><c/><d m="1" n="2"/><e><c/></e></a>') == (True, True)
    assert made.verdicts("<a><b/></a>") == (False, False)
    assert made.verdicts('<a><e><b m="1"/></e></a>') == (False, False)
    assert made.wider == []


def test_only_a_start_is_a_root(both: Make) -> None:
    made = both(B + element("a", ref("b")), 'ident="t" start="a"')
    assert made.verdicts("<a><b/></a>") == (True, True)
    assert made.verdicts("<b></b>") == (False, False)


def test_other_namespaces_have_files(both: Make) -> None:
    attribute = (
        '<attDef ident="xml:id" ns="http://www.w3.org/XML/1998/namespace"><datatype><dataRef name="ID"/></datatype>'
    )
    made = both(
        f'<elementSpec ident="b" ns="urn:other"><content>{ref("c")}</content></elementSpec>'
        + C
        + element("a", ref("b"), f'<attList>{attribute}</attDef><attDef ident="n" ns="urn:third"/></attList>')
    )
    assert next(iter(made.xsd.files)) == "t.xsd"
    namespaces = {etree.fromstring(data).get("targetNamespace") for data in made.xsd.files.values()}
    assert namespaces == {TEI, "urn:other", "urn:third", "http://www.w3.org/XML/1998/namespace"}
    inner = f'<o:b xmlns:o="urn:other"><c xmlns="{TEI}"/></o:b>'
    assert made.verdicts(f'<a xml:id="i" xmlns:q="urn:third" q:n="">{inner}</a>') == (True, True)
    assert made.verdicts(f'<a xml:id="1">{inner}</a>') == (False, False)
    assert made.verdicts("<a><b/></a>") == (False, False)
    assert made.verdicts('<a><o:b xmlns:o="urn:other"/></a>') == (False, False)


def test_arbitrary_elements(both: Make) -> None:
    made = both(
        B
        + element(
            "a", f'<sequence>{ref("b", "0-1")}<anyElement except="{TEI}" minOccurs="0" maxOccurs="2"/></sequence>'
        )
    )
    assert made.wider == []
    for inner, valid in (
        ('<x xmlns="urn:x" n="1">t<y/></x>', True),
        ('<b/><x xmlns="urn:x"><y xmlns=""/></x>', True),
        ("<c/>", False),
        (f'<x xmlns="urn:x"><b xmlns="{TEI}"/></x>', False),
        ('<x xmlns="urn:x"/>' * 3, False),
        ('<x xmlns="urn:x"/><b/>', False),
    ):
        assert made.verdicts(f"<a>{inner}</a>") == (valid, valid), inner


RNG = 'xmlns:rng="http://relaxng.org/ns/structure/1.0"'
WIDER = {
    "value or children": f'<rng:choice {RNG}><rng:data type="integer"/><rng:ref name="b"/></rng:choice>',
    "text before": f"<rng:group {RNG}><rng:text/><rng:ref name='b'/></rng:group>",
    "attribute or content": f'<rng:choice {RNG}><rng:attribute name="x"/><rng:ref name="b"/></rng:choice>',
}


@pytest.mark.parametrize("name", WIDER)
def test_what_is_wider_is_said_at_its_element(name: str, both: Make) -> None:
    made = both("\n" + B + "\n" + element("a", WIDER[name]))
    assert {(each.code.id, each.location.line) for each in made.xsd.diagnostics} == {("ODD021", 3)}
    for inner in ("<a>1</a>", "<a>x<b/></a>", "<a><b/></a>", '<a x="1"></a>', "<a></a>", '<a x="1"><b/></a>'):
        accepted, also = made.verdicts(inner)
        assert also or not accepted, inner


def test_documentation_is_kept(both: Make) -> None:
    made = both(
        '<elementSpec ident="a"><desc>A thing.</desc><content><empty/></content><attList><attDef ident="n"><desc>A '
        'number.</desc><valList type="closed"><valItem ident="1"><desc>One.</desc></valItem></valList></attDef>'
        "</attList></elementSpec>"
    )
    assert [one.text for one in made.tree.iter(f"{XS}documentation")] == ["A thing.", "A number.", "One."]


def test_the_same_odd_gives_the_same_bytes(both: Make) -> None:
    declarations = B + C + D + element("a", CASES["mixed"][0].format(**NAMES))
    assert both(declarations).xsd.files == both(declarations).xsd.files


def test_values_that_are_left_out(both: Make) -> None:
    values = "<rng:value>x</rng:value><rng:value>y</rng:value>"
    data = f'<rng:data {RNG} type="NCName"><rng:except>{values}</rng:except></rng:data>'
    made = both(element("a", data))
    assert made.schema.version == "1.1"
    assert made.wider == []
    for value, valid in (("z", True), ("x", False), (" y ", False), ("1", False)):
        assert made.verdicts(f"<a>{value}</a>") == (valid, valid), value


def test_a_name_that_is_only_left_out_has_its_prefix(both: Make) -> None:
    made = both(element("a", '<anyElement xmlns:o="urn:o" except="o:x" minOccurs="0"/>'))
    for inner, valid in (('<o:y xmlns:o="urn:o"/>', True), ('<o:x xmlns:o="urn:o"/>', False), ("", True)):
        assert made.verdicts(f"<a>{inner}</a>") == (valid, valid), inner


def test_nested_repetition_is_refused_in_time(write: Callable[..., Path]) -> None:
    content = ref("b")
    for _ in range(4):
        content = f'<sequence minOccurs="300" maxOccurs="400">{content}</sequence>'
    with pytest.raises(TeikitError, match="too often"):
        compile_odd(write(B + element("a", content))).xsd("t")


def test_large_numbers_are_counted(both: Make) -> None:
    made = both(B + C + element("a", f"<sequence>{ref('b', '100-200')}{ref('c')}</sequence>"))
    assert made.wider == []
    for count, valid in ((99, False), (100, True), (200, True), (201, False)):
        assert made.verdicts(f"<a>{'<b/>' * count}<c/></a>") == (valid, valid), count


@pytest.mark.parametrize("attributes", ['ident="t" start=""', 'ident="t" ns="" start="a"'])
def test_odd_schemas_are_still_schemas(attributes: str, both: Make) -> None:
    made = both(B + element("a", ref("b")), attributes)
    assert made.wider == []
    assert made.verdicts("<nobody></nobody>") == (False, False)
