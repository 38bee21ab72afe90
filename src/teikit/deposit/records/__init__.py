"""Records of an edition in the formats that repositories and search engines read, made from one `Metadata`.

Each module has pure functions, and the same input gives the same text for ever:

- `datacite.to_dict(metadata)`, `.to_json(metadata)`, `.to_xml(metadata)`: DataCite Metadata Schema, kernel 4;
- `dublin_core.to_xml(metadata)`: the fifteen elements, as `oai_dc`;
- `citation_cff.to_yaml(metadata)`: Citation File Format 1.2.0;
- `codemeta.to_dict(metadata)`, `.to_json(metadata)`: CodeMeta 3.0;
- `invenio.to_dict(metadata)`: the `metadata` of an InvenioRDM record;
- `crate.to_dict(metadata, items)`, `.to_json(metadata, items)`: RO-Crate 1.1, `ro-crate-metadata.json`.

What a format demands and the headers lack is left out, or given in the way that the format's own documentation allows
for unknown values; that it is lacking, the diagnostics of `metadata_of` say.
"""
