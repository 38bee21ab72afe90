"""The list of pointer attributes is TEI's."""

from pathlib import Path

import pytest
from lxml import etree

from teikit.registers import POINTERS, pointers_of
from teikit.xml import TEI

NS = {"t": TEI}


def element(markup: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns="{TEI}">{markup}</x>')[0]


def test_pointers_are_split_at_white_space() -> None:
    found = dict(pointers_of(element('<ref n="#n" target=" #a\n  b.xml#c " corresp="" xml:id="x"/>')))
    assert found == {"target": ["#a", "b.xml#c"], "corresp": []}


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        ('<app from="#a" to="#b"/>', {"from", "to"}),
        ('<date from="1917" to="1918"/>', set()),
        ('<relation active="#a" passive="#b" mutual="#c"/>', {"active", "passive", "mutual"}),
        ('<interaction active="plural" passive="world"/>', set()),
        ('<num value="7"/>', set()),
        ('<node value="#v"/>', {"value"}),
        ('<event where="#a"/>', {"where"}),
        ('<move where="left"/>', set()),
        ('<catRef scheme="#s" target="#t"/>', {"scheme", "target"}),
        ('<rendition scheme="css"/>', set()),
    ],
)
def test_names_with_two_meanings_are_told_apart_by_their_element(markup: str, attributes: set[str]) -> None:
    assert {name for name, _ in pointers_of(element(markup))} == attributes


@pytest.fixture
def p5subset() -> etree._ElementTree:
    import os

    shared = Path(os.environ.get("TEIKIT_SHARED", Path(__file__).parents[3] / "shared"))
    path = shared / "tei" / "4.9.0a" / "p5subset.xml"
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    return etree.parse(path)


def test_every_pointer_attribute_of_tei_is_listed(p5subset: etree._ElementTree) -> None:
    owners: dict[str, set[str]] = {}
    for definition in p5subset.iterfind(".//t:attDef", NS):
        if definition.find("t:datatype/t:dataRef[@key='teidata.pointer']", NS) is not None:
            owner = next(definition.iterancestors(f"{{{TEI}}}classSpec", f"{{{TEI}}}elementSpec"))
            owners.setdefault(definition.get("ident"), set()).add(owner.get("ident"))
    assert len(owners) > 60
    assert set(POINTERS) == set(owners) - {"xml:base"}
    # Where an element defines the attribute itself, and the list is by element, the element is in it.
    for attribute, names in owners.items():
        listed = POINTERS.get(attribute)
        if listed is not None:
            assert {name for name in names if not name.startswith("att.")} <= listed | {"arc"}


def test_no_other_datatype_is_taken_for_a_pointer(p5subset: etree._ElementTree) -> None:
    for definition in p5subset.iterfind(".//t:elementSpec//t:attDef", NS):
        reference = definition.find("t:datatype/t:dataRef", NS)
        if reference is None or reference.get("key") == "teidata.pointer" or definition.get("mode") == "delete":
            continue
        owner = next(definition.iterancestors(f"{{{TEI}}}elementSpec")).get("ident")
        listed = POINTERS.get(definition.get("ident"), frozenset())
        assert listed is not None, (owner, definition.get("ident"))
        assert owner not in listed
