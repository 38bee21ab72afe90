"""BagIt 1.0 (RFC 8493): packages whose every byte is accounted for.

A bag is a folder: the payload below `data/`, and beside it tag files, among them a manifest for each algorithm of
checksums. `writing` makes one in a single pass, and keeps no file in memory: what comes in is written, counted and
hashed at once. It writes through a sink (`sinks`: a folder, a zip file) under a temporary name that is changed only
when all is written (`placing`), so that half a package never looks whole. The same input gives the same bytes: `moment`
has the only date.

`reading` opens a folder or a zip file that may come from anybody, and `manifests` and `tags` read what stands in it;
the older version 0.97 is read too. Whether a bag is whole is for `deposit.verifying` to say.
"""
