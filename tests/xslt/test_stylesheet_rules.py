"""The house rules for stylesheets, checked on every one."""

# Documents stand in one line, as a case and what it comes to.

from pathlib import Path

import pytest
from lxml import etree

from teikit import resources

XSL = "{http://www.w3.org/1999/XSL/Transform}"
FOLDER = resources.stylesheet("to-html.xsl").parent
SHEETS = sorted(FOLDER.rglob("*.xsl"))
ENTRIES = sorted(FOLDER.glob("*.xsl"))


def name(sheet: Path) -> str:
    return sheet.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_everything_is_typed(sheet: Path):
    tree = etree.parse(str(sheet))
    kinds = ("template", "function", "param", "variable")
    untyped = [
        f"{each.sourceline}: {each.tag[len(XSL) :]}"
        for kind in kinds
        for each in tree.iter(XSL + kind)
        if not each.get("as")
    ]
    assert untyped == []


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_files_and_templates_are_short(sheet: Path):
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= (100 if sheet in ENTRIES else 400)
    tree = etree.parse(str(sheet))
    for each in tree.iter(XSL + "template", XSL + "function"):
        assert len(etree.tostring(each, with_tail=False).splitlines()) <= 40, each.sourceline


@pytest.mark.parametrize("entry", ENTRIES, ids=name)
def test_every_mode_is_declared_with_a_comment(entry: Path):
    sheets = [etree.parse(str(entry)), *(etree.parse(str(path)) for path in included(entry))]
    declared = {each.get("name", "#unnamed") for tree in sheets for each in tree.iter(XSL + "mode")}
    used = {
        mode
        for tree in sheets
        for each in tree.iter(XSL + "template", XSL + "apply-templates")
        for mode in each.get("mode", "#unnamed").split()
    }
    assert used - {"#current", "#default", "#all"} <= declared
    for tree in sheets:
        for mode in tree.iter(XSL + "mode"):
            assert mode.get("on-multiple-match") == "fail", mode.get("name")
            assert mode.get("on-no-match"), mode.get("name")
            assert [child for child in mode if child.tag is etree.Comment], mode.get("name")


@pytest.mark.parametrize("entry", ENTRIES, ids=name)
def test_every_parameter_is_documented(entry: Path):
    for parameter in etree.parse(str(entry)).getroot().findall(XSL + "param"):
        assert [child for child in parameter if child.tag is etree.Comment], parameter.get("name")


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_output_is_deterministic(sheet: Path):
    text = sheet.read_text(encoding="utf-8")
    for forbidden in ("generate-id(", "current-date(", "current-dateTime(", "random-number-generator("):
        assert forbidden not in text


def included(entry: Path) -> list[Path]:
    tree = etree.parse(str(entry))
    found = [(entry.parent / each.get("href")).resolve() for each in tree.iter(XSL + "include", XSL + "import")]
    return found + [deeper for path in found for deeper in included(path)]
