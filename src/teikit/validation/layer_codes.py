"""The codes that validation may yield."""

from __future__ import annotations

from teikit.diagnostics import Code, Severity, TeikitError

AUTHORS = "SCH:"
"""What the id of an author's own rule begins with."""


class LayerCodes(dict[str, Code]):
    """The codes of the layers by their ids; those of authors are made when they are asked for."""

    def __init__(self) -> None:
        from teikit import checks
        from teikit.resolve import codes as resolve
        from teikit.rng import codes as rng
        from teikit.rng import schema_codes
        from teikit.schematron import codes as schematron
        from teikit.xml import codes as xml
        from teikit.xsd import codes as xsd

        layers = (xml, resolve, rng, schema_codes, xsd, schematron, checks)
        super().__init__((code.id, code) for layer in layers for code in layer.CODES)

    def __missing__(self, ident: str) -> Code:
        from teikit.schematron.codes import of_author

        return of_author(ident.removeprefix(AUTHORS), "assert", Severity.ERROR)

    def check(self, names: list[str], where: str) -> None:
        """Raise `TeikitError` for the first that is neither the id nor the name of a code."""
        known = {*self, *(code.name for code in self.values())}
        for name in names:
            if name not in known and not name.startswith(AUTHORS):
                from difflib import get_close_matches

                near = get_close_matches(name, known, 1)
                hint = f"did you mean “{near[0]}”?" if near else "“teikit explain” lists all codes"
                raise TeikitError(f"{where}: there is no code “{name}”", hint=hint)
