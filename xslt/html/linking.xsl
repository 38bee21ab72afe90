<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking, segmentation, alignment: runs of blocks, passages side by side, segments and anchors. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:corresp" match="*[@corresp]" use="f:targets(@corresp)[f:is-here(.)] ! .('id')"/>

  <!-- The children of a block container, in order: runs of speeches become one conversation, aligned passages stand side by side. -->
  <xsl:template name="f:flow" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="rows" as="map(xs:string, xs:integer)" tunnel="yes" select="map{}"/>
    <xsl:choose>
      <xsl:when test="exists($rows?*) and exists($rows(f:place-id((*, .)[1])))"><xsl:call-template name="f:passages"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="node()" group-adjacent="f:run(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key() = 'speech'"><xsl:call-template name="f:conversation"/></xsl:when>
            <xsl:when test="starts-with(current-grouping-key(), 'parallel')"><xsl:call-template name="f:parallel"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="current-group()"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Which run a node belongs to; white space and page breaks belong to the run they are in. -->
  <xsl:function name="f:run" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="before" as="element()?" select="$node/preceding-sibling::*[not(f:is-break(.))][1]"/>
    <xsl:variable name="after" as="element()?" select="$node/following-sibling::*[not(f:is-break(.))][1]"/>
    <xsl:choose>
      <xsl:when test="$node[self::text()][normalize-space()]">flow</xsl:when>
      <xsl:when test="not($node instance of element()) or f:is-break($node)">
        <xsl:sequence select="if ($before and $after and f:run($before) = f:run($after)) then f:run($before) else 'flow'"/>
      </xsl:when>
      <xsl:when test="f:first-parallel($node)">parallel-{count(f:first-parallel($node)/preceding-sibling::*)}</xsl:when>
      <xsl:when test="f:is-speech($node)">speech</xsl:when>
      <xsl:when test="$node[self::stage or self::incident or self::pause or self::kinesic or self::vocal][$after] and $before[f:is-speech(.)]">speech</xsl:when>
      <xsl:otherwise>flow</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:is-break" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::pb or self::lb or self::cb or self::gb or self::milestone])"/>
  </xsl:function>

  <xsl:function name="f:is-speech" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::sp or self::u or self::spGrp or self::said])"/>
  </xsl:function>

  <!-- Of adjacent siblings in different languages that correspond, the first; empty for an element that stands alone. -->
  <xsl:function name="f:first-parallel" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$element[@xml:lang]/preceding-sibling::*[1]"/>
    <xsl:variable name="after" as="element()?" select="$element[@xml:lang]/following-sibling::*[1]"/>
    <xsl:sequence select="
      if ($before and f:are-parallel($before, $element)) then (f:first-parallel($before), $before)[1]
      else if ($after and f:are-parallel($element, $after)) then $element else ()"/>
  </xsl:function>

  <!-- Whether two siblings, or passages in them, correspond and are in different languages. A series ends where the first language comes again. -->
  <xsl:function name="f:are-parallel" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="other" as="element()"/>
    <xsl:sequence select="exists($one/@xml:lang[. != string($other/@xml:lang)][$other/@xml:lang]) and node-name($one) = node-name($other)
      and (some $passage in $other/descendant-or-self::*[@corresp or @xml:id] satisfies f:partner($passage, $one))"/>
  </xsl:function>

  <!-- The element in $column that $passage corresponds to, by either's @corresp. -->
  <xsl:function name="f:partner" as="element()?">
    <xsl:param name="passage" as="element()"/>
    <xsl:param name="column" as="element()"/>
    <xsl:sequence select="(f:elements($passage/@corresp), $passage/@xml:id ! key('f:corresp', normalize-space(.), root($passage)))
      [exists(ancestor-or-self::* intersect $column)][1]"/>
  </xsl:function>

  <!-- The current group as columns. Each passage of two columns is told its row: on a wide screen it stands beside its partner. -->
  <xsl:template name="f:parallel" as="element()">
    <xsl:variable name="columns" as="element()*" select="current-group()[. instance of element()][not(f:is-break(.))]"/>
    <xsl:variable name="rows" as="map(xs:string, xs:integer)" select="
      if (count($columns) = 2 and $columns[1]/local-name() = $f:containers and not($columns/self::sp)) then f:rows($columns[1], $columns[2]) else map{}"/>
    <div class="parallel" style="--columns: {count($columns)}; --rows: {max((1, $rows?*))}">
      <xsl:apply-templates select="$columns">
        <xsl:with-param name="rows" select="$rows" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- The passages of a column, each in its row. -->
  <xsl:template name="f:passages" as="node()*">
    <xsl:param name="rows" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::*">
          <div class="passage{' conversation'[f:is-speech(current())]}" style="--row: {$rows(f:place-id(.))}">
            <xsl:apply-templates select="."/>
          </div>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Row numbers for the children of two columns, by their place in the document: partners share a row, the order of each column stays. -->
  <xsl:function name="f:rows" as="map(xs:string, xs:integer)">
    <xsl:param name="left" as="element()"/>
    <xsl:param name="right" as="element()"/>
    <xsl:variable name="pairs" as="map(xs:string, xs:integer)*" select="fold-left(1 to count($right/*), map{'left': 0, 'right': 0, 'row': 0},
      function($pairs as map(xs:string, xs:integer)*, $index as xs:integer) as map(xs:string, xs:integer)* {
        $pairs, f:next-pair($pairs[last()], f:partner-index($right/*[$index], $left), $index)})"/>
    <xsl:map>
      <xsl:for-each select="$left/*, $right/*">
        <xsl:variable name="side" as="xs:string" select="if (.. is $left) then 'left' else 'right'"/>
        <xsl:variable name="index" as="xs:integer" select="1 + count(preceding-sibling::*)"/>
        <xsl:variable name="pair" as="map(xs:string, xs:integer)" select="$pairs[.($side) le $index][last()]"/>
        <xsl:map-entry key="f:place-id(.)" select="$pair('row') + $index - $pair($side)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The pair of children $left and $right with its row, if it comes after the pair before it on both sides. -->
  <xsl:function name="f:next-pair" as="map(xs:string, xs:integer)?">
    <xsl:param name="before" as="map(xs:string, xs:integer)"/>
    <xsl:param name="left" as="xs:integer?"/>
    <xsl:param name="right" as="xs:integer"/>
    <xsl:sequence select="if (not($left gt $before('left'))) then () else map{'left': $left, 'right': $right,
      'row': $before('row') + max(($left - $before('left'), $right - $before('right')))}"/>
  </xsl:function>

  <!-- Which child of $column corresponds to a child of the other column, or to a passage in it. -->
  <xsl:function name="f:partner-index" as="xs:integer?">
    <xsl:param name="child" as="element()"/>
    <xsl:param name="column" as="element()"/>
    <xsl:variable name="partner" as="element()?" select="head($child/descendant-or-self::*[@corresp or @xml:id] ! f:partner(., $column))"/>
    <xsl:sequence select="$partner/ancestor-or-self::*[.. is $column]/(1 + count(preceding-sibling::*))"/>
  </xsl:function>

  <xsl:template match="ab" as="element()">
    <div><xsl:sequence select="f:attributes(., @type ! ('type-' || replace(., '[^A-Za-z0-9\-]', '')))"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="seg | s | w | pc | c | cl | phr | m" as="element()">
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="anchor" as="element()">
    <span><xsl:sequence select="f:attributes(., ())"/></span>
  </xsl:template>

  <xsl:template match="linkGrp | link | joinGrp | join | alt | altGrp | timeline | when | spanGrp | span | interpGrp | interp" as="element()?">
    <xsl:if test="normalize-space()">
      <div><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates/></div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="standOff | listAnnotation | annotation | annotationBlock | annotationGrp" as="element()">
    <div><xsl:sequence select="f:attributes(., ())"/><xsl:call-template name="f:flow"/></div>
  </xsl:template>
</xsl:stylesheet>
