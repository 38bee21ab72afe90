"""What is said across files: hints that name the register, and silence where not all is known."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from teikit.checks import across, examine, run
from teikit.diagnostics import Diagnostic
from teikit.project import Project
from teikit.project.index import Index
from teikit.xml import load

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
PERSONS = (
    '<listPerson><person xml:id="mary"><persName>Mary Dedalus</persName></person>'
    '<person xml:id="leo"><persName>Leopold Bloom</persName></person></listPerson>'
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a register of two persons, and a picture that nothing shows."""
    (tmp_path / "teikit.toml").write_text('title = "A case"\n[prefixes]\np = "registers/persons.xml#$1"\n', "utf-8")
    write(tmp_path, "registers/persons.xml", PERSONS)
    (tmp_path / "picture.png").write_bytes(b"")
    return Project.read(tmp_path / "teikit.toml")


def write(folder: Path, name: str, body: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEI.format(body), "utf-8")
    return file


def alone(project: Project, body: str) -> list[Diagnostic]:
    """Check one letter of the project for itself."""
    return list(run(load(write(project.root, "letters/a.xml", body)), project))


def whole(project: Project) -> list[Diagnostic]:
    examined = [examine(load(file), project.conventions()) for file in project.documents()]
    found = [each for one in examined for each in one.diagnostics]
    return found + list(across(Index([each.facts for each in examined], [project.root], project)))


def test_a_name_has_the_entry_of_the_register_as_hint(project: Project) -> None:
    for body, hint in (
        ('<said who="Mary Dedalus">Yes.</said>', "../registers/persons.xml#mary"),
        ('<said who="#Leopold Bloom">Yes.</said>', "../registers/persons.xml#leo"),
        ('<persName ref="Mary Dedalus"/>', "../registers/persons.xml#mary"),
        ('<persName ref="mary leo"/>', "../registers/persons.xml#mary ../registers/persons.xml#leo"),
        ('<persName ref="#mary"/>', "../registers/persons.xml#mary"),
    ):
        (report,) = alone(project, body)
        assert report.hint == f'did you mean "{hint}"?', body


def test_a_hint_is_written_as_the_document_writes_its_pointers(project: Project) -> None:
    said, named = alone(project, '<persName ref="p:leo"/><said who="Mary Dedalus">Yes.</said><persName ref="p:mery"/>')
    assert {said.hint, named.hint} == {'did you mean "p:mary"?'}


def test_what_is_not_used_is_only_known_of_the_whole_project(project: Project) -> None:
    assert alone(project, '<persName ref="p:mary"/>') == []
    assert list(run(load(project.root / "registers/persons.xml"), project)) == []
    assert [(each.code.id, Path(each.location.path).name) for each in whole(project)] == [
        ("TEI014", "picture.png"),
        ("TEI016", "persons.xml"),
    ]


def test_nothing_counts_as_unused_while_a_document_cannot_be_read(project: Project) -> None:
    (project.root / "broken.xml").write_text("<TEI>")
    examined = [examine(load(project.root / "registers/persons.xml"))]
    assert list(across(Index([each.facts for each in examined], [project.root], project))) == []


def test_a_fault_that_is_repeated_is_said_a_few_times_and_counted(project: Project) -> None:
    body = '<p ana="#gone">x</p>' * 5000 + '<p><said who="#gone">x</said></p>' * 5000
    found = alone(project, body)
    assert len(found) == 20
    assert [each.message for each in found if "more" in each.message] == [
        '"#gone" in ana of "p" points to an id that is not there (and 4990 more)',
        '"#gone" in who of "said" points to an id that is not there (and 4990 more)',
    ]


def test_a_repeated_fault_of_one_document_is_bounded_too(project: Project) -> None:
    body = '<q xml:id="q">x</q>' + '<p><said who="#q">x</said></p>' * 5000
    found = alone(project, body)
    assert len(found) == 10
    assert found[-1].message == '"#q" in who of "said" points to "q", not to a person (and 4990 more)'


def test_the_other_entry_of_a_person_is_related(project: Project) -> None:
    write(project.root, "registers/more.xml", PERSONS.replace("leo", "leopold").replace("mary", "maria"))
    for file in (project.root / "registers").iterdir():
        text = file.read_text("utf-8")
        file.write_text(text.replace("</persName>", '</persName><birth when="1860"/>'), "utf-8")
    found = [each for each in whole(project) if each.code.id == "TEI015"]
    assert [each.related[0].location.path.rpartition("/")[2] for each in found] == ["more.xml", "more.xml"]
    assert found[0].message.startswith('person "mary" and person "maria"')
    assert found[0].hint == 'keep one entry, or link the two: corresp="more.xml#maria"'


def test_many_faults_in_many_documents_take_bounded_time(tmp_path: Path) -> None:
    persons = "".join(f'<person xml:id="p{n}"><persName>Given{n} Family{n}</persName></person>' for n in range(3000))
    register = examine(load(write(tmp_path, "reg.xml", f"<listPerson>{persons}</listPerson>")))
    made = [register]
    for number in range(200):
        faults = "".join(
            f'<said who="Some Body{number}{each}">x</said><persName ref="reg.xml#q{number}{each}"/>'
            f'<persName ref="Nobody{number}{each}"/><ref target="#y{number}{each}"/>'
            for each in range(20)
        )
        made.append(examine(load(write(tmp_path, f"letters/{number}.xml", faults.replace("reg.xml", "../reg.xml")))))
    start = time.monotonic()
    found = list(across(Index([each.facts for each in made], [tmp_path])))
    assert time.monotonic() - start < 30
    assert len(found) > 10_000


def test_a_thousand_reports_of_a_kind_are_enough(project: Project) -> None:
    words = "".join(
        f"<p>w\u043e{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}</p>" for n in range(1500)
    )
    found = alone(project, words + "".join(f'<ref target="#gone{number}"/>' for number in range(1500)))
    assert [sum(each.code.id == code for each in found) for code in ("TEI025", "TEI002")] == [1000, 1000]
    counted = [each for each in found if each.message.endswith("(and 500 more of this kind)")]
    assert [each.code.id for each in counted] == ["TEI025", "TEI002"]
