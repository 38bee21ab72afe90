<?xml version="1.0" encoding="UTF-8"?>
<!-- One citation as a CSL item: every field that the markup gives. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The fields of what an element cites. An entry that it points to says more than the citation, so that is read. -->
  <xsl:function name="c:item" as="map(xs:string, item())">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="c:pointed-entry($cited)"/>
    <xsl:sequence select="c:fields(($entry, $cited)[1])"/>
  </xsl:function>

  <!-- The bibl, biblStruct … that a citation says it is the same as. -->
  <xsl:function name="c:pointed-entry" as="element()?">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="attributes" as="attribute()*" select="($cited/@sameAs, $cited/@corresp, $cited/@copyOf, $cited/@source, c:sole-pointer($cited))"/>
    <xsl:sequence select="head($attributes ! f:elements(.)[c:is-citation(.)][not(. is $cited)])"/>
  </xsl:function>

  <xsl:function name="c:is-citation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::bibl | self::biblStruct | self::biblFull | self::msDesc))"/>
  </xsl:function>

  <!-- The target of a citation that consists of a pointer and a range: <bibl><ptr target="#x"/>, <citedRange>3</citedRange></bibl>. -->
  <xsl:function name="c:sole-pointer" as="attribute()?">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="pointers" as="element()*" select="$cited/(ptr | ref)[@target][not(c:ibid-word(c:plain(.)) and @type)][not(matches(@target, '^https?:'))]"/>
    <xsl:sequence select="if (count($pointers) = 1 and empty($cited/(title | author | editor | analytic | monogr))) then $pointers/@target else ()"/>
  </xsl:function>

  <xsl:function name="c:fields" as="map(xs:string, item())">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="if ($cited/self::msDesc) then c:manuscript-parts($cited) else c:parts($cited)"/>
    <xsl:variable name="titles" as="element(title)*" select="$parts[self::title][normalize-space()][not(parent::title)]"/>
    <xsl:variable name="analytic" as="element(title)*" select="$titles[c:level(.) eq 'a']"/>
    <xsl:variable name="host" as="element(title)*" select="$titles[c:level(.) = ('m', 'j')]"/>
    <xsl:variable name="type" as="xs:string" select="c:type($cited, $parts)"/>
    <xsl:variable name="hosted" as="xs:boolean" select="exists($host) and (exists($analytic) or $type = ('personal_communication', 'article-newspaper', 'article-journal', 'chapter'))"/>
    <xsl:variable name="own" as="element(title)*" select="
      if ($hosted) then $analytic
      else if ($host) then $host
      else if ($analytic) then $analytic
      else if ($titles[c:level(.) eq 'u']) then $titles[c:level(.) eq 'u'] else $titles"/>
    <xsl:variable name="issued" as="element()?" select="c:issued-element($parts)"/>
    <xsl:variable name="basic" as="map(xs:string, item())*" select="
      map{'type': $type},
      c:entry('title', c:title($own)),
      c:entry('genre', if ($type eq 'personal_communication') then c:genre($cited) else ''),
      c:entry('language', string(($parts[self::textLang]/@mainLang, c:main-title($own)/@xml:lang)[1])),
      (if ($hosted) then c:entry('container-title', c:title($host)) else ()),
      c:entry('collection-title', c:title($titles[c:level(.) eq 's'])),
      c:contributors($parts),
      c:entry('publisher', string-join(distinct-values($parts[self::publisher] ! c:first-form(.))[.], '; ')),
      c:entry('publisher-place', string-join(distinct-values($parts[self::pubPlace] ! c:first-form(.))[. and lower-case(.) != 'online'], '; ')),
      c:entry('issued', c:date($issued)),
      c:entry('accessed', c:date($parts[self::date][@type = ('access', 'accessed')][1])),
      c:entry('note', c:date-note($issued, $parts)),
      c:extent($parts, $hosted), c:identifiers($parts), c:archive($parts), c:correspondence($cited)"/>
    <xsl:variable name="custom" as="map(xs:string, item())*" select="
      c:list('titles', c:other-titles($own)),
      (if (c:main-title($own)/@type = 'desc') then map{'title-described': true()} else ()),
      (if ($hosted) then c:list('container-titles', c:other-titles($host)) else ()),
      (if ($hosted and c:main-title($host)/@type = 'desc') then map{'container-described': true()} else ()),
      c:locator($parts, $hosted),
      c:entry('container-issued', if ($issued/parent::analytic) then c:date($parts[self::date][parent::imprint or parent::monogr][1]) else ())"/>
    <xsl:variable name="item" as="map(xs:string, item())" select="map:merge(($basic, map{'custom': map:merge($custom)}), map{'duplicates': 'use-last'})"/>
    <xsl:sequence select="c:completed(c:in-host($item, $cited), $cited)"/>
  </xsl:function>

  <!-- An entry whose volume is described by another entry takes over what that says of the volume. -->
  <xsl:function name="c:in-host" as="map(xs:string, item())">
    <xsl:param name="item" as="map(xs:string, item())"/>
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="related" as="element(relatedItem)?" select="$cited/relatedItem[@type = ('host', 'container', 'in')][1]"/>
    <xsl:variable name="host" as="element()?" select="($related/(bibl, biblStruct), $related ! f:elements((@target, (ref, ptr)/@target)[1])[c:is-citation(.)])[1]"/>
    <xsl:sequence select="
      if ($host) then c:with-container($item, c:as-container(c:fields($host), string(c:key($host)))) else $item"/>
  </xsl:function>

  <!-- A volume's fields, as those of the container of something in it. -->
  <xsl:function name="c:as-container" as="map(xs:string, item())">
    <xsl:param name="volume" as="map(xs:string, item())"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
      if (exists($volume?container-title)) then map:merge((
        ('container-title', 'container-author', 'editor', 'translator', 'publisher', 'publisher-place', 'collection-title', 'collection-number', 'volume', 'issue', 'edition', 'ISBN', 'ISSN')
          ! (if (exists($volume(.))) then map{.: $volume(.)} else ()),
        map{'custom': map:merge(('container-key', 'container-issued', 'container-titles') ! (if (exists($volume?custom(.))) then map{.: $volume?custom(.)} else ()))}))
      else map:merge((
        c:entry('container-title', string($volume?title)),
        (if (exists($volume?author)) then map{'container-author': $volume?author} else ()),
        ('editor', 'translator', 'publisher', 'publisher-place', 'collection-title', 'collection-number', 'volume', 'edition', 'ISBN', 'ISSN')
          ! (if (exists($volume(.))) then map{.: $volume(.)} else ()),
        map{'custom': map:merge((
          c:entry('container-key', $key), c:entry('container-issued', $volume?issued), c:entry('container-titles', $volume?custom?titles)))}))"/>
  </xsl:function>

  <!-- An item with a container's fields: those win, since the container's own entry knows them best. -->
  <xsl:function name="c:with-container" as="map(xs:string, item())">
    <xsl:param name="item" as="map(xs:string, item())"/>
    <xsl:param name="container" as="map(xs:string, item())"/>
    <xsl:variable name="custom" as="map(xs:string, item())" select="map:merge(($container?custom, $item?custom), map{'duplicates': 'use-first'})"/>
    <!-- Pages that were a locator in a work of its own are the pages of an item in a volume. -->
    <xsl:variable name="pages" as="xs:string?" select="$custom?locator[$custom?locator-label = 'page'][empty($item?page)]"/>
    <xsl:sequence select="map:merge((
      map{'custom': if ($pages) then map:remove($custom, ('locator', 'locator-label')) else $custom}, c:entry('page', $pages),
      map:remove($container, 'custom'), $item), map{'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- What only the words of a free citation say: the names in "Letter from A to B", and a title where none is marked. -->
  <xsl:function name="c:completed" as="map(xs:string, item())">
    <xsl:param name="item" as="map(xs:string, item())"/>
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="c:plain($cited)"/>
    <xsl:variable name="letter" as="map(xs:string, item())*" select="
      if ($item?type ne 'personal_communication' or exists($item?author)) then ()
      else (c:correspondent($cited, $words, 'author', 'from|by|von|от|de'), c:correspondent($cited, $words, 'recipient', 'to|an|к|à'))"/>
    <xsl:variable name="title" as="xs:string" select="
      if ($item?type eq 'personal_communication') then normalize-space(tokenize($words, '[,;(\[]')[1])
      else if (exists($item?container-title)) then ''
      else if ($cited/self::msDesc) then c:header-title($cited)
      else if (exists(c:loose($cited)) or empty($cited/*)) then $words
      else c:plain($cited/(name, orgName, placeName)[1])"/>
    <xsl:sequence select="map:merge(($item, $letter, c:entry('title', $title)), map{'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- What the document is called that a manuscript of its header is the source of. -->
  <xsl:function name="c:header-title" as="xs:string">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="titles" as="element(title)*" select="$cited/ancestor::teiHeader[1]/fileDesc/titleStmt/title[not(matches(., '^\s*\d{4}-\d\d-\d\d\s*$'))]"/>
    <xsl:sequence select="c:title(c:main-title(($titles[not(@level = 's')], $titles)))"/>
  </xsl:function>

  <!-- The sender or addressee in the words of a citation: a marked name behind "from" or "to", else the words up to the next comma. -->
  <xsl:function name="c:correspondent" as="map(xs:string, item())?">
    <xsl:param name="cited" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="prepositions" as="xs:string"/>
    <xsl:variable name="marked" as="element()?" select="
      $cited/*[local-name() = $c:person-elements][matches(preceding-sibling::node()[1][self::text()], '(^|[^\p{L}])(' || $prepositions || ')\s+$', 'i')][1]"/>
    <xsl:variable name="found" as="xs:string*" select="
      analyze-string($words, '^[^,;(]*?\s(' || $prepositions || ')\s+(\p{Lu}[^,;(\d]*?)(\s+(to|an|к|à|in|vom|of)\s|[,;(.]|$)')//*:group[@nr = '2']/string()"/>
    <xsl:sequence select="
      if ($marked) then map{$field: array{c:name($marked)}}
      else if ($found[1]) then map{$field: array{map{'literal': normalize-space($found[1])}}}
      else ()"/>
  </xsl:function>
</xsl:stylesheet>
