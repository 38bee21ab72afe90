<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 14, tables and figures. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="table" mode="text" as="element(t:block)">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="row | cell" mode="text" as="element(t:block)">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A row that has cells and nothing else is one line. -->
  <xsl:template match="row[t:is-row(.)]" mode="text" as="element(t:row)" priority="1">
    <t:row>
      <xsl:for-each select="cell">
        <t:cell>
          <xsl:apply-templates mode="text"/>
        </t:cell>
      </xsl:for-each>
    </t:row>
  </xsl:template>

  <xsl:function name="t:is-row" as="xs:boolean">
    <xsl:param name="row" as="element(row)"/>
    <xsl:sequence select="exists($row/cell) and empty($row/(* except cell)) and not($row/text()[normalize-space()])"/>
  </xsl:function>

  <xsl:template match="table/head" mode="text" as="element(t:block)" priority="1">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A picture cannot be read, what is said of it can: its caption, its credit, each on a line. -->
  <xsl:template match="figure" mode="text" as="element(t:block)">
    <t:block gap="1" lead="[Figure] " keep="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="figure/head | figDesc | figure/bibl | figure/desc" mode="text" as="element(t:block)" priority="3">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="formula | notatedMusic" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>
</xsl:stylesheet>
