"""Output formats: one file each, a function `render(report: Report) -> str` in every one.

Lines and columns count characters (Unicode code points) and are 1-based. `text` is for people, `concise` for people and
editors, the others for programs: `json` as the contract has it, `sarif` for code scanning, `github` for the log of a
workflow, `junit` for everything that shows the results of tests. `statistics` has the same form, but is a table beside
the findings, not one of the formats. A module is loaded when its format is asked for.
"""

from importlib import import_module

from teikit.diagnostics.render.report import Report, SourceLine, Unchecked

__all__ = ["FORMATS", "Report", "SourceLine", "Unchecked", "render"]

FORMATS = ("text", "concise", "json", "sarif", "github", "junit")


def render(report: Report, format_: str) -> str:
    """Return a report in one of the `FORMATS`."""
    rendered: str = import_module(f"teikit.diagnostics.render.{format_}").render(report)
    return rendered
