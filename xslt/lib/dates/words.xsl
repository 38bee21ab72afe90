<?xml version="1.0" encoding="UTF-8"?>
<!-- A date of a calendar in words. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Language, calendar → how a year follows its month, or stands alone; {1} is the year, {2} the era, {3} the era's year in our count.
       Where a year alone has no pattern of its own, what leads to it is left out. -->
  <xsl:variable name="f:year-patterns" as="map(xs:string, map(xs:string, xs:string))" select="map{
    'en': map{'minguo': ', Minguo {1}', 'rumi alone': '{1} (Ottoman fiscal year)', 'islamic': ' {1} AH', 'hebrew alone': '{1} AM (Hebrew)',
      'republican alone': 'year {1}', 'coptic': ' {1} AM (Coptic)', 'byzantine': ' {1} AM (Byzantine)', 'japanese': ', {2} {1} ({3})', '': ' {1}'},
    'de': map{'minguo': ', Minguo {1}', 'rumi': ' {1} Rumi', 'islamic': ' {1} AH', 'republican': ', Jahr {1}',
      'coptic': ' {1} A. M. (koptisch)', 'byzantine': ' {1} A. M. (byzantinisch)', 'japanese': ', {2} {1} ({3})', '': ' {1}'},
    'fr': map{'minguo': ', Minguo {1}', 'rumi': ' {1} roumi', 'islamic': ' {1} AH', 'republican': ' an {1}',
      'coptic': ' {1} de l’ère copte', 'byzantine': ' {1} de l’ère byzantine', 'japanese': ', {2} {1} ({3})', '': ' {1}'},
    'ru': map{'minguo': ' {1} г. Миньго', 'islamic': ' {1} г. хиджры', 'republican': ' {1} года Республики',
      'coptic': ' {1} г. эры мучеников', 'byzantine': ' {1} г. от сотворения мира', 'japanese': ' {1} г. {2} ({3})', '': ' {1} г.'},
    'zh': map{'minguo': '民國{1}年', 'rumi': '魯米曆{1}年', 'islamic': '伊斯蘭曆{1}年', 'republican': '法國共和曆{1}年',
      'coptic': '科普特曆{1}年', 'byzantine': '拜占庭曆{1}年', 'japanese': '{2}{1}年', '': '{1}年'}}"/>

  <!-- A date in words: "22 November 1917", "15 March 44 BCE", "12 February, Minguo 7", "9 Thermidor II"; '' where the calendar
       has no such month. -->
  <xsl:function name="f:words-of-date" as="xs:string">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="number" as="xs:integer?" select="$date('year') ! xs:integer(.)"/>
    <xsl:variable name="month" as="xs:string?" select="$date('month') ! f:month-name($calendar, $number, .)"/>
    <xsl:sequence select="
      if ($calendar = 'chinese') then f:lunisolar-words($date)
      else if ($calendar = 'republican' and $date('month') = 13) then f:complementary-words($date)
      else if ($month = '' or $date('day') gt 31 or $date('day') = 0 or f:is-lunisolar-japanese($date, $calendar)) then ''
      else if ($f:date-language = 'zh') then $date('year') ! f:year-words($date, $calendar) || f:chinese-day-and-month($date('day'), $month, $calendar, $date('month'))
      else if (empty($month) and exists($date('day'))) then f:day-alone($date('day'))
      else f:joined(f:day-and-month($date('day'), $month), $date('year') ! f:year-words($date, $calendar))"/>
  </xsl:function>

  <!-- Japan counted moons until the end of Meiji 5. -->
  <xsl:function name="f:is-lunisolar-japanese" as="xs:boolean">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:sequence select="$calendar = 'japanese' and ($date('leap') or ($date('era') = 'meiji' and xs:integer($date('year')) le 5 and exists($date('month'))))"/>
  </xsl:function>

  <!-- What comes before the year, and the year, whose comma or space falls away where nothing comes before. -->
  <xsl:function name="f:joined" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="year" as="xs:string?"/>
    <xsl:sequence select="if ($day = '') then replace($year, '^,? ', '') else $day || $year"/>
  </xsl:function>

  <xsl:function name="f:year-words" as="xs:string">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="patterns" as="map(xs:string, xs:string)" select="$f:year-patterns($f:date-language)"/>
    <xsl:variable name="number" as="xs:integer" select="xs:integer($date('year'))"/>
    <xsl:variable name="zh" as="xs:boolean" select="$f:date-language = 'zh'"/>
    <xsl:variable name="year" as="xs:string" select="
      if ($zh and $calendar = 'minguo') then f:chinese-year($number)
      else if ($zh and $calendar = 'japanese' and $number = 1) then '元'
      else if ($calendar = 'republican') then f:republican-year($number)
      else string($number)"/>
    <xsl:variable name="era" as="xs:string*" select="$date('era') ! (f:era-name(., $calendar), string(f:year-of-era(., $calendar, $number)))"/>
    <xsl:sequence select="
      if ($date('before')) then ' '[not($zh)] || f:date-phrase('bce', $year) || '年'[$zh]
      else f:in-script(f:filled(($patterns($calendar || ' alone')[empty($date('month'))], $patterns($calendar), $patterns(''))[1], ($year, $era)))"/>
  </xsl:function>

  <!-- "22 November", "22. November", "1er décembre", "22 ноября"; the month alone; '' where there is none. -->
  <xsl:function name="f:day-and-month" as="xs:string">
    <xsl:param name="day" as="xs:integer?"/>
    <xsl:param name="month" as="xs:string?"/>
    <xsl:sequence select="
      if (exists($day) and exists($month)) then f:day-number($day) || ' ' || (if ($f:date-language = 'ru') then f:genitive($month) else $month)
      else string($month)"/>
  </xsl:function>

  <!-- The days at the end of the Republican year have no month. Language → all of them, one of them; {1} is the year, {2} the day. -->
  <xsl:variable name="f:complementary-phrases" as="map(xs:string, array(xs:string))" select="map{
    'en': ['complementary days, year {1}', 'complementary day {2}, year {1}'],
    'de': ['Ergänzungstage, Jahr {1}', '{2}. Ergänzungstag, Jahr {1}'],
    'fr': ['jours complémentaires an {1}', '{2}e jour complémentaire an {1}'],
    'ru': ['дополнительные дни {1} года Республики', '{2}-й дополнительный день {1} года Республики'],
    'zh': ['法國共和曆{1}年補充日', '法國共和曆{1}年第{2}補充日']}"/>

  <xsl:function name="f:complementary-words" as="xs:string">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:variable name="pattern" as="xs:string" select="$f:complementary-phrases($f:date-language)(if (exists($date('day'))) then 2 else 1)"/>
    <xsl:variable name="words" as="xs:string" select="f:filled($pattern, (f:republican-year(xs:integer($date('year'))), $date('day') ! string(.)))"/>
    <xsl:sequence select="f:in-script(if ($date('day') = 1) then replace($words, '^1e ', '1er ') else $words)"/>
  </xsl:function>

  <!-- Years of the Republic are in Roman numbers, but not in Chinese. -->
  <xsl:function name="f:republican-year" as="xs:string">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:sequence select="if ($f:date-language = 'zh') then string($year) else format-integer($year, 'I')"/>
  </xsl:function>

  <xsl:function name="f:day-number" as="xs:string">
    <xsl:param name="day" as="xs:integer"/>
    <xsl:sequence select="$day || map{'de': '.', 'fr': 'er'[$day = 1]}($f:date-language)"/>
  </xsl:function>

  <!-- A day of a month that is not said: "the 22nd". -->
  <xsl:function name="f:day-alone" as="xs:string">
    <xsl:param name="day" as="xs:integer"/>
    <xsl:sequence select="map{'de': 'der ' || $day || '.', 'fr': 'le ' || f:day-number($day), 'ru': $day || '-е число', 'en': 'the ' || f:ordinal($day)}($f:date-language)"/>
  </xsl:function>

  <!-- 2月12日; of the Republic, whose years are in Chinese numbers, 二月十二日. -->
  <xsl:function name="f:chinese-day-and-month" as="xs:string">
    <xsl:param name="day" as="xs:integer?"/>
    <xsl:param name="month" as="xs:string?"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:param name="number" as="xs:integer?"/>
    <xsl:sequence select="
      if ($calendar = 'minguo') then ($number ! f:chinese-number(.) || '月')[exists($number)] || ($day ! f:chinese-number(.) || '日')[exists($day)]
      else $month || ($day || '日')[exists($day)]"/>
  </xsl:function>

  <!-- A year of a W3C value alone, without what Russian or Chinese puts behind it: "1891", "44 BCE"; other values as they stand. -->
  <xsl:function name="f:year-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="year" as="xs:string" select="replace($value, '^(-?)0*(\d+).*$', '$1$2')"/>
    <xsl:sequence select="if (starts-with($year, '-')) then f:date-phrase('bce', substring($year, 2)) else $year"/>
  </xsl:function>
</xsl:stylesheet>
