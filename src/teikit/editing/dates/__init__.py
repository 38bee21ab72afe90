"""Dates that are half said: `fill` adds the other half, a Gregorian value or a custom one, and lists what is in doubt.

`counterparts` reads the attributes of an element (a custom value without its Gregorian day, or the other way round),
`texts` the words of a date without attributes, `values` says what a value is in another calendar. Each decides for one
element: `Added` attributes, a `Doubt` for a person to settle, or nothing. `filling` does a file, `many` many.
"""

from teikit.editing.dates.filling import Filled, Listed, fill
from teikit.editing.dates.many import Outcome, fill_files
from teikit.editing.dates.wishes import Wishes

__all__ = ["Filled", "Listed", "Outcome", "Wishes", "fill", "fill_files"]
