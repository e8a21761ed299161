"""The language of an item: what the publisher declares, checked against the words themselves.

A light method of our own, since it runs in every worker: letters tell the script, letters of one alphabet
and function words tell the language. Trained detectors cost 55 to 90 MB and up to a second at start in each
process (measured on py3langid and lingua); this table costs nothing and says None when it is unsure.

Laws: pure; looks at the first characters only, so any input takes the same time; never raises.
"""

import re
from collections import Counter
from collections.abc import Set
from functools import lru_cache
from struct import Struct

LOOKED_AT = 600  # characters of title and of text; function words settle it long before
FIRST_LOOK = 200  # characters of text that mostly settle it
SETTLED = 3.0  # weight of different function words that does
CERTAIN = 5.0  # weight of different function words that overrules a declaration: many sites declare the
#                language of their template
LIKELY = 1.2  # weight that fills in a missing declaration: two function words, one of no other language
LEAD = 1.8  # how far the best must be ahead of the second

# --- scripts -----------------------------------------------------------------------------------------

_SCRIPTS = (
    ("Latn", "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ"),
    ("Cyrl", "Ѐ-ԯ"),
    ("Arab", "ؠ-يٮ-ۓەۮۯۺ-ۿݐ-ݿﭐ-ﷻﹰ-ﻼ"),
    ("Grek", "Ͱ-Ͽἀ-῿"),
    ("Hebr", "א-ת"),
    ("Deva", "ऄ-हक़-ॡॲ-ॿ"),
    ("Beng", "অ-হড়-ৡ"),
    ("Guru", "ਅ-ਹ"),
    ("Gujr", "અ-હ"),
    ("Taml", "அ-ஹ"),
    ("Telu", "అ-హ"),
    ("Knda", "ಅ-ಹ"),
    ("Mlym", "അ-ഹ"),
    ("Sinh", "අ-ෆ"),
    ("Thai", "ก-ะาำเ-ๆ"),
    ("Khmr", "ក-អ"),
    ("Mymr", "က-အ"),
    ("Geor", "Ⴀ-ჼᲐ-Ჿ"),
    ("Armn", "Ա-Ֆա-ֆ"),
    ("Ethi", "ሀ-ፚ"),
    ("Hang", "ᄀ-ᇿㄱ-ㆎ가-힣"),
    ("Kana", "ぁ-ゖァ-ヺ"),
    ("Hani", "㐀-䶿一-鿿"),
)
_LETTER = re.compile("|".join(f"([{letters}]+)" for _, letters in _SCRIPTS))
# Scripts that one language of the news uses; the others are told apart by letters and words.
_LANGUAGE_OF_SCRIPT = {
    "Grek": "el", "Hebr": "he", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te",
    "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Khmr": "km", "Mymr": "my", "Geor": "ka",
    "Armn": "hy", "Ethi": "am", "Hang": "ko", "Kana": "ja", "Hani": "zh",
}  # fmt: skip
# Scripts a declared language may be written in; every other language is taken to be in Latin letters.
_WRITTEN_IN = {
    **{language: (script,) for script, language in _LANGUAGE_OF_SCRIPT.items()},
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "ky", "tg", "ce", "os"), ("Cyrl",)),
    **dict.fromkeys(("sr", "bs", "kk", "uz", "az", "tt", "mn", "cnr"), ("Cyrl", "Latn")),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "arc"), ("Arab",)),
    **dict.fromkeys(("ku", "tk", "ms", "ha"), ("Latn", "Arab", "Cyrl")),
    **dict.fromkeys(("hi", "mr", "ne", "sa", "mai", "bho"), ("Deva",)),
    "ks": ("Arab", "Deva"),
    "pa": ("Guru", "Arab"),
    "yi": ("Hebr",),
    "as": ("Beng",),
    "ti": ("Ethi",),
    "ja": ("Kana", "Hani"),
    "ko": ("Hang", "Hani"),
    "zh": ("Hani",),
}

# --- letters and words -----------------------------------------------------------------------------------

