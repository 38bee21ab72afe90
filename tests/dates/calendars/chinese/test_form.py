"""The custom form of the Chinese calendar: what is read, what is written, and what is refused."""

import time
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.dates import CalendarDate, DateError, calendar_named, to_gregorian
from teikit.dates.calendars.chinese import cyclical
from teikit.dates.calendars.chinese.eras import ERAS

CHINESE = calendar_named("chinese")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1917-12-01", "1917-12-01"),
        ("1917-12-1", "1917-12-01"),
        (" 1917-12-01 ", "1917-12-01"),
        ("1917-12-01T10:00:00Z", "1917-12-01"),
        ("１９１７-12-01", "1917-12-01"),
        ("1917-12", "1917-12"),
        ("1917", "1917"),
        ("1917-02L-01", "1917-02L-01"),
        ("1917-2l-1", "1917-02L-01"),
        ("1917-L02-01", "1917-02L-01"),
        ("1917-閏2-01", "1917-02L-01"),
        ("1917-02閏-01", "1917-02L-01"),
        ("1917-闰02-01", "1917-02L-01"),
        ("1917-02L", "1917-02L"),
        ("丁巳-12-01", "1917-12-01"),
        ("丁巳12-01", "1917-12-01"),
        ("丁巳-閏2-01", "1917-02L-01"),
        ("丁巳-L2-01", "1917-02L-01"),
        ("丁巳", "1917"),
        ("Dingsi-12-01", "1917-12-01"),
        ("dīngsì-12-01", "1917-12-01"),
        ("Ding-si-12-01", "1917-12-01"),
        ("Ting-ssu-12-01", "1917-12-01"),
        ("甲子-01-01", "1864-01-01"),
        ("癸亥-01-01", "1923-01-01"),
        ("光緒34-10-21", "Guangxu-34-10-21"),
        ("光緒-34-10-21", "Guangxu-34-10-21"),
        ("光绪34-10-21", "Guangxu-34-10-21"),
        ("大清光緒34-10-21", "Guangxu-34-10-21"),
        ("Guangxu-34-10-21", "Guangxu-34-10-21"),
        ("Guāngxù34-10-21", "Guangxu-34-10-21"),
        ("guangxu-34-10-21", "Guangxu-34-10-21"),
        ("Kuang-hsü-34-10-21", "Guangxu-34-10-21"),
        ("Kuang-hsu-34-10-21", "Guangxu-34-10-21"),
        ("光緒戊申-10-21", "Guangxu-34-10-21"),
        ("Guangxu-Wushen-10-21", "Guangxu-34-10-21"),
        ("光緒33-閏1", None),
        ("光緒元-01-01", "Guangxu-1-01-01"),
        ("光緒元", "Guangxu-1"),
        ("咸豐丁巳-12-01", "Xianfeng-7-12-01"),
        ("民國丁巳-12-01", "Minguo-6-12-01"),
        ("K'ang-hsi-61-11-13", "Kangxi-61-11-13"),
        ("K’ang-hsi-61-11-13", "Kangxi-61-11-13"),
        ("Hsüan-t'ung-3-08-19", "Xuantong-3-08-19"),
    ],
)
def test_what_is_read_has_one_writing(value: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(DateError, match="no leap 1st month"):
            to_gregorian(value, "chinese")
        return
    date = CHINESE.parse(value)
    assert CHINESE.write(date) == written
    assert CHINESE.parse(written) == date
    assert to_gregorian(value, "chinese") == to_gregorian(written, "chinese")


# First and last lunisolar year and the number of years, from tables of reigns.
@pytest.mark.parametrize(
    ("spellings", "first", "years"),
    [
        ("順治 顺治 Shunzhi Shùnzhì Shun-chih", 1644, 18),
        ("康熙 Kangxi Kāngxī K'ang-hsi", 1662, 61),
        ("雍正 Yongzheng Yōngzhèng Yung-cheng", 1723, 13),
        ("乾隆 Qianlong Qiánlóng Ch'ien-lung", 1736, 60),
        ("嘉慶 嘉庆 Jiaqing Jiāqìng Chia-ch'ing", 1796, 25),
        ("道光 Daoguang Dàoguāng Tao-kuang", 1821, 30),
        ("咸豐 咸丰 Xianfeng Xiánfēng Hsien-feng", 1851, 11),
        ("同治 Tongzhi Tóngzhì T'ung-chih", 1862, 13),
        ("光緒 光绪 Guangxu Guāngxù Kuang-hsü", 1875, 34),
        ("宣統 宣统 Xuantong Xuāntǒng Hsüan-t'ung", 1909, 3),
    ],
)
def test_the_eras_of_the_qing(spellings: str, first: int, years: int) -> None:
    for spelling in spellings.split():
        assert CHINESE.days(CHINESE.parse(f"{spelling}-1-01-01")) == CHINESE.days(CalendarDate(first, 1, 1))
        assert CHINESE.days(CHINESE.parse(f"{spelling}{years}")) == CHINESE.days(CalendarDate(first + years - 1))
        for year in (0, years + 1):
            with pytest.raises(DateError) as refusal:
                to_gregorian(f"{spelling}-{year}-01-01", "chinese")
            assert refusal.value.part == "year"


def test_the_eras_follow_each_other() -> None:
    for before, after in pairwise(ERAS):
        assert before.last is not None
        assert before.last + 1 == after.first


def test_lunisolar_years_of_the_republic() -> None:
    assert to_gregorian("民國7-01-01", "chinese").day == "1918-02-11"
    assert CHINESE.words(CHINESE.parse("Min-kuo-7-01-01")) == "1st day of the 1st month, Minguo 7 (1918)"


# Wade-Giles and Pinyin of some years, from tables of the cycle.
@pytest.mark.parametrize(
    ("year", "names"),
    [
        (1894, "甲午 Jiawu Chia-wu"),
        (1898, "戊戌 Wuxu Wu-hsü"),
        (1900, "庚子 Gengzi Keng-tzu"),
        (1901, "辛丑 Xinchou Hsin-ch'ou"),
        (1911, "辛亥 Xinhai Hsin-hai"),
        (1918, "戊午 Wuwu Wu-wu"),
        (1885, "乙酉 Yiyou I-yu"),
    ],
)
def test_years_with_names_known_from_history(year: int, names: str) -> None:
    for name in names.split():
        assert cyclical.years(name, 1864, 1923) == (year,)
        assert CHINESE.parse(f"{name}-01-01") == CalendarDate(year, 1, 1)
    assert names.startswith(f"{cyclical.characters(year)} {cyclical.pinyin(year)}")


def test_sixty_names_in_three_writings_are_all_different() -> None:
    assert cyclical.years("丁巳", 1840, 1949) == (1857, 1917)
    assert cyclical.years("丁丁", 1840, 1949) is None
    for year in range(1864, 1924):
        assert cyclical.years(cyclical.characters(year), 1800, 2000) == cyclical.years(
            cyclical.pinyin(year), 1800, 2000
        )
        assert cyclical.years(cyclical.pinyin(year), 1864, 1923) == (year,)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1917-12-01", "1st day of the 12th month, Dingsi (1917)"),
        ("丁巳-02L-22", "22nd day of the leap 2nd month, Dingsi (1917)"),
        ("1917-12", "12th month, Dingsi (1917)"),
        ("1917", "Dingsi (1917)"),
        ("光緒34-11-13", "13th day of the 11th month, Guangxu 34 (1908)"),
        ("宣統3", "Xuantong 3 (1911)"),
    ],
)
def test_words(value: str, words: str) -> None:
    assert CHINESE.words(CHINESE.parse(value)) == words


