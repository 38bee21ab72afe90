"""Schemas and documents that are large: time grows with their size, and memory has an end.

What took a minute takes a second now; the limits are wide, since machines differ.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from teikit.rng import RelaxNG
from teikit.rng.automaton import states
from teikit.rng.automaton.compiled import restore

LIMIT = 15
"""Seconds of the processor for each of these."""


@pytest.fixture
def clock() -> float:
    return time.process_time()


def schema(folder: Path, text: str) -> RelaxNG:
    file = folder / "large.rnc"
    file.write_text(text)
    return RelaxNG.from_file(file, cached=False)


def optional(count: int, separator: str, kind: str = "element", inside: str = "empty") -> str:
    return separator.join(f"{kind} a{number} {{ {inside} }}?" for number in range(count))


def elements(numbers: range | list[int]) -> str:
    return "".join(f"<a{number}/>" for number in numbers)


def messages(grammar: RelaxNG, document: str) -> list[str]:
    return [each.message for each in grammar.iter_diagnostics(document.encode())]


def test_a_long_group_of_optional_elements(tmp_path: Path, clock: float) -> None:
    grammar = schema(tmp_path, f"start = element r {{ {optional(5000, ', ')}, element last {{ empty }} }}")
    assert messages(grammar, f"<r>{elements(range(5000))}<last/></r>") == []
    assert messages(grammar, f"<r>{elements(range(3, 5000, 7))}<last/></r>") == []
    assert messages(grammar, "<r><a17/><a4999/></r>") == ['"r" ends too early: "last" is missing']
    assert messages(grammar, "<r><a17/><a17/><last/></r>") == ['element "a17" is not allowed in "r"']
    assert messages(grammar, "<r><a17/><a16/><a18/><last/></r>") == ['element "a16" is not allowed in "r"']
    assert len(messages(grammar, f"<r>{elements(range(2999, -1, -1))}<last/></r>")) == 2999
    assert time.process_time() - clock < LIMIT


def test_a_long_group_that_is_repeated(tmp_path: Path, clock: float) -> None:
    grammar = schema(tmp_path, f"start = element r {{ ({optional(3000, ', ')}, element b {{ empty }})+ }}")
    assert messages(grammar, f"<r>{elements(range(3000))}<b/>{elements(range(0, 3000, 2))}<b/><b/></r>") == []
    assert messages(grammar, f"<r>{elements(range(3000))}<a0/><b/></r>") == ['element "a0" is not allowed in "r" yet']
    assert time.process_time() - clock < LIMIT


def test_a_wide_interleave(tmp_path: Path, clock: float) -> None:
    grammar = schema(tmp_path, f"start = element r {{ {optional(1500, ' & ')} & element b {{ empty }} }}")
    mixed = random.Random(1).sample(range(1500), 1500)
    assert messages(grammar, f"<r>{elements(mixed)}<b/></r>") == []
    assert messages(grammar, f"<r>{elements([*mixed, 7])}<b/></r>") == ['element "a7" is not allowed in "r"']
    assert messages(grammar, f"<r>{elements(mixed[:9])}</r>") == ['"r" ends too early: "b" is missing']
    assert time.process_time() - clock < LIMIT


@pytest.mark.parametrize("joined", ["d{0} = d{1} | element a{0} {{ empty }}", "d{0} = d{1}, element a{0} {{ empty }}?"])
def test_a_long_chain_of_definitions(tmp_path: Path, clock: float, joined: str) -> None:
    definitions = "\n".join(joined.format(number, number - 1) for number in range(1, 10_000))
    grammar = schema(tmp_path, f"start = element r {{ d9999+ }}\nd0 = element a0 {{ empty }}\n{definitions}")
    assert messages(grammar, f"<r>{elements(range(10_000))}</r>") == []
    assert messages(grammar, "<r><a0/><b/></r>") == ['element "b" is not allowed in "r"']
    assert time.process_time() - clock < LIMIT


def test_many_names_that_no_schema_has(tmp_path: Path, clock: float) -> None:
    grammar = schema(tmp_path, f"start = element r {{ ({optional(10_000, '|')})* }}")
    assert len(messages(grammar, f"<r>{''.join(f'<z{number}/>' for number in range(5000))}</r>")) == 5000
    assert time.process_time() - clock < LIMIT


def test_a_wildcard_with_many_exceptions(tmp_path: Path, clock: float) -> None:
    names = "|".join(f"a{number}" for number in range(5000))
    grammar = schema(tmp_path, f"start = element r {{ element * - ({names}) {{ empty }}* }}")
    assert messages(grammar, f"<r>{''.join(f'<z{number}/>' for number in range(5000))}</r>") == []
    assert len(messages(grammar, f"<r>{elements(range(5000))}</r>")) == 5000
    assert restore(grammar.grammar.compiled).files == grammar.files
    assert time.process_time() - clock < LIMIT


def test_many_attributes(tmp_path: Path, clock: float) -> None:
    grammar = schema(
        tmp_path, f"start = element r {{ {optional(5000, ', ', 'attribute', 'text')}, attribute b {{ text }} }}"
    )
    given = " ".join(f'a{number}="x"' for number in range(5000))
    assert messages(grammar, f'<r {given} b=""/>') == []
    assert messages(grammar, f"<r {given}/>") == ['"r" has no attribute "b", which is required']
    wrong = " ".join(f'z{number}="x"' for number in range(10_000))
    found = messages(grammar, f'<r {wrong} b=""/>')
    assert found == [f'attribute "z{number}" is not allowed on "r"' for number in range(10_000)]
    assert time.process_time() - clock < LIMIT


def test_what_is_remembered_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thirty optional elements in any order each document has others, and each leads to other states."""
    monkeypatch.setattr(states, "MOST_KEPT", 20_000)
    parts = f"({optional(30, ' & ')}), attribute * {{ text }}*"
    grammar = schema(tmp_path, f"start = element r {{ element x {{ {parts} }}* }}")
    chance = random.Random(2)
    most = 0
    for _ in range(40):
        content = "".join(
            f'<x b{chance.random()}="">{elements(chance.sample(range(30), chance.randint(0, 30)))}</x>'
            for _ in range(20)
        )
        assert messages(grammar, f"<r>{content}</r>") == []
        assert messages(grammar, f"<r>{content}<x><a1/><a1/></x></r>") == ['element "a1" is not allowed in "x"']
        most = max(most, grammar.automaton.table.weight)
    assert 10_000 < most < 21_000
