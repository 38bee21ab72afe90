"""Writing the DOI and the version into the documents that are deposited.

`inscription` decides what is written and where; `extents` knows where the elements of a document end.
"""
