<?xml version="1.0" encoding="UTF-8"?>
<!-- White space: which of it is the markup's and which the text's. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- White space of the markup becomes one space, or none where a line of Chinese or Japanese was
       broken in the source: those scripts put no space between words. -->
  <xsl:function name="t:collapse" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <!-- First each run of spaces, then each break, to one sign: other patterns would take the square of a run's length. -->
    <xsl:variable name="lines" as="xs:string" select="replace($text, '[ \t]+', ' ') => replace(' ?[\r\n][ \r\n]*', '&#10;')"/>
    <!-- Twice: a character between two such breaks takes part in both. -->
    <xsl:variable name="whole" as="xs:string" select="
      if (matches($lines, '[⺀-鿿豈-﫿︰-﹏！-｠𠀀-𳎯]')) then t:unbroken(t:unbroken($lines)) else $lines"/>
    <!-- A line of markup that begins with a comma or a full stop continues the one before. -->
    <xsl:sequence select="$whole => replace('\n([,.])(\s|$)', '$1$2') => replace('[ \t\n]+', ' ') => replace('^ | $', '')"/>
  </xsl:function>

  <xsl:function name="t:unbroken" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '([⺀-鿿豈-﫿︰-﹏！-｠𠀀-𳎯])\n([⺀-鿿豈-﫿︰-﹏！-｠𠀀-𳎯])', '$1$2')"/>
  </xsl:function>
</xsl:stylesheet>
