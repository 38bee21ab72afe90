<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches, in plays and in conversations: who says what to whom; cast lists and stage directions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The voices of the document, in the order in which they are first heard. -->
  <xsl:variable name="f:voices" as="xs:string*" select="distinct-values(/descendant::*[self::sp or self::u or self::said]/@who ! normalize-space(.))"/>

  <!-- The speeches of the current group, as one conversation. -->
  <xsl:template name="f:conversation" as="element()">
    <xsl:variable name="who" as="xs:string*" select="distinct-values(current-group()[. instance of element()]/@who ! f:names-of(.))"/>
    <div class="conversation" role="group" aria-label="{f:conversation-words($who)}">
      <xsl:apply-templates select="current-group()"/>
    </div>
  </xsl:template>

  <xsl:function name="f:conversation-words" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
      if (count($names) gt 4 or empty($names)) then 'Conversation'
      else 'Conversation: ' || string-join($names, ', ')"/>
  </xsl:function>

  <!-- A class for a voice: the colours repeat after six. -->
  <xsl:function name="f:voice" as="xs:string*">
    <xsl:param name="speech" as="element()"/>
    <xsl:sequence select="$speech/@who ! ('voice-' || (index-of($f:voices, normalize-space(.)) - 1) mod 6 + 1)"/>
  </xsl:function>

  <xsl:template match="sp | spGrp" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('speech'[current()/self::sp], f:voice(.)))"/>
      <xsl:if test="self::sp[not(speaker)][@who]"><xsl:call-template name="f:turn"/></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A speech act that is a block of its own, like a speech. -->
  <xsl:template match="said[f:is-block(.)]" priority="1" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('speech', f:voice(.), 'indirect'[current()/@direct = 'false']))"/>
      <xsl:if test="not(f:is-spoken-by-parent(.))"><xsl:call-template name="f:turn"/></xsl:if>
      <div class="words"><xsl:apply-templates/></div>
    </div>
  </xsl:template>

  <!-- One within a paragraph: a label says who speaks to whom, unless that is said already. -->
  <xsl:template match="said" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., (f:quote-marks(.), f:voice(.), 'indirect'[current()/@direct = 'false']))"/>
      <xsl:if test="@who or @toWhom">
        <xsl:attribute name="title" select="f:turn-words(.)"/>
        <xsl:if test="not(f:is-spoken-by-parent(.) or f:goes-on(.))"><xsl:attribute name="data-voice" select="f:turn-words(.)"/></xsl:if>
      </xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Whether the speech around it has the same speaker and addressee. -->
  <xsl:function name="f:is-spoken-by-parent" as="xs:boolean">
    <xsl:param name="said" as="element(said)"/>
    <xsl:variable name="speech" as="element()?" select="$said/ancestor::*[self::sp or self::said or self::u][1]"/>
    <xsl:sequence select="(exists($speech) or not($said/@who)) and ($said/@who = $speech/@who or not($said/@who))
      and ($said/@toWhom = $speech/@toWhom or not($said/@toWhom))"/>
  </xsl:function>

  <!-- Whether the speech act before it, in the same paragraph, has the same speaker and addressee. -->
  <xsl:function name="f:goes-on" as="xs:boolean">
    <xsl:param name="said" as="element(said)"/>
    <xsl:variable name="before" as="element(said)?" select="$said/preceding-sibling::said[1]"/>
    <xsl:sequence select="exists($before) and f:turn-words($said) = f:turn-words($before)"/>
  </xsl:function>

  <xsl:function name="f:turn-words" as="xs:string">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="who" as="xs:string" select="string-join(f:names-of($speech/@who), ', ')"/>
    <xsl:variable name="to" as="xs:string" select="string-join(f:names-of($speech/@toWhom), ', ')"/>
    <xsl:sequence select="string-join(($who[. != ''], $to[. != ''] ! ('→ ' || .)), ' ')"/>
  </xsl:function>

  <!-- The line above a speech: who speaks (where the text does not say), and to whom. -->
  <xsl:template name="f:turn" as="element()">
    <div class="turn generated" lang="en" dir="ltr">
      <xsl:call-template name="f:people"><xsl:with-param name="attribute" select="@who"/></xsl:call-template>
      <xsl:call-template name="f:addressees"/>
    </div>
  </xsl:template>

  <xsl:template name="f:addressees" as="item()*">
    <xsl:if test="@toWhom">
      <span class="to-whom generated" lang="en" dir="ltr"> to <xsl:call-template name="f:people">
          <xsl:with-param name="attribute" select="@toWhom"/>
        </xsl:call-template>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The people an attribute points to, linked. -->
  <xsl:template name="f:people" as="item()*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:variable name="context" as="element()" select="."/>
    <xsl:for-each select="f:targets($attribute)">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:variable name="entry" as="element()?" select="f:element(., $context)"/>
      <xsl:variable name="href" as="xs:string" select="f:href(.)"/>
      <xsl:variable name="name" as="xs:string" select="if ($entry) then f:display-name($entry) else replace(.('pointer'), '^.*[#:/](.)', '$1')"/>
      <xsl:choose>
        <xsl:when test="$href != ''"><a href="{$href}" title="{if ($entry) then f:summary($entry) else $name}">{$name}</a></xsl:when>
        <xsl:otherwise>{$name}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="speaker" as="element()*">
    <div class="turn">
      <span><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></span>
      <xsl:for-each select="parent::sp"><xsl:call-template name="f:addressees"/></xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="stage | move | camera | caption | sound | tech | view" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., 'direction')"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="castList | castGroup" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="castItem" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
