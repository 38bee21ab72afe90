<?xml version="1.0" encoding="UTF-8"?>
<!-- The last pass, over the page itself. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:page-id" match="*[@id]" use="@id"/>

  <!-- An id that was used already is dropped: the first keeps it. -->
  <xsl:template match="@id[not(key('f:page-id', .)[1] is ..)]" mode="finish" as="empty-sequence()"/>

  <!-- A link within the page leads somewhere or is no link. -->
  <xsl:template match="@href[starts-with(., '#')][empty(key('f:page-id', substring(., 2)))]" mode="finish" as="empty-sequence()"/>

  <xsl:template match="*:legend-of-the-page" mode="finish" as="element()*">
    <xsl:call-template name="f:legend">
      <xsl:with-param name="classes" select="distinct-values(root()//*:main//@class ! tokenize(.))"/>
      <xsl:with-param name="calendars" select="exists(root()//*:main//@data-calendars)"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
