"""`python -m bench`: teikit beside jing, xmllint and lxml."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.commands import rules_tools, tools
from bench.documents import documents, play, project
from bench.measure import Cost, alternate, run

ROOT = Path(__file__).resolve().parents[1]
ONE_FILE = 150_000
"""Bytes of the single file, about."""

MANY = 50
MANY_BYTES = 10_000_000
LARGE = 750
LARGE_BYTES = 150_000_000
PLAY = 180_000
PROJECT_FILES = 5_000
PROJECT_POINTERS = 100_000


def main() -> None:
    """Measure, print a table, and exit with 1 where verdicts differ."""
    options = _options()
    shared = Path(os.environ.get("TEIKIT_SHARED") or ROOT.parent / "shared")
    schema = options.schema or shared / "tei/4.12.0/tei_all.rng"
    if not schema.is_file():
        sys.exit(f"bench: there is no {schema}: give a schema with --schema")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        scenarios = {
            f"one file ({ONE_FILE // 1000} kB)": documents(work / "one", 1, ONE_FILE),
            f"{MANY} files ({MANY_BYTES // 1_000_000} MB)": documents(work / "many", MANY, MANY_BYTES // MANY),
        }
        if options.large:
            large = documents(work / "large", LARGE, LARGE_BYTES // LARGE)
            scenarios[f"{LARGE} files ({LARGE_BYTES // 1_000_000} MB)"] = large
        if options.corpus:
            files = sorted(options.corpus.rglob("*.xml"))
            scenarios[f"{len(files)} files ({sum(file.stat().st_size for file in files) // 1_000_000} MB)"] = files
        os.environ["TEIKIT_CACHE_DIR"] = str(work / "cache")
        agree = [_scenario(name, schema, files, options) for name, files in scenarios.items()]
        if options.rules:
            agree.append(_rules(options.rules, next(iter(scenarios.values())), work, options))
        if options.project:
            _project(work / "project", options)
        if options.cold:
            _cold(schema, next(iter(scenarios.values())), work / "cache", options)
    sys.exit(0 if all(agree) else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--schema", type=Path, help="RELAX NG schema (default: tei_all of the reference material)")
    parser.add_argument("--corpus", type=Path, help="a folder with XML files that are measured too")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each command (default 5)")
    parser.add_argument("--jobs", type=int, default=2, help="processes for teikit (default 2)")
    parser.add_argument("--skip", action="append", default=[], help="leave out a tool (repeatable)")
    parser.add_argument("--large", action="store_true", help="measure 150 MB too")
    parser.add_argument("--rules", type=Path, help="measure one file against this schema and the Schematron in it too")
    parser.add_argument("--project", action="store_true", help="measure 5,000 files with 100,000 pointers too")
    parser.add_argument("--cold", action="store_true", help="measure one file with an empty schema cache too")
    return parser.parse_args()


def _scenario(name: str, schema: Path, files: Sequence[Path], options: argparse.Namespace) -> bool:
    commands = {tool.name: tool.command(schema, files) for tool in tools(options.jobs) if tool.name not in options.skip}
    return _table(name, commands, options.rounds)


def _rules(schema: Path, files: Sequence[Path], work: Path, options: argparse.Namespace) -> bool:
    _one_pass(schema)
    commands = {tool.name: tool.command(schema, files) for tool in rules_tools(schema, work)}
    return _table("one file, RELAX NG and Schematron", commands, options.rounds)


def _one_pass(schema: Path) -> None:
    """Print what the rules cost a document in a process that has compiled them, parsing by Saxon included."""
    from teikit.schematron import Schematron
    from teikit.xml import load

    rules, document = Schematron.from_file(schema), load(play(PLAY).encode())
    seconds = []
    for _ in range(41):
        started = time.process_time()
        found = len(list(rules.iter_diagnostics(document)))
        seconds.append(time.process_time() - started)
    median = statistics.median(seconds[1:]) * 1000
    print(f"\nSchematron, a play of {PLAY // 1000} kB, one core: {median:.1f} ms ({found} findings)")


def _project(folder: Path, options: argparse.Namespace) -> None:
    project(folder, PROJECT_FILES, PROJECT_POINTERS)
    command = [tools(options.jobs)[0].command(Path(), ())[0], "validate", "--quiet", "--layer", "checks"]
    command += ["--jobs", str(options.jobs), str(folder)]
    first, second = run(command), run(command)
    print(
        f"\n{PROJECT_FILES} files with {PROJECT_POINTERS} pointers: {first.seconds:.1f} s, again {second.seconds:.1f} s"
    )


def _table(name: str, commands: dict[str, list[str]], rounds: int) -> bool:
    costs = alternate(commands, rounds)
    print(f"\n| {name} | seconds | times teikit | peak MB | verdict |\n|---|---|---|---|---|")
    for tool, cost in costs.items():
        print(_row(tool, cost, costs["teikit"]))
    sys.stdout.flush()
    return len({cost.status == 0 for cost in costs.values()}) == 1


def _row(tool: str, cost: Cost, teikit: Cost) -> str:
    verdict = {0: "valid", 1: "invalid"}.get(-1 if cost.status is None else cost.status, f"status {cost.status}")
    return f"| {tool} | {cost.seconds:.3f} | {cost.seconds / teikit.seconds:.1f} | {cost.megabytes:.0f} | {verdict} |"


def _cold(schema: Path, files: Sequence[Path], cache: Path, options: argparse.Namespace) -> None:
    command = tools(options.jobs)[0].command(schema, files)
    seconds = []
    for _ in range(options.rounds):
        shutil.rmtree(cache, ignore_errors=True)
        seconds.append(run(command).seconds)
    print(f"\nteikit, one file, schema cache empty: {sorted(seconds)[len(seconds) // 2]:.3f} s")


if __name__ == "__main__":
    main()
