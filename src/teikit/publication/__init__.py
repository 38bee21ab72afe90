"""Publishing: documents into pages and texts, a project into a build.

`Publisher` compiles one stylesheet (ours for a target, or the user's own) and runs it on documents, giving it what our
stylesheets ask for: the path of the document below the root, the registers, the paths of all pages. `publish` does so
for many files, in processes. `build` validates a project and writes everything that can be made of it. A document
whose transformation fails has no output file; the others go on.
"""

from teikit.publication.publisher import TARGETS, Publisher, transform
from teikit.publication.run import Job, Outcome, publish

__all__ = ["TARGETS", "Job", "Outcome", "Publisher", "publish", "transform"]
