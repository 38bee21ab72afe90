"""The schemas that a document is validated with.

For each kind of schema: what the user gave, else what `teikit.toml` says, else what the document declares by
`xml-model` (for XSD also by `xsi:schemaLocation`), else, inside a project of ours, the bundled grammar. All schemas of
one kind apply, each for itself. Rules of Schematron that stand inside a grammar in force apply as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from teikit.diagnostics import Diagnostic, Location
from teikit.resolve.language import language_of
from teikit.resolve.resolver import Resolver
from teikit.resolve.schema_location import schema_locations
from teikit.resolve.uris import is_file, scheme
from teikit.resolve.xml_model import Kind, XmlModel, declared, groups
from teikit.rng import codes
from teikit.xml.names import TEI, namespace

if TYPE_CHECKING:
    from teikit.project import Project, SchemaRule
    from teikit.xml import Document

KINDS = ("rng", "schematron", "xsd")
"""The layers that need a schema."""

_ANY_XML = ("", "application/xml", "text/xml")
_WAYS = "give one with --schema, in teikit.toml, or by an xml-model instruction in the document"


class Given(NamedTuple):
    """What the user gave, instead of what a document declares.

    `schema` is a RELAX NG schema; `phase` is the phase of all Schematron schemas ('' for each one's own); `group` is
    the group of `xml-model` instructions that counts ('' for those without one).
    """

    schema: Path | None = None
    schematron: tuple[Path, ...] = ()
    xsd: Path | None = None
    phase: str = ""
    group: str = ""


class Rules(NamedTuple):
    """A file with Schematron rules, and the phase to run ('' for its default).

    `embedded` marks a grammar in force that nobody named as Schematron: it may hold rules, or none.
    """

    path: Path
    phase: str = ""
    embedded: bool = False


class Schemas(NamedTuple):
    """The files that a document is validated with, each once; and why some that it needs cannot be had."""

    rng: tuple[Path, ...]
    schematron: tuple[Rules, ...]
    xsd: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


_NOTHING = Given()


def schemas_of(
    document: Document,
    given: Given = _NOTHING,
    *,
    project: Project | None = None,
    resolver: Resolver | None = None,
    layers: Iterable[str] = KINDS,
) -> Schemas:
    """Return the schemas that a document is validated with in these layers.

    `resolver` defaults to the user's catalogs and store. Where no layer that needs a schema has one, that is a
    diagnostic. Raises `TeikitError` where the store cannot be read.
    """
    wanted = {layer for layer in layers if layer in KINDS}
    choice = _Choice(document, given, project, resolver or Resolver.of_user())
    grammars, xsds = list(choice.grammars()), list(choice.xsds())
    if not grammars and not xsds and project is not None and namespace(str(document.root.tag)) == TEI:
        from teikit import resources

        grammars = [resources.schema("teikit.rng")]
    rules = list(choice.rules()) if "schematron" in wanted else []
    found = [*(grammars if "rng" in wanted else ()), *rules, *(xsds if "xsd" in wanted else ())]
    if "schematron" in wanted:
        inside = [each for each in grammars if isinstance(each, Path)]
        rules += choice.embedded(inside, rules)
        if not given.schematron:
            # A grammar that is not at hand may hold rules, even where the document is not validated against it.
            found += grammars
    faults = dict.fromkeys(each for each in found if isinstance(each, Diagnostic))
    if wanted and not found:
        faults[choice.none()] = None
    faults.update(dict.fromkeys(choice.resolver.diagnostics()))
    return Schemas(
        tuple(dict.fromkeys(each for each in grammars if isinstance(each, Path) and "rng" in wanted)),
        tuple(dict.fromkeys(each for each in rules if isinstance(each, Rules))),
        tuple(dict.fromkeys(each for each in xsds if isinstance(each, Path) and "xsd" in wanted)),
        tuple(faults),
    )


class _Choice:
    """The choice for one document; each method yields files, or the diagnostics that say why there is none."""

    def __init__(self, document: Document, given: Given, project: Project | None, resolver: Resolver) -> None:
        self.document = document
        self.given = given
        self.resolver = resolver
        self.rule: SchemaRule | None = project.schemas_for(Path(document.path)) if project else None
        self.models = list(declared(document, given.group))
        self._replaced: set[str] = set()
        self._known: dict[str, Path | Diagnostic] = {}

    def grammars(self) -> Iterator[Path | Diagnostic]:
        """Yield the RELAX NG schemas."""
        models = self._of(Kind.RELAX_NG)
        other = self._instead(self.given.schema, self.rule.rng if self.rule else None, Kind.RELAX_NG)
        if other is not None:
            self._replaced = {model.href for model in models}
            yield other
            return
        for model in models:
            yield self._at_hand(model.href, model.location, Kind.RELAX_NG)

    def rules(self) -> Iterator[Rules | Diagnostic]:
        """Yield the Schematron schemas; ask for `grammars` first."""
        if self.given.schematron:
            yield from (Rules(path, self.given.phase) for path in self.given.schematron)
            return
        phase = self.given.phase or (self.rule.phase if self.rule else "")
        if self.rule and self.rule.schematron:
            for path in self.rule.schematron:
                other = self._instead(None, path, Kind.SCHEMATRON)
                yield Rules(other, phase) if isinstance(other, Path) else other or self.none()
            return
        for model in self._of(Kind.SCHEMATRON):
            # Declared for a grammar and the rules in it: what takes the place of the one brings the others.
            if model.href not in self._replaced:
                file = self._at_hand(model.href, model.location, Kind.SCHEMATRON)
                yield Rules(file, phase or model.phase) if isinstance(file, Path) else file

    def embedded(self, grammars: list[Path], rules: list[Rules | Diagnostic]) -> Iterator[Rules]:
        """Yield the grammars that may hold rules and are not among the Schematron schemas."""
        named = {os.path.realpath(each.path) for each in rules if isinstance(each, Rules)}
        phase = self.given.phase or (self.rule.phase if self.rule else "")
        yield from (Rules(path, phase, True) for path in grammars if os.path.realpath(path) not in named)

    def xsds(self) -> Iterator[Path | Diagnostic]:
        """Yield the XML Schemas; of the hints in the document, the one for the namespace of its root."""
        other = self._instead(self.given.xsd, self.rule.xsd if self.rule else None, Kind.XSD)
        models = self._of(Kind.XSD)
        if other is not None:
            yield other
        elif models:
            for model in models:
                yield self._at_hand(model.href, model.location, Kind.XSD)
        else:
            space = namespace(str(self.document.root.tag))
            for hint in schema_locations(self.document):
                if hint.namespace == space:
                    yield self._at_hand(hint.href, hint.location, Kind.XSD)

    def none(self) -> Diagnostic:
        """Return the diagnostic of a document without a schema."""
        hint = _WAYS
        unread = [model.href for model in self.models if self._kind(model) in (Kind.OTHER, Kind.DTD)]
        offered = groups(self.document) if not self.given.group else ()
        if offered:
            hint = f"its xml-model instructions are for the groups {', '.join(offered)}; {_WAYS}"
        elif unread:
            hint = f"“{unread[0]}” is in a schema language that teikit does not read; {_WAYS}"
        elif self._names_dtd():
            hint = f"the DTD that its DOCTYPE names is not read; {_WAYS}"
        message = "no schema for this document, so it was not validated"
        return Diagnostic.of(codes.NO_SCHEMA, Location(self.document.path), message, hint=hint)

    def _names_dtd(self) -> bool:
        # The stubs of lxml lack it.
        information: Any = self.document.tree.docinfo
        return bool(information.system_url)

    def _of(self, kind: Kind) -> list[XmlModel]:
        return [model for model in self.models if self._kind(model) is kind]

    def _kind(self, model: XmlModel) -> Kind:
        """Return the schema language that an instruction means, if need be by a look at the file."""
        if model.kind is not Kind.OTHER or model.schematypens or model.type not in _ANY_XML:
            return model.kind
        file = self._at_hand(model.href, model.location, Kind.OTHER)
        # What is not there may be anything; it is missed with the grammars.
        return language_of(file) if isinstance(file, Path) else Kind.RELAX_NG

    def _instead(self, given: Path | None, configured: Path | None, kind: Kind) -> Path | Diagnostic | None:
        if given is not None:
            return given
        if configured is None or is_file(configured):
            return configured
        hint = "check the path in teikit.toml, which is relative to its folder"
        return self._missing(kind, configured.as_posix(), "does not exist", Location(self.document.path), hint)

    def _at_hand(self, href: str, location: Location, kind: Kind) -> Path | Diagnostic:
        """Return the file that a document means, or why it cannot be had: the same answer for the same address."""
        if href not in self._known:
            self._known[href] = self._looked_up(href, location, kind)
        return self._known[href]

    def _looked_up(self, href: str, location: Location, kind: Kind) -> Path | Diagnostic:
        if not href:
            message = "an xml-model instruction without “href” names no schema"
            return Diagnostic.of(codes.SCHEMA_NOT_FOUND, location, message, hint="write href=… into it, or remove it")
        found = self.resolver.find(href, Path(self.document.path))
        if found.path is not None:
            return found.path
        if scheme(found.uri) in ("http", "https"):
            address = found.uri if "://" not in href else href
            hint = f"get it with “teikit schema fetch {address}”, or with “teikit schema add FILE --for {address}”"
            return self._missing(kind, href, "is on the network and not in the store", location, hint)
        if found.is_mapped:
            why = f"is “{found.uri}” by a catalog, which does not exist"
            return self._missing(kind, href, why, location, "check the entry in the catalog")
        hint = f"check the path, which is relative to the document, or {_WAYS}"
        return self._missing(kind, href, "does not exist", location, hint)

    def _missing(self, kind: Kind, what: str, why: str, location: Location, hint: str) -> Diagnostic:
        message = f"the {kind.value} “{what}” {why}, so it was not used"
        return Diagnostic.of(codes.SCHEMA_NOT_FOUND, location, message, hint=hint)
