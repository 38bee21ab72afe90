"""Why a text is no value of a datatype, in words that end the sentence "The value … must"."""

from __future__ import annotations

from teikit.rng.datatypes.library import Datatype
from teikit.rng.datatypes.types import TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from teikit.rng.datatypes.library import Context

# By the name of the lexical space.
FORMS = {
    "boolean": 'be "true", "false", "1" or "0"',
    "decimal": "be a number in digits, such as 12.5",
    "integer": "be a whole number",
    "nonNegativeInteger": "be a whole number, 0 or more",
    "positiveInteger": "be a whole number, 1 or more",
    "nonPositiveInteger": "be a whole number, 0 or less",
    "negativeInteger": "be a whole number, -1 or less",
    "double": "be a number such as 1.5 or 1.5E3, or INF, -INF or NaN",
    "duration": "be a duration such as P1Y2M3D or PT4H5M",
    "dateTime": "be a date that the calendar has and a time, of the form YYYY-MM-DDThh:mm:ss",
    "time": "be a time of the form hh:mm:ss",
    "date": "be a date that the calendar has, of the form YYYY-MM-DD",
    "gYearMonth": "be a year and a month, of the form YYYY-MM",
    "gYear": "be a year of four digits or more, 0000 excepted",
    "gMonthDay": "be a month and a day, of the form --MM-DD",
    "gDay": "be a day of the month, of the form ---DD",
    "gMonth": "be a month, of the form --MM",
    "hexBinary": "be an even number of hexadecimal digits",
    "base64Binary": "be in base 64",
    "anyURI": "be a URI reference",
    "language": "be a language tag such as de or grc-Latn",
    "Name": "be an XML name",
    "NCName": "be an XML name without a colon: it begins with a letter or an underscore and has no spaces",
    "QName": "be an XML name whose prefix, if it has one, is declared",
    "NMTOKEN": "be one word of letters, digits and . - _ :",
    "NMTOKENS": "be words of letters, digits and . - _ :",
    "NCNames": "be XML names without a colon, with spaces between them",
}
FACETS = {
    "length": "have a length of exactly {}",
    "minLength": "have a length of at least {}",
    "maxLength": "have a length of at most {}",
    "pattern": 'match the pattern "{}"',
    "totalDigits": "have at most {} digits",
    "fractionDigits": "have at most {} digits after the point",
    "minInclusive": "not be less than {}",
    "maxInclusive": "not be greater than {}",
    "minExclusive": "be greater than {}",
    "maxExclusive": "be less than {}",
}


def reason(datatype: Datatype, text: str, context: Context) -> str:
    """Return what a text that a datatype does not allow must be or do; '' if it is allowed after all."""
    library, name, parameters, names = datatype.description
    if not Datatype(library, name, (), names).allows(text, context):
        return _of_type(name, text)
    for facet, limit in parameters:
        if not Datatype(library, name, ((facet, limit),), names).allows(text, context):
            return FACETS[facet].format(limit)
    return ""


def _of_type(name: str, text: str) -> str:
    built_in = TYPES[name]
    if not text.strip(" \t\n\r"):
        return "not be empty"
    if built_in.facets and text.strip(" \t\n\r+-").isdigit():
        return " and ".join(FACETS[facet].format(limit) for facet, limit in built_in.facets)
    if built_in.declared == "ENTITY":
        return "name an unparsed entity that the document type declares"
    return FORMS[built_in.lexical]
