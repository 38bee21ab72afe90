<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapters 11, 12 and 5, transcription, apparatus and characters: what the source has, and what its editor did. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template mode="text" as="node()*" match="
    damage | handShift | restore | retrace | redo | undo | subst | substJoin | mod | listTranspose | transpose | metamark
    | addSpan | delSpan | damageSpan | ellipsis | g | catchwords | signatures
    | secFol | certainty | precision | respons | alt | link | linkGrp | join | when | timeline | locus | locusGrp | dim | dimensions | height | depth
    | width">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="del" mode="text" as="node()*">
    <xsl:sequence select="t:signed(., '⟦', '⟧', 'deleted')"/>
  </xsl:template>

  <xsl:template match="surplus" mode="text" as="node()*">
    <xsl:sequence select="t:signed(., '{', '}', 'surplus')"/>
  </xsl:template>

  <xsl:template match="supplied" mode="text" as="node()*">
    <xsl:sequence select="t:signed(., '[', ']', 'supplied')"/>
  </xsl:template>

  <xsl:template match="add" mode="text" as="node()*">
    <xsl:choose>
      <xsl:when test="$choice eq 'diplomatic'">
        <xsl:sequence select="t:signed(., '‹', '›', 'added')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In a diplomatic text, what no choice tells apart is still the editor's: a correction, a regular form, letters spelt out. -->
  <xsl:template mode="text" as="node()*" priority="1" match="
    corr[not(parent::choice)][$choice eq 'diplomatic'] | reg[not(parent::choice)][$choice eq 'diplomatic'] | ex[$choice eq 'diplomatic']">
    <xsl:sequence select="t:signed(., '[', ']', 'supplied')"/>
  </xsl:template>

  <xsl:template match="unclear[$choice eq 'diplomatic']" mode="text" as="node()*" priority="1">
    <xsl:apply-templates mode="text"/>
    <t:sign of="unclear"/>
    <xsl:text>[?]</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="gap" mode="text" as="node()*">
    <t:sign of="gap"/>
    <xsl:text>[…]</xsl:text>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="space" mode="text" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <!-- What stands at the edge of a page interrupts the text. -->
  <xsl:template match="fw[normalize-space()]" mode="text" as="node()*">
    <xsl:text> [</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>] </xsl:text>
  </xsl:template>

  <xsl:template match="fw" mode="text" as="empty-sequence()" priority="-1"/>

  <!-- The apparatus: the chosen reading in the text, the others in a note. -->
  <xsl:template match="app" mode="text" as="node()*">
    <xsl:variable name="chosen" as="element()?" select="(lem, rdg, rdgGrp)[1]"/>
    <xsl:apply-templates mode="text" select="$chosen, text()"/>
    <xsl:if test="exists(* except $chosen)">
      <t:note>
        <xsl:apply-templates mode="text" select="* except $chosen"/>
      </t:note>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listApp/app | standOff/app" mode="text" as="element(t:block)" priority="1">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="lem" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="rdgGrp | wit | witDetail | app/note" mode="text" as="node()*" priority="1">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <!-- A reading with the witnesses that have it. -->
  <xsl:template match="rdg" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
    <xsl:text> {string-join(@wit ! f:pointers(.) ! replace(., '^.*#', ''), ' ')}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="app[not(lem)]/rdg[1]" mode="text" as="node()*" priority="1">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="witness" mode="text" as="element(t:block)">
    <t:block gap="0" lead="- " hang="yes">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- Content between two signs, unless the text has brackets itself. -->
  <xsl:function name="t:signed" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="open" as="xs:string"/>
    <xsl:param name="close" as="xs:string"/>
    <xsl:param name="meaning" as="xs:string"/>
    <xsl:variable name="bare" as="xs:boolean" select="not(starts-with(normalize-space($element), $open))"/>
    <xsl:if test="$bare">
      <t:sign of="{$meaning}"/>
      <xsl:value-of select="$open"/>
    </xsl:if>
    <xsl:apply-templates select="$element/node()" mode="text"/>
    <xsl:if test="$bare">
      <xsl:value-of select="$close"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
