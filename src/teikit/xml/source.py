"""From a file to UTF-8 bytes, or the reason why not."""

import codecs
import re
from pathlib import Path

from teikit.diagnostics import Code, Diagnostic, DocumentError, Location, TeikitError
from teikit.xml import codes
from teikit.xml.limits import Limits

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARATION = re.compile(rb"""\A<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_MAGIC = (
    (b"PK\x03\x04", "a ZIP container (DOCX, ODT and EPUB files are such)"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
)


def read_bytes(path: str, limits: Limits) -> bytes:
    """Return the bytes of a file.

    Raises `TeikitError` if there is no such file or it cannot be read, `DocumentError` if it is larger than
    `limits.size`.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.size + 1)
    except FileNotFoundError:
        raise TeikitError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise TeikitError(f"{path}: is a folder, not a file") from None
    except OSError as error:
        raise TeikitError(f"{path}: cannot be read ({error.strerror})") from None
    if len(data) > limits.size:
        raise _fault(
            codes.FILE_TOO_LARGE,
            path,
            f"the file is larger than {limits.size // (1024 * 1024) or 1} MB",
            "split it, or raise the limit (in bytes) with the environment variable TEIKIT_MAX_SIZE",
        )
    return data


def to_utf8(data: bytes, path: str) -> bytes:
    """Return the document as UTF-8 without a byte order mark (its encoding declaration is left as it stands).

    Raises `DocumentError` where the bytes are not XML at all, or not in the encoding that they declare
    (XML 1.0, §4.3.3 and appendix F).
    """
    encoding, body = _encoding(data)
    _refuse_what_is_not_xml(body, encoding, path)
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        raise _fault(
            codes.UNKNOWN_ENCODING, path, f'the declared encoding "{encoding}" is not known', "save the file as UTF-8"
        ) from None
    try:
        text = body.decode(codec)
    except (UnicodeDecodeError, ValueError) as error:
        raise _not_in_encoding(body, encoding, codec, error, path) from None
    except (LookupError, AttributeError, AssertionError):
        raise _fault(
            codes.UNKNOWN_ENCODING, path, f'"{encoding}" is not a character encoding', "save the file as UTF-8"
        ) from None
    return body if codec in ("utf-8", "ascii") else text.encode("utf-8", "surrogatepass")


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    if data[:4] == b"<\x00?\x00":
        return "utf-16-le", data
    if data[:4] == b"\x00<\x00?":
        return "utf-16-be", data
    declared = _DECLARATION.match(data)
    return (declared.group(1).decode("ascii") if declared else "utf-8"), data


def _refuse_what_is_not_xml(body: bytes, encoding: str, path: str) -> None:
    if not body.strip():
        raise _fault(codes.EMPTY_FILE, path, "the file is empty", "a TEI document begins with <TEI>")
    for magic, what in _MAGIC:
        if body.startswith(magic):
            raise _fault(codes.NOT_XML, path, f"this is not XML but {what}", "export it as TEI XML first")
    if encoding.startswith("utf-16"):
        return
    start = body.lstrip(b" \t\r\n")[:1]
    if start != b"<":
        raise _fault(codes.NOT_XML, path, "this is not XML: it does not begin with “<”", "is it the right file?")


def _not_in_encoding(
    body: bytes, encoding: str, codec: str, error: UnicodeDecodeError | ValueError, path: str
) -> DocumentError:
    offset = error.start if isinstance(error, UnicodeDecodeError) else 0
    before = body[:offset].decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    hint = f"save the file as {encoding.upper()}, or declare the encoding that it has"
    byte = f"the byte 0x{body[offset]:02X} is" if offset < len(body) else "the bytes are"
    message = f"{byte} not valid {encoding.upper()}, the encoding of this file"
    return DocumentError([Diagnostic.of(codes.WRONG_ENCODING, Location(path, line, column), message, hint=hint)])


def _fault(code: Code, path: str, message: str, hint: str) -> DocumentError:
    return DocumentError([Diagnostic.of(code, Location(path), message, hint=hint)])
