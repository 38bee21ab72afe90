"""Each damage to a package is found, and the file at fault is named."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.deposit.bags import bagit_accepts, found, make

from teikit.deposit.verifying import verify
from teikit.diagnostics import Severity

LETTER, OTHER, MAP = "data/tei/letters/1.xml", "data/tei/letters/2.xml", "data/images/map.png"
CRATE = "data/ro-crate-metadata.json"
SUMS = "manifest-sha256.txt"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return make(tmp_path / "bag")


def flip(path: str) -> Callable[[Path], None]:
    """Return what changes one bit in the middle of a file."""

    def damage(bag: Path) -> None:
        data = bytearray((bag / path).read_bytes())
        data[len(data) // 2] ^= 1
        (bag / path).write_bytes(data)

    return damage


def remove(path: str) -> Callable[[Path], None]:
    return lambda bag: (bag / path).unlink()


def add(path: str) -> Callable[[Path], None]:
    def damage(bag: Path) -> None:
        (bag / path).parent.mkdir(parents=True, exist_ok=True)
        (bag / path).write_bytes(b"added")

    return damage


def rename(path: str, new: str) -> Callable[[Path], None]:
    return lambda bag: (bag / path).rename(bag / new) and None


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what replaces a text, which must be there, in a file."""

    def damage(bag: Path) -> None:
        text = (bag / path).read_text("utf-8")
        assert old in text
        (bag / path).write_text(text.replace(old, new, 1), "utf-8")

    return damage


def without_line(path: str, word: str) -> Callable[[Path], None]:
    def damage(bag: Path) -> None:
        lines = (bag / path).read_text("utf-8").splitlines(keepends=True)
        assert any(word in line for line in lines)
        (bag / path).write_text("".join(line for line in lines if word not in line), "utf-8")

    return damage


def truncate(path: str) -> Callable[[Path], None]:
    return lambda bag: (bag / path).write_bytes((bag / path).read_bytes()[:-3]) and None


def swap(bag: Path) -> None:
    """Exchange the contents of two files."""
    one, two = (bag / LETTER).read_bytes(), (bag / OTHER).read_bytes()
    (bag / LETTER).write_bytes(two)
    (bag / OTHER).write_bytes(one)


