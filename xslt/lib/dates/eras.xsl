<?xml version="1.0" encoding="UTF-8"?>
<!-- Reigns and eras whose years are counted, in China and Japan, and the values that name them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Calendar, era in Latin letters without accents → first year; then its names: Latin, Russian, characters (the first is ours) and Wade-Giles. -->
  <xsl:variable name="f:eras" as="map(xs:string, map(xs:string, array(item())))" select="map{
    'chinese': map{
      'shunzhi': [1644, 'Shunzhi', 'Шуньчжи', '順治 顺治 shunchih'], 'kangxi': [1662, 'Kangxi', 'Канси', '康熙 kanghsi'], 'yongzheng': [1723, 'Yongzheng', 'Юнчжэн', '雍正 yungcheng'],
      'qianlong': [1736, 'Qianlong', 'Цяньлун', '乾隆 chienlung'], 'jiaqing': [1796, 'Jiaqing', 'Цзяцин', '嘉慶 嘉庆 chiaching'], 'daoguang': [1821, 'Daoguang', 'Даогуан', '道光 taokuang'],
      'xianfeng': [1851, 'Xianfeng', 'Сяньфэн', '咸豐 咸丰 hsienfeng'], 'tongzhi': [1862, 'Tongzhi', 'Тунчжи', '同治 tungchih'], 'guangxu': [1875, 'Guangxu', 'Гуансюй', '光緒 光绪 光緖 kuanghsu'],
      'xuantong': [1909, 'Xuantong', 'Сюаньтун', '宣統 宣统 hsuantung'], 'minguo': [1912, 'Minguo', 'Миньго', '民國 民国 中華民國 中华民国 minkuo']},
    'japanese': map{
      'meiji': [1868, 'Meiji', 'Мэйдзи', '明治'], 'taisho': [1912, 'Taishō', 'Тайсё', '大正'], 'showa': [1926, 'Shōwa', 'Сёва', '昭和'],
      'heisei': [1989, 'Heisei', 'Хэйсэй', '平成'], 'reiwa': [2019, 'Reiwa', 'Рэйва', '令和']}}"/>

  <!-- An era by its name in Latin letters (with accents or without), by its initial in Japan, in characters; its key, or nothing. -->
  <xsl:function name="f:era-of" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="lower-case(replace(normalize-unicode($name, 'NFD'), '[^\p{L}]', '')) => normalize-unicode()"/>
    <xsl:sequence select="map:keys($f:eras($calendar))[. = $word or ($calendar = 'japanese' and substring(., 1, 1) = $word)
      or tokenize($f:eras($calendar)(.)(4)) = replace($word, '^大清', '')]"/>
  </xsl:function>

  <!-- What an era is called in the interface's language. -->
  <xsl:function name="f:era-name" as="xs:string">
    <xsl:param name="era" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="known" as="array(item())" select="$f:eras($calendar)($era)"/>
    <xsl:sequence select="
      if ($f:date-language = 'zh') then f:in-script(tokenize($known(4))[1])
      else if ($f:date-language = 'ru') then $known(3) else $known(2)"/>
  </xsl:function>

  <!-- An era's year as a year of our count. -->
  <xsl:function name="f:year-of-era" as="xs:integer">
    <xsl:param name="era" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:sequence select="$f:eras($calendar)($era)(1) + $year - 1"/>
  </xsl:function>

  <!-- `Taisho-7-02-12`, `大正7-02-12`, `T7-02-12`; `1917-12-01`, `1917-02L-01`, `丁巳-12-01`, `Guangxu-34-10-21`, `光緒34-10-21`. -->
  <xsl:function name="f:read-era" as="map(xs:string, item())?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:variable name="numbered" as="xs:string*" select="
      $value[matches(., '^(\p{L}[\p{L}\p{M}’''\-]*)?(\d{1,4}|元)年?(-[L閏闰]?\d\d?L?(-\d\d?)?)?$', 'i')]
        ! tokenize(replace(., '^(?:(\p{L}[\p{L}\p{M}’''\-]*?)-?)?(\d+|元)年?(?:-([L閏闰]?\d+L?)(?:-(\d+))?)?$', '$1|$2|$3|$4', 'i'), '\|')"/>
    <xsl:variable name="named" as="xs:string*" select="
      $value[matches(., '^[\p{L}\p{M}]+(-[L閏闰]?\d\d?L?(-\d\d?)?)?$', 'i')] ! tokenize(., '-')"/>
    <xsl:variable name="cyclical" as="xs:integer?" select="if ($calendar = 'chinese') then f:cyclical-year(string($named[1])) else ()"/>
    <xsl:variable name="era" as="xs:string?" select="f:era-of(string($numbered[1]), $calendar)"/>
    <xsl:variable name="year" as="xs:integer?" select="$numbered[2][. != ''] ! (if (. = '元') then 1 else xs:integer(.))"/>
    <xsl:choose>
      <xsl:when test="exists($cyclical)">
        <xsl:sequence select="f:lunisolar-date($cyclical, '', $named[2], $named[3])"/>
      </xsl:when>
      <xsl:when test="empty($numbered) or $year = 0 or ($numbered[1] = '' and $calendar = 'japanese') or ($numbered[1] != '' and empty($era))"/>
      <xsl:otherwise><xsl:sequence select="f:lunisolar-date($year, string($era), $numbered[3], $numbered[4])"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:lunisolar-date" as="map(xs:string, item())">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="era" as="xs:string"/>
    <xsl:param name="month" as="xs:string?"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:sequence select="map:merge((
      map{'year': string($year), 'era': $era, 'leap': matches($month, '[L閏闰]', 'i')},
      f:month-and-day(replace($month, '\D', ''), $day)))"/>
  </xsl:function>
</xsl:stylesheet>
