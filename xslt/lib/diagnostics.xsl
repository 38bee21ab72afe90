<?xml version="1.0" encoding="UTF-8"?>
<!-- Messages as data: each is a `diagnostic` element that names its code and the node it is about.

     XSL010  an element without a template            XSL012  an image or the target of a figure is missing
     XSL011  a pointer whose target is not there      XSL013  an "ibid." that refers to nothing -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:by-name" match="*[not(ancestor::teiHeader)]" use="node-name(.)"/>

  <!-- Reports $text about $node; yields nothing. -->
  <xsl:template name="f:report" as="empty-sequence()">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="node" as="node()" select="."/>
    <xsl:message><diagnostic code="{$code}" path="{path($node)}">{$text}</diagnostic></xsl:message>
  </xsl:template>

  <!-- Reports the context element as one without a template: once for each name in a document. -->
  <xsl:template name="f:report-unknown" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="head((key('f:by-name', node-name(.)), .)) is .">
      <xsl:call-template name="f:report">
        <xsl:with-param name="code" select="'XSL010'"/>
        <xsl:with-param name="text">no template for the element "{name()}": only its content is shown</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Reports each pointer of an attribute whose target should be in this document or a known one, and is not. -->
  <xsl:template name="f:report-dangling" as="empty-sequence()">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:for-each select="f:targets($attribute)[f:is-dangling(., $attribute)]">
      <xsl:call-template name="f:report">
        <xsl:with-param name="code" select="'XSL011'"/>
        <xsl:with-param name="text">{name($attribute)}="{.('pointer')}" points to nothing that is there</xsl:with-param>
        <xsl:with-param name="node" select="$attribute/.."/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- True for an id that its document, one that we have at hand, lacks. -->
  <xsl:function name="f:is-dangling" as="xs:boolean">
    <xsl:param name="target" as="map(xs:string, xs:string)"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="$target('id') != '' and not(contains($target('id'), '('))
      and (f:is-here($target) or exists($registers($target('document')))) and empty(f:element($target, $context))"/>
  </xsl:function>
</xsl:stylesheet>
