<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which one a passage is in, what it is called, which way it is written. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:language" match="langUsage/language" use="lower-case(@ident)"/>

  <!-- Names of the languages that editions of historical sources meet most, by their primary subtag. -->
  <xsl:variable name="f:language-names" as="map(xs:string, xs:string)" select="map{
    'ar': 'Arabic', 'arc': 'Aramaic', 'ara': 'Arabic', 'be': 'Belarusian', 'bg': 'Bulgarian', 'bo': 'Tibetan', 'ca': 'Catalan', 'cop': 'Coptic',
    'cs': 'Czech', 'cu': 'Church Slavonic', 'da': 'Danish', 'de': 'German', 'deu': 'German', 'el': 'Greek', 'en': 'English', 'eng': 'English',
    'es': 'Spanish', 'et': 'Estonian', 'fa': 'Persian', 'fi': 'Finnish', 'fr': 'French', 'fra': 'French', 'frm': 'Middle French',
    'fro': 'Old French', 'ga': 'Irish', 'grc': 'Ancient Greek', 'he': 'Hebrew', 'hr': 'Croatian', 'hu': 'Hungarian', 'hy': 'Armenian',
    'it': 'Italian', 'ita': 'Italian', 'ja': 'Japanese', 'ka': 'Georgian', 'ko': 'Korean', 'la': 'Latin', 'lat': 'Latin', 'lt': 'Lithuanian',
    'lv': 'Latvian', 'lzh': 'Classical Chinese', 'mn': 'Mongolian', 'mnc': 'Manchu', 'nl': 'Dutch', 'no': 'Norwegian', 'ota': 'Ottoman Turkish',
    'pl': 'Polish', 'pt': 'Portuguese', 'ro': 'Romanian', 'ru': 'Russian', 'rus': 'Russian', 'sa': 'Sanskrit', 'sk': 'Slovak',
    'sl': 'Slovenian', 'sr': 'Serbian', 'sv': 'Swedish', 'syr': 'Syriac', 'tr': 'Turkish', 'tt': 'Tatar', 'ug': 'Uyghur',
    'uk': 'Ukrainian', 'vi': 'Vietnamese', 'xcl': 'Classical Armenian', 'yi': 'Yiddish', 'zh': 'Chinese', 'zho': 'Chinese'}"/>

  <xsl:variable name="f:script-names" as="map(xs:string, xs:string)" select="map{
    'latn': 'Latin script', 'cyrl': 'Cyrillic script', 'hans': 'simplified', 'hant': 'traditional', 'arab': 'Arabic script', 'hebr': 'Hebrew script',
    'grek': 'Greek script', 'hani': 'Chinese characters', 'jpan': 'Japanese script'}"/>

  <!-- The language in force at a node: its nearest xml:lang, '' where none is declared. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string($node/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
  </xsl:function>

  <!-- A language's name in words: from the table above, else as the document's own langUsage has it, else the tag. -->
  <xsl:function name="f:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="declared" as="xs:string" select="normalize-space(key('f:language', lower-case($tag), root($context))[1])"/>
    <xsl:variable name="known" as="xs:string?" select="$f:language-names(string($parts[1]))"/>
    <xsl:variable name="script" as="xs:string?" select="head($parts ! $f:script-names(.))"/>
    <xsl:sequence select="
      if ($known) then $known || (if ($script) then ' (' || $script || ')' else '')
      else if ($declared) then $declared else $tag"/>
  </xsl:function>

  <!-- 'rtl' or 'ltr', from the script subtag, else from the script the language is usually written in.
       Ottoman Turkish without a script subtag is taken to be in Arabic script. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$parts[position() gt 1][string-length(.) = 4][matches(., '^[a-z]+$')][1]"/>
    <xsl:sequence select="
      if ($script) then (if ($script = ('arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'aran', 'mand', 'samr')) then 'rtl' else 'ltr')
      else if ($parts[1] = ('ar', 'ara', 'arc', 'he', 'heb', 'hbo', 'fa', 'fas', 'per', 'ota', 'ur', 'urd', 'yi', 'yid', 'syr', 'syc', 'ps', 'sd', 'ug', 'dv', 'ckb'))
      then 'rtl' else 'ltr'"/>
  </xsl:function>
</xsl:stylesheet>
