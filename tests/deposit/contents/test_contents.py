"""What goes into a package, and what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.deposit.bags import make
from tests.deposit.editions import letter, project, write

from teikit.deposit.contents import Contents, contents_of, edition_of
from teikit.diagnostics import Severity, TeikitError


def gathered(*paths: Path) -> Contents:
    return contents_of(edition_of([each.as_posix() for each in paths]))


def roles(contents: Contents) -> dict[str, str]:
    return {item.path: item.role for item in contents.items}


def told(contents: Contents) -> list[tuple[str, str]]:
    return [(each.code.id, each.location.path) for each in contents.diagnostics]


WHOLE = {
    "LICENSE": "documentation",
    "README.md": "documentation",
    "parts/p.rng": "schema",
    "schema/edition.odd": "odd",
    "schema/edition.rng": "schema",
    "tei/images/map.png": "image",
    "tei/letters/1.xml": "document",
    "tei/letters/2.xml": "document",
    "tei/registers/persons.xml": "register",
    "teikit.toml": "metadata",
    "xslt/page.xsl": "stylesheet",
}


def test_what_of_a_project_goes_in(tmp_path: Path) -> None:
    contents = gathered(project(tmp_path))
    assert roles(contents) == WHOLE
    assert [item.path for item in contents.items] == sorted(WHOLE)
    left_out = [each for each in contents.diagnostics if each.code.id == "DEP027"]
    assert told(contents) == [("DEP027", f"{tmp_path.as_posix()}/tei")]
    assert "tei/images/unused.png" in left_out[0].message


def test_each_file_has_a_media_type_and_its_size(tmp_path: Path) -> None:
    items = {item.path: item for item in gathered(project(tmp_path)).items}
    types = {path: items[path].media_type for path in ("tei/letters/1.xml", "tei/images/map.png", "LICENSE")}
    assert types == {
        "tei/letters/1.xml": "application/tei+xml",
        "tei/images/map.png": "image/png",
        "LICENSE": "text/plain",
    }
    assert items["xslt/page.xsl"].media_type == "application/xslt+xml"
    assert items["schema/edition.odd"].media_type == "application/tei+xml"
    assert {path: item.size for path, item in items.items()} == {
        path: (tmp_path / path).stat().st_size for path in items
    }


def test_documents_name_their_schemas(tmp_path: Path) -> None:
    items = {item.path: item for item in gathered(project(tmp_path)).items}
    assert items["tei/letters/1.xml"].conforms_to == ("schema/edition.rng",)
    assert items["tei/letters/2.xml"].conforms_to == ()


def test_a_schema_elsewhere_is_known_by_its_name(tmp_path: Path) -> None:
    model = '<?xml-model href="https://example.org/schemas/x.rng"?>\n'
    write(tmp_path, {"a.xml": letter(before=model), "schema/x.rng": "<grammar/>", "schema/y.rng": "<grammar/>"})
    items = {item.path: item for item in gathered(tmp_path).items}
    assert items["a.xml"].conforms_to == ("schema/x.rng",)


def test_a_schema_by_the_settings(tmp_path: Path) -> None:
    settings = '[[schema]]\nmatch = "*.xml"\nrng = "grammars/g.rnc"\nschematron = "rules.sch"\n'
    files = {"teikit.toml": settings, "a.xml": letter(), "grammars/g.rnc": 'include "h.rnc"', "rules.sch": "<schema/>"}
    write(tmp_path, {**files, "grammars/h.rnc": "start = text"})
    contents = gathered(tmp_path)
    assert roles(contents).keys() == {*files, "grammars/h.rnc"}
    assert {item.path: item for item in contents.items}["a.xml"].conforms_to == ("grammars/g.rnc", "rules.sch")


def test_a_folder_without_settings(tmp_path: Path) -> None:
    write(tmp_path, {"a/1.xml": letter(), "registers/p.xml": letter(), "schema/s.xsd": "<schema/>", "LICENSE": "x"})
    assert roles(gathered(tmp_path)) == {
        "LICENSE": "documentation",
        "a/1.xml": "document",
        "registers/p.xml": "register",
        "schema/s.xsd": "schema",
    }


def test_files_alone(tmp_path: Path) -> None:
    write(tmp_path, {"e/a/1.xml": letter(), "e/b/2.xml": letter(), "e/c/3.xml": letter(), "e/README": "x"})
    contents = gathered(tmp_path / "e" / "a" / "1.xml", tmp_path / "e" / "b" / "2.xml")
    assert roles(contents) == {"a/1.xml": "document", "b/2.xml": "document"}
    assert contents.diagnostics == ()
    assert roles(gathered(tmp_path / "e" / "a" / "1.xml")) == {"1.xml": "document"}


def test_no_path_is_the_project_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path)
    monkeypatch.chdir(tmp_path / "tei" / "letters")
    assert roles(contents_of(edition_of())) == WHOLE
    assert roles(contents_of(edition_of([".."]))) == WHOLE
    assert roles(contents_of(edition_of(["."]))).keys() == {"1.xml", "2.xml"}


def test_an_odd_among_the_documents(tmp_path: Path) -> None:
    write(tmp_path, {"a.xml": letter(), "my.odd.xml": letter("<schemaSpec ident='x'/>")})
    assert roles(gathered(tmp_path)) == {"a.xml": "document", "my.odd.xml": "odd"}


def test_a_package_that_was_made_before_stays_out(tmp_path: Path) -> None:
    write(tmp_path, {"a.xml": letter(), "teikit.toml": ""})
    make(tmp_path / "package", {"tei/b.xml": letter().encode(), "tei/x.rng": b"<grammar/>"})
    assert roles(gathered(tmp_path)).keys() == {"a.xml", "teikit.toml"}
    (tmp_path / "teikit.toml").unlink()
    assert roles(gathered(tmp_path)).keys() == {"a.xml"}


def test_a_package_is_no_edition(tmp_path: Path) -> None:
    make(tmp_path / "package", {"tei/b.xml": letter().encode()})
    with pytest.raises(TeikitError, match="is a package already"):
        edition_of([(tmp_path / "package").as_posix()])


def test_images_by_every_way_of_naming_them(tmp_path: Path) -> None:
    body = (
        '<p xml:base="sub/">x<figure><graphic url="a.png"/></figure></p><pb facs="b.jpg #x"/>'
        '<figure><media mimeType="audio/ogg" url="c%20d.ogg"/></figure>'
        '<figure><graphic url="https://example.org/e.png"/></figure><pb facs="#f"/>'
    )
    write(tmp_path, {"t.xml": letter(body), "sub/a.png": b"1", "b.jpg": b"2", "c d.ogg": b"3", "e.png": b"4"})
    found = roles(gathered(tmp_path))
    assert {path for path, role in found.items() if role == "image"} == {"sub/a.png", "b.jpg", "c d.ogg"}


def test_images_that_are_not_there(tmp_path: Path) -> None:
    body = '<figure><graphic url="x.png"/></figure><figure><graphic url="y.png"/></figure><pb facs="z.png"/>'
    contents = gathered(write(tmp_path, {"t.xml": letter(body)}))
    (warning,) = contents.diagnostics
    assert (warning.code.id, warning.severity, warning.location.line) == ("DEP025", Severity.WARNING, 2)
    assert "2 images named here are not there: x.png, y.png" in warning.message


# What cannot go in


def test_a_link_that_leaves_the_folder(tmp_path: Path) -> None:
    write(tmp_path, {"secret.xml": letter(), "e/a.xml": letter()})
    (tmp_path / "e" / "b.xml").symlink_to(tmp_path / "secret.xml")
    (tmp_path / "e" / "README.md").symlink_to("/etc/hostname")
    contents = gathered(tmp_path / "e")
    assert roles(contents).keys() == {"a.xml"}
    assert told(contents) == [("DEP020", f"{tmp_path}/e/README.md"), ("DEP020", f"{tmp_path}/e/b.xml")]
    assert {each.severity for each in contents.diagnostics} == {Severity.ERROR}


def test_a_link_inside_the_folder_becomes_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"a.xml": letter()})
    (tmp_path / "b.xml").symlink_to("a.xml")
    items = {item.path: item for item in gathered(tmp_path).items}
    assert items["b.xml"].source == (tmp_path / "a.xml").resolve()


@pytest.mark.parametrize("url", ["../secret.png", "../../../../../../../../etc/hostname", "link/secret.png"])
def test_an_image_outside_of_the_folder(tmp_path: Path, url: str) -> None:
    write(tmp_path, {"secret.png": b"secret", "e/a.xml": letter(f'<figure><graphic url="{url}"/></figure>')})
    (tmp_path / "e" / "link").symlink_to(tmp_path)
    contents = gathered(tmp_path / "e")
    assert roles(contents).keys() == {"a.xml"}
    assert [each.code.id for each in contents.diagnostics] == ["DEP020"]


def test_a_link_that_leads_nowhere_and_one_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, {"a.xml": letter()})
    (tmp_path / "b.xml").symlink_to("gone.xml")
    (tmp_path / "c.xml").symlink_to("c.xml")
    (tmp_path / "loop").symlink_to(".")
    contents = gathered(tmp_path)
    assert roles(contents).keys() == {"a.xml"}
    assert told(contents) == [("DEP024", f"{tmp_path}/b.xml"), ("DEP024", f"{tmp_path}/c.xml")]


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in it would be missing from the package, and nobody would know."""
    write(tmp_path, {"teikit.toml": "", "a.xml": letter(), "more/b.xml": letter()})
    look = os.scandir

    def scandir(folder: str | Path = ".") -> object:
        if Path(folder).name == "more":
            raise PermissionError(13, "Permission denied", str(folder))
        return look(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(TeikitError, match=r"more: the folder cannot be read \(Permission denied\)"):
        gathered(tmp_path)


def test_a_pipe(tmp_path: Path) -> None:
    write(tmp_path, {"a.xml": letter(), "teikit.toml": ""})
    os.mkfifo(tmp_path / "b.xml")
    contents = gathered(tmp_path)
    assert told(contents) == [("DEP024", f"{tmp_path}/b.xml")]


@pytest.mark.parametrize("name", ["a\nb.xml", "a\x1bb.xml", "a\\b.xml", "a\x85b.xml", os.fsdecode(b"a\xffb.xml")])
def test_names_that_no_package_can_hold(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"good.xml": letter(), name: letter()})
    contents = gathered(tmp_path)
    assert roles(contents).keys() == {"good.xml"}
    assert [each.code.id for each in contents.diagnostics] == ["DEP022"]


