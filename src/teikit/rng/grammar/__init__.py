"""From the files of a schema to a compiled grammar.

`compile` is the way through: `schema_files` reads what belongs together, `teikit.rng.simplify` brings it into the
simple form (`simple`) with `name_reading`, `datatype_reading` and `definitions`; `teikit.rng.restrictions` judges it
with `overlap`, `id_soundness` as DTD compatibility asks; `rows` writes the table that a cache can keep.
"""
