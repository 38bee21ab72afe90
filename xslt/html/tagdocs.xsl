<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentation: examples are shown as code, specifications as definitions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="*[namespace-uri() = 'http://www.tei-c.org/ns/Examples']" priority="-1" as="element()">
    <pre class="code" tabindex="0" translate="no"><code><xsl:apply-templates select="." mode="code"/></code></pre>
  </xsl:template>

  <xsl:template match="*:egXML" priority="1" as="element()">
    <pre class="code" tabindex="0" translate="no">
      <code>
        <xsl:sequence select="f:id-and-language(.)"/>
        <xsl:apply-templates mode="code"/>
      </code>
    </pre>
  </xsl:template>

  <!-- Grammars and rules. -->
  <xsl:template match="*[namespace-uri() = ('http://relaxng.org/ns/structure/1.0', 'http://purl.oclc.org/dsdl/schematron',
      'http://relaxng.org/ns/compatibility/annotations/1.0', 'http://www.w3.org/1999/XSL/Transform', 'http://www.w3.org/2000/svg',
      'http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/1999/xhtml')]" priority="-1" as="element()">
    <xsl:element name="{if (parent::p) then 'code' else 'pre'}">
      <xsl:attribute name="class" select="'code'"/>
      <xsl:if test="not(parent::p)"><xsl:attribute name="tabindex" select="0"/></xsl:if>
      <xsl:apply-templates select="." mode="code"/>
    </xsl:element>
  </xsl:template>

  <!-- A document included that was not: its address is named. -->
  <xsl:template match="*[namespace-uri() = 'http://www.w3.org/2001/XInclude']" priority="-1" as="element()">
    <div class="not-included" data-label="Not included here: {@href}"><xsl:apply-templates/></div>
  </xsl:template>

  <!-- An element as code: its tags as they would be written. -->
  <xsl:template match="*" mode="code" as="item()*">
    <span class="code-tag">&lt;{name()}{string-join(@* ! (' ' || name() || '="' || . || '"'))}{'/'[empty(current()/node())]}></span>
    <xsl:if test="node()">
      <xsl:apply-templates mode="code"/>
      <span class="code-tag">&lt;/{name()}></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="comment()" mode="code" as="item()*">
    <span class="code-comment">&lt;!--{.}--></span>
  </xsl:template>

  <xsl:template match="eg" as="element()">
    <pre class="code" tabindex="0"><xsl:sequence select="f:id-and-language(.)"/><xsl:apply-templates/></pre>
  </xsl:template>

  <!-- A specification: what it defines stands above it. -->
  <xsl:template match="schemaSpec | moduleSpec | elementSpec | classSpec | macroSpec | dataSpec | attDef | valItem | specGrp | constraintSpec | paramSpec" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'specification')"/>
      <xsl:if test="@ident or @n">
        <div class="specification-name generated">
          <span class="kind" lang="en">{local-name() => replace('Spec|Def|Item', '')} </span>
          <code>{(@ident, @n)[1]}</code>
          <span class="kind" lang="en">{string-join((@mode, @usage, @module), ', ')}</span></div>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="attList | valList | exemplum | remarks | constraint | specList | specDesc | classes | datatype | content" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="@key"><xsl:sequence select="f:label(@key, ' ')"/></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="memberOf | moduleRef | classRef | elementRef | macroRef | dataRef | specGrpRef | attRef | sequence | alternate | textNode | empty | anyElement
      | classes/valList | dataFacet" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., 'reference')"/>
      <xsl:sequence select="f:label(string-join((local-name()[not(current()/@key)], @key, @name, @target, @minOccurs, @maxOccurs), ' '), ' ')"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
