"""Values of dates, worded by the functions of the stylesheets."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from teikit import resources
from teikit.saxon import Stylesheet
from teikit.xml import load

CALL = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" exclude-result-prefixes="#all">
  <xsl:import href="{sheet}"/>
  <xsl:param name="given" as="xs:string*" select="()"/>
  <xsl:param name="calendar" as="xs:string" select="''"/>
  <xsl:template match="/" as="xs:string" priority="9">
    <xsl:sequence select="string-join($given ! ({call}), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>"""


@cache
def _compiled(call: str) -> Stylesheet:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "call.xsl"
        path.write_text(CALL.format(sheet=resources.stylesheet("to-text.xsl").as_uri(), call=call), encoding="utf-8")
        return Stylesheet.compile(path)


def called(call: str, given: Sequence[str], **settings: str) -> list[str]:
    """What an XPath expression yields for each of the strings; nothing may be reported."""
    result = _compiled(call).run(load(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"), {"given": given, **settings})
    assert [said.message for said in result.diagnostics] == []
    return result.text.split("\n")


def worded(values: Sequence[str], calendar: str, language: str = "en") -> list[str]:
    """Custom values of a calendar in words."""
    return called("f:value-in-words(., $calendar)", values, calendar=calendar, **{"interface-language": language})
