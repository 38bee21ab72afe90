"""The codes of what a target asks and an edition lacks: DEP040 to DEP069.

Their severity here is that of a requirement which a deposit must meet; where a target only recommends it, the
diagnostic is a warning.
"""

from teikit.deposit.targets.codes import description, documents, files
from teikit.diagnostics import Code

CODES: tuple[Code, ...] = tuple(sorted((*documents.CODES, *files.CODES, *description.CODES), key=lambda code: code.id))
"""All codes of the targets, by id."""
