"""How the findings of a verification are worded alike."""

from __future__ import annotations

from teikit.deposit.bagit import codes
from teikit.deposit.bagit.reading import Package
from teikit.diagnostics import Code, Diagnostic, Location, Related


def finding(
    package: Package,
    code: Code,
    file: str,
    message: str,
    hint: str,
    *,
    line: int = 1,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Return a diagnostic about a file of a package, or about the package itself where the name is empty."""
    return Diagnostic.of(code, place(package, file, line), message, hint=hint, related=related)


def place(package: Package, file: str, line: int = 1) -> Location:
    """Return where something stands in a package."""
    return Location(f"{package.path}/{file}" if file else package.path, line)


def unsafe(package: Package, file: str, reason: str) -> Diagnostic:
    """Return the diagnostic about something that could do harm."""
    message = f"“{file}” {reason}" if file else reason
    return finding(package, codes.UNSAFE_PACKAGE, file, message, "do not unpack it; ask its maker for a sound one")


def cause(error: Exception) -> str:
    """Return why a file of a package cannot be read."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
