<?xml version="1.0" encoding="UTF-8"?>
<!-- Bibliographic references. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="bibl | biblFull" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="listBibl/bibl | listBibl/biblFull | figure/bibl" priority="1" as="element()">
    <div><xsl:sequence select="f:attributes(., 'entry')"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="biblStruct" as="element()">
    <div><xsl:sequence select="f:attributes(., 'entry')"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- The parts of a structured entry are data; CSS sets the points between them. -->
  <xsl:template match="analytic | monogr | series | imprint | relatedItem" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="author | editor | respStmt | resp | publisher | pubPlace | biblScope | citedRange | edition | extent | funder | sponsor | principal | distributor
      | authority | msIdentifier | repository | institution | collection | msName | altIdentifier | availability | licence" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="self::biblScope or self::citedRange"><xsl:sequence select="f:label(f:unit(.), ' ')"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- "p." for a page, where the text does not say it. -->
  <xsl:function name="f:unit" as="xs:string?">
    <xsl:param name="scope" as="element()"/>
    <xsl:variable name="words" as="map(xs:string, xs:string)" select="map{'page': 'p.', 'pp': 'p.', 'volume': 'vol.', 'issue': 'no.', 'document': 'doc.', 'vol': 'vol.'}"/>
    <xsl:sequence select="if (matches($scope, '^\s*[\d\-–IVXLC]+\s*$')) then $words(string($scope/@unit)) else ()"/>
  </xsl:function>

  <xsl:template match="note[parent::biblStruct or parent::monogr or parent::listBibl]" priority="3" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
