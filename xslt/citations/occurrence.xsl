<?xml version="1.0" encoding="UTF-8"?>
<!-- A citation where it stands: the item, and in "custom" what only this occurrence has. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="c:occurrence" as="map(xs:string, item())">
    <xsl:param name="cited" as="element()"/>
    <xsl:param name="order" as="xs:integer"/>
    <xsl:variable name="item" as="map(xs:string, item())" select="c:item($cited)"/>
    <xsl:variable name="parts" as="element()*" select="c:parts($cited)"/>
    <xsl:variable name="place" as="xs:string" select="c:place($cited)"/>
    <xsl:variable name="custom" as="map(xs:string, item())*" select="
      map:remove($item?custom, ('locator', 'locator-label')),
      map{'order': $order, 'document': $document, 'path': path($cited), 'place': $place, 'text': c:plain(($cited/self::msDesc/msIdentifier, $cited)[1])},
      c:own-locator($cited, $parts, $item),
      c:entry('xml-id', string($cited/@xml:id)),
      c:entry('key', c:key((c:pointed-entry($cited), $cited)[1])),
      c:entry('in', $cited/ancestor::*[c:is-citation(.)][1] ! path(.)),
      (if (c:says-more($cited) and empty(c:pointed-entry($cited))) then map{'mixed': true()} else ())"/>
    <xsl:sequence select="map:put($item, 'custom', map:merge($custom, map{'duplicates': 'use-first'}))"/>
  </xsl:function>

  <!-- Where a citation stands. Captions and credits are outside the chain of Ibid., lists and the header are as well. -->
  <xsl:function name="c:place" as="xs:string">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="around" as="xs:string*" select="$cited/ancestor::* ! local-name()"/>
    <xsl:sequence select="
      if ($around = 'teiHeader') then 'header'
      else if ($around = 'figure') then 'caption'
      else if ($around = ('listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'standOff')) then 'list'
      else if ($around = 'note') then 'note'
      else 'text'"/>
  </xsl:function>

  <!-- The pages that this citation names, unless they are the pages of the whole item. -->
  <xsl:function name="c:own-locator" as="map(xs:string, item())*">
    <xsl:param name="cited" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="item" as="map(xs:string, item())"/>
    <xsl:variable name="pointed" as="xs:boolean" select="exists(c:pointed-entry($cited))"/>
    <xsl:variable name="locator" as="map(xs:string, item())*" select="if ($pointed) then c:locator($parts, false()) else c:locator($parts, exists($item?container-title))"/>
    <xsl:sequence select="$locator[not(.?locator = $item?page)]"/>
  </xsl:function>

  <!-- "registers/bibliography.xml#smith": the name of an entry across documents; '' for one without xml:id. -->
  <xsl:function name="c:key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="register" as="xs:string?" select="map:keys($registers)[$registers(.) is root($entry)][1]"/>
    <xsl:sequence select="if ($entry/@xml:id) then (if (exists($register)) then $register else $document) || '#' || $entry/@xml:id else ''"/>
  </xsl:function>

  <!-- True where the words between the marked parts of a free citation say something that no field holds. -->
  <xsl:function name="c:says-more" as="xs:boolean">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="c:loose($cited)[string-length(.) gt 1]
      [not(. = ('in', 'pp', 'vol', 'vols', 'no', 'nr', 'ed', 'eds', 'by', 'and', 'from', 'to', 'the', 'sent', 'received', 'ibid', 'cf', 'see', 'hg', 'hrsg', 'von', 'bd', 'jg', 'und', 'part',
                       'trans', 'of', 'on', 'website', 'dated', 'том', 'стр', 'вып', 'под', 'ред'))]"/>
    <xsl:variable name="unread" as="element()*" select="$cited/self::bibl/*[normalize-space()][not(self::author or self::editor or self::title or self::publisher
      or self::pubPlace or self::date or self::biblScope or self::citedRange or self::idno or self::ref or self::ptr or self::edition or self::extent or self::series
      or self::respStmt or self::note or self::textLang or self::bibl or self::biblStruct or self::relatedItem or self::availability or self::msIdentifier or self::lb
      or self::pb or self::name or self::abbr or self::hi or self::seg or self::emph)]"/>
    <xsl:sequence select="c:type($cited, c:parts($cited)) ne 'personal_communication' and (exists($words) or exists($unread))
                          or c:type($cited, c:parts($cited)) eq 'personal_communication' and empty($cited/(author, title, persName, orgName)) and exists($words)"/>
  </xsl:function>

  <!-- Persons before offices: an action may name the post office as well. -->
  <xsl:function name="c:correspondents" as="element()*">
    <xsl:param name="action" as="element()?"/>
    <xsl:param name="authors" as="element()*"/>
    <xsl:variable name="persons" as="element()*" select="$action/(persName, name, rs)"/>
    <xsl:sequence select="if (exists($persons)) then $persons else if (exists($authors)) then $authors else $action/orgName"/>
  </xsl:function>

  <!-- A manuscript of the header that is a letter: who wrote it to whom, as correspDesc says. -->
  <xsl:function name="c:correspondence" as="map(xs:string, item())*">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="actions" as="element()*" select="$cited/self::msDesc/ancestor::teiHeader[1]/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="sent" as="element()?" select="$actions[@type = 'sent'][1]"/>
    <xsl:variable name="received" as="element()?" select="$actions[@type = 'received'][1]"/>
    <xsl:if test="$sent">
      <xsl:sequence select="
        map{'type': 'personal_communication'},
        c:list('author', c:names(c:correspondents($sent, $cited/ancestor::teiHeader[1]/fileDesc/titleStmt/author))),
        c:list('recipient', c:names(c:correspondents($received, ()))),
        c:entry('issued', c:date($sent/date[1])),
        c:entry('title', c:header-title($cited))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
