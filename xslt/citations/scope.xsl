<?xml version="1.0" encoding="UTF-8"?>
<!-- Where in a work, and where the work itself is to be found: volumes, pages, identifiers, addresses, archives. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- A unit of biblScope or citedRange, to CSL's word for a part of a work. -->
  <xsl:variable name="c:units" as="map(xs:string, xs:string)" select="map{
    'volume': 'volume', 'volumes': 'volume', 'vol': 'volume', 'band': 'volume', 'bd': 'volume', 'tome': 'volume', 'jg': 'volume',
    'issue': 'issue', 'number': 'issue', 'no': 'issue', 'nr': 'issue', 'num': 'issue', 'heft': 'issue', 'fascicle': 'issue',
    'page': 'page', 'pages': 'page', 'pp': 'page', 'p': 'page', 's': 'page', 'fol': 'folio', 'folio': 'folio', 'leaf': 'folio',
    'chapter': 'chapter', 'chap': 'chapter', 'part': 'part', 'section': 'section', 'sec': 'section', 'paragraph': 'paragraph', 'para': 'paragraph',
    'column': 'column', 'col': 'column', 'line': 'line', 'verse': 'verse', 'note': 'note', 'figure': 'figure', 'book': 'book'}"/>

  <xsl:function name="c:unit" as="xs:string">
    <xsl:param name="scope" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="lower-case(($scope/@unit, $scope/@type, '')[1])"/>
    <xsl:variable name="text" as="xs:string" select="c:plain($scope)"/>
    <xsl:sequence select="
      if (map:contains($c:units, $said)) then $c:units($said)
      else if (matches($text, '^(pp?\.|S\.|с\.|стр\.|頁|页)\s*[\divxlc]', 'i')) then 'page'
      else if (matches($text, '^(vol\.|Bd\.|t\.|т\.|卷|冊|册)', 'i')) then 'volume'
      else if (matches($text, '^(no\.|nr\.|№|H\.|號|号)', 'i')) then 'issue'
      else if ($said ne '') then $said
      else 'page'"/>
  </xsl:function>

  <!-- "244–245" from "pp. 244–245", or from @from and @to. -->
  <xsl:function name="c:range" as="xs:string">
    <xsl:param name="scope" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="c:plain($scope) =>
      replace('^(pp?|pages?|vols?|volume|no|nr|nos?|number|issue|bd|band|s|с|стр|t|т|h|heft|№|ch|chap|chapter|part|fols?|cols?)[.:]?\s*(\d|[ivxlc]+$)', '$2', 'i')"/>
    <xsl:variable name="ends" as="xs:string*" select="distinct-values(($scope/@from, $scope/@to) ! string())"/>
    <xsl:sequence select="
      if (exists($ends)) then string-join($ends, '–')
      else replace($text, '(\d)\s*[-—]\s*(\d)', '$1–$2') => replace('[.,;]$', '')"/>
  </xsl:function>

  <xsl:function name="c:scopes" as="xs:string">
    <xsl:param name="scopes" as="element()*"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="string-join(distinct-values($scopes[c:unit(.) eq $unit] ! c:range(.))[.], ', ')"/>
  </xsl:function>

  <!-- Volume, issue, pages and the like of the item. Pages that only say where to look in a book are a locator (c:locator). -->
  <xsl:function name="c:extent" as="map(xs:string, item())*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="hosted" as="xs:boolean"/>
    <xsl:variable name="scopes" as="element()*" select="$parts[self::biblScope][not(parent::series)]"/>
    <xsl:sequence select="
      c:entry('volume', c:scopes($scopes, 'volume')),
      c:entry('issue', c:scopes($scopes, 'issue')),
      (if ($hosted) then c:entry('page', c:scopes($scopes, 'page')) else ()),
      c:entry('chapter-number', c:scopes($scopes, 'chapter')),
      c:entry('part-number', c:scopes($scopes, 'part')),
      c:entry('section', c:scopes($scopes, 'section')),
      c:entry('edition', c:plain($parts[self::edition][1])),
      c:entry('collection-number', string-join($parts[self::biblScope][parent::series] ! c:range(.), ', ')),
      c:entry('number-of-pages', string($parts[self::extent][1] ! replace(c:plain(.), '^.*?(\d+)\s*(pp?\.?|pages|S\.|Seiten|с\.|頁)?$', '$1')[matches(., '^\d+$')]))"/>
  </xsl:function>

  <!-- The place in the work that is cited: label and value. -->
  <xsl:function name="c:locator" as="map(xs:string, item())*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="hosted" as="xs:boolean"/>
    <xsl:variable name="cited" as="element()*" select="
      ($parts[self::citedRange], if ($hosted) then () else $parts[self::biblScope][not(parent::series)][not(c:unit(.) = ('volume', 'issue', 'chapter', 'part', 'section'))])
      [c:range(.)]"/>
    <xsl:sequence select="if (exists($cited)) then map{'locator-label': c:unit($cited[1]), 'locator': string-join($cited ! c:range(.), ', ')} else ()"/>
  </xsl:function>

  <!-- Identifiers and addresses. -->
  <xsl:function name="c:identifiers" as="map(xs:string, item())*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="idno" as="element()*" select="$parts[self::idno][normalize-space()][not(parent::msIdentifier or parent::altIdentifier)]
      [not(ancestor::author[. intersect $parts] or ancestor::editor[. intersect $parts])]"/>
    <xsl:variable name="addresses" as="xs:string*" select="
      $parts[self::ref or self::ptr]/@target ! tokenize(.)[matches(., '^https?://', 'i')],
      $idno ! c:plain(.)[matches(., '^https?://', 'i')]"/>
    <xsl:variable name="doi" as="xs:string*" select="
      ($idno[upper-case(@type) = 'DOI'] ! c:plain(.), $addresses[matches(., '^https?://(dx\.)?doi\.org/', 'i')]) ! replace(., '^(https?://(dx\.)?doi\.org/|doi:\s*)', '', 'i')"/>
    <xsl:sequence select="
      c:entry('DOI', $doi[1]),
      (for $name in ('ISBN', 'ISSN', 'PMID', 'PMCID') return c:entry($name, string(($idno[upper-case(@type) = $name] ! c:plain(.))[1]))),
      c:entry('URL', $addresses[not(matches(., '^https?://(dx\.)?doi\.org/', 'i'))][1]),
      c:entry('call-number', string(($idno[lower-case(@type) = ('callnumber', 'shelfmark', 'signature', 'signatur')] ! c:plain(.))[1]))"/>
  </xsl:function>

  <!-- The archive: from msIdentifier, or from what stands in a bibl. -->
  <xsl:function name="c:archive" as="map(xs:string, item())*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="identifier" as="element()?" select="$parts[self::msIdentifier][1]"/>
    <xsl:sequence select="
      c:entry('archive', c:plain(($identifier/repository, $identifier/institution, $parts[self::repository])[normalize-space()][1])),
      c:entry('archive-place', c:plain($identifier/(settlement, placeName, region, country)[normalize-space()][1])),
      c:entry('archive_collection', string-join($identifier/collection ! c:plain(.)[.], ', ')),
      c:entry('archive_location', string($identifier ! (idno, altIdentifier/idno)[normalize-space()][1] ! c:plain(.)))"/>
  </xsl:function>
</xsl:stylesheet>
