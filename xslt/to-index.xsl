<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page of a build: every document with its date, its letter-writers and its two forms, then the registers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.w3.org/1999/xhtml" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:param name="title" as="xs:string">
    <!-- The title of the edition. -->
  </xsl:param>
  <xsl:param name="documents" as="map(xs:string, document-node())">
    <!-- The documents by their paths below the input root. -->
  </xsl:param>
  <xsl:param name="registers" as="map(xs:string, document-node())" select="map{}">
    <!-- Those of them that are registers: they are listed apart, and names are looked up in them. -->
  </xsl:param>
  <xsl:param name="document" as="xs:string" select="''">
    <!-- The path of this page: it stands above all others. -->
  </xsl:param>
  <xsl:param name="pages" as="xs:string*" select="map:keys($documents)">
    <!-- The paths of the documents that have a page. -->
  </xsl:param>
  <xsl:param name="interface-language" as="xs:string" select="'en'">
    <!-- The language in which dates and the names of calendars are worded, a BCP 47 tag: en, de, fr, ru or zh (zh-Hans for
         simplified characters). -->
  </xsl:param>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail">
    <!-- Yields nothing: the page is made by the initial template. -->
  </xsl:mode>
  <xsl:mode name="words" on-no-match="shallow-skip" on-multiple-match="fail">
    <!-- Yields the words of a title: notes are left out. -->
  </xsl:mode>

  <xsl:include href="lib/pointers.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/languages.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/diagnostics.xsl"/>
  <xsl:include href="html/page/index.xsl"/>

  <xsl:variable name="f:css" as="xs:string" static="yes" select="
    string-join(('page.css', 'index.css') ! unparsed-text(resolve-uri('html/css/' || ., static-base-uri())), '&#10;')"/>

  <xsl:template name="xsl:initial-template" as="element()">
    <xsl:variable name="texts" as="xs:string*" select="sort($pages[not(map:contains($registers, .))], (),
      function($path as xs:string) as xs:string* {f:day($documents($path)), $path})"/>
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="teikit"/>
        <title>{$title}</title>
        <style>{$f:css}</style>
      </head>
      <body class="index">
        <main>
          <h1>{$title}</h1>
          <p class="subtitle">{count($texts)} document{'s'[count($texts) ne 1]}, {map:size($registers)} register{'s'[map:size($registers) ne 1]}</p>
          <h2>Documents</h2>
          <ol class="documents"><xsl:for-each select="$texts"><xsl:sequence select="f:document-item(.)"/></xsl:for-each></ol>
          <xsl:if test="map:size($registers) gt 0">
            <h2>Registers</h2>
            <ul class="registers">
              <xsl:for-each select="sort($pages[map:contains($registers, .)])">
                <li><xsl:sequence select="f:link(.)"/></li>
              </xsl:for-each>
            </ul>
          </xsl:if>
          <h2>Citations</h2>
          <p>What the documents cite: <a href="citations.html">a page</a>, <a href="citations.txt">plain text</a>,
            <a href="citations.json">CSL-JSON</a>.</p>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
