"""Whether the files of a package are those that its manifests list: all of them, no others, unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from teikit.deposit.bagit import codes, manifests
from teikit.deposit.bagit.reading import FAULTS, Package, is_payload, pieces
from teikit.deposit.verifying.declared import Claim, Claims
from teikit.deposit.verifying.told import cause, finding, place
from teikit.diagnostics import Diagnostic, Related, Severity

_FETCHED = "fetch.txt"


def check(package: Package, claims: Claims) -> Iterator[Diagnostic]:
    """Yield each file that is missing, was added, or is damaged (RFC 8493, §3)."""
    named = {file for file, _ in package.unsafe}
    missing = [file for file in sorted(claims.listed) if file not in package.sizes and file not in named]
    added = sorted(_added(package, claims))
    moved = _moved(package, claims, missing, added)
    for file in missing:
        yield _missing(package, claims, file, moved)
    for file in added:
        yield _not_listed(package, claims, file, moved)
    if claims.tag_manifests and claims.declaration.version >= (1, 0):
        yield from _no_tag_manifest(package, claims)
    for file in sorted(claims.listed):
        if file in package.sizes:
            yield from _damage(package, file, claims.listed[file])


def _added(package: Package, claims: Claims) -> Iterator[str]:
    """Yield the files that a manifest ought to list and does not; before 1.0, one manifest of several was enough.

    From 1.0 on each tag manifest lists each manifest of the payload (RFC 8493, §2.2.1), and may leave out other files.
    """
    for file in package.sizes:
        said = {claim.manifest for claim in claims.listed.get(file, ())}
        wanted = set(claims.payload_manifests if is_payload(file) else claims.tag_manifests)
        if not wanted or _is_tag_manifest(file):
            continue
        is_for_all = is_payload(file) or file in claims.payload_manifests
        if wanted - said if is_for_all and claims.declaration.version >= (1, 0) else not said:
            yield file


def _no_tag_manifest(package: Package, claims: Claims) -> Iterator[Diagnostic]:
    """Warn of a manifest of the payload without a tag manifest by its algorithm, where there are others (§2.2.1)."""
    for file in claims.payload_manifests:
        if f"tag{file}" not in package.sizes:
            message = f"“tag{file}” is not there, but {file} is"
            hint = "put a sound copy of it there, or make the package again: without it, nobody sees what was changed"
            found = finding(package, codes.FILE_NOT_THERE, f"tag{file}", message, hint)
            # The standard advises it; packages of teikit have it.
            yield found._replace(severity=Severity.WARNING)


def _is_tag_manifest(file: str) -> bool:
    kind = manifests.algorithm_of(file)
    return kind is not None and kind[1]


def _moved(package: Package, claims: Claims, missing: list[str], added: list[str]) -> dict[str, str]:
    """Return, for missing and added files with the same bytes, the one for the other."""
    wanted = {(claim.algorithm, claim.checksum): file for file in missing for claim in claims.listed[file]}
    algorithms = {algorithm for algorithm, _ in wanted}
    found: dict[str, str] = {}
    for file in added if wanted else ():
        try:
            checksums = _checksums(package, file, algorithms)
        except FAULTS:
            continue
        old = next((wanted[each] for each in checksums.items() if each in wanted), None)
        if old is not None:
            found[old], found[file] = file, old
    return found


def _missing(package: Package, claims: Claims, file: str, moved: dict[str, str]) -> Diagnostic:
    hint = "put a sound copy of it there, or make the package again"
    if file in moved:
        hint = f"“{moved[file]}” has the same bytes: give it back its name"
    elif _FETCHED in package.sizes:
        hint = "it may be one of those that fetch.txt says where to get; teikit fetches nothing"
    first = claims.listed[file][0]
    related = (Related(place(package, first.manifest, first.line), "listed here"),)
    message = f"“{file}” is not there, but {_those(claims.listed[file])} it"
    return finding(package, codes.FILE_NOT_THERE, file, message, hint, related=related)


def _not_listed(package: Package, claims: Claims, file: str, moved: dict[str, str]) -> Diagnostic:
    said = {claim.manifest for claim in claims.listed.get(file, ())}
    of_kind = claims.payload_manifests if is_payload(file) else claims.tag_manifests
    silent = [each for each in of_kind if each not in said]
    verb = "does" if len(silent) == 1 else "do"
    hint = "take it out, or make the package again with it"
    if file in moved:
        hint = f"it has the bytes of “{moved[file]}”, which is missing: give it back its name"
    message = f"“{file}” is there, but {' and '.join(silent)} {verb} not list it"
    return finding(package, codes.FILE_NOT_LISTED, file, message, hint)


def _damage(package: Package, file: str, claims: list[Claim]) -> Iterator[Diagnostic]:
    try:
        checksums = _checksums(package, file, {claim.algorithm for claim in claims})
    except FAULTS as error:
        message = f"“{file}” cannot be read ({cause(error)})"
        yield finding(package, codes.DAMAGED_FILE, file, message, "put a sound copy in its place")
        return
    wrong = [claim for claim in claims if checksums[claim.algorithm] != claim.checksum]
    if not wrong:
        return
    algorithms = " and ".join(sorted({claim.algorithm for claim in wrong}))
    message = f"“{file}” is damaged: its checksum by {algorithms} is not that of {_named(wrong)}"
    hint = "put a sound copy in its place, or make the package again"
    right = [claim for claim in claims if claim not in wrong]
    if right:
        message = f"the checksum of “{file}” by {algorithms} is not that of {_named(wrong)}, but {_named(right)} agrees"
        hint = f"it is rather {_named(wrong)} that was changed: get a sound copy of it"
    related = tuple(Related(place(package, each.manifest, each.line), "its checksum") for each in wrong)
    yield finding(package, codes.DAMAGED_FILE, file, message, hint, related=related)


def _checksums(package: Package, file: str, algorithms: Iterable[str]) -> dict[str, str]:
    hashes = {algorithm: hashlib.new(algorithm, usedforsecurity=False) for algorithm in algorithms}
    for piece in pieces(package, file):
        for each in hashes.values():
            each.update(piece)
    return {algorithm: each.hexdigest() for algorithm, each in hashes.items()}


def _named(claims: Iterable[Claim]) -> str:
    return " and ".join(dict.fromkeys(claim.manifest for claim in claims))


def _those(claims: list[Claim]) -> str:
    return f"{_named(claims)} list{'s' if len({claim.manifest for claim in claims}) == 1 else ''}"