DAMAGES: dict[str, tuple[Callable[[Path], None], set[tuple[str, str]]]] = {
    "a bit in a document": (flip(LETTER), {("DEP029", LETTER)}),
    "a bit in an image": (flip(MAP), {("DEP029", MAP)}),
    "a bit in a schema": (flip("data/schema/edition.rng"), {("DEP029", "data/schema/edition.rng")}),
    "a bit in the README": (flip("data/README.md"), {("DEP029", "data/README.md")}),
    "a bit in the crate": (flip(CRATE), {("DEP029", CRATE)}),
    "a bit in bag-info.txt": (flip("bag-info.txt"), {("DEP029", "bag-info.txt")}),
    "a bit in bagit.txt": (flip("bagit.txt"), {("DEP028", "bagit.txt"), ("DEP029", "bagit.txt")}),
    "a document is missing": (remove(LETTER), {("DEP030", LETTER), ("DEP037", LETTER)}),
    "an empty file is missing": (
        remove("data/empty.txt"),
        {("DEP030", "data/empty.txt"), ("DEP037", "data/empty.txt")},
    ),
    "the crate is missing": (remove(CRATE), {("DEP030", CRATE), ("DEP036", CRATE)}),
    "bagit.txt is missing": (remove("bagit.txt"), {("DEP028", "bagit.txt"), ("DEP030", "bagit.txt")}),
    "bag-info.txt is missing": (remove("bag-info.txt"), {("DEP030", "bag-info.txt"), ("DEP034", "bag-info.txt")}),
    "a manifest is missing": (remove(SUMS), {("DEP030", SUMS)}),
    "a file was added": (add("data/tei/new.xml"), {("DEP031", "data/tei/new.xml"), ("DEP037", "data/tei/new.xml")}),
    "a hidden file was added": (add("data/.hidden"), {("DEP031", "data/.hidden"), ("DEP037", "data/.hidden")}),
    "a tag file was added": (add("notes.txt"), {("DEP031", "notes.txt")}),
    "a file was renamed": (
        rename(LETTER, "data/tei/letters/I.xml"),
        {("DEP030", LETTER), ("DEP031", "data/tei/letters/I.xml"), ("DEP037", LETTER)}
        | {("DEP037", "data/tei/letters/I.xml")},
    ),
    "two files were exchanged": (swap, {("DEP029", LETTER), ("DEP029", OTHER)}),
    "a document was cut": (truncate(LETTER), {("DEP029", LETTER), ("DEP037", LETTER)}),
    "a manifest was cut": (truncate(SUMS), {("DEP029", SUMS), ("DEP031", OTHER)}),
    "a checksum was changed": (edit(SUMS, "0", "1"), {("DEP029", SUMS)}),
    "a line was taken out": (
        without_line(SUMS, "letters/1.xml"),
        {("DEP029", SUMS), ("DEP031", LETTER)},
    ),
    "a line was added": (
        edit(SUMS, "data/README.md\n", f"data/README.md\n{'0' * 64}  data/x\n"),
        {("DEP030", "data/x")},
    ),
    "a line is none": (edit(SUMS, "data/README.md\n", "data/README.md\nnonsense\n"), {("DEP032", SUMS)}),
    "a checksum was cut": (edit(SUMS, "  data/README.md", "\n  data/README.md"), {("DEP032", SUMS)}),
    "a sum of a tag file is too long": (
        edit("tagmanifest-sha512.txt", "  bagit.txt", "0  bagit.txt"),
        {("DEP032", "tagmanifest-sha512.txt")},
    ),
    "a manifest of tag files is missing": (
        remove("tagmanifest-sha512.txt"),
        {("DEP030", "tagmanifest-sha512.txt")},
    ),
    "a manifest of tag files was emptied": (
        lambda bag: (bag / "tagmanifest-sha512.txt").write_bytes(b"") and None,
        {("DEP031", "manifest-sha256.txt"), ("DEP031", "manifest-sha512.txt")},
    ),
    "Payload-Oxum was changed": (
        edit("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1"),
        {("DEP033", "bag-info.txt")},
    ),
    "Payload-Oxum is none": (edit("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: x"), {("DEP033", "bag-info.txt")}),
    "the date was taken out": (without_line("bag-info.txt", "Bagging-Date"), {("DEP034", "bag-info.txt")}),
    "the version was changed": (edit("bagit.txt", "1.0", "0.97"), {("DEP029", "bagit.txt"), ("DEP035", "bagit.txt")}),
}


def zipped(bag: Path) -> Path:
    archive = shutil.make_archive(str(bag.with_name("packed")), "zip", bag.parent, bag.name)
    return Path(archive)


def test_the_sound_package_has_no_fault(bag: Path) -> None:
    assert found(bag) == set()
    assert found(zipped(bag)) == set()


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_found_and_named(bag: Path, name: str) -> None:
    damage, wanted = DAMAGES[name]
    damage(bag)
    told = list(verify(bag.as_posix()))
    # The standard advises a tag manifest by each algorithm, and does not ask for it.
    is_error = name != "a manifest of tag files is missing"
    assert any(each.severity is Severity.ERROR for each in told) == is_error
    assert wanted <= found(bag)
    # What is not damaged is not named: the letters that nobody touched, and the picture.
    touched = {path for _, path in wanted}
    assert {path for _, path in found(bag)} & ({LETTER, OTHER, MAP} - touched) == set()
    assert found(zipped(bag)) == found(bag)


@pytest.mark.parametrize("name", DAMAGES)
def test_what_others_refuse_is_found_here(bag: Path, name: str) -> None:
    DAMAGES[name][0](bag)
    try:
        accepted = bagit_accepts(bag)
    except Exception:
        accepted = False
    # BagIt allows a tag file that no manifest lists, and the library does not ask for tag manifests and what they list.
    assert not accepted or name == "a tag file was added" or name.startswith("a manifest of tag files")


def test_who_was_renamed_is_said(bag: Path) -> None:
    rename(LETTER, "data/tei/letters/I.xml")(bag)
    hints = [each.hint or "" for each in verify(bag.as_posix()) if each.code.id in ("DEP030", "DEP031")]
    assert len(hints) == 2
    assert all("give it back its name" in hint for hint in hints)


def test_a_changed_manifest_is_told_from_a_changed_file(bag: Path) -> None:
    edit(SUMS, "0", "1")(bag)
    told = [each for each in verify(bag.as_posix()) if each.location.path.endswith(".xml") or SUMS in (each.hint or "")]
    assert any(f"it is rather {SUMS} that was changed" in (each.hint or "") for each in told)


