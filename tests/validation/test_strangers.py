"""Other people's projects, which name their schemas by addresses: one `add` or one catalog, and they validate."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from teikit.resolve import Resolver
from teikit.resolve.store import Store
from teikit.resolve.store.gathering import from_disk
from teikit.validation import Options, validate_files
from teikit.validation.association import schemas_of
from teikit.xml import load

CMIF = "https://raw.githubusercontent.com/TEI-Correspondence-SIG/CMIF/master/schema/cmi-customization.rng"
STRANGERS = [
    ("suriano", "corpora/suriano/schema/suriano.rng", "https://xmlschema.huygens.knaw.nl/suriano.rng"),
    ("cmif/examples", "corpora/cmif/schema/cmi-customization.rng", CMIF),
    ("cmif/templates", "corpora/cmif/schema/cmi-customization.rng", CMIF),
    (
        "dostoevsky",
        "tei/4.12.0/tei_all.rng",
        "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
    ),
]


@pytest.mark.parametrize(("corpus", "schema", "address"), STRANGERS)
def test_one_add_and_the_verdicts_are_jings(
    shared: Path, tmp_path: Path, corpus: str, schema: str, address: str
) -> None:
    files = sorted((shared / "corpora" / corpus).rglob("*.xml"))
    assert files
    options = Options(layers=("rng",), resolver=Resolver((), tmp_path))
    before = list(validate_files([file.as_posix() for file in files], options))
    assert [[each.code.id for each in finding.diagnostics] for finding in before] == [["RNG002"]] * len(files)
    Store(tmp_path).put(from_disk(str(shared / schema), address).items)
    found = {finding.path: finding for finding in validate_files([file.as_posix() for file in files], options)}
    assert all(finding.checked for finding in found.values())
    with (shared / "verdicts.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            path = (shared / row["file"]).as_posix()
            if path in found and row["schema"] == schema:
                assert bool(found[path].diagnostics) == bool(int(row["errors_with_id_check"])), path


CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uriSuffix uriSuffix="/schemas/frus.rnc" uri="frus/schema/frus.rnc"/>
  <uriSuffix uriSuffix="/schemas/frus.sch" uri="frus/schema/frus.sch"/>
  <rewriteURI uriStartString="meta/" rewritePrefix="schnitzler-briefe/schema/"/>
  <rewriteURI uriStartString="../meta/" rewritePrefix="schnitzler-briefe/schema/"/>
</catalog>"""


@pytest.mark.parametrize(
    ("document", "rng", "schematron", "xsd"),
    [
        ("frus/frus1917-72PubDip.xml", ["frus.rnc"], ["frus.sch", "frus.rnc"], []),
        (
            "schnitzler-briefe/L00001.xml",
            [],
            ["schnitzler-briefe-schematron.sch"],
            ["schnitzler-briefe-schema.xsd"],
        ),
    ],
)
def test_one_catalog_and_what_lies_elsewhere_is_found(
    shared: Path, tmp_path: Path, document: str, rng: list[str], schematron: list[str], xsd: list[str]
) -> None:
    catalog = tmp_path / "catalog.xml"
    base = f'catalog" xml:base="{(shared / "corpora").as_uri()}/">'
    catalog.write_text(CATALOG.replace('catalog">', base, 1))
    loaded = load(shared / "corpora" / document)
    missing = schemas_of(loaded, resolver=Resolver())
    assert {each.code.id for each in missing.diagnostics} == {"RNG002"}
    assert (missing.rng, missing.schematron, missing.xsd) == ((), (), ())
    found = schemas_of(loaded, resolver=Resolver((catalog,)))
    assert found.diagnostics == ()
    assert [path.name for path in found.rng] == rng
    assert [each.path.name for each in found.schematron] == schematron
    assert [path.name for path in found.xsd] == xsd
