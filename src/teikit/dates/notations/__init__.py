"""How dates are written in attributes and metadata, one grammar a notation: W3C XML Schema's, ISO 8601's, and EDTF.

All are Gregorian. W3C has no year 0000 (1 BCE is -0001); ISO and EDTF have it, and there it is 1 BCE.
"""

from teikit.dates.notations.iso import parse_iso, write_iso
from teikit.dates.notations.w3c import Recurring, is_time, parse_recurring, parse_w3c, write_w3c

__all__ = ["Recurring", "is_time", "parse_iso", "parse_recurring", "parse_w3c", "write_iso", "write_w3c"]
