<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcribed speech. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="u" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('speech', f:voice(.)))"/>
      <xsl:if test="@who"><xsl:call-template name="f:turn"/></xsl:if>
      <div class="words"><xsl:apply-templates/></div>
    </div>
  </xsl:template>

  <xsl:template match="incident | kinesic | vocal | pause | shift | writing" as="element()">
    <xsl:element name="{f:tag(.)}">
      <xsl:sequence select="f:attributes(., 'direction')"/>
      <xsl:if test="not(normalize-space())">
        <xsl:sequence select="f:label('[' || string-join((local-name(), @type, @new, @dur), ' ') || ']', '')"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
