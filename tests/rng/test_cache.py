"""Compiled schemas on disk: never wrong, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.running import teikit

from teikit import cache
from teikit.diagnostics import TeikitError
from teikit.rng import RelaxNG
from teikit.rng.grammar import compile as compiling

INNER = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="a"><element name="{}">'
    "<text/></element></define></grammar>"
)
OUTER = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="inner.rng"/>'
    '<start><ref name="a"/></start></grammar>'
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, not made yet."""
    folder = tmp_path / "cache" / "teikit"
    monkeypatch.setenv("TEIKIT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    (tmp_path / "inner.rng").write_text(INNER.format("a"))
    (tmp_path / "schema.rng").write_text(OUTER)
    return tmp_path / "schema.rng"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The schemas that were compiled and not taken from the cache."""
    done: list[str] = []
    real = compiling.compile_grammar

    def counting(path: str, **settings: str) -> object:
        done.append(Path(path).name)
        return real(path, **settings)

    monkeypatch.setattr(compiling, "compile_grammar", counting)
    return done


def is_right(schema: Path, name: str = "a") -> bool:
    compiled = RelaxNG.from_file(schema)
    return compiled.is_valid(f"<{name}>x</{name}>".encode()) and not compiled.is_valid(b"<other/>")


def test_a_schema_is_compiled_once(kept: Path, schema: Path, compilations: list[str]) -> None:
    assert is_right(schema)
    assert is_right(schema)
    assert compilations == ["schema.rng"]
    assert [file.suffix for file in kept.iterdir()] == [".rng"], "nothing else is left over"
    RelaxNG.from_file(schema, names="4th")
    assert len(compilations) == 2, "the edition of names is part of the form"


def test_a_change_in_any_file_is_seen(kept: Path, schema: Path, compilations: list[str]) -> None:
    assert is_right(schema)
    (schema.parent / "inner.rng").write_text(INNER.format("b"))
    assert is_right(schema, "b")
    schema.write_text(OUTER.replace('<ref name="a"/>', '<element name="c"><text/></element>'))
    assert is_right(schema, "c")
    (schema.parent / "inner.rng").unlink()
    with pytest.raises(TeikitError):
        RelaxNG.from_file(schema)
    assert len(compilations) == 4


@pytest.mark.parametrize("damage", ["random", "empty", "truncated", "flipped", "magic only", "other form"])
def test_a_damaged_file_is_as_good_as_none(kept: Path, schema: Path, compilations: list[str], damage: str) -> None:
    assert is_right(schema)
    [file] = kept.iterdir()
    data = file.read_bytes()
    middle = len(data) // 2
    file.write_bytes(
        {
            "random": os.urandom(4096),
            "empty": b"",
            "truncated": data[:-7],
            "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "magic only": cache.MAGIC,
            "other form": b"teikit-0\n" + data[len(cache.MAGIC) :],
        }[damage]
    )
    assert is_right(schema)
    assert compilations == ["schema.rng"] * 2
    assert file.read_bytes() == data, "it is written again"


def test_without_a_folder_to_write_to_it_works_and_says_nothing(tmp_path: Path, schema: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "a.xml").write_text("<a>x</a>")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "at" / "all" / "\n")
    for folder in ("file", "file/below", "dangling", "x" * 300):
        environment = {"TEIKIT_CACHE_DIR": str(tmp_path / folder)}
        arguments = ("validate", "a.xml", "--schema", "schema.rng", "--layer", "rng", "--quiet")
        ended = teikit(*arguments, cwd=tmp_path, environment=environment)
        assert (ended.status, ended.said) == (0, ""), folder


def test_a_full_disk_leaves_nothing_behind(
    kept: Path, schema: Path, monkeypatch: pytest.MonkeyPatch, compilations: list[str]
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert is_right(schema)
    assert is_right(schema)
    assert len(compilations) == 2
    assert list(kept.iterdir()) == []


def test_no_cache_neither_reads_nor_writes(kept: Path, schema: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a>x</a>")
    arguments = ("validate", "a.xml", "--schema", "schema.rng", "--layer", "rng")
    assert teikit(*arguments, "--no-cache", cwd=tmp_path).status == 0
    assert not kept.exists()
    assert teikit(*arguments, cwd=tmp_path).status == 0
    assert len(list(kept.iterdir())) == 1


def test_a_schema_that_is_changed_while_it_is_compiled_is_not_kept(
    kept: Path, schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = compiling.compile_grammar

    def slowly(path: str, **settings: str) -> object:
        grammar = real(path, **settings)
        schema.write_text(OUTER.replace('<ref name="a"/>', '<element name="b"><text/></element>'))
        return grammar

    monkeypatch.setattr(compiling, "compile_grammar", slowly)
    assert is_right(schema)
    monkeypatch.setattr(compiling, "compile_grammar", real)
    assert is_right(schema, "b")


def test_the_folder_has_a_size(kept: Path, schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 3000)
    for number in range(12):
        file = schema.with_name(f"{number}.rng")
        file.write_text(INNER.format(f"a{number}").replace("</grammar>", '<start><ref name="a"/></start></grammar>'))
        assert is_right(file, f"a{number}")
    assert 0 < sum(file.stat().st_size for file in kept.iterdir()) <= 3000


def test_what_is_not_ours_stays(kept: Path, schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.mkdir(parents=True)
    (kept / "thesis.xml").write_text("years of work")
    monkeypatch.setattr(cache, "LARGEST", 1)
    assert is_right(schema)
    assert [file.name for file in kept.iterdir()] == ["thesis.xml"]


def test_processes_may_write_the_same_file_at_once(kept: Path, schema: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom teikit.rng import RelaxNG\n"
        "for _ in range(60):\n"
        "    for file in Path(sys.argv[2]).glob('*.rng'):\n        file.unlink(missing_ok=True)\n"
        "    assert RelaxNG.from_file(sys.argv[1]).is_valid(b'<a>x</a>')\n"
    )
    command = [sys.executable, "-c", program, str(schema), str(kept)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said) == (0, b"")
    assert is_right(schema)


def test_what_is_no_file_is_not_waited_for(kept: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rng")
    for path in (tmp_path / "pipe.rng", Path("/dev/zero"), tmp_path, Path("a\0b.rng")):
        with pytest.raises(TeikitError):
            RelaxNG.from_file(path)
