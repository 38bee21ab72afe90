<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to plain text: a reading text. This file is the table of contents.

     The templates of mode `text` (text/, one file for each module of the Guidelines) compose a small tree of blocks;
     text/layout.xsl makes lines of it. To customise: import this file and override templates of mode `text`. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:param name="document" as="xs:string" select="''">
    <!-- Path of the source below the input root, with "/" between folders: pointers are resolved against it. -->
  </xsl:param>
  <xsl:param name="registers" as="map(xs:string, document-node())" select="map{}">
    <!-- Register documents by their paths below the input root: names of persons are looked up there. -->
  </xsl:param>
  <xsl:param name="pages" as="xs:string*" select="()">
    <!-- Paths of all sources of this run. -->
  </xsl:param>
  <xsl:param name="choice" as="xs:string" select="'regularised'">
    <!-- Which side of a choice is read: "regularised" (corrected, regularised, expanded) or "diplomatic" (as the source has it,
         line by line, what the editor added in brackets). -->
  </xsl:param>
  <xsl:param name="width" as="xs:string" select="'0'">
    <!-- Columns after which lines are wrapped; "0" leaves each paragraph on one line. -->
  </xsl:param>
  <xsl:param name="interface-language" as="xs:string" select="'en'">
    <!-- The language in which dates and the names of calendars are worded, a BCP 47 tag: en, de, fr, ru or zh (zh-Hans for
         simplified characters). -->
  </xsl:param>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail">
    <!-- Yields the whole text, as one string that ends with a newline. -->
  </xsl:mode>
  <xsl:mode name="text" on-no-match="shallow-skip" on-multiple-match="fail">
    <!-- Yields text nodes and the elements that text/layout.xsl describes. -->
  </xsl:mode>

  <xsl:include href="lib/diagnostics.xsl"/>
  <xsl:include href="lib/languages.xsl"/>
  <xsl:include href="lib/pointers.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/names.xsl"/>

  <xsl:include href="text/header.xsl"/>
  <xsl:include href="text/textstructure.xsl"/>
  <xsl:include href="text/core.xsl"/>
  <xsl:include href="text/lists.xsl"/>
  <xsl:include href="text/drama.xsl"/>
  <xsl:include href="text/namesdates.xsl"/>
  <xsl:include href="text/msdescription.xsl"/>
  <xsl:include href="text/transcr.xsl"/>
  <xsl:include href="text/figures.xsl"/>
  <xsl:include href="text/tagdocs.xsl"/>
  <xsl:include href="text/space.xsl"/>
  <xsl:include href="text/layout.xsl"/>
  <xsl:include href="text/lines.xsl"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="page" as="element(t:page)">
      <t:page>
        <xsl:apply-templates mode="text"/>
      </t:page>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:string*" select="t:settled((t:content-lines($page), t:notes($page), t:signs($page)))"/>
    <xsl:variable name="wrapped" as="xs:string*" select="t:wrapped($lines, t:columns($width))"/>
    <xsl:sequence select="string-join($wrapped, '&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- Text is passed on with its white space: only the layout knows which of it counts. -->
  <xsl:template match="text()" mode="text" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- An element that no template knows is reported, and loses no text. -->
  <xsl:template match="*" mode="text" as="node()*" priority="-2">
    <xsl:call-template name="f:report-unknown" xmlns:f="urn:teikit:functions"/>
    <xsl:call-template name="t:as-it-stands"/>
  </xsl:template>
</xsl:stylesheet>
