"""OASIS XML Catalogs 1.1: which local file stands for a URI.

`entries` reads one catalog entry file to values; `lookup` searches files in their order, as §7 of the standard says:
exact entries, then rewriting, then suffixes (the longest match first), then delegates, then the next catalogs. What is
wrong with a catalog is a diagnostic, and the search goes on without the faulty entry (§8). Catalogs lead from file to
file on the disk only; circles end.
"""

from teikit.resolve.catalogs.entries import Catalog, Entry
from teikit.resolve.catalogs.lookup import Catalogs

__all__ = ["Catalog", "Catalogs", "Entry"]
