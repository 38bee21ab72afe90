<?xml version="1.0" encoding="UTF-8"?>
<!-- The legend: the marks that are on the page, and no others. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Class of a mark, an example of how it looks, what it means. -->
  <xsl:variable name="f:marks" as="array(xs:string)*" select="
    ['tei-sic', 'text', 'as in the source'], ['tei-corr', 'text', 'the editor’s correction'], ['tei-orig', 'text', 'the spelling of the source'],
    ['tei-reg', 'text', 'the spelling regularised'], ['tei-abbr', 'text', 'an abbreviation'], ['tei-expan', 'text', 'the abbreviation expanded'],
    ['tei-ex', 'text', 'letters that the abbreviation leaves out'], ['tei-am', 'text', 'a mark of abbreviation'],
    ['tei-add', 'text', 'added in the source'], ['tei-del', 'text', 'deleted in the source'],
    ['tei-gap', '', 'something is left out'], ['tei-space', '', 'a blank in the source'], ['tei-unclear', 'text', 'hard to read'],
    ['tei-supplied', 'text', 'supplied by the editor'], ['tei-surplus', 'text', 'superfluous in the source'],
    ['tei-secl', 'text', 'set aside by the editor'], ['tei-damage', 'text', 'damaged'],
    ['tei-restore', 'text', 'deleted, then restored'], ['tei-rdg', 'text', 'another reading, with its witnesses'],
    ['break-no', '', 'the word goes on in the next line'], ['marks', 'text', 'quotation marks set by the edition'],
    ['tei-soCalled', 'text', 'a word that the author keeps at a distance'], ['tei-date', '', 'dates: a form in another calendar stands in brackets behind the date'],
    ['uncertain', 'text', 'uncertain']"/>

  <xsl:template name="f:legend" as="element()?">
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:param name="calendars" as="xs:boolean"/>
    <xsl:variable name="used" as="array(xs:string)*" select="$f:marks[.(1) = $classes][.(1) != 'tei-date' or $calendars]"/>
    <xsl:if test="exists($used)">
      <section class="legend" aria-labelledby="heading-legend">
        <h2 id="heading-legend">Marks on this page</h2>
        <dl>
          <xsl:for-each select="$used">
            <div>
              <dt><xsl:element name="{(map{'tei-add': 'ins', 'tei-del': 'del'}(.(1)), 'span')[1]}">
                <xsl:attribute name="class" select="if (.(1) = 'tei-date') then 'tei-date' else if (.(1) = ('tei-corr', 'tei-reg', 'tei-expan')) then .(1) || ' in-choice' else if (.(1) = 'tei-soCalled') then 'tei-soCalled marks' else .(1)"/>
                <xsl:if test=".(1) = ('tei-gap', 'tei-space')">
                  <xsl:attribute name="data-label" select="if (.(1) = 'tei-gap') then '[…]' else '[blank]'"/>
                </xsl:if>
                <xsl:if test=".(1) = 'tei-date'"><xsl:attribute name="data-calendars" select="'calendar date'"/></xsl:if>
                <xsl:value-of select=".(2)"/>
              </xsl:element></dt>
              <dd>{.(3)}</dd>
            </div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
