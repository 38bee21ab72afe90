<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 4, default text structure: divisions, headings, what opens and closes them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template mode="text" as="element(t:block)" match="
    TEI | teiCorpus | text | group | body | front | back | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | floatingText
    | standOff | facsimile | opener | closer | postscript | argument | titlePage | salute[parent::div] | signed[parent::div] | trailer | docTitle
    | p | ab | lg | address[not(t:in-text(.))] | sourceDoc | surface | surfaceGrp | zone | listAnnotation | annotation | annotationBlock">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- Two versions of a text in two languages: each passage, and then the same in the other language. -->
  <xsl:template match="div[t:other-version(.)]" mode="text" as="element(t:block)?" priority="2">
    <xsl:variable name="other" as="element(div)" select="t:other-version(.)"/>
    <xsl:if test=". &lt;&lt; $other">
      <t:block gap="1">
        <xsl:for-each select="*">
          <xsl:apply-templates select="., t:counterpart(., $other)" mode="text"/>
        </xsl:for-each>
        <xsl:apply-templates select="$other/* except */t:counterpart(., $other)" mode="text"/>
      </t:block>
    </xsl:if>
  </xsl:template>

  <!-- The division beside this one that @corresp says is the same in another language. -->
  <xsl:function name="t:other-version" as="element(div)?">
    <xsl:param name="version" as="element(div)"/>
    <xsl:variable name="other" as="element()*" select="$version[@corresp][@xml:lang]/f:elements(@corresp) intersect $version/../div[@xml:lang != $version/@xml:lang]"/>
    <xsl:sequence select="$other[f:elements(@corresp) intersect $version][count($other) = 1]"/>
  </xsl:function>

  <!-- The passage of the other version that corresponds to a passage. -->
  <xsl:function name="t:counterpart" as="element()?">
    <xsl:param name="passage" as="element()"/>
    <xsl:param name="other" as="element(div)"/>
    <xsl:sequence select="head($passage[@corresp]/f:elements(@corresp) intersect $other/*)"/>
  </xsl:function>

  <!-- Each on a line of its own. -->
  <xsl:template mode="text" as="element(t:block)" match="
    dateline | salute | signed | byline | docAuthor | docDate | docEdition | docImprint | imprimatur | titlePart | addrLine
    | l | line | stamp[not(t:in-text(.))] | meeting">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="salute[parent::div] | signed[parent::div]" mode="text" as="element(t:block)" priority="1">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="address" mode="text" as="node()*">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <xsl:template match="epigraph" mode="text" as="element(t:block)">
    <t:block gap="1" indent="2">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- The heading of a division is underlined; that of a list, a poem or a figure is a line. -->
  <xsl:template match="head" mode="text" as="element(t:block)">
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" match="
    (body | front | back | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | text | group | castList | listBibl | listPerson | listPlace
     | listOrg | listEvent)/head">
    <t:block gap="1">
      <xsl:if test="not(following-sibling::*[1][self::head])">
        <xsl:attribute name="rule" select="'-'"/>
      </xsl:if>
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A milestone between divisions, a generated list, a point in the text: nothing to read, unless somebody wrote into it. -->
  <xsl:template match="divGen | anchor | milestone | index" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <!-- True where running text stands beside an element: it is part of a line then, not a line of its own. -->
  <xsl:function name="t:in-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- The content of the context element: a block where nothing but elements stand beside it, else a part of the line. -->
  <xsl:template name="t:as-it-stands" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:choose>
      <xsl:when test="t:in-text(.) or empty(..)">
        <xsl:apply-templates mode="text"/>
      </xsl:when>
      <xsl:otherwise>
        <t:block gap="0">
          <xsl:apply-templates mode="text"/>
        </t:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The content of the context element, a thing of its own such as a name: where another follows at once, white space keeps them
       apart. (A newline: the layout drops it between Chinese characters.) -->
  <xsl:template name="t:unit" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:apply-templates mode="text"/>
    <xsl:call-template name="t:apart"/>
  </xsl:template>

  <!-- What keeps the context element from the next: a comma between the parts of a structured citation, else white space. -->
  <xsl:template name="t:apart" as="text()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:choose>
      <xsl:when test="t:is-bibliographic(..) and exists(following-sibling::*[normalize-space()][not(self::note)]) and matches(., '[^\s.,:;?!]\s*$')">
        <xsl:text>,&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="following-sibling::node()[1] instance of element() and not(matches(., '[''’\-‐]\s*$'))">
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="t:is-bibliographic" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence select="
      exists($element/(self::bibl | self::biblStruct | self::analytic | self::monogr | self::imprint | self::series | self::biblFull | self::publicationStmt))
      and not($element/text()[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
