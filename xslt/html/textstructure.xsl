<?xml version="1.0" encoding="UTF-8"?>
<!-- Text structure: divisions and what opens and closes them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="TEI" as="element()*">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:apply-templates select="* except teiHeader"/>
  </xsl:template>

  <!-- A document within a corpus: its title stands above it. -->
  <xsl:template match="teiCorpus/TEI | TEI/TEI" priority="1" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <section class="member">
      <xsl:sequence select="f:id-and-language(.)"/>
      <xsl:element name="h{min(($level, 6))}">{f:page-title(.)}</xsl:element>
      <xsl:apply-templates select="* except teiHeader"><xsl:with-param name="level" select="$level + 1" tunnel="yes"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="teiCorpus" as="element()*">
    <xsl:apply-templates select="* except teiHeader"/>
  </xsl:template>

  <xsl:template match="text | body | front | back | group | floatingText" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:call-template name="f:flow">
        <xsl:with-param name="level" select="$level + (if (head) then 1 else 0)" tunnel="yes"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | performance | prologue | epilogue | set" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:element name="{if (head[normalize-space()]) then 'section' else 'div'}">
      <xsl:sequence select="f:attributes(., ('division', @type ! ('type-' || replace(., '[^A-Za-z0-9\-]', ''))))"/>
      <xsl:attribute name="id" select="f:anchor(.)"/>
      <xsl:if test="@type = $f:named-divisions and not(head) and normalize-space()">
        <div class="division-label generated" lang="en" dir="ltr">{f:capital(string-join((@type, @subtype, @n), ' '))}</div>
      </xsl:if>
      <xsl:call-template name="f:flow">
        <xsl:with-param name="level" select="$level + (if (head) then 1 else 0)" tunnel="yes"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- Divisions whose type says what they are, where they have no heading. -->
  <xsl:variable name="f:named-divisions" as="xs:string*" select="'edition', 'translation', 'commentary', 'apparatus', 'bibliography', 'textpart', 'summary', 'regest',
    'appendix', 'enclosure', 'transcription', 'notes'"/>

  <!-- The first heading of a division ranks by its depth; other headings are lines of their own. -->
  <xsl:template match="head | label[parent::div]" as="element()">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:element name="{if (f:is-heading(.)) then 'h' || min((max(($level - 1, 2)), 6)) else 'div'}">
      <xsl:sequence select="f:attributes(., 'heading')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:is-heading" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="exists($head/self::head[normalize-space()]
      [parent::*/local-name() = ('div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'listPerson', 'listPlace', 'listOrg', 'listEvent',
         'listBibl', 'listRelation', 'listObject', 'taxonomy', 'body', 'front', 'back', 'group', 'performance', 'prologue', 'epilogue', 'set')]
      [. is ../head[normalize-space()][1]]) and not($head/descendant::*[local-name() = $f:blocks])"/>
  </xsl:function>

  <xsl:template match="argument | epigraph | postscript | opener | closer | titlePage | docTitle | titlePart | imprimatur | docImprint | trailer" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:call-template name="f:flow"/></div>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | byline | docAuthor | docDate | docEdition | meeting" as="element()">
    <xsl:element name="{f:tag(.)}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
      <xsl:sequence select="self::docDate[@calendar][normalize-space()] ! f:beside(f:other-calendars(.))"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="divGen" as="element()?">
    <xsl:if test="head"><div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div></xsl:if>
  </xsl:template>
</xsl:stylesheet>
