<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of elements in words. TEI's @when, @from … are Gregorian, whatever the text says; @calendar describes what the text says;
     @when-custom … are in the calendar that @datingMethod names. An edition shows both, in the language of its interface.

     The entry stylesheet declares $interface-language. A value in words is the work of the files below dates/. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="dates/languages.xsl"/>
  <xsl:include href="dates/spellings.xsl"/>
  <xsl:include href="dates/calendars.xsl"/>
  <xsl:include href="dates/values.xsl"/>
  <xsl:include href="dates/months.xsl"/>
  <xsl:include href="dates/lunisolar.xsl"/>
  <xsl:include href="dates/eras.xsl"/>
  <xsl:include href="dates/words.xsl"/>

  <!-- The Gregorian date of an element's attributes in words, '' where it has none: "5 December 1917", "1917–1919",
       "between 1 May 1919 and 31 August 1919", "until …". -->
  <xsl:function name="f:gregorian-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="value" as="map(xs:string, xs:string)" select="map:merge(
      for $name in ($f:date-attributes), $attribute in $dated/(@*[name() = $name], @*[name() = $name || '-iso'])[1]
      return map:entry($name, f:value-in-words($attribute, if (ends-with(name($attribute), '-iso')) then 'iso' else 'gregorian')))"/>
    <xsl:sequence select="f:span-in-words($value) || (if ($dated/@cert = ('low', 'unknown') and map:size($value)) then f:date-phrase('uncertain') else '')"/>
  </xsl:function>

  <!-- The date in the project's own calendar (@when-custom …) in words, '' where there is none: "12 February, Minguo 7", "22 November 1917".
       A value of a calendar that is not known, or in another form than ours, is given as it stands. -->
  <xsl:function name="f:custom-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="f:custom-words($dated, f:calendars($dated/@datingMethod[../(@when-custom, @from-custom, @to-custom, @notBefore-custom, @notAfter-custom)]))"/>
  </xsl:function>

  <!-- The same, where the calendars that @datingMethod points to are at hand: values are in the first of them. -->
  <xsl:function name="f:custom-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="method" as="xs:string*"/>
    <xsl:variable name="calendar" as="xs:string" select="string($method[1])"/>
    <xsl:variable name="value" as="map(xs:string, xs:string)" select="map:merge(
      for $name in $f:date-attributes, $attribute in $dated/@*[name() = $name || '-custom']
      return map:entry($name, string-join(tokenize($attribute) ! f:value-in-words(., $calendar), ' ')))"/>
    <xsl:sequence select="f:span-in-words($value)"/>
  </xsl:function>

  <xsl:variable name="f:date-attributes" as="xs:string*" select="'when', 'from', 'to', 'notBefore', 'notAfter'"/>

  <!-- One phrase from the words for 'when', 'from', 'to', 'notBefore', 'notAfter'. -->
  <xsl:function name="f:span-in-words" as="xs:string">
    <xsl:param name="value" as="map(xs:string, xs:string)"/>
    <xsl:variable name="extent" as="xs:string?" select="
      if ($value('from') and $value('to')) then f:date-phrase('from-to', ($value('from'), $value('to')))
      else if ($value('from')) then f:date-phrase('from', $value('from'))
      else if ($value('to')) then f:date-phrase('until', $value('to')) else ()"/>
    <xsl:variable name="limits" as="xs:string?" select="
      if ($value('notBefore') and $value('notAfter')) then f:date-phrase('between', ($value('notBefore'), $value('notAfter')))
      else if ($value('notBefore')) then f:date-phrase('not-before', $value('notBefore'))
      else if ($value('notAfter')) then f:date-phrase('not-after', $value('notAfter')) else ()"/>
    <xsl:sequence select="string-join(($value('when'), $extent, $limits)[. != ''], ', ')"/>
  </xsl:function>

  <!-- What a reader needs beside the text of a date that is not plainly Gregorian; '' for one that is.
       "5 December 1917 Gregorian", "11 January 1918 Julian; 24 January 1918 Gregorian", "12 February, Minguo 7; 12 February 1918 Gregorian". -->
  <xsl:function name="f:other-calendars" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="written" as="xs:string*" select="f:calendars($dated/@calendar)"/>
    <xsl:variable name="method" as="xs:string*" select="f:calendars($dated/@datingMethod)"/>
    <xsl:variable name="others" as="xs:string*" select="($written, $method)[. != 'gregorian']"/>
    <xsl:variable name="custom" as="xs:string" select="f:custom-words($dated, $method)"/>
    <xsl:variable name="gregorian" as="xs:string" select="f:gregorian-words($dated)"/>
    <xsl:variable name="text" as="xs:string" select="lower-case(normalize-space($dated))"/>
    <xsl:sequence select="
      if (empty($others) and $custom = '') then ''
      else string-join((
        if ($custom != '' and not(f:says($dated, $custom))) then f:in-calendar($custom, string($method[1]))
        else $others[1] ! f:calendar-title(.)[not(contains($text, lower-case(.)))],
        if ($gregorian != '' and not(f:says($dated, $gregorian))) then f:in-calendar($gregorian, 'gregorian') else ())[. != ''], '; ')"/>
  </xsl:function>

  <!-- True where an element's text has these words, whatever punctuation and case they are in. -->
  <xsl:function name="f:says" as="xs:boolean">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="contains(f:bare($dated), f:bare($words))"/>
  </xsl:function>

  <xsl:function name="f:bare" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="' ' || normalize-space(translate(lower-case($text), ',.;:()[]', '        ')) || ' '"/>
  </xsl:function>

  <!-- A value for the datetime attribute of HTML's time element, '' where HTML has none (ranges, years before 1, other calendars). -->
  <xsl:function name="f:datetime" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="string($dated/@when[matches(., '^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+\-]\d\d:\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?|--\d\d-\d\d)$')
      and not(starts-with(., '0000'))] ! replace(., '^--', ''))"/>
  </xsl:function>
</xsl:stylesheet>
