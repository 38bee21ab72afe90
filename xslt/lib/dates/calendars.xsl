<?xml version="1.0" encoding="UTF-8"?>
<!-- Which calendar an attribute means, and what it is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Titles, as they follow a date ("5 December 1917 Gregorian") or, in Chinese, precede it; they stand alone too. -->
  <xsl:variable name="f:titles" as="map(xs:string, map(xs:string, xs:string))" select="map{
    'en': map{'gregorian': 'Gregorian', 'julian': 'Julian', 'minguo': 'Minguo', 'chinese': 'Chinese', 'rumi': 'Ottoman fiscal', 'islamic': 'Islamic', 'hebrew': 'Hebrew',
      'republican': 'French Republican', 'coptic': 'Coptic', 'byzantine': 'Byzantine', 'japanese': 'Japanese'},
    'de': map{'gregorian': 'gregorianisch', 'julian': 'julianisch', 'minguo': 'Minguo', 'chinese': 'chinesisch', 'rumi': 'Rumi', 'islamic': 'islamisch', 'hebrew': 'jüdisch',
      'republican': 'republikanisch', 'coptic': 'koptisch', 'byzantine': 'byzantinisch', 'japanese': 'japanisch'},
    'fr': map{'gregorian': 'grégorien', 'julian': 'julien', 'minguo': 'Minguo', 'chinese': 'chinois', 'rumi': 'roumi', 'islamic': 'islamique', 'hebrew': 'hébraïque',
      'republican': 'républicain', 'coptic': 'copte', 'byzantine': 'byzantin', 'japanese': 'japonais'},
    'ru': map{'gregorian': 'по григорианскому календарю', 'julian': 'по юлианскому календарю', 'minguo': 'по календарю Миньго', 'chinese': 'по китайскому календарю',
      'rumi': 'по календарю Руми', 'islamic': 'по исламскому календарю', 'hebrew': 'по еврейскому календарю', 'republican': 'по республиканскому календарю',
      'coptic': 'по коптскому календарю', 'byzantine': 'по византийскому календарю', 'japanese': 'по японскому календарю'},
    'zh': map{'gregorian': '公曆', 'julian': '儒略曆', 'minguo': '民國', 'chinese': '農曆', 'rumi': '魯米曆', 'islamic': '伊斯蘭曆', 'hebrew': '希伯來曆',
      'republican': '法國共和曆', 'coptic': '科普特曆', 'byzantine': '拜占庭曆', 'japanese': '日本曆'}}"/>

  <!-- The calendars that an attribute (@calendar, @datingMethod) points to, in its order: a name of teikit's (julian), else what the
       declaration of the calendar says, if that is short, else its id. -->
  <xsl:function name="f:calendars" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:for-each select="f:targets($attribute)">
      <xsl:variable name="declared" as="element()?" select="f:element(., $attribute)"/>
      <xsl:variable name="id" as="xs:string" select="if (.('id') != '') then .('id') else f:last-step(.('pointer'))"/>
      <xsl:variable name="known" as="xs:string?" select="head(($id, $declared ! f:calendar-names(.)) ! f:calendar-of(.))"/>
      <xsl:variable name="words" as="xs:string" select="normalize-space($declared)"/>
      <xsl:sequence select="($known, $words[. != '' and string-length(.) le 40], $id)[1]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a declaration calls its calendar: @target, @type, its terms, names and paragraphs. -->
  <xsl:function name="f:calendar-names" as="xs:string*">
    <xsl:param name="declared" as="element()"/>
    <xsl:sequence select="$declared/@target ! f:last-step(.), $declared/@type ! string(.), $declared//(term, name, p) ! string(.)"/>
  </xsl:function>

  <!-- The fragment of an address, else the last step of its path. -->
  <xsl:function name="f:last-step" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '/+$', '') => replace('^.*[#:/]', '')"/>
  </xsl:function>

  <!-- What a calendar is called in the interface's language; one that is not known keeps its name. -->
  <xsl:function name="f:calendar-title" as="xs:string">
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:sequence select="if ($calendar = '') then f:date-phrase('own') else ($f:titles($f:date-language)($calendar) ! f:in-script(.), $calendar)[1]"/>
  </xsl:function>

  <!-- The words for a date with its calendar behind them, unless the words themselves show which it is. -->
  <xsl:function name="f:in-calendar" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="title" as="xs:string" select="f:calendar-title($calendar)"/>
    <xsl:sequence select="
      if ($calendar = $f:named-in-words or contains($words, $title)) then $words
      else if (map:contains($f:titles('en'), $calendar)) then f:date-phrase('in-calendar', ($words, $title))
      else $words || ' ' || $title"/>
  </xsl:function>

  <!-- Calendars whose dates name them: "12 February, Minguo 7", "20 Safar 1336 AH". -->
  <xsl:variable name="f:named-in-words" as="xs:string*" select="'minguo', 'chinese', 'islamic', 'republican', 'coptic', 'byzantine', 'japanese'"/>
</xsl:stylesheet>