# Letters that one language of a script uses and the others not, in the order in which they are asked for, and
# the share of the text that tells: above what a borrowed name brings ("Erdoğan", "Łódź"). The Arabic ones
# are what Persian, Urdu, Pashto, Uyghur and Kurdish added, and what only Arabic kept.
_OWN_LETTERS = {
    "Cyrl": (
        *(("uk", "їєґ", 0.01), ("be", "ў", 0.01), ("mk", "ѓќѕ", 0.01), ("sr", "ђћџљњј", 0.01)),
        *(("kk", "әғқңұһ", 0.02), ("ru", "ыэ", 0.01), ("bg", "ъ", 0.008)),
    ),
    "Arab": (
        *(("ug", "ڭۈۋ", 0.01), ("ckb", "ێۆڵڕە", 0.02), ("ur", "ٹڈڑںے", 0.01), ("ps", "ټډړښځڅ", 0.01)),
        *(("fa", "پچژگیک", 0.03), ("ar", "ةىأإيك", 0.03)),
    ),
    "Latn": (
        *(("vi", "ảấầẩẫậắằẳẵặẻẽếềểễệỉỏốồổỗộớờởỡợủứừửữựỳỵỷỹ", 0.03), ("az", "ə", 0.02), ("tr", "ığ", 0.03)),
        *(("pl", "łąęśźż", 0.03), ("cs", "řěů", 0.03), ("hu", "őű", 0.02), ("ro", "țșăţ", 0.03)),
        *(("lv", "ģķļņ", 0.02), ("lt", "ėųį", 0.03)),
    ),
}
# Function words: short, frequent, in every kind of text. Those of several languages count for less.
_FUNCTION_WORDS = {
    "en": "the of and to in a is for on that with as was it by at from his are be has an have will this "
    "not but who their after says more its been he were they which would you your how what she had "
    "one about when over under up out into off down than no or if may new two man war can could did "
    "does being still amid against s t",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
    "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
    "haben nur oder aber vor",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
    "avec son cette ses mais comme aux été ou elle leur après fait nous vous cest d l qu c n s "
    "contre deux être",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ha "
    "este sí porque esta entre cuando muy sin sobre también hasta hay donde quien desde todo nos "
    "durante han tras está",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele "
    "das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre "
    "era depois são após",
    "it": "di e il la che in un a per è una non sono del si con da della dei le i gli al come nel lo alla "
    "anche più ha ma delle dal se nella su dopo suo sua tra contro questo questa degli stato hanno "
    "essere cui ai",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog "
    "uit naar door over heeft ze wordt tot werd worden hij meer geen was deze kan moet wel we al "
    "hebben",
    "sv": "och i att det som en på är av för med den till inte om ett har de var jag sig från vi så kan "
    "men man efter vid nu ska också än när eller under mot blir finns får över där",
    "da": "og i at det er en til på af for med den der de som har ikke et var fra men om vil kan også "
    "efter skal være blev nu ud så eller mod havde bliver når ved ham over mange nye hvor",
    "no": "og i er det som en på til av for med at har de den ikke et om var fra men han vi skal etter "
    "kan så ble også mot ved eller blir nå ut hun mener være hvor når over må",
    "fi": "ja on ei se että oli hän ovat mukaan myös kun mutta vuonna joka sen ole ollut kuin jos tai "
    "niin jo nyt vain sekä voi kanssa jälkeen tämä sitä uusi mitä olla olisi",
    "pl": "w i na z się nie do to że o jest po od za jak ale co przez dla już tak jego oraz został który "
    "była ma być są czy tym roku może będzie przed przy tylko także ich które jej by ze pod nad",
    "cs": "a v se na je že o s z do i k pro za by ale po jako jsou jeho podle který byl od také při která "
    "jak už nebo ve bylo jen své však ze které až není před má roku byla jsem",
    "sk": "a v sa na je že o s z do i k pre za by ale po ako sú jeho podľa ktorý bol od tiež pri ktorá už "
    "alebo vo bolo len však zo ktoré až nie pred má roku bola som sme",
    "hu": "a az és hogy nem is egy meg van volt ez de már csak ha el mint még után szerint ki lesz vagy "
    "kell azt pedig ezt minden között több majd lehet sem fel be amely ami",
    "ro": "de și în a la cu pe care nu din o un să pentru că mai este au fost sunt se ce prin lui după "
    "ale cel dar sau fi ca am al va are dintre către despre într-o ani",
    "hr": "je i u da se na za su od s o a koji ne će iz to kako kao nije sam bi ali po što samo više koja "
    "koje bio nakon biti sve još te između ili prema bez ima godine",
    "sl": "je in v na da se za so ki z po pa ne iz bi tudi ali kot od o pri še ni bo do si s kako to "
    "zaradi več ker med leta bil lahko svoje kjer",
    "tr": "ve bir bu da de için ile olarak çok en daha olan gibi sonra kadar ne var o ise ki diye göre "
    "oldu yeni değil her mi mı olduğu tarafından ancak üzerinde şu etti",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut bisa ada "
    "mereka lebih sudah telah oleh saat para kami adalah sebagai dia kata atau setelah menjadi",
    "fil": "ang ng sa na mga ay ni si nang isang nitong para ito niya siya kaniyang hindi kung may upang "
    "naman "
    "dahil ayon umano bilang kay kanilang nila matapos nasa mula hanggang"
    " din rin",
    "sq": "të e në dhe i për me se një që nga është si më do ka u ne por janë nuk pas kanë ai kjo edhe",
    "lt": "ir į kad iš yra su buvo ne už bet tai jis per nuo apie po dėl kaip jau dar tik savo gali bus "
    "iki metų",
    "lv": "un ir par ar no ka uz bet to tas kas lai pēc arī vai gan tika jau bija viņš savu nav tā kā "
    "līdz",
    "et": "ja on ei et see kui ka oli mis oma aga siis ning seda nii kes või veel välja kuid üle mida",
    "ca": "de la que el i a en les els del per un amb una no és al dels més es ha com seva pel són també",
    "ku": "û li ji di de ku bi xwe ê yê yên ew jî hat bû re da ser her wê ne vê lê an wan dike kir bo",
    "sw": "ya na wa kwa ni katika za la kuwa cha hiyo baada huo huyo kama pia lakini hii yake ambao "
    "kutoka",
    "so": "iyo oo ka ku ee in la u ah waxa ay uu aan waa soo si isku kale lagu loo dalka",
    "ru": "и в не на что с по как это из от о к у за для он его но также был до так года после все при бы "
    "было которые который она уже или же только они том если мы",
    "uk": "і в на не що з у до за це про як та від для його який також але був по після які вже року він "
    "або ще",
    "bg": "на и да за се в от с че е по са не като ще до това със които след при беше има един още към му",
    "ar": "في من على أن إلى عن التي الذي ما هذا مع هذه كان لا بعد قال بين وقد لم قد خلال كما ذلك إن كل أو",
    "fa": "و در به از که این را با است برای آن یک می خود تا بر شد شده های هم اما کرد نیز پس گفت",
    "ur": "کے کی میں اور سے کا کہ ہے کو نے پر یہ اس بھی ہیں تھا ایک نہیں گیا تو",
    "ps": "د په او چې ته کې له دی یې دا کړي شوي هم سره",
    "hi": "के में की है और से को का ने पर कि यह एक हैं भी नहीं लिए था इस कर हो गया",
    "mr": "आहे आणि या की ते हे व मध्ये तर होते नाही करण्यात आहेत केली झाली त्यांनी",
    "ne": "छ र को मा ले हो यो पनि भएको छन् गरेको लागि भने तर गर्न",
}  # fmt: skip
_ASCII = bytes(range(128))
_ASCII_LETTER = re.compile(r"[a-z]")
_LAST_LATIN = "\u024f"  # of the letters of Europe, and before those of every other script
# Words are parted as bytes, which costs a third of finding them. Blanks are: what is neither letter nor mark
# of a domain ("com" is Portuguese elsewhere), and common marks beyond ASCII: “ – …, « » ·, ، ؛ ؟, ۔, ।, 、 。
_PARTED = bytes(code if chr(code).isalnum() or chr(code) in "_." else 32 for code in range(128)) + bytes(
    range(128, 256)
)
_MARK = re.compile(
    b"\xe2\x80.|\xc2[\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf]|\xd8[\x8c\x9b\x9f]|\xdb\x94|\xe0\xa5[\xa4\xa5]|\xe3\x80[\x80-\x91]",
    re.DOTALL,
)
_LANGUAGES_OF_WORD: dict[bytes, tuple[str, ...]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in set(_words.encode().split()):
        _LANGUAGES_OF_WORD[_word] = (*_LANGUAGES_OF_WORD.get(_word, ()), _language)
_WHOLE = 27720  # a word's weight, for its languages to share: divisible by every number up to 12
# A word's shares as one number, 32 bits a language, so that a text's are one sum.
_LANGUAGES = tuple(_FUNCTION_WORDS)
_WEIGHTS = Struct(f"<{len(_LANGUAGES)}I")
_SHARES = {
    word: sum(_WHOLE // len(languages) << 32 * _LANGUAGES.index(language) for language in languages)
    for word, languages in _LANGUAGES_OF_WORD.items()
}
_KNOWN_WORDS = frozenset(_SHARES)

# --- declared ----------------------------------------------------------------------------------------

_SUBTAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].{0,60})?\s*", re.DOTALL)
# ISO 639-2 and retired codes that feeds still write, by the subtag BCP 47 and CLDR prefer.
_PREFERRED = {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "por": "pt", "ita": "it",
    "rus": "ru", "ara": "ar", "per": "fa", "fas": "fa", "chi": "zh", "zho": "zh", "cmn": "zh", "jpn": "ja",
    "kor": "ko", "tur": "tr", "pol": "pl", "ukr": "uk", "urd": "ur", "hin": "hi", "heb": "he", "iw": "he",
    "in": "id", "ji": "yi", "nb": "no", "sh": "sr", "mo": "ro", "tl": "fil", "prs": "fa", "pes": "fa",
    "arb": "ar", "jp": "ja", "cn": "zh", "gr": "el", "cz": "cs", "ua": "uk", "dk": "da",
    "und": "", "mul": "", "zxx": "",
}  # fmt: skip


