"""Start-up: the package loads nothing of the standard library, and compiles nothing before a text comes."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys, __future__, teikit.rng
before = set(sys.modules)
from teikit.rng.datatypes import XSD, Datatype
word = Datatype(XSD, "token", (("pattern", "[^\\\\p{C}\\\\p{Z}]+"),))
assert word.allows("word", None) and not word.allows("two words", None)
print(*sorted(set(sys.modules) - before))
assert Datatype(XSD, "NCName").allows("name", None) and Datatype(XSD, "date").allows("2000-02-29", None)
print(*sorted(each for each in set(sys.modules) - before if not each.startswith("teikit.")))
"""


def test_the_package_loads_no_more_than_it_needs() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True)
    at_first, foreign = done.stdout.split("\n")[:2]
    assert foreign == ""
    assert at_first.split() == [
        "teikit.rng.datatypes",
        "teikit.rng.datatypes.errors",
        "teikit.rng.datatypes.kinds",
        "teikit.rng.datatypes.library",
        "teikit.rng.datatypes.regex",
        "teikit.rng.datatypes.regex.compiled",
        "teikit.rng.datatypes.types",
        "teikit.rng.datatypes.whitespace",
    ]
