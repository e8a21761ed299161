import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine.language import language_of

SENTENCES = {
    "en": "The minister said on Monday that the talks would go on after the break.",
    "de": "Der Minister sagte am Montag, dass die Gespräche nach der Pause weitergehen.",
    "fr": "Le ministre a dit lundi que les discussions vont reprendre après la pause.",
    "es": "El ministro dijo el lunes que las conversaciones siguen después de la pausa.",
    "pt": "O ministro disse na segunda que as conversas não param depois da pausa.",
    "it": "Il ministro ha detto che i colloqui non si fermano dopo la pausa degli incontri.",
    "nl": "De minister zegt dat het overleg na de pauze verder gaat en niet wordt gestopt.",
    "sv": "Ministern säger att samtalen inte ska sluta efter pausen och att det är klart.",
    "da": "Ministeren siger, at samtalerne ikke bliver stoppet efter pausen, og at det er nu.",
    "no": "Statsråden sier at samtalene ikke skal stoppe etter pausen, og nå er det klart.",
    "fi": "Ministeri kertoo, että neuvottelut jatkuvat myös tauon jälkeen mutta hän ei tule.",
    "pl": "Minister mówi, że rozmowy nie są zakończone i będą trwać także po przerwie.",
    "cs": "Ministr řekl, že jednání po přestávce pokračuje a není to podle něj konec.",
    "hu": "A miniszter szerint a tárgyalás a szünet után is folytatódik, és ez nem a vég.",
    "ro": "Ministrul spune că discuțiile nu s-au oprit și vor continua după pauză pentru că este nevoie.",
    "tr": "Bakan, görüşmelerin aradan sonra da süreceğini ve bunun bir son olmadığını söyledi.",
    "id": "Menteri mengatakan bahwa pembicaraan itu akan tetap berjalan dan tidak berhenti setelah jeda.",
    "vi": "Bộ trưởng nói rằng cuộc họp sẽ tiếp tục sau giờ nghỉ và chưa kết thúc.",
    "ku": "Wezîr got ku hevdîtin piştî navberê jî berdewam dikin û ew li bajêr e.",
    "ru": "Министр сказал, что переговоры после перерыва продолжатся и это не конец.",
    "uk": "Міністр сказав, що переговори після перерви тривають і це ще не кінець.",
    "bg": "Министърът каза, че разговорите ще продължат и след почивката.",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες συνεχίζονται.",
    "he": "השר אמר כי השיחות יימשכו אחרי ההפסקה.",
    "ar": "قال الوزير إن المحادثات سوف تستمر بعد الاستراحة في المدينة.",
    "fa": "وزیر گفت که گفتگوها پس از استراحت در این شهر ادامه می یابد.",
    "ur": "وزیر نے کہا ہے کہ وقفے کے بعد بات چیت جاری رہے گی۔",
    "ckb": "وەزیر ڕایگەیاند کە گفتوگۆکان دوای پشوو بەردەوام دەبن.",
    "hi": "मंत्री ने कहा है कि बातचीत के बाद भी काम नहीं रुकेगा।",
    "zh": "部长表示会谈将在休息后继续。",
    "ja": "大臣は、休憩の後も会談を続けると述べた。",
    "ko": "장관은 회담이 휴식 후에도 계속된다고 말했다.",
    "th": "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป",
    "ka": "მინისტრმა თქვა, რომ მოლაპარაკება გაგრძელდება.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items(), ids=SENTENCES.keys())
def test_one_sentence_tells_its_language(language, sentence):
    assert language_of(None, "", sentence) == language


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("en-US", "en"), ("EN_gb", "en"), (" de ", "de"), ("eng", "en"), ("zh-Hant-TW", "zh"),
        ("iw", "he"), ("nb-NO", "no"), ("fil", "fil"), ("und", None), ("", None), (None, None),
        ("english, please", None), ("x" * 100_000, None),
    ],
)  # fmt: skip
def test_a_declaration_is_reduced_to_its_preferred_primary_subtag(declared, wanted):
    assert language_of(declared, "", "") == wanted


@pytest.mark.parametrize(
    ("declared", "text", "wanted"),
    [
        ("de", "Reuters: Kurse", "de"),
        ("en-US", SENTENCES["ar"], "ar"),
        ("ar", SENTENCES["en"], "en"),
        ("en-US", SENTENCES["de"] + " Er ist mit der Arbeit noch nicht am Ziel, aber das wird er.", "de"),
        ("sr", SENTENCES["ru"], "sr"),
        ("kk", SENTENCES["ru"], "kk"),
        ("en", "Visit to Москва and Київ by the minister", "en"),
        ("ja", "首相会談", "ja"),
        ("en", "🏆 12 – 3 🏆", "en"),
    ],
)
def test_a_declaration_holds_unless_the_words_are_plainly_not_in_it(declared, text, wanted):
    assert language_of(declared, "", text) == wanted


@pytest.mark.parametrize(
    "title", ["Erdoğan", "Nvidia, Tesla", "War", "Non 2024", "12:30", "", "bloomberg.com", "\ud800\x00"]
)
def test_too_little_is_no_language(title):
    assert language_of(None, title, "") is None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.none() | st.text(max_size=8), st.text(max_size=60), st.text(max_size=200))
def test_every_answer_is_a_short_subtag(declared, title, text):
    found = language_of(declared, title, text)
    assert found is None or (found.isascii() and found.islower() and 2 <= len(found) <= 3)


def test_a_long_text_takes_no_time():
    start = time.perf_counter()
    language_of("en" * 500_000, "é" * 1_000_000, "a " * 500_000)
    assert time.perf_counter() - start < 0.2
