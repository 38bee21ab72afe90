<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 2, the header: what a reader needs before the text begins. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Title, authors, and for a letter who sent it when, and when it arrived. -->
  <xsl:template match="teiHeader" mode="text" as="element(t:block)*">
    <xsl:variable name="titles" as="element(title)*" select="fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:if test="$titles">
      <t:block gap="1" rule="=">
        <xsl:for-each select="$titles">
          <t:block gap="0">{t:plain(.)}</t:block>
        </xsl:for-each>
      </t:block>
    </xsl:if>
    <t:block gap="1">
      <xsl:variable name="authors" as="xs:string*" select="fileDesc/titleStmt/(author, editor)[normalize-space()] ! t:plain((persName | name | orgName, .)[normalize-space()][1])"/>
      <t:block gap="0">{string-join(distinct-values($authors), '; ')}</t:block>
      <xsl:apply-templates select="profileDesc/correspDesc/correspAction" mode="text"/>
    </t:block>
  </xsl:template>

  <!-- "Sent: Liu Jingren, Petrograd, 1918-01-19". -->
  <xsl:template match="teiHeader//correspAction" mode="text" as="element(t:block)" priority="1">
    <xsl:variable name="parts" as="xs:string*" select="* ! (if (self::date) then t:dated(.) else if (self::note) then () else t:plain(.))"/>
    <t:block gap="0">{upper-case(substring(@type, 1, 1))}{substring((@type, 'correspondence')[1], 2)}: {string-join($parts[.], ', ')}</t:block>
  </xsl:template>

  <!-- A date in one line: its text, and what the text does not say. -->
  <xsl:function name="t:dated" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="beside" as="xs:string" select="t:beside($date)"/>
    <xsl:sequence select="
      if (normalize-space($date)) then t:plain($date) || t:in-brackets($beside, $date)
      else f:gregorian-words($date)"/>
  </xsl:function>
</xsl:stylesheet>
