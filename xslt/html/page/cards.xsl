<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers: one card for an entry, its id the anchor that names lead to. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listRelation | listBibl | taxonomy | calendarDesc[*]" priority="2" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <section>
      <xsl:sequence select="f:attributes(., 'register')"/>
      <xsl:attribute name="id" select="f:anchor(.)"/>
      <xsl:apply-templates><xsl:with-param name="level" select="$level + (if (head) then 1 else 0)" tunnel="yes"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="person | personGrp | persona | place | org | event | category | calendar | nym | object[parent::listObject]" priority="2" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:variable name="title" as="element()?" select="*[1][. is f:name-forms(..)[1]][normalize-space()][not(f:holds-blocks(.))]"/>
    <div>
      <xsl:sequence select="f:attributes(., 'card')"/>
      <xsl:call-template name="f:card-title"><xsl:with-param name="form" select="$title"/></xsl:call-template>
      <xsl:apply-templates select="node() except $title" mode="field">
        <xsl:with-param name="level" select="min(($level + 1, 6))" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- The heading of a card: the entry's first name where that comes first, else its name in words; with dates. -->
  <xsl:template name="f:card-title" as="element()">
    <xsl:param name="form" as="element()?"/>
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:element name="h{min((max(($level, 2)), 6))}">
      <xsl:attribute name="class" select="'card-title', 'generated'[not($form)]"/>
      <xsl:variable name="register" as="xs:string" select="string(head((@sameAs, @corresp) ! f:targets(.)[not(f:is-here(.))] ! f:href(.)[. != '']))"/>
      <xsl:choose>
        <xsl:when test="$register != '' and $form">
          <a href="{$register}">
            <xsl:sequence select="f:attributes($form, ())"/>
            <xsl:apply-templates select="$form/node()">
              <xsl:with-param name="linked" select="true()" tunnel="yes"/>
            </xsl:apply-templates>
          </a>
        </xsl:when>
        <xsl:when test="$form">
          <span>
            <xsl:sequence select="f:attributes($form, ())"/>
            <xsl:apply-templates select="$form/node()">
              <xsl:with-param name="linked" select="true()" tunnel="yes"/>
            </xsl:apply-templates>
          </span>
        </xsl:when>
        <xsl:otherwise>{f:display-name(.)}</xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="dates" as="xs:string" select="(., (@sameAs, @corresp) ! f:elements(.)) ! f:life-dates(.)[. != ''] => head() => string()"/>
      <xsl:if test="$dates != ''"><span class="card-dates" lang="{$f:date-lang}" dir="ltr" data-label="{$dates}"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A fact: its name, what the text says, and its date in words where the text says none. -->
  <xsl:template match="*" mode="field" as="element()">
    <xsl:variable name="words" as="xs:string" select="f:gregorian-words(.)"/>
    <div class="field">
      <xsl:sequence select="f:id-and-language(.)"/>
      <span class="field-name generated" lang="en" dir="ltr">{f:field-name(.)}</span>
      <div class="field-text tei-{local-name()}">
        <xsl:if test="$words != '' and not(normalize-space())"><xsl:sequence select="f:date-label($words)"/></xsl:if>
        <xsl:if test="$words != '' and normalize-space()"><xsl:sequence select="f:attribute('title', $words)"/></xsl:if>
        <xsl:if test="$words = '' and not(normalize-space()) and not(.//graphic)">
          <xsl:sequence select="f:label(string-join((@value, @tag, @ref ! f:names-of(.), @url)[. != ''], ' '), '')"/>
        </xsl:if>
        <xsl:call-template name="f:field-content"/>
        <xsl:if test="@calendar and normalize-space() and not(self::date)"><xsl:sequence select="f:beside(f:other-calendars(.))"/></xsl:if>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="f:field-content" as="node()*">
    <xsl:variable name="address" as="xs:string" select="string(self::idno ! f:authority-address(.))"/>
    <xsl:choose>
      <xsl:when test="$address != ''"><a href="{$address}"><xsl:apply-templates/></a></xsl:when>
      <xsl:when test="self::persName or self::placeName or self::orgName">
        <span class="name-form">
          <xsl:apply-templates/>
        </span>
      </xsl:when>
      <xsl:when test="self::figure or self::graphic or self::bibl or self::biblStruct or self::ref or self::ptr or self::date or self::relation">
        <xsl:apply-templates select="."/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A fact that says nothing. -->
  <xsl:template match="*[empty((node(), @* except (@type, @xml:lang)))]" mode="field" priority="2" as="empty-sequence()"/>

  <!-- Nested entries and lists are cards and lists in the card. -->
  <xsl:template match="person | personGrp | persona | place | org | event | category | listPerson | listPlace | listOrg | listEvent | listBibl | listRelation | relation | head | p"
    mode="field" priority="1" as="node()*">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:function name="f:field-name" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="(map{'persName': 'name', 'placeName': 'name', 'orgName': 'name', 'eventName': 'name', 'idno': 'identifier',
      'desc': 'about', 'langKnowledge': 'languages', 'bibl': 'source', 'biblStruct': 'source', 'geo': 'coordinates', 'catDesc': 'about', 'floruit': 'active'}
      (local-name($fact)), f:spaced(local-name($fact)))[1]"/>
    <xsl:variable name="details" as="xs:string*" select="($fact/@type, $fact/@subtype, $fact/@role) ! string(.), $fact[self::persName or self::placeName or self::orgName or self::eventName or self::desc or self::note]/@xml:lang ! f:language-name(., ..)"/>
    <xsl:sequence select="$name || string-join($details ! (' · ' || .))"/>
  </xsl:function>

  <!-- The address of an authority record, for the files that editions use most. -->
  <xsl:function name="f:authority-address" as="xs:string">
    <xsl:param name="number" as="element(idno)"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($number)"/>
    <xsl:variable name="base" as="xs:string?" select="map{'gnd': 'https://d-nb.info/gnd/', 'viaf': 'https://viaf.org/viaf/', 'wikidata': 'https://www.wikidata.org/wiki/',
      'geonames': 'https://www.geonames.org/', 'doi': 'https://doi.org/', 'orcid': 'https://orcid.org/', 'isni': 'https://isni.org/isni/'}(lower-case($number/@type))"/>
    <xsl:sequence select="
      if ($number/*) then '' else if (matches($text, '^https?://\S+$')) then $text
      else if ($base and matches($text, '^[\w./\-]+$')) then $base || $text else ''"/>
  </xsl:function>

  <!-- A relation: who is related to whom, and how. -->
  <xsl:template match="relation" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'card')"/>
      <div class="relation-line generated" lang="en" dir="ltr">
        <xsl:call-template name="f:people"><xsl:with-param name="attribute" select="(@active, @mutual)[1]"/></xsl:call-template>
        <span class="relation-name"> — {f:spaced(string((@name, @type, 'related to')[1])) => replace('-', ' ')} — </span>
        <xsl:call-template name="f:people"><xsl:with-param name="attribute" select="@passive"/></xsl:call-template>
      </div>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
