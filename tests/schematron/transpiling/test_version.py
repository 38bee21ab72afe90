"""XPath 1.0 where a schema asks for it and uses nothing later."""

from __future__ import annotations

import pytest
from tests.schematron.conftest import Check, pattern, rule

DOCUMENT = "<a><b n='9'>x</b><b n='10'>y</b></a>"


def found(check: Check, test: str, attributes: str) -> list[str]:
    return check(pattern(rule("a", "m", test=test)), DOCUMENT, attributes=attributes).messages


@pytest.mark.parametrize("attributes", ['id="s"', 'queryBinding="xslt"', 'queryBinding="XSLT"', 'queryBinding="xpath"'])
def test_numbers_and_first_nodes_as_in_version_1(check: Check, attributes: str) -> None:
    # Strings are compared as numbers, and of several nodes a function takes the first.
    assert found(check, "b[2]/@n &gt; string(b[1]/@n)", attributes) == ["m"]
    assert found(check, "starts-with(b, 'x')", attributes) == ["m"]
    assert found(check, "count(b) = '2'", attributes) == ["m"]


@pytest.mark.parametrize("binding", ["xslt2", "xslt3", "xpath2", "xpath3", "XSLT2", "XPath3"])
def test_strings_are_compared_as_strings_later(check: Check, binding: str) -> None:
    assert found(check, "b[2]/@n &gt; string(b[1]/@n)", f'queryBinding="{binding}"') == []


@pytest.mark.parametrize(
    "test",
    [
        "matches(b[1], 'x') and not(b[2]/@n &gt; string(b[1]/@n))",
        "b[2]/@n lt string(b[1]/@n)",
        "every $x in b satisfies $x/@n != ''",
        "(if (b) then '2' else '1') &gt; '10'",
    ],
)
def test_what_is_later_is_read_as_such_though_the_schema_does_not_say_so(check: Check, test: str) -> None:
    assert found(check, test, 'id="s"') == ["m"]


def test_words_of_later_versions_as_names(check: Check) -> None:
    content = pattern(rule("if | for/eq", "m", test="self::if/@n &gt; '9' or self::eq"))
    assert check(content, "<a><if n='10'/><for><eq/></for></a>", attributes='id="s"').messages == ["m", "m"]
