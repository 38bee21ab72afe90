"""`teikit explain`: the page of a code."""

from __future__ import annotations

import difflib
import sys

import click

from teikit.diagnostics import Code, TeikitError


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a code that a diagnostic carries; without CODE, list them all.

    \b
    Example:
      teikit explain TEI001
    """
    from teikit import codes

    if code is None:
        width = max(len(each.name) for each in codes.ALL)
        rows = (f"{each.id}  {each.name:{width}}  {each.summary}\n" for each in codes.ALL)
        sys.stdout.write("".join(rows))
        return 0
    found = codes.BY_ID.get(code.upper()) or codes.BY_NAME.get(code.lower())
    if found is None:
        near = difflib.get_close_matches(code, [*codes.BY_ID, *codes.BY_NAME], 1, 0.5)
        hint = f"did you mean “{near[0]}”?" if near else "“teikit explain” lists them all"
        raise TeikitError(f"there is no code “{code}”", hint=hint)
    sys.stdout.write(page(found))
    return 0


def page(code: Code) -> str:
    """Return the page of a code: its headings in a fixed order, those without content left out."""
    head = f"{code.id} {code.name} ({code.severity.value})\n{code.summary}\n"
    sections = [
        ("Finds", code.page.finds),
        ("Why", code.page.why),
        ("Wrong", code.page.wrong),
        ("Right", code.page.right),
        ("See", "; ".join(each for each in (code.reference, code.page.see) if each)),
    ]
    blocks = [f"{heading}\n{_indented(text, heading)}" for heading, text in sections if text]
    return "\n".join([head, *blocks])


def _indented(text: str, heading: str) -> str:
    import textwrap

    if heading in ("Wrong", "Right"):
        return textwrap.indent(text, "    ") + "\n"
    return textwrap.fill(text, 88, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False) + "\n"
