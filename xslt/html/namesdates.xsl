<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and dates in the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Names lead to the page of their entry; the entry in one line is the link'"'"'s title. -->
  <xsl:template match="persName | placeName | orgName | geogName | rs | settlement | country | region | district | name[@ref or @key]" as="element()">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
    <xsl:variable name="href" as="xs:string" select="string(head(f:targets(@ref) ! f:href(.)))"/>
    <xsl:variable name="link" as="xs:boolean" select="$href != '' and not($linked) and not(f:holds-blocks(.)) and exists(node())"/>
    <xsl:call-template name="f:report-dangling"><xsl:with-param name="attribute" select="@ref"/></xsl:call-template>
    <xsl:element name="{if ($link) then 'a' else f:tag(.)}">
      <xsl:sequence select="f:attributes(., 'name')"/>
      <xsl:if test="$link"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:if test="$entry"><xsl:attribute name="title" select="f:summary($entry)"/></xsl:if>
      <xsl:apply-templates><xsl:with-param name="linked" select="$linked or $link" tunnel="yes"/></xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="forename | surname | addName | roleName | genName | nameLink | geogFeat | geo | offset | persPronouns" as="element()">
    <span><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- A date says what the text says; one that is not plainly Gregorian is followed by its other forms. -->
  <xsl:template match="date | time | origDate" as="element()*">
    <xsl:variable name="datetime" as="xs:string" select="f:datetime(.)"/>
    <xsl:variable name="other" as="xs:string" select="f:other-calendars(.)"/>
    <xsl:variable name="words" as="xs:string" select="f:gregorian-words(.)"/>
    <xsl:variable name="beside" as="element()?" select="f:beside($other[normalize-space(current())])"/>
    <xsl:element name="{if ($datetime = '' or f:holds-blocks(.)) then f:tag(.) else 'time'}">
      <xsl:sequence select="f:attributes(., 'uncertain'[current()/@cert = ('low', 'unknown')])"/>
      <xsl:if test="$datetime != '' and not(f:holds-blocks(.))"><xsl:attribute name="datetime" select="$datetime"/></xsl:if>
      <xsl:if test="$words != normalize-space()"><xsl:attribute name="title" select="($other, $words)[. != ''][1]"/></xsl:if>
      <xsl:if test="not(normalize-space())"><xsl:sequence select="f:date-label($words)"/></xsl:if>
      <xsl:apply-templates/>
      <xsl:sequence select="$beside[f:is-block(current())]"/>
    </xsl:element>
    <xsl:sequence select="$beside[not(f:is-block(current()))]"/>
  </xsl:template>

  <!-- What stands beside a date, in its own language; behind the date in the direction of the text around both. -->
  <xsl:function name="f:beside" as="element()?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="$words != ''"><span class="generated" lang="{$f:date-lang}" data-calendars="{$words}"/></xsl:if>
  </xsl:function>

  <!-- The words for a date whose element has none, and their language. -->
  <xsl:function name="f:date-label" as="attribute()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$words != ''">
      <xsl:attribute name="lang" select="$f:date-lang"/>
      <xsl:attribute name="dir" select="'ltr'"/>
    </xsl:if>
    <xsl:sequence select="f:label($words, '')"/>
  </xsl:function>

  <!-- Facts about a person, place or organisation that stand in running text. -->
  <xsl:template match="birth | death | floruit | age | sex | gender | nationality | residence | occupation | affiliation | education | faith | state | trait | socecStatus
      | langKnowledge | langKnown | location | population | climate | terrain | personGrp/desc" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
