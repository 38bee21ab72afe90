<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a part of a citation, as a reader of the edition reads it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="c:plain" on-no-match="text-only-copy" on-multiple-match="fail">
    <!-- Yields text: corrected, regularised, expanded, without notes. -->
  </xsl:mode>

  <xsl:template match="choice[*]" mode="c:plain" as="text()*">
    <xsl:apply-templates mode="c:plain" select="(corr, reg, expan, *)[1]"/>
  </xsl:template>

  <xsl:template match="note" mode="c:plain" as="empty-sequence()"/>

  <xsl:template match="lb | pb" mode="c:plain" as="text()">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- An element in words, '' for none. Parts that stand in the markup without any text between are kept apart. -->
  <xsl:function name="c:plain" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="structured" as="xs:boolean" select="exists($element/*) and not($element/text()[normalize-space()])"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:for-each select="$element/node()">
        <xsl:variable name="piece" as="text()*">
          <xsl:apply-templates select="." mode="c:plain"/>
        </xsl:variable>
        <xsl:sequence select="string-join($piece)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="t:collapse(string-join($pieces, if ($structured) then '&#10;' else ''))"/>
  </xsl:function>

  <!-- Every element of a citation, without what belongs to another citation inside it or to a note. -->
  <xsl:function name="c:parts" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/*[not(self::bibl or self::biblStruct or self::biblFull or self::relatedItem or self::note)]">
      <xsl:sequence select="., c:parts(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a description of a manuscript says of the manuscript as a thing to cite. -->
  <xsl:function name="c:manuscript-parts" as="element()*">
    <xsl:param name="description" as="element(msDesc)"/>
    <xsl:sequence select="
      $description/msIdentifier/(., c:parts(.)), $description/msContents/(., msItem)/(author, title, textLang, editor), $description/head/(title, origDate, date),
      ($description/history/origin//(origDate, date))[1]"/>
  </xsl:function>

  <!-- The first of several forms of one name in several languages, else the whole. -->
  <xsl:function name="c:first-form" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="$element/*[@xml:lang]"/>
    <xsl:sequence select="
      if (count($forms) gt 1 and count($forms) = count($element/*) and count(distinct-values($forms ! name())) = 1) then c:plain($forms[1]) else c:plain($element)"/>
  </xsl:function>

  <!-- The words of a free citation that stand outside its marked parts. -->
  <xsl:function name="c:loose" as="xs:string*">
    <xsl:param name="cited" as="element()"/>
    <xsl:sequence select="tokenize(lower-case(string-join($cited/self::bibl/(., hi, seg, emph)/text(), ' ')), '[^\p{L}\p{N}]+')[.]"/>
  </xsl:function>

  <!-- An entry of a map, or nothing where the value is empty. -->
  <xsl:function name="c:entry" as="map(xs:string, item())?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="if (empty($value) or ($value instance of xs:string and $value eq '')) then () else map{$key: $value}"/>
  </xsl:function>

  <!-- The same for a list. -->
  <xsl:function name="c:list" as="map(xs:string, item())?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:sequence select="if (empty($values)) then () else map{$key: array{$values}}"/>
  </xsl:function>
</xsl:stylesheet>
