<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription: what the editors saw, supplied and corrected. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Both readings of a choice stand in the order of the source; the editor's is the smaller one, in brackets. -->
  <xsl:template match="choice" as="element()">
    <span><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates select="* | text()[normalize-space()]"/></span>
  </xsl:template>

  <xsl:template match="sic | corr | orig | reg | expan | unclear | supplied | surplus | damage | ex | am | restore | retrace | secl | mod | redo | undo
      | facsimile/line | transpose | listTranspose | substJoin | subst | metamark | choice/abbr | choice/seg" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., (f:certainty(.), 'in-choice'[current()/parent::choice]))"/>
      <xsl:sequence select="f:mark-title(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add | del" as="element()">
    <xsl:element name="{if (self::add) then 'ins' else 'del'}">
      <xsl:sequence select="f:attributes(., @place ! ('place-' || tokenize(.)[1]))"/>
      <xsl:sequence select="f:mark-title(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:certainty" as="xs:string?">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="'uncertain'[$mark/@cert = ('low', 'unknown') or $mark/certainty]"/>
  </xsl:function>

  <!-- What a mark means, with the hand, the reason and who says so. -->
  <xsl:function name="f:mark-title" as="attribute()">
    <xsl:param name="mark" as="element()"/>
    <xsl:variable name="details" as="xs:string*" select="(
      $mark/@place ! ('place: ' || .), $mark/@hand ! ('hand: ' || string-join(f:names-of(.), ', ')), $mark/@reason ! ('reason: ' || .), $mark/@agent ! ('by ' || .),
      $mark/@rend[$mark/self::del or $mark/self::add] ! ('written: ' || .), $mark/@cert ! ('certainty: ' || .),
      $mark/@resp ! ('responsible: ' || string-join(f:names-of(.), ', ')), $mark/@source ! ('source: ' || string-join(f:names-of(.), ', ')))"/>
    <xsl:attribute name="title" select="string-join(($f:mark-names(local-name($mark)), string-join($details, ', ')[. != '']), '; ')"/>
  </xsl:function>

  <xsl:variable name="f:mark-names" as="map(xs:string, xs:string)" select="map{
    'sic': 'as in the source', 'corr': 'corrected', 'orig': 'original spelling', 'reg': 'regularised', 'abbr': 'abbreviated', 'expan': 'expanded', 'add': 'added',
    'del': 'deleted', 'unclear': 'hard to read', 'supplied': 'supplied by the editor', 'surplus': 'superfluous', 'damage': 'damaged', 'ex': 'abbreviation resolved',
    'am': 'mark of abbreviation', 'restore': 'restored', 'subst': 'substitution', 'gap': 'left out', 'space': 'left blank'}"/>

  <xsl:template match="gap | space | ellipsis" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:sequence select="f:label(f:gap-words(.), '')"/>
      <xsl:attribute name="title" select="string-join((if (self::space) then 'left blank' else 'left out', @reason, f:extent(.))[. != ''], ', ')"/>
      <xsl:apply-templates select="* except (certainty, precision)"/>
    </span>
  </xsl:template>

  <xsl:function name="f:gap-words" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="extent" as="xs:string" select="f:extent($gap)"/>
    <xsl:sequence select="
      if ($gap/self::space) then '[' || string-join(('blank', $extent[. != '']), ', ') || ']'
      else '[…' || (if ($extent != '') then ' ' || $extent else '') || ']'"/>
  </xsl:function>

  <!-- "3 words", "2–4 lines", "extent unknown" is not said. -->
  <xsl:function name="f:extent" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="quantity" as="xs:string" select="string((
      $gap/@quantity, string-join(($gap/@atLeast, $gap/@atMost), '–')[. != ''], $gap/@extent[. != 'unknown'])[1])"/>
    <xsl:variable name="unit" as="xs:string" select="string($gap/@unit[not($gap/@extent)][$quantity != ''])"/>
    <xsl:variable name="unit" as="xs:string" select="if ($unit = 'chars') then 'character' else $unit"/>
    <xsl:sequence select="normalize-space($quantity || ' ' || $unit || (if ($unit != '' and not($quantity = '1') and not(ends-with($unit, 's'))) then 's' else ''))"/>
  </xsl:function>

  <xsl:template match="handShift | addSpan | delSpan | damageSpan" as="element()">
    <xsl:variable name="hand" as="xs:string" select="string-join(f:names-of((@new, @hand)[1]), ', ')"/>
    <span>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:sequence select="f:label('[' || (map{'handShift': 'hand', 'addSpan': 'added from here', 'delSpan': 'deleted from here', 'damageSpan': 'damaged from here'}
        (local-name())) || ($hand[. != ''] ! (': ' || .)) || ']', '')"/>
    </span>
  </xsl:template>

  <xsl:template match="fw" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., 'forme-work')"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="g" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="not(normalize-space())">
        <xsl:sequence select="f:label((f:elements(@ref)/(mapping, charProp/value)[normalize-space()][1] ! normalize-space(.), '[' || (f:names-of(@ref), @type, 'sign')[1] || ']')[1], '')"/>
      </xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Statements on certainty and responsibility are data about the text. -->
  <xsl:template match="certainty | precision | respons" as="element()?">
    <xsl:if test="normalize-space()"><span><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
