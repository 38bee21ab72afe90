"""Addresses that the user or the server gives, and that may be none."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

from teikit.deposit.push.transport.answers import unexpected


def split(address: str) -> SplitResult:
    """Return the parts of an address. Raises `PushError`, which shows none of it, where it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        # What stands where the port is expected may be a password.
        scheme = address.partition("://")[0][:10]
        raise unexpected(f"{scheme}://…", "the address has a host or a port that is none") from None
    return parts


def joined(address: str, other: str) -> str:
    """Return where an address leads that is given at another. Raises `PushError` where that is none."""
    split(other)
    return urljoin(address, other)
