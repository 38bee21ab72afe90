"""A push: an edition becomes a record of an InvenioRDM, with its DOI inside.

`steps` runs draft, DOI, package, metadata, files and publication in this order. Each step first looks at what the
server has, then does what is missing, and then writes that into the `state` file: so a step can be repeated, by
`retrying` in the same run or by the next run of the command, and a push that is cut anywhere goes on. `records` has the
steps that change the record and `uploading` those with its files; `inscription` writes the DOI and the version into the
documents; `parcel` has what is sent: the package and the metadata. `client` makes one request, and `answers` says what
is wrong with what came back.

The token is in `authentication` and in one header of `client`, nowhere else. All faults are diagnostics with the codes
DEP070 to DEP089, whose place is an address of the server or a file; those that end the push are raised as `PushError`.
"""

from teikit.deposit.push.answers import PushError
from teikit.deposit.push.codes import CODES
from teikit.deposit.push.steps import Pushed, Wishes, preview, push

__all__ = ["CODES", "PushError", "Pushed", "Wishes", "preview", "push"]
