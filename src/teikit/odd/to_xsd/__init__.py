"""From a resolved schema to W3C XML Schema (XSD 1.0, or 1.1 where assertions are needed).

`grammar` takes the RELAX NG that the ODD means, in RELAX NG's simple form, with the classes and datatypes that gave
parts of it their names. For each element, `attributes` and `content` part what XSD keeps apart. `content/automaton`
makes a minimal deterministic automaton of a content model, and `content/expression` an expression in which each child
is attributed to one particle without looking ahead, as XSD demands (Unique Particle Attribution); where there is none,
`assertions` says it in XPath. `simple` makes simple types, `components` the rest, and `schema` the files: one for each
namespace.

Never narrower than the grammar; where it is wider, a diagnostic tells the place.
"""

from teikit.odd.to_xsd.schema import Xsd, to_xsd

__all__ = ["Xsd", "to_xsd"]
