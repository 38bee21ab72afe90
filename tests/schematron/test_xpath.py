"""Names in expressions, not in strings and comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.schematron.xpath import prefixes, rename_functions, rename_variables, tokens, variables


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("$a + $b:c", {"a", "b:c"}),
        ("'$a' || \"$b\" || $c", {"c"}),
        ("(: $a (: $b :) $c :) $d", {"d"}),
        ("'it''s $a', $b", {"b"}),
        ("$a-b.c, $ d", {"a-b.c", "d"}),
        ("for $x in $y return $x", {"x", "y"}),
        ("'$unclosed", {"unclosed"}),
    ],
)
def test_variables(expression: str, expected: set[str]) -> None:
    assert variables(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("t:a/@u:b[. = 'v:c']", {"t", "u"}),
        ("child::a/*:b", set()),
        ("t:*", {"t"}),
        ("Q{urn:x}a", set()),
        ("$p:v", {"p"}),
        ("xs:date('x:y')", {"xs"}),
        ("map{'a':b}", set()),
        ("if (a) then b:c else d:e()", {"b", "d"}),
    ],
)
def test_prefixes(expression: str, expected: set[str]) -> None:
    assert prefixes(expression) == expected


def test_renaming() -> None:
    assert rename_variables("$x+$xy+'$x'(:$x:)", {"x": "x.p1"}) == "$x.p1+$xy+'$x'(:$x:)"
    expression = "doc('doc(1)')/doc/fn:doc (2) | my:doc(3) | @doc | doc-available(4)"
    assert (
        rename_functions(expression, {"doc": "f(0, "})
        == "f(0, 'doc(1)')/doc/f(0, 2) | my:doc(3) | @doc | doc-available(4)"
    )


@given(st.text(alphabet="$a:b'\"(){}[]*/@.|!=<>+- \n1Qé😀"))
def test_any_text_is_read_and_nothing_is_lost(expression: str) -> None:
    found = tokens(expression)
    assert all(expression[token.start : token.end] == token.text for token in found)
    assert [token.start for token in found] == sorted({token.start for token in found})
    assert rename_variables(expression, {"nowhere": "x"}) == expression
