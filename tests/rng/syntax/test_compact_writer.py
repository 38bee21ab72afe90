"""What is written in the compact syntax is what Trang reads (RELAX NG Compact Syntax)."""

# ruff: noqa: E501 (one definition, one line of XML)
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.rng.meaning import meaning

from teikit.rng.grammar.compile import compile_grammar
from teikit.rng.syntax import parsed, read, to_compact, to_xml
from teikit.rng.syntax.compact.text import literal

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
 xmlns:o="urn:o" ns="urn:x" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="list"/></start>
<define name="list"><element name="list"><a:documentation>Keyword as name,
two lines.</a:documentation><group><optional o:k="v"><attribute name="text" a:defaultValue="a &quot;b&quot;"><a:documentation>The text.</a:documentation><text/></attribute></optional>
<attribute name="h" ns="urn:y"><list><oneOrMore><choice><value>x "1" 'y'</value><value type="NCName">z</value></choice></oneOrMore></list>
</attribute><zeroOrMore><choice><group><ref name="element"/><text/></group><interleave><ref name="element"/><ref name="any"/>
</interleave></choice></zeroOrMore><oneOrMore o:z="2"><ref name="data"/></oneOrMore></group></element></define>
<define name="data"><element name="data"><choice><data type="token"><param name="pattern">\\d"</param><except><value>\\x{41}</value><value>two
lines</value></except></data><value>y</value></choice></element></define>
<define name="words"><element name="words"><list><zeroOrMore><data type="NCName"><except><value>no</value></except></data></zeroOrMore></list></element></define>
<define name="element"><element name="e" ns="urn:w"><mixed><optional><ref name="words"/></optional></mixed></element></define>
<define name="any"><element><choice><nsName ns="urn:q"><except><name ns="urn:q">p</name></except></nsName><name ns="urn:z">q</name></choice><empty/></element></define>
</grammar>"""


def test_trang_reads_it_back(tmp_path: Path) -> None:
    trang = shutil.which("trang")
    if trang is None:
        pytest.skip("trang is not installed")
    (tmp_path / "x.rng").write_text(GRAMMAR, encoding="utf-8")
    (tmp_path / "x.rnc").write_text(to_compact(read(str(tmp_path / "x.rng"))), encoding="utf-8")
    done = subprocess.run([trang, "x.rnc", "back.rng"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    wanted, ours, theirs = (
        meaning(compile_grammar(str(tmp_path / name)), documented=True) for name in ("x.rng", "x.rnc", "back.rng")
    )
    assert ours == wanted
    assert theirs == wanted


def test_annotations_stay_on_what_they_are_on() -> None:
    xml = to_xml(parsed("x.rnc", to_compact(parsed("x.rng", GRAMMAR.encode())).encode()))
    assert '<optional o:k="v">' in xml
    assert '<oneOrMore o:z="2">' in xml
    assert '<attribute name="text" a:defaultValue="a &quot;b&quot;">' in xml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x", '"x"'),
        ('a "b"', "'a \"b\"'"),
        ('it\'s "b"', '"it\'s " ~ \'"\' ~ "b" ~ \'"\''),
        ("\\x{41}", '"\\x{5C}x{41}"'),
        ("", '""'),
        ("a\nb", '"""a\nb"""'),
    ],
)
def test_literals(text: str, written: str) -> None:
    assert literal(text) == written
