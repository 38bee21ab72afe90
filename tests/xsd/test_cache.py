"""Built schemas on disk: used while nothing has changed, and never more than a saving of time."""

from __future__ import annotations

import marshal
import pickle
from pathlib import Path

import pytest
from tests.xsd.letter import schema

from teikit import cache as disk
from teikit.xml import load
from teikit.xsd import XmlSchema, cache
from teikit.xsd.building import build as building

TYPE = (
    '<xs:simpleType name="t"><xs:restriction base="xs:{}"><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>'
)
MAIN = '<xs:include schemaLocation="t.xsd"/><xs:element name="a" type="t"/>'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each time that a schema is built."""
    times: list[str] = []

    def build(files: object) -> object:
        times.append("built")
        return building.build(files)  # type: ignore[arg-type]

    monkeypatch.setattr("teikit.xsd.schema.build", build)
    return times


def test_a_built_schema_is_used_again(tmp_path: Path, built: list[str]) -> None:
    schema(tmp_path, TYPE.format("int"), "t.xsd")
    path = schema(tmp_path, MAIN)
    for _ in range(3):
        compiled = XmlSchema.from_file(path)
        assert compiled.is_valid(load(b"<a>1</a>"))
        first = next(compiled.iter_diagnostics(load(b"<a>x</a>")))
        assert first.hint == 'it must match the pattern "[0-9]+"'
    assert built == ["built"]
    XmlSchema.from_file(path, cached=False)
    assert built == ["built", "built"]


def test_a_change_of_a_part_is_seen(tmp_path: Path, built: list[str]) -> None:
    schema(tmp_path, TYPE.format("byte"), "t.xsd")
    path = schema(tmp_path, MAIN)
    assert not XmlSchema.from_file(path).is_valid(load(b"<a>1000</a>"))
    schema(tmp_path, TYPE.format("int"), "t.xsd")
    assert XmlSchema.from_file(path).is_valid(load(b"<a>1000</a>"))
    assert len(built) == 2


def test_another_answer_about_an_address_is_seen(tmp_path: Path, built: list[str]) -> None:
    parts = [schema(tmp_path, TYPE.format(kind), f"{kind}.xsd") for kind in ("byte", "int")]
    path = schema(tmp_path, MAIN.replace("t.xsd", "urn:t"))
    verdicts = [
        XmlSchema.from_file(path, locate=lambda *_, part=part: part).is_valid(load(b"<a>1000</a>"))  # type: ignore[misc]
        for part in (*parts, *parts)
    ]
    assert verdicts == [False, True, False, True]


def test_a_damaged_entry_is_not_loaded(tmp_path: Path, folder: Path, built: list[str]) -> None:
    schema(tmp_path, TYPE.format("int"), "t.xsd")
    path = schema(tmp_path, MAIN)
    XmlSchema.from_file(path)
    (entry,) = folder.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"x")
    assert XmlSchema.from_file(path).is_valid(load(b"<a>1</a>"))
    assert built == ["built", "built"]


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        import os

        return os.system, ("exit 1",)


@pytest.mark.parametrize(
    "pickled",
    [
        pickle.dumps(_Evil()),
        pickle.dumps(print),
        b"cxmlschema.resources.xml_resource\nurlopen\n.",
        b"cos\nsystem\n.",
        b"",
    ],
)
def test_only_schemas_are_unpickled(pickled: bytes, tmp_path: Path, built: list[str]) -> None:
    path = schema(tmp_path, '<xs:element name="a"/>')
    files = [(path.as_posix(), disk.of_file(path.as_posix()))]
    disk.keep(cache._entry(path.as_posix()), marshal.dumps((files, [], pickled)))
    assert XmlSchema.from_file(path).is_valid(load(b"<a/>"))
    assert built == ["built"]
