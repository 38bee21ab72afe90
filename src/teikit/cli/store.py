"""`teikit schema add`, `list`, `remove`, `fetch`, `export` and `import`: the offline store of schemas."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teikit.cli import options
from teikit.diagnostics import TeikitError

if TYPE_CHECKING:
    from teikit.resolve.store import Store
    from teikit.resolve.store.gathering import Gathered


@click.command("add")
@click.argument("file", metavar="FILE")
@click.option("--for", "url", required=True, metavar="URL", help="The address that documents give (or tei:VERSION).")
@options.quiet
def add(file: str, url: str, quiet: bool) -> int:
    """Put a schema into the store, for the address that documents give.

    Whatever names URL from then on is validated with the copy of FILE in the store; http and https are the same.
    Files that FILE includes by relative references come along.

    \b
    Example:
      teikit schema add tei_all.rng --for https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng
      teikit schema add p5subset.xml --for tei:4.9.0
    """
    from teikit.resolve.store import Store
    from teikit.resolve.store.gathering import from_disk

    _put(Store.of_user(), from_disk(file, url), quiet)
    return 0


@click.command("list")
def list_() -> int:
    """List the schemas in the store: address, checksum (SHA-256), file.

    Files that are only included by others are left out. The exit status is 1 where a file is damaged or gone.

    \b
    Example:
      teikit schema list
    """
    from teikit.resolve.store import Store

    store = Store.of_user()
    damaged = 0
    if not store.entries():
        sys.stderr.write("the store is empty: fill it with “teikit schema fetch URL” or “teikit schema add”\n")
    for url, entry in store.entries().items():
        intact = store.is_intact(entry)
        damaged += not intact
        if entry.asked or not intact:
            state = "" if intact else "  (damaged)"
            sys.stdout.write(f"{entry.asked or url}  {entry.sha256}  {store.path(entry).as_posix()}{state}\n")
    if damaged:
        sys.stderr.write("add or fetch what is damaged again, or take it out with “teikit schema remove URL”\n")
    return int(bool(damaged))


@click.command("remove")
@click.argument("url", metavar="URL")
@options.quiet
def remove(url: str, quiet: bool) -> int:
    """Take a schema out of the store, with what only it includes.

    \b
    Example:
      teikit schema remove https://dracor.org/schema.rng
    """
    from teikit.resolve.store import Store, canonical

    store = Store.of_user()
    if not store.remove(url):
        raise TeikitError(f"{url}: not in the store", hint=_near(store, url))
    if canonical(url) in store.entries():
        raise TeikitError(f"{url}: is kept, because another schema in the store includes it", hint="remove that one")
    if not quiet:
        sys.stderr.write(f"{url} removed\n")
    return 0


@click.command("fetch")
@click.argument("url", metavar="URL")
@click.option("--sha256", "checksum", default="", metavar="HEX", help="Keep the file only if it has this checksum.")
@click.option(
    "--timeout",
    "time_out",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="How long the server may be silent.",
)
@options.quiet
def fetch(url: str, checksum: str, time_out: float, quiet: bool) -> int:
    """Fetch a schema from the web into the store; the only command that touches the network.

    URL is an address, or tei:VERSION (such as tei:4.9.0 or tei:current) for the source that ODDs are compiled with.
    What the schema includes from the same server comes along. A proxy is taken from the environment (HTTPS_PROXY).
    Plain http is used only with --sha256.

    \b
    Example:
      teikit schema fetch tei:4.9.0
    """
    from teikit.resolve.store import Store, fetching

    def say(message: str) -> None:
        if not quiet:
            sys.stderr.write(f"{message}\n")

    _put(Store.of_user(), fetching.fetch(url, fetching.Fetching(checksum, time_out, say)), quiet)
    return 0


@click.command("export")
@click.argument("target", metavar="DIR|FILE.zip")
@options.quiet
def export(target: str, quiet: bool) -> int:
    """Write the store to a folder or a ZIP file, for others to import.

    An exported folder is a store itself: TEIKIT_STORE_DIR may name it.

    \b
    Example:
      teikit schema export schemas.zip
    """
    from teikit.resolve.store import Store, exchange

    count = exchange.export(Store.of_user(), Path(target))
    if not quiet:
        sys.stderr.write(f"{_files(count)} written to {target}\n")
    return 0


@click.command("import")
@click.argument("source", metavar="DIR|FILE.zip")
@options.quiet
def import_(source: str, quiet: bool) -> int:
    """Add what others have exported to the store.

    Every file is checked against its checksum first. What the store has under the same address is replaced.

    \b
    Example:
      teikit schema import schemas.zip
    """
    from teikit.resolve.store import Store, exchange

    imported = exchange.import_from(Store.of_user(), Path(source))
    if not quiet:
        sys.stderr.write("".join(f"{url}: replaced by another file\n" for url in imported.replaced))
        sys.stderr.write(f"{_files(imported.files)} added to the store\n")
    return 0


COMMANDS = (add, list_, remove, fetch, export, import_)


def _put(store: Store, gathered: Gathered, quiet: bool) -> None:
    store.put(gathered.items)
    for message in gathered.missing:
        sys.stderr.write(f"teikit: warning: {message}\n")
    if quiet:
        return
    first, *more = gathered.items
    also = f", with {_files(len(more))} that it includes" if more else ""
    sys.stderr.write(f"{first.asked} is in the store{also}\n   sha256 {store.entries()[first.url].sha256}\n")


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"


def _near(store: Store, url: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(url, [entry.asked for entry in store.entries().values() if entry.asked], 1)
    return f"did you mean “{near[0]}”?" if near else "“teikit schema list” shows what is there"
