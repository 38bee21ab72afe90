"""Dates in German, French, Russian and Chinese, by hand; and what is not read stands as it is."""

import pytest
from tests.xslt.dates.wording import called, worded

LANGUAGES = ("de", "fr", "ru", "zh")

WORDS = {
    ("gregorian", "1917-12-05"): ("5. Dezember 1917", "5 décembre 1917", "5 декабря 1917 г.", "1917年12月5日"),
    ("gregorian", "1918-03-01"): ("1. März 1918", "1er mars 1918", "1 марта 1918 г.", "1918年3月1日"),
    ("gregorian", "1918-05"): ("Mai 1918", "mai 1918", "май 1918 г.", "1918年5月"),
    ("gregorian", "1918"): ("1918", "1918", "1918 г.", "1918年"),
    ("gregorian", "-0044-03-15"): (
        "15. März 44 v. Chr.",
        "15 mars 44 av. J.-C.",
        "15 марта 44 до н. э.",
        "公元前44年3月15日",
    ),
    ("gregorian", "--02-20"): ("20. Februar", "20 février", "20 февраля", "2月20日"),
    ("gregorian", "---22"): ("der 22.", "le 22", "22-е число", "22日"),
    ("gregorian", "1918-01-24T13:00:00"): (
        "24. Januar 1918, 13:00",
        "24 janvier 1918, 13:00",
        "24 января 1918 г., 13:00",
        "1918年1月24日 13:00",
    ),
    ("julian", "1917-11-22"): ("22. November 1917", "22 novembre 1917", "22 ноября 1917 г.", "1917年11月22日"),
    ("minguo", "0007-02-12"): (
        "12. Februar, Minguo 7",
        "12 février, Minguo 7",
        "12 февраля 7 г. Миньго",
        "民國七年二月十二日",
    ),
    ("minguo", "0001-01-21"): (
        "21. Januar, Minguo 1",
        "21 janvier, Minguo 1",
        "21 января 1 г. Миньго",
        "民國元年一月二十一日",
    ),
    ("rumi", "1257-03-11"): ("11. Mai 1257 Rumi", "11 mai 1257 roumi", "11 мая 1257 г.", "魯米曆1257年5月11日"),
    ("rumi", "1334-01-01"): (
        "1. Januar 1334 Rumi",
        "1er janvier 1334 roumi",
        "1 января 1334 г.",
        "魯米曆1334年1月1日",
    ),
    ("islamic", "1336-02-20"): (
        "20. Safar 1336 AH",
        "20 safar 1336 AH",
        "20 сафара 1336 г. хиджры",
        "伊斯蘭曆1336年2月20日",
    ),
    ("islamic", "1336-11"): (
        "Dhū l-Qaʿda 1336 AH",
        "dhou al-qida 1336 AH",
        "зу-ль-каада 1336 г. хиджры",
        "伊斯蘭曆1336年11月",
    ),
    ("hebrew", "5678-09-20"): ("20. Kislew 5678", "20 kislev 5678", "20 кислева 5678 г.", "5678年基斯流月20日"),
    ("hebrew", "5679-13-14"): ("14. Adar II 5679", "14 adar II 5679", "14 адара II 5679 г.", "5679年第二亞達月14日"),
    ("hebrew", "5678-12-14"): ("14. Adar 5678", "14 adar 5678", "14 адара 5678 г.", "5678年亞達月14日"),
    ("republican", "0002-11-09"): (
        "9. Thermidor, Jahr II",
        "9 thermidor an II",
        "9 термидора II года Республики",
        "法國共和曆2年熱月9日",
    ),
    ("republican", "0002-07-01"): (
        "1. Germinal, Jahr II",
        "1er germinal an II",
        "1 жерминаля II года Республики",
        "法國共和曆2年芽月1日",
    ),
    ("republican", "0003-13-06"): (
        "6. Ergänzungstag, Jahr III",
        "6e jour complémentaire an III",
        "6-й дополнительный день III года Республики",
        "法國共和曆3年第6補充日",
    ),
    ("republican", "0002-13-01"): (
        "1. Ergänzungstag, Jahr II",
        "1er jour complémentaire an II",
        "1-й дополнительный день II года Республики",
        "法國共和曆2年第1補充日",
    ),
    ("republican", "0002-13"): (
        "Ergänzungstage, Jahr II",
        "jours complémentaires an II",
        "дополнительные дни II года Республики",
        "法國共和曆2年補充日",
    ),
    ("byzantine", "6890-06-20"): (
        "20. Juni 6890 A. M. (byzantinisch)",
        "20 juin 6890 de l’ère byzantine",
        "20 июня 6890 г. от сотворения мира",
        "拜占庭曆6890年6月20日",
    ),
    ("coptic", "1634-03-26"): (
        "26. Hathyr 1634 A. M. (koptisch)",
        "26 hathyr 1634 de l’ère copte",
        "26 атира 1634 г. эры мучеников",
        "科普特曆1634年3月26日",
    ),
    ("chinese", "1917-12-01"): (
        "1. Tag des 12. Monats, Dingsi (1917)",
        "1er jour du 12e mois, Dingsi (1917)",
        "1-й день 12-го месяца, Динсы (1917)",
        "丁巳年十二月初一",
    ),
    ("chinese", "1917-02L-11"): (
        "11. Tag des 2. Schaltmonats, Dingsi (1917)",
        "11e jour du 2e mois intercalaire, Dingsi (1917)",
        "11-й день дополнительного 2-го месяца, Динсы (1917)",
        "丁巳年閏二月十一",
    ),
    ("chinese", "戊午-01-01"): (
        "1. Tag des 1. Monats, Wuwu (1918)",
        "1er jour du 1er mois, Wuwu (1918)",
        "1-й день 1-го месяца, Уу (1918)",
        "戊午年正月初一",
    ),
    ("chinese", "Guangxu-34-10-21"): (
        "21. Tag des 10. Monats, Guangxu 34 (1908)",
        "21e jour du 10e mois, Guangxu 34 (1908)",
        "21-й день 10-го месяца, Гуансюй 34 (1908)",
        "光緒三十四年十月二十一",
    ),
    ("japanese", "Taisho-7-02-12"): (
        "12. Februar, Taishō 7 (1918)",
        "12 février, Taishō 7 (1918)",
        "12 февраля 7 г. Тайсё (1918)",
        "大正7年2月12日",
    ),
    ("japanese", "昭和元-12-25"): (
        "25. Dezember, Shōwa 1 (1926)",
        "25 décembre, Shōwa 1 (1926)",
        "25 декабря 1 г. Сёва (1926)",
        "昭和元年12月25日",
    ),
}


