<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 13, names, dates, people and places; and the registers made of them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template mode="text" as="node()*" match="
    persName | surname | forename | roleName | addName | genName | nameLink | orgName | placeName | settlement | region | country | bloc | district
    | geogName | geogFeat | objectName | eventName | offset | climate | terrain">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <!-- A date is read as the text has it; in brackets what the text does not say: the Gregorian day, the day in its own calendar. -->
  <xsl:template match="date | time | docDate[@calendar] | origDate" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
    <xsl:value-of select="t:in-brackets(t:beside(.), .)"/>
    <xsl:call-template name="t:apart"/>
  </xsl:template>

  <xsl:template match="title//date" mode="text" as="node()*" priority="1">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <!-- Words in brackets behind a text; where that runs from right to left they are isolated (UAX 9), or their numbers would change places. -->
  <xsl:function name="t:in-brackets" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="around" as="element()"/>
    <xsl:sequence select="
      if ($words = '') then ''
      else if (f:direction(f:language($around)) = 'rtl') then ' [&#x2066;' || $words || '&#x2069;]'
      else ' [' || $words || ']'"/>
  </xsl:function>

  <!-- What a reader needs beside the text of a date: "5 December 1917 N.S.", "22 November 1917 Julian"; '' where the text itself is
       Gregorian or says both. The text is in the calendar that @calendar names; without one it may be in either. -->
  <xsl:function name="t:beside" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="written" as="xs:string*" select="f:calendars($dated/@calendar)"/>
    <xsl:variable name="method" as="xs:string*" select="f:calendars($dated/@datingMethod)"/>
    <xsl:variable name="custom" as="xs:string" select="f:custom-words($dated, $method)[empty($written[. != 'gregorian']) and not(f:says($dated, .))] => string()"/>
    <xsl:variable name="gregorian" as="xs:string" select="f:gregorian-words($dated)[not($written = 'gregorian') and not(f:says($dated, .))] => string()"/>
    <xsl:sequence select="
      if (not(normalize-space($dated))) then $gregorian
      else if (empty(($written, $method)) and $custom = '') then ''
      else if ($custom != '') then string-join((f:in-calendar($custom, string($method[1])), $gregorian[.] ! f:in-calendar(., 'gregorian')), '; ')
      else if ($gregorian != '' and ($written, $method) = 'julian') then f:date-phrase('new-style', $gregorian)
      else $gregorian[not($method = 'gregorian')] => string()"/>
  </xsl:function>

  <!-- The registers: an entry begins with its name, everything else on lines below. -->
  <xsl:template mode="text" as="element(t:block)" match="
    listPerson | listPlace | listOrg | listEvent | listRelation | listNym | listObject | listApp | listWit | person | personGrp | place | org | event
    | object | nym | persona">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" priority="1" match="
    (person | personGrp | persona | place | org | event | object | nym)
      /(persName | orgName | placeName | eventName | objectName | label | desc | idno | settlement | region | country | geogName | bibl | name)">
    <t:block gap="0" indent="{if (preceding-sibling::*) then 2 else 0}">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" match="
    affiliation[not(t:in-text(.))] | age | birth | death | education | faith | floruit | gender | langKnowledge | langKnown | nationality
    | occupation[not(t:in-text(.))] | residence | sex | socecStatus | state | trait | location | population | relation | persPronouns">
    <t:block gap="0" indent="2">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- What a bare date or number would not say by itself. -->
  <xsl:template mode="text" as="element(t:block)" priority="2" match="
    (person | personGrp | persona | org | place | object | event)/(birth | death | floruit | idno)">
    <xsl:variable name="phrase" as="xs:string?" select="map{'birth': 'born', 'death': 'died', 'floruit': 'active'}(local-name())"/>
    <t:block gap="0" indent="2" lead="{if (self::idno) then @type ! (. || ' ') else f:date-phrase($phrase, '')}">
      <xsl:apply-templates mode="text"/>
      <xsl:if test="not(normalize-space())">{f:gregorian-words(.)}</xsl:if>
    </t:block>
  </xsl:template>

  <!-- An event's name with its date, which often stands in attributes alone. -->
  <xsl:template match="event/label[1] | event/head[1] | event/eventName[1]" mode="text" as="element(t:block)" priority="2">
    <xsl:variable name="dates" as="xs:string" select="f:gregorian-words(..)"/>
    <t:block gap="0">
      <xsl:apply-templates mode="text"/>
      <xsl:value-of select="t:in-brackets($dates, .)"/>
    </t:block>
  </xsl:template>

  <!-- A relation without words: who, what, to whom, from its attributes. -->
  <xsl:template match="relation[not(normalize-space())]" mode="text" as="element(t:block)" priority="1">
    <t:block gap="0" indent="2">{string-join((t:names((@active, @mutual)[1]), @name, t:names(@passive))[. ne ''], ' – ')}</t:block>
  </xsl:template>

  <xsl:template match="affiliation | occupation" mode="text" as="node()*">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <xsl:template match="geo" mode="text" as="node()*">
    <xsl:call-template name="t:as-it-stands"/>
  </xsl:template>
</xsl:stylesheet>
