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

  <!-- A link whose words are a label has them for those who listen, too. -->
  <xsl:template match="*:a[@data-label][not(@aria-label)]/@data-label" mode="finish" as="attribute()+">
    <xsl:sequence select="., f:attribute('aria-label', .)"/>
  </xsl:template>

  <!-- A line for every block: blocks are not glued together where the page is read as text, and a change is seen line by line. -->
  <xsl:template match="*:div | *:p | *:section | *:blockquote | *:figure | *:figcaption | *:ol | *:ul | *:dl | *:li | *:dt | *:dd | *:tr | *:td | *:th | *:h1 | *:h2 | *:h3
      | *:h4 | *:h5 | *:h6 | *:pre | *:nav | *:main | *:header | *:head | *:title | *:meta | *:details | *:summary | *:caption" mode="finish" as="node()+">
    <xsl:next-match/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*:legend-of-the-page" mode="finish" as="node()*">
    <xsl:variable name="legend" as="document-node()">
      <xsl:document>
        <xsl:call-template name="f:legend">
          <xsl:with-param name="classes" select="distinct-values(root()//*:main//@class ! tokenize(.))"/>
          <xsl:with-param name="calendars" select="exists(root()//*:main//@data-calendars)"/>
        </xsl:call-template>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$legend/*" mode="finish"/>
  </xsl:template>
</xsl:stylesheet>
