<?xml version="1.0" encoding="UTF-8"?>
<!-- One self-contained, accessible HTML page from one TEI document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"/>

  <xsl:param name="document" as="xs:string" select="''">
    <!-- The source's path below the input root, e.g. documents/telegram.xml. -->
  </xsl:param>
  <xsl:param name="registers" as="map(xs:string, document-node())" select="map{}">
    <!-- Register documents by their path below the input root: names are looked up in them. -->
  </xsl:param>
  <xsl:param name="pages" as="xs:string*" select="()">
    <!-- The paths of all sources of this run: pointers to them become links to their pages. -->
  </xsl:param>
  <xsl:param name="images" as="xs:string*" select="()">
    <!-- The paths, below the input root, of the image files that are there: others are named as missing, not shown. -->
  </xsl:param>
  <xsl:param name="home" as="xs:string" select="''">
    <!-- The path, below the output root, of the page that lists all pages; no link to it when empty. -->
  </xsl:param>
  <xsl:param name="interface-language" as="xs:string" select="'en'">
    <!-- The language in which dates and the names of calendars are worded, a BCP 47 tag: en, de, fr, ru or zh (zh-Hans for
         simplified characters). -->
  </xsl:param>

  <xsl:mode on-no-match="text-only-copy" on-multiple-match="fail">
    <!-- Yields the HTML for an element where it stands in the text. -->
  </xsl:mode>
  <xsl:mode name="page" on-no-match="fail" on-multiple-match="fail">
    <!-- Yields the whole page, from the document node. -->
  </xsl:mode>
  <xsl:mode name="finish" on-no-match="shallow-copy" on-multiple-match="fail">
    <!-- Yields the page again with ids unique, in-page links that lead somewhere, and the legend of what is on it. -->
  </xsl:mode>
  <xsl:mode name="note" on-no-match="fail" on-multiple-match="fail">
    <!-- Yields the item of a note in the list at the end of the page. -->
  </xsl:mode>
  <xsl:mode name="contents" on-no-match="deep-skip" on-multiple-match="fail">
    <!-- Yields the entries of the table of contents below an element. -->
  </xsl:mode>
  <xsl:mode name="description" on-no-match="deep-skip" on-multiple-match="fail">
    <!-- Yields rows of the box that describes the document, from elements of its header. -->
  </xsl:mode>
  <xsl:mode name="header" on-no-match="text-only-copy" on-multiple-match="fail">
    <!-- Yields all of a header, element by element, each with its name. -->
  </xsl:mode>
  <xsl:mode name="field" on-no-match="text-only-copy" on-multiple-match="fail">
    <!-- Yields one row of a register entry. -->
  </xsl:mode>
  <xsl:mode name="list" on-no-match="fail" on-multiple-match="fail">
    <!-- Yields an item, term or definition of a list. -->
  </xsl:mode>
  <xsl:mode name="table" on-no-match="deep-skip" on-multiple-match="fail">
    <!-- Yields a table's rows and cells. -->
  </xsl:mode>
  <xsl:mode name="code" on-no-match="text-only-copy" on-multiple-match="fail">
    <!-- Yields markup shown as code. -->
  </xsl:mode>

  <xsl:include href="lib/pointers.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/languages.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/diagnostics.xsl"/>

  <xsl:include href="html/page/page.xsl"/>
  <xsl:include href="html/page/attributes.xsl"/>
  <xsl:include href="html/page/contents.xsl"/>
  <xsl:include href="html/page/description.xsl"/>
  <xsl:include href="html/page/citation.xsl"/>
  <xsl:include href="html/page/notes.xsl"/>
  <xsl:include href="html/page/legend.xsl"/>
  <xsl:include href="html/page/finish.xsl"/>
  <xsl:include href="html/page/cards.xsl"/>

  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/drama.xsl"/>
  <xsl:include href="html/figures.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/linking.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/spoken.xsl"/>
  <xsl:include href="html/tagdocs.xsl"/>
  <xsl:include href="html/textcrit.xsl"/>
  <xsl:include href="html/textstructure.xsl"/>
  <xsl:include href="html/transcr.xsl"/>
  <xsl:include href="html/bibliography.xsl"/>
</xsl:stylesheet>
