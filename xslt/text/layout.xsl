<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:t="urn:teikit:text"
                expand-text="yes"
                exclude-result-prefixes="#all">

  <!-- The second half of the text output: from blocks to lines.

       The templates of mode `text` compose a small tree that says how things stand, not how many
       newlines they need. Its vocabulary (namespace urn:teikit:text):
         block     a thing on lines of its own. gap="1" wants an empty line around it; indent="n" moves it
                   right by n spaces; lead="…" goes before its first line, and with hang="yes" the others keep
                   clear of it; keep="yes" keeps the lead where nothing follows it; rule="-" underlines it.
         row, cell a row of a table, its cells on one line.
         verbatim  lines whose white space counts (examples of code and markup).
         note      a note: its mark stands here, its content among the notes at the end.
         br        a new line within a block.
         join      what stands before and after belongs together, whatever white space lies between.
       Everything else is text, its white space as in the source. -->

  <xsl:accumulator name="t:note-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="t:note" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:mode name="t:layout" on-no-match="fail" on-multiple-match="fail" use-accumulators="t:note-number">
    <!-- Yields strings: the lines of a block, '' for an empty one. -->
  </xsl:mode>

  <xsl:mode name="t:run" on-no-match="fail" on-multiple-match="fail" use-accumulators="t:note-number">
    <!-- Yields the string of one inline node. -->
  </xsl:mode>

  <xsl:template match="t:block" mode="t:layout" as="xs:string*">
    <xsl:variable name="content" as="xs:string*" select="t:trim(t:content-lines(.))"/>
    <!-- Who speaks stays, even where nothing is said. -->
    <xsl:variable name="inner" as="xs:string*" select="if (empty($content) and @keep) then '' else $content"/>
    <xsl:if test="exists($inner)">
      <xsl:if test="@gap = '1'">
        <xsl:sequence select="''"/>
      </xsl:if>
      <xsl:sequence select="t:hang($inner, string(@lead), xs:integer((@indent, 0)[1]), exists(@hang))"/>
      <xsl:if test="@rule">
        <xsl:sequence select="t:repeat(@rule, max((1, $inner ! t:width(.))))"/>
      </xsl:if>
      <xsl:if test="@gap = '1'">
        <xsl:sequence select="''"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:row" mode="t:layout" as="xs:string*">
    <xsl:variable name="cells" as="xs:string*">
      <xsl:for-each select="t:cell">
        <xsl:sequence select="string-join(t:content-lines(.)[. ne ''], ' / ')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="replace(string-join($cells, ' | '), '\s+$', '')"/>
  </xsl:template>

  <xsl:template match="t:verbatim" mode="t:layout" as="xs:string*">
    <xsl:variable name="lines" as="xs:string*" select="tokenize(., '\r?\n') ! replace(., '\s+$', '')"/>
    <xsl:variable name="full" as="xs:string*" select="t:trim($lines)"/>
    <!-- The first line stands where its start-tag stood, so its own indentation is unknown. -->
    <xsl:variable name="margin" as="xs:integer"
                  select="(min(tail($full)[. ne ''] ! (string-length(.) - string-length(replace(., '^\s+', '')))), 0)[1]"/>
    <xsl:sequence select="head($full) ! replace(., '^\s+', ''), tail($full) ! substring(., $margin + 1)"/>
  </xsl:template>

  <xsl:template match="text()" mode="t:run" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="t:note" mode="t:run" as="xs:string">
    <xsl:sequence select="'[' || accumulator-before('t:note-number') || ']'"/>
  </xsl:template>

  <xsl:template match="t:br | t:join | t:sign" mode="t:run" as="xs:string">
    <xsl:sequence select="''"/>
  </xsl:template>

  <!-- The lines of what stands in a block: runs of text, and blocks between them. -->
  <xsl:function name="t:content-lines" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:for-each-group select="$block/node()" group-adjacent="exists((self::t:block, self::t:row, self::t:verbatim))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="t:layout"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="t:run-lines(current-group())"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The lines of a run of inline nodes; white space alone makes no line. -->
  <xsl:function name="t:run-lines" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="$nodes" group-starting-with="t:br">
      <xsl:variable name="pieces" as="xs:string*">
        <xsl:for-each-group select="current-group()" group-starting-with="t:join">
          <xsl:variable name="piece" as="xs:string*">
            <xsl:apply-templates select="current-group()" mode="t:run"/>
          </xsl:variable>
          <xsl:sequence select="string-join($piece)"/>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:sequence select="t:collapse(t:joined($pieces))[. ne '']"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Pieces that a join stands between, without the white space beside it. -->
  <xsl:function name="t:joined" as="xs:string">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:variable name="last" as="xs:integer" select="count($pieces)"/>
    <xsl:sequence select="string-join(for $i in 1 to $last
                            return $pieces[$i]
                                   ! (if ($i gt 1) then replace(., '^\s+', '') else .)
                                   ! (if ($i lt $last) then replace(., '\s+$', '') else .))"/>
  </xsl:function>

  <!-- Lines with something before the first and the others below it. -->
  <xsl:function name="t:hang" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="lead" as="xs:string"/>
    <xsl:param name="indent" as="xs:integer"/>
    <xsl:param name="hanging" as="xs:boolean"/>
    <xsl:variable name="margin" as="xs:string" select="t:repeat(' ', $indent)"/>
    <xsl:variable name="below" as="xs:string" select="if ($hanging) then t:repeat(' ', string-length($lead)) else ''"/>
    <xsl:for-each select="$lines">
      <xsl:sequence select="if (. eq '' and position() gt 1) then '' else replace($margin || (if (position() eq 1) then $lead else $below) || ., '\s+$', '')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Without the empty lines at both ends. -->
  <xsl:function name="t:trim" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:variable name="full" as="xs:integer*" select="index-of($lines ! (normalize-space() ne ''), true())"/>
    <xsl:sequence select="if (empty($full)) then () else subsequence($lines, $full[1], $full[last()] - $full[1] + 1)"/>
  </xsl:function>

  <!-- Never two empty lines together, none at the ends. -->
  <xsl:function name="t:settled" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:for-each-group select="t:trim($lines)" group-adjacent=". eq ''">
      <xsl:sequence select="if (current-grouping-key()) then '' else current-group()"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="t:repeat" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="times" as="xs:integer"/>
    <xsl:sequence select="string-join((1 to $times) ! $sign)"/>
  </xsl:function>

  <!-- Columns that a text takes on a screen: two for a Chinese or Japanese character. -->
  <xsl:function name="t:width" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-length($text) + string-length(replace($text, '[^⺀-〿぀-ヿ㄀-ㄯ㐀-䶿一-鿿豈-﫿！-｠]', ''))"/>
  </xsl:function>

</xsl:stylesheet>
