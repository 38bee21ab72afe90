<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:t="urn:teikit:text"
                expand-text="yes"
                exclude-result-prefixes="#all">

  <!-- What follows the text (its notes, the signs that it uses), and the wrapping of long lines. -->

  <!-- The notes that the marks in the text lead to, each under its number. -->
  <xsl:function name="t:notes" as="xs:string*">
    <xsl:param name="page" as="element(t:page)"/>
    <xsl:variable name="notes" as="element(t:note)*" select="$page//t:note"/>
    <xsl:if test="exists($notes)">
      <xsl:sequence select="'', 'Notes', '-----', ''"/>
    </xsl:if>
    <xsl:for-each select="$notes">
      <xsl:variable name="lines" as="xs:string*" select="t:settled(t:content-lines(.))"/>
      <xsl:sequence select="t:hang(($lines, '')[1], '[' || position() || '] ', 0, false()), tail($lines)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What the brackets mean: only those that stand in this text. -->
  <xsl:function name="t:signs" as="xs:string*">
    <xsl:param name="page" as="element(t:page)"/>
    <xsl:variable name="used" as="xs:string*" select="distinct-values($page//t:sign/@of)"/>
    <xsl:variable name="legend" as="map(xs:string, xs:string)" select="map{
      'deleted': '⟦…⟧ deleted in the source', 'added': '‹…› added by a writer of the source', 'supplied': '[…] with text: supplied by the editor',
      'gap': '[…] alone: something is missing or left out', 'unclear': '[?] uncertain reading', 'surplus': '{…} superfluous in the source'}"/>
    <xsl:if test="exists($used)">
      <xsl:sequence select="'', 'Signs', '-----', '',
        ('deleted', 'added', 'supplied', 'gap', 'unclear', 'surplus')[. = $used] ! $legend(.)"/>
    </xsl:if>
  </xsl:function>

  <!-- The width asked for; 0 for no wrapping. -->
  <xsl:function name="t:columns" as="xs:integer">
    <xsl:param name="width" as="xs:string"/>
    <xsl:sequence select="if ($width castable as xs:nonNegativeInteger) then xs:integer($width) else 0"/>
  </xsl:function>

  <xsl:function name="t:wrapped" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:sequence select="
      if ($columns lt 1) then $lines
      else $lines ! (if (t:width(.) le $columns) then . else t:wrap(., $columns))"/>
  </xsl:function>

  <!-- One long line as several, broken at spaces or between Chinese or Japanese characters; the later ones keep its margin. -->
  <xsl:function name="t:wrap" as="xs:string*">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="margin" as="xs:string" select="replace($line, '\S.*$', '')"/>
    <xsl:variable name="pieces" as="xs:string*"
                  select="analyze-string(substring($line, string-length($margin) + 1), '[⺀-鿿豈-﫿！-｠][、。，．：；？！）」』】》]*|[^\s⺀-鿿豈-﫿！-｠]+\s*|\s+')/* ! string()"/>
    <xsl:iterate select="$pieces">
      <xsl:param name="so-far" as="xs:string" select="$margin"/>
      <xsl:on-completion select="replace($so-far, '\s+$', '')"/>
      <xsl:variable name="longer" as="xs:string" select="$so-far || ."/>
      <xsl:choose>
        <xsl:when test="t:width(replace($longer, '\s+$', '')) gt $columns and normalize-space($so-far)">
          <xsl:sequence select="replace($so-far, '\s+$', '')"/>
          <xsl:next-iteration>
            <xsl:with-param name="so-far" select="$margin || ."/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="so-far" select="$longer"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
