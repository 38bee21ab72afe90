<?xml version="1.0" encoding="UTF-8"?>
<!-- Values of dates, read: TEI's W3C and ISO values, and for each calendar the form of its custom values (see teikit's dates).

     A date is a map: year (its digits, or the name of a cyclical year), era ('' for none), before (true before the era), month, leap, day.
     What a value does not say is not in the map. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- A value of a calendar ('gregorian' for W3C, 'iso' for ISO 8601 with its year 0) in words; what is not read is given as it stands. -->
  <xsl:function name="f:value-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($value)"/>
    <xsl:variable name="date" as="map(xs:string, item())?" select="f:read-date(replace($text, '(\d)(T\d.*|Z|[+\-]\d\d:\d\d)$', '$1'), $calendar)"/>
    <xsl:variable name="words" as="xs:string" select="if (exists($date)) then f:words-of-date($date, replace($calendar, '^iso$', 'gregorian')) else ''"/>
    <xsl:sequence select="if ($words = '') then $text else $words || f:clock($text)"/>
  </xsl:function>

  <xsl:function name="f:read-date" as="map(xs:string, item())?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="not(map:contains($f:titles('en'), $calendar) or $calendar = 'iso')"/>
      <xsl:when test="$calendar = ('chinese', 'japanese')"><xsl:sequence select="f:read-era($value, $calendar)"/></xsl:when>
      <xsl:when test="matches($value, '^--')"><xsl:sequence select="f:read-recurring($value)[$calendar = ('gregorian', 'iso', 'julian')]"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="f:read-numeric($value, $calendar)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Year-month-day in numbers. Of the calendars, only Gregorian and Julian count backwards: W3C's -0044 is 44 BCE, ISO's is 45 BCE. -->
  <xsl:function name="f:read-numeric" as="map(xs:string, item())?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
      $value[matches(., '^-?\d{1,9}(-\d\d?){0,2}$')] ! tokenize(replace(., '^(-?)(\d+)(-(\d+))?(-(\d+))?$', '$1|$2|$4|$6'), '\|')"/>
    <xsl:variable name="year" as="xs:integer?" select="if (exists($parts)) then xs:integer($parts[2]) else ()"/>
    <xsl:variable name="before" as="xs:boolean" select="$parts[1] = '-' or ($calendar = 'iso' and $year = 0)"/>
    <xsl:sequence select="
      if (empty($parts) or ($before and not($calendar = ('gregorian', 'julian', 'iso'))) or ($year = 0 and $calendar != 'iso')) then ()
      else map:merge((
        map{'year': string(if ($before and $calendar = 'iso') then $year + 1 else $year), 'before': $before},
        f:month-and-day($parts[3], $parts[4])))"/>
  </xsl:function>

  <!-- W3C's dates without a year: - -12-05, - -12, - - -05. -->
  <xsl:function name="f:read-recurring" as="map(xs:string, item())?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
      $value[matches(., '^--(\d\d(-\d\d)?|-\d\d)$')] ! tokenize(replace(., '^--(?:(\d\d)(?:-(\d\d))?|-(\d\d))$', '$1|$2$3'), '\|')"/>
    <xsl:sequence select="if (exists($parts)) then f:month-and-day($parts[1], $parts[2]) else ()"/>
  </xsl:function>

  <xsl:function name="f:month-and-day" as="map(xs:string, item())">
    <xsl:param name="month" as="xs:string?"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:sequence select="map:merge(($month[. != ''] ! map{'month': xs:integer(.)}, $day[. != ''] ! map{'day': xs:integer(.)}))"/>
  </xsl:function>

  <!-- ", 13:00" for a value with a time of day. -->
  <xsl:function name="f:clock" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="string($value[matches(., '\dT\d\d:\d\d')] ! ((if ($f:date-language = 'zh') then ' ' else ', ') || replace(., '^.*T(\d\d:\d\d).*$', '$1')))"/>
  </xsl:function>
</xsl:stylesheet>