def test_the_names_of_the_months() -> None:
    names = CHINESE.months(1917)
    assert len(names) == 12
    assert (names[0], names[1], names[2], names[10], names[11]) == (
        "1st month",
        "2nd month",
        "3rd month",
        "11th month",
        "12th month",
    )


REFUSED = {
    "form": (
        "|22 November 1917|1917/12/01|19171201|1917-12-01-01|-1917-12-01|1917-|1917-12-|-12-01|L1917|1917L-12-01|"
        "1917-12-01L|"
        "1917-12-L01|光緒|Guangxu|光緒-L2-01|Guangxu-|Foo-34-10-21|丁丁-12-01|丁-12-01|巳丁-12-01|丁巳-12-01-01|光緒34-10-21-01|光緒foo-1|"
        "光緒丁丁-01-01|1917 12 01|丁巳 12-01|丁巳年十二月初一|1917-12--01|1917--12-01|12.01.1917|L2|"
        "閏2-01|1917-LL2-01|1917-LL-01|"
        "元-01-01|光緒元元|1917-12T10:00|١٩١٧-١٢-٠١|1917-+2-01|1917-0x2-01|--12-01|---01|K'ang-hsi|'|-|丁巳-十二-初一"
    ),
    "year": (
        "1582-01-01|2101-01-01|0-01-01|0000-01-01|1-01-01|9999-12-30|999999|光緒35-01-01|光緒0-01-01|光緒00|順治19|康熙62|雍正14|乾隆61|"
        "嘉慶26|道光31|咸豐12|同治14|宣統4-01-01|Xuantong-4|民國0|民國190|光緒丁巳-12-01|宣統丁巳-12-01|康熙壬寅-01-01|Guangxu-999"
    ),
    "month": (
        "1917-13-01|1917-00-01|1917-13|1917-0|1917-03L-01|1917-L1-01|1917-13L-01|1917-00L-01|1918-02L-01|丁巳-13-01|丁巳-閏3-01|光緒34-13-01|"
        "光緒34-閏2-01|1917-99|戊午-L12-01"
    ),
    "day": (
        "1917-12-31|1917-12-00|1917-02L-30|1917-02L-00|1917-02L-31|1917-12-99|丁巳-12-31|丁巳-02L-30|光緒34-10-31|光緒34-10-0|1918-01-31|1917-02-30"
    ),
}


