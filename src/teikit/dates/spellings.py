"""What documents call their calendars."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Names as they are met in `@calendar`, `@datingMethod` and the addresses that these point to, folded: without marks,
# case, spaces and punctuation. The numbers are Wikidata's for the calendars and their proleptic forms.
_SPELLINGS = {
    "gregorian": (
        "greg gregorian gregoriancalendar newstyle ns gregorien calendriergregorien gregorianisch "
        "gregorianischerkalender gregoriano calendariogregoriano gregorianus prolepticgregorian gregory "
        "prolepticgregoriancalendar miladi q12138 q1985727 григорианский григорианскийкалендарь новыйстиль "
        "нс западныйстиль 西曆 西历 公曆 公历 新曆 新历 格里曆 格里历 ميلادي الميلادي التقويمالميلادي"
    ),
    "julian": (
        "jul julian juliancalendar oldstyle os julien calendrierjulien julianisch julianischerkalender "
        "juliano giuliano calendariogiuliano calendariojuliano julianus prolepticjulian "
        "prolepticjuliancalendar sharqi q11184 q1985786 юлианский юлианскийкалендарь старыйстиль сс 儒略曆 "
        "儒略历 俄曆 俄历 يولياني التقويماليولياني"
    ),
    "minguo": (
        "minguo minguocalendar mingguo roc roccalendar republicofchina republicofchinacalendar taiwan 民國 "
        "民国 民國紀年 民国纪年 民國曆 民国历 中華民國 中华民国"
    ),
    "chinese": (
        "chinese chinesecalendar chineselunisolar chineselunisolarcalendar lunisolar chineselunar "
        "lunarchinese nongli yinli xiali qing qingcalendar chinois calendrierchinois chinesisch "
        "chinesischerkalender китайский китайскийкалендарь q32823 農曆 农历 陰曆 阴历 夏曆 夏历 舊曆 旧历 "
        "時憲曆 时宪历 中曆"
    ),
    "rumi": (
        "rumi rumicalendar mali maliyye maliye malicalendar ottomanfiscal ottomanfiscalcalendar "
        "fiscalottoman ottoman ottomancalendar ottomanrumi rumitakvim rumitakvimi calendrierottoman "
        "osmanisch مالي المالية رومي"
    ),
    "islamic": (
        "islamic islamiccalendar islamiccivil hijri hijra hegira hijricalendar hijriqamari qamari "
        "lunarhijri higri higra hegire heqiri hidschri hidschra islamisch islamischerkalender islamique "
        "calendriermusulman calendrierhegirien muslim muslimcalendar mohammedan ah annohegirae hicri "
        "hicritakvim islamico calendarioislamico исламский исламскийкалендарь хиджра q28892 هجري الهجري "
        "هجريقمري التقويمالهجري تقويمهجري 伊斯蘭曆 伊斯兰历 回曆 回历"
    ),
    "islamic-tbla": "islamictbla",
    "islamic-umalqura": "islamicumalqura ummalqura umalqura ummalquracalendar أمالقرى",
    "hebrew": (
        "hebrew hebrewcalendar jewish jewishcalendar hebraique calendrierhebraique calendrierhebreu juif "
        "hebraisch judisch judischerkalender ebraico calendarioebraico еврейский еврейскийкалендарь q44722 "
        "עברי הלוחהעברי 希伯來曆 希伯来历"
    ),
    "republican": (
        "republican republicancalendar frenchrepublican frenchrepublicancalendar frenchrevolutionary "
        "frenchrevolutionarycalendar revolutionary revolutionarycalendar republicain calendrierrepublicain "
        "revolutionnaire republikanisch franzosischerrevolutionskalender revolutionskalender q181974 "
        "республиканский французскийреспубликанскийкалендарь 法國共和曆 法国共和历"
    ),
    "coptic": (
        "coptic copticcalendar alexandrian copte calendriercopte koptisch koptischerkalender annomartyrum "
        "eraofmartyrs eraofthemartyrs copto коптский قبطي القبطي"
    ),
    "byzantine": (
        "byzantine byzantinecalendar byzantineera creationofworld creationoftheworld "
        "sincethecreationoftheworld sincecreationoftheworld etonkosmou constantinopolitan byzantin "
        "calendrierbyzantin byzantinisch отсотворениямира сотворениямира византийский византийскийкалендарь "
        "ετοςκοσμου"
    ),
    "japanese": (
        "japanese japanesecalendar nengo wareki gengo japonais calendrierjaponais japanisch японский "
        "японскийкалендарь 和曆 和历 和暦 元号 元號 年号 年號"
    ),
}
_WORD = re.compile(r"[\W_]+")
_AFFIXES = ("calendar", "cal")


@lru_cache(maxsize=1)
def _calendars() -> dict[str, str]:
    return {folded(word): calendar for calendar, words in _SPELLINGS.items() for word in words.split()}


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """Return a name without marks, case, spaces and punctuation: `Mālī` and `mali` are one."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return _WORD.sub("", "".join(each for each in apart if not unicodedata.combining(each)))


def calendar_of(name: str) -> str | None:
    """Return the calendar that a name means (`Julian`, `oldStyle`, `O.S.`, `cal_julian` …), or None.

    Case, marks, spaces, punctuation and a prefix `cal` do not matter. Only whole names count: "Julian, year from
    Annunciation" is another way of reckoning, and not known; nor are calendars without rules here, such as the
    Persian or the Shalivahana era.
    """
    word, known = folded(name), _calendars()
    found = known.get(word)
    for affix in _AFFIXES if found is None else ():
        found = found or known.get(word.removeprefix(affix))
    return found
