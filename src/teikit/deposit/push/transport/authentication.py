"""The token, and where it may go."""

from __future__ import annotations

import ipaddress
import os

from teikit.deposit.push.codes import NO_TOKEN, UNSAFE_ADDRESS
from teikit.deposit.push.transport.addresses import split
from teikit.deposit.push.transport.answers import PushError

VARIABLE = "TEIKIT_DEPOSIT_TOKEN"
"""The environment variable with the token."""
SERVICE = "teikit-deposit"
"""The service under which the keyring keeps tokens; the user's name there is the host."""


def token_for(server: str) -> str:
    """Return the token for a server's address: from the environment, else from the keyring.

    Raises `PushError` where there is none, or it is not one; the message never shows any of it.
    """
    host = split(server).hostname or ""
    token = (os.environ.get(VARIABLE) or _kept(host) or "").strip()
    if not token:
        hint = f"set {VARIABLE}, or keep the token in the keyring (service “{SERVICE}”, user name “{host}”)"
        raise PushError.of(NO_TOKEN, server, "there is no token for this server", hint)
    if not all("!" <= character <= "~" for character in token):
        hint = "copy the token again, without quotation marks or line ends"
        raise PushError.of(NO_TOKEN, server, "the token holds characters that no token has", hint)
    return token


def _kept(host: str) -> str | None:
    try:
        import keyring
    except ImportError:
        return None
    try:
        kept: str | None = keyring.get_password(SERVICE, host)
    except Exception:
        # A keyring without a service behind it, or one that stays locked, is like none; its errors are of many kinds.
        return None
    return kept


def refuse_unsafe(address: str, *, insecure: bool) -> None:
    """Raise `PushError` where a token must not be sent to an address: http, unless it leads to this machine."""
    parts = split(address)
    if parts.scheme == "https" or (parts.scheme == "http" and (insecure or is_local(parts.hostname or ""))):
        return
    hint = "give the address with https://; --insecure allows http, for a test server in your own network"
    raise PushError.of(UNSAFE_ADDRESS, address, "the token would be sent unencrypted", hint)


def is_local(host: str) -> bool:
    """Return whether a host is this machine: `localhost`, or a loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
