<?xml version="1.0" encoding="UTF-8"?>
<!-- Who wrote, edited, received: names in the form that CSL wants them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="c:person-elements" as="xs:string*" select="'persName', 'orgName', 'name', 'rs'"/>

  <!-- The names in an element such as author, one map each; several persName that are one person in several scripts count once. -->
  <xsl:function name="c:names" as="map(xs:string, item())*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements[normalize-space() or exists(f:entry(.))]">
      <xsl:variable name="inner" as="element()*" select="*[local-name() = $c:person-elements]"/>
      <xsl:variable name="distinct" as="element()*" select="
        for $index in 1 to count($inner) return $inner[$index][not(@ref) or not(@ref = $inner[position() lt $index]/@ref)]"/>
      <xsl:sequence select="if (exists($distinct)) then $distinct ! c:name(.) else c:name(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- One name: family and given where its parts are marked (here, or in the register entry that it points to), or where it is
       written "Surname, Forename"; else literal. Nothing is guessed from the order of words: it differs between languages. -->
  <xsl:function name="c:name" as="map(xs:string, item())">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="whole" as="xs:string" select="(c:plain($name), f:entry($name) ! f:display-name(.))[.][1]"/>
    <xsl:variable name="marked" as="element()?" select="($name[.//surname], f:entry($name) ! f:name-forms(.)[.//surname][c:same-script(., $whole)])[1]"/>
    <xsl:variable name="halves" as="xs:string*" select="tokenize($whole, '\s*,\s*')"/>
    <xsl:choose>
      <xsl:when test="$marked and not($name/self::orgName)">
        <xsl:sequence select="map:merge((
          c:entry('family', string-join($marked//surname ! c:plain(.), ' ')),
          c:entry('given', string-join($marked//forename ! c:plain(.), ' ')),
          c:entry('non-dropping-particle', string-join($marked//nameLink ! c:plain(.), ' ')),
          c:entry('suffix', string-join($marked//genName ! c:plain(.), ' ')),
          (if (c:surname-first($marked)) then map{'static-ordering': true()} else ())))"/>
      </xsl:when>
      <xsl:when test="not($name/self::orgName or $name/orgName or $name/@type = ('org', 'corporate')) and count($halves) eq 2
                      and $halves[1] and $halves[2] and not(matches($halves[1], '\s\S+\s')) and not(matches($whole, '[\d(]'))">
        <xsl:sequence select="map{'family': $halves[1], 'given': $halves[2]}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map{'literal': $whole}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether a name is one whose surname comes first in its own language ("Liu Jingren"), not one turned round ("Smith, John"). -->
  <xsl:function name="c:surname-first" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="surname" as="element()?" select="($name//surname)[1]"/>
    <xsl:variable name="forename" as="element()?" select="($name//forename)[1]"/>
    <xsl:sequence select="exists($forename) and $surname &lt;&lt; $forename and not($name/text() ! contains(., ',') = true())
                          and (contains($name, normalize-space($surname)) and exists($name/text()[. >> $surname and $forename >> .]) or matches($surname, '[⺀-鿿]'))"/>
  </xsl:function>

  <!-- Whether a form of a register has the script of the text: a Chinese form must not replace a romanised one. -->
  <xsl:function name="c:same-script" as="xs:boolean">
    <xsl:param name="form" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="scripts" as="xs:string*" select="'[A-Za-zÀ-ɏ]', '[Ѐ-ӿ]', '[⺀-鿿]', '[؀-ۿ]', '[Ͱ-Ͽ]'"/>
    <xsl:variable name="letters" as="xs:string" select="replace($form, '[^\p{L}]', '')"/>
    <xsl:sequence select="($scripts ! matches($letters, .)) = true() and deep-equal($scripts ! matches($letters, .), $scripts ! matches(replace($text, '[^\p{L}]', ''), .))"/>
  </xsl:function>

  <!-- The roles of a citation's names, as CSL calls them. -->
  <xsl:function name="c:contributors" as="map(xs:string, item())*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="authors" as="element()*" select="$parts[self::author][not(@role = ('recipient', 'translator', 'editor'))]"/>
    <xsl:variable name="analytic" as="element()*" select="if ($parts[self::author/parent::analytic]) then $authors[parent::analytic] else $authors"/>
    <xsl:variable name="editors" as="element()*" select="$parts[self::editor or self::author[@role = 'editor']][not(parent::series)]"/>
    <xsl:variable name="responsible" as="element()*" select="$parts[self::respStmt]"/>
    <xsl:variable name="translators" as="element()*" select="$editors[@role = 'translator'], $parts[self::author[@role = 'translator']],
      $responsible[matches(string-join(resp), 'transl|übers|trad|перев|譯|译', 'i')]/(* except resp)"/>
    <xsl:variable name="written" as="element()*" select="$responsible[matches(string-join(resp), 'author|verfass|autor|auteur|автор|作者|著', 'i')]/(* except resp)"/>
    <xsl:variable name="edited" as="element()*" select="$editors[not(@role = 'translator')],
      $responsible[matches(string-join(resp), '(^|[^\p{L}])ed(\.|it|s)|hrsg|herausg|ред|編|编', 'i')]/(* except resp)"/>
    <xsl:sequence select="
      c:list('author', c:names(($analytic, $written))),
      c:list('container-author', c:names($authors except $analytic)),
      c:list('editor', c:names($edited)),
      c:list('translator', c:names($translators)),
      c:list('collection-editor', c:names($parts[self::editor][parent::series])),
      c:list('recipient', c:names($parts[@role = 'recipient' or @type = 'recipient'][local-name() = ('author', $c:person-elements)]))"/>
  </xsl:function>
</xsl:stylesheet>