@pytest.mark.parametrize(
    "name", ["a b.xml", "丁巳.xml", "é.xml", "a%b.xml", "CON.xml", "x/aux/a.xml", "a&b.xml", "-a.xml", "x./a.xml"]
)
def test_names_that_do_not_travel_well(tmp_path: Path, name: str) -> None:
    contents = gathered(write(tmp_path, {"good.xml": letter(), name: letter()}))
    assert roles(contents).keys() == {"good.xml", name}
    assert [(each.code.id, each.severity) for each in contents.diagnostics] == [("DEP021", Severity.WARNING)]


@pytest.mark.parametrize(
    ("one", "two"), [("A.xml", "a.xml"), ("x/B/a.xml", "x/b/c.xml"), ("e\u0301.xml", "\u00e9.xml"), ("ß.xml", "SS.xml")]
)
def test_names_that_are_the_same_to_some(tmp_path: Path, one: str, two: str) -> None:
    contents = gathered(write(tmp_path, {one: letter(), two: letter()}))
    assert [each.code.id for each in contents.diagnostics if each.severity is Severity.ERROR] == ["DEP023"]


def test_no_documents(tmp_path: Path) -> None:
    write(tmp_path, {"teikit.toml": "", "README.md": "x"})
    assert [each.code.id for each in gathered(tmp_path).diagnostics] == ["DEP026"]
    (tmp_path / "teikit.toml").unlink()
    with pytest.raises(TeikitError, match="no XML file"):
        edition_of([tmp_path.as_posix()])
    with pytest.raises(TeikitError, match="no such file"):
        edition_of([(tmp_path / "none").as_posix()])


def test_a_document_that_is_no_xml_is_packed_all_the_same(tmp_path: Path) -> None:
    contents = gathered(write(tmp_path, {"a.xml": letter(), "b.xml": "<TEI>"}))
    assert roles(contents) == {"a.xml": "document", "b.xml": "document"}
