"""What an edition says of itself: read from its teiHeaders, merged, completed by `[deposit]` in `teikit.toml`.

`metadata_of` is the way in. `model` has the values, each with its place in a file; `header/` reads one teiHeader,
`merging` makes one `Metadata` of several by the rule that stands there, `settings` reads `[deposit]`. `vocabularies/`
knows identifiers, licences, languages and roles. What is missing or contradictory comes back as diagnostics with the
codes DEP001 to DEP019.
"""

from teikit.deposit.metadata.model import (
    Abstract,
    Agent,
    Change,
    Funder,
    Identifier,
    Keyword,
    Language,
    Licence,
    Metadata,
    Part,
    Period,
    Place,
    Relation,
    Role,
    Title,
)
from teikit.deposit.metadata.reading import metadata_of

__all__ = [
    "Abstract",
    "Agent",
    "Change",
    "Funder",
    "Identifier",
    "Keyword",
    "Language",
    "Licence",
    "Metadata",
    "Part",
    "Period",
    "Place",
    "Relation",
    "Role",
    "Title",
    "metadata_of",
]
