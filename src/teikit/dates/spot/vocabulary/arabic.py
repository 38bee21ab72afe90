"""Arabic, and the Ottoman Turkish of the same script; the months of the Levant and of Islam are in `months`."""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Vocabulary, Word, alike, joined, listed

_MONTHS = """
يناير
فبراير
مارس
ابريل أبريل إبريل نيسان
مايو أيار ايار
يونيو يونيه حزيران
يوليو يوليه تموز
اغسطس أغسطس آب
سبتمبر أيلول ايلول
اكتوبر أكتوبر
نوفمبر
ديسمبر
"""
_WEEKDAYS = "الاثنين الإثنين\nالثلاثاء\nالأربعاء الاربعاء\nالخميس\nالجمعة\nالسبت\nالأحد الاحد"


def arabic() -> Vocabulary:
    """Return the Arabic vocabulary."""
    words = joined(
        (
            listed("M", _MONTHS, name="roman"),
            {key: word._replace(number=word.number - 1) for key, word in listed("W", _WEEKDAYS).items()},
            alike("سنة سنه عام من شهر في فى يوم", Word("f")) | alike("الى إلى", Word("r")) | alike("و", Word("a")),
            alike("هـ ه هجرية هجري للهجرة", Word("e", 2, "islamic", stop=True)),
            alike("م ميلادية ميلادي", Word("e", 1, stop=True)),
            alike("رومية رومي مالية مالي", Word("e", 3, "rumi")),
            {"ق م": Word("e", -1, stop=True), "قبل الميلاد": Word("e", -1)},
            alike("أمس امس", Word("R", -1)) | alike("اليوم", Word("R", 0)) | alike("غدا", Word("R", 1)),
        )
    )
    return Vocabulary(words, r"(?:(?!))", False, r"(?:(?!))")
