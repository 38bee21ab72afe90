"""What a package says it holds: its declaration and its manifests."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from teikit.deposit.bagit import codes, manifests, tags
from teikit.deposit.bagit.reading import FAULTS, MAX_FILES, Package, is_payload, read_all, why_outside
from teikit.deposit.verifying.told import cause, finding, unsafe
from teikit.diagnostics import Diagnostic

_MOST = 128 << 20
_SHOWN = 100
_FIRST = "whoever made the package can make it again; see RFC 8493 for what a bag consists of"


class Claim(NamedTuple):
    """One line of a manifest: the manifest, its line, the algorithm and the checksum."""

    manifest: str
    line: int
    algorithm: str
    checksum: str


class Claims:
    """All that a package says it holds.

    `listed` are path → what the manifests say of it. `payload_manifests` and `tag_manifests` are the names of those
    that could be read, `problems` what is wrong with them. `can_be_checked` is False where there is nothing to go by.
    """

    def __init__(self) -> None:
        self.declaration = tags.Declaration((1, 0), "utf-8")
        self.listed: dict[str, list[Claim]] = {}
        self.payload_manifests: list[str] = []
        self.tag_manifests: list[str] = []
        self.problems: list[Diagnostic] = []

    @property
    def can_be_checked(self) -> bool:
        """Whether there is a manifest of the payload."""
        return bool(self.payload_manifests)


def read(package: Package) -> Claims:
    """Read the declaration and the manifests of a package."""
    claims = Claims()
    claims.problems += _declaration(package, claims)
    for file in sorted(package.sizes):
        kind = manifests.algorithm_of(file)
        if kind is not None:
            algorithm, of_tags = kind
            claims.problems += _manifest(package, claims, file, algorithm, of_tags=of_tags)
    if not claims.payload_manifests:
        message = "there is no manifest of the payload that can be read, such as manifest-sha256.txt"
        claims.problems.append(finding(package, codes.NOT_A_BAG, "", message, _FIRST))
    elif not any(map(is_payload, [*package.sizes, *claims.listed])):
        claims.problems.append(finding(package, codes.NOT_A_BAG, "", "there is no file below data/", _FIRST))
    claims.problems += _strength(package, claims)
    return claims


def _declaration(package: Package, claims: Claims) -> Iterator[Diagnostic]:
    name = "bagit.txt"
    if name not in package.sizes:
        yield finding(package, codes.NOT_A_BAG, name, "there is no bagit.txt, which makes a folder a bag", _FIRST)
        return
    try:
        found = tags.declaration(read_all(package, name, 1 << 16))
    except FAULTS as error:
        yield finding(package, codes.NOT_A_BAG, name, f"bagit.txt cannot be read ({cause(error)})", _FIRST)
        return
    if found is None:
        message = "bagit.txt is not the two lines that BagIt wants: BagIt-Version and Tag-File-Character-Encoding"
        yield finding(package, codes.NOT_A_BAG, name, message, _FIRST)
        return
    claims.declaration = found
    if found.version != (1, 0):
        message = "the package is by version {}.{} of BagIt, not 1.0".format(*found.version)
        yield finding(package, codes.OTHER_VERSION, name, message, "make it again where a repository asks for 1.0")


def _manifest(package: Package, claims: Claims, file: str, algorithm: str, *, of_tags: bool) -> Iterator[Diagnostic]:
    if algorithm not in manifests.LENGTHS:
        message = f"{file} has checksums by an algorithm that is not known"
        yield finding(package, codes.WEAK_CHECKSUM, file, message, f"known are {', '.join(manifests.LENGTHS)}")
        return
    try:
        content = codecs.decode(read_all(package, file, _MOST), claims.declaration.encoding)
    except FAULTS as error:
        message = f"{file} cannot be read ({cause(error)})"
        yield finding(package, codes.BAD_MANIFEST, file, message, "get a sound copy of it")
        return
    (claims.tag_manifests if of_tags else claims.payload_manifests).append(file)
    yield from _lines(package, claims, file, algorithm, content, of_tags=of_tags)


def _lines(
    package: Package, claims: Claims, file: str, algorithm: str, content: str, *, of_tags: bool
) -> Iterator[Diagnostic]:
    """Note what a manifest claims; yield what is wrong with its lines, the first of them one by one."""
    seen: set[str] = set()
    faults = 0
    for line in manifests.lines(content, claims.declaration.version):
        problem = _problem(line, algorithm, seen, of_tags=of_tags)
        reason = "" if problem else why_outside(line.path)
        if not problem and not reason and len(seen) < MAX_FILES:
            seen.add(line.path)
            claims.listed.setdefault(line.path, []).append(Claim(file, line.number, algorithm, line.checksum))
            continue
        faults += 1
        if faults > _SHOWN:
            continue
        if reason:
            yield unsafe(package, file, f"lists “{line.path}”, which {reason}")
        else:
            told = problem or f"more than {MAX_FILES} files are listed, and this one is not looked at"
            yield finding(package, codes.BAD_MANIFEST, file, told, "get a sound copy of it", line=line.number)
    if faults > _SHOWN:
        message = f"{faults - _SHOWN} more lines are wrong"
        yield finding(package, codes.BAD_MANIFEST, file, message, "get a sound copy of it")


def _problem(line: manifests.Line, algorithm: str, seen: set[str], *, of_tags: bool) -> str:
    if not line.path:
        return "the line is not a checksum and a path"
    if len(line.checksum) != manifests.LENGTHS[algorithm]:
        return f"the checksum of “{line.path}” has {len(line.checksum)} digits; by {algorithm} it must have " + str(
            manifests.LENGTHS[algorithm]
        )
    if line.path in seen:
        return f"“{line.path}” is listed twice"
    if not of_tags and not is_payload(line.path):
        return f"“{line.path}” is not below data/, and does not belong into this manifest"
    return ""


def _strength(package: Package, claims: Claims) -> Iterator[Diagnostic]:
    algorithms = {claim.algorithm for file, found in claims.listed.items() if is_payload(file) for claim in found}
    if algorithms and algorithms <= {"md5", "sha1"}:
        message = f"the files have checksums by {' and '.join(sorted(algorithms))} alone"
        yield finding(package, codes.WEAK_CHECKSUM, "", message, "make the package again, with SHA-256 or SHA-512")
