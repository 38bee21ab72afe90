"""Functions that stand in the place of `doc`, `document` and `doc-available`.

They find documents in a parameter and nowhere else; what is not there they ask for, by an error that names it.
"""

from __future__ import annotations

from teikit.schematron.program import NEEDED, OWN
from teikit.schematron.xpath import rename_functions

_READING = {"doc": "__:doc({}, ", "document": "__:document({}, ", "doc-available": "__:has-doc({}, "}
PREFIXES = ' xmlns:_map="http://www.w3.org/2005/xpath-functions/map"'
_ASKED = f"if (not(_map:contains($__:files, $uri))) then error(QName('{OWN}', 'needs'), '{NEEDED}' || $uri) else"
_REFUSED = "error(QName('http://www.w3.org/2005/xqt-errors', 'FODC0002'), 'the document is not read: ' || $uri)"
_EMPTY = "if (empty($uri)) then"


def _function(name: str, parameters: str, body: str) -> str:
    declared = "".join(f'<_:param name="{each}"/>' for each in parameters.split())
    return f'<_:function name="__:{name}">{declared}{body}</_:function>\n'


def _result(expression: str) -> str:
    return f'<_:sequence select="{expression}"/>'


_URI = '<_:variable name="uri" select="if (empty($href)) then () else __:uri($base, $href)"/>'
_BASE = "if ($href instance of node() and base-uri($href)) then base-uri($href) else $base"
FUNCTIONS = "".join(
    (
        '<_:param name="__:files" as="map(*)" select="map{}"/>\n',
        _function("uri", "base href", _result(f"tokenize(string(resolve-uri(string($href), {_BASE})), '#')[1]")),
        _function(
            "doc",
            "base href",
            _URI
            + _result(f"{_EMPTY} () else {_ASKED} if (empty($__:files($uri))) then {_REFUSED} else $__:files($uri)"),
        ),
        _function("document", "base href", _result("(for $one in $href return __:doc($base, $one))/.")),
        _function(
            "document",
            "base href node",
            _result("(for $one in $href return __:doc((base-uri($node), $base)[1], string($one)))/."),
        ),
        _function("has-doc", "base href", _URI + _result(f"{_EMPTY} false() else {_ASKED} exists($__:files($uri))")),
    )
)
"""Declarations in XSLT, with the prefixes of `PREFIXES`, `_` for XSLT and `__` for `OWN`."""


def rename_reading(expression: str, base: str) -> str:
    """Return an expression in which the functions here are called; `base` is the URI of the file it stands in."""
    if "doc" not in expression:
        return expression
    written = "'" + base.replace("'", "''") + "'"
    return rename_functions(expression, {name: call.format(written) for name, call in _READING.items()})
