"""News agencies under all the names that publishers print for them.

One table: a row is the short name we keep, then its other spellings. To add an agency, add a row; to add
a spelling, add it to the row. Letter case tells a name from a word, so names of one
word are found in a line only as listed or in capitals ("AP", "dpa"); names of two words or more, and longer
names standing alone, are found in any case.

Laws: pure; every function is linear in its input; the same name never leads to two agencies.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# short name: other names, in Latin script first. A name that is also an everyday word of its language
# ("Fars" a province, "Mehr" a month, "Beta", "Trend") is listed only with the word for agency beside it.
AGENCIES: Final[dict[str, tuple[str, ...]]] = {
    # the world
    "AFP": ("afp", "Afp", "Agence France-Presse", "Agence France Presse", "France Presse", "France-Presse",
            "АФП", "Франс Пресс", "Франс-Пресс", "أ ف ب", "ا ف ب", "أ.ف.ب", "ا.ف.ب", "أف ب", "فرانس برس",
            "وكالة الصحافة الفرنسية", "خبرگزاری فرانسه", "فرانس‌پرس", "ای‌اف‌پی", "اے ایف پی", "एएफपी", "এএফপি",
            "法新社", "AFP通信", "AFP時事", "AFP통신", "AFP BB News"),
    "AP": ("Associated Press", "The Associated Press", "The AP", "A.P.", "AP News", "APNews", "AP Photo",
           "Associated Press Writer", "Ассошиэйтед Пресс", "АП", "أسوشيتد برس", "أسوشييتد برس",
           "اسوشيتد برس", "الأسوشيتد برس", "أ ب", "أ.ب", "آسوشیتدپرس", "اسوشیتدپرس", "اے پی", "美联社",
           "美聯社", "AP通信", "AP통신"),
    "Reuters": ("Thomson Reuters", "Reuters News", "Reuters.com", "Рейтер", "Рейтерс", "Ройтерс", "رويترز",
                "رویترز", "رائٹرز", "רויטרס", "रॉयटर्स", "রয়টার্স", "รอยเตอร์", "Ρόιτερς", "路透社", "路透",
                "ロイター", "ロイター通信", "로이터", "로이터통신", "로이터 통신"),
    "Bloomberg": ("Bloomberg News", "Bloomberg L.P.", "Bloomberg LP", "Bloomberg.com", "Блумберг",
                  "بلومبرغ", "بلومبرج", "بلومبرگ", "彭博社", "彭博", "ブルームバーグ", "블룸버그"),
    "UPI": ("United Press International", "يونايتد برس إنترناشونال"),
    "EPA": ("EPA-EFE", "European Pressphoto Agency", "EPA Images"),
    # Europe
    "dpa": ("DPA", "Dpa", "Deutsche Presse-Agentur", "German Press Agency", "dpa-infocom", "dpa-AFX",
            "dpa-tmn", "dpa-Bildfunk", "dpa-Zentralbild", "ДПА", "د ب أ", "د.ب.أ",
            "وكالة الأنباء الألمانية", "德新社"),
    "AFX": ("AFX News",),
    "dts": ("DTS", "dts Nachrichtenagentur"),
    "ots": ("OTS", "news aktuell"),
    "epd": ("Evangelischer Pressedienst",),
    "KNA": ("kna", "Katholische Nachrichten-Agentur",),
    "SID": ("sid", "Sport-Informations-Dienst",),
    "APA": ("apa", "Austria Presse Agentur", "APA-OTS", "APAnews"),
    "ATS/Keystone": ("Keystone-SDA", "Keystone-ATS", "Keystone/SDA", "SDA", "sda", "ATS", "ats",
                     "SDA-Keystone", "Keystone", "Agence télégraphique suisse",
                     "Schweizerische Depeschenagentur"),
    "Belga": ("Agence Belga", "BELGA"),
    "ANP": ("anp", "Algemeen Nederlands Persbureau",),
    "PA": ("PA Media", "Press Association", "The Press Association", "PA News Agency"),
    "EFE": ("Efe", "efe", "Agencia EFE", "Agência EFE", "وكالة إفي", "إفي", "埃菲社"),
    "Europa Press": ("EuropaPress", "EUROPA PRESS"),
    "Lusa": ("Agência Lusa", "LUSA"),
    "ANSA": ("Ansa", "ansa", "Agenzia ANSA", "ANSA.it", "آنسا"),
    "AGI": ("Agi", "Agenzia Italia",),
    "Adnkronos": ("ADNKRONOS",),
    "LaPresse": ("Agenzia LaPresse",),
    "askanews": ("Askanews",),
    "Italpress": ("ITALPRESS", "Agenzia Italpress"),
    "Agenzia Nova": (),
    "Agenzia Dire": (),
    "Ritzau": ("Ritzaus Bureau", "Ritzau Scanpix", "RITZAU"),
    "NTB": ("Norsk Telegrambyrå",),
    "TT": ("Tidningarnas Telegrambyrå", "TT News Agency", "TT Nyhetsbyrån"),
    "STT": ("Suomen Tietotoimisto", "STT-Lehtikuva"),
    "BNS": ("Baltic News Service",),
    "ELTA": (),
    "LETA": (),
    "PAP": ("Polska Agencja Prasowa", "PAP.pl"),
    "ČTK": ("CTK", "Česká tisková kancelář", "ČTK/AP"),
    "TASR": (),
    "MTI": ("Magyar Távirati Iroda",),
    "Agerpres": ("AGERPRES",),
    "Mediafax": ("MEDIAFAX",),
    "BTA": ("БТА", "Българска телеграфна агенция", "Bulgarian News Agency"),
    "Tanjug": ("Танјуг", "TANJUG"),
    "HINA": (),
    "FENA": (),
    "SRNA": ("Срна",),
    "ANA-MPA": ("ΑΠΕ-ΜΠΕ", "AMNA", "Athens News Agency"),
    "Anadolu": ("AA", "Anadolu Ajansı", "Anadolu Agency", "Anadolu Agency (AA)", "الأناضول", "وكالة الأناضول",
                "آناتولی", "خبرگزاری آناتولی"),
    "DHA": ("Demirören Haber Ajansı",),
    "İHA": ("IHA", "İhlas Haber Ajansı"),
    "ANKA": ("ANKA Haber Ajansı",),
    # Russia and its neighbours
    "TASS": ("Tass", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС", "وكالة تاس", "塔斯社", "タス通信"),
    "RIA Novosti": ("RIA", "РИА Новости", "РИА «Новости»", "نوفوستي", "ریانووستی", "俄新社"),
    "Interfax": ("Интерфакс", "INTERFAX", "إنترفاكس", "国际文传电讯社"),
    "Sputnik": ("Спутник", "سبوتنيك", "اسپوتنیک"),
    "Ukrinform": ("Укринформ", "Укрінформ"),
    "UNIAN": ("УНИАН", "УНІАН"),
    "BelTA": ("БЕЛТА", "БелТА"),
    "Azertac": ("AZƏRTAC", "АЗЕРТАДЖ"),
    "Armenpress": ("ARMENPRESS", "Арменпресс"),
    "Kazinform": ("Казинформ",),
    # the Middle East and Africa
    "IRNA": ("ایرنا", "إرنا", "خبرگزاری جمهوری اسلامی"),
    "ISNA": ("ایسنا",),
    "Fars News": ("Fars News Agency", "خبرگزاری فارس", "وكالة فارس"),
    "Tasnim": ("Tasnim News Agency", "تسنیم", "خبرگزاری تسنیم", "تسنيم"),
    "Mehr News": ("Mehr News Agency", "خبرگزاری مهر"),
    "INA": ("Iraqi News Agency", "واع", "وكالة الأنباء العراقية"),
    "NINA": ("National Iraqi News Agency",),
    "Shafaq News": ("شفق نيوز", "شفق نیوز"),
    "SPA": ("Saudi Press Agency", "واس", "وكالة الأنباء السعودية"),
    "WAM": ("Emirates News Agency", "وام", "وكالة أنباء الإمارات"),
    "QNA": ("Qatar News Agency", "قنا", "وكالة الأنباء القطرية"),
    "KUNA": ("Kuwait News Agency", "كونا", "وكالة الأنباء الكويتية"),
    "BNA": ("Bahrain News Agency", "بنا", "وكالة أنباء البحرين"),
    "SANA": ("سانا", "Syrian Arab News Agency"),
    "NNA": ("National News Agency", "الوكالة الوطنية للإعلام"),
    "PETRA": ("Jordan News Agency", "بترا"),
    "WAFA": ("وفا", "Palestinian News & Info Agency"),
    "MENA": ("Middle East News Agency", "أ ش أ", "أ.ش.أ", "وكالة أنباء الشرق الأوسط"),
    "APS": ("Algérie Presse Service", "وكالة الأنباء الجزائرية"),
    "MAP": ("Maghreb Arabe Presse", "ومع"),
    "TAP": ("Tunis Afrique Presse", "وات"),
    "NAN": ("News Agency of Nigeria",),
    "ANGOP": ("Angop",),
    "PANA": ("Panapress",),
    # Asia and the Pacific
    "PTI": ("pti", "Press Trust of India", "पीटीआई", "पीटीआइ", "PTI-Bhasha"),
    "ANI": ("Asian News International", "एएनआई"),
    "IANS": ("ians", "Indo-Asian News Service", "Indo Asian News Service", "आईएएनएस"),
    "UNI": ("United News of India",),
    "APP": ("Associated Press of Pakistan", "اے پی پی"),
    "BSS": ("Bangladesh Sangbad Sangstha",),
    "UNB": ("United News of Bangladesh",),
    "Xinhua": ("XINHUA", "Xinhua News Agency", "新华社", "新華社", "新华网", "Синьхуа", "شينخوا", "شینهوا"),
    "China News Service": ("中新社", "中新网"),
    "CNA": ("Central News Agency", "Focus Taiwan", "中央社"),
    "Kyodo": ("KYODO", "Kyodo News", "共同通信", "共同社", "共同", "共同通信社"),
    "Jiji": ("Jiji Press", "JIJI", "時事通信", "時事", "時事通信社"),
    "Yonhap": ("Yonhap News Agency", "Yonhap News", "YONHAP", "연합뉴스", "聯合ニュース", "韩联社", "韓聯社"),
    "Newsis": ("뉴시스",),
    "News1": ("뉴스1",),
    "KCNA": ("Korean Central News Agency", "조선중앙통신", "朝中社"),
    "VNA": ("TTXVN", "Vietnam News Agency"),
    "Antara": ("ANTARA", "Antaranews", "Antara News", "Antaranews.com", "LKBN Antara"),
    "Bernama": ("BERNAMA",),
    "PNA": ("Philippine News Agency",),
    "AAP": ("Australian Associated Press",),
    # the Americas
    "CP": ("The Canadian Press", "Canadian Press", "La Presse Canadienne", "Presse canadienne"),
    "Notimex": ("NOTIMEX",),
    "Télam": ("Telam", "TELAM", "TÉLAM"),
    "Prensa Latina": ("PRENSA LATINA",),
    "Agência Brasil": ("Agencia Brasil",),
    "Agencia Andina": (),
    "Agência Estado": ("Estadão Conteúdo",),
    "Folhapress": ("FOLHAPRESS",),
    "Colprensa": ("COLPRENSA",),
}  # fmt: skip

_LONGEST_NAME: Final = 60  # characters; longer text is no agency's name
_LONGEST_LINE: Final = 4000  # characters looked at: a credit stands in a line, not in a book
_EDGE: Final = " \t\n\r\"'“”‘’«»()[]{}（）【】<>|/\\*_-–—.,;:،。、·•"
_WORD: Final = re.compile(r"[^\W_]+")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def _folded(name: str) -> str:
    """One spelling for comparing whole names: compatibility forms and case folded, blanks single."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().strip(_EDGE).split())


