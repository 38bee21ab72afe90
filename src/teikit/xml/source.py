"""From a file to UTF-8 bytes, or the reason why not."""

import codecs
import re
import stat
from pathlib import Path

from teikit.diagnostics import Code, Diagnostic, DocumentError, Location, TeikitError
from teikit.xml import codes
from teikit.xml.limits import Limits

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's codecs that turn bytes into text and are no character encodings.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "raw_unicode_escape", "undefined", "unicode-escape", "unicode_escape"}
)
_PIECE = 1 << 20
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

    Raises `TeikitError` if there is no such file or it cannot be read (a folder, a device, a pipe), `DocumentError` if
    it is larger than `limits.size`.
    """
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise TeikitError(f"{path}: is a folder, not a file", hint="name a file in it")
        if not stat.S_ISREG(status.st_mode):
            # A pipe may never send anything, a device may never end.
            raise TeikitError(f"{path}: is a device or a pipe, not a file", hint="save what it yields to a file first")
        if status.st_size > limits.size:
            raise _too_large(path, limits)
        with Path(path).open("rb") as file:
            data = file.read(limits.size + 1)
    except FileNotFoundError:
        raise TeikitError(f"{path}: no such file", hint="check the path and its spelling") from None
    except OSError as error:
        raise TeikitError(f"{path}: cannot be read ({error.strerror})", hint="check its permissions") from None
    except ValueError as error:
        raise TeikitError(f"{path!r}: is not a path ({error})") from None
    if len(data) > limits.size:
        raise _too_large(path, limits)
    return data


def _too_large(path: str, limits: Limits) -> DocumentError:
    return _fault(
        codes.FILE_TOO_LARGE,
        path,
        f"the file is larger than {limits.size // (1024 * 1024) or 1} MB",
        "split it, or raise the limit (in bytes) with the environment variable TEIKIT_MAX_SIZE",
    )


def to_utf8(data: bytes, path: str) -> bytes:
    """Return the document as UTF-8 without a byte order mark (its encoding declaration is left as it stands).

    Raises `DocumentError` where the bytes are not XML at all, or not in the encoding that they declare
    (XML 1.0, §4.3.3 and appendix F).
    """
    encoding, marked, body = _encoding(data)
    _refuse_what_is_not_xml(body, encoding, path)
    codec = _codec(encoding, path)
    if not marked and codec.startswith(("utf-16", "utf-32")):
        message = f"the file declares {encoding.upper()}, but its declaration is not written in it"
        raise _fault(codes.WRONG_ENCODING, path, message, 'if the file is UTF-8, declare encoding="UTF-8"')
    try:
        return (
            _checked(body, codec)
            if codec in ("utf-8", "ascii")
            else body.decode(codec).encode("utf-8", "surrogatepass")
        )
    except UnicodeDecodeError as error:
        raise _not_in_encoding(body, encoding, codec, error.start, path) from None


def _checked(body: bytes, codec: str) -> bytes:
    """Return the bytes if they are UTF-8 or ASCII; piece by piece, for one emoji makes a whole string wide."""
    decoder = codecs.getincrementaldecoder(codec)()
    for start in range(0, len(body), _PIECE):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(body[start : start + _PIECE], start + _PIECE >= len(body))
        except UnicodeDecodeError as error:
            error.start += start - pending
            raise
    return body


def written_in(data: bytes, path: str) -> tuple[str, bytes]:
    """Return the codec in which a document is written, and what stands before its first character: its mark, or ''.

    Raises `DocumentError` where its encoding is not known.
    """
    encoding, _, body = _encoding(data)
    return _codec(encoding, path), data[: len(data) - len(body)]


def _codec(encoding: str, path: str) -> str:
    try:
        found = codecs.lookup(encoding)
    except LookupError:
        found = None
    # A private flag, but the only thing that tells codecs such as "zlib" from encodings.
    if found is None or found.name in _NO_ENCODINGS or not getattr(found, "_is_text_encoding", True):
        message = f"the declared encoding “{encoding}” is not known"
        raise _fault(codes.UNKNOWN_ENCODING, path, message, "save the file as UTF-8, and declare that")
    return found.name


def _encoding(data: bytes) -> tuple[str, bool, bytes]:
    """Return the encoding, whether the first bytes show it, and the bytes after the byte order mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, True, data[len(mark) :]
    if data[:4] == b"<\x00?\x00":
        return "utf-16-le", True, data
    if data[:4] == b"\x00<\x00?":
        return "utf-16-be", True, data
    declared = _DECLARATION.match(data)
    return (declared.group(1).decode("ascii") if declared else "utf-8"), False, data


def _refuse_what_is_not_xml(body: bytes, encoding: str, path: str) -> None:
    if not body.strip():
        raise _fault(codes.EMPTY_FILE, path, "the file is empty", "a TEI document begins with <TEI>")
    for magic, what in _MAGIC:
        if body.startswith(magic):
            raise _fault(codes.NOT_XML, path, f"this is not XML but {what}", "export it as TEI XML first")
    if encoding.startswith(("utf-16", "utf-32")):
        return
    start = body.lstrip(b" \t\r\n")[:1]
    if start != b"<":
        raise _fault(codes.NOT_XML, path, "this is not XML: it does not begin with “<”", "is it the right file?")


def _not_in_encoding(body: bytes, encoding: str, codec: str, offset: int, path: str) -> DocumentError:
    before = body[:offset].decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    hint = f"save the file as {encoding.upper()}, or declare the encoding that it has"
    message = f"the byte 0x{body[offset]:02X} is not valid {encoding.upper()}, the encoding of this file"
    return DocumentError([Diagnostic.of(codes.WRONG_ENCODING, Location(path, line, column), message, hint=hint)])


def _fault(code: Code, path: str, message: str, hint: str) -> DocumentError:
    return DocumentError([Diagnostic.of(code, Location(path), message, hint=hint)])
