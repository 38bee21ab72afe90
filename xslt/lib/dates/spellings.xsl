<?xml version="1.0" encoding="UTF-8"?>
<!-- What documents call their calendars: the table of src/teikit/dates/spellings.py, which says where its names come from. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Calendar → its spellings. -->
  <xsl:variable name="f:spellings" as="map(xs:string, xs:string)" select="map{
    'gregorian': 'greg gregorian gregoriancalendar newstyle ns gregorien calendriergregorien gregorianisch gregorianischerkalender gregoriano
      calendariogregoriano gregorianus prolepticgregorian gregory prolepticgregoriancalendar miladi q12138 q1985727 григорианский
      григорианскийкалендарь новыйстиль нс западныйстиль 西曆 西历 公曆 公历 新曆 新历 格里曆 格里历 ميلادي الميلادي التقويمالميلادي',
    'julian': 'jul julian juliancalendar oldstyle os julien calendrierjulien julianisch julianischerkalender juliano giuliano
      calendariogiuliano calendariojuliano julianus prolepticjulian prolepticjuliancalendar sharqi q11184 q1985786 юлианский юлианскийкалендарь
      старыйстиль сс 儒略曆 儒略历 俄曆 俄历 يولياني التقويماليولياني',
    'minguo': 'minguo minguocalendar mingguo roc roccalendar republicofchina republicofchinacalendar taiwan 民國 民国 民國紀年 民国纪年 民國曆 民国历 中華民國
      中华民国',
    'chinese': 'chinese chinesecalendar chineselunisolar chineselunisolarcalendar lunisolar chineselunar lunarchinese nongli yinli xiali qing
      qingcalendar chinois calendrierchinois chinesisch chinesischerkalender китайский китайскийкалендарь q32823 農曆 农历 陰曆 阴历 夏曆 夏历
      舊曆 旧历 時憲曆 时宪历 中曆',
    'rumi': 'rumi rumicalendar mali maliyye maliye malicalendar ottomanfiscal ottomanfiscalcalendar fiscalottoman ottoman ottomancalendar
      ottomanrumi rumitakvim rumitakvimi calendrierottoman osmanisch مالي المالية رومي',
    'islamic': 'islamic islamiccalendar islamiccivil hijri hijra hegira hijricalendar hijriqamari qamari lunarhijri higri higra hegire heqiri
      hidschri hidschra islamisch islamischerkalender islamique calendriermusulman calendrierhegirien muslim muslimcalendar mohammedan ah annohegirae
      hicri hicritakvim islamico calendarioislamico исламский исламскийкалендарь хиджра q28892 هجري الهجري هجريقمري التقويمالهجري تقويمهجري 伊斯蘭曆 伊斯兰历 回曆 回历
      islamictbla islamicumalqura ummalqura umalqura ummalquracalendar أمالقرى',
    'hebrew': 'hebrew hebrewcalendar jewish jewishcalendar hebraique calendrierhebraique calendrierhebreu juif hebraisch judisch judischerkalender ebraico
      calendarioebraico еврейский еврейскийкалендарь q44722 עברי הלוחהעברי 希伯來曆 希伯来历',
    'republican': 'republican republicancalendar frenchrepublican frenchrepublicancalendar frenchrevolutionary frenchrevolutionarycalendar
      revolutionary revolutionarycalendar republicain calendrierrepublicain revolutionnaire republikanisch
      franzosischerrevolutionskalender revolutionskalender q181974 республиканский французскийреспубликанскийкалендарь 法國共和曆 法国共和历',
    'coptic': 'coptic copticcalendar alexandrian copte calendriercopte koptisch koptischerkalender annomartyrum eraofmartyrs eraofthemartyrs
      copto коптский قبطي القبطي',
    'byzantine': 'byzantine byzantinecalendar byzantineera creationofworld creationoftheworld sincethecreationoftheworld
      sincecreationoftheworld etonkosmou constantinopolitan byzantin calendrierbyzantin byzantinisch отсотворениямира
      сотворениямира византийский византийскийкалендарь ετοςκοσμου',
    'japanese': 'japanese japanesecalendar nengo wareki gengo japonais calendrierjaponais japanisch японский японскийкалендарь 和曆 和历 和暦 元号 元號 年号 年號'}"/>

  <xsl:variable name="f:calendar-of-word" as="map(xs:string, xs:string)" select="
    map:merge(for $calendar in map:keys($f:spellings), $word in tokenize(f:folded($f:spellings($calendar))) return map:entry($word, $calendar))"/>

  <!-- The calendar that a name means, with or without a prefix `cal`; nothing where it is not known. -->
  <xsl:function name="f:calendar-of" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="translate(f:folded($name), ' ', '')"/>
    <xsl:sequence select="head(($word, replace($word, '^calendar', ''), replace($word, '^cal', '')) ! $f:calendar-of-word(.))"/>
  </xsl:function>

  <!-- Names without marks, case and punctuation. -->
  <xsl:function name="f:folded" as="xs:string">
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="replace(normalize-unicode(lower-case($names), 'NFKD'), '[^\p{L}\p{N}\s]+', '') => normalize-space() => translate('ς', 'σ')"/>
  </xsl:function>
</xsl:stylesheet>
