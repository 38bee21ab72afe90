<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 11, manuscript description, and what else describes rather than is read: parts of a header that stand in a text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Each part of a description on lines of its own. -->
  <xsl:template mode="text" as="element(t:block)" match="
    msDesc | msContents | msItem | msItemStruct | msPart | msFrag | physDesc | objectDesc | supportDesc | layoutDesc | history | additional | adminInfo
    | listChange | availability[*] | particDesc | settingDesc | correspDesc | editorialDecl | taxonomy | category">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="node()*" match="
    msIdentifier | msName | repository | institution | collection | summary | origin | origPlace | provenance | acquisition | change | licence | condition
    | layout | support | material | objectType | handDesc | handNote | typeDesc | scriptDesc | decoDesc | bindingDesc | binding | sealDesc | seal | accMat
    | musicNotation | incipit | explicit | rubric | finalRubric | colophon | filiation | quire | collation | foliation | source | recordHist | custodialHist
    | custEvent | surrogates | catDesc | setting | locale | activity | langUsage | language | correspContext | correspAction | heraldry | additions | decoNote | typeNote | scriptNote
    | abstract | interp | interpGrp | span | spanGrp | char | glyph | stamp | watermark">
    <xsl:call-template name="t:as-it-stands"/>
  </xsl:template>
</xsl:stylesheet>