def test_a_diagnostic_leads_to_the_line_of_the_manifest(bag: Path) -> None:
    flip(OTHER)(bag)
    (told,) = list(verify(bag.as_posix()))
    places = [(each.location.path, each.location.line) for each in told.related]
    lines = (bag / SUMS).read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.endswith(OTHER))
    assert (f"{bag.as_posix()}/{SUMS}", line) in places


# The crate


def with_crate(tmp_path: Path, change: Callable[[dict[str, object]], object]) -> Path:
    """Return a package whose crate is another, with all checksums right."""
    from tests.deposit.bags import FILES, crate

    from teikit.deposit.bagit.writing import writing

    content = json.loads(crate(FILES))
    changed = change(content)
    with writing(tmp_path / "other", "edition") as bag:
        for path, data in FILES.items():
            bag.add(path, data)
        bag.add("ro-crate-metadata.json", changed if isinstance(changed, bytes) else json.dumps(content).encode())
        bag.close([("External-Description", "An edition")])
    return tmp_path / "other"


def test_a_crate_that_describes_what_is_not_there(tmp_path: Path) -> None:
    package = with_crate(tmp_path, lambda crate: crate["@graph"].append({"@id": "gone.xml", "@type": "File"}))  # type: ignore[attr-defined]
    assert found(package) == {("DEP037", "data/gone.xml")}


def test_a_crate_that_leaves_out_a_file(tmp_path: Path) -> None:
    package = with_crate(tmp_path, lambda crate: crate["@graph"].pop())  # type: ignore[attr-defined]
    assert found(package) == {("DEP037", "data/empty.txt")}
    assert [each.severity for each in verify(package.as_posix())] == [Severity.WARNING]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"@graph": 1}', b"\xff\xfe", b"[" * 100_000, b'{"@graph": [1, null, {"@id": 2}]}'],
    ids=lambda data: repr(data[:12]),
)
def test_a_crate_that_is_none(tmp_path: Path, data: bytes) -> None:
    package = with_crate(tmp_path, lambda crate: data)
    assert ("DEP036", CRATE) in found(package)


# Bags of others


def test_a_bag_by_another_program(tmp_path: Path) -> None:
    import bagit

    folder = tmp_path / "bag"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    (folder / "b c.txt").write_text("b")
    bagit.make_bag(str(folder), {"External-Description": "Two files"}, checksums=["md5"])
    assert found(folder) == {("DEP035", "bagit.txt"), ("DEP036", CRATE), ("DEP039", "")}
    assert {each.severity for each in verify(folder.as_posix())} == {Severity.WARNING}
    (folder / "data" / "a.txt").write_text("x")
    assert ("DEP029", "data/a.txt") in found(folder)


def test_a_file_that_one_manifest_alone_lists(tmp_path: Path) -> None:
    """Before 1.0, each file had to be in one of the manifests; since then, in all of them (RFC 8493, §3)."""
    bag = make(tmp_path / "bag", {"a.txt": b"a", "b.txt": b"b"})
    for name in ("tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        (bag / name).unlink()
    without_line("manifest-sha512.txt", "data/b.txt")(bag)
    assert found(bag) == {("DEP031", "data/b.txt")}
    edit("bagit.txt", "1.0", "0.97")(bag)
    assert found(bag) == {("DEP035", "bagit.txt")}


def test_line_ends_and_encodings_of_others(bag: Path) -> None:
    for name in ("tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        (bag / name).unlink()
    for file in bag.glob("*.txt"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert found(bag) == set()
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n")
    for file in bag.glob("*.txt"):
        if file.name != "bagit.txt":
            file.write_bytes(file.read_text("utf-8").encode("utf-16"))
    assert found(bag) == set()


def test_a_file_to_be_fetched_is_missing(bag: Path) -> None:
    (bag / LETTER).unlink()
    (bag / "fetch.txt").write_text(f"https://example.org/1.xml - {LETTER}\n")
    hints = [each.hint or "" for each in verify(bag.as_posix()) if each.code.id == "DEP030"]
    assert "fetch.txt" in hints[0]


def test_a_zip_with_the_bag_at_its_top(bag: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "flat.zip", "w") as archive:
        for file in sorted(bag.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(bag).as_posix())
    assert found(tmp_path / "flat.zip") == set()
