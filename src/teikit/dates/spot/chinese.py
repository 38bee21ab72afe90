"""Chinese dates: with a year of an era, of the sixty, or of the Gregorian count; without a year; ranges of them.

The months of the Republic (民國), of Japan since 1873 and of a Gregorian year are Gregorian; those of the eras of the
Qing and of a year of the sixty are lunisolar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from teikit.dates.calendars import calendar_named, japanese
from teikit.dates.calendars.chinese import cyclical, eras, numerals
from teikit.dates.errors import DateError
from teikit.dates.interval import Interval
from teikit.dates.spot.reading.when import When, days_of, nearest, spanned
from teikit.dates.spot.span import Span

TELLING = re.compile("[年月日號号初世昨今明]")
"""Characters without one of which there is no Chinese date."""

_DIGITS = "0-9０-９一二三四五六七八九十百廿卄卅丗〇零○"
_NUMERAL = f"[{_DIGITS}]{{1,6}}"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_KINDS = {
    "俄曆": "julian",
    "俄历": "julian",
    "陰曆": "chinese",
    "阴历": "chinese",
    "農曆": "chinese",
    "农历": "chinese",
    "舊曆": "chinese",
    "旧历": "chinese",
    "夏曆": "chinese",
    "夏历": "chinese",
    "陽曆": "gregorian",
    "阳历": "gregorian",
    "西曆": "gregorian",
    "西历": "gregorian",
    "公曆": "gregorian",
    "公历": "gregorian",
    "國曆": "gregorian",
    "新曆": "gregorian",
    "公元": "gregorian",
    "西元": "gregorian",
}
_RELATIVE = {
    "前日": -2,
    "前天": -2,
    "昨日": -1,
    "昨天": -1,
    "今日": 0,
    "今天": 0,
    "明日": 1,
    "明天": 1,
    "後天": 2,
    "后天": 2,
}
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, None), "初": (1, 10), "底": (21, None), "末": (21, None)}


_WEEKDAY = re.compile(
    r"[ ，,]?(?P<open>[（(])?(?:星期|禮拜|礼拜|週|周)(?P<name>[一二三四五六日天])"
    r"(?![一二三四五六七八九十])(?(open)[）)])"
)


class _Found(NamedTuple):
    """A date that a match of the pattern is, its certainty and reason."""

    when: When
    until: When | None
    kind: str
    certainty: str
    reason: str


def spot_chinese(text: str, calendar: str, given: int | None) -> Iterator[Span]:
    """Yield the Chinese dates of a text in their order; `calendar` and `given` are those of `spot`."""
    if not TELLING.search(text):
        return
    open_range: tuple[Span, When] | None = None
    for match in _pattern().finditer(text):
        found = _found(match, calendar)
        if found is None:
            continue
        span = _with_weekday(text, _span(text, match, found, given))
        if open_range is not None and text[open_range[0].end : span.start].strip(" ") in _TO:
            yield _joined(text, open_range, span, found.when)
            open_range = None
            continue
        if open_range is not None:
            yield open_range[0]
        open_range = (span, found.when) if found.until is None and found.when.year is not None else None
        if open_range is None:
            yield span
    if open_range is not None:
        yield open_range[0]


_TO = ("至", "到", "-", "–", "—", "－", "──", "——", "~", "～", "迄")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = {name for era in eras.ERAS for name in (era.characters, *era.spellings) if not name.isascii()}
    names |= {name for era in japanese.ERAS for name in era.spellings if not name.isascii()}
    era = "|".join(sorted((name for name in names if "\u4e00" <= name[0] <= "\u9fff"), key=len, reverse=True))
    kind = "|".join(_KINDS)
    firsts = "".join({word[0] for word in (*names, *_KINDS, *_RELATIVE)}) + _DIGITS + _STEMS + "初正冬臘腊閏闰"
    third = "(?P<third>[上中下](?=旬)|[初中底末](?![一二三四五六七八九十]))旬?"
    day = f"(?:(?P<day>初[一二三四五六七八九十]|{_NUMERAL})(?P<unit>[日號号])?|{third})"
    month = f"(?P<month>[閏闰]?(?:{_NUMERAL}|[正冬臘腊]))月"
    year = (
        rf"(?:(?P<era>{era})(?P<cycle2>[{_STEMS}][{_BRANCHES}])?(?P<number>元|{_NUMERAL})?|"
        rf"(?P<cycle>[{_STEMS}][{_BRANCHES}])|(?P<bare>{_NUMERAL})(?=年(?!代)))年?"
    )
    return re.compile(
        rf"(?=[{firsts}])(?:(?P<kind>{kind})\s?)?(?:"
        rf"(?P<relative>{'|'.join(_RELATIVE)})"
        rf"|(?P<century>{_NUMERAL})世[紀纪](?:(?P<decade>{_NUMERAL})年代)?"
        rf"|(?P<years>[12][0-9]{{2}}0)年代"
        rf"|(?P<from>[12][0-9]{{3}})[-–—－~～至](?P<to>[12][0-9]{{3}})年"
        rf"|{year}(?:\s?{month}(?:\s?{day})?)?"
        rf"|{month.replace('?P<month>', '?P<month2>')}(?:\s?{day.replace('?P<', '?P<only_')})?"
        rf"|(?P<lone>初[一二三四五六七八九十]|{_NUMERAL})[日號号])"
    )


def _found(match: re.Match[str], calendar: str) -> _Found | None:
    if match["relative"]:
        return _Found(When("gregorian", None, None, _RELATIVE[match["relative"]]), None, "relative", "low", "")
    if match["century"]:
        return _century(match)
    if match["years"]:
        return _years(int(match["years"]), int(match["years"]) + 9, "decade", "the years of a decade")
    if match["from"]:
        return _years(int(match["from"]), int(match["to"]), "range", "two years")
    if match["lone"]:
        day = numerals.day(_ascii(match["lone"]))
        lunar = match["lone"].startswith("初")
        when = When("chinese" if lunar else "gregorian", None, None, day)
        return None if day is None else _Found(when, None, "recurring", "low", "a day of a month that is not named")
    if match["month2"]:
        return _without_year(match, calendar)
    return _with_year(match, calendar)


def _century(match: re.Match[str]) -> _Found | None:
    number = numerals.number(_ascii(match["century"])) or _int(match["century"])
    if number is None or not 1 <= number <= 21:
        return None
    if match["decade"]:
        decade = numerals.number(_ascii(match["decade"])) or _int(match["decade"])
        if decade is None or decade % 10 or decade > 90:
            return None
        return _years(100 * number - 100 + decade, 100 * number - 91 + decade, "decade", "the years of a decade")
    return _years(100 * number - 99, 100 * number, "century", "the years of a century")


def _years(first: int, last: int, kind: str, reason: str) -> _Found | None:
    if first > last:
        return None
    return _Found(When("gregorian", first), When("gregorian", last), kind, "high", reason)


def _int(text: str) -> int | None:
    plain = _ascii(text)
    return int(plain) if plain.isdigit() and plain.isascii() else None


def _ascii(text: str) -> str:
    """Return a numeral with its wide digits as narrow ones."""
    return text.translate({0xFF10 + digit: 0x30 + digit for digit in range(10)})


def _month_and_day(month: str | None, day: str | None) -> tuple[str | None, int | None] | None:
    """Return a month as it is written in a value (`02L` is a leap month) and a day, or None where they are none."""
    if month is None:
        return None, None
    number = (_int(month), False) if _int(month) is not None else numerals.month(_ascii(month))
    if number is None or number[0] is None:
        return None
    value = None if day is None else _int(day) if _int(day) is not None else numerals.day(_ascii(day))
    if day is not None and value is None:
        return None
    return f"{number[0]:02}{'L' if number[1] else ''}", value


def _without_year(match: re.Match[str], calendar: str) -> _Found | None:
    day = match["only_day"]
    if day is not None and not match["only_unit"] and not _lunar_day(day):
        day = None
    parts = _month_and_day(match["month2"], day)
    if parts is None:
        return None
    month, number = parts
    lunar = _lunar_day(day) or match["month2"][0] in "閏闰正冬臘腊"
    kind = _KINDS.get(match["kind"] or "") or ("chinese" if lunar or calendar == "chinese" else "gregorian")
    if calendar == "julian" and kind == "gregorian" and not match["kind"]:
        kind = "julian"
    when = When(kind, None, int((month or "0").rstrip("L")), number, "", month if month and "L" in month else "")
    reason = "a month and a day without a year" if number else "a month without a year"
    return _Found(when, None, "recurring" if number else "month", "medium", reason)


def _lunar_day(day: str | None) -> bool:
    return day is not None and (day.startswith("初") or day[0] in "廿卄卅丗")


def _with_year(match: re.Match[str], calendar: str) -> _Found | None:
    day = match["day"]
    if day is not None and not match["unit"] and not (_lunar_day(day) or not day[0].isdigit()):
        day = None
    parts = _month_and_day(match["month"], day)
    if parts is None or ("年" not in match[0] and not match["month"]):
        return None
    year = _year(match, calendar)
    if year is None:
        return None
    name, number, era, certainty, reason = year
    if match["cycle"] and not match["month"] and "年" not in match[0]:
        return None
    when = When(name, number, None, parts[1], era, parts[0] or "")
    if match["third"] and parts[0]:
        first, last = _THIRDS[match["third"]]
        begin, end = when._replace(day=first), when._replace(day=last)
        return _Found(begin, end, "range", "medium", "a third of a month")
    kind = "day" if parts[1] is not None else "month" if parts[0] else "year"
    return _Found(when, None, kind, certainty, reason)


def _year(match: re.Match[str], calendar: str) -> tuple[str, int, str, str, str] | None:
    """Return calendar, year, era, certainty and reason of a year."""
    if match["era"]:
        return _year_of_era(match)
    if match["cycle"]:
        try:
            year = calendar_named("chinese").parse(match["cycle"]).year
        except DateError:
            return None
        return "chinese", year, "", "medium", "a year of the sixty, taken as of 1864 to 1923"
    written = _int(match["bare"])
    year = written if written is not None else numerals.number(_ascii(match["bare"])) or 0
    if "年" not in match[0]:
        return None
    kind = _KINDS.get(match["kind"] or "", "gregorian")
    if year >= 1000:
        kind = "julian" if calendar == "julian" and not match["kind"] else kind
        return (kind, year, "", "high", "year, month and day" if match["month"] else "a year") if year < 2200 else None
    ends_range = match.string[: match.start()].endswith(_TO)
    if not (match["month"] or ends_range) or not 1 <= year <= 120:
        return None
    return "minguo", year, "", "low", "a year without its era, taken as of the Republic"


def _year_of_era(match: re.Match[str]) -> tuple[str, int, str, str, str] | None:
    era, number, reason = match["era"], match["number"], f"a year of {match['era']}"
    name = next((reign.name for reign in japanese.ERAS if era in reign.spellings), None)
    if match["cycle2"] and number is None:
        try:
            date = calendar_named("chinese").parse(f"{era}{match['cycle2']}")
        except DateError:
            return None
        return "chinese", date.year, date.era, "high", reason
    if number is None:
        return None
    year = 1 if number == "元" else _int(number) if _int(number) is not None else numerals.number(_ascii(number))
    if not year:
        return None
    if name:
        return "japanese", year, name, "high", reason
    found = eras.era_named(era)
    if found is None or found.name == "Minguo":
        return "minguo", year, "", "high", reason
    return "chinese", year, found.name, "high", reason


def _span(text: str, match: re.Match[str], found: _Found, given: int | None) -> Span:
    end = _end(match, found)
    if found.kind == "relative":
        return _relative(text, match, found.when.day or 0, given)
    when, certainty, reason = found.when, found.certainty, found.reason
    if given is not None and when.year is None and when.calendar in ("gregorian", "julian"):
        when = nearest(when, given)
        certainty, reason = "medium", f"{reason}; the nearest to the given day"
    days, fault = days_of(when)
    value = when.value
    if found.until is not None:
        value, days = f"{when.value}/{found.until.value}", spanned(when, found.until)
    if fault:
        certainty, reason = "low", fault
    return Span(
        match.start(),
        end,
        text[match.start() : end],
        found.kind,
        value,
        when.calendar,
        days,
        certainty,
        reason,
        None,
        _other_cycles(match, when),
    )


def _with_weekday(text: str, span: Span) -> Span:
    """Return a day with the weekday that stands behind it: 1918年2月12日（星期二）."""
    match = _WEEKDAY.match(text, span.end) if span.kind in ("day", "recurring") else None
    if match is None:
        return span
    number = "一二三四五六日天".index(match["name"])
    return span._replace(end=match.end(), text=text[span.start : match.end()], weekday=min(number, 6))


def _other_cycles(match: re.Match[str], when: When) -> tuple[tuple[str, str], ...]:
    """Return what a year of the sixty without an era may be in the cycles that followed."""
    if not match["cycle"] or when.year is None:
        return ()
    years = (when.year + cyclical.LENGTH, when.year + 2 * cyclical.LENGTH)
    return tuple((when._replace(year=year).value, "chinese") for year in years)


def _end(match: re.Match[str], found: _Found) -> int:
    """Return the end of a match without a number behind its month that is not its day."""
    if found.when.day is None and found.until is None and found.kind == "month":
        return match.end("month2" if match["month2"] else "month") + 1
    return match.end()


def _relative(text: str, match: re.Match[str], days: int, given: int | None) -> Span:
    start, end = match.span()
    if given is None:
        value, interval, certainty = f"{'-' if days < 0 else ''}P{abs(days)}D", None, "low"
        reason = "relative to a day that is not given"
    else:
        date = calendar_named("gregorian").date(given + days)
        value = When("gregorian", date.year, date.month, date.day).value
        interval, certainty, reason = Interval(given + days, given + days), "medium", "counted from the given day"
    return Span(start, end, text[start:end], "relative", value, "gregorian", interval, certainty, reason, None, ())


def _joined(text: str, first: tuple[Span, When], last: Span, until: When) -> Span:
    """Return the range of two dates: 民國六年至八年."""
    begin, when = first
    if until.calendar != when.calendar and last.certainty == "low":
        until = until._replace(calendar=when.calendar, era=when.era)
    days = spanned(when, until)
    certainty, reason = ("high", "two dates") if days else ("low", "it ends before it begins")
    whole = text[begin.start : last.end]
    return Span(
        begin.start,
        last.end,
        whole,
        "range",
        f"{when.value}/{until.value}",
        when.calendar,
        days,
        certainty,
        reason,
        None,
        (),
    )
