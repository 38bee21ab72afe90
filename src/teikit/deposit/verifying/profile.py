"""What a package says of itself in `bag-info.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.deposit.bagit import codes, tags
from teikit.deposit.bagit.reading import FAULTS, Package, is_payload, read_all
from teikit.deposit.verifying.declared import Claims
from teikit.deposit.verifying.told import cause, finding
from teikit.diagnostics import Diagnostic

FILE = "bag-info.txt"
REQUIRED = ("Bagging-Date", "Payload-Oxum", "External-Description")
"""The tags that a package of teikit has; labels are compared without regard to case (RFC 8493, §2.2.2)."""

_OXUM = re.compile(r"([0-9]{1,20})\.([0-9]{1,20})")
_MOST = 4 << 20
_AGAIN = "make the package again, or get a sound copy of bag-info.txt"


def check(package: Package, claims: Claims) -> Iterator[Diagnostic]:
    """Yield what is wrong with `bag-info.txt`, and whether the payload has the size that it says."""
    if FILE not in package.sizes:
        yield finding(package, codes.BAD_INFO, FILE, "there is no bag-info.txt", _AGAIN)
        return
    try:
        content = read_all(package, FILE, _MOST).decode(claims.declaration.encoding)
    except FAULTS as error:
        yield finding(package, codes.BAD_INFO, FILE, f"bag-info.txt cannot be read ({cause(error)})", _AGAIN)
        return
    values: dict[str, tuple[int, str]] = {}
    faults = []
    for line, label, value in tags.read_info(content):
        if label:
            values.setdefault(label.lower(), (line, value))
        else:
            faults.append(line)
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        message = f"the line is not a label, a colon and a value{more}"
        yield finding(package, codes.BAD_INFO, FILE, message, _AGAIN, line=faults[0])
    for label in REQUIRED:
        if not values.get(label.lower(), (0, ""))[1]:
            hint = f"add a line “{label}: …” before the package is made, or make it with teikit"
            yield finding(package, codes.BAD_INFO, FILE, f"bag-info.txt does not say {label}", hint)
    if "payload-oxum" in values:
        yield from _oxum(package, *values["payload-oxum"])


def _oxum(package: Package, line: int, value: str) -> Iterator[Diagnostic]:
    found = _OXUM.fullmatch(value)
    if not found:
        message = f"Payload-Oxum is “{value[:40]}”, not a number of bytes, a stop and a number of files"
        yield finding(package, codes.WRONG_OXUM, FILE, message, _AGAIN, line=line)
        return
    sizes = [size for file, size in package.sizes.items() if is_payload(file)]
    if (int(found.group(1)), int(found.group(2))) != (sum(sizes), len(sizes)):
        message = (
            f"Payload-Oxum says {found.group(1)} bytes in {found.group(2)} files, but there are {sum(sizes)} bytes in "
            f"{len(sizes)} files below data/"
        )
        hint = "look for what is missing, was added or was changed in length"
        yield finding(package, codes.WRONG_OXUM, FILE, message, hint, line=line)
