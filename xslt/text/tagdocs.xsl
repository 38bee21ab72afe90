<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 23, documentation of markup: names of elements, examples of XML, specifications. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="att | code | gi | ident | tag | val | specDesc | specList | eg" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="eg[not(t:in-text(.))]" mode="text" as="element()" priority="1">
    <t:block gap="1" indent="4">
      <t:verbatim>
        <xsl:value-of select="."/>
      </t:verbatim>
    </t:block>
  </xsl:template>

  <!-- A specification says what it specifies: an attribute, so the text would not. -->
  <xsl:template mode="text" as="element(t:block)" match="
    schemaSpec | elementSpec | classSpec | macroSpec | dataSpec | moduleSpec | specGrp | attDef | valItem | constraintSpec | paramSpec">
    <t:block gap="1">
      <t:block gap="0">[{replace(local-name(), 'Spec$', '')} {(@ident, @xml:id)[1]}]</t:block>
      <t:block gap="0" indent="2">
        <xsl:apply-templates mode="text"/>
      </t:block>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="node()*" match="
    attList | attRef | classes | memberOf | constraint | content | datatype | dataRef | textNode | macroRef | classRef | elementRef | moduleRef | specGrpRef
    | sequence | alternate | empty | anyElement | defaultVal | valList | valDesc | exemplum | remarks | listRef | equiv | altIdent | model | modelSequence
    | modelGrp | outputRendition | param | paramList | dataFacet">
    <xsl:call-template name="t:as-it-stands"/>
  </xsl:template>

  <!-- An example of markup is shown as markup. -->
  <xsl:template match="egXML" xpath-default-namespace="http://www.tei-c.org/ns/Examples" mode="text" as="element(t:block)">
    <t:block gap="1" indent="4">
      <t:verbatim>
        <xsl:apply-templates mode="t:source"/>
      </t:verbatim>
    </t:block>
  </xsl:template>

  <xsl:mode name="t:source" on-no-match="fail" on-multiple-match="fail">
    <!-- Yields the XML of an example as text, with its white space. -->
  </xsl:mode>

  <xsl:template match="*" mode="t:source" as="text()*">
    <xsl:text>&lt;{name()}{@* ! (' ' || name() || '="' || . || '"')}</xsl:text>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="t:source"/>
        <xsl:text>&lt;/{name()}&gt;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>/&gt;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="t:source" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment()" mode="t:source" as="text()">
    <xsl:text>&lt;!--{.}--&gt;</xsl:text>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="t:source" as="text()">
    <xsl:text>&lt;?{name()} {.}?&gt;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
