<?xml version="1.0" encoding="UTF-8"?>
<!-- The box that describes the document: who, when, where, from what source, under what licence. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="f:description" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="*/teiHeader[1]"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:apply-templates select="$header/fileDesc/titleStmt/(author | editor | respStmt), $header/profileDesc/correspDesc/*,
        $header/profileDesc/creation, $header/profileDesc/langUsage, $header/fileDesc/sourceDesc,
        $header/fileDesc/publicationStmt//licence, $header/fileDesc/publicationStmt/availability[not(licence)],
        $header/encodingDesc/editorialDecl" mode="description"/>
    </xsl:variable>
    <xsl:if test="$rows">
      <dl class="description" lang="en" dir="ltr"><xsl:sequence select="$rows"/></dl>
    </xsl:if>
  </xsl:template>

  <!-- One row: a term and what stands in the current element, with its language. -->
  <xsl:template name="f:row" as="element()*">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:if test="some $node in $content satisfies normalize-space($node) != '' or $node/@*">
      <div class="row row-{local-name()}">
        <dt>{$term}</dt>
        <dd>
          <xsl:sequence select="f:header-language(.)"/>
          <xsl:call-template name="f:series">
            <xsl:with-param name="content" select="$content"/>
          </xsl:call-template>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Nodes as they are; elements with nothing but space between them are set apart. -->
  <xsl:template name="f:series" as="node()*">
    <xsl:param name="content" as="node()*"/>
    <xsl:choose>
      <xsl:when test="$content[self::text()][normalize-space()]"><xsl:apply-templates select="$content"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$content[self::*][normalize-space() or @*]">
          <xsl:if test="position() gt 1">
            <span class="separator">{if (self::p or self::bibl or self::biblStruct) then ' ' else '; '}</span>
          </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The language of the header, within the English of the page. -->
  <xsl:function name="f:header-language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="f:language($element)"/>
    <xsl:if test="matches($language, '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$') and $language != 'en'">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:attribute name="dir" select="f:direction($language)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="author" mode="description" as="element()*">
    <xsl:call-template name="f:row"><xsl:with-param name="term" select="'Author'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="editor" mode="description" as="element()*">
    <xsl:call-template name="f:row">
      <xsl:with-param name="term" select="f:capital((@role[. castable as xs:NCName], 'editor')[1])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="respStmt" mode="description" as="element()*">
    <xsl:call-template name="f:row">
      <xsl:with-param name="term" select="(string-join(resp ! f:words(.), '; ')[. != ''] ! f:capital(.), 'Responsible')[1]"/>
      <xsl:with-param name="content" select="node() except resp"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- Sent, received, forwarded …: by whom, where, when. -->
  <xsl:template match="correspAction" mode="description" as="element()*">
    <div class="row row-corresp">
      <dt>{f:capital((@type, 'correspondence')[1])}</dt>
      <dd>
        <xsl:sequence select="f:header-language(.)"/>
        <xsl:for-each select="*[normalize-space() or @when or @from or @to or @notBefore or @notAfter]">
          <xsl:if test="position() gt 1"><span class="separator">, </span></xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="correspContext" mode="description" as="element()*">
    <xsl:call-template name="f:row">
      <xsl:with-param name="term" select="'Correspondence'"/>
      <xsl:with-param name="content" select="*"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="correspDesc/(note | p)" mode="description" as="element()*">
    <xsl:call-template name="f:row"><xsl:with-param name="term" select="'About the letter'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="creation" mode="description" as="element()*">
    <xsl:call-template name="f:row"><xsl:with-param name="term" select="'Written'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="langUsage" mode="description" as="element()?">
    <xsl:if test="language">
      <div class="row"><dt>Language</dt><dd>{string-join(distinct-values(language/@ident ! f:language-name(., current())), ', ')}</dd></div>
    </xsl:if>
  </xsl:template>

  <!-- The sources, up to three; of a manuscript its place. Lists of other things are left to the whole header. -->
  <xsl:template match="sourceDesc" mode="description" as="element()*">
    <xsl:variable name="sources" as="element()*" select="(bibl | biblStruct | biblFull | p | ab | listBibl/* | msDesc/msIdentifier)[normalize-space()]"/>
    <xsl:call-template name="f:row">
      <xsl:with-param name="term" select="if (count($sources) gt 1) then 'Sources' else 'Source'"/>
      <xsl:with-param name="content" select="$sources[position() le 3]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="licence | availability" mode="description" as="element()*">
    <div class="row">
      <dt>Licence</dt>
      <dd>
        <xsl:sequence select="f:header-language(.)"/>
        <xsl:variable name="target" as="xs:string" select="string(@target ! f:href(f:targets(.)[1]))"/>
        <xsl:choose>
          <xsl:when test="$target != '' and string-length(normalize-space()) gt 160">
            <a href="{$target}" rel="license">{$target}</a>
            <details><summary>Terms</summary><div><xsl:apply-templates/></div></details>
          </xsl:when>
          <xsl:when test="$target != '' and not(.//ref or .//ptr) and normalize-space()">
            <a href="{$target}" rel="license">{f:words(.)}</a>
          </xsl:when>
          <xsl:when test="$target != '' and not(normalize-space())"><a href="{$target}" rel="license">{$target}</a></xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="editorialDecl" mode="description" as="element()*">
    <div class="row row-editorial">
      <dt>Editorial practice</dt>
      <dd>
        <details>
          <summary>How this text was edited</summary>
          <div>
            <xsl:sequence select="f:header-language(.)"/>
            <xsl:apply-templates/>
          </div>
        </details>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>