@pytest.mark.parametrize(("calendar", "value"), WORDS)
def test_a_date_in_each_language(calendar: str, value: str) -> None:
    assert tuple(worded([value], calendar, language)[0] for language in LANGUAGES) == WORDS[calendar, value]


@pytest.mark.parametrize(
    ("calendar", "value"),
    [
        ("guild", "12-03-01"),
        ("", "1917-11-22"),
        ("julian", "the-22nd"),
        ("gregorian", "0000"),
        ("gregorian", "1917-13"),
        ("gregorian", "1917-12-32"),
        ("gregorian", "2001/2003"),
        ("rumi", "1333-11-01"),
        ("hebrew", "5678-13-01"),
        ("republican", "0002-14-01"),
        ("islamic", "-0001-01-01"),
        ("chinese", "1917-13-01"),
        ("chinese", "Nowhen-3-01-01"),
        ("japanese", "Meiji-5-11-03"),
        ("japanese", "7-02-12"),
    ],
)
def test_what_is_not_read_stands_as_it_is(calendar: str, value: str) -> None:
    assert [worded([value], calendar, language)[0] for language in ("en", *LANGUAGES)] == [value] * 5


def test_iso_has_a_year_0() -> None:
    assert worded(["0000", "-0043-03-15"], "iso") == ["1 BCE", "15 March 44 BCE"]


def test_simplified_characters_where_the_tag_asks_for_them() -> None:
    for tag in ("zh-Hans", "zh-CN", "zh-Hans-CN"):
        assert worded(["0007-02-12"], "minguo", tag) == ["民国七年二月十二日"]
        assert worded(["Guangxu-34-02L-01"], "chinese", tag) == ["光绪三十四年闰二月初一"]
    assert worded(["5678-10-01", "5679-13-01"], "hebrew", "zh-CN") == ["5678年提别月1日", "5679年第二亚达月1日"]
    assert worded(["0007-02-12"], "minguo", "zh-TW") == ["民國七年二月十二日"]


MONTHS = {
    "январь": "января",
    "март": "марта",
    "май": "мая",
    "сафар": "сафара",
    "зу-ль-каада": "зу-ль-каады",
    "зу-ль-хиджа": "зу-ль-хиджи",
    "адар II": "адара II",
    "джумада I": "джумады I",
    "раби II": "раби II",
    "месори": "месори",
    "тишрей": "тишрея",
}


def test_the_russian_genitive() -> None:
    assert called("f:genitive(.)", list(MONTHS)) == list(MONTHS.values())


def test_the_calendar_is_named_once() -> None:
    values = {
        "rumi": (
            "1257-03-11",
            "11 Mayıs 1257 Ottoman fiscal",
            "11. Mai 1257 Rumi",
            "11 mai 1257 roumi",
            "11 мая 1257 г. по календарю Руми",
            "魯米曆1257年5月11日",
        ),
        "hebrew": (
            "5678",
            "5678 AM (Hebrew)",
            "5678 jüdisch",
            "5678 hébraïque",
            "5678 г. по еврейскому календарю",
            "希伯來曆5678年",
        ),
        "minguo": ("0007", "Minguo 7", "Minguo 7", "Minguo 7", "7 г. Миньго", "民國七年"),
        "guild": ("12-03-01", *["12-03-01 guild"] * 5),
    }
    call = "f:in-calendar(f:value-in-words(., $calendar), $calendar)"
    for calendar, (value, *expected) in values.items():
        for language, words in zip(("en", *LANGUAGES), expected, strict=True):
            assert called(call, [value], calendar=calendar, **{"interface-language": language}) == [words]


def test_numbers_in_chinese() -> None:
    numbers = ["1", "9", "10", "11", "20", "31", "99", "100", "101", "110", "115", "120"]
    words = [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "三十一",
        "九十九",
        "一百",
        "一百零一",
        "一百一十",
        "一百一十五",
        "一百二十",
    ]
    assert called("f:chinese-number(xs:integer(.))", numbers) == words
