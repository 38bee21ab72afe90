"""Jing's verdicts on values of datatypes, many in one run: each value stands on a line of its own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teikit.rng.datatypes import XSD


class Asked(NamedTuple):
    """A type of XML Schema, its parameters, and the values to be judged."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    values: Sequence[str]


class InScope(NamedTuple):
    """What the document declares around the values."""

    namespaces: dict[str, str]
    entities: tuple[str, ...] = ()


SCOPE = InScope({"": "urn:default", "p": "urn:p", "q": "urn:p"}, ("picture", "portrait"))

_DOCTYPE = """<!DOCTYPE all [<!NOTATION gif SYSTEM "gif"><!ENTITY picture SYSTEM "a.gif" NDATA gif>
<!ENTITY portrait SYSTEM "b.gif" NDATA gif>]>
"""


# Characters that attribute normalisation or an editor might change are written as references.
_REFERENCES = {ord(each): f"&#{ord(each)};" for each in '\t\n\r\x7f\x85\u2028<&"'}


def written(text: str) -> str:
    """Return a text as it stands in an attribute or element so that a parser reads exactly this text."""
    return text.translate(_REFERENCES)


def run(jing: str, folder: Path, grammar: str, document: str) -> list[tuple[str, int]]:
    """Return the file and line of each error, IDs not checked."""
    written_schema, instance = folder / "values.rng", folder / "values.xml"
    written_schema.write_text(grammar, encoding="utf-8")
    instance.write_text(document, encoding="utf-8")
    done = subprocess.run([jing, "-i", str(written_schema), str(instance)], capture_output=True, text=True, check=False)
    places = re.findall(r"^(.*?):(\d+):\d+: (?:fatal|error)", done.stdout, re.MULTILINE)
    assert places or done.returncode == 0, done.stdout + done.stderr
    return [(Path(path).name, int(line)) for path, line in places]


def jing_verdicts(jing: str, folder: Path, questions: Sequence[Asked]) -> list[list[bool]]:
    """Return for each question whether Jing allows each value. The schema must be correct."""
    patterns, lines = [], []
    for number, (name, parameters, values) in enumerate(questions):
        attribute = f'<attribute name="v">{data(name, parameters)}</attribute>'
        patterns.append(f'<element name="e{number}">{attribute}</element>')
        lines += [f'<e{number} v="{written(value)}"/>' for value in values]
    before = _DOCTYPE + '<all xmlns="urn:default" xmlns:p="urn:p" xmlns:q="urn:p">\n'
    grammar = schema(f"<zeroOrMore><choice>{''.join(patterns)}</choice></zeroOrMore>")
    places = run(jing, folder, grammar, before + "\n".join(lines) + "\n</all>")
    assert all(path == "values.xml" for path, _ in places), places
    wrong = {line - before.count("\n") - 1 for _, line in places}
    verdicts, start = [], 0
    for _, _, values in questions:
        verdicts.append([start + place not in wrong for place in range(len(values))])
        start += len(values)
    return verdicts


def jing_rejects(jing: str, folder: Path, asked: Sequence[Asked]) -> list[bool]:
    """Return for each type with its parameters whether Jing holds a schema that has it for incorrect; one a line."""
    each = "\n".join(f'<element name="e">{data(name, parameters)}</element>' for name, parameters, _ in asked)
    places = run(jing, folder, schema(f"<choice>\n{each}\n</choice>"), "<all/>")
    lines = {line for path, line in places if path == "values.rng"}
    return [number in lines for number in range(2, len(asked) + 2)]


def schema(content: str) -> str:
    return (
        f'<element name="all" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="{XSD}" ns="urn:default">'
        f"{content}</element>"
    )


def data(name: str, parameters: tuple[tuple[str, str], ...]) -> str:
    given = "".join(f'<param name="{key}">{written(value)}</param>' for key, value in parameters)
    return f'<data type="{name}">{given}</data>'
