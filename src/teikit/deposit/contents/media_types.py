"""What kind of file something is, by the ending of its name."""

from __future__ import annotations

from pathlib import PurePosixPath

TEI = "application/tei+xml"

_TYPES = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "cff": "application/yaml",
    "css": "text/css",
    "csv": "text/csv",
    "gif": "image/gif",
    "htm": "text/html",
    "html": "text/html",
    "jp2": "image/jp2",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "jxl": "image/jxl",
    "md": "text/markdown",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odd": TEI,
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "rnc": "application/relax-ng-compact-syntax",
    "rng": "application/xml",
    "sch": "application/xml",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "toml": "application/toml",
    "txt": "text/plain",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "xml": "application/xml",
    "xsd": "application/xml",
    "xsl": "application/xslt+xml",
    "xslt": "application/xslt+xml",
    "yaml": "application/yaml",
    "yml": "application/yaml",
}
# The table is our own: that of the operating system differs from one machine to the next.
_BY_NAME = {"license": "text/plain", "licence": "text/plain", "copying": "text/plain", "readme": "text/plain"}


def media_type(path: str) -> str:
    """Return the media type of a file by its name (IANA), `application/octet-stream` where it is not known."""
    name = PurePosixPath(path).name.lower()
    return _BY_NAME.get(name) or _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