@pytest.mark.parametrize(
    ("value", "part"), [(value, part) for part, text in REFUSED.items() for value in text.split("|")]
)
def test_what_cannot_be_is_refused_by_its_part(value: str, part: str) -> None:
    with pytest.raises(DateError) as refusal:
        to_gregorian(value, "chinese")
    assert refusal.value.part == part
    assert f'"{value}"' in refusal.value.message


def test_the_refusal_says_what_there_is() -> None:
    for value, said in (
        ("1917-03L-01", "its leap month is 02L"),
        ("1918-02L-01", "it has none"),
        ("1917-02L-30", "which has 29"),
        ("光緒35-01-01", "had 34 years, 1875 to 1908"),
        ("康熙壬寅-01-01", "Kangxi-1 and Kangxi-61"),
    ):
        with pytest.raises(DateError, match=said):
            to_gregorian(value, "chinese")


@pytest.mark.parametrize(
    "text", ["a-" * 50000 + "!", "1-" * 50000, "閏" * 50000 + "1", "光緒" * 50000, "1917-12-01T" + ":" * 50000 + "x"]
)
def test_long_text_takes_no_time(text: str) -> None:
    began = time.perf_counter()
    with pytest.raises(DateError):
        CHINESE.parse(text)
    assert time.perf_counter() - began < 1


@given(st.text("0123456789-LT閏光緒康熙壬寅丁巳元Guangxu'", max_size=20))
def test_no_text_does_worse_than_a_date_error(text: str) -> None:
    with suppress(DateError):
        to_gregorian(text, "chinese")
        date = CHINESE.parse(text)
        assert CHINESE.parse(CHINESE.write(date)) == date
        assert CHINESE.words(date)
