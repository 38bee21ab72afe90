"""What is wrong with a language tag, by BCP 47 (RFC 5646, §2.1 and §2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.checks import subtags

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?P<extended>(?:-[a-z]{3}){0,3})|[a-z]{4,8})"
    r"(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.ASCII,
)
_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+", re.ASCII)
_PRIVATE_LANGUAGE = re.compile(r"q[a-t][a-z]")
_PRIVATE_SCRIPT = re.compile(r"qa[ab][a-x]")
_PRIVATE_REGION = re.compile(r"aa|q[m-z]|x[a-z]|zz")


def fault_of(tag: str) -> tuple[str, str] | None:
    """Return what is wrong with a language tag, and the way out; None where nothing is."""
    folded = tag.casefold()
    if _PRIVATE.fullmatch(folded) or folded in subtags.GRANDFATHERED.split():
        return None
    match = _TAG.fullmatch(folded)
    if match is None:
        mended = tag.replace("_", "-")
        is_mended = mended != tag and fault_of(mended) is None
        hint = f'write "{mended}"' if is_mended else 'a tag is such as "en" or "zh-Hant"'
        return "is no language tag", hint
    language = match["language"].partition("-")[0]
    if language not in subtags.languages() and not _PRIVATE_LANGUAGE.fullmatch(language):
        return _unknown_language(tag, language)
    return next(_unknown_parts(match), None)


def _unknown_language(tag: str, language: str) -> tuple[str, str]:
    short = subtags.shorter(language) or _LIKELY.get(language)
    hint = f'write "{short}{tag[len(language) :]}"' if short else "look the language up in the registry of BCP 47"
    return f'has the language "{language}", which is not registered', hint


def _unknown_parts(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    script, region = match["script"], match["region"]
    for extended in (match["extended"] or "").split("-")[1:]:
        if extended not in subtags.languages():
            yield f'has "{extended}" after the language, which is not registered', "leave it out"
    if script and script not in subtags.scripts() and not _PRIVATE_SCRIPT.fullmatch(script):
        hint = "scripts are such as Latn, Cyrl, Arab, Hant; private subtags begin with x-"
        yield f'has the script "{script}", which is not registered', hint
    if region and region not in subtags.regions() and not _PRIVATE_REGION.fullmatch(region):
        hint = 'regions are countries such as "GB"; private subtags begin with x-'
        yield f'has the region "{region}", which is not registered', hint
    for variant in match["variants"].split("-")[1:]:
        if variant not in subtags.VARIANTS.split():
            hint = f'write it as a private subtag, such as "x-{variant}"'
            yield f'has the variant "{variant}", which is not registered', hint


_LIKELY = {"cn": "zh", "jp": "ja", "gr": "el", "cz": "cs", "ua": "uk", "dk": "da", "iw": "he", "sp": "es"}
"""Codes of countries that people write for languages."""
