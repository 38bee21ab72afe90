"""Documents and schemas that are large, odd or hostile, against a grammar, in the real program."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from tests.running import MINIMAL, Ended, teikit

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
SCHEMA = (
    "start = element a { attribute n { text }?, (text | a)* }\na = element a { attribute n { text }?, (text | a)* }"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.rnc").write_text(SCHEMA)
    return tmp_path


def is_measured() -> bool:
    """Return whether coverage is measured in the program that is run, which takes memory of its own."""
    return any(name.startswith(("COV_CORE_", "COVERAGE_")) for name in os.environ)


def validate(folder: Path, schema: str = "a.rnc", document: str = "a.xml", seconds: float = 20) -> Ended:
    ended = teikit(
        *("validate", document, "--schema", schema, "--layer", "rng", "--format", "json", "--quiet"),
        cwd=folder,
        seconds=seconds,
    )
    assert "Traceback" not in ended.said
    return ended


def codes(ended: Ended) -> list[str]:
    return [each["code"] for each in json.loads(ended.out)]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (b'<!DOCTYPE a SYSTEM "gone.dtd"><a/>', []),
        (b'<!DOCTYPE a PUBLIC "-//x//y" "https://example.org/gone.dtd" [<!ENTITY e "text">]><a>&e;</a>', []),
        (b'<!DOCTYPE a SYSTEM "gone.dtd"><a>&nbsp;</a>', ["XML008"]),
        (b"<a>&nbsp;</a>", ["XML008"]),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', ["XML006"]),
        (b'<!DOCTYPE a [<!ATTLIST a n CDATA "x">]><a/>', []),
        (b'<!DOCTYPE a [<!ATTLIST a wrong CDATA "x">]><a/>', ["RNG020"]),
        (b"<a><t:a/></a>", ["XML009"]),
        (b'<a t:n="1"/>', ["XML009"]),
        (b'<a n="1" n="2"/>', ["XML003"]),
        (b'<?xml version="1.0" encoding="UTF-16"?><a/>', ["XML004"]),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\xe9</a>', []),
        (b'<?xml version="1.0" encoding="US-ASCII"?><a>caf\xc3\xa9</a>', ["XML004"]),
        (b'<?xml version="1.0" encoding="UTF-8"?><a>caf\xe9</a>', ["XML004"]),
        (b'<?xml version="1.0" encoding="Big5"?><a>\xaeY</a>', []),
        (b'<?xml version="1.0" encoding="bogus"?><a/>', ["XML005"]),
        ('<?xml version="1.0" encoding="UTF-16"?><a>庫倫</a>'.encode("utf-16"), []),
        (b"\xef\xbb\xbf<a/>", []),
        (b"<a/>\0", ["XML003"]),
        (b"", ["XML001"]),
        (b"<a>" * 20_000 + b"</a>" * 20_000, ["XML010"]),
        (b"<a>" * 999 + b"</a>" * 999, []),
        (b"<a>" * 998 + b"<b/>" + b"</a>" * 998, ["RNG012"]),
    ],
)
def test_odd_documents_get_the_verdict_that_is_right(folder: Path, document: bytes, expected: list[str]) -> None:
    (folder / "a.xml").write_bytes(document)
    ended = validate(folder)
    assert (ended.status, codes(ended)) == (int(bool(expected)), expected)


def test_a_hundred_megabytes_of_text_are_valid_and_take_no_memory(folder: Path) -> None:
    with (folder / "a.xml").open("wb") as file:
        file.write(b"<a><a n='")
        for _ in range(10):
            file.write(b"a" * (1024 * 1024))
        file.write(b"'/>")
        for _ in range(100):
            file.write("庫倫\n".encode() * (1024 * 128))
        file.write(b"</a>")
    ended = validate(folder, seconds=30)
    assert (ended.status, ended.said) == (0, "[]\n")
    assert ended.memory < (120 if is_measured() else 100)


def test_ten_thousand_attributes_all_wrong(folder: Path) -> None:
    attributes = "\n".join(f'wrong{number}="x"' for number in range(10_000))
    (folder / "a.xml").write_text(f"<a {attributes}/>")
    ended = validate(folder)
    assert codes(ended) == ["RNG020"] * 10_000
    assert [each["line"] for each in json.loads(ended.out)][-1] == 10_000
    (folder / "any.rng").write_text(
        f"<element name='a' {RNG}><zeroOrMore><attribute><anyName/></attribute></zeroOrMore></element>"
    )
    assert (validate(folder, "any.rng").status, validate(folder, "any.rng").out) == (0, "[]\n")


@pytest.mark.parametrize("value", ["", " ", "1", "a b", "a:b", "#a", "庫倫", "a" * 100_000, "&#x10FFFF;"])
def test_odd_xml_ids_are_said_once_each(folder: Path, value: str) -> None:
    body = f'<p xml:id="{value}">x</p>\n<p xml:id="{value}">y</p>'
    (folder / "a.xml").write_text(MINIMAL.format(body), "utf-8")
    (folder / "teikit.toml").write_text("")
    ended = teikit("validate", "a.xml", "--format", "json", "--quiet", cwd=folder)
    found = json.loads(ended.out)
    assert "Traceback" not in ended.said
    places = [(each["line"], each["column"], each["code"]) for each in found]
    assert len(set(places)) == len(places)
    assert ended.status == 1


def test_a_schema_of_ten_thousand_defines(folder: Path) -> None:
    names = [f"d{number}" for number in range(10_000)]
    choice = " | ".join(names)
    defines = "\n".join(f"{name} = element {name} {{ attribute n {{ xsd:int }}?, any }}" for name in names)
    (folder / "big.rnc").write_text(f"start = any\nany = ({choice})*\n{defines}".replace("start = any", "start = d0"))
    (folder / "a.xml").write_text("<d0>" + "".join(f"<{name}/>" for name in names) + "<d/></d0>")
    began = time.monotonic()
    ended = validate(folder, "big.rnc", seconds=60)
    assert codes(ended) == ["RNG012"]
    assert time.monotonic() - began < 40
    assert ended.memory < 600


@pytest.mark.parametrize(
    ("schema", "document", "expected"),
    [
        (
            "start = element r { " + ", ".join(f"element e{n} {{ empty }}?" for n in range(1200)) + " }",
            "<r><e1/><e1199/><q/></r>",
            ["RNG012"],
        ),
        (
            "start = element r { d0 }\n"
            + "\n".join(f"d{n} = (element a{n} {{ empty }}, d{n + 1})?" for n in range(3000))
            + "\nd3000 = text",
            "<r><a0/><q/></r>",
            ["RNG012"],
        ),
        (
            "start = element r { d0 }\n"
            + "\n".join(f"d{n} = d{n + 1}, d{n + 1}" for n in range(60))
            + "\nd60 = element a { empty }?",
            "<r><a/></r>",
            ["RNS025"],
        ),
    ],
    ids=["wide", "chained", "doubled"],
)
def test_long_content_models_are_read_or_refused(folder: Path, schema: str, document: str, expected: list[str]) -> None:
    (folder / "long.rnc").write_text(schema)
    (folder / "a.xml").write_text(document)
    ended = validate(folder, "long.rnc", seconds=60)
    assert codes(ended) == expected
    assert ended.memory < 600


def test_schemas_that_include_themselves(folder: Path) -> None:
    (folder / "a.xml").write_text("<a/>")
    (folder / "one.rng").write_text(f"<grammar {RNG}><include href='two.rng'/><start><empty/></start></grammar>")
    (folder / "two.rng").write_text(f"<grammar {RNG}>\n<include href='one.rng'/></grammar>")
    (folder / "self.rnc").write_text('include "self.rnc"\nstart = element a { empty }')
    (folder / "out.rng").write_text(f"<externalRef {RNG} href='out.rng'/>")
    for schema in ("one.rng", "self.rnc", "out.rng"):
        ended = validate(folder, schema)
        assert (ended.status, "RNS022" in codes(ended)) == (2, True), schema


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ("(a+)+b", "a" * 5000),
        ("(a|aa)+b", "a" * 5000),
        ("(.*)(.*)(.*)(.*)(.*)(.*)x", "a" * 5000),
        ("([a-z]+)*[0-9]", "a" * 5000),
        ("((a{1,50}){1,50}){1,50}b", "a" * 3000),
        ("a{0,20000}b", "a" * 10000),
    ],
)
def test_a_regular_expression_cannot_explode(folder: Path, pattern: str, value: str) -> None:
    (folder / "a.rnc").write_text(f'start = element a {{ attribute n {{ xsd:string {{ pattern = "{pattern}" }} }} }}')
    (folder / "a.xml").write_text(f'<a n="{value}"/>')
    ended = validate(folder)
    assert codes(ended) in (["RNG023"], ["RNS013"])
    assert ended.memory < 600


@pytest.mark.parametrize(
    "schema",
    [
        "start = " + "(" * 5000 + "empty" + ")" * 5000,
        "start = element a { " + "element a { " * 5000 + "empty" + " }" * 5001,
        f"<grammar {RNG}>" + "<div>" * 20_000 + "</div>" * 20_000 + "</grammar>",
        '<!DOCTYPE grammar [<!ENTITY l0 "lol">'
        + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
        + f"]><grammar {RNG}>&l11;</grammar>",
        "start = element a { (" + ", ".join(f"element e{n} {{ empty }}?" for n in range(3000)) + ") }",
        "start = element a { " + " & ".join(f"element e{n} {{ empty }}" for n in range(300)) + " }",
        "\0",
        "start = \udcff",
        "",
    ],
    ids=["parentheses", "nested", "deep", "bomb", "optional", "interleaved", "nul", "not UTF-8", "empty"],
)
def test_schemas_that_mean_harm_are_bounded(folder: Path, schema: str) -> None:
    name = "b.rng" if schema.startswith("<") else "b.rnc"
    (folder / name).write_bytes(schema.encode("utf-8", "surrogateescape"))
    (folder / "a.xml").write_text("<a/>")
    ended = validate(folder, name, seconds=30)
    assert ended.status in (0, 1, 2)
    assert len(codes(ended)) == int(ended.status != 0)
    assert ended.memory < 600
