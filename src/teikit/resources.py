"""Where the bundled schemas and stylesheets are: inside the wheel, or beside `src/` in a checkout.

Nothing else in the package knows this.
"""

from pathlib import Path


def folder(name: str) -> Path:
    """Return the folder `schema` or `xslt` that came with teikit.

    In an installed wheel it lies under `teikit/share/`; in an editable install at the top of the checkout.
    """
    here = Path(__file__).resolve().parent
    installed = here / "share" / name
    return installed if installed.is_dir() else here.parents[1] / name


def schema(name: str) -> Path:
    """Return the path of a bundled schema file, such as `teikit.rng`."""
    return folder("schema") / name


def stylesheet(name: str) -> Path:
    """Return the path of a bundled entry stylesheet, such as `to-html.xsl`."""
    return folder("xslt") / name
