"""Months that texts of several languages name: Islamic, Hebrew, Coptic, Republican, and those of the Levant.

Each line has the spellings of one month; an underscore stands for the space or the hyphen within a name.
"""

from __future__ import annotations

from teikit.dates.spot.vocabulary.words import Word, fold

_ISLAMIC = """
muharram muḥarram moharram muh muḥ محرم المحرم محرّم
safar ṣafar saf ṣaf safer sefer صفر
rabi_al_awwal rabi_i rabi_1 rab_i rab_1 rabī_al_awwal rabi_ul_awwal rabi_ul_evvel rabi_el_awal rebiulevvel \
rebiülevvel rebi_ül_evvel ربيع_الأول ربيع_الاول
rabi_al_thani rabi_ii rabi_2 rab_ii rab_2 rabi_al_akhir rabi_ath_thani rabi_uth_thani rabi_us_sani rebiulahir \
rebiülahir rebi_ül_ahir ربيع_الثاني ربيع_الآخر ربيع_الاخر
jumada_al_ula jumada_l_awwal jumada_al_awwal jumada_i jumada_1 jum_i jum_1 jumada_l_ula cemaziyelevvel \
cemaziyülevvel \
جمادى_الأولى جمادى_الاولى جمادى_الأول
jumada_al_akhira jumada_al_thani jumada_al_thaniya jumada_t_tania jumada_t_thaniya jumada_l_akhira jumada_ii \
jumada_2 jum_ii jum_2 jumada_al_akhirah \
cemaziyelahir cemaziyülahir جمادى_الآخرة جمادى_الثانية جمادى_الاخرة جمادى_الثاني
rajab raj receb radjab رجب
shaban shaʿbān shab shub shaabān shaaban şaban chaban شعبان
ramadan ramaḍān ram ramazan ramadhan ramzan رمضان
shawwal shawwāl shaw shawal şevval chawwal شوال
dhu_al_qada dhu_l_qada dhu_al_qaida dhu_al_qidah dhu_al_qadah dhu_q zilkade zulqada zi_l_kade ذو_القعدة ذي_القعدة
dhu_al_hijja dhu_l_hijja dhu_al_hijjah dhu_ul_hijjah dhu_h zilhicce zulhijja zi_l_hicce zi_l_hicca ذو_الحجة ذي_الحجة
"""
_HEBREW = """
nisan ניסן
iyar iyyar אייר
sivan siwan סיון סיוון
tammuz tamuz תמוז
av ab אב
elul אלול
tishri tishrei תשרי
marcheshvan cheshvan heshvan marheshvan חשון חשוון מרחשון
kislev kislew כסלו
tevet tebeth teveth טבת
shevat shvat sebat שבט
adar adar_i adar_1 אדר
adar_ii adar_2 adar_sheni
"""
_COPTIC = """
thout thoth tut توت
paopi baba paopi بابة بابه
hathor hatur هاتور
koiak kiyahk koiak كيهك
tobi tubah tobe طوبة طوبه
meshir amshir mechir أمشير
paremhat baramhat برمهات
paremoude parmouti baramouda baramudah برمودة
pashons bashans بشنس
paoni ba'una baouna بؤونة
epip abib أبيب
mesori misra mesra مسرى
pi_kogi_enavot nasie nasi النسيء
"""
_REPUBLICAN = """
vendémiaire vendemiaire vend
brumaire brum
frimaire frim
nivôse nivose niv
pluviôse pluviose pluv
ventôse ventose vent
germinal germ
floréal floreal flor
prairial prair
messidor mess
thermidor therm
fructidor fruct
sansculottides complementary_day jours_complémentaires jour_complémentaire
"""
_LEVANT = """
kanun_al_thani kanun_ii kanun_2 kan_ii kan_2 كانون_الثاني kanunusani kanunısani kanun_i_sani ocak
shubat shub şubat subat شباط
adhar ādhār adh mart اذار آذار مارت
nisan nīsān nis نيسان
ayyar ayyār ayy mayıs mayis ايار أيار مايس
haziran ḥazīrān haz حزيران
tammuz tammūz tam temmuz تموز
ab āb ağustos agustos آب اغستوس
aylul aylūl ayl eylul eylül ايلول أيلول
tishrin_al_awwal tishrin_i tishrin_1 tish_i tish_1 تشرين_الأول تشرين_الاول teşrinievvel teşrin_i_evvel ekim
tishrin_al_thani tishrin_ii tishrin_2 tish_ii tish_2 تشرين_الثاني teşrinisani teşrin_i_sani kasım
kanun_al_awwal kanun_i kanun_1 kan_i kan_1 كانون_الأول كانون_الاول kanunuevvel kânunuevvel kanun_i_evvel aralık
"""
_FAMILIES = {"islamic": _ISLAMIC, "hebrew": _HEBREW, "coptic": _COPTIC, "republican": _REPUBLICAN, "roman": _LEVANT}
_AMBIGUOUS = (
    "ram saf raj shaw muh shab shub ab av adh tam ayl haz vend brum frim niv pluv vent germ flor prair mess therm "
    "fruct baba tut misra abib nasi tobe ocak ekim mart nis ayy hathor thoth subat"
)
"""Words that mean something else in running text: they are months only where the calendar is given."""


def calendar_months(calendar: str) -> dict[str, Word]:
    """Return the months that a text may name whose dates are in `calendar`; an ambiguous name is of that calendar."""
    first = {"hebrew": "hebrew", "coptic": "coptic", "republican": "republican", "islamic": "islamic"}.get(calendar)
    families = [first or ("roman" if calendar in ("rumi", "julian") else "islamic"), *_FAMILIES]
    given = calendar != "gregorian"
    found: dict[str, Word] = {}
    unsure = frozenset(_AMBIGUOUS.split())
    for family in families:
        for number, line in enumerate(_FAMILIES[family].strip().splitlines(), 1):
            for spelling in line.split():
                key = " ".join(fold(part) for part in spelling.split("_"))
                if given or key not in unsure:
                    found.setdefault(key, Word("M", number, family, "name" if key in unsure else "", True))
    return found
