"""The words that dates are written with: months, weekdays, halves of the day, eras.

Law: a row is in a language's own spelling and is folded (`fold`) when the table is built, so letter case,
accents, Arabic letter variants, digits of any script and invisible characters never need a row of their own.
Names are those of the Unicode CLDR and of each country's press; abbreviations lose their full stop.

"""

import unicodedata
from collections.abc import Iterator, Mapping

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u0640", None),  # Arabic tatweel only stretches a word
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ە": "ه",
    }
)
_DROPPED = frozenset({"Mn", "Mc", "Cc", "Cf", "Co", "Cs", "Cn"})


# Vowel signs of Indic scripts, Thai, Lao, Burmese and Khmer tell months apart: they stand as letters, for
# words are made of letters, and as letters of a block that no date is written in.
_SIGNS, _SIGNS_AS = range(0x0900, 0x1800), 0x3400


def _folded(text: str) -> Iterator[str]:
    for char in text:
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            yield str(digit)
        elif (category := unicodedata.category(char)) not in _DROPPED:
            yield char
        elif category in ("Mn", "Mc") and ord(char) in _SIGNS:
            yield chr(ord(char) - _SIGNS.start + _SIGNS_AS)


def fold(text: str) -> str:
    """A text in the one spelling that the tables use: lower case, ASCII digits, single spaces, no accents."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text.lower()
    bare = "".join(_folded(unicodedata.normalize("NFKD", text.casefold())))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def _numbered(rows: Mapping[str, str], first: int) -> dict[str, frozenset[int]]:
    """Word → every place it has in a row of "one alias, two alias, …", over all languages."""
    places: dict[str, set[int]] = {}
    for row in rows.values():
        for place, words in enumerate(row.split(","), first):
            for word in words.split():
                places.setdefault(fold(word.replace("_", " ")), set()).add(place)
    return {word: frozenset(found) for word, found in places.items()}


# January first. A blank stands between spellings, a low line within one.
_MONTHS = {
    "en": "jan january, feb february, mar march, apr april, may, jun june, jul july, aug august, sep sept "
    "september, oct october, nov november, dec december",
    "fr": "janv janvier, fév févr février, mars, avr avril, mai, juin, juil juillet, août, septembre, "
    "octobre, novembre, déc décembre",
    "de": "jänner jän januar, feber februar, märz mär mrz maerz, april, mai, juni, juli, august, "
    "september, okt oktober, november, dez dezember",
    "es": "ene enero, febrero, marzo, abr abril, mayo, junio, julio, ago agosto, set septiembre "
    "setiembre, octubre, noviembre, dic diciembre",
    "it": "gen gennaio, febbraio, marzo, aprile, mag maggio, giu giugno, lug luglio, ago agosto, "
    "settembre, ott ottobre, novembre, dicembre",
    "pt": "janeiro, fev fevereiro, março, abril, maio, junho, julho, agosto, setembro, out outubro, "
    "novembro, dez dezembro",
    "ca": "gener, febr febrer, març, abril, maig, juny, jul juliol, agost, setembre, octubre, novembre, "
    "des desembre",
    "nl": "januari, februari, mrt maart, april, mei, juni, juli, augustus, september, okt oktober, "
    "november, december",
    "pl": "sty styczeń stycznia, lut luty lutego, marzec marca, kwi kwiecień kwietnia, maj maja, cze "
    "czerwiec czerwca, lip lipiec lipca, sie sierpień sierpnia, wrz wrzesień września, paź październik "
    "października, lis listopad listopada, gru grudzień grudnia",
    "cs": "led leden ledna, úno únor února, bře březen března, dub duben dubna, kvě květen května, čvn "
    "červen června, čvc červenec července, srp srpen srpna, zář září, říj říjen října, listopad "
    "listopadu, pro prosinec prosince",
    "sk": "január januára, február februára, marec marca, apríl apríla, máj mája, jún júna, júl júla, "
    "august augusta, septembra, október októbra, novembra, decembra",
    "ru": "янв январь января, фев февр февраль февраля, мар март марта, апр апрель апреля, май мая, июн "
    "июнь июня, июл июль июля, авг август августа, сен сент сентябрь сентября, окт октябрь октября, ноя "
    "нояб ноябрь ноября, дек декабрь декабря",
    "uk": "січ січень січня, лют лютий лютого, бер березень березня, кві квіт квітень квітня, тра трав "
    "травень травня, чер черв червень червня, лип липень липня, сер серп серпень серпня, вер вересень "
    "вересня, жов жовт жовтень жовтня, лис листоп листопад листопада, гру груд грудень грудня",
    "bg": "януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември",
    "sr": "јануар, фебруар, март, април, мај, јун, јул, август, септембар, октобар, новембар, децембар",
    "tr": "oca ocak, şub şubat, mart, nis nisan, mayıs, haz haziran, tem temmuz, ağu ağustos, eyl eylül, "
    "eki ekim, kas kasım, ara aralık",
    "ar": "يناير, فبراير, مارس, أبريل إبريل, مايو, يونيو يونيه, يوليو يوليه, أغسطس, سبتمبر, أكتوبر, "
    "نوفمبر, ديسمبر",
    "ar-levant": "كانون_الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين_الأول, "
    "تشرين_الثاني, كانون_الأول",
    "ar-maghreb": "جانفي, فيفري, مارس, أفريل, ماي, جوان, جويلية يوليوز, أوت غشت, شتنبر, أكتوبر, نونبر, دجنبر",
    "fa": "ژانویه, فوریه, مارس, آوریل, مه می, ژوئن, ژوئیه ژوییه جولای, اوت آگوست, سپتامبر, اکتبر, نوامبر, "
    "دسامبر",
    "ckb": "کانوونی_دووەم, شوبات, ئازار, نیسان, ئایار, حوزەیران, تەمووز, ئاب, ئەیلوول, تشرینی_یەکەم, "
    "تشرینی_دووەم, کانوونی_یەکەم",
    "hu": "január, febr február, márc március, ápr április, máj május, jún június, júl július, augusztus, "
    "szept szeptember, október, november, december",
    "ro": "ian ianuarie, februarie, martie, aprilie, mai, iun iunie, iul iulie, august, septembrie, "
    "octombrie, noi noiem noiembrie, decembrie",
    "sv": "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december",
    "da": "januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december",
    "no": "januar, februar, mars, april, mai, juni, juli, august, september, oktober, november, des desember",
    "fi": "tam tammi tammikuu tammikuuta tammikuun, hel helmi helmikuu helmikuuta helmikuun, maa maalis "
    "maaliskuu maaliskuuta maaliskuun, huh huhti huhtikuu huhtikuuta huhtikuun, tou touko toukokuu "
    "toukokuuta toukokuun, kes kesä kesäkuu kesäkuuta kesäkuun, hei heinä heinäkuu heinäkuuta heinäkuun, "
    "elo elokuu elokuuta elokuun, syy syys syyskuu syyskuuta syyskuun, lok loka lokakuu lokakuuta "
    "lokakuun, marras marraskuu marraskuuta marraskuun, jou joulu joulukuu joulukuuta joulukuun",
    "el": "ιαν ιανουάριος ιανουαρίου, φεβ φεβρουάριος φεβρουαρίου, μαρ μάρ μάρτιος μαρτίου, απρ απρίλιος "
    "απριλίου, μαι μαϊ μάιος μαΐου, ιουν ιούνιος ιουνίου, ιουλ ιούλιος ιουλίου, αυγ αύγουστος αυγούστου, "
    "σεπ σεπτ σεπτέμβριος σεπτεμβρίου, οκτ οκτώβριος οκτωβρίου, νοε νοέμβριος νοεμβρίου, δεκ δεκέμβριος "
    "δεκεμβρίου",
    "id": "januari, pebruari, maret, april, mei, juni, juli, agt agu agustus, september, okt oktober, "
    "nopember november, des desember",
    "ms": "januari, februari, mac, april, mei, jun, julai, ogo ogos, september, oktober, november, dis "
    "disember",
    "vi": "tháng_một tháng_giêng, tháng_hai, tháng_ba, tháng_tư, tháng_năm, tháng_sáu, tháng_bảy, "
    "tháng_tám, tháng_chín, tháng_mười, tháng_mười_một, tháng_mười_hai tháng_chạp",
    "he": "ינואר בינואר, פברואר בפברואר, מרץ מרס במרץ במרס, אפריל באפריל, מאי במאי, יוני ביוני, יולי "
    "ביולי, אוגוסט באוגוסט, ספטמבר בספטמבר, אוקטובר באוקטובר, נובמבר בנובמבר, דצמבר בדצמבר",
    "hi": "जनवरी, फरवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर सितम्बर, अक्टूबर, नवंबर नवम्बर, दिसंबर दिसम्बर",
    # "listopada" is Poland's November too: Croatia's October is known by its full stop (`date_parts`)
    "hr": "sij siječanj siječnja, velj veljača veljače, ožu ožujak ožujka, tra travanj travnja, svi svibanj "
    "svibnja, lipanj lipnja, srpanj srpnja, kol kolovoz kolovoza, ruj rujan rujna, , stu studeni "
    "studenog studenoga, prosinac prosinca",
    "bs": "januara, februara, marta, aprila, maja, juna, jula, avgust avgusta, septembar septembra, oktobar "
    "oktobra, novembar novembra, decembar decembra",
    "sl": "januarja, februarja, marec, aprila, maja, junij junija, julij julija, avg avgust avgusta, "
    "septembra, oktobra, novembra, decembra",
    "mk": "јануари, февруари, март, април, мај, јуни, јули, август, септември, октомври, ноември, декември",
    "sq": "janar janari, shkurt shkurti, mars, prill prilli, maj, qershor qershori, korrik korriku, gusht "
    "gushti, shtator shtatori, tetor tetori, nëntor nëntori, dhjetor dhjetori",
    "lt": "sausis sausio, vasaris vasario, kovas kovo, balandis balandžio, gegužė gegužės, birželis "
    "birželio, liepa liepos, rugpjūtis rugpjūčio, rugsėjis rugsėjo, spalis spalio, lapkritis lapkričio, "
    "gruodis gruodžio",
    "lv": "janvāris janvārī, februāris februārī, marts martā, aprīlis aprīlī, maijs maijā, jūnijs jūnijā, "
    "jūlijs jūlijā, augusts augustā, septembris septembrī, oktobris oktobrī, novembris novembrī, decembris "
    "decembrī",
    "et": "jaanuar, veebruar, märts, aprill, mai, juuni, juuli, august, september, oktoober, november, "
    "detsember",
    "is": "janúar, febrúar, mars, apríl, maí, júní, júlí, ágúst, september, október, nóvember, desember",
    "gl": "xan xaneiro, febreiro, marzo, abril, maio, xuñ xuño, xul xullo, agosto, setembro, outubro, "
    "novembro, decembro",
    "eu": "urtarrila urtarrilaren urtarrilak, otsaila otsailaren otsailak, martxoa martxoaren martxoak, "
    "apirila apirilaren apirilak, maiatza maiatzaren maiatzak, ekaina ekainaren ekainak, uztaila "
    "uztailaren uztailak, abuztua abuztuaren abuztuak, iraila irailaren irailak, urria urriaren urriak, "
    "azaroa azaroaren azaroak, abendua abenduaren abenduak",
    "be": "студзеня, лютага, сакавіка, красавіка, мая траўня, чэрвеня, ліпеня, жніўня, верасня, кастрычніка, "
    "лістапада, снежня",
    "kk": "қаңтар, ақпан, наурыз, сәуір, мамыр, маусым, шілде, тамыз, қыркүйек, қазан, қараша, желтоқсан",
    "az": "yanvar, fevral, mart, aprel, may, iyun, iyul, avqust, sentyabr, oktyabr, noyabr, dekabr",
    "ur": "جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر",
    "bn": "জানুয়ারি, ফেব্রুয়ারি, মার্চ, এপ্রিল, মে, জুন, জুলাই, আগস্ট, সেপ্টেম্বর, অক্টোবর, নভেম্বর, ডিসেম্বর",
    "mr": "जानेवारी, फेब्रुवारी, मार्च, एप्रिल, मे, जून, जुलै, ऑगस्ट, सप्टेंबर, ऑक्टोबर, नोव्हेंबर, डिसेंबर",
    "ta": "ஜனவரி, பிப்ரவரி, மார்ச், ஏப்ரல், மே, ஜூன், ஜூலை, ஆகஸ்ட், செப்டம்பர், அக்டோபர், நவம்பர், டிசம்பர்",
    "te": "జనవరి, ఫిబ్రవరి, మార్చి, ఏప్రిల్, మే, జూన్, జూలై, ఆగస్టు, సెప్టెంబర్, అక్టోబర్, నవంబర్, డిసెంబర్",
    "sr-short": "јан, феб, , , , , , , сеп, , нов, дец",
    "bg-short": "яну, , , , , , , , сеп, , ное, ",
    "sq-short": "janar, shk, , pri, , qer, korr, gush, sht, tet, nën, dhj",
    "et-short": "jaan, veebr, , , , , , , , , , dets",
    "az-short": "yan, , , , , iyn, iyl, avq, sen, , noy, dek",
    "uz": "yanvar, , , , , , , avgust, sentabr, oktabr, noyabr, dekabr",
    "lt-short": "saus, vas, kov, bal, geg, birž, liep, rugp, rugs, spal, lapkr, gruod",
    "uk-short": ", , , , , , , , , , лист, ",
    "hi-nukta": "जन, फ़र फ़रवरी, , , , , , अग, सित, अक्टू, नव, दिस",
    "kk-short": "қаң, ақп, нау, сәу, мам, мау, шіл, там, қыр, қаз, қар, жел",
    "ca-short": ", , , , , , , ag, , , , ",
    "eu-short": "urt, ots, , api, , eka, uzt, abu, ira, urr, aza, abe",
    "ga": "ean eanáir, feabh feabhra, márta, aib aibreán, beal bealtaine, meith meitheamh, iúil, lún "
    "lúnasa, mfómh meán_fómhair, dfómh deireadh_fómhair, samh samhain, noll nollaig",
    "cy": "ion ionawr, chwef chwefror, maw mawrth, ebr ebrill, , meh mehefin, gor gorff gorffennaf, awst, "
    "medi, hyd hydref, tach tachwedd, rhag rhagfyr",
    "he-short": "ינו בינו, פבר בפבר, , אפר באפר, , , , אוג באוג, ספט בספט, אוק באוק, נוב בנוב, דצמ בדצמ",
    "hi-short": "जन, फर फरवरी, , , , , जुल, अग, सित, अक्टू, नव, दिस",
    "mr-short": "जाने, फेब्रु, , एप्रि, , , , ऑग, सप्टें, ऑक्टो, नोव्हें, डिसें",
    "ne": ", फेब्रुअरी, , अप्रिल, , जुन, , अगस्ट, सेप्टेम्बर, अक्टोबर, नोभेम्बर, डिसेम्बर",
    "bn-short": "জানু জানুয়ারী, ফেব ফেব্রুয়ারী, , এপ্রি, , , জুল, আগ, সেপ, অক্টো, নভে, ডিসে",
    "ta-short": "ஜன, பிப், மார், ஏப், , , , ஆக, செப், அக், நவ, டிச",
    "te-short": "జన, ఫిబ్ర, , ఏప్రి, , , జులై, ఆగ, సెప్టెం, అక్టో, నవం, డిసెం",
    "kn": "ಜನ ಜನವರಿ, ಫೆಬ್ರ ಫೆಬ್ರವರಿ, ಮಾರ್ಚ್, ಏಪ್ರಿ ಏಪ್ರಿಲ್, ಮೇ, ಜೂನ್, ಜುಲೈ, ಆಗ ಆಗಸ್ಟ್, ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್, "
    "ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್, ನವೆಂ ನವೆಂಬರ್, ಡಿಸೆಂ ಡಿಸೆಂಬರ್",
    "ml": "ജനു ജനുവരി, ഫെബ്രു ഫെബ്രുവരി, മാർ മാർച്ച്, ഏപ്രി ഏപ്രിൽ, മേയ്, ജൂൺ, ജൂലൈ, ഓഗ ഓഗസ്റ്റ്, സെപ്റ്റം "
    "സെപ്റ്റംബർ, ഒക്ടോ ഒക്ടോബർ, നവം നവംബർ, ഡിസം ഡിസംബർ",
    "gu": "જાન્યુ જાન્યુઆરી, ફેબ્રુ ફેબ્રુઆરી, માર્ચ, એપ્રિલ, મે, જૂન, જુલાઈ, ઑગસ્ટ, સપ્ટે સપ્ટેમ્બર, ઑક્ટો "
    "ઑક્ટોબર, નવે નવેમ્બર, ડિસે ડિસેમ્બર",
    "pa": "ਜਨ ਜਨਵਰੀ, ਫ਼ਰ ਫ਼ਰਵਰੀ, ਮਾਰਚ, ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ, ਮਈ, ਜੂਨ, ਜੁਲਾ ਜੁਲਾਈ, ਅਗ ਅਗਸਤ, ਸਤੰ ਸਤੰਬਰ, ਅਕਤੂ ਅਕਤੂਬਰ, "
    "ਨਵੰ ਨਵੰਬਰ, ਦਸੰ ਦਸੰਬਰ",
    "si": "ජන ජනවාරි, පෙබ පෙබරවාරි, මාර් මාර්තු, අප්‍රේල්, මැයි, ජූනි, ජූලි, අගෝ අගෝස්තු, සැප් සැප්තැම්බර්, "
    "ඔක් ඔක්තෝබර්, නොවැ නොවැම්බර්, දෙසැ දෙසැම්බර්",
    "ka": "იან იანვარი, თებ თებერვალი, მარ მარტი, აპრ აპრილი, მაი მაისი, ივნ ივნისი, ივლ ივლისი, აგვ "
    "აგვისტო, სექ სექტემბერი, ოქტ ოქტომბერი, ნოე ნოემბერი, დეკ დეკემბერი",
    "hy": "հնվ հունվար հունվարի, փտվ փետրվար փետրվարի, մրտ մարտ մարտի, ապր ապրիլ ապրիլի, մյս մայիս մայիսի, "
    "հնս հունիս հունիսի, հլս հուլիս հուլիսի, օգս օգոստոս օգոստոսի, սեպ սեպտեմբեր սեպտեմբերի, հոկ "
    "հոկտեմբեր հոկտեմբերի, նոյ նոյեմբեր նոյեմբերի, դեկ դեկտեմբեր դեկտեմբերի",
    "be-short": "сту студзень, люты, сак сакавік, кра красавік, , чэр чэрвень, ліп ліпень, жні жнівень, "
    "верасень, кас кастрычнік, ліс лістапад, сне снежань",
    "af": "januarie, , , , , junie, julie, , , , , ",
    "sw": ", , machi, , , , , agosti, septemba, oktoba, novemba, desemba",
    "fil": ", peb pebrero, marso, , , hun hunyo, hul hulyo, , setyembre, oktubre, nob nobyembre, disyembre",
    "am": "ጃን ጃንዋሪ, ፌብ ፌብሩዋሪ, ማርች, ኤፕሪ ኤፕሪል, ሜይ, ጁን, ጁላይ, ኦገስ ኦገስት, ሴፕቴ ሴፕቴምበር, ኦክቶ ኦክቶበር, ኖቬም ኖቬምበር, ዲሴም "
    "ዲሴምበር",
    "my": "ဇန် ဇန်နဝါရီ, ဖေ ဖေဖော်ဝါရီ, မတ်, ဧ ဧပြီ, မေ, ဇွန်, ဇူ ဇူလိုင်, ဩ ဩဂုတ်, စက် စက်တင်ဘာ, အောက် "
    "အောက်တိုဘာ, နို နိုဝင်ဘာ, ဒီ ဒီဇင်ဘာ",
    "km": "មករា, កុម្ភៈ, មីនា, មេសា, ឧសភា, មិថុនា, កក្កដា, សីហា, កញ្ញា, តុលា, វិច្ឆិកា, ធ្នូ",
    "lo": "ມ.ກ ມັງກອນ, ກ.ພ ກຸມພາ, ມ.ນ ມີນາ, ມ.ສ ເມສາ, ພ.ພ ພຶດສະພາ, ມິ.ຖ ມິຖຸນາ, ກ.ລ ກໍລະກົດ, ສ.ຫ ສິງຫາ, "
    "ກ.ຍ ກັນຍາ, ຕ.ລ ຕຸລາ, ພ.ຈ ພະຈິກ, ທ.ວ ທັນວາ",
    "zh": "一月, 二月, 三月, 四月, 五月, 六月, 七月, 八月, 九月, 十月, 十一月, 十二月",
}
# The Persian solar calendar (Solar Hijri), numbered after the others: Farvardin is 101.
_SOLAR_MONTHS = {
    "fa": "فروردین, اردیبهشت, خرداد, تیر, مرداد امرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند",
}
SOLAR = 100
# The months of Thailand, whose press counts the years from the Buddha's death: 2567 is 2024.
_THAI_MONTHS = {
    "th": "ม.ค มกราคม, ก.พ กุมภาพันธ์, มี.ค มีนาคม, เม.ย เมษายน, พ.ค พฤษภาคม, มิ.ย มิถุนายน, ก.ค กรกฎาคม, "
    "ส.ค สิงหาคม, ก.ย กันยายน, ต.ค ตุลาคม, พ.ย พฤศจิกายน, ธ.ค ธันวาคม",
}
THAI = 200

# Abbreviations of one month in Poland and Bohemia, of the one before in Croatia: the weekday tells.
EITHER_OF: Mapping[int, tuple[int, int]] = {301: (7, 6), 302: (8, 7), 303: (11, 10)}

MONTHS: Mapping[str, int] = {
    word: place
    for rows, first in ((_SOLAR_MONTHS, SOLAR + 1), (_THAI_MONTHS, THAI + 1), (_MONTHS, 1))
    for word, (place,) in _numbered(rows, first).items()  # fails at once if a new row contradicts another
} | {"lip": 301, "srp": 302, "lis": 303}
"""Folded month name → 1 to 12; of the Persian solar calendar → 101 to 112; of Thailand → 201 to 212; or
a key of `EITHER_OF`."""

ERAS: Mapping[str, int] = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Era of Japan or Taiwan → the year before its first."""

