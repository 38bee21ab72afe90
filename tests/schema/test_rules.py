"""Each Schematron rule of the two ODDs: a passage that breaks it, and a near miss that does not.

The rules are evaluated here by Saxon's XPath alone: every node that the context selects, then the test on it.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

TEI = "http://www.tei-c.org/ns/1.0"
SCHEMA = Path(__file__).parents[2] / "schema"
SAXON = PySaxonProcessor(license=False)


class Case(NamedTuple):
    """A rule by its ident, how often the first passage breaks it, and the two passages."""

    rule: str
    broken: str
    kept: str
    times: int = 1


CASES = [
    # tei-pocket.odd
    Case(
        "calendar-needs-words",
        '<date calendar="#julian" when="1918-01-24"/>',
        '<date calendar="#julian">11 Jan.</date>',
    ),
    Case("one-way-to-date", '<date when="1918" from="1917">x</date>', '<date from="1917" to="1918">x</date>'),
    Case("one-start", '<date from="1917" notBefore="1917">x</date>', '<date from="1917" notAfter="1918">x</date>'),
    Case("one-end", '<date to="1917" notAfter="1917">x</date>', '<date to="1917" notBefore="1916">x</date>'),
    Case("one-unit", '<measure unit="m" unitRef="#m">5</measure>', '<measure unit="m">5</measure>'),
    Case("subtype-of-what", '<div subtype="b"/>', '<div type="a" subtype="b"/>'),
    Case("span-goes-forward", '<anchor xml:id="a"/><pb spanTo="#a"/>', '<pb spanTo="#a"/><anchor xml:id="a"/>'),
    Case("relation-has-a-name", '<relation mutual="#a #b"/>', '<relation name="ally" mutual="#a #b"/>'),
    Case(
        "relation-has-a-start",
        '<relation name="minister" passive="#b"/>',
        '<relation name="minister" active="#a" passive="#b"/>',
    ),
    Case("link-joins-two", '<link target=" #a "/>', '<link target="#a #b"/>'),
    Case("gloss-list-has-labels", '<list type="gloss"><item/></list>', '<list type="gloss"><label/><item/></list>'),
    Case("verse-in-line-group", "<lg><stage/></lg>", "<lg><choice><corr><l/></corr></choice></lg>"),
    Case("quotation-says-something", "<quotation/>", '<quotation marks="all"/>'),
    Case("related-item-once", '<relatedItem target="#a"><bibl/></relatedItem>', '<relatedItem target="#a"/>'),
    Case("one-base", '<rt target="#a" from="#b">x</rt>', '<rt from="#a" to="#b">x</rt>'),
    Case("both-halves", "<subst><add/></subst>", "<subst><del/><add/></subst>"),
    Case(
        "one-lemma-in-group",
        "<app><lem/><rdgGrp><lem/><rdg/></rdgGrp></app>",
        "<app><rdgGrp><lem/><rdg/></rdgGrp></app>",
    ),
    Case(
        "enough-to-find-it",
        "<msIdentifier><country>China</country></msIdentifier>",
        "<msIdentifier><country>China</country><idno>03-32</idno></msIdentifier>",
    ),
    # teikit.odd
    Case("said-who-points", '<said who="Li">x</said>', '<said who="#li">x</said>'),
    Case("said-who-points", "<said>x</said>", '<said who="pers:li">x</said>'),
    Case("said-who-points", '<said who="#li Polivanov">x</said>', '<said who="persons.xml#li urn:x:y">x</said>'),
    Case("said-who-points", '<said who="#">x</said>', '<said who="https://example.org/li">x</said>'),
    Case(
        "custom-date-needs-method",
        '<date when-custom="0007-01-19">x</date>',
        '<date when-custom="0007-01-19" datingMethod="#minguo">x</date>',
    ),
    Case(
        "custom-date-needs-method",
        '<birth from-custom="0006" to-custom="0008"/>',
        '<birth from-custom="0006" to-custom="0008" datingMethod="#minguo"/>',
    ),
    Case("date-has-value", "<date>yesterday</date>", '<date notBefore="1918">in 1918 or later</date>'),
    Case(
        "message-is-sent",
        '<correspDesc><correspAction type="received"/></correspDesc>',
        '<correspDesc><correspAction type="sent"/></correspDesc>',
    ),
    Case(
        "sent-has-date",
        '<correspAction type="sent"><date/></correspAction>',
        '<correspAction type="sent"><persName>Li</persName><date when="1918-01-19"/></correspAction>',
        2,
    ),
    Case("sent-has-date", '<correspAction type="sent"><rs>he</rs></correspAction>', '<correspAction type="received"/>'),
    Case("choice-has-partners", "<choice><sic/><sic/></choice>", "<choice><sic/><corr/></choice>"),
    Case("choice-has-partners", "<choice><orig/><orig/></choice>", "<choice><unclear/><unclear/></choice>"),
    Case("choice-has-partners", "<choice><expan/><expan/></choice>", "<choice><abbr/><expan/><expan/></choice>"),
    Case("correction-is-signed", "<supplied>x</supplied>", '<supplied source="#nac">x</supplied>'),
    Case("correction-is-signed", "<choice><sic/><corr/></choice>", '<choice resp="#ed"><sic/><corr/></choice>'),
    Case(
        "name-points-to-register",
        "<p><persName>Li</persName></p>",
        '<p><persName ref="#li"><persName>Li</persName></persName></p><person><persName>Li</persName></person>',
    ),
    Case("title-has-level", "<bibl><title>x</title></bibl>", '<bibl><title level="m">x</title></bibl><p><title/></p>'),
    Case(
        "figure-is-described",
        '<figure><graphic url="a.png"/></figure>',
        '<figure><graphic url="a.png"/><figDesc>x</figDesc></figure><figure><head>lost</head></figure>',
    ),
    Case("language-is-stated", "<p/>", f'<TEI xmlns="{TEI}"><text xml:lang="en"><body/></text></TEI>'),
]


def constraints() -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for name in ("tei-pocket.odd", "teikit.odd"):
        for constraint in etree.parse(SCHEMA / name).iter(f"{{{TEI}}}constraintSpec"):
            assert constraint.get("ident") not in found
            found[constraint.get("ident", "")] = constraint
    return found


RULES = constraints()


def count(rule: str, passage: str) -> int:
    """How many messages `rule` has for `passage`."""
    if not passage.startswith("<TEI"):
        passage = f'<TEI xmlns="{TEI}"><text><body>{passage}</body></text></TEI>'
    xpath = SAXON.new_xpath_processor()
    xpath.declare_namespace("tei", TEI)
    messages = 0
    document = SAXON.parse_xml(xml_text=passage)
    for part in RULES[rule].iter("{*}rule"):
        xpath.set_context(xdm_item=document)
        nodes = xpath.evaluate(f"//({part.get('context')})")
        for node in nodes or []:
            xpath.set_context(xdm_item=node)
            for test in part:
                expected = etree.QName(test).localname == "report"
                messages += xpath.effective_boolean_value(test.get("test")) == expected
    return messages


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{number}" for number, case in enumerate(CASES)])
def test_rule(case: Case) -> None:
    assert count(case.rule, case.broken) == case.times
    assert count(case.rule, case.kept) == 0


def test_warnings_are_marked_and_messages_are_sentences() -> None:
    for rule in RULES.values():
        for test in rule.iter("{*}assert", "{*}report"):
            assert test.get("role") in (None, "warning")
            assert (test.text or "").strip().endswith(".")
