<?xml version="1.0" encoding="UTF-8"?>
<!-- Register entries in words: what a person, place, organisation or event is called, and one line about it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- The name forms of an entry, the preferred one first: one typed as main, else the first that is not typed as a variant, else the first. -->
  <xsl:function name="f:name-forms" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="$entry/(persName | placeName | orgName | eventName | objectName | geogName | name | roleName[not(../persName)]
      | label | head | catDesc | title | analytic/title | monogr/title[not(../../analytic)] | role | desc[../self::listChange])"/>
    <xsl:variable name="forms" as="element()*" select="if ($forms) then $forms else $entry/(settlement | region | country | district | catDesc | desc)[1]"/>
    <xsl:variable name="first" as="element()?" select="
      ($forms[@type = ('main', 'preferred', 'reg', 'pref', 'index')], $forms[not(@type = ('variant', 'alt', 'alternative', 'full'))], $forms)[1]"/>
    <xsl:sequence select="$first, $forms except $first"/>
  </xsl:function>

  <!-- What an entry is called; its id where it has no name. -->
  <xsl:function name="f:display-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="form" as="element()?" select="f:name-forms($entry)[1]"/>
    <xsl:variable name="words" as="xs:string" select="f:name-words($form)"/>
    <xsl:sequence select="if ($words != '') then $words else string(($entry/@n, $entry[self::event]/@type, $entry/@xml:id, name($entry))[1])"/>
  </xsl:function>

  <!-- A name form as one reads it: forename before surname where it has both as parts. -->
  <xsl:function name="f:name-words" as="xs:string">
    <xsl:param name="form" as="element()?"/>
    <xsl:variable name="parts" as="element()*" select="$form/(forename, genName, nameLink, surname)"/>
    <xsl:sequence select="normalize-space(
      if ($form/surname and $form/forename and $form/text()[normalize-space()] = ',') then string-join($parts, ' ')
      else string-join($form//text()[not(ancestor::note)], if ($form/* and not($form/text()[normalize-space()])) then ' ' else ''))"/>
  </xsl:function>

  <!-- "1891–1938", "born 1891", "" for a person; the dates of an event or of an organisation. -->
  <xsl:function name="f:life-dates" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="birth" as="xs:string" select="string($entry/birth[1] ! f:date-of(.))"/>
    <xsl:variable name="death" as="xs:string" select="string($entry/death[1] ! f:date-of(.))"/>
    <xsl:sequence select="
      if ($birth and $death) then $birth || '–' || $death
      else if ($birth) then f:date-phrase('born', $birth)
      else if ($death) then f:date-phrase('died', $death)
      else (f:gregorian-words($entry), $entry/floruit[1] ! f:date-phrase('active', f:date-of(.)), $entry/date[1] ! f:date-of(.), '')[. != ''][1] => string()"/>
  </xsl:function>

  <!-- The year of a birth or death, else its date as the text has it. -->
  <xsl:function name="f:date-of" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="source" as="element()" select="head(($dated[@when or @notBefore or @from or @notAfter or @to], $dated/date[1], $dated))"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values($source/(@when, @from, @to, @notBefore, @notAfter) ! f:year-in-words(.))"/>
    <xsl:sequence select="if (count($years)) then string-join($years, '/') else normalize-space($source)"/>
  </xsl:function>

  <!-- One line about an entry: name, dates, role and names in other scripts: "Evgenii Polivanov (1891–1938), deputy commissar". -->
  <xsl:function name="f:summary" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="dates" as="xs:string" select="f:life-dates($entry)"/>
    <xsl:variable name="about" as="xs:string*" select="
      ($entry/(occupation, roleDesc, persName/roleName, affiliation, state[@type = ('role', 'office')], country, desc)[normalize-space()][1]) ! normalize-space(.)"/>
    <xsl:sequence select="f:display-name($entry)
      || (if ($dates != '') then ' (' || $dates || ')' else '')
      || ($about ! (', ' || (if (string-length(.) gt 120) then substring(., 1, 117) || '…' else .)))[1] => string-join()"/>
  </xsl:function>

  <!-- The names of those an attribute points to (@who, @toWhom, @resp): from the register, else the pointer's last part. -->
  <xsl:function name="f:names-of" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:for-each select="f:targets($attribute)">
      <xsl:variable name="entry" as="element()?" select="f:element(., $attribute)"/>
      <xsl:sequence select="if ($entry) then f:display-name($entry) else replace(.('pointer'), '^.*[#:/](.)', '$1')"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
