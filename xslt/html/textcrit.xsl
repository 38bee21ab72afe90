<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="app" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="@loc or @from"><xsl:sequence select="f:label(string((@loc, @from ! replace(., '^#', ''))[1]), ' ')"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A reading, with the sigla of its witnesses behind it. -->
  <xsl:template match="lem | rdg" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., 'reading')"/>
      <xsl:variable name="witnesses" as="xs:string" select="string-join((f:sigla(@wit), f:sigla(@source), f:names-of(@resp)), ' ')"/>
      <xsl:if test="$witnesses != ''"><xsl:attribute name="data-witnesses" select="$witnesses"/></xsl:if>
      <xsl:if test="self::rdg and not(node())"><xsl:attribute name="data-omitted" select="'om.'"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The sigla of the witnesses an attribute points to. -->
  <xsl:function name="f:sigla" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:for-each select="f:targets($attribute)">
      <xsl:variable name="witness" as="element()?" select="f:element(., $attribute)"/>
      <xsl:sequence select="string(($witness/@n, $witness/(abbr, idno)[@type = 'siglum'][1] ! normalize-space(.), .('id')[. != ''], .('pointer'))[1])"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="rdgGrp | wit | witDetail | witStart | witEnd | lacunaStart | lacunaEnd" as="element()">
    <span><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="listApp | listWit | witness" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
