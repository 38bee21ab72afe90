"""A push: an edition becomes a record of an InvenioRDM, with its DOI inside.

`steps.push` is the way in. It runs draft, DOI, package, metadata, files and publication in this order: each step first
looks at what the server has, then does what is missing, and then writes that into the `state` file. So a step can be
repeated, in the same run or by the next one of the command, and a push that is cut anywhere goes on; `lock` keeps a
second one out. `records` has the steps that change the record and `uploading` those with its files; `inscribing/`
writes the DOI and the version into the documents; `parcel` has what is sent, package and metadata; `transport/` talks
to the server and holds the token.

All faults are diagnostics with the codes DEP070 to DEP089, whose place is an address of the server or a file; those
that end the push are raised as `PushError`.
"""
