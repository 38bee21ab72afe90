<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 3, lists and bibliographic citations. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="list | listBibl | castList | castGroup" mode="text" as="element(t:block)">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="item" mode="text" as="element(t:block)">
    <t:block gap="0" lead="- " hang="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="list[t:is-numbered(.)]/item" mode="text" as="element(t:block)" priority="1">
    <xsl:variable name="number" as="xs:integer">
      <xsl:number count="item"/>
    </xsl:variable>
    <t:block gap="0" lead="{(@n, $number)[1]}. " hang="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A label and its item: the term on a line, what is said of it below. -->
  <xsl:template match="list/label | list/headLabel | list/headItem" mode="text" as="element(t:block)" priority="1">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="list[label]/item" mode="text" as="element(t:block)" priority="2">
    <t:block gap="0" indent="2">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:function name="t:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="tokenize($list/@rend) = ('numbered', 'ordered', 'decimal') or $list/@type = ('ordered', 'numbered')"/>
  </xsl:function>

  <xsl:template match="bibl | biblStruct | biblFull" mode="text" as="node()*">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <xsl:template match="listBibl/bibl | listBibl/biblStruct | listBibl/biblFull | listBibl/msDesc" mode="text" as="element(t:block)" priority="1">
    <t:block gap="0" lead="- " hang="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" priority="1" match="
    div/bibl | body/bibl | div/biblStruct | body/biblStruct | cit/bibl[not(t:in-text(.))] | epigraph/bibl | relatedItem[not(t:in-text(.))]">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="analytic | monogr | series | imprint" mode="text" as="node()*">
    <xsl:apply-templates mode="text" select="if (t:is-bibliographic(.)) then * else node()"/>
    <xsl:call-template name="t:apart"/>
  </xsl:template>

  <xsl:template match="relatedItem" mode="text" as="node()*">
    <xsl:call-template name="t:unit"/>
  </xsl:template>
</xsl:stylesheet>
