<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapters 7 and 8, plays and transcribed speech: who speaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- A speech: the name of who speaks before its first line. -->
  <xsl:template match="sp | u" mode="text" as="element(t:block)">
    <t:block gap="1" lead="{t:speech-lead(.)}" keep="yes">
      <xsl:apply-templates mode="text" select="node() except t:lead-parts(.)"/>
    </t:block>
  </xsl:template>

  <!-- In verse the name has a line of its own, so that the verses stay below each other. -->
  <xsl:template match="sp[l | lg]" mode="text" as="element(t:block)" priority="1">
    <t:block gap="1">
      <t:block gap="0">{t:speech-lead(.)}</t:block>
      <xsl:apply-templates mode="text" select="node() except t:lead-parts(.)"/>
    </t:block>
  </xsl:template>

  <!-- Speech that stands alone, outside a paragraph. -->
  <xsl:template match="said[@who][t:is-a-turn(.)]" mode="text" as="element(t:block)" priority="1">
    <t:block gap="1" lead="{t:speech-lead(.)}" keep="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:function name="t:is-a-turn" as="xs:boolean">
    <xsl:param name="said" as="element(said)"/>
    <xsl:sequence select="exists($said/(parent::div | parent::body | parent::quote)) and not(t:in-text($said))"/>
  </xsl:function>

  <!-- What the lead is made of: the speaker, and a direction that stands right behind. -->
  <xsl:function name="t:lead-parts" as="element()*">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="speaker" as="element(speaker)?" select="$speech/*[1][self::speaker]"/>
    <xsl:sequence select="$speaker, $speaker/following-sibling::*[1][self::stage]"/>
  </xsl:function>

  <!-- "Name: ", "Name (smiling): ", and "Name to Name: " where a speaker turns to somebody new. -->
  <xsl:function name="t:speech-lead" as="xs:string">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="t:lead-parts($speech)"/>
    <xsl:variable name="speaker" as="xs:string" select="
      if ($parts) then t:plain($parts[1])
      else if ($speech/preceding-sibling::*[1]/self::note[@type = 'speaker']) then '' else t:names($speech/@who)"/>
    <xsl:variable name="name" as="xs:string" select="replace($speaker, '\s*[:：]$', '')"/>
    <xsl:variable name="to" as="xs:string" select="if (t:is-newly-addressed($speech)) then t:names($speech/@toWhom) else ''"/>
    <xsl:variable name="direction" as="xs:string" select="t:bracketed(string-join($parts[2] ! t:plain(.)))"/>
    <xsl:sequence select="
      if ($name eq '') then ''
      else string-join(($name, $to[.] ! ('to ' || .), $direction[.]), ' ') || (if (matches($name, '\.$') and $direction eq '' and $to eq '') then ' ' else ': ')"/>
  </xsl:function>

  <xsl:function name="t:bracketed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text eq '' or matches($text, '^[(\[]')) then $text else '(' || $text || ')'"/>
  </xsl:function>

  <!-- True for the first speech of somebody to somebody in a conversation, and wherever that changes. -->
  <xsl:function name="t:is-newly-addressed" as="xs:boolean">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="earlier" as="element()?" select="$speech/preceding-sibling::*[@who = $speech/@who][1]"/>
    <xsl:sequence select="exists($speech/@toWhom) and not($earlier/@toWhom = $speech/@toWhom)"/>
  </xsl:function>

  <!-- The names behind an attribute that points to persons: as the register has them, else the bare id. -->
  <xsl:function name="t:names" as="xs:string">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:variable name="names" as="xs:string*" select="f:targets($pointers) ! (let $entry := f:element(., $pointers)
      return if ($entry) then t:short-name($entry) else replace(.('id'), '_', ' '))[.]"/>
    <xsl:sequence select="string-join($names, ' and ')"/>
  </xsl:function>

  <!-- How a register entry is called in a dialogue. -->
  <xsl:function name="t:short-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="element()?" select="f:name-forms($entry)[1]"/>
    <xsl:sequence select="if ($name/surname) then t:plain($name/surname[1]) else f:display-name($entry)"/>
  </xsl:function>

  <!-- An element as one line of text. -->
  <xsl:function name="t:plain" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="content" as="element(t:block)">
      <t:block>
        <xsl:apply-templates select="$element/node()" mode="text"/>
      </t:block>
    </xsl:variable>
    <xsl:sequence select="string-join(t:content-lines($content)[. ne ''], ' ')"/>
  </xsl:function>

  <!-- A speaker that does not open its speech. -->
  <xsl:template match="speaker" mode="text" as="element(t:block)">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- What is done, not said: between speeches on a line of its own, within one in brackets. -->
  <xsl:template match="stage | incident | kinesic | vocal | pause | shift | writing | event[parent::u]" mode="text" as="node()*">
    <xsl:variable name="plain" as="node()*">
      <xsl:apply-templates mode="text"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not(t:in-text(.) or parent::u or parent::seg)">
        <t:block gap="1">
          <xsl:sequence select="$plain"/>
        </t:block>
      </xsl:when>
      <xsl:when test="normalize-space() and not(matches(., '^\s*[(\[]'))">
        <xsl:text>&#10;(</xsl:text>
        <xsl:sequence select="$plain"/>
        <xsl:text>)&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$plain"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="spGrp | set | prologue | epilogue | performance" mode="text" as="element(t:block)">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="castItem" mode="text" as="element(t:block)">
    <t:block gap="0" lead="- " hang="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor | move | tech | sound | camera | caption | view" mode="text" as="node()*">
    <xsl:call-template name="t:unit"/>
  </xsl:template>
</xsl:stylesheet>