@lru_cache(maxsize=256)
def _preferred(tag: str) -> str | None:
    match = _SUBTAG.fullmatch(tag)
    if match is None:
        return None
    subtag = match[1].lower()
    return _PREFERRED.get(subtag, subtag) or None


# --- the words ---------------------------------------------------------------------------------------


def _script_of(sample: str, beyond: str, letters: Set[str]) -> str:
    """The script of most letters; `beyond` is what the sample holds beyond ASCII, `letters` those in it."""
    if max(letters, default="") <= _LAST_LATIN:
        return "Latn" if letters or _ASCII_LETTER.search(sample) else ""
    counts = Counter(Latn=len(_ASCII_LETTER.findall(sample)))
    for match in _LETTER.finditer(beyond):
        counts[_SCRIPTS[(match.lastindex or 1) - 1][0]] += len(match[0])
    return _main_script(counts)


def _main_script(counts: Counter[str]) -> str:
    """The script of most letters. One Chinese character or kana says as much as several letters."""
    weighted = {script: n * (3 if script in ("Hani", "Kana", "Hang") else 1) for script, n in counts.items()}
    if counts["Kana"] * 10 > counts["Hani"] and counts["Kana"]:
        weighted["Kana"] = weighted.pop("Hani", 0) + weighted["Kana"]  # Japanese is mostly written in kanji
    script = max(weighted, key=lambda script: weighted[script])
    return script if weighted[script] else ""


