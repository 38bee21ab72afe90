"""Depth, attributes, nodes: what no text needs is refused before a tree is built."""

from __future__ import annotations

import pytest

from teikit.diagnostics import DocumentError, TeikitError
from teikit.xml import Limits, load


def code_of(data: str, limits: Limits | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        load(data.encode(), limits=limits)
    [found] = caught.value.diagnostics
    assert found.hint
    return found.code.id


def nested(depth: int) -> str:
    return "<a>" * depth + "</a>" * depth


def test_depth() -> None:
    assert code_of(nested(1001)) == code_of(nested(20_000)) == code_of("<a>" * 20_000) == "XML010"
    assert load(nested(1000).encode()).root.tag == "a"
    assert load(nested(1900).encode(), limits=Limits(depth=5000)).root.tag == "a"
    assert code_of(nested(3000), Limits(depth=5000)) == "XML010"


def test_attributes_of_one_element() -> None:
    many = " ".join(f'a{number}=""' for number in range(11))
    assert code_of(f"<a {many}/>", Limits(attributes=10)) == "XML011"
    assert len(load(f"<a {many}/>".encode(), limits=Limits(attributes=11)).root.attrib) == 11


@pytest.mark.parametrize("one", ["<b/>", "<!---->", "<?c?>", '<b c=""/>'])
def test_nodes_of_a_file(one: str) -> None:
    assert code_of(f"<a>{one * 100}</a>", Limits(nodes=100)) == "XML011"
    assert load(f"<a>{one * 10}</a>".encode(), limits=Limits(nodes=100)).root.tag == "a"


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_MAX_DEPTH", "3")
    assert Limits.from_environment() == Limits()._replace(depth=3)
    assert code_of(nested(4)) == "XML010"


@pytest.mark.parametrize("value", ["", "0", "-1", "many", "1.5", "²", "9" * 5000])
def test_a_limit_that_is_no_number_is_an_error_of_the_tool(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEIKIT_MAX_SIZE", value)
    with pytest.raises(TeikitError, match="TEIKIT_MAX_SIZE must be a positive whole number") as caught:
        Limits.from_environment()
    assert caught.value.hint
    assert len(caught.value.message) < 150
