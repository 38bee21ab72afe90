<?xml version="1.0" encoding="UTF-8"?>
<!-- Ibid.: the single source of the citation immediately before, in the same text. Captions and credits are outside the chain, lists and
     the header too. It fails after a note with two sources and after a note that cites nothing; a pointer in the citation wins over the
     chain. Ibid. may mean the container: in "Letter of 4 February. Ibid., pp. 267–270" the volume, with another document and other pages. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="c:ibid-words" as="xs:string" select="
    '(^|[^\p{L}])(ibid(em|\.)?|ebd\.?|ebenda|там\s+же|тамже|同上(書|书)?|同前|同書|ivi|op\.\s*cit\.|loc\.\s*cit\.|a\.\s*a\.\s*O\.|указ\.\s*соч\.)($|[^\p{L}])'"/>

  <!-- The word for "the same" that a citation uses, '' where it uses none. -->
  <xsl:function name="c:ibid-word" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string(analyze-string($text, $c:ibid-words, 'i')/*:match[1]/*:group[@nr = '2'])"/>
  </xsl:function>

  <!-- All citations, those with an Ibid. completed from what it means. -->
  <xsl:function name="c:resolved" as="map(xs:string, item())*">
    <xsl:param name="citations" as="map(xs:string, item())*"/>
    <xsl:iterate select="$citations">
      <xsl:param name="chain" as="map(xs:string, item()*)" select="map{'unit': '', 'text': '', 'sources': ()}"/>
      <xsl:variable name="node" as="element()" select="c:node(., $c:cited)"/>
      <xsl:variable name="outside" as="xs:boolean" select="not(.?custom?place = ('text', 'note')) or exists(.?custom?in)"/>
      <xsl:variable name="unit" as="xs:string" select="path(($node/ancestor::note[last()], $node)[1])"/>
      <xsl:variable name="text" as="xs:string" select="string($node/ancestor::text[1] ! path(.))"/>
      <xsl:variable name="word" as="xs:string" select="c:ibid-word(.?custom?text)"/>
      <xsl:variable name="completed" as="map(xs:string, item())" select="if ($word eq '') then . else c:ibid(., $node, $word, c:previous($node, $unit, $text, $chain))"/>
      <xsl:sequence select="$completed"/>
      <xsl:next-iteration>
        <xsl:with-param name="chain" select="
          if ($outside) then $chain
          else map{'unit': $unit, 'text': $text, 'sources': (if ($unit eq $chain?unit) then $chain?sources else (), $completed)}"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:variable name="c:cited" as="element()*" select="//bibl | //biblStruct | //biblFull | //sourceDesc//msDesc[msIdentifier]"/>

  <xsl:function name="c:node" as="element()">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="cited" as="element()*"/>
    <xsl:sequence select="$cited[$citation?custom?order]"/>
  </xsl:function>

  <!-- What an Ibid. at $node means by the chain: a citation, or the reason (a string) why it means none. -->
  <xsl:function name="c:previous" as="item()">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="chain" as="map(xs:string, item()*)"/>
    <xsl:variable name="sources" as="map(*)*" select="$chain?sources"/>
    <xsl:variable name="different" as="xs:integer" select="count(distinct-values($sources ! c:identity(.)))"/>
    <xsl:variable name="note-before" as="element(note)?" select="
      if ($unit eq $chain?unit) then () else $node/ancestor::note[last()]/preceding::note[not(ancestor::figure or ancestor::teiHeader)][1]"/>
    <xsl:sequence select="
      if (empty($sources)) then 'no citation stands before it'
      else if ($text ne $chain?text) then 'the citation before it is in another text'
      else if ($unit eq $chain?unit) then $sources[last()]
      else if (exists($note-before) and path($note-before) ne $chain?unit and empty($note-before/ancestor::note)) then 'the note before it cites nothing'
      else if ($different gt 1) then 'the note before it cites ' || $different || ' sources'
      else $sources[last()]"/>
  </xsl:function>

  <!-- What makes two citations one source. -->
  <xsl:function name="c:identity" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="ibid" as="map(*)?" select="$citation?custom?ibid"/>
    <xsl:sequence select="
      if ($ibid?means = 'item' and exists($ibid?order)) then 'order ' || $ibid?order
      else if ($citation?custom?key) then $citation?custom?key
      else string-join(($citation?title, $citation?container-title, $citation?custom?text[empty($citation?title)]), '|')"/>
  </xsl:function>

  <!-- A citation with an Ibid., completed; reported where nothing tells what it means. -->
  <xsl:function name="c:ibid" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="node" as="element()"/>
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="previous" as="item()"/>
    <xsl:variable name="pointer" as="attribute()?" select="$node//(ref | ptr)[@target][c:ibid-word(c:plain(.)) or @type = 'ibid' or not(node())][1]/@target"/>
    <xsl:variable name="target" as="element()?" select="f:elements($pointer)[c:is-citation(.)][1]"/>
    <xsl:variable name="same" as="element()?" select="c:pointed-entry($node)"/>
    <xsl:variable name="chained" as="map(*)?" select="$previous[. instance of map(*)][empty(.?custom?ibid?unresolved)][not(matches($word, 'cit|a\.\s*a|соч', 'i'))]"/>
    <xsl:choose>
      <xsl:when test="exists($target) or exists($same) or exists($chained)">
        <xsl:sequence select="c:ibid-completed($citation, $word, $chained, $target, $same)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="reason" as="xs:string" select="
          if (matches($word, 'cit|a\.\s*a|соч', 'i')) then 'it may mean any earlier work of its author'
          else if ($previous instance of xs:string) then $previous else 'the citation before it is not resolved either'"/>
        <xsl:call-template name="f:report">
          <xsl:with-param name="code" select="'XSL013'"/>
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="text">“{$word}” cannot be resolved: {$reason}</xsl:with-param>
        </xsl:call-template>
        <xsl:sequence select="c:with-ibid($citation, map{'word': $word, 'unresolved': $reason})"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="c:with-ibid" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="ibid" as="map(xs:string, item())"/>
    <xsl:sequence select="map:put($citation, 'custom', map:put($citation?custom, 'ibid', $ibid))"/>
  </xsl:function>

  <!-- $chained is the citation before, $target what a pointer on the word names, $same the entry that the whole citation is. -->
  <xsl:function name="c:ibid-completed" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="chained" as="map(*)?"/>
    <xsl:param name="target" as="element()?"/>
    <xsl:param name="same" as="element()?"/>
    <xsl:variable name="before" as="xs:string" select="substring-before($citation?custom?text, $word)"/>
    <xsl:variable name="meant" as="map(*)?" select="if (exists($target)) then map:put(c:fields($target), 'custom', map:put(c:fields($target)?custom, 'key', c:key($target))) else $chained"/>
    <xsl:variable name="elsewhere" as="xs:boolean" select="not(c:within($citation?custom?locator, $meant?page))"/>
    <xsl:variable name="means" as="xs:string" select="if (matches($before, '\p{L}{3}') or ($elsewhere and $meant?container-title)) then 'container' else 'item'"/>
    <xsl:variable name="container" as="map(*)?" select="$meant ! c:as-container(., string(.?custom?key))"/>
    <xsl:variable name="key" as="xs:string" select="string(
      if ($means eq 'container') then ($container?custom?container-key, $citation?custom?container-key)[1]
      else ($meant?custom?key, $same ! c:key(.))[1])"/>
    <xsl:variable name="ibid" as="map(xs:string, item())" select="map:merge((
      map{'word': $word, 'means': $means}, c:entry('key', $key), (if (exists($chained)) then map{'order': $chained?custom?order} else ())))"/>
    <xsl:sequence select="c:with-ibid(
      if (exists($same) or empty($meant)) then $citation
      else if ($means eq 'item') then c:same-item($citation, $meant)
      else if (matches($before, '\p{L}{3}')) then c:with-container(c:untitled($citation, $before), $container)
      else c:same-volume($citation, $container), $ibid)"/>
  </xsl:function>

  <!-- Whether pages lie within a range of pages: "245" in "244–245". True where either is missing or not a number. -->
  <xsl:function name="c:within" as="xs:boolean">
    <xsl:param name="pages" as="xs:string?"/>
    <xsl:param name="range" as="xs:string?"/>
    <xsl:variable name="cited" as="xs:integer*" select="analyze-string(string($pages), '\d{1,9}')/*:match ! xs:integer(.)"/>
    <xsl:variable name="whole" as="xs:integer*" select="analyze-string(string($range), '\d{1,9}')/*:match ! xs:integer(.)"/>
    <xsl:sequence select="empty($cited) or empty($whole) or (min($cited) ge min($whole) and max($cited) le max($whole))"/>
  </xsl:function>

  <!-- The item of the citation before, at the place that this one gives, else at the same. -->
  <xsl:function name="c:same-item" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="meant" as="map(*)"/>
    <xsl:variable name="inherited" as="map(*)" select="map:remove($meant?custom, ('order', 'document', 'path', 'place', 'text', 'xml-id', 'in', 'ibid', 'mixed'))"/>
    <xsl:variable name="own" as="map(*)" select="map:remove($citation?custom, 'titles')"/>
    <xsl:sequence select="map:put($meant, 'custom', map:merge(($own, $inherited), map{'duplicates': 'use-first'}))"/>
  </xsl:function>

  <!-- The volume itself, at the pages that the citation gives. -->
  <xsl:function name="c:same-volume" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="container" as="map(*)"/>
    <xsl:variable name="custom" as="map(*)" select="map:merge((
      map:remove($citation?custom, ('key', 'titles')), c:entry('key', $container?custom?container-key),
      (if (exists($container?custom?container-titles)) then map{'titles': $container?custom?container-titles} else ())))"/>
    <xsl:sequence select="map:merge((
      map{'type': 'book', 'title': string($container?container-title), 'custom': $custom},
      (if (exists($container?container-author)) then map{'author': $container?container-author} else ()),
      (if (exists($container?custom?container-issued)) then map{'issued': $container?custom?container-issued} else ()),
      map:remove($container, ('container-title', 'container-author', 'custom'))), map{'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- A document cited before "Ibid.": where its title was only guessed from its words, the words before Ibid. are it. -->
  <xsl:function name="c:untitled" as="map(xs:string, item())">
    <xsl:param name="citation" as="map(xs:string, item())"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:sequence select="
      if (c:ibid-word(string($citation?title))) then map:put($citation, 'title', replace($before, '[\s,.;:(]+$', ''))
      else $citation"/>
  </xsl:function>
</xsl:stylesheet>
