"""Russian, in the old spelling too where a month differs in it."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
январь января январе январем генваря
февраль февраля феврале февралем
март марта марте мартом
апрель апреля апреле апрелем апрѣля апрѣль
май мая мае маем
июнь июня июне июнем іюня іюнь
июль июля июле июлем іюля іюль
август августа августе августом
сентябрь сентября сентябре сентябрем
октябрь октября октябре октябрем
ноябрь ноября ноябре ноябрем
декабрь декабря декабре декабрем
"""
_SHORT = "янв\nфевр фев\n-\nапр\n-\n-\n-\nавг\nсент сен\nокт\nнояб ноя\nдек"
_WEEKDAYS = """
понедельник понедельника понедельнику
вторник вторника вторнику
среда среду
четверг четверга четвергу
пятница пятницу пятницы пятнице
суббота субботу субботы субботе
воскресенье воскресенья
"""
_ORDINALS = """
первого первое
второго второе
третьего третье
четвертого четвертое
пятого пятое
шестого шестое
седьмого седьмое
восьмого восьмое
девятого девятое
десятого десятое
одиннадцатого
двенадцатого
тринадцатого
четырнадцатого
пятнадцатого
шестнадцатого
семнадцатого
восемнадцатого
девятнадцатого
двадцатого
"""
_ONES = "один одну\nдва две\nтри\nчетыре\nпять\nшесть\nсемь\nвосемь\nдевять\nдесять"
_UNITS = "день дня дней\nнеделю недели недель\n-\nмесяц месяца месяцев\nлет"
_COUNTED = "человек рублей рубля руб верст километров км метров тонн экземпляров страниц солдат часов минут раз тыс"


def russian() -> Vocabulary:
    """Return the Russian vocabulary."""
    words = joined(
        (
            listed("M", _MONTHS, name="roman"),
            listed("M", _SHORT, name="roman", stop=True),
            {key: word._replace(number=word.number - 1) for key, word in listed("W", _WEEKDAYS).items()},
            listed("o", _ORDINALS, name="word"),
            listed("w", _ONES),
            {key: word._replace(number=word.number - 1) for key, word in listed("u", _UNITS).items()},
            alike("весна весны весной весною", Word("s", 21)) | alike("лето лета летом", Word("s", 22)),
            alike("осень осени осенью", Word("s", 23)) | alike("зима зимы зимой зимою зиму", Word("s", 24)),
            alike("век века веке веков вв", Word("c", stop=True)) | alike("и", Word("a")),
            alike("г гг", Word("g", stop=True)) | alike("год года году годах годы годов годъ", Word("g")),
            alike("в во къ к после перед", Word("i")) | alike("с со", Word("F")) | alike("между", Word("b")),
            alike("по до", Word("r")) | alike("от на", Word("O", 0, "the")),
            alike("начале начала начало", Word("p", 1, "early")) | alike("середине середина", Word("p", 2, "mid")),
            alike("конце конца конец", Word("p", 3, "late")) | alike("около примерно", Word("q")),
            alike("ок", Word("q", stop=True)),
            alike("вчера", Word("R", -1)) | alike("сегодня", Word("R", 0)) | alike("завтра", Word("R", 1)),
            alike("позавчера", Word("R", -2)) | alike("послезавтра", Word("R", 2)) | alike("назад", Word("A", -1)),
            alike("прошлый прошлого прошлой прошлую прошлом", Word("L", -1)),
            alike("будущего будущей следующего следующей", Word("L", 1)),
            alike("полдень", Word("T", 720)) | alike("полночь", Word("T", 0)) | alike("утром вечером", Word("D")),
            _PHRASES,
            alike(_COUNTED, Word("U")),
            alike("стр с № п ст", Word("X", 1, stop=True)) | alike("том т", Word("X", stop=True)),
        )
    )
    words["с"] = Word("F")
    return Vocabulary(words, r"(?:-?го\b|-?ого\b|-е\b|-му\b|-м\b)", False, _CLOCK)


_PHRASES = {
    **dict.fromkeys(("до н э", "до р х"), Word("e", -1, stop=True)),
    **dict.fromkeys(("н э", "по р х"), Word("e", 1, stop=True)),
    **dict.fromkeys(("ст ст", "ст стиля", "старого стиля", "по старому стилю"), Word("j", 0, "julian", stop=True)),
    **dict.fromkeys(("н ст", "нов ст", "нового стиля", "по новому стилю"), Word("j", 0, "gregorian", stop=True)),
    **dict.fromkeys(("с г", "сего года"), Word("l", 0, stop=True)),
    **dict.fromkeys(("с м", "сего месяца"), Word("l", 0, stop=True)),
}
_CLOCK = r"\s?(?:час(?:ов|а)?|ч\.)(?!\w)(?:\s+(?:(?P<am>утра|ночи)|(?P<pm>дня|вечера|пополудни))\b)?"
