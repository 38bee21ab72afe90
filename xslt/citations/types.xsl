<?xml version="1.0" encoding="UTF-8"?>
<!-- What kind of thing is cited: the item types of CSL 1.0.2. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Words of @type, lower case and without hyphens, spaces and underscores, to CSL types. -->
  <xsl:variable name="c:declared" as="map(xs:string, xs:string)" select="map{
    'letter': 'personal_communication', 'telegram': 'personal_communication', 'dispatch': 'personal_communication', 'despatch': 'personal_communication',
    'cable': 'personal_communication', 'email': 'personal_communication', 'postcard': 'personal_communication', 'correspondence': 'personal_communication',
    'note': 'personal_communication', 'personalcommunication': 'personal_communication',
    'article': 'article-journal', 'journalarticle': 'article-journal', 'articlejournal': 'article-journal', 'magazinearticle': 'article-magazine',
    'newspaper': 'article-newspaper', 'newspaperarticle': 'article-newspaper', 'articlenewspaper': 'article-newspaper',
    'book': 'book', 'monograph': 'book', 'monogr': 'book', 'volume': 'book', 'proceedings': 'book', 'edition': 'book', 'collection': 'collection',
    'booksection': 'chapter', 'chapter': 'chapter', 'incollection': 'chapter', 'inbook': 'chapter', 'conferencepaper': 'paper-conference',
    'inproceedings': 'paper-conference', 'paperconference': 'paper-conference', 'thesis': 'thesis', 'dissertation': 'thesis', 'phdthesis': 'thesis', 'report': 'report',
    'webpage': 'webpage', 'website': 'webpage', 'web': 'webpage', 'online': 'webpage', 'blog': 'post-weblog', 'blogpost': 'post-weblog',
    'manuscript': 'manuscript', 'ms': 'manuscript', 'archive': 'manuscript', 'unpublished': 'manuscript', 'document': 'document',
    'photograph': 'graphic', 'photo': 'graphic', 'image': 'graphic', 'picture': 'graphic', 'graphic': 'graphic', 'artwork': 'graphic', 'portrait': 'graphic', 'map': 'map',
    'law': 'legislation', 'act': 'legislation', 'decree': 'legislation', 'legislation': 'legislation', 'statute': 'legislation', 'treaty': 'treaty',
    'encyclopedia': 'entry-encyclopedia', 'encyclopediaarticle': 'entry-encyclopedia', 'dictionaryentry': 'entry-dictionary', 'review': 'review',
    'interview': 'interview', 'speech': 'speech', 'pamphlet': 'pamphlet', 'journal': 'periodical', 'periodical': 'periodical', 'dataset': 'dataset',
    'software': 'software', 'film': 'motion_picture', 'score': 'musical_score', 'case': 'legal_case'}"/>

  <xsl:function name="c:type" as="xs:string">
    <xsl:param name="cited" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="words" as="xs:string*" select="$cited/(@type, @subtype) ! tokenize(lower-case(.)) ! replace(., '[-_]', '')"/>
    <xsl:variable name="declared" as="xs:string?" select="$words ! $c:declared(.) => head()"/>
    <xsl:variable name="levels" as="xs:string*" select="$parts[self::title][normalize-space()] ! c:level(.)"/>
    <xsl:sequence select="
      if ($declared = 'periodical' and $words = 'newspaper') then 'article-newspaper'
      else if (exists($declared)) then $declared
      else if (c:genre($cited) ne '') then 'personal_communication'
      else c:type-by-structure($cited, $parts, $levels)"/>
  </xsl:function>

  <xsl:function name="c:type-by-structure" as="xs:string">
    <xsl:param name="cited" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="levels" as="xs:string*"/>
    <xsl:variable name="online" as="xs:boolean" select="$parts[self::pubPlace][1] ! lower-case(c:plain(.)) = 'online'"/>
    <xsl:variable name="day" as="xs:boolean" select="exists(c:issued-element($parts)/(@when, @from, @notBefore)[matches(., '^\d{4}-\d\d-\d\d')])"/>
    <xsl:sequence select="
      if ($levels = 'j' and $day and empty($parts[self::biblScope][c:unit(.) eq 'volume'])) then 'article-newspaper'
      else if ($levels = 'a' and $levels = 'j') then 'article-journal'
      else if ($levels = 'j') then 'periodical'
      else if ($levels = 'a' and $levels = ('m', 's')) then (if ($online) then 'webpage' else 'chapter')
      else if ($levels = 'm') then (if (c:identifiers($parts)?URL and empty($parts[self::publisher or self::pubPlace or self::date])) then 'webpage' else 'book')
      else if ($levels = 'u' or $cited/self::msDesc or $parts[self::msIdentifier]) then 'manuscript'
      else if ($cited/parent::figure) then 'graphic'
      else if ($levels = 'a') then 'article'
      else 'document'"/>
  </xsl:function>

  <!-- "telegram", "letter" …: from @type, or the first word of "Telegram from …"; '' where it is no such thing. -->
  <xsl:function name="c:genre" as="xs:string">
    <xsl:param name="cited" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="$cited/(@type, @subtype) ! tokenize(lower-case(.))"/>
    <xsl:variable name="first" as="element()*" select="analyze-string(c:plain($cited),
      '^\W*(letter|telegram|cable|dispatch|despatch|postcard|memorandum|brief|telegramm|postkarte|lettre|télégramme|письмо|телеграмма)\s+(?:from|to|of|by|an|von|vom|à|de|от|к|\p{Lu})', 'i')//*:group"/>
    <xsl:sequence select="
      if ($said[$c:declared(.) = 'personal_communication']) then $said[$c:declared(.) = 'personal_communication'][. != 'correspondence'][1] => string()
      else if ($first and not($first = 'Brief' and $cited/title)) then lower-case($first[1])
      else if (starts-with(c:plain($cited), '電報') or matches(c:plain($cited), '^\S{1,12}致\S{1,20}(電|函)')) then 'telegram'
      else ''"/>
  </xsl:function>
</xsl:stylesheet>
