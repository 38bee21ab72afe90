<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: where the reference stands, and the list at the end of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- A note that is shown at the end of the page: one that stands in running text, not in a margin, a heading of its own or an entry. -->
  <xsl:function name="f:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(f:is-marginal($note)) and not($note/@place = ('inline', 'interlinear'))
      and not($note/parent::*/local-name() = ($f:containers, 'list', 'table', 'row', 'person', 'place', 'org', 'event', 'personGrp', 'bibl',
          'biblStruct', 'app', 'rdg', 'relation', 'noteGrp', 'notesStmt', 'monogr', 'imprint', 'annotation', 'listBibl', 'sp', 'spGrp'))
      and not($note/ancestor::teiHeader)"/>
  </xsl:function>

  <xsl:function name="f:is-marginal" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="matches($note/@place, 'margin|left|right')"/>
  </xsl:function>

  <xsl:template match="note" as="element()*">
    <xsl:element name="{f:tag(.)}">
      <xsl:sequence select="f:attributes(., ('apart'[f:is-block(current())], 'marginal'[f:is-marginal(current())]))"/>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:sequence select="@n ! f:label(., ' ')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="note[f:is-footnote(.)]" priority="2" as="element()">
    <xsl:variable name="number" as="xs:string"><xsl:number level="any" count="note[f:is-footnote(.)]"/></xsl:variable>
    <a class="note-reference" id="ref-{f:place-id(.)}" href="#{f:anchor(.)}" role="doc-noteref" aria-label="Note {$number}" data-number="{$number}"/>
  </xsl:template>

  <xsl:template name="f:notes" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="notes" as="element(note)*" select=".//note[f:is-footnote(.)]"/>
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes" aria-labelledby="heading-notes">
        <h2 id="heading-notes" lang="en" dir="ltr">Notes</h2>
        <ol><xsl:apply-templates select="$notes" mode="note"/></ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="note" as="element(*, xs:anyType)">
    <li>
      <xsl:sequence select="f:attributes(., ()), f:language-attributes(., /*)"/>
      <xsl:attribute name="id" select="f:anchor(.)"/>
      <xsl:apply-templates/>
      <xsl:text> </xsl:text>
      <a class="back-link" href="#ref-{f:place-id(.)}" role="doc-backlink" aria-label="Back to the text"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
