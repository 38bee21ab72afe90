"""The offline store: schemas by their addresses, in a plain folder.

`index.json` says which file stands for which URL, with its SHA-256 checksum and what it includes; the files lie
below `files/` as on their servers, so that relative references between them hold. `addresses` says when two
addresses mean the same, `index` reads and writes (one writer at a time, each file whole or not at all), `gathering`
follows what a schema includes, `fetching` is the only part of teikit that touches the network, and `exchange` copies a
store for others. A lookup needs `index` alone.
"""

from teikit.resolve.store.addresses import canonical
from teikit.resolve.store.index import Entry, Item, Store

__all__ = ["Entry", "Item", "Store", "canonical"]
