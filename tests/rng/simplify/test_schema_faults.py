"""Faults of schemas: all are told, each once, where it is; files that refer to files; bad input."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from teikit.diagnostics import SchemaError, TeikitError
from teikit.rng.automaton.patterns import Element
from teikit.rng.automaton.states import content_of
from teikit.rng.grammar.compile import compile_grammar

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def faults(path: Path, *, check_ids: bool = False) -> list[tuple[str, int, str]]:
    """Return file, line and code of all faults of a schema."""
    try:
        compile_grammar(str(path), check_ids=check_ids)
    except SchemaError as error:
        return [(Path(each.location.path).name, each.location.line, each.code.id) for each in error.diagnostics]
    return []


def written(folder: Path, **texts: str) -> Path:
    """Write files, `{R}` standing for the namespace; return the path of the first."""
    paths = []
    for name, text in texts.items():
        paths.append(folder / name.replace("_", "."))
        paths[-1].write_text(text.replace("{R}", RNG).replace("{X}", XSD), encoding="utf-8")
    return paths[0]


def test_all_faults_are_told(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng="""<grammar {R}>
<start><ref name="p"/></start>
<define name="p"><element name="p"><ref name="quote"/></element></define>
<define name="p"><element name="p"><txet/></element></define>
<define name="quota"><element name="a b"><data type="integr"/></element></define>
<define/>
</grammar>""",
    )
    assert faults(schema) == [
        ("s.rng", 3, "RNS030"),
        ("s.rng", 4, "RNS032"),
        ("s.rng", 4, "RNS001"),
        ("s.rng", 5, "RNS008"),
        ("s.rng", 6, "RNS007"),
    ]


def test_hints_name_what_is_near(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng="""<grammar {R}><start><ref name="paragraf"/></start>
<define name="paragraph"><element name="p"><txt/></element></define></grammar>""",
    )
    with pytest.raises(SchemaError) as caught:
        compile_grammar(str(schema))
    assert [each.hint for each in caught.value.diagnostics] == ["did you mean “paragraph”?", "did you mean “text”?"]


def test_only_reachable_definitions_are_resolved(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng="""<grammar {R}><start><element name="p"><empty/></element></start>
<define name="x"><ref name="y"/></define><define name="y"><choice><ref name="x"/><text/></choice></define></grammar>""",
    )
    assert faults(schema) == []


def test_faults_in_included_files_are_told_there(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng="""<grammar {R}><include href="t.rng">
<define name="absent"><text/></define>
<start><ref name="p"/></start></include></grammar>""",
        t_rng="""<grammar {R}><start><ref name="gone"/></start>
