"""One stylesheet and what it is given."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

from teikit import resources
from teikit.diagnostics import Severity, TeikitError
from teikit.project import find
from teikit.publication.images import images_of
from teikit.registers import logical_path, read
from teikit.saxon import Result, Stylesheet
from teikit.saxon.stylesheet import Value
from teikit.xml import Document, load

TARGETS = {"html": ("to-html.xsl", ".html"), "text": ("to-text.xsl", ".txt")}
"""Target → its entry stylesheet, and the ending of its files."""

GIVEN = ("document", "home", "images", "pages", "registers")
"""The parameters that teikit fills in itself, where the stylesheet declares them; `home` is the path, below the output
root, of the page that lists all others, or empty."""


class Publisher:
    """A compiled stylesheet for one target, with the registers and the list of pages of a run.

    `stylesheet` is the user's own, else ours for the target. `settings` are its parameters by name; a name that the
    stylesheet does not declare raises `TeikitError`.
    """

    def __init__(
        self,
        target: str,
        *,
        stylesheet: Path | None = None,
        settings: Mapping[str, str] | None = None,
        registers: Mapping[str, Document] | None = None,
        pages: Sequence[str] = (),
        home: str = "",
    ) -> None:
        path = stylesheet or resources.stylesheet(TARGETS[target][0])
        self._stylesheet = Stylesheet.compile(path)
        self._declared = self._stylesheet.parameters
        self._settings = dict(settings or {})
        self._given: dict[str, Value] = {"registers": registers or {}, "pages": pages, "home": home}
        self._refuse_unknown_settings(path)

    def _refuse_unknown_settings(self, path: Path) -> None:
        open_names = [name for name in self._declared if name not in GIVEN]
        for name in self._settings:
            if name in open_names:
                continue
            near = difflib.get_close_matches(name, open_names, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"it has: {', '.join(sorted(open_names)) or 'none'}"
            raise TeikitError(f"{path.as_posix()} has no parameter “{name}”", hint=hint)

    def run(self, document: Document, below: str, images: Sequence[str] = ()) -> Result:
        """Transform one document; `below` is its path below the root, `images` are those of the images that exist."""
        given = {**self._given, "document": below, "images": images}
        declared = {name: value for name, value in given.items() if name in self._declared}
        return self._stylesheet.run(document, {**declared, **self._settings})


def transform(source: str | Path, target: str = "html", *, stylesheet: Path | None = None, **settings: str) -> str:
    """Return a document as `html` (a page) or `text`, by our stylesheet or the given one.

    `settings` are parameters of the stylesheet. The registers of the project that the document lies in are used.
    Raises `DocumentError`, `StylesheetError`, or `TeikitError` where the transformation fails.
    """
    if target not in TARGETS:
        raise TeikitError(f"there is no target “{target}”", hint=f"targets: {', '.join(TARGETS)}")
    path = Path(source)
    document = load(path)
    project = find(path.parent)
    root = project.source if project else path.parent
    registers = read(project.register_files(), root) if project else {}
    below = logical_path(path, root)
    result = Publisher(target, stylesheet=stylesheet, settings=settings, registers=registers, pages=[below]).run(
        document, below, images_of(document, below, root)
    )
    errors = [said for said in result.diagnostics if said.severity is Severity.ERROR]
    if errors:
        raise TeikitError(f"{errors[0].location.path}: {errors[0].message}", hint=errors[0].hint)
    return result.text
