"""The forms of dates, as patterns on the letters of a row; `words.Word` says what each letter is.

A form's groups are named after what they hold (`d` day, `m` month, `y` year, `e` era, `j` style, `w` weekday), with a
number behind for the first and the second date of a range. The order matters: at one place, the first form that is read
wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_DAY = "[no]"
_JOIN = "[ ~./-]"
_TO = "(?: ?-|[ ]r[ ]|[-])"
_WEEKDAY = "(?:(?P<w>W)[ ,(.](?:D[ ,])?(?:t[ ])?)?"
_STYLE = "(?:[ ,(](?P<j>j)(?!(?<=[(]j)[ ][noM])|[(](?P<J>J))?"
_EXPLAINED = "(?:(?<=[nmv])[(](?P<c>y)(?=[)|]|$))?"
"""The Gregorian year in brackets behind a year of an era."""
_MARKED = "(?:[ ,(](?P<j{0}>[jJ]))?"
"""A mark of style behind each of two dates that are one day."""
_PART = "(?:(?P<p>p)[ -](?:(?:i[ ])?f[ ]|i[ ])?(?:t[ ])?)?"


_BEGINS = "[WMSTRNIEnoyhvmkepqbsLwu]"
"""The letters with which a form may begin."""


def _year(number: str = "") -> str:
    """Return the pattern of a year, in the group `y` or, before its era, `z`; `E` is a word before it."""
    either = "y[/][nm](?![ .]M)|[yhv]|[nm](?=[ ]e)|k"
    return (
        f"(?:(?:(?P<E{number}>[Eu])[ ~])?(?P<y{number}>{either})(?:[ ,~](?P<e{number}>e))?(?:[ ~]g)?"
        f"|(?P<f{number}>e)[ ](?P<z{number}>[nmhy])|(?P<G{number}>E)[ ~](?P<s{number}>[nmv]))"
    )


_FORMS = {
    "day_to_day": (
        f"{_WEEKDAY}(?P<d1>{_DAY})(?:[ ]f)?[ ,.~](?P<m1>M)[ ,](?:f[ ])?{_year('1')}(?:-|[ ]r[ ](?:t[ ])?)"
        f"(?P<d2>{_DAY})(?:[ ]f)?[ ,.~](?P<m2>M)[ ,]{_year('2')}"
    ),
    "month_day_year_to": (
        f"(?P<m1>M)[ ](?P<d1>{_DAY})[ ,]{_year('1')}(?:-|[ ]r[ ])(?P<m2>M)[ ](?P<d2>{_DAY})[ ,]{_year('2')}"
    ),
    "styles_marked": (
        f"{_WEEKDAY}(?P<d1>{_DAY})[ ](?P<m1>M)(?:[ ,]{_year('1')})?{_MARKED.format(1)}(?P<x>[/(])(?:(?P<k2>j)[ ])?"
        f"(?P<d2>{_DAY})[ ](?P<m2>M)(?:[ ,]{_year('2')})?{_MARKED.format(2)}(?:[ ,)]{_year('3')})?"
    ),
    "month_styles_marked": (
        f"{_WEEKDAY}(?P<m1>M)[ ](?P<d1>{_DAY})(?:[ ,]{_year('1')})?{_MARKED.format(1)}(?P<x>[/(])(?:(?P<k2>j)[ ])?"
        f"(?P<m2>M)[ ](?P<d2>{_DAY})(?:[ ,]{_year('2')})?{_MARKED.format(2)}(?:[ ,)]{_year('3')})?"
    ),
    "two_styles": (
        f"{_WEEKDAY}(?P<d1>{_DAY})[ ](?P<m1>M)(?P<x>[/(])(?P<d2>{_DAY})[ ](?:f[ ])?(?P<m2>M)"
        f"(?:[ ,)](?:f[ ])?{_year()})?"
    ),
    "two_styles_years": (
        f"{_WEEKDAY}(?P<d1>{_DAY})[ ](?P<m1>M)[ ,]{_year('1')}(?P<x>[/(])(?P<d2>{_DAY})[ ](?P<m2>M)[ ,]{_year('2')}"
    ),
    "month_two_styles": (f"{_WEEKDAY}(?P<m1>M)[ ](?P<d1>{_DAY})(?P<x>/)(?P<m2>M)[ ](?P<d2>{_DAY})(?:[ ,]{_year()})?"),
    "day_range_months": (
        f"{_WEEKDAY}(?P<d1>{_DAY})(?:[ ]f)?[ ](?P<m1>M)(?:-|[ ]r[ ](?:t[ ])?|[ ](?P<a>a)[ ])"
        f"(?P<d2>{_DAY})(?:[ ]f)?[ ](?P<m2>M)[ ,]{_year()}"
    ),
    "day_range": (
        f"{_WEEKDAY}(?P<d1>{_DAY})(?:(?P<x>[/(])|-|[ ]r[ ](?:t[ ])?)(?P<d2>{_DAY})[ ,.~)](?:f[ ])?(?P<m>M)"
        f"(?:[ ,](?:f[ ])?{_year()})?{_STYLE}"
    ),
    "between_days": (
        f"b[ ](?:t[ ])?(?P<d1>{_DAY})[ ]a[ ](?:t[ ])?(?P<d2>{_DAY})[ ](?:f[ ])?(?P<m>M)(?:[ ,]{_year()})?"
    ),
    "between_month_days": f"b[ ](?P<m>M)[ ](?P<d1>{_DAY})[ ]a[ ](?P<d2>{_DAY})(?:[ ,]{_year()})?",
    "day_list": (
        f"(?P<d1>{_DAY})(?:[ ]a[ ]|,)(?:t[ ])?"
        f"(?={_DAY}(?:[ ,]{_DAY})?(?:[ ]a[ ]{_DAY})?[ ](?:f[ ])?(?P<m>M)(?:[ ,]{_year()})?)"
    ),
    "month_range_days": (
        f"(?P<m1>M)[ ](?P<d1>{_DAY})(?:-|[ ]r[ ]|[ ](?P<a>a)[ ])(?P<m2>M)[ ](?P<d2>{_DAY})(?:[ ,]{_year()})?"
    ),
    "month_day_range": f"(?P<m>M)[ ](?P<d1>{_DAY})(?:(?P<x>/)|-|[ ]r[ ])(?P<d2>{_DAY})(?:[, ]{_year()})?{_STYLE}",
    "month_day_list": f"(?P<m>M)[ ](?P<d1>{_DAY})(?P<rest>(?:,{_DAY})*,?[ ]?a[ ]{_DAY})(?:[, ]{_year()})?",
    "month_corrected": f"(?P<m>M)[ ][no][(](?P<d>{_DAY})[)]{_year()}",
    "month_bracketed": "(?P<m>M)[(](?P<d>[no])(?=[)|~]|$)",
    "month_day": (
        f"{_WEEKDAY}(?P<m>M)[ .](?:t[ ])?(?P<d>{_DAY})"
        f"(?:(?:[ ,]|(?<=o)[.])(?:f[ ])?{_year()}{_EXPLAINED}|/(?P<y9>[nm]))?(?:[,(](?P<w2>W))?{_STYLE}"
    ),
    "day_short": f"{_WEEKDAY}(?P<d>{_DAY})[ ~/-](?P<m>M)[ ,/-](?P<y9>[nmo])(?![ ~.,/-]?[Mnoe:])",
    "roman_month": f"(?P<d>{_DAY})[ .~](?P<v>v)[ .~](?P<y>[ymn])",
    "day": (
        f"{_WEEKDAY}(?P<d>{_DAY})(?:[ ]u)?{_JOIN}(?:f[ ]){{0,2}}(?P<m>M)"
        f"(?:[ ,~/-](?:f[ ])?(?:t[ ])?{_year()}{_EXPLAINED}(?:[,(](?P<w2>W))?)?{_STYLE}"
    ),
    "year_first_range": (
        f"(?P<y1>y)[ ,](?P<m1>M)[ ](?P<d1>{_DAY})-(?:(?P<y2>y)[ ,])?(?P<m2>M)[ ](?P<d2>{_DAY})(?![ ,]y)"
    ),
    "year_first": f"(?P<y>y)[ ,](?P<m>M)[ ](?P<d>{_DAY})(?![ ,]y)",
    "weekday_day": "(?P<w>W)[ ,](?:D[ ,])?(?:t[ ])?(?P<d>o)(?![ ](?:c|M|U))",
    "lunar_day": (
        "(?P<d>o)[ ]u[ ]f[ ](?:t[ ])?(?:(?P<x>x)[ ])?(?P<m>o)[ ](?:x[ ])?u"
        "(?:[ ,](?:f[ ])?(?:t[ ])?(?:u[ ])?(?:(?P<G>E)[ ](?P<s>[nmv])|(?P<Y>Y)(?:[(](?P<y2>y)[)]?)?|(?P<y>y)))"
    ),
    "the_day": "(?P<d>o)(?![ -](?:c|M|U|W|u|s|o|n))(?:[ ](?P<l>l)|[ ]f[ ](?P<L>L)[ ]u)?",
    "inst": "(?P<d>[no])[ ,](?P<l>l)",
    "numeric_range": "(?P<N1>[NI])(?:-|[ ]r[ ])(?P<N2>[NI])",
    "iso": "(?P<I>I)",
    "numeric": f"(?P<N>N){_STYLE}",
    "months_years": f"{_PART}(?P<m1>M)[ ,]{_year('1')}(?:-|[ ]r[ ])(?:(?P<p2>p)[ -])?(?P<m2>M)[ ,]{_year('2')}",
    "months": f"{_PART}(?P<m1>M)(?:[-/]|[ ]r[ ])(?:(?P<p2>p)[ -])?(?P<m2>M)[ ,]{_year()}",
    "between_months": f"b[ ](?P<m1>M)[ ]a[ ](?P<m2>M)[ ,]{_year()}",
    "between_months_years": f"b[ ](?P<m1>M)[ ,]{_year('1')}[ ]a[ ](?P<m2>M)[ ,]{_year('2')}",
    "month_list": f"(?P<m>M)(?:[ ,]a[ ]|,)(?=(?:M,){{0,4}}(?:M[ ,]a[ ])?M[ ,]{_year()})",
    "month": f"{_PART}(?P<m>M)[ ,](?:f[ ])?{_year()}{_STYLE}",
    "month_of": f"{_PART}(?P<m>M)[ ]f[ ](?:(?P<L>L)[ ]u|(?P<t>t)[ ])",
    "last_month": "(?P<L>L)[ ](?P<m>M)(?![ ](?:n|o))",
    "month_alone": f"{_PART}(?P<m>M)(?![ ,.]?[noNIyh])",
    "season": f"{_PART}(?P<s>s)(?:[ ,-]|[ ]f[ ]|[ ]f[ ]t[ ]u[ ])(?P<y>y)(?:[-/](?P<y2>[nmy]))?(?:[ ~]g)?",
    "decade_range": "(?P<S1>S)(?:-|[ ]r[ ])(?P<S2>S)",
    "decade_named": "(?P<u>u)[ ](?P<y>y)",
    "decade": f"{_PART}(?P<S>S)(?:[ ][ug](?![ ]A))?",
    "century_range": "(?P<o1>[ov])(?:-|[ ]r[ ](?:t[ ])?|[/])(?P<o2>[ov])[ .~-]c(?:[ ](?P<e>e))?",
    "century_list": "(?P<o1>[ov])(?:[ ]a[ ]|,)(?:t[ ])?(?=[ov][ .~-]c(?:[ ](?P<e>e))?)",
    "century": f"{_PART}(?P<o>[ov])[ .~-]c(?:[ ](?P<e>e))?",
    "years": (
        f"(?:(?P<p>p)[ -](?:(?:i[ ])?f[ ])?)?{_year('1')}(?:-|[ ]r[ ](?:t[ ])?)"
        f"(?:(?P<p2>p)[ -](?:f[ ])?)?(?:(?P<n2>[nm](?![ .,]M|[ ]e|-))|{_year('2')})(?![-/])"
    ),
    "split_year": "(?P<y1>y)/(?P<n2>[nmy])(?:-(?P<n3>[nm]))?(?![-/])",
    "between_years": f"b[ ]{_year('1')}[ ]a[ ]{_year('2')}",
    "year": f"{_PART}(?:(?P<q>q)[ ])?{_year()}",
    "weekday": "(?P<L>L[ ])?(?P<w>W)",
    "time": "(?P<T>T)(?:(?:-|[ ]r[ ])(?P<T2>T))?",
    "time_words": "(?P<n>[wn])[ ](?P<K>K)",
    "relative": "(?P<R>R)",
    "ago": "(?P<n>[nwm])[ ](?P<u>u)[ ](?P<A>A)",
    "last_unit": "(?P<L>L)[ ](?P<u>[us])",
}


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    parts = {name: re.compile(form) for name, form in _FORMS.items()}
    bare = (f"(?P<{name}>{re.sub(r'[?]P<[^>]+>', '?:', form)})" for name, form in _FORMS.items())
    return re.compile(f"(?={_BEGINS})(?:{'|'.join(bare)})"), parts


def candidates(letters: str, position: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the forms that begin at the next place where any does, from `position` on, the likeliest first."""
    any_form, forms = _compiled()
    found = any_form.search(letters, position)
    if found is None or found.lastgroup is None:
        return
    names = list(forms)
    for name in names[names.index(found.lastgroup) :]:
        if match := forms[name].match(letters, found.start()):
            yield name, match
