"""The test suite of the compact syntax: what is correct, and that it means the same as the XML syntax beside it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.rng.meaning import meaning
from tests.rng.suite import cases, content

from teikit.diagnostics import SchemaError
from teikit.rng.grammar.compile import compile_grammar
from teikit.rng.syntax import read, to_xml

KNOWN: dict[int, str] = {}
"""Cases that fail, by number, with the reason."""


def unpack(element: etree._Element, folder: Path) -> Path:
    """Write the resources and the schema of one syntax; return the path of the schema."""
    ending = "rnc" if element.tag == "compact" else "rng"
    for resource in element.iterfind("resource"):
        (folder / resource.get("name", "")).write_bytes(content(resource))
    for other in folder.glob("*.rnc") if ending == "rng" else ():
        if not other.with_suffix(".rng").exists():
            # One case has its resource in the compact syntax only.
            other.with_suffix(".rng").write_text(to_xml(read(str(other))), encoding="utf-8")
    schema = folder / f"schema.{ending}"
    given = element.find("correct")
    schema.write_bytes(content(given if given is not None else element.find("incorrect")))  # type: ignore[arg-type]
    return schema


def verdict(case: etree._Element, folder: Path) -> str:
    """Return what is not as the suite wants it, or ''."""
    compact = case.find("compact")
    assert compact is not None
    found = outcome(unpack(compact, folder))
    if compact.find("incorrect") is not None:
        return "" if isinstance(found, list) else "accepted an incorrect schema"
    if isinstance(found, list) and "RNS003" in found:
        return "refused"
    same = case.find("xml")
    if same is not None and found != outcome(unpack(same, folder)):
        return f"means something else in the XML syntax: {found}"
    return ""


def outcome(schema: Path) -> object:
    """Return what a schema means; where it is not correct (some cases show the translation only), its codes."""
    try:
        return meaning(compile_grammar(str(schema)))
    except SchemaError as error:
        return [each.code.id for each in error.diagnostics]


def test_the_suite_of_the_compact_syntax(shared: Path, tmp_path: Path) -> None:
    wrong = {}
    for case in cases(shared / "suites/relaxng/compacttest.xml"):
        folder = tmp_path / str(case.number)
        folder.mkdir()
        found = verdict(case.element, folder)
        if found:
            wrong[case.number] = found
    assert wrong.keys() == KNOWN.keys(), "\n".join(f"{number} {why}" for number, why in wrong.items())
