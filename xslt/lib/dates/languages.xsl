<?xml version="1.0" encoding="UTF-8"?>
<!-- The language in which dates are worded, and its phrases. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The interface's language as one of ours: 'en', 'de', 'fr', 'ru', 'zh'. English stands in for others, which is said once. -->
  <xsl:variable name="f:date-language" as="xs:string">
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($interface-language, '-')[1])"/>
    <xsl:variable name="known" as="xs:boolean" select="map:contains($f:date-phrases, $primary)"/>
    <xsl:if test="not($known)">
      <xsl:message>dates are not worded in “{$interface-language}” (interface-language), but in English: known are {string-join(sort(map:keys($f:date-phrases)), ', ')}</xsl:message>
    </xsl:if>
    <xsl:sequence select="if ($known) then $primary else 'en'"/>
  </xsl:variable>

  <!-- Chinese is written in simplified characters where the tag says so, by script or by country. -->
  <xsl:variable name="f:simplified" as="xs:boolean" select="$f:date-language = 'zh' and matches($interface-language, '-(hans|cn|sg|my)(-|$)', 'i')"/>

  <!-- The tag of the language of the words, for @lang. -->
  <xsl:variable name="f:date-lang" as="xs:string" select="
    if ($f:date-language != 'zh') then $f:date-language else if ($f:simplified) then 'zh-Hans' else 'zh-Hant'"/>

  <!-- Phrases; {1} and {2} are dates. -->
  <xsl:variable name="f:date-phrases" as="map(xs:string, map(xs:string, xs:string))" select="map{
    'en': map{'from-to': '{1}–{2}', 'from': 'from {1}', 'until': 'until {1}', 'between': 'between {1} and {2}', 'not-before': 'not before {1}',
      'not-after': 'not after {1}', 'uncertain': ' (uncertain)', 'bce': '{1} BCE', 'in-calendar': '{1} {2}', 'new-style': '{1} N.S.', 'old-style': 'O.S. {1}', 'received': 'received {1}',
      'born': 'born {1}', 'died': 'died {1}', 'active': 'active {1}', 'own': 'own calendar'},
    'de': map{'from-to': '{1}–{2}', 'from': 'ab {1}', 'until': 'bis {1}', 'between': 'zwischen {1} und {2}', 'not-before': 'nicht vor {1}',
      'not-after': 'nicht nach {1}', 'uncertain': ' (unsicher)', 'bce': '{1} v. Chr.', 'in-calendar': '{1} {2}', 'new-style': '{1} n. St.', 'old-style': 'a. St. {1}', 'received': 'eingegangen {1}',
      'born': 'geb. {1}', 'died': 'gest. {1}', 'active': 'tätig {1}', 'own': 'eigener Kalender'},
    'fr': map{'from-to': '{1}–{2}', 'from': 'depuis {1}', 'until': 'jusqu’à {1}', 'between': 'entre {1} et {2}', 'not-before': 'pas avant {1}',
      'not-after': 'pas après {1}', 'uncertain': ' (incertain)', 'bce': '{1} av. J.-C.', 'in-calendar': '{1} {2}', 'new-style': '{1} n. s.', 'old-style': 'v. s. {1}', 'received': 'reçu {1}',
      'born': 'né(e) {1}', 'died': 'mort(e) {1}', 'active': 'actif {1}', 'own': 'calendrier propre'},
    'ru': map{'from-to': '{1} – {2}', 'from': 'с {1}', 'until': 'до {1}', 'between': 'не ранее {1} и не позднее {2}', 'not-before': 'не ранее {1}',
      'not-after': 'не позднее {1}', 'uncertain': ' (предположительно)', 'bce': '{1} до н. э.', 'in-calendar': '{1} {2}', 'new-style': '{1} н. ст.', 'old-style': 'ст. ст. {1}', 'received': 'получено {1}',
      'born': 'род. {1}', 'died': 'ум. {1}', 'active': 'упом. {1}', 'own': 'по собственному календарю'},
    'zh': map{'from-to': '{1}至{2}', 'from': '自{1}起', 'until': '至{1}止', 'between': '{1}至{2}之間', 'not-before': '不早於{1}',
      'not-after': '不晚於{1}', 'uncertain': '（存疑）', 'bce': '公元前{1}', 'in-calendar': '{2}{1}', 'new-style': '新曆{1}', 'old-style': '舊曆{1}', 'received': '{1}收到',
      'born': '生於{1}', 'died': '卒於{1}', 'active': '活動於{1}', 'own': '自訂曆法'}}"/>

  <xsl:function name="f:date-phrase" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:date-phrase($name, ())"/>
  </xsl:function>

  <!-- A phrase with dates in it. -->
  <xsl:function name="f:date-phrase" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:variable name="pattern" as="xs:string" select="$f:date-phrases($f:date-language)($name)"/>
    <xsl:variable name="words" as="xs:string*" select="if ($name = $f:governing) then $dates ! f:governed(.) else $dates"/>
    <xsl:sequence select="f:contracted(f:filled($pattern, $words)) => f:in-script()"/>
  </xsl:function>

  <!-- A pattern with {1}, {2} and {3} replaced by words. -->
  <xsl:function name="f:filled" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="replace($pattern, '{1}', string($words[1]), 'q') => replace('{2}', string($words[2]), 'q') => replace('{3}', string($words[3]), 'q')"/>
  </xsl:function>

  <!-- Phrases whose preposition governs a date: German and French days take an article, Russian months the genitive. -->
  <xsl:variable name="f:governing" as="xs:string*" select="'from', 'until', 'between', 'not-before', 'not-after'"/>

  <xsl:function name="f:governed" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
      if ($f:date-language = 'de') then 'dem '[matches($date, '^\d\d?\. \p{L}')] || $date
      else if ($f:date-language = 'fr') then 'le '[matches($date, '^(\d\d?|1er) \p{Ll}')] || $date
      else if ($f:date-language = 'ru' and matches($date, '^\p{L}+ \d')) then f:genitive(substring-before($date, ' ')) || ' ' || substring-after($date, ' ')
      else $date"/>
  </xsl:function>

  <xsl:function name="f:contracted" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="replace($words, '^bis dem ', 'bis zum ') => replace('^jusqu’à le ', 'jusqu’au ')"/>
  </xsl:function>

  <!-- The Russian genitive of a month: январь, января; сафар, сафара; зу-ль-каада, зу-ль-каады. A number behind it stays: адар II, адара II. -->
  <xsl:function name="f:genitive" as="xs:string">
    <xsl:param name="month" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="replace($month, ' I+$', '')"/>
    <xsl:sequence select="
      (if (matches($word, '[ьй]$')) then replace($word, '.$', 'я')
       else if (matches($word, '[жшчщгкх]а$|я$')) then replace($word, '.$', 'и')
       else if (ends-with($word, 'а')) then replace($word, '.$', 'ы')
       else if (matches($word, '[еиоуыэю]$')) then $word
       else $word || 'а') || substring-after($month, $word)"/>
  </xsl:function>

  <!-- Our Chinese words are in traditional characters; these are the ones among them that differ. -->
  <xsl:function name="f:in-script" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if ($f:simplified)
      then translate($words, '曆國間於蘭農猶亞達爾閏訂舊獲風熱霧補慶豐緒統順魯來瑪細罷彎祿別動', '历国间于兰农犹亚达尔闰订旧获风热雾补庆丰绪统顺鲁来玛细罢弯禄别动') else $words"/>
  </xsl:function>
</xsl:stylesheet>
