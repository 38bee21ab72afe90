<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapter 3, elements available in all documents: phrases, notes, choices, breaks. Lists and bibliography are in lists.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:teikit:text" xmlns:f="urn:teikit:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Parts of a word or a line: nothing but their text. -->
  <xsl:template mode="text" as="node()*" match="
    abbr | am | c | corr | distinct | emph | ex | expan | foreign | hi | m | mentioned | num | orig | pc | phr | cl | ref | reg
    | rend | ruby | s | seg | sic | unit | choice | caesura | rhyme | secl | rb | noteGrp">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <!-- Things of their own: kept apart when they follow each other. -->
  <xsl:template mode="text" as="node()*" match="
    gloss | label | measure | measureGrp | name | rs | street | postCode | postBox | term | email | w | title | author | editor | resp | respStmt
    | publisher | pubPlace | biblScope | citedRange | idno | distributor | edition | extent | textLang | lang | altIdentifier
    | principal | sponsor | funder | meeting[t:in-text(.)] | availability | licence[t:in-text(.)]">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <xsl:template match="u/seg" mode="text" as="node()*" priority="1">
    <xsl:call-template name="t:unit"/>
  </xsl:template>

  <!-- Words that their encoder marked one by one: white space as it is there, but none where @join says so. -->
  <xsl:template match="w[@join] | pc[@join]" mode="text" as="node()*" priority="1">
    <xsl:if test="@join = ('left', 'both')">
      <t:join/>
    </xsl:if>
    <xsl:apply-templates mode="text"/>
    <xsl:if test="@join = ('right', 'both')">
      <t:join/>
    </xsl:if>
  </xsl:template>

  <!-- The side of a choice that the parameter asks for; the first one where that side is missing. -->
  <xsl:template match="choice[*]" mode="text" as="node()*" priority="1">
    <xsl:variable name="regularised" as="element()*" select="corr, reg, expan"/>
    <xsl:variable name="diplomatic" as="element()*" select="sic, orig, abbr"/>
    <xsl:apply-templates mode="text" select="head((if ($choice eq 'diplomatic') then $diplomatic else $regularised, *))"/>
  </xsl:template>

  <xsl:template match="rt" mode="text" as="text()+">
    <xsl:text> (</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- A line that was broken in the source is read on; in a heading, a signature or an inscription the lines are the reading. -->
  <xsl:template match="lb | pb | cb | gb" mode="text" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template mode="text" as="element()" priority="1" match="
    (head | ab | salute | signed | dateline | opener | closer | address | addrLine | cell | titlePart | docImprint | byline | l | speaker)/lb">
    <t:br/>
  </xsl:template>

  <xsl:template match="lb[$choice eq 'diplomatic']" mode="text" as="element()" priority="2">
    <t:br/>
  </xsl:template>

  <xsl:template match="pb[@n][$choice eq 'diplomatic']" mode="text" as="text()" priority="2">
    <xsl:text> [p. {@n}] </xsl:text>
  </xsl:template>

  <xsl:template match="lb[@break = 'no'] | pb[@break = 'no'] | cb[@break = 'no']" mode="text" as="element(t:join)" priority="3">
    <t:join/>
  </xsl:template>

  <!-- Speech and quotation in the line: between marks, unless the text has them itself. -->
  <xsl:template match="q | soCalled | quote | said" mode="text" as="node()*">
    <xsl:variable name="marks" as="xs:string*" select="t:quotation-marks(.)"/>
    <xsl:value-of select="$marks[1]"/>
    <xsl:apply-templates mode="text"/>
    <xsl:value-of select="$marks[2]"/>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" priority="1" match="
    quote[not(t:in-text(.))] | q[p | l | lg | ab | quote | sp | list | table] | quote[p | l | lg | ab | quote | sp | list | table] | cit[not(t:in-text(.))]">
    <t:block gap="1" indent="{if (parent::cit or self::cit) then 0 else 2}">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <xsl:template match="cit" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <!-- The pair of marks that a quotation needs: none where it is indirect speech or a précis, or where the text has marks. -->
  <xsl:function name="t:quotation-marks" as="xs:string*">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="kept" as="xs:string?" select="root($quotation)//quotation[1]/@marks"/>
    <xsl:variable name="before" as="xs:string" select="string($quotation/preceding-sibling::node()[1][self::text()])"/>
    <xsl:variable name="language" as="xs:string" select="replace(lower-case(f:language($quotation)), '-.*$', '')"/>
    <xsl:sequence select="
      if ($kept = ('all', 'some') or $quotation/@direct = 'false' or $quotation/@type = 'precis' or not(normalize-space($quotation))) then ()
      else if (matches($quotation, '^\s*[&quot;''“”„«»‘’‚‹「『—–-]') or matches($before, '[&quot;“”„«‘‚‹「『—–]\s*$')) then ()
      else if ($language = ('zh', 'zho', 'lzh', 'ja')) then ('「', '」')
      else if ($language = ('ru', 'rus', 'uk', 'be', 'bg', 'fr', 'fra', 'it', 'ita', 'es', 'el', 'grc', 'ar', 'ara', 'fa', 'ota')) then ('«', '»')
      else if ($language = ('de', 'deu', 'cs', 'sk', 'sl', 'pl', 'hr')) then ('„', if ($language = ('pl', 'hr')) then '”' else '“')
      else ('“', '”')"/>
  </xsl:function>

  <!-- A note in the text is a mark and an entry at the end; one that stands between paragraphs is read there. -->
  <xsl:template match="note" mode="text" as="element(t:note)">
    <t:note>
      <xsl:apply-templates mode="text"/>
    </t:note>
  </xsl:template>

  <xsl:template mode="text" as="element(t:block)" priority="1" match="
    (body | front | back | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | text | standOff | listPerson | listPlace | listOrg | listEvent | listBibl
     | annotationBlock | castList | noteGrp[parent::standOff])/note">
    <t:block gap="1">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A remark on an entry of a register or a bibliography belongs to it. -->
  <xsl:template mode="text" as="element(t:block)" priority="1" match="
    (person | personGrp | persona | place | org | event | object | nym | listBibl/bibl | biblStruct | biblFull | monogr | analytic)/note">
    <t:block gap="0" indent="{if (ancestor::listBibl) then 0 else 2}">
      <xsl:apply-templates mode="text"/>
    </t:block>
  </xsl:template>

  <!-- A pointer without words of its own shows the address it leads to, when that is one of the web. -->
  <xsl:template match="ptr | ref[not(node())]" mode="text" as="node()*" priority="1">
    <xsl:for-each select="@target ! tokenize(.)[matches(., '^(https?|mailto):')]">
      <xsl:text> &lt;{.}&gt;</xsl:text>
    </xsl:for-each>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="media | graphic" mode="text" as="node()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <!-- A file in characters is no text. -->
  <xsl:template match="binaryObject" mode="text" as="node()*">
    <xsl:apply-templates mode="text" select="desc"/>
  </xsl:template>

  <xsl:template match="desc" mode="text" as="node()*">
    <xsl:call-template name="t:as-it-stands"/>
  </xsl:template>

  <xsl:template match="(gap | vocal | incident | kinesic | writing | space | graphic | media)/desc" mode="text" as="node()*" priority="1">
    <xsl:call-template name="t:unit"/>
  </xsl:template>
</xsl:stylesheet>
