"""What rules can read: XML files below the folders of schema and document, and nothing else."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.schematron.conftest import Check, pattern, rule

ASK = '<sch:value-of select="{}"/>'


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    (tmp_path / "below/register.xml").write_text("<r><x>found</x></r>")
    (tmp_path / "words.txt").write_text("SECRET")
    (tmp_path / "bad.xml").write_text("<r>")
    return tmp_path


@pytest.mark.parametrize(
    "expression",
    [
        "doc('below/register.xml')/r/x",
        "fn:doc('below/register.xml')/r/x",
        "document('below/register.xml')/r/x",
        "document(@href)/r/x",
        "document(('below/register.xml', 'below/register.xml'))/r/x",
        "document('register.xml', doc('below/register.xml'))/r/x",
        "doc('below/register.xml#x')/r/x",
        "doc(resolve-uri(@href, base-uri(.)))/r/x",
        "if (doc-available('none.xml')) then 'no' else doc('below/register.xml')/r/x",
        "if (doc-available('below/register.xml')) then 'found' else 'no'",
        "$register/r/x",
    ],
)
def test_a_register_below_the_schema_is_read(check: Check, here: Path, expression: str) -> None:
    let = '<sch:let name="register" value="doc(\'below/register.xml\')"/>'
    found = check(let + pattern(rule("a", ASK.format(expression))), "<a href='below/register.xml'/>")
    assert [each for each in found.schema.diagnostics if each.code.id != "SCH006"] == []
    assert found.messages == ["found"]


def test_what_is_called_doc_and_is_no_function_stays(check: Check, here: Path) -> None:
    content = pattern(rule("doc", "<sch:value-of select=\"string-join(('doc(x)', ../doc, doc/@doc), ' ')\"/>"))
    assert check(content, "<a><doc>1</doc></a>").messages == ["doc(x) 1"]


@pytest.mark.parametrize(
    "expression",
    [
        "doc('none.xml')",
        "doc('bad.xml')",
        "doc('../{up}/outside.xml')",
        "doc('{absolute}')",
        "doc('link.xml')",
        "doc('http://127.0.0.1:9/x.xml')",
        "unparsed-text('words.txt')",
        "unparsed-text('{words}')",
        "json-doc('words.txt')",
        "collection('.')",
        "uri-collection('{folder}')",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM &quot;{words}&quot;>]>&lt;a>&amp;x;&lt;/a>')",
        "transform(map{{'stylesheet-location': '{absolute}'}})?output",
        "function-lookup(xs:QName('fn:doc'), 1)('{absolute}')",
    ],
)
def test_nothing_else_is_read(
    check: Check, here: Path, tmp_path_factory: pytest.TempPathFactory, expression: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "outside.xml"
    outside.write_text("<x>SECRET</x>")
    if "link" in expression:
        os.symlink(outside, here / "link.xml")  # noqa: PTH211
    words, folder = (here / "words.txt").as_uri(), here.as_uri()
    written = expression.format(up=outside.parent.name, absolute=outside.as_uri(), words=words, folder=folder)
    content = '<sch:ns prefix="fn" uri="http://www.w3.org/2005/xpath-functions"/>'
    content += '<sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    found = check(content + pattern(rule("a", ASK.format(written))) + pattern(rule("a", "good")))
    assert "SECRET" not in "".join(found.messages)
    assert found.ids == ["SCH002", "SCH005"]


@pytest.mark.parametrize(
    "expression", ["environment-variable('HOME')", "system-property('user.dir')", "available-environment-variables()"]
)
def test_nothing_is_known_of_the_machine(check: Check, expression: str) -> None:
    assert check(pattern(rule("a", f'[<sch:value-of select="{expression}"/>]'))).messages == ["[]"]


def test_rules_do_not_write(check: Check, here: Path) -> None:
    content = f"""<sch:ns prefix="f" uri="urn:f"/><xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:f">
    <xsl:result-document href="{(here / "out.xml").as_uri()}"><x/></xsl:result-document></xsl:function>"""
    found = check(content + pattern(rule("a", "m", test="exists(f:f())")) + pattern(rule("a", "good")))
    assert {each.code.id for each in found.schema.diagnostics} == {"SCH004", "SCH008"}
    assert found.messages == ["good"]
    assert not (here / "out.xml").exists()


def test_other_documents_of_a_pattern(check: Check, here: Path) -> None:
    inside = rule("x", "in <sch:value-of select='name(/*)'/>")
    content = f'<sch:pattern documents="/a/@href">{inside}</sch:pattern>'
    found = check(content, "<a href='below/register.xml'><x/></a>")
    assert [(each.message, each.location.path, each.location.line, each.location.column) for each in found.found] == [
        ("in r", (here / "below/register.xml").as_posix(), 1, 4)
    ]


def test_a_register_that_changes_is_read_again(check: Check, here: Path) -> None:
    content = pattern(rule("a", ASK.format("doc('below/register.xml')/r/x")))
    assert check(content).messages == ["found"]
    file = here / "below/register.xml"
    file.write_text("<r><x>new</x></r>")
    os.utime(file, ns=(1, 1))
    assert check(content).messages == ["new"]


def test_a_variable_whose_document_is_missing_leaves_the_rest(check: Check, here: Path) -> None:
    let = "<sch:let name=\"v\" value=\"if (doc-available('http://127.0.0.1:9/')) then 1 else doc('none.xml')//x\"/>"
    found = check(let + pattern(rule("a", "m", test="$v")) + pattern(rule("a", "good")))
    assert found.ids == ["SCH002", "SCH005"]
    failed = next(each for each in found.found if each.code.id == "SCH005")
    assert failed.message.startswith("the variable “v” of the rules stopped with an error")
    assert failed.hint == "a rule may read XML files below the folder of the schema or of the document only"


def test_another_document_that_is_missing_stops_its_pattern_only(check: Check, here: Path) -> None:
    content = f'<sch:pattern documents="/a/@href">{rule("x", "x")}</sch:pattern>' + pattern(rule("a", "good"))
    found = check(content, "<a href='none.xml'/>")
    assert found.ids == ["SCH002", "SCH005"]
