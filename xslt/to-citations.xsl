<?xml version="1.0" encoding="UTF-8"?>
<!-- The citations of one document, as JSON: a list of CSL items (citationstyles.org, CSL-JSON 1.0.2) in document order, one for
     each bibl, biblStruct and biblFull and for each manuscript of the header. This file is the table of contents.

     What CSL has no place for stands in "custom" (keys in kebab-case):
       order       1 for the first citation of the document         document, path, xml-id   where it stands
       place       text | note | caption | list | header            in                       order of the citation around it
       text        what the document says, word for word            mixed                    true where the fields say less than the text
       key         document#id of the entry that is cited           container-key            the same for the volume it is printed in
       locator     the pages cited, with locator-label              titles                   other forms of the title: lang, type, value
       container-issued, container-titles                           of the volume
       title-described, container-described                         true where the title is an editor's description
       ibid        word, means (item | container), order of the citation meant, key of it; or unresolved: the reason -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:teikit:citations" xmlns:f="urn:teikit:functions" xmlns:t="urn:teikit:text"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all" expand-text="yes">

  <xsl:param name="document" as="xs:string" select="''">
    <!-- Path of the source below the input root, with "/" between folders: pointers are resolved against it. -->
  </xsl:param>
  <xsl:param name="registers" as="map(xs:string, document-node())" select="map{}">
    <!-- Register documents by their paths below the input root: bibliographies and persons are looked up there. -->
  </xsl:param>
  <xsl:param name="pages" as="xs:string*" select="()">
    <!-- Paths of all sources of this run. -->
  </xsl:param>
  <xsl:param name="interface-language" as="xs:string" select="'en'">
    <!-- The language in which dates and the names of calendars are worded, a BCP 47 tag: en, de, fr, ru or zh (zh-Hans for
         simplified characters). -->
  </xsl:param>

  <xsl:output method="json" encoding="UTF-8" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail">
    <!-- Yields the list, an array of maps. -->
  </xsl:mode>

  <xsl:include href="lib/diagnostics.xsl"/>
  <xsl:include href="lib/languages.xsl"/>
  <xsl:include href="lib/pointers.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="text/space.xsl"/>
  <xsl:include href="citations/plain.xsl"/>
  <xsl:include href="citations/item.xsl"/>
  <xsl:include href="citations/types.xsl"/>
  <xsl:include href="citations/titles.xsl"/>
  <xsl:include href="citations/names.xsl"/>
  <xsl:include href="citations/dates.xsl"/>
  <xsl:include href="citations/scope.xsl"/>
  <xsl:include href="citations/occurrence.xsl"/>
  <xsl:include href="citations/ibid.xsl"/>

  <xsl:template match="/" as="array(*)">
    <xsl:sequence select="array{c:resolved($c:cited ! c:occurrence(., position()))}"/>
  </xsl:template>
</xsl:stylesheet>
