"""Lines that name who wrote, in the languages of the world's press: a word for the work, then names alone.

Law: what follows the word is nothing but names, or the row takes nothing; else as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import LineRule, line_rule

_NAME: Final = r"(?-i:(?:[^\W\d_a-zà-öø-ÿąćęłńóśźżčďěňřšťůžőűğışа-яёіїєґα-ώ]|[a-z]{1,2}[’'][A-Z])[\w.’'ʼ-]*)"
_JOIN: Final = (
    r"(?:[ ,;/&|+]{1,3}|\s?[،、・]\s?| (?-i:and|und|et|y|e|i|a|en|og|och|ja|és|și|ve|и|та|і|й|dan|và|de|"
    r"da|del|della|di|du|"
    r"van|von|der|den|la|le|el|al|bin|ibn|dos|das|do|ter|ten|af|av|zu|with|mit|avec|con|com|for|für|"
    r"para|the) )"
)
_NAMES: Final = rf"{_NAME}(?:{_JOIN}{_NAME}){{0,9}}(?:\W{{0,3}}[\w.+-]{{1,40}}@[\w.-]{{3,40}})?\W*$"

BYLINE_RULES: Final[tuple[LineRule, ...]] = (
    # "Submitted by …", "Article rédigé par …", "Ein Gastbeitrag von …", "A cura di …", "Door …"
    line_rule(
        "credit",
        " by | by:| par | von |von:|a cura di| por | da | di |door |av |af | de |skriv|skrev",
        r"^\W*(?:(?:the |an? )?(?:(?:story|article|words?|text|interview|review|report|analysis|opinion|"
        r"comment|commentary|column|essay|"
        r"editorial|guest (?:post|column|essay|opinion)|posted|published|submitted|contributed|compiled|"
        r"written|reported|edited|"
        r"produced|created|curated|prepared|presented|transcribed|filed|updated|researched|authored|"
        r"shared|as told to)"
        r"(?:(?:,| and|,? &) (?:photos?|photographs|photography|images|pictures|video|illustrations?|"
        r"edited|reported|researched|"
        r"photographed))? by:?|"
        r"(?:article|texte|propos|reportage|entretien|interview|dossier|enquête|vidéo|chronique|tribune|"
        r"billet)?(?:^\W*| )(?:rédigée?s?|"
        r"écrite?s?|recueillis|publiée?s?|postée?s?|signée?s?|réalisée?s?|proposée?s?|préparée?s?|"
        r"traduite?s?|éditée?s?|mis en ligne|"
        r"par) par|(?:texte|reportage|dossier|enquête|chronique|entretien|tribune) (?:de|par|d['’])|"
        r"(?:ein(?:e|en)? |der |die |das )?(?:text|beitrag|artikel|bericht|gastbeitrag|gastkommentar|"
        r"kommentar|analyse|kolumne|essay|"
        r"reportage|interview|rezension|leitartikel|nachruf|porträt|recherche|geschrieben|verfasst|"
        r"aufgezeichnet|erstellt|"
        r"veröffentlicht|protokolliert|redigiert) von:?|"
        r"(?:escrit[oa]|redactad[oa]|publicad[oa]|elaborad[oa]|realizad[oa]|editad[oa]|traducid[oa]|"
        r"reportad[oa]|preparad[oa]|enviad[oa]|"
        r"postead[oa]|compilad[oa]|reportaje|entrevista|crónica|artículo|análisis|columna|opinión) por|"
        r"(?:texto|reportaje|entrevista|"
        r"crónica|columna) de|"
        r"(?:redigid[oa]|traduzid[oa]|postad[oa]|produzid[oa]|reportagem|artigo|análise|edição) (?:por|de)|"
        r"(?:a cura di|(?:scritto|redatto|pubblicato|realizzato|tradotto|curato|inviato|postato) da|"
        r"(?:articolo|testo|intervista|servizio|"
        r"reportage|analisi) (?:di|a cura di))|"
        r"(?:geschreven|gepubliceerd|vertaald|samengesteld|gepost|opgetekend) door|"
        r"(?:skriven|skrevet|publicerad|publiceret|publisert|oversatt|oversat|översatt|text|"
        r"tekst) (?:av|af)))\s?[:：]?\s"
        rf"(?:the |our )?{_NAMES}",
        150,
    ),
    # Agencies without a name: "Reuters Staff"
    line_rule(
        "credit",
        " staff",
        r"^\W*(?:reuters|afp|ap|associated press|bloomberg|dpa|upi|ians|ani|pti|xinhua) staff\W*$",
        40,
    ),
    # French newsrooms without a capital: "Article rédigé par franceinfo"
    line_rule(
        "credit",
        "rédigé par|écrit par|posted by|published by",
        r"^\W*(?:(?:article )?(?:rédigé|écrit) par|posted by|published by) [\w.@-]{2,30}(?: (?:on|le|in|"
        r"at)\b.{2,40})?\W*$",
        90,
    ),
    # the Slavs say who did it with a verb, Hungary and Romania with a label
    line_rule(
        "credit",
        "rozmawia|opracow|przygotow|napisa|notowa|wysłucha|zredagow|tłumaczy|przełoży|zebra|spisa|tekst|"
        "redakc|napsal|připravil|"
        "zpracoval|přeložil|pripravil|napísal|preložil|spracoval|írta|szerkesz|fordít|szerző|lejegyez|"
        "scris de|redactat de|"
        "publicat de|tradus"
        " de|autor|foto|piše|priredi|pripremi|preve|razgovara|objavi|автор|текст|подготов|беседовал|записал|"
        "написал|перевел|перевёл|интервью|разговаривал|опубликовал|расспрос|составил|материал|підготу|"
        "розмовля|спілкува|записа|"
        "написа|перекла|опубл|інтерв|подготви|превод|επιμέλεια|συντάκτη|γράφ|ρεπορτάζ|μετάφραση|toimitt|"
        "kirjoitt|teksti",
        r"^\W*(?:(?:tekst i zdjęcia|tekst i foto|rozmawiał[ai]?|opracował[ai]?|przygotował[ai]?|"
        r"napisał[ai]?|notował[ai]?|wysłuchał[ai]?|"
        r"zredagował[ai]?|tłumaczył[ai]?|przełożył[ai]?|zebrał[ai]?|spisał[ai]?|redakcja|"
        r"napsal[ai]?|připravil[ai]?|zpracoval[ai]?|přeložil[ai]?|sepsal[ai]?|pripravil[ai]?|"
        r"napísal[ai]?|preložil[ai]?|spracoval[ai]?|"
        r"írta|szerkesztette|fordította|lejegyezte|szerzők?|(?:scris|redactat|publicat|tradus|editat|"
        r"realizat) de|"
        r"piše|priredi(?:o|la)|pripremi(?:o|la)|preve(?:o|la)|razgovara(?:o|la)|autorka?|autori|"
        r"автор(?:ка|ы|и)?|текст|текст и фото|(?:материал )?подготовил[аи]?|беседовал[аи]?|записал[аи]?|"
        r"написал[аи]?|перев[её]л[аи]?|"
        r"разговаривал[аи]?|опубликовал[аи]?|расспросил[аи]?|составил[аи]?|интервью|"
        r"(?:матеріал )?підготув(?:ав|ала|али)|розмовля(?:в|ла|ли)|спілкува(?:вся|лася|лась|лися)|"
        r"записа(?:в|ла|ли)|напис(?:ав|ала|али)|"
        r"перекла(?:в|ла)|опублік(?:ував|увала)|подготви|превод|επιμέλεια|συντάκτης|συντάκτρια|"
        r"γράφει (?:ο|η)|γράφουν οι|ρεπορτάζ|"
        r"μετάφραση|toimittaja|teksti)"
        rf"(?:\s?[:：/]\s?|\s))(?:с |со |з |із |o |\(?a\)? )?{_NAMES}",
        110,
    ),
    # Turkey, the Arab world, Iran, Israel, India, Indonesia, Vietnam, Thailand
    line_rule(
        "credit",
        "muhabir|haber|hazırlayan|derleyen|röportaj|editör|çeviri|kamera|yazan|yazar|كتب|بقلم|إعداد|"
        "اعداد|تحرير|ترجمة|تقرير|حوار|متابعة|"
        "حاور|مراسل|محرر|نویسنده|خبرنگار|گزارش|تهیه|مترجم|ترجمه|گفتگو|گفت‌وگو|به"
        " قلم|نگارنده|تحریر|رپورٹ|מאת|כתב|עריכה|תרגום|רפורט|"
        "रिपोर्ट|लेखक|संवाददाता|प्रस्तुति|अनुवाद|द्वारा|লেখক|প্রতিবেদক|প্রতিনিধি|অনুবাদ|penulis|oleh|"
        "reporter|pewarta|wartawan|laporan|"
        "kontributor|redaktur|editor|tác giả|tổng hợp|lược dịch|biên dịch|biên soạn|thực"
        " hiện|โดย|ผู้เขียน|เรื่อง|แปล",
        rf"^\W*(?:(?:muhabir|muhabiri|haberi?|hazırlayan|derleyen|röportaj|editör|çeviri|çeviren|kamera|"
        rf"yazan)\s?(?:[:：/]\s?|(?<=muhabir) |"
        rf"(?<=hazırlayan) |(?<=derleyen) )|(?:penulis|oleh|reporter|pewarta|wartawan|laporan|"
        rf"kontributor|redaktur|editor)\s?(?:[:：|]\s?|"
        rf"(?<=oleh) |(?<=laporan) )|(?:tác giả|bài viết|bài và ảnh|thực hiện|biên dịch)\s?[:：]\s?){_NAMES}|"
        rf"^\W*(?-i:[^\W\d_a-z][\w.]*(?: [^\W\d_a-zà-ỹ][\w.]*){{1,4}})\s?(?:[-–(|]\s?)?(?:tổng hợp|"
        rf"lược dịch|biên dịch|biên soạn|dịch|"
        r"thực hiện|theo [^.]{2,30})\W*$|"
        r"^\W*\(?(?:كتبت?|بقلم|إعداد|اعداد|تحرير|ترجمة|تقرير|حوار|متابعة|حاورته?|حاورها|مراسل|مراسلة|"
        r"المحرر)(?:\s?[:：/]\s?|(?<=بقلم)\s|\s(?=[^.،:!؟]{3,40}[–-]\s?(?:تحرير|إعداد)))[^.،:!؟]{3,50}"
        r"(?:[–-]\s?(?:تحرير|إعداد|ترجمة)\s[^.،:!؟]{3,40})?\)?\W*$|"
        r"^\W*(?:نویسنده|خبرنگار|گزارشگر|گزارش|تهیه(?: و تنظیم)?|مترجم|ترجمه|گفتگو|نگارنده|به قلم|تحریر|"
        r"رپورٹ)\s?[:：/]\s?[^.،!?؟]{3,50}$|"
        r"^\W*(?:מאת|כתבה?|עריכה|תרגום)\s?[:：]?\s[^.,!?]{3,40}$|"
        r"^\W*(?:रिपोर्ट|लेखक|संवाददाता|प्रस्तुति|अनुवाद|लेखिका|রিপোর্ট|লেখক|প্রতিবেদক|"
        r"অনুবাদ)\s?[:：/-]\s?[^।!?]{3,50}$|"
        r"^\W*[^।!?]{1,60}\bसे [^।!?]{3,80} की (?:खास |विशेष |ग्राउंड )?रिपोर्ट\W*$|"
        r"^\W*(?:निज संवाददाता|নিজস্ব প্রতিবেদক|নিজস্ব প্রতিনিধি)[^।!?]{0,40}$|"
        r"^\W*(?:โดย|ผู้เขียน|เรื่อง|แปล)\s?[:：]?\s?[^.!?]{3,50}$",
        130,
    ),
    # China and Japan: 文／…, （记者 …）, 取材・文＝…
    line_rule(
        "credit",
        "文|记者|記者|作者|编辑|編輯|編集|采写|通讯员|稿源|整理|取材|執筆|構成|聞き手|ライター|来源|"
        "來源|翻訳|審核|审核|校对|监制|责编|報導|报道",
        r"^\W*(?:撰?文|文字|文章|采写|通讯员|稿源|整理|取材|執筆|構成|聞き手|取材・文|文・写真|"
        r"取材・構成|ライター|翻訳|審核|审核|监制|策划|统筹|視頻|视频|"
        r"本报记者|本報記者|本网记者|本刊记者|特约记者|见习记者|新华社记者)\s?[:：/／｜|"
        r"=＝・\s]\s?[^。，！？「」]{2,40}$|"
        r"^\W*[(（【\[]\s?(?:(?:本报|本報|本网|本刊|实习|總台|总台|央视|[^\s（）()]{2,8}社)?(?:记者|"
        r"記者|通讯员|编辑|編輯|责任编辑|責任編輯|责编|來源|来源|編集|"
        r"文|撰文|整理|翻译|編譯|编译))[\s:：/／｜|=＝、][^（）()。]{2,60}[)）】\]]\W*$|"
        r"^\W*[(（][^\s（）()。]{2,10}(?:記者|记者|特派員|報道|报道)?(?:／|/)?[^（）()。]{0,16}(?:記者|"
        r"報導|报道|報道|編輯|编辑)[)）]\W*$|"
        r"^\W*(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s?\d{1,2}[:：]\d\d(?::\d\d)?)?\s*)?(?:来源|"
        r"來源|稿源|出处|信息来源)\s?[:：]\s?\S.{0,40}?"
        r"(?:\s+(?:作者|编辑|記者|记者|责编|责任编辑|字号|发布时间)\s?[:：]?.{0,30})?$",
        110,
    ),
    # a person, a house, a day: "Thanh Phương, RFI, 14/09/2022"
    line_rule(
        "credit",
        "rfi,|bbc,|voa,|dw,|rfa,|cnn,|bloomberg,|afp,|reuters,|ap,|efe,|dpa,|guardian,|xinhua,|tass,|rfi:|voa:",
        r"^\W*(?-i:[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-zà-ỹ][\w.’'-]*){1,4}), (?-i:RFI|BBC|VOA|DW|RFA|CNN|"
        r"AFP|AP|EFE|dpa|Reuters|"
        r"Bloomberg|Xinhua|TASS|The Guardian)(?:,|:) (?:\d{1,2}[/. ][\w.]{1,10}[/. ]\d{2,4}|"
        r"\w+ \d{1,2}, \d{4})\W*$",
        80,
    ),
    # American papers: the writer's address under the text, or the post alone: "Senior Reporter, Example News"
    line_rule(
        "credit",
        "@|reporter|writer|editor|correspondent|contributor|columnist|journalist|redakteur|journaliste|periodista|jornalista|"
        "giornalista|photographer",
        r"^\W*(?:(?:e-?mail|mail|contact|twitter|"
        r"x)\s?[:：]?\s?)?[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,12}){1,3}(?:\W{1,4}@\w{2,30})?\W*$|"
        r"^\W*(?:twitter|x|instagram|bluesky|threads|mastodon)\s?[:：]\s?@[\w.]{2,40}\W*$|"
        r"^\W*(?-i:(?:(?:Senior|Staff|Chief|Deputy|Managing|Associate|Assistant|Contributing|Political|"
        r"Business|Sports?|Health|Science|"
        r"Technology|News|Digital|Features|Special|Foreign|National|Investigative|Freelance|Guest|City|"
        r"Education|Environment|Crime|"
        r"Multimedia) ){0,3}(?:Reporter|Writer|Editor|Correspondent|Contributor|Columnist|Journalist|"
        r"Photographer)(?:, (?:The )?[A-Z]"
        r"[\w.&’' ]{1,40})?|Redakteur(?:in)?|Journaliste|Periodista|Jornalista|Giornalista)\W*$",
        100,
    ),
    # the desks of Italian agencies sign with their initials: "abr/gtr/"
    line_rule("credit", "/", r"^\W*(?-i:[a-z]{2,4}(?:/[a-z]{2,4}){1,3}/)\W*$", 20),
    # Brazil: "As informações são do Diário …"
    line_rule(
        "credit",
        "as informações são|a informação é|informações d|las informaciones son|la información es",
        r"^\W*(?:as informações são|a informação é|(?:as )?informações|la información es|"
        r"las informaciones son) (?:d[aeo]s?|da agência|del?) "
        r"(?-i:[^\W\d_a-z])[^.!?]{2,60}\W*$",
        110,
    ),
    # writers and those who took the pictures in one line: "Fonte e foto: …", "Text und Bild: …"
    line_rule(
        "credit",
        "foto|photo|bild|picture|image|фото",
        r"^\W*(?:(?:text|texto|texte|testo|tekst|текст|fonte|fuente|source|quelle|bericht|story|words|"
        r"zdroj|źródło|reporting|writing) ?"
        r"(?:und|and|et|y|e|og|och|i|a|и|та|&|/|,|\+) ?(?:fotos?|photos?|photography|bild(?:er)?|bilde|"
        r"images?|pictures|zdjęcia|фото|"
        r"illustrations?)|(?:fotos?|photos?|bild(?:er)?) ?(?:und|and|et|y|e|&|/|,) ?(?:text|texto|texte|"
        r"testo|fonte|fuente|quelle))"
        r"\s?(?:[:：]|by|von|par|de|di|por)\s?(?-i:[^\sa-zà-ÿа-я]).{1,80}$",
        120,
    ),
)