def _own_letters(size: int, beyond: str, letters: Set[str], script: str) -> str | None:
    for language, own, share in _OWN_LETTERS.get(script, ()) if letters else ():
        if not letters.isdisjoint(own) and sum(map(beyond.count, own)) > max(1, share * size):
            return language
    return None


def _by_words(said: bytes) -> tuple[str | None, float]:
    """The language whose function words lead, or None; and how many of its own words it has there.

    A word of n languages counts 1/n for each, so that one shared word settles nothing.
    """
    said = said.translate(_PARTED)
    if not said.isascii():
        said = _MARK.sub(b" ", said)
    words = said.replace(b"...", b" ").replace(b". ", b" ").split()
    shares = sum(map(_SHARES.__getitem__, _KNOWN_WORDS.intersection(words)))
    weights = _WEIGHTS.unpack(shares.to_bytes(_WEIGHTS.size, "little"))
    second, weight = sorted(weights)[-2:]
    if weight < LIKELY * _WHOLE or weight < LEAD * second:
        return None, 0.0
    return _LANGUAGES[weights.index(weight)], weight / _WHOLE


def _read(sample: str) -> tuple[str, str | None, float]:
    """(the script of a sample, the language its letters or words tell, how surely)."""
    said = sample.encode("utf-8", "replace")
    beyond = said.translate(None, _ASCII).decode()
    letters = set(filter(str.isalpha, set(beyond)))
    script = _script_of(sample, beyond, letters)
    told = _LANGUAGE_OF_SCRIPT.get(script) or _own_letters(len(sample), beyond, letters, script)
    return (script, told, CERTAIN) if told else (script, *_by_words(said))


def language_of(declared: str | None, title: str, text: str) -> str | None:
    """The primary subtag (BCP 47) of an item's language; None when nothing tells it.

    `declared` wins ("en-US" → "en") unless the words are plainly not in it: another script, or many function
    words of another language. Without it the words decide, where they are clear.
    """
    wanted = _preferred(declared[:80]) if declared else None
    script, guess, weight = _read(f"{title[:LOOKED_AT]} {text[:FIRST_LOOK]} ".lower())
    if len(text) > FIRST_LOOK and (weight < SETTLED or (wanted and guess != wanted)):
        script, guess, weight = _read(f"{title[:LOOKED_AT]} {text[:LOOKED_AT]} ".lower())
    if wanted is None or not script:
        return wanted or guess
    if script not in _WRITTEN_IN.get(wanted, ("Latn",)):
        return guess
    return guess if guess and weight >= CERTAIN and wanted in _FUNCTION_WORDS else wanted
