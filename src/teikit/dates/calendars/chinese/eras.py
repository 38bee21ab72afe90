"""The eras whose years date a lunisolar year: those of the Qing, and the Republic of China.

Each era of the Qing began with a New Year, the one after the emperor's accession (1644 for Shunzhi).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from teikit.dates.calendars.names import folded
from teikit.dates.errors import DateError


class Era(NamedTuple):
    """An era: its name in Pinyin and in characters, its first and its last lunisolar year (None: it goes on).

    `spellings` are further names: simplified characters, variants, Wade-Giles.
    """

    name: str
    characters: str
    first: int
    last: int | None
    spellings: tuple[str, ...] = ()


ERAS = (
    Era("Shunzhi", "順治", 1644, 1661, ("顺治", "Shun-chih")),
    Era("Kangxi", "康熙", 1662, 1722, ("K'ang-hsi",)),
    Era("Yongzheng", "雍正", 1723, 1735, ("Yung-cheng",)),
    Era("Qianlong", "乾隆", 1736, 1795, ("Ch'ien-lung",)),
    Era("Jiaqing", "嘉慶", 1796, 1820, ("嘉庆", "Chia-ch'ing")),
    Era("Daoguang", "道光", 1821, 1850, ("Tao-kuang",)),
    Era("Xianfeng", "咸豐", 1851, 1861, ("咸丰", "Hsien-feng")),
    Era("Tongzhi", "同治", 1862, 1874, ("T'ung-chih",)),
    Era("Guangxu", "光緒", 1875, 1908, ("光绪", "光緖", "Kuang-hsü")),
    Era("Xuantong", "宣統", 1909, 1911, ("宣统", "Hsüan-t'ung")),
    Era("Minguo", "民國", 1912, None, ("民国", "中華民國", "中华民国", "Min-kuo")),
)


def era_named(name: str) -> Era | None:
    """Return the era of a name in characters (with or without 大清), Pinyin or Wade-Giles, or None."""
    return _spelled().get(folded(name))


def era_before(name: str) -> tuple[Era, str] | None:
    """Return the era with which a name begins, and the rest of it: 光緒戊申 gives Guangxu and 戊申."""
    text = folded(name)
    for spelling, era in _spelled().items():
        if text.startswith(spelling):
            return era, text[len(spelling) :]
    return None


def lunar_year(era: Era, year: int) -> int:
    """Return the lunisolar year that is a year of an era. Raises `DateError` where the era had no such year."""
    if year < 1:
        raise DateError(f"an era begins with year 1; {era.name} had no year {year}", "year")
    number = era.first + year - 1
    if era.last is not None and number > era.last:
        had = f"{era.name} ({era.characters}) had {era.last - era.first + 1} years, {era.first} to {era.last}"
        raise DateError(f"{had}; there is no {era.name} {year}", "year")
    return number


@lru_cache(maxsize=1)
def _spelled() -> dict[str, Era]:
    names = {folded(name): era for era in ERAS for name in (era.name, era.characters, *era.spellings)}
    return names | {f"大清{era.characters}": era for era in ERAS if era.name != "Minguo"}
