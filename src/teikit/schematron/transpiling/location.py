"""How a finding says where its node is: by a path, or by a number where a path would take long to make.

To make a path, siblings are counted: for each of many findings among many siblings that would take time by the square.
So a node with many before it, or an ancestor that has, is named by its number in the order of the document (elements,
texts, comments and instructions, from 1), which an accumulator counts for all of them at once, when it is first asked.
"""

MANY = 300
"""How many siblings are counted at most."""
_FAR = f"some $each in $node/ancestor-or-self::node() satisfies exists($each/preceding-sibling::node()[{MANY}])"
_NUMBER = "$node/ancestor-or-self::*[1]/accumulator-before('__:n')"
_NAME = "'@Q{' || namespace-uri($node) || '}' || local-name($node)"
AT = f"""<_:mode use-accumulators="#all"/>
<_:variable name="__:root" select="/"/>
<_:accumulator name="__:n" initial-value="0"><_:accumulator-rule match="node()" select="$value + 1"/></_:accumulator>
<_:function name="__:at"><_:param name="node"/>
<_:choose><_:when test="not(root($node) is $__:root and ({_FAR}))"><_:sequence select="path($node)"/></_:when>
<_:when test="$node instance of attribute()"><_:sequence select="'#' || {_NUMBER} || {_NAME}"/></_:when>
<_:otherwise><_:sequence select="'#' || $node/accumulator-before('__:n')"/></_:otherwise></_:choose></_:function>
"""
"""Declarations in XSLT, with the prefixes `_` for XSLT and `__` for what is ours."""
