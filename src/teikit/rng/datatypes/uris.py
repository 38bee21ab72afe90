"""What a regular expression says badly of a URI reference: its escapes, its IPv6 address and its port are possible."""

from __future__ import annotations

_LAST_PORT = 2**31 - 1
_HEX = frozenset("0123456789ABCDEFabcdef")


def possible(text: str) -> bool:
    """Whether a reference that looks right has no bad escapes, and no bad address in its authority's brackets."""
    if "[" in text:
        authority = _authority(text)
        before, bracket, address = authority.partition("[")
        if bracket:
            if not _is_host(address):
                return False
            # Before an address's zone, "%" is no escape.
            text = before + text[text.index(authority) + len(authority) :]
    return "%" not in text or all(len(each) > 1 and _HEX.issuperset(each[:2]) for each in text.split("%")[1:])


def _authority(text: str) -> str:
    """Return what stands between the `//` of a hierarchical reference and its path; '' where there is none."""
    front, slashes, rest = text.partition("//")
    if not slashes or front.find(":") != len(front) - 1 or any(character in front for character in "/?#"):
        return ""
    for end in "/?#":
        rest = rest.partition(end)[0]
    return rest


def _is_host(address: str) -> bool:
    """Whether what follows an opening bracket is an address and perhaps a port."""
    address, _, port = address.partition("]")
    return _is_address(address.partition("%")[0]) and len(port) <= 11 and int(port[1:] or 0) <= _LAST_PORT


def _is_address(address: str) -> bool:
    before, gap, after = address.partition("::")
    if "::" in after or after.startswith(":"):
        return False
    first, second = _groups(before, last=not gap), _groups(after, last=True)
    if first is None or second is None:
        return False
    return first + second < 8 if gap else first + second == 8


def _groups(text: str, last: bool) -> int | None:
    """Return how many groups of 16 bits a part of an address has; None where it has something else."""
    if not text:
        return 0
    *groups, end = text.split(":")
    if not all(_is_group(each) for each in groups):
        return None
    if last and "." in end:
        return len(groups) + 2 if _is_dotted(end) else None
    return len(groups) + 1 if _is_group(end) else None


def _is_group(text: str) -> bool:
    return 1 <= len(text) <= 4 and "." not in text


def _is_dotted(text: str) -> bool:
    parts = [part.lstrip("0") for part in text.split(".") if part]
    return len(parts) == 4 == text.count(".") + 1 and all(_is_octet(part) for part in parts)


def _is_octet(digits: str) -> bool:
    return len(digits) < 4 and (not digits or (digits.isdigit() and int(digits) < 256))
