"""What a role says about the severity of a finding."""

from teikit.diagnostics import Severity

_SEVERITIES = {
    Severity.WARNING: ("warn", "warning", "nonfatal", "non-fatal"),
    Severity.INFO: ("info", "information", "informational", "hint", "note"),
}
_BY_ROLE = {role: severity for severity, roles in _SEVERITIES.items() for role in roles}


def severity_of(role: str) -> Severity:
    """Return the severity that a role means, in any case of letters; an error where it means none."""
    return _BY_ROLE.get(role.strip().lower(), Severity.ERROR)
