"""Documents to measure on: an edition's text, repeated with other words."""

from __future__ import annotations

from pathlib import Path


def documents(folder: Path, count: int, size: int) -> list[Path]:
    """Write documents of about `size` bytes each: an edition's text, repeated with other words."""
    folder.mkdir(parents=True)
    paths = [folder / f"document-{number:03}.xml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(_document(number, size), "utf-8")
    return paths


def _document(number: int, size: int) -> str:
    head = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Measured</title></titleStmt>'
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc>"
        "</teiHeader><text><body>"
    )
    parts = [head]
    length = len(head)
    entry = 0
    while length < size:
        entry += 1
        part = (
            f'\n<div type="letter" xml:id="d{number}.{entry}" n="{entry}"><head>Letter {entry}</head>'
            f'<opener><dateline><placeName ref="#p{entry % 40}">Peking</placeName>, '
            f'<date when="1918-{entry % 12 + 1:02}-{entry % 28 + 1:02}">a day</date></dateline></opener>'
            f'<p>The <rs type="person">envoy</rs> wrote to <persName ref="#n{entry % 90}">somebody</persName> that '
            f'<said who="#n{entry % 7}" direct="false">nothing had <hi rend="italic">yet</hi> been decided</said>; see '
            f'<ref target="#d{number}.{max(entry - 1, 1)}">before</ref>.<note place="foot">Word {entry}.</note></p>'
            "<list><item>one thing</item><item>another thing</item></list>"
            f"<lg><l>A line of verse, number {entry},</l><l>and another one.</l></lg></div>"
        )
        parts.append(part)
        length += len(part)
    return "".join((*parts, "\n</body></text></TEI>\n"))


def play(size: int) -> str:
    """Return a play of about `size` bytes in its usual markup: scenes, speeches, verses, stage directions.

    It has an element for each 60 bytes or so, as the plays of drama corpora have.
    """
    scenes: list[str] = []
    while sum(map(len, scenes)) < size:
        number = len(scenes)
        speeches = "".join(
            f'<sp who="#r{speech % 5}"><speaker>SPEAKER {speech % 5}</speaker><stage>aside</stage>'
            f"<l>A line of verse, the {speech}th of many in this scene, and of the usual length,</l>"
            "<l>and another one, which says what the first one said, in somewhat other words.</l>"
            "<p>Some prose, of which a speaker has more to say than a verse could ever hold: that all was seen from "
            "the walls, and that nobody had come back.</p></sp>"
            for speech in range(30)
        )
        scenes.append(f'<div type="scene" n="{number}"><head>Scene {number}</head>{speeches}</div>')
    cast = "".join(f'<castItem xml:id="r{number}"><role>Speaker {number}</role></castItem>' for number in range(5))
    return _whole(f"<div><castList>{cast}</castList></div>{''.join(scenes)}")


def project(folder: Path, count: int, pointers: int) -> None:
    """Write a project of `count` letters with `pointers` pointers into its register of persons, and no schema."""
    folder.mkdir(parents=True)
    people = "".join(
        f'<person xml:id="p{number}"><persName>Somebody {number}</persName></person>' for number in range(500)
    )
    (folder / "registers").mkdir()
    (folder / "registers/persons.xml").write_text(_whole(f"<listPerson>{people}</listPerson>"), "utf-8")
    each = pointers // count
    for number in range(count):
        people = ((number * each + place) % 500 for place in range(each))
        names = "".join(
            f'<p>A word of <persName ref="registers/persons.xml#p{person}">somebody</persName>.</p>'
            for person in people
        )
        (folder / f"letter-{number:05}.xml").write_text(_whole(f'<div xml:id="d{number}">{names}</div>'), "utf-8")
    (folder / "teikit.toml").write_text('title = "Measured"\nregisters = ["registers/*.xml"]\n', "utf-8")


def _whole(body: str) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Measured</title></titleStmt>'
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc>"
        f"</teiHeader><text><body>{body}</body></text></TEI>\n"
    )
