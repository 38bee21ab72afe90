"""The compact syntax denotes the same grammar: Trang reads it back (RELAX NG Compact Syntax)."""

# ruff: noqa: E501 (one case, one line of XML)
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from tests.odd.conftest import Compile

from teikit.odd.to_rnc import compact, literal

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
 ns="urn:x" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="list"/></start>
<define name="list"><element name="list"><a:documentation>Keyword as name,
two lines.</a:documentation><group><optional><attribute name="text" a:defaultValue="a &quot;b&quot;"><text/></attribute></optional>
<attribute name="h" ns="urn:y"><list><oneOrMore><choice><value>x "1" 'y'</value><value type="NCName">z</value></choice></oneOrMore></list>
</attribute><zeroOrMore><choice><group><ref name="element"/><text/></group><interleave><ref name="element"/><ref name="any"/>
</interleave><data type="token"><param name="pattern">\\d"</param><except><value>\\x{41}</value></except></data></choice></zeroOrMore>
</group></element></define><define name="element"><element name="e" ns="urn:w"><mixed><empty/></mixed></element></define>
<define name="any"><element><anyName><except><nsName ns="urn:x"/><name ns="urn:z">q</name></except></anyName><notAllowed/></element>
</define></grammar>"""


def canonical(root: etree._Element) -> list[str]:
    """Return what RELAX NG sees of a grammar, definition by definition."""

    def walk(element: etree._Element, ns: str) -> str:
        ns = element.get("ns", ns)
        kind = etree.QName(element).localname
        name = (element.get("name") or "").rpartition(":")[2]
        own = element.get("ns", "") if kind == "attribute" else ns if kind in ("element", "name", "nsName") else ""
        prefix = (element.get("name") or "").partition(":")[0] if ":" in (element.get("name") or "") else None
        if kind == "name" and ":" in (element.text or ""):
            prefix = (element.text or "").partition(":")[0]
        if prefix and kind in ("element", "attribute", "name"):
            own = element.nsmap.get(prefix, "")
        text = (
            (element.text or "").rpartition(":")[2]
            if kind == "name"
            else element.text
            if kind in ("value", "param")
            else ""
        )
        children = [walk(one, ns) for one in element if isinstance(one.tag, str) and "structure" in one.tag]
        if (
            kind == "group"
            and len(children) > 1
            and etree.QName(element.getparent()).localname in ("element", "zeroOrMore")
        ):
            return ",".join(children)
        if kind == "attribute" and not children:
            children = ["text||||()"]
        if kind == "except" and len(children) > 1:
            children = [f"choice||||({','.join(children)})"]
        return f"{kind}|{name}|{own}|{element.get('type') or ''}|{text}({','.join(children)})"

    return sorted(walk(one, root.get("ns", "")) for one in root if isinstance(one.tag, str))


def test_trang_reads_it_back(tmp_path: Path) -> None:
    trang = shutil.which("trang")
    if trang is None:
        pytest.skip("trang is not installed")
    source = etree.fromstring(GRAMMAR, etree.XMLParser(remove_blank_text=True))
    (tmp_path / "x.rnc").write_text(compact(source), encoding="utf-8")
    done = subprocess.run([trang, "x.rnc", "back.rng"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    back = etree.parse(str(tmp_path / "back.rng"), etree.XMLParser(remove_blank_text=True)).getroot()
    assert canonical(back) == canonical(source)


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


def test_documentation_stands_before_what_it_documents(schema: Compile) -> None:
    values = '<valList type="closed"><valItem ident="x"><desc>The x.</desc></valItem></valList>'
    one = schema(f'<elementSpec ident="a"><desc>An a.</desc><content>{values}</content></elementSpec>')
    lines = [line.strip() for line in one.compiled.rnc.decode().splitlines()]
    assert lines[lines.index("## An a.") + 1].startswith("element a")
    assert lines[lines.index("## The x.") + 1] == '"x"'
