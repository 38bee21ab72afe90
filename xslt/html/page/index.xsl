<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the front page: a document with its date, its letter-writers and languages; a link to a page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="f:document-item" as="element()">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$documents($path)/*/teiHeader[1]"/>
    <xsl:variable name="dated" as="element()?" select="f:dated($documents($path))"/>
    <xsl:variable name="details" as="xs:string*" select="
      string-join($header//correspAction[@type = ('sent', 'received')] ! normalize-space(string-join((persName | orgName) ! normalize-space(.), ' and '))[. != ''], ' → '),
      string-join(distinct-values($header//language/@ident ! f:language-name(., ..)), ', ')"/>
    <li>
      <span class="when" lang="{$f:date-lang}">{$dated ! f:gregorian-words(.)}</span>
      <span class="what">
        <xsl:sequence select="f:link($path)"/>
        <xsl:for-each select="$details[. != '']"><span class="detail">{.}</span></xsl:for-each>
        <a class="text" href="text/{f:address($path)}.txt">plain text</a>
      </span>
    </li>
  </xsl:function>

  <xsl:function name="f:link" as="element()">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="title" as="element()?" select="$documents($path)/*/teiHeader[1]/fileDesc/titleStmt/title[normalize-space()][1]"/>
    <a href="html/{f:address($path)}.html">
      <xsl:choose>
        <xsl:when test="$title"><xsl:apply-templates select="$title" mode="words"/></xsl:when>
        <xsl:otherwise>{$path}</xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:function>

  <xsl:template match="text()" mode="words" as="xs:string">{.}</xsl:template>
  <xsl:template match="note" mode="words" as="empty-sequence()"/>

  <!-- The path of a page, without its ending, as a relative address. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize(replace($path, '\.[^./]+$', ''), '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <!-- What dates a document: the day it was sent, else written. -->
  <xsl:function name="f:dated" as="element()?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="profile" as="element(profileDesc)?" select="$document/*/teiHeader[1]/profileDesc[1]"/>
    <xsl:sequence select="($profile/correspDesc/correspAction[@type = 'sent']//date, $profile/creation//date)[f:day-of(.) != ''][1]"/>
  </xsl:function>

  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(f:dated($document) ! f:day-of(.), '9999')[1]"/>
  </xsl:function>

  <xsl:function name="f:day-of" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string(($date/(@when, @from, @notBefore, @to, @notAfter))[1])"/>
  </xsl:function>
</xsl:stylesheet>
