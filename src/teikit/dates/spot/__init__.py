"""Dates in running text: `spot` finds them, `read` reads a text that is one date.

A text becomes tokens by a language's `vocabulary`, each with a letter for what it may be in a date (`tokens`);
`forms` are patterns on these letters, the same for all languages; a reader for each form (`days`, `years`,
`relative`) says what it means, or refuses it for the words around. Only the surroundings of telling words (months,
years, weekdays) are read at all: the rest of a text costs one look at each word. Days are counted by
`teikit.dates.calendars`; a day that cannot be (31 November) is found, with the reason why not, for an editor wants to
know.
"""

from teikit.dates.spot.scanning import read, spot
from teikit.dates.spot.span import Span

__all__ = ["Span", "read", "spot"]
