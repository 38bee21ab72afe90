"""ISO 639-3 codes of languages, by their BCP 47 tags."""

from __future__ import annotations

_PAIRS = (
    "aaaarababkaeaveafafrakakaamamhanargararaasasmavavaayaymazazebabakbebelbgbulbibisbmbambnbenbobodbrbrebsboscacat"
    "cechechchacocoscrcrecscescuchucvchvcycymdadandedeudvdivdzdzoeeeweelellenengeoepoesspaetesteueusfafasfffulfifin"
    "fjfijfofaofrfrafyfrygaglegdglaglglggngrngugujgvglvhahauhehebhihinhohmohrhrvhthathuhunhyhyehzheriainaidindieile"
    "igiboiiiiiikipkioidoisislititaiuikujajpnjvjavkakatkgkonkikikkjkuakkkazklkalkmkhmknkankokorkrkaukskaskukurkvkom"
    "kwcorkykirlalatlbltzlgluglilimlnlinlolaoltlitlulublvlavmgmlgmhmahmimrimkmkdmlmalmnmonmrmarmsmsamtmltmymyananau"
    "nbnobndndenenepngndonlnldnnnnononornrnblnvnavnynyaocociojojiomormororiososspapanpipliplpolpspusptporququermroh"
    "rnrunroronrurusrwkinsasanscsrdsdsndsesmesgsagshhbssisinskslkslslvsmsmosnsnasosomsqsqisrsrpsssswstsotsusunsvswe"
    "swswatatamteteltgtgkththatitirtktuktltgltntsntotontrturtstsotttattwtwitytahuguigukukrururduzuzbvevenvivievovol"
    "wawlnwowolxhxhoyiyidyoyorzazhazhzhozuzul"
)
"""Two letters of ISO 639-1 and three of ISO 639-3, one pair after the other."""

_COLLECTIONS = (
    "aavafaalgalvapaaqaaqlartathaufausawdazcbadbaibatberbihbntbtkcaicaucbaccnccscdccddcelcmccpecpfcppcrpcsucusdaydm"
    "ndraegxesxeuqfiufoxgemgmegmqgmwgrkhmxhokhyxiirijoincineirairoitcjpxkarkdokhikromapmkhmnomunmynnahnaingfnicnubo"
    "mqomvotopaaphiplfpozpqepqwpraqweroasaisalsdvsemsgnsiositslasmisonsqjssasydtaitbqtrktuptuttuwurjwakwenxgnxndypk"
    "zhxzlezlszlwznd"
)
"""Three letters that mean a family of languages (ISO 639-5), for which ISO 639-3 has no code."""


def iso639_3(tag: str) -> str:
    """Return the code of a tag's language, '' where the tag names none or a family of languages.

    `zh-Hant` gives `zho`; a tag that begins with three letters of the registry is its own code.
    """
    from teikit.checks.subtags import languages

    primary = tag.strip().partition("-")[0].casefold()
    if len(primary) == 2:
        return next((_PAIRS[at + 2 : at + 5] for at in range(0, len(_PAIRS), 5) if _PAIRS[at : at + 2] == primary), "")
    if len(primary) != 3 or primary not in languages():
        return ""
    is_collection = any(_COLLECTIONS[at : at + 3] == primary for at in range(0, len(_COLLECTIONS), 3))
    return "" if is_collection else primary
