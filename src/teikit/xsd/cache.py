"""Built schemas on disk: loading one takes a seventh of the time that building takes.

An entry holds the files that the schema was made of, the answers about their addresses, and the pickled schema. What is
unpickled has passed the digest of `teikit.cache`, and may name only classes of `xmlschema` and what they are made of.
"""

from __future__ import annotations

import io
import marshal
import os
import pickle
import sys
from pathlib import Path
from typing import Any

import elementpath
import xmlschema

from teikit import cache
from teikit.xsd.building.build import deep_recursion
from teikit.xsd.building.files import Locate, SchemaFiles, is_file

FORM = 1
"""The form of an entry; it changes when what is kept changes."""

_PACKAGES = ("xmlschema", "elementpath", "teikit.xsd")
_TYPES = frozenset({"bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple", "type"})
_OTHERS = frozenset(
    {
        ("collections", "Counter"),
        ("collections", "defaultdict"),
        ("datetime", "timedelta"),
        ("decimal", "Decimal"),
        ("re", "_compile"),
        ("types", "MappingProxyType"),
        ("xml.etree.ElementTree", "Element"),
        ("xml.etree.ElementTree", "iterparse"),
    }
)
_FUNCTIONS = "xmlschema.validators.helpers"


class _Unpickler(pickle.Unpickler):
    """Knows the classes that a built schema consists of, and nothing that reaches beyond them."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _attribute
        if (module == "builtins" and name in _TYPES) or (module, name) in _OTHERS:
            return super().find_class(module, name)
        if module.startswith(_PACKAGES) and "." not in name:
            found = super().find_class(module, name)
            known = isinstance(found, type) or module == _FUNCTIONS
            if known and str(found.__module__).startswith(_PACKAGES):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _attribute(owner: object, name: str) -> Any:
    """Return a method, as `getattr` does, of a schema's component; nothing private of Python's."""
    if name.startswith("__") and name != "__call__":
        raise pickle.UnpicklingError(name)
    return getattr(owner, name)


def load(path: str, locate: Locate | None) -> tuple[Any, tuple[tuple[str, str], ...]] | None:
    """Return the built schema of files that are as they were, with these and their digests, or None if not kept."""
    entry = _entry(path)
    payload = cache.read(entry) if entry else None
    if payload is None:
        return None
    files, sought, pickled = marshal.loads(payload)
    if any(cache.of_file(file) != known for file, known in files):
        return None
    if any(_answer(locate, uri, base) != answer for uri, base, answer in sought):
        return None
    try:
        with deep_recursion():
            return _Unpickler(io.BytesIO(pickled)).load(), tuple(files)
    except (pickle.UnpicklingError, AttributeError, ImportError, ValueError, TypeError, EOFError):
        return None


def save(path: str, files: SchemaFiles, digests: dict[str, str], schema: Any) -> None:
    """Keep a built schema, if that is possible; `digests` are those of the files before it was built."""
    entry = _entry(path)
    if not entry or any(cache.of_file(file) != known for file, known in digests.items()):
        return
    try:
        with deep_recursion():
            pickled = pickle.dumps(schema, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
        return
    sought = [tuple(each) for each in files.sought]
    cache.keep(entry, marshal.dumps((list(digests.items()), sought, pickled)))


def _answer(locate: Locate | None, uri: str, base: str) -> str:
    path = locate(uri, Path(base)) if locate is not None and uri else None
    return "" if path is None or not is_file(path) else str(path)


def _entry(path: str) -> str:
    schema = cache.of_file(path)
    versions = (xmlschema.__version__, elementpath.__version__, sys.implementation.cache_tag or "", str(FORM))
    return cache.name("xsd", schema, os.path.realpath(path), path, *versions) if schema else ""
