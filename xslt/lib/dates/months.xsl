<?xml version="1.0" encoding="UTF-8"?>
<!-- Names of months. Values number the months from 1 in the order of the calendar's own year. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Language, calendar → names, as they stand before a year; calendars that are not here have the Roman months. Those of the Ottoman
       fiscal year stand in the order of the Roman year. -->
  <xsl:variable name="f:months" as="map(xs:string, map(xs:string, xs:string))" select="map{
    'en': map{
      'roman': 'January|February|March|April|May|June|July|August|September|October|November|December',
      'islamic': 'Muharram|Safar|Rabi I|Rabi II|Jumada I|Jumada II|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qada|Dhu al-Hijja',
      'hebrew': 'Nisan|Iyar|Sivan|Tammuz|Av|Elul|Tishri|Marheshvan|Kislev|Tevet|Shevat|Adar',
      'republican': 'Vendémiaire|Brumaire|Frimaire|Nivôse|Pluviôse|Ventôse|Germinal|Floréal|Prairial|Messidor|Thermidor|Fructidor',
      'coptic': 'Thout|Paopi|Hathor|Koiak|Tobi|Meshir|Paremhat|Parmouti|Pashons|Paoni|Epip|Mesori|Pi Kogi Enavot',
      'rumi': 'Kânunusani|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Teşrinievvel|Teşrinisani|Kânunuevvel'},
    'de': map{
      'roman': 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
      'islamic': 'Muharram|Safar|Rabīʿ I|Rabīʿ II|Dschumādā I|Dschumādā II|Radschab|Schaʿbān|Ramadan|Schawwāl|Dhū l-Qaʿda|Dhū l-Hiddscha',
      'hebrew': 'Nisan|Ijar|Siwan|Tammus|Aw|Elul|Tischri|Cheschwan|Kislew|Tewet|Schwat|Adar',
      'republican': 'Vendémiaire|Brumaire|Frimaire|Nivôse|Pluviôse|Ventôse|Germinal|Floréal|Prairial|Messidor|Thermidor|Fructidor',
      'coptic': 'Thout|Paophi|Hathyr|Choiak|Tybi|Mechir|Phamenoth|Pharmuthi|Pachon|Payni|Epiphi|Mesori|Epagomene'},
    'fr': map{
      'roman': 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
      'islamic': 'mouharram|safar|rabia I|rabia II|joumada I|joumada II|rajab|chaabane|ramadan|chawwal|dhou al-qida|dhou al-hijja',
      'hebrew': 'nissan|iyar|sivan|tamouz|av|eloul|tichri|hechvan|kislev|tevet|chevat|adar',
      'republican': 'vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor',
      'coptic': 'thout|paophi|hathyr|choiak|tybi|méchir|phaménoth|pharmouthi|pachon|payni|épiphi|mésorè|épagomène'},
    'ru': map{
      'roman': 'январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь',
      'islamic': 'мухаррам|сафар|раби I|раби II|джумада I|джумада II|раджаб|шаабан|рамадан|шавваль|зу-ль-каада|зу-ль-хиджа',
      'hebrew': 'нисан|ияр|сиван|таммуз|ав|элул|тишрей|хешван|кислев|тевет|шват|адар',
      'republican': 'вандемьер|брюмер|фример|нивоз|плювиоз|вантоз|жерминаль|флореаль|прериаль|мессидор|термидор|фрюктидор',
      'coptic': 'тот|паофи|атир|хойяк|тиби|мехир|фаменот|фармути|пахон|пауни|эпифи|месори|эпагомен'},
    'zh': map{
      'hebrew': '尼散月|以珥月|西彎月|搭模斯月|埃波月|以祿月|提斯利月|瑪西班月|基斯流月|提別月|細罷特月|亞達月',
      'republican': '葡月|霧月|霜月|雪月|雨月|風月|芽月|花月|牧月|獲月|熱月|果月'}}"/>

  <!-- The name of a month of a year; '' where the calendar has no such month. In Chinese most calendars number their months. -->
  <xsl:function name="f:month-name" as="xs:string">
    <xsl:param name="calendar" as="xs:string"/>
    <xsl:param name="year" as="xs:integer?"/>
    <xsl:param name="month" as="xs:integer"/>
    <xsl:variable name="place" as="xs:integer" select="if ($calendar = 'rumi') then f:rumi-month($year, $month) else $month"/>
    <xsl:variable name="kind" as="xs:string" select="if (map:contains($f:months($f:date-language), $calendar)) then $calendar else 'roman'"/>
    <xsl:variable name="count" as="xs:integer" select="if ($calendar = 'coptic') then 13 else 12"/>
    <xsl:sequence select="
      if ($calendar = 'hebrew' and f:is-hebrew-leap($year) and $month = (12, 13)) then f:adar($month - 11)
      else if (not($place = 1 to $count)) then ''
      else (f:name-of-month($kind, $place), $place || '月')[1]"/>
  </xsl:function>

  <xsl:function name="f:name-of-month" as="xs:string?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:sequence select="$f:months($f:date-language)($kind) ! tokenize(., '\|')[$place] ! f:in-script(.)"/>
  </xsl:function>

  <!-- The first and the second Adar of a leap year. -->
  <xsl:function name="f:adar" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="name" as="xs:string?" select="f:name-of-month('hebrew', 12)"/>
    <xsl:sequence select="if ($f:date-language = 'zh') then '第' || f:chinese-number($number) || $name else $name || ' ' || format-integer($number, 'I')"/>
  </xsl:function>

  <!-- The Ottoman fiscal year began in March up to 1332; 1333 had March to December only; from 1334 it begins in January. 0 is none. -->
  <xsl:function name="f:rumi-month" as="xs:integer">
    <xsl:param name="year" as="xs:integer?"/>
    <xsl:param name="month" as="xs:integer"/>
    <xsl:sequence select="
      if (not($month = 1 to 12) or ($year = 1333 and $month gt 10)) then 0
      else if ($year ge 1334) then $month else ($month + 1) mod 12 + 1"/>
  </xsl:function>

  <!-- Seven years of nineteen have a second Adar. -->
  <xsl:function name="f:is-hebrew-leap" as="xs:boolean">
    <xsl:param name="year" as="xs:integer?"/>
    <xsl:sequence select="exists($year) and (7 * $year + 1) mod 19 lt 7"/>
  </xsl:function>
</xsl:stylesheet>
