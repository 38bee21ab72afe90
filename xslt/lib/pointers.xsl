<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers: what `#id`, `prefix:id`, `file.xml#id` and a list of them mean.

     A target is a map of four strings:
       pointer   what the attribute says
       uri       the absolute URI it resolves to
       document  the path below the input root of the document it names, '' when that is not one we know
       id        the fragment, '' when there is none

     The entry stylesheet declares $document, $registers and $pages. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="f:by-id" match="*[@xml:id]" use="normalize-space(@xml:id)"/>
  <xsl:key name="f:prefix" match="prefixDef" use="normalize-space(@ident)"/>

  <!-- URI of every document of this run, to its path: names with spaces and letters beyond ASCII compare in the URI form. -->
  <xsl:variable name="f:path-of-uri" as="map(xs:string, xs:string)" select="
    map:merge(for $path in ($pages, map:keys($registers), $document) return map:entry(f:file-uri($path), $path),
              map{'duplicates': 'use-first'})"/>

  <xsl:function name="f:file-uri" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="'file:///' || string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <!-- The pointers in an attribute's value. -->
  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="tokenize($value)"/>
  </xsl:function>

  <!-- The path of the document that an element stands in: a register's own, else that of the source. -->
  <xsl:function name="f:path-of" as="xs:string">
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="(map:keys($registers)[$registers(.) is root($context)], $document)[1]"/>
  </xsl:function>

  <!-- The base URI at an element, by every xml:base above it (XML Base, section 4). -->
  <xsl:function name="f:base" as="xs:string">
    <xsl:param name="context" as="element()"/>
    <xsl:sequence select="fold-left($context/ancestor-or-self::*/@xml:base ! string(.), f:file-uri(f:path-of($context)),
      function($base as xs:string, $next as xs:string) as xs:string {f:absolute($next, $base)})"/>
  </xsl:function>

  <!-- $reference against $base; the reference itself where it is not a URI reference. -->
  <xsl:function name="f:absolute" as="xs:string">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:param name="base" as="xs:string"/>
    <xsl:variable name="before" as="xs:string" select="replace($reference, '#.*$', '')"/>
    <xsl:variable name="document" as="xs:string">
      <xsl:try select="if ($before = '') then replace($base, '#.*$', '')
        else replace(string(resolve-uri(iri-to-uri($before), $base)), '^file:/+', 'file:///')">
        <xsl:catch select="$before"/>
      </xsl:try>
    </xsl:variable>
    <!-- The fragment is left as it is: ids may have any letters. -->
    <xsl:sequence select="$document || substring($reference, string-length($before) + 1)"/>
  </xsl:function>

  <!-- `prefix:rest` rewritten by the first of the document's prefixDef elements that matches, resolved where that stands;
       other pointers resolved where they stand. -->
  <xsl:function name="f:expand" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="rest" as="xs:string" select="substring-after($pointer, ':')"/>
    <xsl:variable name="definition" as="element(prefixDef)?" select="
      if ($rest = '') then ()
      else key('f:prefix', substring-before($pointer, ':'), root($context))[f:matches($rest, @matchPattern)][1]"/>
    <xsl:sequence select="
      if ($definition)
      then f:absolute(replace($rest, f:whole(string($definition/@matchPattern)), $definition/@replacementPattern), f:base($definition))
      else f:absolute($pointer, f:base($context))"/>
  </xsl:function>

  <xsl:function name="f:whole" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="'^(?:' || replace($pattern, '^\^|\$$', '') || ')$'"/>
  </xsl:function>

  <!-- Whether a prefixDef's pattern matches; a pattern that is not a regular expression matches nothing. -->
  <xsl:function name="f:matches" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string?"/>
    <xsl:try select="matches($text, f:whole(string($pattern)))">
      <xsl:catch select="false()"/>
    </xsl:try>
  </xsl:function>

  <!-- What one pointer means at an element: the map described above. -->
  <xsl:function name="f:target" as="map(xs:string, xs:string)">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="uri" as="xs:string" select="f:expand($pointer, $context)"/>
    <xsl:variable name="before" as="xs:string" select="replace($uri, '#.*$', '')"/>
    <xsl:sequence select="map{
      'pointer': $pointer, 'uri': $uri,
      'document': string($f:path-of-uri($before)),
      'id': substring-after($uri, '#')}"/>
  </xsl:function>

  <!-- The targets of an attribute that holds pointers, in its order. -->
  <xsl:function name="f:targets" as="map(xs:string, xs:string)*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="f:pointers($attribute) ! f:target(., $attribute/..)"/>
  </xsl:function>

  <!-- Whether a target is in the document that is being transformed. -->
  <xsl:function name="f:is-here" as="xs:boolean">
    <xsl:param name="target" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="starts-with($target('uri'), f:file-uri($document) || '#')"/>
  </xsl:function>

  <!-- The element a target names: in this document (that of $context) or in a register; empty where there is none. -->
  <xsl:function name="f:element" as="element()?">
    <xsl:param name="target" as="map(xs:string, xs:string)"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="tree" as="document-node()?" select="
      if (f:is-here($target)) then root($context)[. instance of document-node()] else $registers($target('document'))"/>
    <xsl:sequence select="if ($target('id') = '') then () else $tree ! key('f:by-id', $target('id'), .)[1]"/>
  </xsl:function>

  <!-- The elements that an attribute's pointers name (register entries, witnesses, calendars …), in its order. -->
  <xsl:function name="f:elements" as="element()*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="f:targets($attribute) ! f:element(., $attribute)"/>
  </xsl:function>

  <!-- The register entry that a name, a role or a speech points to: the first that is found by @ref, @key, @who, @sameAs. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="head(($name/@ref, $name/@who, $name/@key[contains(., '#') or contains(., ':')], $name/@sameAs) ! f:elements(.))"/>
  </xsl:function>

  <!-- The link to a target from this document's page: `#id`, `../registers/persons.html#li`, an http(s) or mail address, a relative
       address as it is; '' where no safe link can be made (other schemes). -->
  <xsl:function name="f:href" as="xs:string">
    <xsl:param name="target" as="map(xs:string, xs:string)"/>
    <xsl:variable name="fragment" as="xs:string" select="if ($target('id') = '') then '' else '#' || $target('id')"/>
    <xsl:choose>
      <xsl:when test="f:is-here($target)">{$fragment}</xsl:when>
      <xsl:when test="$target('document') = $pages">{f:relative(replace($target('document'), '\.xml$', '') || '.html')}{$fragment}</xsl:when>
      <xsl:when test="matches($target('uri'), '^(https?|ftp|mailto):', 'i')">{$target('uri')}</xsl:when>
      <xsl:when test="starts-with($target('uri'), 'file:///') and not(contains($target('pointer'), ':'))">{$target('pointer')}</xsl:when>
      <xsl:otherwise><xsl:sequence select="''"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A path below the root, as seen from this document's folder. -->
  <xsl:function name="f:relative" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="from" as="xs:string*" select="tokenize($document, '/')[position() lt last()]"/>
    <xsl:variable name="to" as="xs:string*" select="tokenize($path, '/')"/>
    <xsl:variable name="shared" as="xs:integer" select="
      head((for $step in 1 to count($from) return $step[not($from[$step] = $to[$step])], count($from) + 1)) - 1"/>
    <xsl:sequence select="string-join(((1 to count($from) - $shared) ! '..', subsequence($to, $shared + 1) ! encode-for-uri(.)), '/')"/>
  </xsl:function>
</xsl:stylesheet>
