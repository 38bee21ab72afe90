"""One work in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from teikit.citations.bibliography import Fields
from teikit.citations.style import dates, names

_IN_CONTAINER = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "personal_communication")
_IN_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")
_STANDING = ("book", "thesis", "report", "collection", "periodical", "map", "motion_picture", "classic", "pamphlet")
_QUOTED = (*_IN_PERIODICAL, "chapter", "webpage", "post-weblog", "entry-encyclopedia", "paper-conference", "article")


class Piece(NamedTuple):
    """Some text, and whether it is italic."""

    text: str
    italic: bool = False


Part = list[Piece]
"""A part of a citation, between two commas or full stops."""


def note(fields: Fields, facts: Fields, *, locator: str = "") -> list[Piece]:
    """Word a citation as in a note, with the place that it cites. `facts` are the keys of `custom`."""
    parts = [*_heading(fields, inverted=False), *_body(fields, facts), *_ends(fields, locator)]
    return _closed(_joined(parts, ", "))


def entry(fields: Fields, facts: Fields) -> list[Piece]:
    """Word a work as in a bibliography: heading, title, and the rest, each with a full stop."""
    heading, body = _heading(fields, inverted=True), _body(fields, facts)
    # A letter's date and volume follow its title at once: they say which letter it is.
    split = 0 if fields.get("type") == "personal_communication" or "title" not in fields else 1
    sentences = [heading, body[:split], [*body[split:], *_ends(fields, "")]]
    return _closed(_joined([_capitalised(_joined(part, ", ")) for part in sentences if part], ". "))


def _capitalised(part: Part) -> Part:
    first = part[0]
    if first.text.startswith("http"):
        return part
    return [first._replace(text=first.text[:1].upper() + first.text[1:]), *part[1:]]


def _heading(fields: Fields, *, inverted: bool) -> list[Part]:
    authors = fields.get("author") or ()
    title = str(fields.get("title", ""))
    if authors and not _names_author(fields, title):
        return [[Piece(names.listed(authors, first_inverted=inverted))]]
    editors = fields.get("editor") or ()
    if editors and not authors and fields.get("type") not in (*_IN_CONTAINER, *_IN_PERIODICAL):
        word = "ed." if len(editors) == 1 else "eds."
        return [[Piece(f"{names.listed(editors, first_inverted=inverted)}, {word}")]]
    return []


def _names_author(fields: Fields, title: str) -> bool:
    """Whether a letter's title says itself who wrote it: "Telegram from Liu Jingren"."""
    if fields.get("type") != "personal_communication":
        return False
    surnames = [str(name.get("family") or name.get("literal")) for name in fields.get("author", ())]
    return bool(surnames) and all(surname in title for surname in surnames)


def _body(fields: Fields, facts: Fields) -> list[Part]:
    kind = str(fields.get("type", "document"))
    if kind == "personal_communication":
        return _letter(fields, facts)
    title = _title(fields, facts, kind)
    if kind in _IN_PERIODICAL:
        return [*title, *_periodical(fields, facts)]
    if "container-title" in fields:
        return [*title, *_container(fields, facts, "" if kind == "webpage" else "in ")]
    if kind in _STANDING:
        return [*title, *_people(fields), *_edition(fields), *_series(fields), *_imprint(fields, fields.get("issued"))]
    published = "publisher" in fields or "publisher-place" in fields
    when = _imprint(fields, fields["issued"]) if published and "issued" in fields else _date(fields)
    return [*title, *_people(fields), *when]


def _letter(fields: Fields, facts: Fields) -> list[Part]:
    words = str(fields.get("title") or fields.get("genre") or "letter")
    genre = str(fields.get("genre", ""))
    if genre and words.casefold().startswith(genre.casefold()) and not _opens(fields):
        words = words[0].lower() + words[1:]
    recipients = fields.get("recipient") or ()
    if recipients and not any(str(name.get("family") or name.get("literal")) in words for name in recipients):
        words += f" to {names.listed(recipients)}"
    return [[Piece(words)], *_date(fields), *_container(fields, facts, "in ")]


def _opens(fields: Fields) -> bool:
    return not _heading(fields, inverted=False)


def _title(fields: Fields, facts: Fields, kind: str) -> list[Part]:
    title = str(fields.get("title", ""))
    if not title:
        return []
    described = "title-described" in facts
    words = f"“{title}”" if kind in _QUOTED and not described else title
    return [[Piece(words, kind in _STANDING and not described), *_variants(facts.get("titles"))]]


def _variants(others: object) -> list[Piece]:
    """Word other forms of a title: those in other scripts as they are, translations in square brackets."""
    forms = [form for form in others if "form" in form] if isinstance(others, list) else []
    pieces = []
    for form in forms:
        value = str(form.get("value", ""))
        latin = bool(re.match(r"[^\W\d_]", value)) and value[0] < "\u0370"
        translated = form.get("type") in ("translated", "translation") or (latin and form.get("type") == "alt")
        pieces.append(Piece(f" [{value}]" if translated else f" {value}"))
    return pieces


