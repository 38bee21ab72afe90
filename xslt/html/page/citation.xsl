<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite the page, from its header. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="f:citation" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="*/teiHeader[1]/fileDesc"/>
    <xsl:if test="$file">
      <xsl:variable name="titles" as="element()*" select="f:main-titles(*)"/>
      <xsl:variable name="publication" as="element()?" select="$file/publicationStmt"/>
      <section class="cite-this" aria-labelledby="heading-cite">
        <h2 id="heading-cite">Cite this page</h2>
        <p class="citation">
          <xsl:sequence select="f:sentence(f:responsible($file/titleStmt))"/>
          <xsl:text>“</xsl:text><span><xsl:sequence select="$titles[1] ! f:header-language(.)"/>{replace(f:page-title(*), '[.\s]+$', '')}</span>.” <xsl:text/>
          <xsl:if test="$file/seriesStmt/title[normalize-space()]">In <cite>{f:words($file/seriesStmt/title[normalize-space()][1])}</cite>. </xsl:if>
          <xsl:sequence select="f:sentence(f:published($publication))"/>
          <xsl:sequence select="f:identifier($publication)"/>
        </p>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:sentence" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if ($words = '') then '' else replace($words, '\.$', '') || '. '"/>
  </xsl:function>

  <!-- Authors, else editors, else those responsible: "A. Author and B. Author (ed.)". -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="statement" as="element()?"/>
    <xsl:variable name="authors" as="xs:string*" select="distinct-values($statement/author ! f:person-words(.))[. != '']"/>
    <xsl:variable name="editors" as="xs:string*" select="distinct-values($statement/(if (editor) then editor else respStmt[1]/(persName | orgName | name)) ! f:person-words(.))[. != '']"/>
    <xsl:sequence select="
      if (exists($authors)) then f:list-words($authors)
      else if (exists($editors)) then f:list-words($editors) || (if (count($editors) gt 1) then ', eds' else ', ed') else ''"/>
  </xsl:function>

  <xsl:function name="f:person-words" as="xs:string">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="f:name-words(head(($person/(persName | orgName | name)[normalize-space()], $person)))"/>
  </xsl:function>

  <xsl:function name="f:list-words" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
      if (count($names) gt 3) then $names[1] || ' et al'
      else string-join((string-join($names[position() lt last()], ', ')[. != ''], $names[last()]), ' and ')"/>
  </xsl:function>

  <!-- "Place: Publisher, date". -->
  <xsl:function name="f:published" as="xs:string">
    <xsl:param name="statement" as="element()?"/>
    <xsl:variable name="publisher" as="xs:string" select="string($statement/(publisher, authority, distributor)[normalize-space()][1] ! f:words(.))"/>
    <xsl:variable name="place" as="xs:string" select="string($statement/pubPlace[normalize-space()][1] ! f:words(.))"/>
    <xsl:variable name="date" as="xs:string" select="string($statement/date[1] ! (if (normalize-space()) then f:words(.) else f:gregorian-words(.)))"/>
    <xsl:sequence select="string-join((string-join(($place, $publisher)[. != ''], ': '), $date)[. != ''], ', ')"/>
  </xsl:function>

  <!-- The address of the publication, where the header gives one. -->
  <xsl:function name="f:identifier" as="node()*">
    <xsl:param name="statement" as="element()?"/>
    <xsl:variable name="number" as="xs:string" select="string($statement/idno[matches(., '^\s*(https?://|10\.\d+/)')][1] ! normalize-space(.))"/>
    <xsl:if test="$number != ''">
      <xsl:variable name="address" as="xs:string" select="if (starts-with($number, '10.')) then 'https://doi.org/' || $number else $number"/>
      <a href="{$address}">{$address}</a>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
