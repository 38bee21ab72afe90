"""OASIS XML Catalogs: what stands for what, as §6 and §7 of the standard say."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from teikit import codes
from teikit.diagnostics import Severity
from teikit.resolve import Resolver
from teikit.resolve.catalogs import Catalogs
from teikit.resolve.codes import INVALID_CATALOG

OPEN = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" {}>'
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(entries: str, name: str = "catalog.xml", attributes: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{OPEN.format(attributes)}\n{entries}\n</catalog>", "utf-8")
        return path

    return writing


def short(found: str | None, folder: Path) -> str | None:
    """A URI without the folder of the test."""
    return found if found is None else found.replace(folder.as_uri(), "")


@pytest.mark.parametrize(
    ("entries", "uri", "expected"),
    [
        ('<uri name="http://e.org/a" uri="x/a.rng"/>', "http://e.org/a", "/x/a.rng"),
        ('<uri name="http://e.org/a" uri="a"/><uri name="http://e.org/a" uri="b"/>', "http://e.org/a", "/a"),
        ('<uri name="http://e.org/a" uri="http://e.org/b"/>', "http://e.org/a", "http://e.org/b"),
        ('<uri name="http://e.org/a" uri="a"/>', "http://e.org/A", None),
        ('<uri name="http://e.org/a" uri="a"/>', "https://e.org/a", None),
        # The longest prefix counts, and the rest is appended.
        (
            '<rewriteURI uriStartString="http://e.org/" rewritePrefix="x/"/>'
            '<rewriteURI uriStartString="http://e.org/s/" rewritePrefix="y/"/>',
            "http://e.org/s/t/a.rng",
            "/y/t/a.rng",
        ),
        ('<rewriteURI uriStartString="http://e.org/" rewritePrefix="file:///y/"/>', "http://e.org/a", "file:///y/a"),
        # Exact before rewriting before suffixes, whatever their order.
        (
            '<uriSuffix uriSuffix="a.rng" uri="suffix"/><rewriteURI uriStartString="http:" rewritePrefix="prefix"/>'
            '<uri name="http://e.org/a.rng" uri="exact"/>',
            "http://e.org/a.rng",
            "/exact",
        ),
        (
            '<uriSuffix uriSuffix="a.rng" uri="suffix"/><rewriteURI uriStartString="http://e" rewritePrefix="p"/>',
            "http://e.org/a.rng",
            "/p.org/a.rng",
        ),
        (
            '<uriSuffix uriSuffix="a.rng" uri="short"/><uriSuffix uriSuffix="s/a.rng" uri="long"/>',
            "http://e.org/s/a.rng",
            "/long",
        ),
        # What may not stand in a URI is escaped on both sides (§6.3).
        ('<uri name="http://e.org/é {x}" uri="a"/>', "http://e.org/%C3%A9%20%7Bx%7D", "/a"),
        ('<uri name="http://e.org/%C3%A9" uri="a b"/>', "http://e.org/é", "/a%20b"),
        # Entries for other kinds of names do not count.
        (
            '<system systemId="http://e.org/a" uri="a"/><public publicId="http://e.org/a" uri="b"/>',
            "http://e.org/a",
            None,
        ),
        # A publicid URN is a public identifier (§7.2.1, RFC 3151).
        ('<public publicId="-//A//B C//EN" uri="a"/>', "urn:publicid:-:A:B+C:EN", "/a"),
        # xml:base, on the entry and around it, and groups.
        ('<group xml:base="x/"><uri name="u:a" uri="a" xml:base="y/"/></group>', "u:a", "/x/y/a"),
        ('<group><uri name="u:a" uri="a"/></group>', "u:a", "/a"),
        # Other vocabularies, and elements that the standard does not know, are passed over with all in them.
        ('<x:y xmlns:x="urn:x"><uri name="u:a" uri="a"/></x:y><other><uri name="u:a" uri="b"/></other>', "u:a", None),
    ],
)
def test_uri_references(write: Write, tmp_path: Path, entries: str, uri: str, expected: str | None) -> None:
    catalogs = Catalogs((write(entries),))
    assert short(catalogs.uri(uri), tmp_path) == expected
    assert catalogs.diagnostics() == ()


@pytest.mark.parametrize(
    ("entries", "public", "system", "expected"),
    [
        ('<system systemId="s:a" uri="a"/>', None, "s:a", "/a"),
        ('<uri name="s:a" uri="a"/>', None, "s:a", None),
        ('<rewriteSystem systemIdStartString="s:" rewritePrefix="x/"/>', None, "s:a", "/x/a"),
        ('<systemSuffix systemIdSuffix="tei.dtd" uri="a"/>', None, "http://e.org/tei.dtd", "/a"),
        ('<public publicId=" -//A//B\n C//EN " uri="a"/>', "-//A//B   C//EN", None, "/a"),
        ('<system systemId="s:a" uri="a"/><public publicId="p" uri="b"/>', "p", "s:a", "/a"),
        # With a system identifier, public entries count where they are preferred: the default.
        ('<public publicId="p" uri="b"/>', "p", "s:a", "/b"),
        ('<group prefer="system"><public publicId="p" uri="b"/></group>', "p", "s:a", None),
        ('<group prefer="system"><public publicId="p" uri="b"/></group>', "p", None, "/b"),
        ('<public publicId="p" uri="a"/>', None, "urn:publicid:p", "/a"),
        ('<public publicId="p" uri="a"/>', "p", "urn:publicid:q", "/a"),
    ],
)
def test_external_identifiers(
    write: Write, tmp_path: Path, entries: str, public: str | None, system: str | None, expected: str | None
) -> None:
    assert short(Catalogs((write(entries),)).external_identifier(public, system), tmp_path) == expected


def test_prefer_on_the_catalog_holds_below_it(write: Write, tmp_path: Path) -> None:
    entries = '<public publicId="p" uri="a"/><group prefer="public"><public publicId="q" uri="b"/></group>'
    catalogs = Catalogs((write(entries, attributes='prefer="system"'),))
    assert catalogs.external_identifier("p", "s") is None
    assert short(catalogs.external_identifier("q", "s"), tmp_path) == "/b"


def test_next_catalogs_come_where_they_are_named(write: Write, tmp_path: Path) -> None:
    first = write('<nextCatalog catalog="sub/b.xml"/><nextCatalog catalog="c.xml"/><uri name="u:a" uri="a"/>')
    write('<uri name="u:a" uri="b"/><uri name="u:b" uri="b"/><nextCatalog catalog="d.xml"/>', "sub/b.xml")
    write('<uri name="u:b" uri="c"/><uri name="u:c" uri="c"/><uri name="u:d" uri="c"/>', "c.xml")
    write('<uri name="u:d" uri="d"/>', "sub/d.xml")
    last = write('<uri name="u:c" uri="e"/><uri name="u:e" uri="e"/>', "e.xml")
    catalogs = Catalogs((first, last))
    found = [short(catalogs.uri(f"u:{name}"), tmp_path) for name in "abcdef"]
    assert found == ["/a", "/sub/b", "/c", "/sub/d", "/e", None]


def test_delegates_have_the_last_word(write: Write, tmp_path: Path) -> None:
    first = write(
        '<delegateURI uriStartString="u:" catalog="short.xml"/><delegateURI uriStartString="u:a" catalog="long.xml"/>'
        '<delegateSystem systemIdStartString="s:" catalog="short.xml"/>'
        '<delegatePublic publicIdStartString="p" catalog="short.xml"/><nextCatalog catalog="after.xml"/>'
    )
    write('<uri name="u:ab" uri="long"/>', "long.xml")
    write(
        '<uri name="u:ab" uri="short"/><uri name="u:ac" uri="short"/><system systemId="s:a" uri="short"/>'
        '<group prefer="system"><public publicId="p" uri="short"/></group>',
        "short.xml",
    )
    write('<uri name="u:x" uri="after"/><uri name="v:x" uri="after"/>', "after.xml")
    catalogs = Catalogs((first,))
    found = [short(catalogs.uri(name), tmp_path) for name in ("u:ab", "u:ac", "u:x", "v:x")]
    assert found == ["/long", "/short", None, "/after"]
    assert short(catalogs.external_identifier(None, "s:a"), tmp_path) == "/short"
    # Delegated by its public identifier, the system identifier is no longer there to be preferred.
    assert short(catalogs.external_identifier("p", "t:a"), tmp_path) == "/short"


def test_circles_end(write: Write, tmp_path: Path) -> None:
    entries = '<nextCatalog catalog="{0}"/><delegateURI uriStartString="u:" catalog="{0}"/>'
    entries += '<delegatePublic publicIdStartString="p" catalog="{0}"/>'
    first = write(entries.format("b.xml"))
    write(entries.format("catalog.xml") + '<uri name="v:a" uri="a"/>', "b.xml")
    catalogs = Catalogs((first,))
    assert [short(catalogs.uri(name), tmp_path) for name in ("u:a", "v:a", "w:a")] == [None, "/a", None]
    assert catalogs.external_identifier("p", "s") is None
    assert catalogs.diagnostics() == ()


def test_very_many_catalogs_end_soon(write: Write) -> None:
    for number in range(1100):
        write(f'<delegateURI uriStartString="u:" catalog="c{number + 1}.xml"/>', f"c{number}.xml")
    write('<uri name="u:a" uri="a"/>', "c1100.xml")
    start = time.perf_counter()
    assert Catalogs((write('<nextCatalog catalog="c0.xml"/>'),)).uri("u:a") is None
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("content", "code", "line", "severity"),
    [
        ("<catalog>", "XML003", 1, Severity.ERROR),
        ("", "XML001", 1, Severity.ERROR),
        ("<catalog/>", "XML012", 1, Severity.ERROR),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "XML012", 1, Severity.ERROR),
        (OPEN.format("") + '\n<uri name="u:a"/></catalog>', "XML012", 2, Severity.ERROR),
        (OPEN.format("") + '\n<uri name="" uri="a"/></catalog>', "XML012", 2, Severity.ERROR),
        (OPEN.format("") + '\n\n<uri name="u:a" uri="http://["/></catalog>', "XML012", 3, Severity.ERROR),
        (OPEN.format("") + '\n<nextCatalog catalog="gone.xml"/></catalog>', "XML012", 2, Severity.WARNING),
        (OPEN.format("") + '\n<nextCatalog catalog="http://e.org/c.xml"/></catalog>', "XML012", 2, Severity.WARNING),
    ],
)
def test_a_broken_catalog_is_told_with_its_place(
    write: Write, tmp_path: Path, content: str, code: str, line: int, severity: Severity
) -> None:
    (tmp_path / "broken.xml").write_text(content)
    good = write('<uri name="u:good" uri="good"/>')
    catalogs = Catalogs((tmp_path / "broken.xml", good))
    [fault] = catalogs.diagnostics()
    assert (fault.code.id, fault.location.line, fault.severity) == (code, line, severity)
    assert fault.location.path == (tmp_path / "broken.xml").as_posix()
    assert fault.hint
    # The search goes on (§8).
    assert short(catalogs.uri("u:good"), tmp_path) == "/good"
    assert catalogs.uri("u:a") is None


def test_a_catalog_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    [fault] = Catalogs((tmp_path / "gone.xml",)).diagnostics()
    assert (fault.code.id, fault.severity) == ("XML012", Severity.ERROR)


def test_a_catalog_that_was_changed_is_read_again(write: Write, tmp_path: Path) -> None:
    catalogs = Catalogs((write('<uri name="u:a" uri="a"/>'),))
    assert short(catalogs.uri("u:a"), tmp_path) == "/a"
    write('<uri name="u:a" uri="other"/>')
    assert short(catalogs.uri("u:a"), tmp_path) == "/other"


def test_a_doctype_is_no_hindrance(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE catalog PUBLIC "-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN" "http://e.org/c.dtd">'
    (tmp_path / "c.xml").write_text(doctype + OPEN.format("") + '<uri name="u:a" uri="a"/></catalog>')
    catalogs = Catalogs((tmp_path / "c.xml",))
    assert catalogs.diagnostics() == ()
    assert short(catalogs.uri("u:a"), tmp_path) == "/a"


def test_the_page_of_the_code_is_true(tmp_path: Path) -> None:
    assert codes.BY_ID["XML012"] is INVALID_CATALOG
    for text, expected in ((INVALID_CATALOG.page.wrong, ["XML012"]), (INVALID_CATALOG.page.right, [])):
        (tmp_path / "c.xml").write_text(text)
        assert [each.code.id for each in Catalogs((tmp_path / "c.xml",)).diagnostics()] == expected


IDENTIFIERS = (
    *("http://e.org/s/a.rng", "http://e.org/s/b.rng", "http://e.org/x", "http://f.org/long/y", "http://g.org/z"),
    *("-//A//B C//EN", "-//D//E//EN", "http://nowhere.org/"),
)


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_xmlcatalog_finds_the_same(write: Write, tmp_path: Path, identifier: str) -> None:
    command = shutil.which("xmlcatalog")
    if command is None:
        pytest.skip("xmlcatalog (libxml2) is not installed")
    path = write(
        '<system systemId="http://e.org/s/a.rng" uri="exact"/>'
        '<rewriteSystem systemIdStartString="http://e.org/" rewritePrefix="short/"/>'
        '<rewriteSystem systemIdStartString="http://e.org/s/" rewritePrefix="long/"/>'
        '<delegateSystem systemIdStartString="http://f.org/" catalog="delegate.xml"/>'
        '<group xml:base="base/"><public publicId="-//A//B C//EN" uri="public"/></group>'
        '<nextCatalog catalog="next.xml"/>'
    )
    write('<system systemId="http://f.org/long/y" uri="delegated"/>', "delegate.xml")
    write('<system systemId="http://g.org/z" uri="next"/><public publicId="-//D//E//EN" uri="next-p"/>', "next.xml")
    public = identifier.startswith("-")
    asked = f'{"public" if public else "system"} "{identifier}"\n'
    told = subprocess.run([command, "--shell", path], input=asked, capture_output=True, text=True, check=False).stdout
    answer = told.splitlines()[0].removeprefix("> ")
    found = Catalogs((path,)).external_identifier(identifier if public else None, None if public else identifier)
    assert (short(found, tmp_path) or "") == (
        "" if answer.startswith("No entry") else answer.replace(str(tmp_path), "")
    )


def test_the_resolver_asks_as_uri_as_system_and_as_written(write: Write, tmp_path: Path) -> None:
    for name in ("a.rng", "b.rng", "c.rng"):
        (tmp_path / name).touch()
    catalog = write(
        '<uri name="http://e.org/a" uri="a.rng"/><system systemId="http://e.org/b" uri="b.rng"/>'
        '<uri name="../Schemas/c" uri="c.rng"/><uri name="http://e.org/gone" uri="gone.rng"/>'
        '<uriSuffix uriSuffix="Schemas/d.rng" uri="c.rng"/>'
    )
    resolver = Resolver((catalog,))
    base = tmp_path / "tei" / "x.xml"
    wanted = {
        "http://e.org/a": "a.rng",
        "http://e.org/b#x": "b.rng",
        "../Schemas/c": "c.rng",
        "../Schemas/d.rng": "c.rng",
    }
    for reference, name in wanted.items():
        assert resolver.locate(reference, base) == tmp_path / name
    assert resolver.locate("http://e.org/gone", base) is None
    assert resolver.locate("http://e.org/elsewhere", base) is None


def test_catalogs_of_the_environment(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = write("", "a.xml"), write("", "b.xml")
    given = write("", "c.xml")
    monkeypatch.setenv("XML_CATALOG_FILES", f"{first} /no/such/file.xml\n{second.as_uri()} ")
    assert Resolver.of_user((given,)).catalogs == (given, first, second)
    monkeypatch.delenv("XML_CATALOG_FILES")
    assert Resolver.of_user().catalogs == ()
