"""SPDX identifiers of licences, by their addresses and by their words."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/licen[sc]es/"
    r"(by(?:-nc)?(?:-nd|-sa)?)/([1-4]\.[05])(?:/([a-z]{2,3}))?(?:/(?:deed|legalcode)(?:\.[a-z_-]+)?)?/?",
    re.IGNORECASE,
)
_PUBLIC_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:publicdomain|licenses)/(zero|mark)/1\.0(?:/.*)?", re.IGNORECASE
)
_SPDX_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json)?/?")

# Versions adapted to one country that SPDX lists.
_PORTS = {
    **{"CC-BY-2.5": "AU", "CC-BY-3.0": "AT AU DE IGO NL US", "CC-BY-NC-3.0": "DE", "CC-BY-NC-ND-3.0": "DE IGO"},
    **{"CC-BY-NC-SA-2.0": "DE FR UK", "CC-BY-NC-SA-3.0": "DE IGO", "CC-BY-ND-3.0": "DE"},
    **{"CC-BY-SA-2.0": "UK", "CC-BY-SA-2.1": "JP", "CC-BY-SA-3.0": "AT DE IGO"},
}
_KINDS = {
    **{"by": "Attribution", "by-sa": "Attribution Share Alike", "by-nd": "Attribution No Derivatives"},
    **{"by-nc": "Attribution Non Commercial", "by-nc-sa": "Attribution Non Commercial Share Alike"},
    "by-nc-nd": "Attribution Non Commercial No Derivatives",
}
_VERSIONS = {"1.0": "Generic", "2.0": "Generic", "2.5": "Generic", "3.0": "Unported", "4.0": "International"}

# Identifier → name and address of licences that are not of the Creative Commons series.
_OTHERS = {
    "CC0-1.0": ("Creative Commons Zero v1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-PDM-1.0": (
        "Creative Commons Public Domain Mark 1.0 Universal",
        "https://creativecommons.org/publicdomain/mark/1.0/",
    ),
    "ODC-By-1.0": ("Open Data Commons Attribution License v1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("Open Data Commons Open Database License v1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "PDDL-1.0": (
        "Open Data Commons Public Domain Dedication & License 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
    "MIT": ("MIT License", "https://opensource.org/license/mit"),
    "BSD-2-Clause": ('BSD 2-Clause "Simplified" License', "https://opensource.org/license/bsd-2-clause"),
    "BSD-3-Clause": ('BSD 3-Clause "New" or "Revised" License', "https://opensource.org/license/bsd-3-clause"),
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    "GPL-2.0-only": ("GNU General Public License v2.0 only", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"),
    "GPL-3.0-only": ("GNU General Public License v3.0 only", "https://www.gnu.org/licenses/gpl-3.0.html"),
    "GPL-3.0-or-later": (
        "GNU General Public License v3.0 or later",
        "https://www.gnu.org/licenses/gpl-3.0-standalone.html",
    ),
    "LGPL-3.0-only": (
        "GNU Lesser General Public License v3.0 only",
        "https://www.gnu.org/licenses/lgpl-3.0.html",
    ),
    "AGPL-3.0-only": (
        "GNU Affero General Public License v3.0",
        "https://www.gnu.org/licenses/agpl-3.0.html",
    ),
    "GFDL-1.3-only": (
        "GNU Free Documentation License v1.3 only",
        "https://www.gnu.org/licenses/fdl-1.3.html",
    ),
    "EUPL-1.2": ("European Union Public License 1.2", "https://joinup.ec.europa.eu/licence/eupl"),
    "etalab-2.0": ("Etalab Open License 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
    "OGL-UK-3.0": (
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "DL-DE-BY-2.0": ("Data licence Germany – attribution – version 2.0", "https://www.govdata.de/dl-de/by-2-0"),
    "DL-DE-ZERO-2.0": ("Data licence Germany – zero – version 2.0", "https://www.govdata.de/dl-de/zero-2-0"),
}
_ALIASES = {
    **{"opensource.org/licenses/mit": "MIT", "opensource.org/licenses/bsd-2-clause": "BSD-2-Clause"},
    **{"opensource.org/licenses/bsd-3-clause": "BSD-3-Clause", "opensource.org/licenses/apache-2.0": "Apache-2.0"},
    **{"apache.org/licenses/license-2.0.html": "Apache-2.0", "apache.org/licenses/license-2.0.txt": "Apache-2.0"},
    **{"gnu.org/licenses/old-licenses/gpl-2.0": "GPL-2.0-only", "gnu.org/licenses/gpl-3.0": "GPL-3.0-only"},
    **{"gnu.org/licenses/gpl-3.0.en.html": "GPL-3.0-only", "gnu.org/licenses/lgpl-3.0": "LGPL-3.0-only"},
    **{"gnu.org/licenses/agpl-3.0": "AGPL-3.0-only", "gnu.org/licenses/fdl-1.3": "GFDL-1.3-only"},
    **{"opendatacommons.org/licenses/by": "ODC-By-1.0", "opendatacommons.org/licenses/odbl": "ODbL-1.0"},
    **{"opendatacommons.org/licenses/pddl": "PDDL-1.0", "opendatacommons.org/licenses/by/summary": "ODC-By-1.0"},
    "opendatacommons.org/licenses/odbl/summary": "ODbL-1.0",
}
_WORDS = re.compile(
    r"\b(?:cc|creative\s+commons)[\s-]*(by|attribution|namensnennung)"
    r"((?:[\s,/–-]*(?:nc|non-?\s?commercial|nicht[\s-]?kommerziell|nd|no\s?derivat(?:ive)?s|sa|share\s?-?alike|"
    r"weitergabe\s+unter\s+gleichen\s+bedingungen))*)"
    r"[\s,–-]*(?:licen[sc]e\s*)?(?:version\s*|v\.?\s?)?([1-4]\.[05])",
    re.IGNORECASE,
)
_CC0_WORDS = re.compile(r"\bcc[\s-]?0\b|\bcc\s+zero\b|\bcreative\s+commons\s+(?:cc0|zero)\b", re.IGNORECASE)
_LONGEST = 2000


def spdx_of(target: str) -> str:
    """Return the SPDX identifier of the licence at an address, or that the text itself is; '' where none is known."""
    target = target.strip()
    if len(target) > _LONGEST:
        return ""
    if match := _CREATIVE_COMMONS.fullmatch(target):
        return _creative_commons(*match.groups())
    if match := _PUBLIC_DOMAIN.fullmatch(target):
        return "CC0-1.0" if match.group(1).lower() == "zero" else "CC-PDM-1.0"
    match = _SPDX_ADDRESS.fullmatch(target)
    word = (match.group(1) if match else target).casefold()
    if found := _by_identifier().get(word):
        return found
    return _by_address().get(_bare(target), "")


def spdx_in(words: str) -> str:
    """Return the SPDX identifier of the licence that words name (`CC BY-SA 4.0`), '' where none is recognised."""
    words = words[:_LONGEST]
    if match := _WORDS.search(words):
        said = match.group(2).casefold()
        kind = "by"
        if re.search(r"nc|commercial|kommerziell", said):
            kind += "-nc"
        if re.search(r"nd|derivat", said) and not re.search(r"unter", said):
            kind += "-nd"
        elif re.search(r"sa|alike|gleichen", said):
            kind += "-sa"
        return _creative_commons(kind, match.group(3), None)
    return "CC0-1.0" if _CC0_WORDS.search(words) else ""


def name_of(spdx: str) -> str:
    """Return the full name of a licence by its SPDX identifier, '' where it is not known here."""
    if spdx in _OTHERS:
        return _OTHERS[spdx][0]
    kind, version, port = _parts(spdx)
    if kind not in _KINDS:
        return ""
    return f"Creative Commons {_KINDS[kind]} {version} {port or _VERSIONS.get(version, '')}".strip()


def address_of(spdx: str) -> str:
    """Return the address of a licence by its SPDX identifier, '' where it is not known here."""
    if spdx in _OTHERS:
        return _OTHERS[spdx][1]
    kind, version, port = _parts(spdx)
    if kind not in _KINDS:
        return ""
    return f"https://creativecommons.org/licenses/{kind}/{version}/{port.lower() + '/' if port else ''}"


def _creative_commons(kind: str, version: str, port: str | None) -> str:
    spdx = f"CC-{kind.upper()}-{version}"
    if not port:
        return spdx
    return f"{spdx}-{port.upper()}" if port.upper() in _PORTS.get(spdx, "").split() else ""


def _parts(spdx: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-([0-9.]+)(?:-([A-Z]+))?", spdx)
    return (match.group(1).lower(), match.group(2), match.group(3) or "") if match else ("", "", "")


def _by_identifier() -> dict[str, str]:
    series = [f"CC-{kind.upper()}-{version}" for kind in _KINDS for version in _VERSIONS]
    ports = [f"{spdx}-{port}" for spdx, found in _PORTS.items() for port in found.split()]
    return {spdx.casefold(): spdx for spdx in (*_OTHERS, *series, *ports)}


def _by_address() -> dict[str, str]:
    return {**_ALIASES, **{_bare(address): spdx for spdx, (_, address) in _OTHERS.items()}}


def _bare(address: str) -> str:
    """Return an address without what does not tell licences apart."""
    return re.sub(r"^https?://(?:www\.)?", "", address.strip().casefold()).rstrip("/")
