"""The codes of an edition's metadata: DEP001 to DEP019."""

from teikit.diagnostics import Code, Page, Severity

_TEI = "TEI P5 Guidelines"


def _header(inner: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>{inner}</fileDesc></teiHeader></TEI>'


_TITLE = "<titleStmt><title>Letters</title><author>Ada Byron</author></titleStmt>"
_LICENCE = (
    '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>'
)
_DATED = '<publisher>A press</publisher><date when="2026">2026</date>'
_RIGHT = _header(f"{_TITLE}<publicationStmt>{_DATED}{_LICENCE}</publicationStmt>")


def _titled(inner: str) -> str:
    return _header(f"<titleStmt>{inner}</titleStmt><publicationStmt>{_DATED}{_LICENCE}</publicationStmt>")


def _published(inner: str) -> str:
    return _header(f"{_TITLE}<publicationStmt>{inner}</publicationStmt>")


def _in(language: str) -> str:
    profile = f'<profileDesc><langUsage><language ident="{language}">x</language></langUsage></profileDesc>'
    return _RIGHT.replace("</fileDesc>", f"</fileDesc>{profile}")


NO_TITLE = Code(
    "DEP001",
    "no-title",
    Severity.ERROR,
    "a header without a title",
    f"{_TEI}, 2.2.1 (The Title Statement)",
    Page(
        "a `teiHeader` whose `titleStmt` has no `title` with words in it.",
        "No repository takes anything without a title, and a list of files needs one for each.",
        _titled("<title/><author>Ada Byron</author>"),
        _RIGHT,
        "DEP002",
    ),
)
NO_COMMON_TITLE = Code(
    "DEP002",
    "no-common-title",
    Severity.WARNING,
    "headers with different titles, and nothing that says what the edition is called",
    f"{_TEI}, 2.2.1 (The Title Statement)",
    Page(
        "several documents that have no title in common: neither one of the series (`title` with `level` s) nor a main "
        "title; and no `title` in `teikit.toml`. The name of the folder stands for it.",
        "The edition is deposited under one title. That of one of its letters would be wrong for all the others.",
        "",
        "",
        "DEP001",
    ),
)
NO_AGENT = Code(
    "DEP003",
    "nobody-responsible",
    Severity.ERROR,
    "no header names an author, an editor or anybody else who is responsible",
    f"{_TEI}, 2.2.1 (The Title Statement)",
    Page(
        "headers without `author`, `editor`, `principal` and `respStmt`, where `teikit.toml` names no creators either.",
        "A repository asks for at least one creator; without one nobody is cited.",
        _titled("<title>Letters</title>"),
        _RIGHT,
        "DEP004",
    ),
)
NO_NAME = Code(
    "DEP004",
    "person-without-name",
    Severity.ERROR,
    "a responsibility that names nobody",
    f"{_TEI}, 2.2.1 (The Title Statement)",
    Page(
        "an `author`, `editor`, `principal`, `sponsor`, `funder` or `respStmt` without a name, whose pointer leads to "
        "no entry of a register that has one.",
        "Who did the work would be missing from the record and from every citation.",
        _titled("<title>Letters</title><author>Ada Byron</author><editor/>"),
        _RIGHT,
        "DEP003",
    ),
)
NO_LICENCE = Code(
    "DEP005",
    "no-licence",
    Severity.ERROR,
    "a header without a licence",
    f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)",
    Page(
        "a header whose `availability` names no licence, where `teikit.toml` gives none. Reported once, with the other "
        "headers that have none.",
        "Without a licence nobody may use the files, whatever the editors meant; repositories refuse them.",
        _published(_DATED),
        _RIGHT,
        "DEP006, DEP007",
    ),
)
TWO_LICENCES = Code(
    "DEP006",
    "two-licences",
    Severity.ERROR,
    "two licences that contradict each other",
    f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)",
    Page(
        "two licences, in one header or in two, that are not the same; the other place is named. `licence` in "
        "`[deposit]` of `teikit.toml` decides.",
        "A package has one licence in every record. Which of the two holds is for the editors to say.",
        _published(
            _DATED + _LICENCE.replace("</availability>", '<licence target="https://opensource.org/license/mit"/>'
            "</availability>")
        ),
        _RIGHT,
        "DEP005",
    ),
)  # fmt: skip
NO_TARGET = Code(
    "DEP007",
    "licence-without-target",
    Severity.WARNING,
    "a licence without the address of its text",
    f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)",
    Page(
        "a `licence` without `@target`, with one that is no address, or a licence that is only named in the prose of "
        "`availability`.",
        "Programs know a licence by its address. Words are read where they are unmistakable (`CC BY 4.0`), and else "
        "stay words.",
        _published(_DATED + "<availability><licence>CC BY 4.0</licence></availability>"),
        _RIGHT,
        "DEP005",
    ),
)
NO_PUBLISHER = Code(
    "DEP008",
    "no-publisher",
    Severity.WARNING,
    "no header names a publisher",
    f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)",
    Page(
        "headers without `publisher`, `authority` or `distributor` in `publicationStmt`, where `teikit.toml` names no "
        "publisher either.",
        "DataCite demands a publisher; `:unav` (not available) stands for it in the record.",
        _published('<date when="2026">2026</date>' + _LICENCE),
        _RIGHT,
        "",
    ),
)
NO_DATE = Code(
    "DEP009",
    "no-publication-date",
    Severity.WARNING,
    "no header says when the edition was published",
    f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)",
    Page(
        "headers without a `date` in `publicationStmt` or `editionStmt` and without a dated `change`, where "
        "`teikit.toml` has no `date` either. Where only the changes are dated, the latest of them counts.",
        "The year of publication belongs to every citation and is demanded by DataCite.",
        _published("<publisher>A press</publisher>" + _LICENCE),
        _RIGHT,
        "DEP010",
    ),
)
BAD_DATE = Code(
    "DEP010",
    "date-that-is-none",
    Severity.WARNING,
    "a date in the header that cannot be read",
    f"{_TEI}, 13.4 (Dates); ISO 8601-2:2019",
    Page(
        "a dating attribute in the header whose value is no date (`2026-02-30`, `May 2026`). The date is left out.",
        "Records carry dates for programs; one that is not in the calendar makes them invalid.",
        _published('<publisher>A press</publisher><date when="2026-02-30">2026</date>'
                   '<date when="2026">2026</date>' + _LICENCE),
        _RIGHT,
        "DEP009",
    ),
)  # fmt: skip
NO_LANGUAGE = Code(
    "DEP011",
    "no-language",
    Severity.WARNING,
    "a document that does not say in which language it is",
    f"{_TEI}, 2.4.2 (Language Usage); BCP 47",
    Page(
        "documents without `language` in `langUsage` and without `xml:lang` on `TEI` or `text`, where `teikit.toml` "
        "gives no languages. Reported once, with the others that say nothing.",
        "Repositories sort and search by language, and search engines cut words by it.",
        "",
        "",
        "DEP012",
    ),
)
BAD_LANGUAGE = Code(
    "DEP012",
    "language-tag-not-registered",
    Severity.WARNING,
    "a language tag that is not in the registry",
    "BCP 47 (RFC 5646); ISO 639-3",
    Page(
        "an `@ident` of `language`, or an `xml:lang` of the document, that is not in the registry of BCP 47. It "
        "is left out of the records, unless it is the longer code of a language that has a shorter one (`eng`).",
        "Records carry codes of ISO 639; what is in no registry makes them invalid.",
        _in("german"),
        _in("de"),
        "DEP011",
    ),
)
NO_DESCRIPTION = Code(
    "DEP013",
    "no-description",
    Severity.INFO,
    "nothing that describes the edition",
    f"{_TEI}, 2.4.4 (Abstracts) and 2.3.1 (The Project Description)",
    Page(
        "headers without an `abstract` or a `projectDesc` that all have in common, where `teikit.toml` has no "
        "`description`.",
        "The description is what people read before they open a package, and what search engines show.",
        "",
        "",
        "",
    ),
)
BAD_IDENTIFIER = Code(
    "DEP014",
    "malformed-identifier",
    Severity.WARNING,
    "an identifier that cannot be one",
    "ISO 27729 (ISNI and ORCID), ISO 2108 (ISBN), ISO 26324 (DOI)",
    Page(
        "an ORCID, ISNI or ISBN with a wrong check digit, or an identifier of a known type that has not its shape. It "
        "is left out of the records.",
        "A wrong identifier leads to another person or to nobody; the check digit finds a slip of the pen.",
        _titled('<title>Letters</title><author ref="https://orcid.org/0000-0002-1825-0098">Ada Byron</author>'),
        _titled('<title>Letters</title><author ref="https://orcid.org/0000-0002-1825-0097">Ada Byron</author>'),
        "",
    ),
)
ONE_FOR_TWO = Code(
    "DEP015",
    "one-identifier-two-names",
    Severity.WARNING,
    "one identifier for two names that have no word in common",
    f"{_TEI}, 14.2 (Names)",
    Page(
        "an identifier that two responsibilities give, with names that share no word. They are taken as one person, "
        "under the first name.",
        "It is a slip of copying, as a rule, and would merge two people in every record.",
        _titled(
            '<title>Letters</title><author ref="https://d-nb.info/gnd/119232022">Ada Byron</author>'
            '<editor ref="https://d-nb.info/gnd/119232022">Otto Vogel</editor>'
        ),
        _titled(
            '<title>Letters</title><author ref="https://d-nb.info/gnd/119232022">Ada Byron</author>'
            "<editor>Otto Vogel</editor>"
        ),
        "DEP014",
    ),
)
NO_HEADER = Code(
    "DEP016",
    "no-header",
    Severity.ERROR,
    "a document without a teiHeader",
    f"{_TEI}, 2 (The TEI Header)",
    Page(
        "a file among the documents that has no `teiHeader`.",
        "All that a repository wants to know of it would have to come from elsewhere.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A letter</p></body></text></TEI>',
        _RIGHT,
        "DEP001",
    ),
)

CODES: tuple[Code, ...] = (
    NO_TITLE,
    NO_COMMON_TITLE,
    NO_AGENT,
    NO_NAME,
    NO_LICENCE,
    TWO_LICENCES,
    NO_TARGET,
    NO_PUBLISHER,
    NO_DATE,
    BAD_DATE,
    NO_LANGUAGE,
    BAD_LANGUAGE,
    NO_DESCRIPTION,
    BAD_IDENTIFIER,
    ONE_FOR_TWO,
    NO_HEADER,
)
