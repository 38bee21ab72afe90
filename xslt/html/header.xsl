<?xml version="1.0" encoding="UTF-8"?>
<!-- The header: all of it, at the foot of the page; and its parts that the text needs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Everything the header says, folded. -->
  <xsl:template name="f:whole-header" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="*/teiHeader">
      <details class="whole-header">
        <summary>All that the header says</summary>
        <xsl:apply-templates select="*/teiHeader/*" mode="header"/>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="header" as="element()">
    <div class="field">
      <xsl:sequence select="f:id-and-language(.)"/>
      <span class="field-name">{f:spaced(local-name())}{@type[not(matches(., '\s'))] ! (' (' || . || ')')}</span>
      <xsl:choose>
        <xsl:when test="*[normalize-space() or @*] and not(text()[normalize-space()])">
          <xsl:apply-templates select="*" mode="header"/>
        </xsl:when>
        <xsl:otherwise>
          <div class="field-text">
            <xsl:sequence select="f:header-language(.)"/>
            <xsl:sequence select="f:label(f:attribute-words(.), '')"/>
            <xsl:apply-templates/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- Shown in the text already. -->
  <xsl:template match="particDesc | settingDesc | profileDesc[not(* except (particDesc, settingDesc))]" mode="header" as="empty-sequence()"/>

  <xsl:template match="p | ab | list | bibl | biblStruct | listBibl | listPerson | listPlace | listOrg | listEvent | table | figure" mode="header" as="node()*">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <!-- "corresp desc" from "correspDesc". -->
  <xsl:function name="f:spaced" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($name, '([a-z])([A-Z])', '$1 $2'))"/>
  </xsl:function>

  <!-- What an element without text says in its attributes. -->
  <xsl:function name="f:attribute-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (normalize-space($element)) then '' else string-join($element/(@* except (@xml:id, @xml:lang)) ! (local-name() || ' ' || .), ', ')"/>
  </xsl:function>

  <xsl:template match="particDesc | settingDesc" as="element()">
    <section>
      <xsl:sequence select="f:attributes(., 'division')"/>
      <h2 class="generated" lang="en" dir="ltr">{if (self::particDesc) then 'People' else 'Setting'}</h2>
      <xsl:apply-templates><xsl:with-param name="level" select="3" tunnel="yes"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <!-- Parts of a header, where they are shown outside it: their content. -->
  <xsl:template match="teiHeader | fileDesc | titleStmt | editionStmt | publicationStmt | seriesStmt | notesStmt | sourceDesc | encodingDesc | projectDesc | samplingDecl
      | editorialDecl | correction | normalization | quotation | hyphenation | segmentation | interpretation | punctuation | stdVals | refsDecl | cRefPattern | tagsDecl
      | namespace | tagUsage | rendition | styleDefDecl | classDecl | charDecl | char | glyph | mapping | appInfo | application | profileDesc | abstract | creation
      | langUsage | language | textClass | keywords | catRef | classCode | calendarDesc | calendar | correspDesc | correspAction | correspContext | revisionDesc
      | listChange | change | handNotes | handNote | setting | activity | locale | textDesc | listPrefixDef | prefixDef | xenoData | projectDesc
      | recordingStmt | recording | scriptStmt | equipment | broadcast | msDesc | msContents | msItem | msItemStruct | summary | physDesc | objectDesc | supportDesc
      | support | layoutDesc | layout | handDesc | typeDesc | typeNote | scriptDesc | decoDesc | decoNote | additions | bindingDesc | binding | sealDesc | seal | accMat | history
      | origin | origPlace | provenance | acquisition | additional | adminInfo | recordHist | source | custodialHist | custEvent | surrogates | msPart | msFrag
      | incipit | explicit | rubric | colophon | filiation | foliation | collation | condition | musicNotation | channel | constitution | derivation | domain
      | factuality | interaction | preparedness | purpose | idno[parent::publicationStmt] | dimensions" as="element()">
    <xsl:element name="{f:tag(.)}"><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
