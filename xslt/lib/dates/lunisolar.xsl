<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of the Chinese lunisolar calendar in words, and numbers in Chinese. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="f:stems" as="xs:string" select="'甲乙丙丁戊己庚辛壬癸'"/>
  <xsl:variable name="f:branches" as="xs:string" select="'子丑寅卯辰巳午未申酉戌亥'"/>
  <xsl:variable name="f:pinyin" as="array(xs:string)" select="['jia yi bing ding wu ji geng xin ren gui', 'zi chou yin mao chen si wu wei shen you xu hai']"/>
  <xsl:variable name="f:palladius" as="array(xs:string)" select="['цзя и бин дин у цзи гэн синь жэнь гуй', 'цзы чоу инь мао чэнь сы у вэй шэнь ю сюй хай']"/>

  <!-- The name of a lunisolar year, one of sixty, in characters: 丁巳. -->
  <xsl:function name="f:cyclical-characters" as="xs:string">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:sequence select="substring($f:stems, ($year + 6) mod 10 + 1, 1) || substring($f:branches, ($year + 8) mod 12 + 1, 1)"/>
  </xsl:function>

  <!-- The same in letters: "Dingsi". -->
  <xsl:function name="f:cyclical-letters" as="xs:string">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="syllables" as="array(xs:string)"/>
    <xsl:variable name="word" as="xs:string" select="tokenize($syllables(1))[($year + 6) mod 10 + 1] || tokenize($syllables(2))[($year + 8) mod 12 + 1]"/>
    <xsl:sequence select="upper-case(substring($word, 1, 1)) || substring($word, 2)"/>
  </xsl:function>

  <!-- The same in the interface's language. -->
  <xsl:function name="f:cyclical-name" as="xs:string">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:sequence select="
      if ($f:date-language = 'zh') then f:cyclical-characters($year)
      else f:cyclical-letters($year, if ($f:date-language = 'ru') then $f:palladius else $f:pinyin)"/>
  </xsl:function>

  <!-- The year of the cycle from 1864 to 1923 that has a name, in characters or Pinyin; nothing where none has. -->
  <xsl:function name="f:cyclical-year" as="xs:integer?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if ($name = '') then () else
      (1864 to 1923)[f:cyclical-characters(.) = $name or f:cyclical-letters(., $f:pinyin) = upper-case(substring($name, 1, 1)) || lower-case(substring($name, 2))]"/>
  </xsl:function>

  <!-- "1st day of the 12th month, Dingsi (1917)", "10th month, Guangxu 34 (1908)", 丁巳年十二月初一. '' for a month that is none of twelve. -->
  <xsl:function name="f:lunisolar-words" as="xs:string">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:variable name="count" as="xs:integer" select="xs:integer($date('year'))"/>
    <xsl:variable name="year" as="xs:integer" select="if ($date('era') = '') then $count else f:year-of-era($date('era'), 'chinese', $count)"/>
    <xsl:variable name="zh" as="xs:boolean" select="$f:date-language = 'zh'"/>
    <xsl:variable name="name" as="xs:string" select="
      if ($date('era') = '') then f:cyclical-name($year)
      else f:era-name($date('era'), 'chinese') || (if ($zh) then f:chinese-year($count) else ' ' || $count)"/>
    <xsl:sequence select="
      if (exists($date('month')) and not($date('month') = 1 to 12) or exists($date('day')) and not($date('day') = 1 to 30)) then ''
      else if ($zh) then f:in-script($name || '年' || '閏'[$date('leap')] || $date('month') ! f:chinese-month(.) || $date('day') ! f:chinese-day(.))
      else string-join((f:lunisolar-day($date), $name || ' (' || $year || ')'), ', ')"/>
  </xsl:function>

  <!-- Language → month, leap month, day of the month; {1} is the number of the month, {2} that of the day. -->
  <xsl:variable name="f:lunisolar-phrases" as="map(xs:string, array(xs:string))" select="map{
    'en': ['{1} month', 'leap {1} month', '{2} day of the {1} month', '{2} day of the leap {1} month'],
    'de': ['{1}. Monat', '{1}. Schaltmonat', '{2}. Tag des {1}. Monats', '{2}. Tag des {1}. Schaltmonats'],
    'fr': ['{1} mois', '{1} mois intercalaire', '{2} jour du {1} mois', '{2} jour du {1} mois intercalaire'],
    'ru': ['{1}-й месяц', 'дополнительный {1}-й месяц', '{2}-й день {1}-го месяца', '{2}-й день дополнительного {1}-го месяца']}"/>

  <xsl:function name="f:lunisolar-day" as="xs:string?">
    <xsl:param name="date" as="map(xs:string, item())"/>
    <xsl:variable name="place" as="xs:integer" select="(if (exists($date('day'))) then 3 else 1) + (if ($date('leap')) then 1 else 0)"/>
    <xsl:sequence select="if (empty($date('month'))) then ()
      else f:filled($f:lunisolar-phrases($f:date-language)($place), ($date('month'), $date('day')) ! f:ordinal(.))"/>
  </xsl:function>

  <!-- A number as an ordinal: "22nd", "1er"; where the phrase has the ending, the number alone. -->
  <xsl:function name="f:ordinal" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="english" as="xs:string" select="if ($number mod 100 = 11 to 13) then 'th' else (('st', 'nd', 'rd')[$number mod 10], 'th')[1]"/>
    <xsl:sequence select="$number || (map{'en': $english, 'fr': if ($number = 1) then 'er' else 'e'}($f:date-language), '')[1]"/>
  </xsl:function>

  <!-- 1 to 999 in Chinese: 七, 十二, 二十一, 一百零五. -->
  <xsl:function name="f:chinese-number" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="digits" as="xs:string" select="'一二三四五六七八九'"/>
    <xsl:variable name="hundreds" as="xs:integer" select="$number idiv 100"/>
    <xsl:variable name="tens" as="xs:integer" select="$number mod 100 idiv 10"/>
    <xsl:sequence select="
      if ($number gt 999) then string($number)
      else substring($digits, $hundreds, 1) || '百'[$hundreds gt 0] || '零'[$hundreds gt 0 and $tens = 0 and $number mod 10 gt 0]
        || substring($digits, $tens, 1)[$tens gt 1 or $hundreds gt 0] || '十'[$tens gt 0] || substring($digits, $number mod 10, 1)"/>
  </xsl:function>

  <!-- The number of a year of an era, whose first is 元. -->
  <xsl:function name="f:chinese-year" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number = 1) then '元' else f:chinese-number($number)"/>
  </xsl:function>

  <xsl:function name="f:chinese-month" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="(if ($number = 1) then '正' else f:chinese-number($number)) || '月'"/>
  </xsl:function>

  <!-- 初一 to 初十, 十一 to 三十. -->
  <xsl:function name="f:chinese-day" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="'初'[$number le 10] || f:chinese-number($number)"/>
  </xsl:function>
</xsl:stylesheet>
