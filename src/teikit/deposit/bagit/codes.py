"""The codes of packages: what is wrong with a bag."""

from teikit.diagnostics import Code, Page, Severity

_BAGIT = "RFC 8493, The BagIt File Packaging Format (V1.0)"
_CRATE = "RO-Crate Metadata Specification 1.1"


def _code(
    number: int, name: str, summary: str, reference: str, finds: str, why: str, see: str, *, warning: bool = False
) -> Code:
    severity = Severity.WARNING if warning else Severity.ERROR
    return Code(f"DEP{number:03}", name, severity, summary, reference, Page(finds, why, "", "", see))


NOT_A_BAG = _code(
    28,
    "not-a-bag",
    "a package that is no BagIt bag",
    f"{_BAGIT}, §2.1",
    "a folder or zip file without a `bagit.txt` as the standard wants it, or without a `data` folder or a manifest.",
    "Without them nobody can say what ought to be in the package, so nothing in it can be trusted.",
    "DEP030",
)
DAMAGED_FILE = _code(
    29,
    "damaged-file",
    "a file that is not what it was when the package was made",
    f"{_BAGIT}, §2.4",
    "a file whose checksum is another than its manifest says, or that cannot be read.",
    "One changed bit may be a letter of a name or a digit of a date. Such a file is to be replaced by a sound copy.",
    "DEP032",
)
FILE_NOT_THERE = _code(
    30,
    "file-not-there",
    "a file that the package ought to hold",
    f"{_BAGIT}, §3",
    "a file that a manifest lists and that is not in the package.",
    "A package is complete if every file that a manifest lists is there.",
    "DEP031",
)
FILE_NOT_LISTED = _code(
    31,
    "file-not-listed",
    "a file that the package ought not to hold",
    f"{_BAGIT}, §3",
    "a file of the payload that a manifest does not list, or a tag file that no manifest of tag files lists.",
    "Nobody vouches for it: it was added after the package was made, or its line was taken out of the manifest.",
    "DEP030",
)
BAD_MANIFEST = _code(
    32,
    "bad-manifest",
    "a manifest that cannot be read as one",
    f"{_BAGIT}, §2.1.3",
    "a line that is not a checksum and a path, a checksum of a wrong length, a path that stands twice or leads out of "
    "the package, or a manifest that cannot be read.",
    "What a manifest says wrongly, or does not say, cannot be verified.",
    "DEP029",
)
WRONG_OXUM = _code(
    33,
    "wrong-payload-oxum",
    "more or less payload than the package says",
    f"{_BAGIT}, §2.2.2",
    "a `Payload-Oxum` in `bag-info.txt` that is not the number of bytes and the number of files below `data/`.",
    "It shows at a glance whether all has arrived, before a single checksum is computed.",
    "DEP030, DEP031",
)
BAD_INFO = _code(
    34,
    "bad-bag-info",
    "a package that says too little of itself",
    f"{_BAGIT}, §2.2.2",
    "a `bag-info.txt` that is not there, has a line that is no tag, or lacks `Bagging-Date`, `Payload-Oxum` or "
    "`External-Description`.",
    "Whoever finds the package later wants to know what it is and when it was made, without opening its files.",
    "DEP033",
    warning=True,
)
OTHER_VERSION = _code(
    35,
    "other-bagit-version",
    "a package by another version of BagIt than 1.0",
    f"{_BAGIT}, §2.1.1",
    "a version other than 1.0 in `bagit.txt`.",
    "It is read, by the rules of its version where they are known; repositories of today ask for 1.0.",
    "DEP028",
    warning=True,
)
NO_CRATE = _code(
    36,
    "no-crate",
    "a package without a usable ro-crate-metadata.json",
    f"{_CRATE}, §“RO-Crate Structure”",
    "a payload without `ro-crate-metadata.json`, or with one that is not JSON, not RO-Crate 1 or has no root dataset.",
    "Programs read there what the package holds, who made it and under which licence it may be used.",
    "DEP037",
    warning=True,
)
CRATE_AND_PAYLOAD = _code(
    37,
    "crate-and-payload-differ",
    "ro-crate-metadata.json and the files do not agree",
    f"{_CRATE}, §“Data Entities”",
    "a file that `ro-crate-metadata.json` describes and that is not in the payload, or is of another size, or a file "
    "of the payload that it does not describe.",
    "What is described must be there, or else readers of the description look for it in vain.",
    "DEP036",
)
UNSAFE_PACKAGE = _code(
    38,
    "unsafe-package",
    "something in a package that could do harm",
    f"{_BAGIT}, §5",
    "a link, a device, a name with `..`, a drive or control characters, an entry that stands twice, or contents that "
    "expand to far more than the file holds.",
    "Whoever unpacks such a package may overwrite files elsewhere, or fill the disk. teikit unpacks nothing.",
    "DEP028",
)
WEAK_CHECKSUM = _code(
    39,
    "weak-checksum",
    "no checksum that protects from intent",
    f"{_BAGIT}, §2.4",
    "a package whose files only have checksums by MD5 or SHA-1, or by an algorithm that teikit does not know.",
    "They show an accident, but a file with the same MD5 can be made on purpose. SHA-256 and SHA-512 are in use today.",
    "DEP029",
    warning=True,
)

CODES = (
    NOT_A_BAG,
    DAMAGED_FILE,
    FILE_NOT_THERE,
    FILE_NOT_LISTED,
    BAD_MANIFEST,
    WRONG_OXUM,
    BAD_INFO,
    OTHER_VERSION,
    NO_CRATE,
    CRATE_AND_PAYLOAD,
    UNSAFE_PACKAGE,
    WEAK_CHECKSUM,
)
"""All codes about packages, by id."""
