"""The codes about what the headers say: DEP048 to DEP050, DEP062 to DEP069."""

from teikit.deposit.targets.codes.pages import DATE, IDENTIFIER, LICENCE, PROFILE, PUBLICATION, TITLES, code, document
from teikit.diagnostics import Code

_TEI = "TEI P5 Guidelines"
_PUBLICATION = f"{_TEI}, 2.2.4 (Publication, Distribution, Licensing, etc.)"
_TITLES = f"{_TEI}, 2.2.1 (The Title Statement)"
_RIGHT = document()

LICENCE_UNCLEAR = code(
    48,
    "licence-not-clear",
    "no licence, two licences, or one without the address of its text",
    _PUBLICATION,
    "what DEP005, DEP006 and DEP007 find, for the edition as a whole.",
    "A repository publishes what it is given, and must know under which terms; programs know a licence by its address.",
    wrong=document(publication=PUBLICATION.replace(LICENCE, "")),
    right=_RIGHT,
    see="DEP005, DEP006, DEP007",
)
NO_PUBLISHER = code(
    49,
    "publisher-not-named",
    "no publisher is named",
    _PUBLICATION,
    "headers without `publisher`, `authority` or `distributor`, where `teikit.toml` names no publisher either.",
    "DataCite, which registers the DOI, demands a publisher.",
    wrong=document(publication=f"<p>{DATE}</p>{LICENCE}"),
    right=_RIGHT,
    see="DEP008",
)
NO_IDENTIFIER = code(
    50,
    "edition-without-identifier",
    "the edition has no identifier that others understand",
    _PUBLICATION,
    "an edition without a DOI or an address of its own: in `idno` of `publicationStmt`, the same in all documents, or "
    "in `teikit.toml`.",
    "An identifier inside of the files shows where a copy is from. `teikit deposit push` reserves a DOI and writes it.",
    wrong=document(publication=PUBLICATION.replace(IDENTIFIER, "")),
    right=_RIGHT,
    see="DEP014",
)
NO_TITLE = code(
    62,
    "edition-without-title",
    "the edition has no title of its own",
    _TITLES,
    "what DEP001, DEP002 and DEP016 find: headers without a title, or with different ones and none in common.",
    "The record has one title; it stands in every citation.",
    wrong=document(titles=TITLES.replace("Letters", "")),
    right=_RIGHT,
    see="DEP001, DEP002, DEP016",
)
NO_CREATOR = code(
    63,
    "creator-not-named",
    "nobody is named who made the edition, or a responsibility names nobody",
    _TITLES,
    "what DEP003 and DEP004 find.",
    "A record needs at least one creator; without a name nobody gets the credit.",
    wrong=document(titles="<titleStmt><title>Letters</title></titleStmt>"),
    right=_RIGHT,
    see="DEP003, DEP004",
)
NO_DATE = code(
    64,
    "publication-date-not-given",
    "nothing says when the edition was published",
    _PUBLICATION,
    "what DEP009 finds.",
    "The date of publication is demanded for every record, and stands in every citation.",
    wrong=document(publication=PUBLICATION.replace(DATE, "")),
    right=_RIGHT,
    see="DEP009",
)
NO_DESCRIPTION = code(
    65,
    "description-not-given",
    "nothing describes the edition",
    f"{_TEI}, 2.4.4 (Abstracts) and 2.3.1 (The Project Description)",
    "headers without an `abstract` or a `projectDesc` that all have in common, where `teikit.toml` has none either.",
    "It is what people read before they open the package.",
    wrong=document(profile=PROFILE.replace("<abstract><p>Letters of one year.</p></abstract>", "")),
    right=_RIGHT,
    see="DEP013",
)
NO_CONTACT = code(
    66,
    "contact-not-named",
    "nobody is named who can be asked",
    _PUBLICATION,
    "an edition whose metadata have no contact.",
    "Curators ask the depositor before they publish, and users ask later.",
    see="DEP049",
)
NO_PERSON_IDENTIFIER = code(
    67,
    "creator-without-identifier",
    "a creator without an identifier",
    f"{_TEI}, 14.2 (Names); ISO 27729 (ISNI and ORCID)",
    "an author or editor whose name has no `@ref` with an ORCID or another identifier that the target knows.",
    "Names are not unique; an identifier joins all that one person made.",
    wrong=document(titles=TITLES.replace(' ref="https://orcid.org/0000-0002-1825-0097"', "")),
    right=_RIGHT,
    see="DEP014",
)
NO_KEYWORDS = code(
    68,
    "keywords-not-given",
    "the edition has no keywords",
    f"{_TEI}, 2.4.3 (The Text Classification)",
    "headers without `keywords`, where `teikit.toml` has none either.",
    "Catalogues sort by subject; without one, only who knows the title finds the edition.",
    wrong=document(profile=PROFILE.replace("<term>Letters</term>", "")),
    right=_RIGHT,
    see="DEP065",
)
NAME_WHOLE = code(
    69,
    "family-name-not-known",
    "a creator whose family name is not marked",
    f"{_TEI}, 14.2.1 (Personal Names)",
    "a person among the creators whose name is written in one piece, so that the family name cannot be told.",
    "Records sort and cite by family name, and a program must not guess it.",
    wrong=document(titles="<titleStmt><title>Letters</title><author>Ada Byron</author></titleStmt>"),
    right=_RIGHT,
    see="DEP063",
)

CODES: tuple[Code, ...] = (
    LICENCE_UNCLEAR,
    NO_PUBLISHER,
    NO_IDENTIFIER,
    NO_TITLE,
    NO_CREATOR,
    NO_DATE,
    NO_DESCRIPTION,
    NO_CONTACT,
    NO_PERSON_IDENTIFIER,
    NO_KEYWORDS,
    NAME_WHOLE,
)
