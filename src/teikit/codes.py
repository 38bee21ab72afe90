"""Every code there is, gathered from the layers that yield them.

`teikit explain`, the documentation and the outputs for other tools are made from this list; it is explicit, so that a
newcomer finds the layers here.
"""

from teikit.checks import CODES as CHECKS
from teikit.deposit.bagit.codes import CODES as BAGS
from teikit.deposit.contents.codes import CODES as CONTENTS
from teikit.deposit.metadata.codes import CODES as METADATA
from teikit.deposit.push.codes import CODES as PUSHES
from teikit.deposit.targets.codes import CODES as TARGETS
from teikit.diagnostics import Code
from teikit.odd.codes import CODES as ODD
from teikit.resolve.codes import CODES as CATALOGS
from teikit.rng.codes import CODES as RNG
from teikit.rng.schema_codes import CODES as RNS
from teikit.saxon.codes import CODES as SAXON
from teikit.schematron.codes import CODES as SCHEMATRON
from teikit.xml.codes import CODES as XML
from teikit.xsd.codes import CODES as XSD

ALL: tuple[Code, ...] = (
    *XML,
    *CATALOGS,
    *RNG,
    *RNS,
    *XSD,
    *SCHEMATRON,
    *ODD,
    *CHECKS,
    *SAXON,
    *METADATA,
    *CONTENTS,
    *BAGS,
    *TARGETS,
    *PUSHES,
)
BY_ID: dict[str, Code] = {code.id: code for code in ALL}
BY_NAME: dict[str, Code] = {code.name: code for code in ALL}