<define name="p"><element name="p"><ref name="gone"/></element></define></grammar>""",
    )
    assert faults(schema) == [("s.rng", 2, "RNS024"), ("t.rng", 2, "RNS030")]


def test_an_included_file_that_is_no_grammar(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng='<grammar {R}><include href="t.rng"/><start><element name="p"><text/></element></start></grammar>',
        t_rng='<element name="p" {R}><text/></element>',
    )
    assert faults(schema) == [("s.rng", 1, "RNS023")]


@pytest.mark.parametrize("href", ["s.rng", "", "t.rng"])
def test_schemas_that_include_themselves(tmp_path: Path, href: str) -> None:
    schema = written(
        tmp_path,
        s_rng=f'<grammar {RNG}><include href="{href}"/></grammar>',
        t_rng='<grammar {R}><include href="./s.rng"/><start><element name="p"><text/></element></start></grammar>',
    )
    assert "RNS022" in {code for _, _, code in faults(schema)}


def test_files_that_include_each_other_twice_end(tmp_path: Path) -> None:
    for number in range(40):
        refer = f'<externalRef href="f{number + 1}.rng"/>' * 2 if number < 39 else "<text/><text/>"
        text = f'<element name="p" {RNG}><choice>{refer}</choice></element>'
        (tmp_path / f"f{number}.rng").write_text(text, encoding="utf-8")
        text = f"<grammar {RNG}>{refer.replace('externalRef', 'include').replace('f', 'g', 0)}</grammar>"
        (tmp_path / f"g{number}.rng").write_text(text.replace('"f', '"g'), encoding="utf-8")
    start = time.monotonic()
    assert faults(tmp_path / "f0.rng") == []
    assert faults(tmp_path / "g0.rng")
    assert time.monotonic() - start < 10


def test_long_chains_and_deep_nesting(tmp_path: Path) -> None:
    defines = "".join(f'<define name="d{n}"><ref name="d{n + 1}"/></define>' for n in range(10_000))
    chain = (
        f'<start><element name="p"><ref name="d0"/></element></start>{defines}<define name="d10000"><text/></define>'
    )
    assert faults(written(tmp_path, s_rng=f"<grammar {{R}}>{chain}</grammar>")) == []
    deep = "<group>" * 5000 + "<text/>" + "</group>" * 5000
    assert faults(written(tmp_path, s_rng=f'<element name="p" {{R}}>{deep}</element>'))
    compact = tmp_path / "deep.rnc"
    compact.write_text("element p { " + "(" * 3000 + "text" + ")" * 3000 + "}", encoding="utf-8")
    assert {code for _, _, code in faults(compact)} <= {"RNS003", "RNS025"}


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TeikitError):
        compile_grammar(str(tmp_path / "none.rng"))


def test_jing_refuses_the_same_schemas(shared: Path, jing: str, tmp_path: Path) -> None:
    document = tmp_path / "x.xml"
    document.write_text("<x/>", encoding="utf-8")
    for name in ("muqtabas", "relateditem", "testdrama", "amp"):
        schema = shared / f"reference/odd/{name}.rng"
        said = subprocess.run([jing, str(schema), str(document)], capture_output=True, text=True, check=False).stdout
        refused = any(line.startswith(str(schema)) for line in said.splitlines())
        assert bool(faults(schema)) == refused, name


@pytest.mark.parametrize("library", [" ", " http://example.org/types", "http://example.org/types "])
def test_white_space_around_a_library_is_no_part_of_a_uri(tmp_path: Path, library: str) -> None:
    """§4.2 takes white space from `name`, `type` and `combine` alone."""
    schema = written(
        tmp_path, s_rng=f'<element name="p" {{R}} datatypeLibrary="{library}"><data type="integer"/></element>'
    )
    assert faults(schema)


def test_white_space_around_a_reference_is_a_part_of_it(tmp_path: Path) -> None:
    schema = written(
        tmp_path,
        s_rng='<grammar {R}><include href=" t.rng"/><start><ref name="p"/></start></grammar>',
        t_rng='<grammar {R}><define name="p"><element name="p"><empty/></element></define></grammar>',
    )
    assert faults(schema)
    (tmp_path / "t.rng").rename(tmp_path / " t.rng")
    assert faults(schema) == []


def test_only_the_namespace_of_declarations_itself_is_barred_from_attributes(tmp_path: Path) -> None:
    """A namespace may begin with the same words (§4.16)."""
    barred, free = "http://www.w3.org/2000/xmlns", "http://www.w3.org/2000/xmlns more"
    text = '<element name="p" {{R}}><attribute name="n" ns="{}"/></element>'
    assert [code for _, _, code in faults(written(tmp_path, s_rng=text.format(barred)))] == ["RNS037"]
    assert faults(written(tmp_path, s_rng=text.format(free))) == []


IDS = {
    "one": '<element name="p" {R} {X}><attribute name="n"><data type="ID"/></attribute></element>',
    "wild": """<element name="p" {R} {X}><attribute name="n"><data type="ID"/></attribute><element><anyName/>
<zeroOrMore><attribute><anyName/></attribute></zeroOrMore></element></element>""",
    "other": """<element name="p" {R} {X}><attribute name="n"><data type="ID"/></attribute><element><anyName>
<except><name>p</name></except></anyName><zeroOrMore><attribute><anyName/></attribute></zeroOrMore></element></element>""",
    "kinds": """<element name="p" {R} {X}><choice><attribute name="n"><data type="ID"/></attribute>
<attribute name="n"><data type="IDREF"/></attribute></choice></element>""",
    "list": '<element name="p" {R} {X}><attribute name="n"><list><data type="IDREF"/></list></attribute></element>',
    "content": '<element name="p" {R} {X}><data type="ID"/></element>',
    "choice": """<element name="p" {R} {X}><attribute name="n"><choice><data type="ID"/><value>none</value></choice>
</attribute></element>""",
    "open": '<element {R} {X}><anyName/><attribute name="n"><data type="ID"/></attribute></element>',
    "several": """<element name="p" {R} {X}><attribute><choice><name>n</name><name>m</name></choice><data type="ID"/>
</attribute></element>""",
    "plain": """<element name="p" {R} {X}><attribute name="n"><data type="ID"/></attribute><element name="p">
<attribute name="n"/></element></element>""",
    "names": """<element {R} {X}><choice><name>p</name><name>q</name></choice><attribute name="n"><data type="ID"/>
</attribute></element>""",
}


@pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed")
@pytest.mark.parametrize("name", IDS)
def test_ids_are_sound_where_jing_says_so(tmp_path: Path, jing: str, name: str) -> None:
    schema = written(tmp_path, s_rng=IDS[name])
    document = tmp_path / "x.xml"
    document.write_text("<x/>", encoding="utf-8")
    said = subprocess.run([jing, str(schema), str(document)], capture_output=True, text=True, check=False).stdout
    assert bool(faults(schema, check_ids=True)) == any(line.startswith(str(schema)) for line in said.splitlines()), said


def test_deep_patterns_are_made_without_deep_calls(tmp_path: Path) -> None:
    deep = "<optional><group><text/>" * 450 + "<text/>" + "</group></optional>" * 450
    grammar = compile_grammar(str(written(tmp_path, s_rng=f'<element name="p" {{R}}>{deep}</element>')))
    assert isinstance(grammar.start, Element)
    assert content_of(grammar.start).nullable
