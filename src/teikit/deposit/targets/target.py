"""Reading the list of a target."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

NAMES = ("generic", "zenodo", "arche", "clarin")
"""The targets there are; the list of each is the file `<name>.toml` beside this module."""


class Requirement(NamedTuple):
    """One thing that a target asks.

    `asks` says it in our own words. `is_must` tells whether a deposit without it is refused. `check` is the name of the
    function in `requirements/` that decides it, with its `parameters`. `source` and `url` are where it was read,
    `looked_up` when. Where `verified` is false, `note` says what could not be verified.
    """

    id: str
    asks: str
    is_must: bool
    check: str
    parameters: dict[str, Any]
    source: str
    url: str
    looked_up: date
    verified: bool
    note: str


class Target(NamedTuple):
    """A repository, or a kind of repository, with what it asks, in the order of its file."""

    name: str
    title: str
    requirements: tuple[Requirement, ...]


def read(name: str) -> Target:
    """Return a target by its name, one of `NAMES`."""
    import tomllib
    from importlib.resources import files

    text = files("teikit.deposit.targets").joinpath(f"{name}.toml").read_text("utf-8")
    return from_table(name, tomllib.loads(text))


def from_table(name: str, table: dict[str, Any]) -> Target:
    """Return a target from its table. `[source.KEY]` has what several requirements share: `title`, `url`, `date`."""
    sources = table["source"]
    return Target(name, table["title"], tuple(_requirement(each, sources) for each in table["requirement"]))


def _requirement(table: dict[str, Any], sources: dict[str, dict[str, Any]]) -> Requirement:
    source = sources[table["source"]]
    return Requirement(
        id=table["id"],
        asks=table["asks"],
        is_must={"must": True, "should": False}[table["severity"]],
        check=table["check"],
        parameters=table.get("parameters", {}),
        source=source["title"],
        url=source["url"],
        looked_up=source["date"],
        verified=table.get("verified", True),
        note=table.get("note", ""),
    )