def _names() -> Iterator[tuple[str, str]]:
    for short, names in AGENCIES.items():
        for name in (short, *names):
            yield name, short
            if name.isalpha() and name.isascii():
                yield name.upper(), short


_BY_NAME: Final[dict[str, str]] = {_folded(name): short for name, short in _names()}
_ACRONYMS: Final[dict[str, frozenset[str]]] = {
    # "map", "nan", "tap" are words: a short Latin name counts as printed or in capitals
    _folded(name): frozenset(
        {other for other, _ in _names() if _folded(other) == _folded(name)} | {name.upper()}
    )
    for name, _ in _names()
    if name.isalpha() and name.isascii() and len(name) <= 4
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names by the words they are made of, longest first; single words keep their case, others are folded."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, short in _names():
        words = tuple(_WORD.findall(name if name.isalpha() else name.casefold()))
        if not _UNSPACED.search(name):
            table.setdefault(words[0], []).append((words, short))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


_BY_FIRST_WORD: Final = _by_first_word()
_IN_UNSPACED: Final = tuple(
    sorted(
        ((name, short) for name, short in _names() if _UNSPACED.search(name)), key=lambda row: -len(row[0])
    )
)


def agency_words() -> frozenset[str]:
    """The words of all names, in small letters."""
    return frozenset(word for name, _ in _names() for word in _WORD.findall(name.casefold()))


def agency_named(text: str) -> str | None:
    """The short name of the agency that the whole text names, in any of its spellings; else None."""
    return _named(text) if len(text) <= _LONGEST_NAME else None


@lru_cache(maxsize=2048)  # the same outlets, authors and holders stand under every item of a feed
def _named(text: str) -> str | None:
    name = _folded(text)
    spellings = _ACRONYMS.get(name)
    if spellings and unicodedata.normalize("NFKC", text).strip(_EDGE) not in spellings:
        return None
    return _BY_NAME.get(name)


def agencies_in(text: str) -> tuple[str, ...]:
    """The short names of the agencies that a line names, each once, in the order of the line.

    Only the first 4,000 characters are looked at.
    """
    text = text[:_LONGEST_LINE]
    found = [*_spaced(text), *(_unspaced(text) if not text.isascii() else ())]
    return tuple(dict.fromkeys(short for _, short in sorted(found)))


def _spaced(text: str) -> Iterator[tuple[int, str]]:
    """(offset, agency) of names in scripts that part words by blanks."""
    words = _WORD.findall(text)
    folded = [word.casefold() for word in words]
    if _BY_FIRST_WORD.keys().isdisjoint(words) and _BY_FIRST_WORD.keys().isdisjoint(folded):
        return
    matches = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        name, short = _name_at(words, folded, at)
        if short:
            yield matches[at].start(), short
        at += name or 1


def _name_at(words: list[str], folded: list[str], at: int) -> tuple[int, str | None]:
    """How many words the name that starts at `at` has, and whose it is; (0, None) if there is none."""
    for spelling in (folded, words):
        for name, short in _BY_FIRST_WORD.get(spelling[at], ()):
            if tuple(spelling[at : at + len(name)]) == name:
                return len(name), short
    return 0, None


def _unspaced(text: str) -> Iterator[tuple[int, str]]:
    """(offset, agency) of names in scripts without blanks between words; a longer name hides a shorter."""
    for name, short in _IN_UNSPACED:
        at = text.find(name)
        if at >= 0:
            yield at, short
            text = text.replace(name, "\0" * len(name))
