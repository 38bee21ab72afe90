"""What a pointer means."""

import time

import pytest

from teikit.registers import PrefixDef, Target, base_uri, document_uri, is_bare_name, resolve

OWN = "file:///edition/documents/letter.xml"
PERSONS = "file:///edition/registers/persons.xml"


def meaning(pointer: str, *prefixes: PrefixDef, base: str = OWN) -> Target:
    return resolve(pointer, base, [OWN], prefixes)


@pytest.mark.parametrize(
    ("pointer", "fragment"),
    [
        ("#p1", "p1"),
        ("letter.xml#p1", "p1"),
        ("./letter.xml#p1", "p1"),
        ("../documents/letter.xml#p1", "p1"),
        ("#caf%C3%A9", "café"),
        ("#café", "café"),
        ("#", None),
        ("", None),
        ("letter.xml", None),
        ("#xpath(//p)", None),
        ("#range%28a,b%29", None),
    ],
)
def test_pointers_into_the_same_document(pointer: str, fragment: str | None) -> None:
    assert meaning(pointer) == Target(OWN, fragment, True, False)


@pytest.mark.parametrize(
    ("pointer", "target"),
    [
        ("../registers/persons.xml#li", Target(PERSONS, "li", False, False)),
        ("essay.xml", Target("file:///edition/documents/essay.xml", None, False, False)),
        ("https://example.org/a#b", Target("https://example.org/a", "b", False, True)),
        ("//example.org/a", Target("file://example.org/a", None, False, False)),
        ("mailto:nobody@example.org", Target("mailto:nobody@example.org", None, False, True)),
        ("person:li", Target("person:li", None, False, True)),
        ("Mary", Target("file:///edition/documents/Mary", None, False, False)),
    ],
)
def test_pointers_to_other_places(pointer: str, target: Target) -> None:
    assert meaning(pointer) == target


@pytest.mark.parametrize("pointer", ["http://[", "#a#b", "%", "::", "http://[::1", "a:" * 50, "\x7f", "#%FF"])
def test_pointers_that_are_no_uris_do_no_harm(pointer: str) -> None:
    assert isinstance(meaning(pointer), Target)


def test_base_uris_are_resolved_from_the_outside_in() -> None:
    assert base_uri([], OWN) == OWN
    assert base_uri(["../registers/", "persons.xml"], OWN) == PERSONS
    assert base_uri(["https://example.org/a/", "b/c.xml"], OWN) == "https://example.org/a/b/c.xml"
    assert meaning("#li", base=PERSONS) == Target(PERSONS, "li", False, False)
    assert meaning("letter.xml#p1", base="file:///edition/documents/other.xml").is_local


def test_a_base_that_is_a_folder_is_not_cut() -> None:
    assert meaning("#a", base="file:///edition/documents/").uri == "file:///edition/documents/"


def test_prefixes_expand_to_pointers() -> None:
    person = PrefixDef("person", "([a-z-]+)", "../registers/persons.xml#$1", OWN)
    assert meaning("person:li", person) == Target(PERSONS, "li", False, False)
    assert meaning("person:Li 2", person).is_external
    assert meaning("place:li", person).is_external
    local = PrefixDef("here", "(.+)", "#$1", OWN)
    assert meaning("here:p1", local) == Target(OWN, "p1", True, False)
    twice = PrefixDef("x", r"(\d+)\.(\w+)", "b$1.xml#$2-$1", OWN)
    assert meaning("x:7.a", twice) == Target("file:///edition/documents/b7.xml", "a-7", False, False)


def test_the_first_prefix_whose_pattern_matches_is_used() -> None:
    numbers = PrefixDef("p", "([0-9]+)", "numbers.xml#n$1", OWN)
    others = PrefixDef("p", "(.*)", "others.xml#$1", OWN)
    assert meaning("p:7", numbers, others).uri.endswith("numbers.xml")
    assert meaning("p:a", numbers, others).uri.endswith("others.xml")


@pytest.mark.parametrize(
    ("pattern", "replacement"), [("([a-z", "#$1"), ("(a)", "#$2"), ("a" * 600, "#x"), ("(?P<x>", "#"), ("(*)", "#$1")]
)
def test_a_prefix_whose_pattern_is_none_matches_nothing(pattern: str, replacement: str) -> None:
    assert meaning("p:a", PrefixDef("p", pattern, replacement, OWN)).is_external


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|aa)*b", "((a*)*)*b", "(a*){20}b", "a*a*a*a*a*a*a*a*a*a*b", "(?:a+)+?b"]
)
def test_a_pattern_that_would_never_end_is_not_tried(pattern: str) -> None:
    start = time.monotonic()
    assert meaning("p:" + "a" * 60 + "!", PrefixDef("p", pattern, "#$1", OWN)).is_external
    assert time.monotonic() - start < 2


def test_the_uri_of_a_document_has_no_dots() -> None:
    assert document_uri("/a/b/../c d/./é.xml") == "file:///a/c%20d/%C3%A9.xml"
    assert document_uri("x.xml").startswith("file:///")


@pytest.mark.parametrize(
    ("pointer", "is_bare"),
    [
        *((name, True) for name in ("Mary", "Mr.", "O.S.", "p-1", "J.K.R", "Петр")),
        *((uri, False) for uri in ("#mary", "a.xml", "p/mary", "viaf:1", "letter.html", "?q")),
    ],
)
def test_bare_names(pointer: str, is_bare: bool) -> None:
    assert is_bare_name(pointer) is is_bare
