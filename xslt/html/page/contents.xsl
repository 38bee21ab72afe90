<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- A list of the divisions that have headings, where there are two or more. -->
  <xsl:template name="f:contents" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="entries" as="element()*"><xsl:apply-templates select="*/*" mode="contents"/></xsl:variable>
    <xsl:if test="count($entries/descendant-or-self::*:li) gt 1">
      <nav class="contents" aria-label="Contents">
        <details open="open">
          <summary lang="en" dir="ltr">Contents</summary>
          <ol><xsl:sequence select="$entries"/></ol>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="TEI | text | front | body | back | group | standOff" mode="contents" as="element()*">
    <xsl:apply-templates select="*" mode="contents"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | listPerson | listPlace | listOrg | listEvent | listBibl | listRelation" mode="contents" as="element()*">
    <xsl:variable name="below" as="element()*"><xsl:apply-templates select="*" mode="contents"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="head[normalize-space()]">
        <li>
          <a href="#{f:anchor(.)}"><xsl:sequence select="head[1] ! f:language-attributes(., /*)"/>{f:words(head[1])}</a>
          <xsl:if test="$below"><ol><xsl:sequence select="$below"/></ol></xsl:if>
        </li>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$below"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element's text in one line, without its notes. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join($element/descendant::node()[self::text() or self::lb][count(ancestor::note) = count($element/ancestor-or-self::note)] ! (if (self::lb) then ' ' else string())))"/>
  </xsl:function>

  <!-- lang and dir of what is taken out of its place. -->
  <xsl:function name="f:language-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="f:language($element)"/>
    <xsl:if test="matches($language, '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$') and $language != f:page-language($root)">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:attribute name="dir" select="f:direction($language)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