# Monday first.
_WEEKDAYS = {
    "en": "mon monday, tue tues tuesday, wed weds wednesday, thu thur thurs thursday, fri friday, sat "
    "saturday, sun sunday",
    "fr": "lun lundi, mar mardi, mer mercredi, jeu jeudi, ven vendredi, sam samedi, dim dimanche",
    "de": "mo montag, di dienstag, mi mittwoch, do donnerstag, fr freitag, sa samstag sonnabend, so sonntag",
    "es": "lun lunes, mar martes, mié miércoles, jue jueves, vie viernes, sáb sábado, dom domingo",
    "it": "lun lunedì, mar martedì, mer mercoledì, gio giovedì, ven venerdì, sab sabato, dom domenica",
    "pt": "seg segunda, ter terça, qua quarta, qui quinta, sex sexta, sáb sábado, dom domingo",
    "nl": "ma maandag, di dinsdag, wo woensdag, do donderdag, vr vrijdag, za zaterdag, zo zondag",
    "pl": "pon poniedziałek, wt wto wtorek, śr śro środa, czw czwartek, pt pią piątek, sob sobota, niedz "
    "niedziela",
    "cs": "po pondělí, út úterý, st středa, čt čtvrtek, pá pátek, so sobota, ne neděle",
    "ru": "пн понедельник, вт вторник, ср среда, чт четверг, пт пятница, сб суббота, вс воскресенье",
    "uk": "пн понеділок, вт вівторок, ср середа, чт четвер, пт пʼятниця п'ятниця, сб субота, нд неділя",
    "tr": "pzt pazartesi, sal salı, çar çarşamba, per perşembe, cum cuma, cmt cumartesi, paz pazar",
    "ar": "الاثنين الإثنين اثنين, الثلاثاء ثلاثاء, الأربعاء أربعاء, الخميس خميس, الجمعة جمعة, السبت سبت, "
    "الأحد أحد",
    "fa": "دوشنبه, سهشنبه, چهارشنبه, پنجشنبه, جمعه, شنبه, یکشنبه",
    "hu": "hét hétfő, kedd, sze szerda, csü csütörtök, pén péntek, szo szombat, vas vasárnap",
    "ro": "lun luni, mar marți, mie miercuri, joi, vin vineri, sâm sâmbătă, dum duminică",
    "sv": "mån måndag, tis tisdag, ons onsdag, tors torsdag, fre fredag, lör lördag, sön söndag",
    "da": "man mandag, tir tirsdag, ons onsdag, tor torsdag, fre fredag, lør lørdag, søn søndag",
    "fi": "ma maanantai, ti tiistai, ke keskiviikko, to torstai, pe perjantai, la lauantai, su sunnuntai",
    "el": "δευ δευτέρα, τρι τρίτη, τετ τετάρτη, πεμ πέμπτη, παρ παρασκευή, σαβ σάββατο, κυρ κυριακή",
    "id": "sen senin, sel selasa, rab rabu, kam kamis, jum jumat, sab sabtu, min minggu",
    "hr": "pon ponedjeljak ponedeljek ponedeljak, uto utorak torek, sri sre srijeda sreda, čet četvrtak "
    "četrtek, pet petak petek, sub sob subota sobota, ned nedjelja nedelja",
    "bg": "понеделник, вторник, сряда среда, четвъртък четврток, петък петок, събота сабота, неделя недела",
}
WEEKDAYS: Mapping[str, frozenset[int]] = _numbered(_WEEKDAYS, 0)
"""Folded weekday name → the weekdays (Monday is 0) it means in some language: "so" is Sunday and Saturday."""

_MORNING = "am p.d ਪੂ.ਦੁ ጥዋት pg ب.ن dop ص صباحا ق.ظ 上午 凌晨 早上 午前 오전 π.μ πμ öö sa midnight"
_EVENING = "pm m.d ਬਾ.ਦੁ ከሰዓት ptg د.ن odp م مساء ب.ظ 下午 晚上 中午 午後 오후 μ.μ μμ ös ch noon"
HALVES: Mapping[str, bool] = {
    **{fold(word): False for word in _MORNING.split()},
    **{fold(word): True for word in _EVENING.split()},
}
"""Folded name of a half of the day → whether it is the second."""
