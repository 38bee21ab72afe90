"""Identifiers, licences, languages and roles."""

from __future__ import annotations

import pytest

from teikit.deposit.metadata import Identifier
from teikit.deposit.metadata.vocabularies.identifiers import fault_of, identifier_in, identifier_of
from teikit.deposit.metadata.vocabularies.languages import iso639_3
from teikit.deposit.metadata.vocabularies.licences import address_of, name_of, spdx_in, spdx_of
from teikit.deposit.metadata.vocabularies.roles import marc_of


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("https://orcid.org/0000-0002-1825-0097", "orcid", "0000-0002-1825-0097"),
        ("orcid:0000-0002-1825-0097", "orcid", "0000-0002-1825-0097"),
        ("http://d-nb.info/gnd/118650963", "gnd", "118650963"),
        ("https://d-nb.info/gnd/4074335-4", "gnd", "4074335-4"),
        ("gnd:11860354X", "gnd", "11860354X"),
        ("http://viaf.org/viaf/95218067/#Byron", "viaf", "95218067"),
        ("https://www.wikidata.org/wiki/Q7259", "wikidata", "Q7259"),
        ("http://www.wikidata.org/entity/Q7259", "wikidata", "Q7259"),
        ("https://ror.org/03anc3s24", "ror", "03anc3s24"),
        ("https://isni.org/isni/0000000121032683", "isni", "0000000121032683"),
        ("https://www.geonames.org/2761369/wien.html", "geonames", "2761369"),
        ("https://sws.geonames.org/2761369/", "geonames", "2761369"),
        ("https://doi.org/10.5281/Zenodo.4031327", "doi", "10.5281/zenodo.4031327"),
        ("doi:10.5281/zenodo.4031327", "doi", "10.5281/zenodo.4031327"),
        ("urn:isbn:978-3-8353-3228-7", "isbn", "9783835332287"),
        ("https://hdl.handle.net/21.11115/0000-000E-6B22-4", "url", "https://hdl.handle.net/21.11115/0000-000E-6B22-4"),
        ("urn:nbn:de:101:1-201102033592", "url", "urn:nbn:de:101:1-201102033592"),
    ],
)
def test_an_address_is_an_identifier(text: str, scheme: str, value: str) -> None:
    assert identifier_in(text) == Identifier(scheme, value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "#pmb4986", "persons.xml#x", "person:x", "Ada Byron", "acdh:a.xml#b", "x" * 9999])
def test_what_only_the_project_understands_is_none(text: str) -> None:
    assert identifier_in(text) is None


@pytest.mark.parametrize(
    ("kind", "text", "scheme", "value"),
    [
        ("ORCID", "0000 0002 1825 0097", "orcid", "0000-0002-1825-0097"),
        ("GeoNames", "498817", "geonames", "498817"),
        ("DOI", "https://doi.org/10.1000/182", "doi", "10.1000/182"),
        ("", "10.1000/182", "doi", "10.1000/182"),
        ("handle", "21.11115/0000-000E-6B22-4", "url", "https://hdl.handle.net/21.11115/0000-000E-6B22-4"),
        ("ISBN", "978-3-8353-3228-7", "isbn", "9783835332287"),
        ("local", "overtures", "local", "overtures"),
        ("shelfmark", "B 68", "local", "B 68"),
    ],
)
def test_an_idno_is_an_identifier(kind: str, text: str, scheme: str, value: str) -> None:
    assert identifier_of(kind, text) == Identifier(scheme, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scheme", "value", "is_sound"),
    [
        # The ORCID that ORCID's own documentation gives, and the same with another last digit.
        ("orcid", "0000-0002-1825-0097", True),
        ("orcid", "0000-0002-1825-0098", False),
        ("orcid", "0000-0002-9079-593X", True),
        ("isbn", "9783835332287", True),
        ("isbn", "9783835332288", False),
        # The ISBN-10 in a header of the Auden Musulin Papers.
        ("isbn", "0198182945", True),
        ("gnd", "Vogel", False),
        ("wikidata", "7259", False),
        ("url", "anything", True),
    ],
)
def test_a_check_digit_tells(scheme: str, value: str, is_sound: bool) -> None:
    assert (fault_of(Identifier(scheme, value)) == "") is is_sound  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "spdx"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0", "CC-BY-NC-SA-3.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/legalcode", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-sa/3.0/de/", "CC-BY-SA-3.0-DE"),
        ("https://creativecommons.org/licenses/by/3.0/pl/", ""),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("https://spdx.org/licenses/ODbL-1.0.html", "ODbL-1.0"),
        ("http://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
        ("cc-by-nd-4.0", "CC-BY-ND-4.0"),
        ("https://example.org/licence", ""),
        ("", ""),
    ],
)
def test_a_licence_by_its_address(target: str, spdx: str) -> None:
    assert spdx_of(target) == spdx


@pytest.mark.parametrize(
    ("words", "spdx"),
    [
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("Distributed under a Creative Commons Attribution-ShareAlike 3.0 Unported License", "CC-BY-SA-3.0"),
        ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0", "CC-BY-NC-ND-4.0"),
        ("released under CC0", "CC0-1.0"),
        ("CC BY, in some version", ""),
        ("All rights reserved 4.0", ""),
    ],
)
def test_a_licence_by_its_words(words: str, spdx: str) -> None:
    assert spdx_in(words) == spdx


@pytest.mark.parametrize("spdx", ["CC-BY-4.0", "CC-BY-SA-3.0-DE", "CC0-1.0", "MIT", "ODbL-1.0", "CC-BY-NC-ND-2.5"])
def test_a_licence_has_an_address_that_leads_back(spdx: str) -> None:
    assert spdx_of(address_of(spdx)) == spdx
    assert name_of(spdx)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *[("de-AT", "deu"), ("zh-Hant", "zho"), ("ru-Latn", "rus"), ("EN", "eng"), ("grc", "grc"), ("ota", "ota")],
        # A family of languages, one that is in no registry, and a private one.
        *[("sem", ""), ("xx", ""), ("x-klingon", ""), ("", "")],
    ],
)
def test_a_language_by_its_tag(tag: str, code: str) -> None:
    assert iso639_3(tag) == code


@pytest.mark.parametrize(
    ("words", "pointer", "marc"),
    [
        ("Transkription und Kommentierung", "", "trc"),
        ("Kommentierung", "", "wac"),
        ("translated by", "", "trl"),
        ("encoding", "", "mrk"),
        ("TEI", "", "mrk"),
        ("Teilnehmer", "", ""),
        ("emendations taken over from the source essay", "", ""),
        ("whatever", "http://id.loc.gov/vocabulary/relators/ill", "ill"),
        ("edt", "", "edt"),
        ("abc", "xyz", ""),
    ],
)
def test_a_role_by_its_words_or_its_pointer(words: str, pointer: str, marc: str) -> None:
    assert marc_of(words, pointer) == marc
