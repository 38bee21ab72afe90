"""`teikit schema add`, `list`, `remove`, `fetch`, `export` and `import`."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.serving import Server

from teikit.resolve.store import Store

GRAMMAR = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
URL = "http://example.org/schema/a.rng"
KEPT = "https://example.org/schema/a.rng"
CHECKSUM = sha256(GRAMMAR.encode()).hexdigest()


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("TEIKIT_STORE_DIR", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    Path("a.rng").write_text(GRAMMAR)
    return Store(tmp_path / "store")


def test_a_document_that_names_an_address_is_validated_after_one_add(run: Run) -> None:
    Path("x.xml").write_text(f'<?xml-model href="{URL}"?>\n<a><b/></a>')
    before = run("validate", "x.xml")
    assert before.status == 2
    assert "RNG002" in before.out
    assert f"teikit schema add FILE --for {URL}" in before.out
    done = run("schema", "add", "a.rng", "--for", URL)
    assert (done.status, done.out) == (0, "")
    assert f"{URL} is in the store" in done.err
    assert CHECKSUM in done.err
    after = run("validate", "x.xml")
    assert after.status == 1
    assert "x.xml:2:4 error[RNG012]" in after.out


def test_what_is_in_the_store_is_listed(run: Run, store: Store) -> None:
    empty = run("schema", "list")
    assert (empty.status, empty.out) == (0, "")
    assert "the store is empty" in empty.err
    run("schema", "add", "a.rng", "--for", URL, "--quiet")
    file = (store.folder / "files/example.org/schema/a.rng").as_posix()
    assert run("schema", "list").out == f"{URL}  {CHECKSUM}  {file}\n"
    Path(file).write_text("<b/>")
    damaged = run("schema", "list")
    assert damaged.status == 1
    assert damaged.out.endswith("(damaged)\n")
    assert "teikit schema remove" in damaged.err


def test_included_files_come_along_and_what_is_missing_is_told(run: Run) -> None:
    parts = '<externalRef href="a.rng"/><externalRef href="gone.rng"/>'
    Path("b.rng").write_text(f'<group xmlns="http://relaxng.org/ns/structure/1.0">{parts}</group>')
    done = run("schema", "add", "b.rng", "--for", "https://example.org/b.rng", "--quiet")
    assert done.status == 0
    assert "warning: gone.rng: no such file" in done.err
    assert [line.split()[0] for line in run("schema", "list").out.splitlines()] == ["https://example.org/b.rng"]
    told = run("schema", "add", "b.rng", "--for", "https://example.org/b.rng")
    assert "with 1 file that it includes" in told.err
    kept = run("schema", "remove", "https://example.org/a.rng")
    assert (kept.status, "includes it" in kept.err) == (2, True)
    assert run("schema", "remove", "https://example.org/b.rng").status == 0
    assert run("schema", "list").out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "gone.rng", "--for", URL), "gone.rng"),
        (("add", "broken.rng", "--for", URL), "XML003"),
        (("add", "a.rng", "--for", "a.rng"), "not an address"),
        (("add", "a.rng", "--for", "file:///a.rng"), "not an address"),
        (("add", "a.rng"), "--for"),
        (("remove", "https://example.org/x"), "not in the store"),
        (("remove", "x"), "not in the store"),
        (("fetch", "x.rng"), "not an address"),
        (("fetch", "https://example.org/a", "--timeout", "0"), "--timeout"),
        (("import", "gone.zip"), "gone.zip"),
        (("import", "a.rng"), "not a ZIP file"),
        (("export",), "DIR|FILE.zip"),
    ],
)
def test_what_cannot_be_done(run: Run, store: Store, arguments: tuple[str, ...], said: str) -> None:
    Path("broken.rng").write_text("<a>")
    done = run("schema", *arguments)
    assert done.status == 2
    assert said in done.err
    assert store.entries() == {}


def test_a_misspelt_address_gets_the_near_one(run: Run) -> None:
    run("schema", "add", "a.rng", "--for", URL)
    done = run("schema", "remove", "http://example.org/shema/a.rng")
    assert f"did you mean “{URL}”?" in done.err


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_from_one_store_to_another(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    run("schema", "add", "a.rng", "--for", URL)
    exported = run("schema", "export", target)
    assert (exported.status, exported.err) == (0, f"1 file written to {target}\n")
    monkeypatch.setenv("TEIKIT_STORE_DIR", str(tmp_path / "other"))
    Path("a.rng").write_text(GRAMMAR.replace('"a"', '"b"'))
    run("schema", "add", "a.rng", "--for", URL)
    imported = run("schema", "import", target)
    assert imported.status == 0
    assert imported.err == f"{KEPT}: replaced by another file\n1 file added to the store\n"
    assert CHECKSUM in run("schema", "list").out


def test_fetching_says_what_it_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = Server()
    server.answers = {"/a.rng": (301, {"Location": "/b.rng"}, b""), "/b.rng": GRAMMAR.encode()}
    address = f"{server.address}/a.rng"
    refused = run("schema", "fetch", address, "--sha256", "0" * 64)
    assert (refused.status, run("schema", "list").out) == (2, "")
    done = run("schema", "fetch", address, "--sha256", CHECKSUM)
    server.close()
    assert (done.status, done.out) == (0, "")
    assert f"{address} redirects to {server.address}/b.rng\n" in done.err
    assert f"{address} is in the store\n   sha256 {CHECKSUM}\n" in done.err
    assert run("schema", "list").out.startswith(f"{address}  {CHECKSUM}")
    gone = run("schema", "fetch", address, "--quiet")
    assert gone.status == 2
    assert f"teikit schema add FILE --for {address}" in gone.err


NETWORK = """
import sys
sys.argv = ["teikit", "validate", "x.xml"]
from teikit.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted({"socket", "ssl", "http.client", "urllib.request"} & set(sys.modules)))
"""


def test_validation_does_not_even_load_what_reaches_the_network(run: Run) -> None:
    Path("x.xml").write_text(f'<?xml-model href="{URL}"?>\n<a/>')
    for expected in ("2", "0"):
        done = subprocess.run([sys.executable, "-c", NETWORK], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == expected
        run("schema", "add", "a.rng", "--for", URL)


@pytest.mark.parametrize("name", ["add", "list", "remove", "fetch", "export", "import"])
def test_the_help_has_an_example(run: Run, name: str) -> None:
    assert f"teikit schema {name}" in run("schema", name, "--help").out.split("Example:")[1]
