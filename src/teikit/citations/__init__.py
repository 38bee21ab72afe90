"""Citations: what documents cite, as lists in two orders and as CSL-JSON.

`collect` runs the stylesheet `to-citations.xsl` on documents (`reading`): it yields every `bibl` and `biblStruct` in
document order, each as a CSL item, with *Ibid.* resolved. `items` finds out which of them are the same work, across
documents: those that point to one entry of a bibliography, else those with the same fields. The result, a
`Bibliography`, holds both lists: the citations in their order and the works in alphabetical order (`order`).

`style/` words a work, in the manner of Chicago's notes and bibliography, as pieces of plain and italic text; `text`,
`page` and `csl` are the three formats. A citation in free prose whose words say more than the markup is shown in its
own words: nothing is lost.
"""

from teikit.citations.bibliography import Bibliography, Citation, Item, collect
from teikit.citations.csl import to_csl_json
from teikit.citations.page import to_html
from teikit.citations.text import to_text

FORMATS = {"text": to_text, "html": to_html, "csl-json": to_csl_json}
"""Format → the function that makes it of a `Bibliography`."""

__all__ = ["FORMATS", "Bibliography", "Citation", "Item", "collect", "to_csl_json", "to_html", "to_text"]
