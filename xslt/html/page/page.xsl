<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: head, landmarks, sections. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:f="urn:teikit:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="f:css" as="xs:string" static="yes" select="string-join(
    ('page.css', 'text.css', 'conversation.css', 'marks.css', 'register.css', 'print.css') ! unparsed-text(resolve-uri('../css/' || ., static-base-uri())), '&#10;')"/>

  <xsl:template match="/" as="node()*">
    <xsl:variable name="page" as="document-node()">
      <xsl:document><xsl:apply-templates select="." mode="page"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$page" mode="finish"/>
  </xsl:template>

  <!-- The language of the page: the text's, else the root's; where none is declared, undetermined. -->
  <xsl:function name="f:page-language" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="string((($root/text, $root)/@xml:lang[matches(., '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')], 'und')[1])"/>
  </xsl:function>

  <xsl:template match="/" mode="page" as="element()">
    <html lang="{f:page-language(*)}" dir="{f:direction(f:page-language(*))}">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{f:page-title(*)}</title>
        <meta name="generator" content="teikit"/>
        <style>{$f:css}</style>
      </head>
      <body>
        <a class="skip" href="#content" lang="en" dir="ltr">Skip to the text</a>
        <xsl:call-template name="f:banner"/>
        <xsl:call-template name="f:contents"/>
        <main id="content">
          <xsl:call-template name="f:title-block"/>
          <xsl:apply-templates select="*"/>
          <xsl:call-template name="f:notes"/>
          <xsl:apply-templates select="*/teiHeader/profileDesc/(particDesc | settingDesc)[.//(person | personGrp | org | place | event | relation | p)]"/>
        </main>
        <footer class="colophon" lang="en" dir="ltr">
          <legend-of-the-page/>
          <xsl:call-template name="f:citation"/>
          <xsl:call-template name="f:whole-header"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="f:banner" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="$home != ''">
      <header class="banner" lang="en" dir="ltr">
        <nav aria-label="Edition"><a href="{f:relative($home)}">All documents</a></nav>
      </header>
    </xsl:if>
  </xsl:template>

  <!-- The title in words: the header's, else the first heading, else the file's name. -->
  <xsl:function name="f:page-title" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
      (f:main-titles($root)[1], $root/descendant::head[1]) ! normalize-space(string-join(.//text()[not(ancestor::note)]))"/>
    <xsl:sequence select="string(($words[. != ''], tokenize($document, '/')[last()], 'Untitled')[. != ''][1])"/>
  </xsl:function>

  <xsl:function name="f:main-titles" as="element(title)*">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="titles" as="element(title)*" select="$root/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:variable name="first" as="element(title)?" select="($titles[@type = ('main', 'full')], $titles[@level = 'a'], $titles[not(@type = ('sub', 'short', 'desc', 'iso-date'))], $titles)[1]"/>
    <xsl:sequence select="$first, $titles[string(@type) = string($first/@type)][@xml:lang != string($first/@xml:lang)] except $first"/>
  </xsl:function>

  <xsl:template name="f:title-block" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="titles" as="element(title)*" select="f:main-titles(*)"/>
    <div class="title-block">
      <h1>
        <xsl:sequence select="$titles[1] ! f:id-and-language(.)"/>
        <xsl:choose>
          <xsl:when test="$titles"><xsl:apply-templates select="$titles[1]/node()"/></xsl:when>
          <xsl:otherwise>{f:page-title(*)}</xsl:otherwise>
        </xsl:choose>
      </h1>
      <xsl:for-each select="tail($titles), */teiHeader/fileDesc/titleStmt/title[@type = ('sub', 'desc') or @level = 's'][normalize-space()] except $titles">
        <p class="subtitle"><xsl:sequence select="f:id-and-language(.)"/><xsl:apply-templates/></p>
      </xsl:for-each>
      <xsl:call-template name="f:description"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