def _container(fields: Fields, facts: Fields, preposition: str) -> list[Part]:
    if "container-title" not in fields:
        return []
    head = [Piece(preposition), *_host(fields, facts)]
    authors = fields.get("container-author") or ()
    by = [[Piece(f"by {names.listed(authors)}")]] if authors else []
    issued = facts.get("container-issued")
    if issued is None and fields.get("type") not in ("personal_communication", "webpage"):
        issued = fields.get("issued")
    return [
        head,
        *by,
        *_people(fields),
        *_edition(fields),
        *_volume(fields),
        *_series(fields),
        *_imprint(fields, issued),
    ]


def _host(fields: Fields, facts: Fields) -> Part:
    """Word the title of the volume or periodical; one that only describes it is not italic."""
    title = str(fields.get("container-title", ""))
    italic = "container-described" not in facts
    return [Piece(title, italic), *_variants(facts.get("container-titles"))] if title else []


def _periodical(fields: Fields, facts: Fields) -> list[Part]:
    head = _host(fields, facts)
    volume = f" {fields['volume']}" if fields.get("volume") else ""
    issue = f"no. {fields['issue']}" if fields.get("issue") else ""
    if fields.get("type") == "article-newspaper":
        return [part for part in (head, [Piece(issue)] if issue else []) if part] + _date(fields)
    year = dates.worded(fields.get("issued"))
    tail = volume + (f", {issue}" if issue else "") + (f" ({year})" if year else "")
    return [[*head, Piece(tail)]] if head or tail.strip() else []


def _people(fields: Fields) -> list[Part]:
    parts: list[Part] = []
    kind = fields.get("type")
    editors = fields.get("editor") or ()
    if editors and (fields.get("author") or kind in (*_IN_CONTAINER, *_IN_PERIODICAL)):
        parts.append([Piece(f"ed. {names.listed(editors)}")])
    if fields.get("translator"):
        parts.append([Piece(f"trans. {names.listed(fields['translator'])}")])
    return parts


def _edition(fields: Fields) -> list[Part]:
    edition = str(fields.get("edition", ""))
    return [[Piece(f"{edition} ed." if edition.isdigit() else edition)]] if edition else []


def _volume(fields: Fields) -> list[Part]:
    return [[Piece(f"vol. {fields['volume']}")]] if fields.get("volume") else []


def _series(fields: Fields) -> list[Part]:
    volume = _volume(fields) if "container-title" not in fields else []
    series = " ".join(str(fields[name]) for name in ("collection-title", "collection-number") if fields.get(name))
    return [*volume, [Piece(series)]] if series else volume


def _imprint(fields: Fields, issued: Fields | None) -> list[Part]:
    """Word place, publisher and year: "(Taipei: Academia Sinica, 1959)"; it belongs to the part before."""
    where = ": ".join(str(fields[name]) for name in ("publisher-place", "publisher") if fields.get(name))
    when = dates.year(issued)
    words = ", ".join(part for part in (where, when) if part)
    return [[Piece(f"({words})")]] if words else []


def _date(fields: Fields) -> list[Part]:
    words = dates.worded(fields.get("issued"))
    remark = str(fields.get("note", ""))
    told = f"{words} ({remark})" if words and remark else words or remark
    return [[Piece(told)]] if told else []


def _ends(fields: Fields, locator: str) -> list[Part]:
    """Word pages, archive and addresses."""
    archive = [
        str(fields[n]) for n in ("archive_location", "archive_collection", "archive", "archive-place") if fields.get(n)
    ]
    doi = f"https://doi.org/{fields['DOI']}" if fields.get("DOI") else str(fields.get("URL", ""))
    pages = locator or str(fields.get("page", ""))
    return [[Piece(part)] for part in (pages, ", ".join(archive), doi) if part]


def _joined(parts: Iterable[Part], separator: str) -> Part:
    pieces: Part = []
    for part in parts:
        if pieces:
            opening = part[0].text.startswith("(")
            pieces = _with_separator(pieces, " " if opening else separator)
        pieces.extend(part)
    return pieces


def _with_separator(pieces: Part, separator: str) -> Part:
    """Put a comma or full stop behind pieces: inside closing quotation marks, and never two signs together."""
    last = pieces[-1]
    sign, space = separator.strip(), " "
    inside = last.text.removesuffix("”")
    if sign and inside != last.text:
        mark = "" if inside[-1:] in ".?!" else sign
        return [*pieces[:-1], Piece(f"{inside}{mark}”", last.italic), Piece(space)]
    if sign == "." and last.text[-1:] in ".?!":
        sign = ""
    return [*pieces, Piece(f"{sign}{space}")]


def _closed(pieces: Part) -> Part:
    """Put a full stop at the end, unless a sign or an address stands there."""
    if not pieces:
        return []
    last = pieces[-1]
    inside = last.text.removesuffix("”")
    if inside[-1:] in ".?!。？！" or re.search(r"https?://\S+$", last.text):
        return pieces
    if inside != last.text:
        return [*pieces[:-1], last._replace(text=f"{inside}.”")]
    return [*pieces, Piece(".")]
