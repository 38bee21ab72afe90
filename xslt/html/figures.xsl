<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, images, tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="figure" as="element()">
    <figure>
      <xsl:sequence select="f:attributes(., @place ! ('place-' || replace(., '[^A-Za-z0-9\-]', '')))"/>
      <xsl:variable name="imageless" as="xs:boolean" select="empty(* except (head | figDesc | bibl | biblStruct | note | desc | index))"/>
      <xsl:if test="$imageless"><xsl:call-template name="f:no-image"/></xsl:if>
      <xsl:variable name="caption" as="element()*" select="head | p | ab | bibl | note | cit | lg | quote | caption | list | desc"/>
      <xsl:for-each-group select="node()" group-adjacent="exists(. intersect $caption)">
        <xsl:choose>
          <xsl:when test="not(current-grouping-key())"><xsl:apply-templates select="current-group()"/></xsl:when>
          <xsl:when test="not(current-group()[last()]/following-sibling::*) or not($imageless or current-group()[1]/preceding-sibling::*) and $caption[last()]/following-sibling::*">
            <figcaption>
              <xsl:apply-templates select="current-group()"/>
            </figcaption>
          </xsl:when>
          <xsl:otherwise><div class="caption"><xsl:apply-templates select="current-group()"/></div></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </figure>
  </xsl:template>

  <!-- A figure without an image is reported and says so. -->
  <xsl:template name="f:no-image" as="element()">
    <xsl:call-template name="f:report">
      <xsl:with-param name="code" select="'XSL012'"/>
      <xsl:with-param name="text" select="'the figure names no image'"/>
    </xsl:call-template>
    <div class="image-missing" data-label="No image"/>
  </xsl:template>

  <!-- The words that stand for an image: its description, else its caption, else its name. -->
  <xsl:function name="f:alternative" as="xs:string">
    <xsl:param name="graphic" as="element()"/>
    <xsl:variable name="figure" as="element()?" select="$graphic/ancestor::figure[1]"/>
    <xsl:sequence select="string((($graphic/desc, $figure/figDesc, $figure/head, $figure/p) ! f:words(.), f:file-name($graphic/@url), 'Image')[. != ''][1])"/>
  </xsl:function>

  <xsl:function name="f:file-name" as="xs:string">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="tokenize(replace($url, '[?#].*$', ''), '/')[. != ''][last()] => string()"/>
  </xsl:function>

  <!-- An image that lies beside the document is shown; one elsewhere in the network is linked, for the page makes no requests. -->
  <xsl:template match="graphic | media | binaryObject" as="element()+">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="uri" as="xs:string" select="string(@url[normalize-space()] ! f:target(normalize-space(.), ..)('uri'))"/>
    <xsl:variable name="path" as="xs:string?" select="$images[f:file-uri(.) = $uri][1]"/>
    <xsl:choose>
      <xsl:when test="$path and self::graphic">
        <img src="{f:relative($path)}" alt="{f:alternative(.)}"><xsl:sequence select="f:attributes(., ())"/></img>
      </xsl:when>
      <xsl:when test="matches($uri, '^https?:', 'i')">
        <xsl:element name="{if ($linked) then 'span' else 'a'}">
          <xsl:sequence select="f:attributes(., 'image-elsewhere')"/>
          <xsl:if test="not($linked)"><xsl:attribute name="href" select="$uri"/></xsl:if>
          <xsl:sequence select="f:label('Image: ' || f:file-name(@url), '')"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="f:missing-image"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="desc"/>
  </xsl:template>

  <xsl:template name="f:missing-image" as="element()">
    <xsl:call-template name="f:report">
      <xsl:with-param name="code" select="'XSL012'"/>
      <xsl:with-param name="text" select="if (normalize-space(@url)) then 'the image ' || @url || ' is not there' else 'the graphic names no image'"/>
    </xsl:call-template>
    <span>
      <xsl:sequence select="f:attributes(., 'image-missing')"/>
      <xsl:sequence select="f:label('Image missing: ' || (@url[normalize-space()], 'none is named')[1], '')"/>
    </span>
  </xsl:template>

  <xsl:template match="figDesc" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="facsimile | sourceDoc | surfaceGrp" as="element()">
    <xsl:element name="{if (self::facsimile) then 'details' else 'div'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="self::facsimile">
        <summary class="generated" lang="en" dir="ltr">Facsimile: {f:count-words(count((.//surface, graphic)))}</summary>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:count-words" as="xs:string">
    <xsl:param name="pages" as="xs:integer"/>
    <xsl:sequence select="$pages || (if ($pages = 1) then ' page' else ' pages')"/>
  </xsl:function>

  <xsl:template match="surface | zone | line" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:sequence select="@n ! f:label(., ' ')"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="table" as="element()">
    <div class="table-frame" tabindex="0" role="group">
      <xsl:attribute name="aria-label" select="(head[1] ! f:words(.), 'Table')[. != ''][1]"/>
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:if test="head"><caption><xsl:apply-templates select="head"/></caption></xsl:if>
        <xsl:apply-templates select="node() except (head, text())" mode="table">
          <xsl:with-param name="columns" select="max((1, row/count(cell)))" tunnel="yes"/>
        </xsl:apply-templates>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="table" as="element()">
    <tr>
      <xsl:sequence select="f:attributes(., @role ! ('role-' || .))"/>
      <xsl:apply-templates select="node() except text()" mode="table"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="table" as="element()">
    <xsl:variable name="labels" as="xs:boolean" select="(@role, ../@role)[1] = 'label' and normalize-space() != ''"/>
    <xsl:element name="{if ($labels) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$labels">
        <xsl:attribute name="scope" select="if (@role = 'label') then 'row' else 'col'"/>
      </xsl:if>
      <xsl:sequence select="@rows[. castable as xs:positiveInteger] ! f:attribute('rowspan', .),
        @cols[. castable as xs:positiveInteger] ! f:attribute('colspan', .)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What stands between rows or cells. -->
  <xsl:template match="table/*" mode="table" priority="-1" as="element()">
    <xsl:param name="columns" as="xs:integer" tunnel="yes"/>
    <tr class="between"><td colspan="{$columns}"><xsl:apply-templates select="."/></td></tr>
  </xsl:template>

  <xsl:template match="row/*" mode="table" priority="-1" as="element()">
    <td class="between"><xsl:apply-templates select="."/></td>
  </xsl:template>

  <!-- Rows and cells outside a table. -->
  <xsl:template match="row | cell" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
