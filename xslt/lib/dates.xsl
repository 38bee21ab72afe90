<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in words. TEI's @when, @from … are Gregorian, whatever the text says; @calendar describes what the text says; @when-custom …
     are in the calendar that @datingMethod names. An edition shows both. English words. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="f:months" as="xs:string*" select="'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
    'October', 'November', 'December'"/>

  <!-- Part of a calendar's id or name, to its English name; looked up in this order. -->
  <xsl:variable name="f:calendars" as="array(xs:string)*" select="
    ['gregorian', 'Gregorian'], ['julian', 'Julian'], ['minguo', 'Minguo'], ['mínguó', 'Minguo'], ['民國', 'Minguo'],
    ['lunisolar', 'Chinese lunisolar'], ['chinese', 'Chinese lunisolar'], ['rumi', 'Ottoman fiscal'], ['mali', 'Ottoman fiscal'],
    ['fiscal', 'Ottoman fiscal'], ['hijri', 'Islamic'], ['islamic', 'Islamic'], ['hebrew', 'Hebrew'], ['jewish', 'Hebrew'],
    ['republican', 'French Republican'], ['coptic', 'Coptic'], ['byzantine', 'Byzantine'], ['japanese', 'Japanese']"/>

  <!-- Calendars whose months are January to December. -->
  <xsl:variable name="f:roman-months" as="xs:string*" select="'Gregorian', 'Julian', 'Minguo', 'Ottoman fiscal', 'Byzantine', ''"/>

  <!-- Calendars whose years do not speak for themselves: "24 January, Minguo 7". -->
  <xsl:variable name="f:named-years" as="xs:string*" select="'Minguo', 'Ottoman fiscal', 'Byzantine'"/>

  <!-- Names of the calendars that an attribute (@calendar, @datingMethod) points to, in its order: "Julian".
       A calendar we do not know by name is called what its declaration says, if that is short, else its id. -->
  <xsl:function name="f:calendar-names" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:for-each select="f:targets($attribute)">
      <xsl:variable name="declared" as="xs:string" select="normalize-space(string-join(f:element(., $attribute), ' '))"/>
      <xsl:variable name="id" as="xs:string" select="if (.('id') != '') then .('id') else replace(.('pointer'), '^.*[:/]', '')"/>
      <xsl:variable name="known" as="xs:string?" select="
        head(for $text in (lower-case($id), lower-case($declared)) return $f:calendars[contains($text, .(1))] ! .(2))"/>
      <xsl:sequence select="if ($known) then $known else if ($declared and string-length($declared) le 40) then $declared else $id"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A W3C date or time (TEI's teidata.temporal.w3c) in words: "5 December 1917", "December 1917", "44 BCE", "5 December";
       what is none of these is given as it is. Years are W3C's: -0044 is 44 BCE. -->
  <xsl:function name="f:date-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:parts-in-words(normalize-space($value), '')"/>
  </xsl:function>

  <!-- A year-month-day value in words, its year named by its calendar: "12 February, Minguo 7". -->
  <xsl:function name="f:parts-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="date" as="xs:string" select="replace($value, '(T.*|Z|[+\-]\d\d:\d\d)$', '')"/>
    <xsl:analyze-string select="$date" regex="^(-?)0*(\d{{1,9}}|[^\d\s\-]+)(-(\d\d?)(-(\d\d?))?)?$|^--(\d\d)(-(\d\d))?$">
      <xsl:matching-substring>
        <xsl:variable name="month" as="xs:integer?" select="(regex-group(4), regex-group(7))[. != ''] ! xs:integer(.)"/>
        <xsl:variable name="day" as="xs:integer?" select="(regex-group(6), regex-group(9))[. != ''] ! xs:integer(.)"/>
        <xsl:variable name="year" as="xs:string" select="regex-group(2) || (if (regex-group(1)) then ' BCE' else '')"/>
        <xsl:sequence select="f:join-parts($year, $month, $day, $calendar) || f:clock($value)"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="f:join-parts" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:integer?"/>
    <xsl:param name="day" as="xs:integer?"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$calendar = $f:named-years and ($month, 1)[1] = (1 to 12)">
        <xsl:sequence select="string-join((string-join(($day, $f:months[$month]) ! string(.), ' ')[. != ''], $calendar || ' ' || $year), ', ')"/>
      </xsl:when>
      <xsl:when test="empty($month)">{$year}</xsl:when>
      <xsl:when test="$calendar = $f:roman-months and $month = (1 to 12)">
        <xsl:sequence select="string-join(($day, $f:months[$month], $year[. != '']) ! string(.), ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string-join(('year ' || $year, 'month ' || $month, $day ! ('day ' || .)), ', ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ", 13:00" for a value with a time of day. -->
  <xsl:function name="f:clock" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="string($value[matches(., 'T\d\d:\d\d')] ! (', ' || replace(., '^.*T(\d\d:\d\d).*$', '$1')))"/>
  </xsl:function>

  <!-- The Gregorian date of an element's attributes in words, '' where it has none: "5 December 1917", "1917–1919",
       "between 1 May 1919 and 31 August 1919", "before …". -->
  <xsl:function name="f:gregorian-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="value" as="map(xs:string, xs:string)" select="map:merge(
      for $name in ('when', 'from', 'to', 'notBefore', 'notAfter'),
          $attribute in $dated/(@*[name() = $name], @*[name() = $name || '-iso'])[1]
      return map:entry($name, f:date-in-words($attribute)))"/>
    <xsl:sequence select="f:span-in-words($value) || (if ($dated/@cert = ('low', 'unknown') and map:size($value)) then ' (uncertain)' else '')"/>
  </xsl:function>

  <!-- The date in the project's own calendar (@when-custom …) in words, '' where there is none: "12 February, Minguo 7", "22 November 1917". -->
  <xsl:function name="f:custom-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="calendar" as="xs:string" select="string(f:calendar-names($dated/@datingMethod)[1])"/>
    <xsl:variable name="value" as="map(xs:string, xs:string)" select="map:merge(
      for $name in ('when', 'from', 'to', 'notBefore', 'notAfter'), $attribute in $dated/@*[name() = $name || '-custom']
      return map:entry($name, string-join(tokenize($attribute) ! f:parts-in-words(., $calendar), ' ')))"/>
    <xsl:sequence select="f:span-in-words($value)"/>
  </xsl:function>

  <!-- One phrase from the words for 'when', 'from', 'to', 'notBefore', 'notAfter'. -->
  <xsl:function name="f:span-in-words" as="xs:string">
    <xsl:param name="value" as="map(xs:string, xs:string)"/>
    <xsl:variable name="extent" as="xs:string?" select="
      if ($value('from') and $value('to')) then $value('from') || '–' || $value('to')
      else if ($value('from')) then 'from ' || $value('from')
      else if ($value('to')) then 'until ' || $value('to') else ()"/>
    <xsl:variable name="limits" as="xs:string?" select="
      if ($value('notBefore') and $value('notAfter')) then 'between ' || $value('notBefore') || ' and ' || $value('notAfter')
      else if ($value('notBefore')) then 'not before ' || $value('notBefore')
      else if ($value('notAfter')) then 'not after ' || $value('notAfter') else ()"/>
    <xsl:sequence select="string-join(($value('when'), $extent, $limits), ', ')"/>
  </xsl:function>

  <!-- What a reader needs beside the text of a date that is not plainly Gregorian; '' for one that is.
       "5 December 1917 Gregorian", "11 January 1918 Julian; 24 January 1918 Gregorian", "12 February, Minguo 7; 12 February 1918 Gregorian". -->
  <xsl:function name="f:other-calendars" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="written" as="xs:string*" select="f:calendar-names($dated/@calendar)"/>
    <xsl:variable name="method" as="xs:string*" select="f:calendar-names($dated/@datingMethod)"/>
    <xsl:variable name="custom" as="xs:string" select="f:custom-words($dated)"/>
    <xsl:variable name="gregorian" as="xs:string" select="f:gregorian-words($dated)"/>
    <xsl:variable name="text" as="xs:string" select="lower-case(normalize-space($dated))"/>
    <xsl:sequence select="
      if (empty(($written, $method)[. != 'Gregorian']) and $custom = '') then ''
      else string-join((
        if ($custom != '' and lower-case($custom) != $text) then f:in-calendar($custom, ($method, 'own calendar')[1])
        else string(($written, $method)[. != 'Gregorian'][not(contains($text, lower-case(.)))][1]),
        if ($gregorian != '' and lower-case($gregorian) != $text) then f:in-calendar($gregorian, 'Gregorian') else ())[. != ''], '; ')"/>
  </xsl:function>

  <!-- The words for a date with its calendar behind them, unless they name it. -->
  <xsl:function name="f:in-calendar" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:sequence select="if (contains($words, $calendar)) then $words else $words || ' ' || $calendar"/>
  </xsl:function>

  <!-- A value for the datetime attribute of HTML's time element, '' where HTML has none (ranges, years before 1, other calendars). -->
  <xsl:function name="f:datetime" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="string($dated/@when[matches(., '^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+\-]\d\d:\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?|--\d\d-\d\d)$')
      and not(starts-with(., '0000'))] ! replace(., '^--', ''))"/>
  </xsl:function>
</xsl:stylesheet>
