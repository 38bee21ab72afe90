<?xml version="1.0" encoding="UTF-8"?>
<!-- The core: paragraphs, quotations, emphasis, lists, breaks, verse. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- An element that has no template: its name is reported, its content shown. -->
  <xsl:template match="*" priority="-2" as="element()">
    <xsl:call-template name="f:report-unknown"/>
    <xsl:element name="{f:tag(.)}">
      <xsl:sequence select="f:attributes(., 'unknown')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(., 'paragraph')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote | cit" as="element()">
    <xsl:element name="{if (not(f:is-block(.))) then 'span' else if (self::quote) then 'blockquote' else 'div'}">
      <xsl:sequence select="f:attributes(., f:quote-marks(.))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="q" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., f:quote-marks(.))"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="soCalled" as="element()">
    <span><xsl:sequence select="f:attributes(., f:quote-marks(.))"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Whether the header says that the text keeps the source's quotation marks. -->
  <xsl:variable name="f:marks-are-kept" as="xs:boolean" select="exists(/*/teiHeader/encodingDesc//quotation[@marks = 'all'])"/>

  <!-- 'marks' for words that want quotation marks: in line, and without marks of their own in the text. -->
  <xsl:function name="f:quote-marks" as="xs:string*">
    <xsl:param name="quoted" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="string($quoted/preceding-sibling::node()[1][self::text()])"/>
    <xsl:if test="not($quoted/self::cit) and not(f:is-block($quoted)) and not($quoted/@direct = 'false')
      and not(matches($quoted, '^\s*[&quot;''‘’‚“”„«»‹›「『]')) and not(matches($before, '[&quot;''‘‚“„«»‹›「『]$'))
      and not($quoted/@type = 'precis') and not(matches($quoted/@rend, 'none|no-marks')) and not($f:marks-are-kept)">marks</xsl:if>
  </xsl:function>

  <xsl:template match="hi | emph | foreign | distinct | mentioned | term | gloss | code | gi | att | val | tag | ident | num | measure | measureGrp
      | abbr[not(parent::choice)] | email | lang | bloc | unit | stamp | width | height | depth | dim | material | objectName | object | listObject
      | objectIdentifier | textLang | locus | watermark | heraldry | catchwords | signatures | secFol | ruby | rb | rt | eventName | formula | label | idno
      | name | street | postCode | postBox | listNym | nym | desc | altIdent | equiv" as="element()">
    <xsl:element name="{f:phrase(.)}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The HTML element for a phrase: one that says what it is, where there is such. -->
  <xsl:function name="f:phrase" as="xs:string">
    <xsl:param name="phrase" as="element()"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map{'emph': 'em', 'code': 'code', 'gi': 'code', 'att': 'code', 'val': 'code',
      'tag': 'code', 'ident': 'code', 'ruby': 'ruby', 'rt': 'rt'}"/>
    <xsl:sequence select="
      if (f:is-block($phrase) or $phrase/self::desc[contains(local-name(..), 'Spec') or parent::attDef or parent::valItem]) then 'div'
      else if ($phrase/self::ruby[not(rt)] or $phrase/self::rt[not(parent::ruby)]) then 'span'
      else ($names(local-name($phrase)), 'span')[1]"/>
  </xsl:function>

  <xsl:template match="title" as="element()">
    <cite><xsl:sequence select="f:attributes(., @level ! ('level-' || .))"/><xsl:apply-templates/></cite>
  </xsl:template>

  <!-- Links. A link does not stand in a link: HTML has no such thing. -->
  <xsl:template match="ref | ptr" as="element()">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="target" as="map(xs:string, xs:string)?" select="f:targets(@target)[1]"/>
    <xsl:variable name="href" as="xs:string" select="string($target ! f:href(.))"/>
    <xsl:call-template name="f:report-dangling"><xsl:with-param name="attribute" select="@target"/></xsl:call-template>
    <xsl:element name="{if ($href = '' or $linked) then 'span' else 'a'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$href != '' and not($linked)"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:if test="not(normalize-space())"><xsl:sequence select="f:label(f:pointer-words($target, .), '')"/></xsl:if>
      <xsl:apply-templates><xsl:with-param name="linked" select="$linked or $href != ''" tunnel="yes"/></xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- What to call a pointer that has no words of its own. -->
  <xsl:function name="f:pointer-words" as="xs:string">
    <xsl:param name="target" as="map(xs:string, xs:string)?"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="element" as="element()?" select="$target ! f:element(., $context)"/>
    <xsl:variable name="words" as="xs:string*" select="$element/(head[1] ! f:words(.), @n ! string(.), self::note ! 'note', self::*[f:name-forms(.)] ! f:display-name(.))"/>
    <xsl:sequence select="string(($words[. != ''], $target ! .('pointer')[. != ''] ! replace(., '^[a-z]+://', ''), '→')[1])"/>
  </xsl:function>

  <!-- Words that the page adds are no text of the document: CSS shows them from this attribute. -->
  <xsl:function name="f:label" as="attribute()?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:if test="normalize-space($words)"><xsl:attribute name="data-label" select="normalize-space($words) || $after"/></xsl:if>
  </xsl:function>

  <xsl:template match="list" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:for-each-group select="node()" group-adjacent="boolean(self::head or (self::pb or self::text()[not(normalize-space())]) and not(preceding-sibling::item or preceding-sibling::label))">
        <xsl:choose>
          <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()"/></xsl:when>
          <xsl:when test="../label[following-sibling::*[1][self::item]]">
            <dl><xsl:apply-templates select="current-group()" mode="list"/></dl>
          </xsl:when>
          <xsl:otherwise>
            <xsl:element name="{if (matches(../(@rend, @type)[1], 'number|ordered')) then 'ol' else 'ul'}">
              <xsl:apply-templates select="current-group()" mode="list"/>
            </xsl:element>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:template match="node()" mode="list" as="node()?">
    <xsl:variable name="glossary" as="xs:boolean" select="exists(../label[following-sibling::*[1][self::item]])"/>
    <xsl:choose>
      <xsl:when test="self::text()[normalize-space()] or self::*">
        <xsl:element name="{if ($glossary) then (if (self::label) then 'dt' else 'dd') else 'li'}">
          <xsl:sequence select="if (self::item) then f:attributes(., ()) else f:attribute('class', 'between')"/>
          <xsl:sequence select="self::item/@n ! f:label(., ' ')"/>
          <xsl:apply-templates select="if (self::item) then node() else ."/>
        </xsl:element>
      </xsl:when>
      <xsl:when test="self::text()"><xsl:text> </xsl:text></xsl:when>
      <xsl:otherwise/>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="lg" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:call-template name="f:flow"/></div>
  </xsl:template>

  <xsl:template match="l" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., @part ! ('part-' || .))"/>
      <xsl:sequence select="@n[matches(., '^\d+$')][number(.) mod 5 = 0] ! f:attribute('data-line', .)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="lb" as="element()*">
    <xsl:if test="@break = 'no'"><span class="tei-lb break-no"/></xsl:if>
    <xsl:if test="preceding-sibling::node()[not(self::text()[not(normalize-space())] or self::comment() or self::pb or self::cb)] or not(parent::ab or parent::p or parent::div)">
      <br/>
    </xsl:if>
    <xsl:if test="@n and ancestor::*[self::ab or self::lg or self::p or self::note][1][self::ab or self::lg]">
      <span class="tei-lb line-number" data-label="{@n}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="pb | cb | gb | milestone" as="element()">
    <xsl:variable name="words" as="xs:string" select="f:break-words(.)"/>
    <xsl:element name="{f:tag(.)}">
      <xsl:sequence select="f:attributes(., 'break')"/>
      <xsl:attribute name="role" select="'separator'"/>
      <xsl:attribute name="aria-label" select="$words"/>
      <xsl:sequence select="f:label($words, '')"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:break-words" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="(map{'pb': 'page', 'cb': 'column', 'gb': 'gathering'}(local-name($break)), $break/@unit, 'break')[1]"/>
    <xsl:sequence select="normalize-space($name || ' ' || ($break/@n, 'break'[not($name = 'break')])[1])"/>
  </xsl:function>

  <xsl:template match="address" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:call-template name="f:flow"/></div>
  </xsl:template>

  <xsl:template match="addrLine" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="noteGrp" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
