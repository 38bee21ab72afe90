"""`teikit deposit verify`: whether packages are whole."""

from __future__ import annotations

from typing import Any

import click

from teikit.cli import options
from teikit.cli.validate import Wishes, findings_options


@click.command("verify")
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE…")
@findings_options()
@options.strict
@options.quiet
def command(packages: tuple[str, ...], **wishes: Any) -> int:
    """Tell whether packages are whole and undamaged.

    PACKAGE is a folder or a .zip: a BagIt bag, by teikit or by others. Every checksum is computed; each file that is
    damaged, missing or was added is named. Also Payload-Oxum, bag-info.txt and ro-crate-metadata.json are looked at.
    Nothing is unpacked or changed. The exit status is 0 where no error was found, 1 where one was, and 2 where there is
    no package to look at.

    \b
    Example:
      teikit deposit verify package/
      teikit deposit verify edition.zip --format json
    """
    import sys

    from teikit.cli.findings import report
    from teikit.cli.validate import baseline_of, selection_of
    from teikit.deposit.verifying import verify
    from teikit.diagnostics import TeikitError
    from teikit.validation import Findings

    wanted = Wishes(select=(), **wishes)
    selection, baseline = selection_of(wanted), baseline_of(wanted)
    found, missing = [], []
    for package in packages:
        try:
            found.append(Findings(package, tuple(verify(package))))
        except TeikitError as error:
            missing.append(error)
    options.complain_of_all(missing)
    if not wanted.quiet:
        sys.stderr.write("".join(f"{each.path}: whole and undamaged\n" for each in found if not each.diagnostics))
    return report(found, missing, wanted, {"deposit"}, selection, baseline)
