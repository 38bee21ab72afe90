"""Writing a schema in the other syntax and reading it again changes nothing that it means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.rng.meaning import meaning

from teikit.rng import RelaxNG
from teikit.rng.grammar.compile import compile_grammar
from teikit.rng.syntax import read, to_compact, to_xml

SCHEMAS = (
    "tei/4.12.0/tei_all.rng",
    "tei/4.1.0/relaxng/tei_bare.rnc",
    "corpora/frus/schema/frus.rnc",
    "corpora/amp/schema/schema.rng",
)

RICH = """# A remark at the top.
default namespace = "http://example.org/d"
namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"
namespace o = "http://example.org/o"
namespace local = ""
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"

start = \\element | grammar { start = parent \\element }
## What an element is.
## In two lines.
\\element =
  [ o:flag = "yes" o:note [ lang = "en" "some" o:b [ "bold" ] ] ]
  element (o:x | y | local:z) {
    # Attributes first.
    attribute n { xsd:integer { minInclusive = "1" maxInclusive = "9" } - ("5" | "7") }?,
    ## A kind.
    [ a:defaultValue = "one" ]
    attribute kind {
      ## The first.
      "one"
      | ## The second.
        "two"
    },
    attribute * - (o:* | local:*) { text }*,
    (inner & mixed { list { token+ } } >> o:after [ ])
  }
div {
  inner |= element o:inner { xsd:QName "o:q" | "it's " ~ '"quoted"' | \"\"\"two
lines\"\"\" }
  inner |= notAllowed
  o:loose [ "here" ]
}
"""


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    path = tmp_path / "rich.rnc"
    path.write_text(RICH.replace("list { token+ }", "empty"), encoding="utf-8")
    return path


def check(path: Path, folder: Path) -> None:
    """Assert that all ways through the other syntax mean the same, documentation included."""
    wanted = meaning(compile_grammar(str(path)), documented=True)
    tree = read(str(path))
    compact, xml, back = folder / "a.rnc", folder / "a.rng", folder / "b.rng"
    compact.write_text(to_compact(tree), encoding="utf-8")
    xml.write_text(to_xml(tree), encoding="utf-8")
    back.write_text(to_xml(read(str(compact))), encoding="utf-8")
    for each in (compact, xml, back):
        assert meaning(compile_grammar(str(each)), documented=True) == wanted


@pytest.mark.parametrize("name", SCHEMAS)
def test_round_trips_of_schemas_in_use(shared: Path, tmp_path: Path, name: str) -> None:
    if not (shared / name).exists():
        pytest.skip(f"{name} is not there")
    check(shared / name, tmp_path)


def test_round_trip_of_everything_at_once(rich: Path, tmp_path: Path) -> None:
    check(rich, tmp_path)


def test_what_the_other_syntax_can_hold_is_kept(rich: Path) -> None:
    xml = to_xml(read(str(rich)))
    assert "<!-- A remark at the top. -->" in xml
    assert "<!-- Attributes first. -->" in xml
    assert 'a:defaultValue="one"' in xml
    assert "<a:documentation>What an element is.\nIn two lines.</a:documentation>" in xml
    assert '<o:note lang="en">some<o:b>bold</o:b></o:note>' in xml
    assert "<o:after/>" in xml
    assert "<o:loose>here</o:loose>" in xml


@pytest.mark.parametrize(
    ("head", "good", "bad"),
    [
        ('default namespace = "urn:d"', "urn:d", ""),
        ("", "", "urn:d"),
        ('default namespace d = "urn:d"\nnamespace e = "urn:e"', "urn:d", "urn:e"),
        ('default namespace = "urn:d"\nnamespace i = inherit', "urn:d", ""),
    ],
)
def test_qualified_names_as_values_keep_their_namespaces(tmp_path: Path, head: str, good: str, bad: str) -> None:
    first, second, third = tmp_path / "a.rnc", tmp_path / "b.rng", tmp_path / "c.rnc"
    first.write_text(f'{head}\nnamespace q = "urn:q"\nelement * {{ xsd:QName "x" | xsd:QName "q:y" }}\n', "utf-8")
    second.write_text(to_xml(read(str(first))), "utf-8")
    third.write_text(to_compact(read(str(second))), "utf-8")
    for path in (first, second, third):
        schema = RelaxNG.from_file(path, cached=False)
        for value, namespace, valid in (("x", good, True), ("x", bad, False), ("y", "urn:q", True), ("y", good, False)):
            name = f'xmlns:n="{namespace}">n:{value}' if namespace else f">{value}"
            assert schema.is_valid(f"<a {name}</a>".encode()) is valid, (path.name, value, namespace)


COMMENTED = """# c1
default namespace = "urn:d" # c2
# c3
datatypes xsd = # c4
 "http://www.w3.org/2001/XMLSchema-datatypes"
start = # c5
  # c6
  element a # c7
  { # c8
    b # c9
    , # c10
    (c # c11
     | # c12
     d # c13
    ) # c14
    * # c15
  } # c16
b = element (x # c17
  | # c18
  (* # c19
    - # c20
    (y # c21
     | # c22
     z # c23
    ))) { empty } # c24
div # c25
{ # c26
  c = element c { attribute k { # c27
    text # c28
    }, b # c29
    } # c30
  # c31
}
## Documentation.
# c32
d = element d { xsd:token # c33
      { # c34
        pattern = # c35
         "a" # c36
        length = "1" # c37
      } # c38
      - # c39
      ( # c40
       "x" # c41
       | # c42
       "y" # c43
      ) # c44
      }
# c45
"""


def test_no_comment_is_lost(tmp_path: Path) -> None:
    path, wanted = tmp_path / "c.rnc", [f"c{number}" for number in range(1, 46)]
    path.write_text(COMMENTED, encoding="utf-8")
    xml = to_xml(read(str(path)))
    assert sorted(re.findall(r"<!-- (c\d+) -->", xml)) == sorted(wanted)
    (tmp_path / "c.rng").write_text(f"{xml}<!-- after all -->", encoding="utf-8")
    compact = to_compact(read(str(tmp_path / "c.rng")))
    assert sorted(re.findall(r"# (c\d+|after all)$", compact, re.MULTILINE)) == sorted([*wanted, "after all"])
    path.write_text(compact, encoding="utf-8")
    assert to_xml(read(str(path))).count("<!--") == len(wanted) + 1


def test_writing_is_stable(rich: Path, tmp_path: Path) -> None:
    once = to_compact(read(str(rich)))
    again = tmp_path / "again.rnc"
    again.write_text(once, encoding="utf-8")
    assert to_compact(read(str(again))) == once
    assert "# Attributes first." in once
    assert "## The second." in once


def test_names_in_the_namespace_of_declarations_are_written_with_ns(tmp_path: Path) -> None:
    """No prefix can be bound to it in XML, whereas a compact schema may give it one."""
    schema = tmp_path / "reserved.rnc"
    reserved = "http://www.w3.org/2000/xmlns/"
    schema.write_text(f'namespace x = "{reserved}"\nelement x:a {{ element x:b {{ empty }}* }}\n')
    check(schema, tmp_path)
    assert f"""xmlns:x="{reserved}\"""" not in (tmp_path / "a.rng").read_text("utf-8")


def test_an_empty_grammar_is_no_empty_file(tmp_path: Path) -> None:
    """Jing holds an empty file for a fault."""
    schema = tmp_path / "empty.rng"
    schema.write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>')
    assert to_compact(read(str(schema))).split() == ["grammar", "{", "}"]
