<?xml version="1.0" encoding="UTF-8"?>
<!-- Titles: their levels, their main form, their forms in other languages. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The level of a title: a (in something), m, j (a journal or newspaper), s (series), u (unpublished); as marked, else by where it
       stands. A title of a bibl without a level is that of an article when one of a journal or volume stands beside it. -->
  <xsl:function name="c:level" as="xs:string">
    <xsl:param name="title" as="element(title)"/>
    <xsl:sequence select="
      if ($title/@level) then string($title/@level)
      else if ($title/parent::analytic) then 'a'
      else if ($title/(parent::series | parent::seriesStmt)) then 's'
      else if ($title/parent::bibl and $title/(following-sibling::title | preceding-sibling::title)/@level = ('m', 'j')) then 'a'
      else 'm'"/>
  </xsl:function>

  <!-- The forms of one title: the first is what it is called, "Main: subtitle"; others are maps of lang, type and value, with form
       where they are the same title in another language or script. -->
  <xsl:function name="c:title" as="xs:string">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:variable name="main" as="element(title)?" select="c:main-title($titles)"/>
    <xsl:variable name="subtitles" as="element(title)*" select="c:subtitles($titles, $main)"/>
    <xsl:sequence select="string-join(($main, $subtitles) ! c:plain(.)[.], ': ') => replace('([.?!:]): ', '$1 ')"/>
  </xsl:function>

  <!-- The subtitles of the main form: not those of its form in another language. -->
  <xsl:function name="c:subtitles" as="element(title)*">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:param name="main" as="element(title)?"/>
    <xsl:variable name="all" as="element(title)*" select="$titles[@type = ('sub', 'subordinate', 'part')] except $main"/>
    <xsl:variable name="same" as="element(title)*" select="$all[string(@xml:lang) eq string($main/@xml:lang)]"/>
    <xsl:sequence select="if (exists($same)) then $same else $all[1]"/>
  </xsl:function>

  <xsl:function name="c:main-title" as="element(title)?">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:sequence select="($titles[@type = 'main'], $titles[not(@type = ('sub', 'subordinate', 'part', 'alt', 'short', 'translated'))], $titles)[normalize-space()][1]"/>
  </xsl:function>

  <xsl:function name="c:other-titles" as="map(xs:string, item())*">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:variable name="main" as="element(title)?" select="c:main-title($titles)"/>
    <xsl:for-each select="($titles except ($main, c:subtitles($titles, $main)))[normalize-space()]">
      <xsl:variable name="form" as="xs:boolean" select="
        @type = ('alt', 'alternative', 'translated', 'translation', 'transliterated', 'original', 'parallel', 'uniform') or @xml:lang != string($main/@xml:lang)"/>
      <xsl:sequence select="map:merge((
        c:entry('lang', f:language(.)), c:entry('type', string(@type)), c:entry('value', c:plain(.)), (if ($form) then map{'form': true()} else ())))"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
