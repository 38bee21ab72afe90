"""Compiling and running: results, messages, parameters, many runs in one process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from teikit.diagnostics import Diagnostic, Severity, StylesheetError, TeikitError
from teikit.saxon import Stylesheet, parameters
from teikit.xml import Document, load

HEAD = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'

TEXT = '<xsl:output method="text"/>'


def written(folder: Path, content: str, name: str = "a.xsl") -> Path:
    file = folder / name
    file.write_text(f"{HEAD}\n{content}\n</xsl:stylesheet>", "utf-8")
    return file


@pytest.fixture
def document() -> Document:
    return load("<a>\n <b>庫倫 😀</b>\n <b/></a>".encode(), path="a.xml")


def static_errors(file: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(StylesheetError) as caught:
        Stylesheet.compile(file)
    assert all(each.hint for each in caught.value.diagnostics)
    return caught.value.diagnostics


def test_a_document_becomes_text(tmp_path: Path, document: Document) -> None:
    file = written(tmp_path, TEXT + '<xsl:template match="/" expand-text="yes">[{/a/b[1]}]</xsl:template>')
    assert Stylesheet.compile(file).run(document) == ("[庫倫 😀]", ())


def test_parameters_are_strings_sequences_and_documents(tmp_path: Path, document: Document) -> None:
    file = written(
        tmp_path,
        f'{TEXT}<xsl:param name="one"/><xsl:param name="many" as="xs:string*" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema"/><xsl:param name="registers" as="map(*)"/>'
        '<xsl:template match="/">'
        '<xsl:value-of select="$one, $many, $registers?r.xml/r/@n" separator="|"/></xsl:template>',
    )
    stylesheet = Stylesheet.compile(file)
    register = load('<r n="庫"/>'.encode())
    for _ in range(3):
        result = stylesheet.run(document, {"one": "é", "many": ["x", "y"], "registers": {"r.xml": register}})
        assert result == ("é|x|y|庫", ())
    assert stylesheet.run(document, {"one": "", "many": [], "registers": {}}).text == ""


def test_without_a_document_the_initial_template_runs(tmp_path: Path) -> None:
    file = written(tmp_path, TEXT + '<xsl:template name="xsl:initial-template">begun</xsl:template>')
    assert Stylesheet.compile(file).run(None).text == "begun"


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("<xsl:nonsense/>", "XSL001", "nonsense"),
        ('<xsl:variable name="x" select="1 +"/>', "XSL001", "XPST0003"),
        ('<xsl:include href="missing.xsl"/>', "XSL001", "missing.xsl"),
        ('<xsl:include href="http://[x"/>', "XSL001", "http://[x"),
        ('<xsl:include href="a.xsl"/>', "XSL001", "itself"),
        ("<xsl:variable", "XML003", "not well-formed"),
    ],
)
def test_a_static_error_is_said_with_its_place(tmp_path: Path, content: str, code: str, words: str) -> None:
    found = static_errors(written(tmp_path, content))
    assert found[0].code.id == code
    assert words in found[0].message
    assert found[0].location.path == (tmp_path / "a.xsl").as_posix()


def test_a_static_error_in_an_imported_module_is_said_there(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    module = written(tmp_path / "lib", '\n<xsl:variable name="x" select="1 +"/>', "numbers.xsl")
    [found] = static_errors(written(tmp_path, '<xsl:import href="lib/numbers.xsl"/>'))
    assert (found.location.path, found.location.line) == (module.as_posix(), 3)


def test_what_is_no_stylesheet_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.xsl"
    for content, code in (("<a/>", "XSL001"), ("body { color: red }", "XML002"), ("", "XML001")):
        file.write_text(content)
        assert [each.code.id for each in static_errors(file)] == [code]
    with pytest.raises(TeikitError, match="no such file"):
        Stylesheet.compile(tmp_path / "none.xsl")


def test_messages_come_back_as_diagnostics_at_their_nodes(tmp_path: Path, document: Document) -> None:
    file = written(
        tmp_path,
        '<xsl:template match="b[2]"><xsl:message><diagnostic code="XSL012" path="{path()}" hint="add one">no image'
        "</diagnostic></xsl:message><xsl:message>by the way</xsl:message></xsl:template>",
    )
    placed, loose = Stylesheet.compile(file).run(document).diagnostics
    assert (placed.code.id, placed.message, placed.hint) == ("XSL012", "no image", "add one")
    assert placed.location == ("a.xml", 3, 2, "/a/b[2]")
    assert (loose.code.id, loose.severity, loose.message) == ("XSL004", Severity.INFO, "by the way")


@pytest.mark.parametrize(
    ("instruction", "words"),
    [
        ('<xsl:value-of select="1 div 0"/>', "division by zero"),
        ("<xsl:value-of select=\"error(QName('', 'x'), 'stopped here')\"/>", "stopped here"),
        ('<xsl:message terminate="yes">enough</xsl:message>', "terminated"),
    ],
)
def test_a_dynamic_error_is_a_result_without_text(
    tmp_path: Path, document: Document, instruction: str, words: str
) -> None:
    stylesheet = Stylesheet.compile(written(tmp_path, f'<xsl:template match="/">half {instruction}</xsl:template>'))
    text, said = stylesheet.run(document)
    failure = next(each for each in said if each.severity is Severity.ERROR)
    assert (text, failure.code.id) == ("", "XSL002")
    assert words in failure.message
    assert "a.xsl:2" in failure.message
    assert failure.hint


def test_a_run_after_a_failure_starts_afresh(tmp_path: Path, document: Document) -> None:
    body = '<xsl:param name="n"/><xsl:template match="/"><xsl:value-of select="1 idiv xs:integer($n)" xmlns:xs='
    body += '"http://www.w3.org/2001/XMLSchema"/></xsl:template><xsl:output method="text"/>'
    stylesheet = Stylesheet.compile(written(tmp_path, body))
    assert [stylesheet.run(document, {"n": n}).text for n in ("1", "0", "1")] == ["1", "", "1"]


def test_endless_recursion_ends_in_an_error(tmp_path: Path, document: Document) -> None:
    body = '<xsl:function name="f:f" xmlns:f="f"><xsl:param name="n"/>'
    body += '<xsl:sequence select="1 + f:f($n)"/></xsl:function>'
    body += '<xsl:template match="/"><xsl:value-of select="f:f(1)" xmlns:f="f"/></xsl:template>'
    [found] = Stylesheet.compile(written(tmp_path, body)).run(document).diagnostics
    assert (found.code.id, "recursion" in found.message) == ("XSL002", True)


def test_a_document_as_deep_as_our_limit_and_with_many_attributes_passes(tmp_path: Path) -> None:
    stylesheet = Stylesheet.compile(written(tmp_path, '<xsl:mode on-no-match="shallow-copy"/>'))
    many = " ".join(f'a{number}=""' for number in range(1000))
    deep = load(("<a>" * 999 + f"<{'n' * 2000} {many}/>" + "</a>" * 999).encode())
    text, said = stylesheet.run(deep)
    assert (text.count("<a>"), text.count('=""'), said) == (999, 1000, ())


def test_the_parameters_of_a_stylesheet_are_read_with_their_documentation(tmp_path: Path) -> None:
    imported = '<xsl:param name="a" select="2"/><xsl:param name="b" select="3"><!-- imported --></xsl:param>'
    written(tmp_path, imported, "i.xsl")
    file = written(
        tmp_path,
        '<xsl:import href="i.xsl"/><xsl:param name="a" select="1"><!-- the\n first --></xsl:param>'
        '<xsl:param name="fixed" static="yes" select="1"/>',
    )
    found = parameters(file)
    assert {name: (each.default, each.documentation) for name, each in found.items()} == {
        "a": ("1", "the first"),
        "b": ("3", "imported"),
    }


def test_many_stylesheets_and_many_runs_end_well(tmp_path: Path) -> None:
    """In a process of its own: what is at stake is a crash, also at its end."""
    body = '<xsl:param name="r" as="map(*)"/>'
    written(tmp_path, body + '<xsl:template match="/"><xsl:copy-of select="$r?x"/></xsl:template>')
    program = (
        "import sys; from pathlib import Path; from teikit.saxon import Stylesheet; from teikit.xml import load\n"
        "sheets = [Stylesheet.compile(Path(sys.argv[1])) for _ in range(8)]\n"
        "document, register = load(b'<a/>'), load(b'<r/>')\n"
        "for number in range(400):\n"
        "    result = sheets[number % 8].run(document, {'r': {'x': register if number % 2 else load(b'<r/>')}})\n"
        "    assert result.text.endswith('<r/>'), result\n"
        "del sheets[::2]\n"
        "print('done')\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "a.xsl")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "done\n", "")
