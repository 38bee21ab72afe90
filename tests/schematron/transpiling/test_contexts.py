"""What a context can match, told from its last step."""

from __future__ import annotations

import pytest

from teikit.schematron.transpiling.contexts import Candidates, candidates

PREFIXES = {"t": "urn:t"}
ANY = Candidates()


def element(local: str | None, *attributes: str, uri: str | None = "", root: bool = False) -> Candidates:
    return Candidates("element", uri, local, frozenset(("", each) for each in attributes), root)


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("/", [Candidates("document")]),
        ("a", [element("a")]),
        ("t:a", [element("a", uri="urn:t")]),
        ("x:a", [element(None, uri=None)]),
        ("t:*", [element(None, uri="urn:t")]),
        ("*", [element(None, uri=None)]),
        ("*:a", [element("a", uri=None)]),
        ("Q{urn:u}a", [element("a", uri="urn:u")]),
        ("x/y//child::a[@n][2]", [element("a", "n")]),
        ("/a", [element("a", root=True)]),
        ("//a", [element("a")]),
        ("/*[count(//b) gt 1]", [element(None, uri=None, root=True)]),
        ("a | t:b/@n", [element("a"), Candidates("attribute", "", "n")]),
        ("(a[@m] | b)[@n]", [element("a", "m", "n"), element("b", "n")]),
        ("x/(a|b)", [element("a"), element("b")]),
        ("*[@n = 'x' and @m and p]", [element(None, "n", "m", uri=None)]),
        ("*[@n or @m]", [element(None, uri=None)]),
        ("*[not(@n)]", [element(None, uri=None)]),
        ("*[starts-with(@n, '#')]", [element(None, "n", uri=None)]),
        ("*[starts-with(@n, '')]", [element(None, uri=None)]),
        ("*[matches(@n, 'x*')]", [element(None, uri=None)]),
        ("*['[' = @n]", [element(None, uri=None)]),
        ("a/text()[1]", [Candidates("text")]),
        ("comment()", [Candidates("comment")]),
        ("element(a)", [element(None, uri=None)]),
        ("document-node()", [Candidates("document")]),
        ("node()", [ANY]),
        ("self::a", [ANY]),
        (".[self::a]", [ANY]),
        ("key('k', 'v')", [ANY]),
        ("$v", [ANY]),
        ("a except b", [ANY]),
        ("(a", [ANY]),
        ("", [ANY]),
    ],
)
def test_candidates(context: str, expected: list[Candidates]) -> None:
    assert candidates(context, PREFIXES) == expected
