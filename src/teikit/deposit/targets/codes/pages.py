"""Making a code of a target, and the documents that the pages show."""

from teikit.diagnostics import Code, Page, Severity


def code(number: int, name: str, summary: str, reference: str, finds: str, why: str, **shown: str) -> Code:
    """Return a code; `wrong` and `right` are whole documents, `see` other codes, all possibly left out."""
    page = Page(finds, why, shown.get("wrong", ""), shown.get("right", ""), shown.get("see", ""))
    return Code(f"DEP{number:03}", name, Severity.ERROR, summary, reference, page)


TITLES = (
    "<titleStmt><title>Letters</title>"
    '<author ref="https://orcid.org/0000-0002-1825-0097">Byron, Ada</author></titleStmt>'
)
DATE = '<date when="2026">2026</date>'
PUBLISHER = "<publisher>A press</publisher>"
IDENTIFIER = '<idno type="URI">https://example.org/letters</idno>'
LICENCE = (
    '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>'
)
PUBLICATION = f"\n{PUBLISHER}\n{DATE}\n{IDENTIFIER}\n{LICENCE}\n"
PROFILE = (
    '\n<abstract><p>Letters of one year.</p></abstract>\n<langUsage><language ident="en">English</language></langUsage>'
    "\n<textClass><keywords><term>Letters</term></keywords></textClass>\n"
)


def document(
    *, body: str = "<p>A letter</p>", titles: str = TITLES, publication: str = PUBLICATION, profile: str = PROFILE
) -> str:
    """Return a document that has all that a target asks of a header, but for what is replaced."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>\n'
        f"<fileDesc>\n{titles}\n<publicationStmt>{publication}</publicationStmt>\n"
        "<sourceDesc><p>Born digital.</p></sourceDesc>\n</fileDesc>\n"
        f"<profileDesc>{profile}</profileDesc>\n</teiHeader>\n<text><body>{body}</body></text>\n</TEI>"
    )
