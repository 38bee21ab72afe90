"""Deposit: a package that a repository takes without a letter back.

`metadata/` reads what the teiHeaders say of an edition and merges several headers into one `Metadata`, completed by
`[deposit]` in `teikit.toml`. `records/` writes that value down in the formats that repositories read: DataCite, Dublin
Core, CITATION.cff, codemeta, InvenioRDM and RO-Crate. `contents` says which files go in, `bagit/` and `packaging` write
them as one BagIt bag, `verifying` reads a bag again, `targets/` holds what each repository asks for, and `push/` sends
a package to an InvenioRDM.

What is wrong with an edition is a diagnostic with a `DEP` code: 001–019 metadata, 020–039 contents and bag, 040–069
what a target asks, 070–089 the push. `metadata_of` in `metadata/` is where everything begins.
"""
