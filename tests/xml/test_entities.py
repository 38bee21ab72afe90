"""Entities: the document's own are expanded, nothing is fetched, and nothing explodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.diagnostics import DocumentError
from teikit.xml import load


def refused(text: str) -> tuple[str, int]:
    with pytest.raises(DocumentError) as caught:
        load(text.encode())
    [found] = caught.value.diagnostics
    assert found.hint
    return found.code.id, found.location.line


def test_the_entities_of_a_document_are_expanded() -> None:
    document = load(b'<!DOCTYPE p [<!ENTITY urga "&#x5EAB;&#x502B;">]><p n="&urga;">in &urga;</p>')
    assert (document.root.text, document.root.get("n")) == ("in 庫倫", "庫倫")


def test_its_own_parameter_entities_are_expanded() -> None:
    document = load(b"""<!DOCTYPE p [<!ENTITY % d '<!ENTITY urga "Urga">'> %d;]><p n="&urga;">&urga;</p>""")
    assert (document.root.text, document.root.get("n")) == ("Urga", "Urga")


def test_a_dtd_that_is_named_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dtd = tmp_path / "tei.dtd"
    dtd.write_text('<!ENTITY secret "SECRET"><!ATTLIST p n CDATA "default">')
    monkeypatch.chdir(tmp_path)
    for system in ("tei.dtd", dtd.as_uri(), "file:///dev/zero"):
        document = load(f'<!DOCTYPE p SYSTEM "{system}">\n<p>Urga</p>'.encode())
        assert (document.root.text, dict(document.root.attrib)) == ("Urga", {})
    for use in ("<p>&secret;</p>", '<p n="&secret;"/>'):
        assert refused(f'<!DOCTYPE p SYSTEM "tei.dtd">\n{use}') == ("XML008", 2)


def test_a_dtd_does_not_open_the_door_to_an_entity_of_the_same_name(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ent"
    secret.write_text('<!ENTITY x "SECRET">')
    doctype = f'<!DOCTYPE p SYSTEM "{secret.as_uri()}" [<!ENTITY % d SYSTEM "{secret.as_uri()}"> %d;]>'
    assert refused(f'{doctype}\n<p n="&x;"/>')[0] == "XML006"


@pytest.mark.parametrize(
    "use",
    ["<p>&x;</p>", '<p n="&x;"/>'],
)
@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY x SYSTEM "{file}">',
        '<!ENTITY x PUBLIC "-//x//" "{file}">',
        '<!ENTITY % d SYSTEM "{file}"> %d;',
        """<!ENTITY % d '<!ENTITY x SYSTEM "{file}">'> %d;""",
        """<!ENTITY % e SYSTEM "{file}"> <!ENTITY % d "&#37;e;"> %d;""",
    ],
)
def test_no_file_is_read_by_an_entity(tmp_path: Path, declaration: str, use: str) -> None:
    secret = tmp_path / "secret.ent"
    secret.write_text('<!ENTITY x "SECRET">')
    code, _ = refused(f"<!DOCTYPE p [{declaration.format(file=secret.as_uri())}]>\n{use}")
    assert code == "XML006"


@pytest.mark.parametrize("use", ["<p>&x;</p>", '<p n="&x;"/>'])
@pytest.mark.parametrize("doctype", ["", '<!DOCTYPE p SYSTEM "tei.dtd">', "<!DOCTYPE p [<!ELEMENT p ANY>]>"])
def test_an_entity_without_a_declaration_is_never_dropped_in_silence(doctype: str, use: str) -> None:
    assert refused(f"{doctype}\n{use}") == ("XML008", 2)


LAUGHS = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
QUADRATIC = f'<!ENTITY q "{"q" * 500_000}">'


@pytest.mark.parametrize(
    ("declarations", "body"),
    [
        (LAUGHS, "<p>&l11;</p>"),
        (LAUGHS, '<p n="&l11;"/>'),
        (QUADRATIC, f"<p>{'&q;' * 20_000}</p>"),
        (QUADRATIC, f'<p n="{"&q;" * 2_000}"/>'),
        (QUADRATIC, f"<p>{'&q;' * 500}{'<x>padding</x>' * 200_000}</p>"),
        (LAUGHS.replace("lol", " ").replace("<!ENTITY ", "<!ENTITY % ").replace("&l", "&#37;l") + "%l11;", "<p/>"),
    ],
    ids=["laughs", "laughs-attribute", "quadratic", "quadratic-attribute", "padded", "parameter"],
)
def test_entities_that_explode_are_refused(declarations: str, body: str) -> None:
    assert refused(f"<!DOCTYPE p [{declarations}]>{body}")[0] == "XML007"


def test_an_entity_that_contains_itself_is_refused() -> None:
    assert refused('<!DOCTYPE p [<!ENTITY a "&b;"><!ENTITY b "&a;">]><p>&a;</p>')[0] == "XML003"


def test_an_element_out_of_an_entity_stands_where_the_entity_is_used() -> None:
    document = load(b'<!DOCTYPE p [<!ENTITY e "<x/><y/>">]>\n<p>a &e;<z/></p>')
    assert [document.locate(child)[1:3] for child in document.root] == [(2, 6), (2, 6), (2, 9)]
