<?xml version="1.0" encoding="UTF-8"?>
<!-- What every element of the page gets: class, id, language; and whether it is a block. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <!-- Elements that stand as blocks of their own wherever they are. -->
  <xsl:variable name="f:blocks" as="xs:string*" select="tokenize('
    p ab l lg sp spGrp u list table figure floatingText div div1 div2 div3 div4 div5 div6 div7 body text front back address addrLine argument epigraph
    postscript opener closer trailer head castList castItem castGroup listBibl biblStruct listPerson listPlace listOrg listEvent listRelation listApp
    listWit listObject listNym person place org event personGrp relation object nym egXML eg schemaSpec elementSpec classSpec macroSpec dataSpec moduleSpec
    specGrp specList specDesc constraintSpec attList attDef valList valItem exemplum content docTitle titlePart titlePage titlePage standOff
    bibl-block writing noteGrp taxonomy category msDesc teiHeader item row cell formula-block line zone surface facsimile sourceDoc set item
    performance prologue epilogue fw remarks')"/>

  <!-- Elements that hold blocks and no text: what stands directly in them is a block. -->
  <xsl:variable name="f:containers" as="xs:string*" select="tokenize('
    TEI teiCorpus text group body front back div div1 div2 div3 div4 div5 div6 div7 floatingText sp spGrp argument epigraph postscript titlePage castList castGroup
    set performance standOff opener closer listBibl listPerson listApp figure listAnnotation annotationBlock exemplum remarks cit-block')"/>

  <!-- Whether an element holds blocks. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[local-name() = $f:blocks])"/>
  </xsl:function>

  <!-- Whether an element that may be either stands as a block. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/parent::opener or $element/parent::closer) then not($element/../text()[normalize-space()])
      else empty($element/parent::*) or $element/parent::*/local-name() = $f:containers or f:holds-blocks($element)"/>
  </xsl:function>

  <!-- 'div' or 'span', by the same rule. -->
  <xsl:function name="f:tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-block($element)) then 'div' else 'span'"/>
  </xsl:function>

  <!-- id, lang, dir and class of an element: `tei-NAME`, its rendition as `rend-…`, and what more is given. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:attribute name="class" select="'tei-' || local-name($element), $classes, f:renditions($element)"/>
    <xsl:sequence select="f:id-and-language($element)"/>
  </xsl:function>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <xsl:function name="f:id-and-language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id[normalize-space()]">
      <xsl:attribute name="id" select="normalize-space($element/@xml:id)"/>
    </xsl:if>
    <xsl:if test="$element/@xml:lang[matches(., '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$')]">
      <xsl:attribute name="lang" select="$element/@xml:lang"/>
      <xsl:attribute name="dir" select="f:direction($element/@xml:lang)"/>
    </xsl:if>
  </xsl:function>

  <!-- Classes from @rend, @rendition and @style's few common properties: `rend-italic`, `rend-superscript` … -->
  <xsl:function name="f:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(lower-case($element/@rend || ' ' || $element/@rendition ! replace(., '#', '') || ' '
      || $element/@style), '[\s;:,()]+')"/>
    <xsl:sequence select="distinct-values($words ! f:rendition(.))"/>
  </xsl:function>

  <xsl:function name="f:rendition" as="xs:string?">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="
      if (matches($word, 'ital|oblique|^i$|cursiv')) then 'rend-italic'
      else if (matches($word, 'bold|fett|^b$|strong')) then 'rend-bold'
      else if (matches($word, 'super|^sup$|hoch')) then 'rend-superscript'
      else if (matches($word, '^sub$|subscript|tief')) then 'rend-subscript'
      else if (matches($word, 'small-?_?caps|^sc$|capitalized|kapit')) then 'rend-smallcaps'
      else if (matches($word, 'strike|line-through|durchgestr')) then 'rend-strike'
      else if (matches($word, 'underl|unterstr|^u$')) then 'rend-underline'
      else if (matches($word, 'spaced|letterspac|gesperrt|spationiert')) then 'rend-spaced'
      else if (matches($word, '^(align-)?cent(er|re)(ed)?$|zentriert')) then 'rend-center'
      else if (matches($word, '^(align-)?right$|rechts')) then 'rend-right'
      else if (matches($word, '^indent')) then 'rend-indent'
      else if (matches($word, 'pre-print')) then 'rend-printed'
      else ()"/>
  </xsl:function>

  <!-- An id for what has no xml:id, from its place in the document. -->
  <xsl:function name="f:place-id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="'at-' || string-join($element/ancestor-or-self::*/(1 + count(preceding-sibling::*)), '-')"/>
  </xsl:function>

  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string(($element/@xml:id[normalize-space()] ! normalize-space(.), f:place-id($element))[1])"/>
  </xsl:function>
</xsl:stylesheet>
