"""Values back into EDTF."""

from __future__ import annotations

from teikit.dates.notations.edtf.model import Choice, Date, Edtf, End, Part, Span


def write(value: Edtf) -> str:
    """Return a value in EDTF; `parse` of it is the value again.

    Qualifiers stand behind the last part where they are said of all, else before each part that they are said of.
    """
    match value:
        case Date():
            return _date(value)
        case Span():
            return f"{_end(value.start)}{'..' if value.is_range else '/'}{_end(value.end)}".replace("....", "..")
        case Choice():
            members = ",".join(map(write, value.members))
            return f"[{members}]" if value.is_one else f"{{{members}}}"


def _end(end: End) -> str:
    return end if isinstance(end, str) else _date(end)


def _date(date: Date) -> str:
    said = [_qualifier(part) for part in date.parts]
    if len(set(said)) == 1:
        text = "-".join(map(_digits, date.parts)) + said[0]
    else:
        text = "-".join(f"{mark}{_digits(part)}" for mark, part in zip(said, date.parts, strict=True))
    return f"{text}T{date.time}" if date.time else text


def _qualifier(part: Part) -> str:
    return {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}[
        part.uncertain, part.approximate
    ]


def _digits(part: Part) -> str:
    exponent = f"E{part.exponent}" if part.exponent else ""
    significant = f"S{part.significant}" if part.significant else ""
    return f"{'Y' if part.is_long else ''}{part.digits}{exponent}{significant}"
