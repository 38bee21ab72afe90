<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, as CSL's date-parts: [[year, month, day]], or two of them for a range. CSL has no calendar: date-parts are Gregorian (TEI's
     @when, @from … always are), what the text says in another calendar goes into the note. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The date of the item itself: of a letter the day it was sent. -->
  <xsl:function name="c:issued-element" as="element()?">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="dates" as="element()*" select="$parts[self::date or self::docDate or self::origDate][not(@type = ('received', 'access', 'accessed', 'death', 'reprint'))]
      [not(parent::title)][not(ancestor::title[. intersect $parts])]"/>
    <xsl:variable name="own" as="element()*" select="if ($dates/parent::analytic) then $dates[parent::analytic] else $dates"/>
    <xsl:sequence select="($own[@type = 'sent'], $own[@* except @type or normalize-space()])[1]"/>
  </xsl:function>

  <xsl:function name="c:date" as="map(xs:string, item())?">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="start" as="attribute()?" select="$date/(@when, @from, @notBefore, @when-iso, @from-iso, @notBefore-iso)[1]"/>
    <xsl:variable name="end" as="attribute()?" select="$date/(@to, @notAfter, @to-iso, @notAfter-iso)[1]"/>
    <xsl:variable name="ranges" as="array(*)*" select="($start, $end) ! c:date-parts(.)"/>
    <xsl:variable name="text" as="xs:string" select="c:plain($date)"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(analyze-string($text, '(?:1[0-9]|20)[0-9]{2}')/*:match/string())"/>
    <xsl:variable name="uncertain" as="map(xs:string, item())?" select="
      if ($date/@cert = ('low', 'unknown') or $date/(@notBefore, @notAfter) or matches($text, '^\s*(c\.|ca\.|circa|um|vers)\s|\?', 'i')) then map{'circa': true()} else ()"/>
    <xsl:sequence select="
      if (empty($date)) then ()
      else if (exists($ranges)) then map:merge((map{'date-parts': array{$ranges}}, $uncertain))
      else if (count($years) = 1) then map:merge((map{'date-parts': array{array{xs:integer($years)}}}, $uncertain))
      else if (count($years) = 2 and matches($text, $years[1] || '\s*[–—/-]\s*' || $years[2])) then map:merge((map{'date-parts': array{$years ! array{xs:integer(.)}}}, $uncertain))
      else if ($text) then map{'literal': $text}
      else ()"/>
  </xsl:function>

  <!-- [year, month, day], as much as a W3C date has; nothing for a date without a year. -->
  <xsl:function name="c:date-parts" as="array(*)?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="numbers" as="element()*" select="analyze-string(normalize-space($value), '^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?$')//*:group"/>
    <xsl:sequence select="if (exists($numbers)) then array{$numbers ! xs:integer(.)} else ()"/>
  </xsl:function>

  <!-- What the text says in another calendar, and the day a letter arrived: "22 November 1917 O.S."; "received 28 February 1918". -->
  <xsl:function name="c:date-note" as="xs:string">
    <xsl:param name="issued" as="element()?"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="custom" as="xs:string" select="string($issued ! f:custom-words(.))"/>
    <xsl:variable name="calendars" as="xs:string*" select="$issued ! (f:calendars(@calendar), f:calendars(@datingMethod[$custom]))"/>
    <xsl:variable name="old" as="xs:string" select="if ($custom) then $custom else string($issued ! c:plain(.))"/>
    <xsl:variable name="received" as="element()?" select="$parts[self::date][@type = 'received'][1]"/>
    <xsl:variable name="arrived" as="xs:string" select="string($received ! (f:gregorian-words(.), c:plain(.))[.][1])"/>
    <xsl:sequence select="string-join((
      if (empty($calendars[. != 'gregorian']) or empty(c:date($issued)?date-parts)) then ()
      else if ($calendars = 'julian') then f:date-phrase('old-style', replace($old, '\s*\(?O\.\s?S\.\)?', ''))
      else if ($custom) then f:in-calendar($custom, $calendars[. != 'gregorian'][1])
      else f:date-phrase('in-calendar', ($old, f:calendar-title($calendars[. != 'gregorian'][1]))),
      $arrived[.] ! f:date-phrase('received', .)), '; ')"/>
  </xsl:function>
</xsl:stylesheet>
