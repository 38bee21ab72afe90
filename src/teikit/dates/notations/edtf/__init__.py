"""EDTF, the Extended Date/Time Format of the Library of Congress, levels 0 to 2; now part of ISO 8601-2:2019.

`parse` reads a text into `Date`, `Span` (an interval) or `Choice` (a set), `write` gives it back, and `days_of` says
which days it allows. Years are astronomical: 0000 is 1 BCE.
"""

from teikit.dates.notations.edtf.bounds import days_of
from teikit.dates.notations.edtf.model import OPEN, UNKNOWN, Choice, Date, Edtf, Part, Span
from teikit.dates.notations.edtf.parsing import parse
from teikit.dates.notations.edtf.writing import write

__all__ = ["OPEN", "UNKNOWN", "Choice", "Date", "Edtf", "Part", "Span", "days_of", "parse", "write"]
