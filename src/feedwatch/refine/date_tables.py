"""The words that dates are written with: months, weekdays, halves of the day and zones of the world.

Law: a row is in a language's own spelling and is folded (`fold`) when the table is built, so letter case,
accents, Arabic letter variants, digits of any script and invisible characters never need a row of their own.
Names are those of the Unicode CLDR and of each country's press; abbreviations lose their full stop.

Zone names that several countries use are read as the one whose publishers write them in feeds:
    IST India (not Ireland, Israel) · CST, CDT North America (not China, Cuba) · EST, EDT North America (not
    Australia: AEST) · BST British Summer Time (not Bangladesh) · AST Atlantic (not Arabia) · PST Pacific (not
    the Philippines: PHT) · GST Gulf (not South Georgia) · SST Samoa · ECT Ecuador · WST Western Australia.
Names that are shared evenly, or whose country changed its clock and kept the name (AMT, ALMT, PYT), have no
row: a date with one is a date without a zone. A name is taken literally, EST is five hours behind in July
too: a publisher who writes it in summer has a fixed table. ET, PT and their like follow the season.
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


def _folded(text: str) -> Iterator[str]:
    for char in text:
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            yield str(digit)
        elif unicodedata.category(char) not in _DROPPED:
            yield char


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
    "fi": "tammi tammikuu tammikuuta tammikuun, helmi helmikuu helmikuuta helmikuun, maalis maaliskuu "
    "maaliskuuta maaliskuun, huhti huhtikuu huhtikuuta huhtikuun, touko toukokuu toukokuuta toukokuun, "
    "kesä kesäkuu kesäkuuta kesäkuun, heinä heinäkuu heinäkuuta heinäkuun, elo elokuu elokuuta elokuun, "
    "syys syyskuu syyskuuta syyskuun, loka lokakuu lokakuuta lokakuun, marras marraskuu marraskuuta "
    "marraskuun, joulu joulukuu joulukuuta joulukuun",
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
}
# The Persian solar calendar (Solar Hijri), numbered after the others: Farvardin is 101.
_SOLAR_MONTHS = {
    "fa": "فروردین, اردیبهشت, خرداد, تیر, مرداد امرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند",
}
SOLAR = 100

MONTHS: Mapping[str, int] = {
    word: place
    for rows, first in ((_SOLAR_MONTHS, SOLAR + 1), (_MONTHS, 1))
    for word, (place,) in _numbered(rows, first).items()  # fails at once if a new row contradicts another
}
"""Folded month name → 1 to 12; names of the Persian solar calendar → 101 to 112."""

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
}
WEEKDAYS: Mapping[str, frozenset[int]] = _numbered(_WEEKDAYS, 0)
"""Folded weekday name → the weekdays (Monday is 0) it means in some language: "so" is Sunday and Saturday."""

_MORNING = "am ص صباحا ق.ظ 上午 凌晨 早上 午前 오전 π.μ πμ öö sa midnight"
_EVENING = "pm م مساء ب.ظ 下午 晚上 中午 午後 오후 μ.μ μμ ös ch noon"
HALVES: Mapping[str, bool] = {
    **{fold(word): False for word in _MORNING.split()},
    **{fold(word): True for word in _EVENING.split()},
}
"""Folded name of a half of the day → whether it is the second."""

# Hours and minutes east of Greenwich → names; a low line is a blank.
_ZONES = {
    "-11:00": "SST",
    "-10:00": "HST HAST TAHT CKT",
    "-09:00": "AKST HADT GAMT",
    "-08:00": "PST AKDT HNP PNT Pacific_Standard_Time",
    "-07:00": "MST PDT HNR HAP Mountain_Standard_Time Pacific_Daylight_Time",
    "-06:00": "CST MDT HNC HAR GALT EAST Central_Standard_Time Mountain_Daylight_Time",
    "-05:00": "EST CDT HNE HAC COT PET ECT EASST ACT Eastern_Standard_Time Central_Daylight_Time",
    "-04:00": "AST EDT HNA HAE VET BOT GYT CLT Eastern_Daylight_Time",
    "-03:30": "NST HNT",
    "-03:00": "ADT HAA BRT ART UYT GFT SRT CLST ROTT FKST PMST",
    "-02:30": "NDT HAT",
    "-02:00": "BRST FNT PMDT WGST",
    "-01:00": "AZOT CVT",
    "+00:00": "GMT UTC UT UCT Z WET ZULU غرينتش جرينتش گرینویچ Greenwich_Mean_Time "
    "Coordinated_Universal_Time",
    "+01:00": "CET MET MEZ BST WEST WAT HEC Central_European_Time British_Summer_Time",
    "+02:00": "CEST CEDT CETDST MEST MESZ EET OEZ SAST CAT HNEC Central_European_Summer_Time",
    "+03:00": "EEST EEDT OESZ MSK МСК TRT TSİ EAT IDT SYOT Moscow_Time Moscow_Standard_Time",
    "+03:30": "IRST",
    "+04:00": "MSD GST AZT GET SAMT RET MUT SCT",
    "+04:30": "AFT IRDT",
    "+05:00": "PKT UZT TMT TJT YEKT MVT",
    "+05:30": "IST SLST India_Standard_Time Indian_Standard_Time",
    "+05:45": "NPT",
    "+06:00": "BDT BTT KGT OMST IOT",
    "+06:30": "MMT CCT",
    "+07:00": "ICT WIB KRAT NOVT HOVT CXT",
    "+08:00": "HKT SGT MYT PHT AWST WST WITA IRKT ULAT BNT 北京时间 北京時間 China_Standard_Time "
    "Singapore_Time Hong_Kong_Time",
    "+09:00": "JST KST WIT YAKT TLT PWT AWDT Japan_Standard_Time Korean_Standard_Time",
    "+09:30": "ACST",
    "+10:00": "AEST VLAT PGT CHST",
    "+10:30": "ACDT",
    "+11:00": "AEDT MAGT SAKT SRET NCT VUT SBT",
    "+12:00": "NZST FJT PETT ANAT TVT GILT",
    "+12:45": "CHAST",
    "+13:00": "NZDT TOT PHOT TKT",
    "+13:45": "CHADT",
    "+14:00": "LINT",
}


def _minutes(offset: str) -> int:
    return (-1 if offset[0] == "-" else 1) * (int(offset[1:3]) * 60 + int(offset[4:6]))


# RFC 822 § 5.1 (RSS dates are RFC 822): A to M are west of Greenwich, N to Y east, J is not used.
_LETTER_ZONES = {
    **{letter: -60 * hours for hours, letter in enumerate("abcdefghiklm", 1)},
    **{letter: 60 * hours for hours, letter in enumerate("nopqrstuvwxy", 1)},
}
ZONES: Mapping[str, int] = _LETTER_ZONES | {
    fold(name.replace("_", " ")): _minutes(offset)
    for offset, names in _ZONES.items()
    for name in names.split()
}
"""Folded zone name → minutes east of Greenwich."""

SEASONAL_ZONES: Mapping[str, str] = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "est5edt": "America/New_York",
    "cst6cdt": "America/Chicago",
    "mst7mdt": "America/Denver",
    "pst8pdt": "America/Los_Angeles",
    "nzt": "Pacific/Auckland",
    "aet": "Australia/Sydney",
}
"""Folded zone name whose offset follows the season → IANA name."""
