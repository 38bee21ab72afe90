"""What texts of the types look like, each as one regular expression (XML Schema Datatypes, §3), white space collapsed.

Where the standard leaves room or its editions differ, Jing decides: no year 0000, no 24:00:00, a leap second (60)
anywhere, offsets from -13:00 to +14:00, and a decimal point needs digits on one side only.
"""

from __future__ import annotations

_YEAR = "-?([1-9][0-9]{3,8}|0([1-9][0-9]{2}|0([1-9][0-9]|0[1-9])))"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
# 29 February is for the calendar to decide.
_MONTH_DAY = f"((0[13578]|1[02])-{_DAY}|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]*)?"
_ZONE = "(Z|\\+((0[0-9]|1[0-3]):[0-5][0-9]|14:00)|-((0[0-9]|1[0-2]):[0-5][0-9]|13:00))?"

_QUANTUM = "[A-Za-z0-9+/] ?"
_LAST_16 = "[AEIMQUYcgkosw048] ?"
_LAST_64 = "[AQgw] ?"

_NC_NAME = "[\\i-[:]][\\c-[:]]*"

# RFC 2396 and 2732 as Java reads them once all has been escaped that must be: hence nearly any character. What follows
# a "%", and what is an address, `uris` checks.
_PATH = "[^#\\[\\]?]*"
_QUERY = "(\\?[^#]*)?"
_AUTHORITY = "([^#\\[\\]/?]+|([^#\\[\\]/?@]*@)?\\[[0-9A-Fa-f:.]+(%[A-Za-z0-9_.]+)?\\](:[0-9]*)?)"
_SCHEME = "[A-Za-z][A-Za-z0-9+\\-.]*:"
# An authority may be left out only before something else.
_NET = f"//({_AUTHORITY}(/{_PATH})?{_QUERY}|/{_PATH}{_QUERY}|\\?[^#]*)"
_HIERARCHY = f"({_NET}|/([^#\\[\\]?/]{_PATH})?{_QUERY})"
_OPAQUE = "[^#/][^#]*"
_RELATIVE = f"([^#\\[\\]/?:]+(/{_PATH})?)?{_QUERY}"

LEXICAL = {
    "boolean": "true|false|1|0",
    "decimal": "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)",
    "integer": "[+\\-]?[0-9]+",
    "nonNegativeInteger": "\\+?[0-9]+|-0+",
    "positiveInteger": "\\+?0*[1-9][0-9]*",
    "nonPositiveInteger": "-[0-9]+|\\+?0+",
    "negativeInteger": "-0*[1-9][0-9]*",
    "double": "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([Ee][+\\-]?[0-9]+)?|-?INF|NaN",
    "duration": ("-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]*)?S|\\.[0-9]+S)?)?"),
    "dateTime": f"{_YEAR}-{_MONTH_DAY}T{_TIME}{_ZONE}",
    "time": f"{_TIME}{_ZONE}",
    "date": f"{_YEAR}-{_MONTH_DAY}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gYear": f"{_YEAR}{_ZONE}",
    "gMonthDay": f"--{_MONTH_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "hexBinary": "([0-9A-Fa-f]{2})*",
    "base64Binary": f"(({_QUANTUM}){{4}})*(({_QUANTUM}){{2}}{_LAST_16}=|{_QUANTUM}{_LAST_64}= ?=)?",
    "anyURI": f"((({_SCHEME})?{_HIERARCHY}|{_SCHEME}{_OPAQUE}|{_RELATIVE})(#[^#]*)?|({_SCHEME})?//#[^#]*)",
    "language": "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*",
    "Name": "\\i\\c*",
    "NCName": _NC_NAME,
    "QName": f"({_NC_NAME}:)?{_NC_NAME}",
    "NMTOKEN": "\\c+",
    "NMTOKENS": "\\c+( \\c+)*",
    "NCNames": f"{_NC_NAME}( {_NC_NAME})*",
}
"""What a type's text may look like; `NCNames` is for the lists of ID references and entities."""
