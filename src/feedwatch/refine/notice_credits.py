"""Lines that say who took a picture, who wrote and who edited, in the languages of the world's press.

To teach a new phrase, add it to a row; to teach a new kind of line, add a row.

Laws: data only; patterns are anchored or bounded, and linear in a line of `LONGEST` characters.
"""

from typing import Final

from feedwatch.refine.notice_row import PIECE, LineRule, line_rule

PHOTO: Final = (
    r"(?:(?:top |lead |file |cover |main |header |featured |stock |hero |banner |mandatory )?(?:photos?|"
    r"photographs?|photography(?= by)|pics?(?=\s?:| by)|image|images|picture|pictures"
    r"|screenshot|illustration|video|graphic)(?: ?(?:credits?|source|copyright|courtesy|illustration))?"
    r"|fotos?|bild|bilder|(?:archiv|artikel|aufmacher|beitrags|header|presse|symbol|teaser|titel)(?:foto|"
    r"bild)|bild(?:quelle|nachweis|rechte|autor)|foto(?:credit|rechte|"
    r"nachweis)|crédits? ?(?:photos?|image)?|"
    r"(?:mandatory )?credits?|fotograf(?:ía|ia|ie|o|i)|imagen|imagem|immagine"
    r"|zdjęcie|fot\.|фото|fotoğraf|ảnh|صورة|الصورة|تصوير|عکس|تصویر|צילום|写真|撮影|图片|圖片|图|圖|照片|사진"
    r"|beeld|kuva|kép|fotó|görsel|φωτογραφία|φωτο|फोटो|तस्वीर|ছবি|ภาพ|hình)"
)
_MORE: Final = r"(?: ?(?:less|more|vis mer|read more|mehr|enlarge|lire la suite))?\W*$"

CREDIT_RULES: Final[tuple[LineRule, ...]] = (
    # photo credits: a line of its own …
    line_rule(
        "photo",
        "photo|image|picture|pic|credit|foto|bild|screenshot|illustration|imagen|imagem|immagine|"
        "fot.|zdj|фото|ảnh|صور|عکس|تصویر|צילום|写真|撮影|图|圖|照片|사진|"
        "تصوير|beeld|kuva|kép|fotó|görsel|φωτο|फोटो|तस्वीर|ছবি|ภาพ|hình",
        rf"^[^\w]*(?:\d+ ?/ ?\d+ |(?-i:[A-Z]{{2,8}}) )?{PHOTO}(?: ?(?:\d+ von \d+|courtesy(?: of)?|by|via|"
        rf"von|par|di|"
        rf"de))?\s?(?:[:：=/©]|\s-\s|(?<=by)(?=\s?(?:the|our|authors?|staff|courtesy|getty|[^\W_]*@|"
        rf"(?-i:[^a-z\s]|[a-z]*[A-Z])|[\w .-]{{2,30}}\)\W*$|dpa|afp))|(?<=via)|(?<=courtesy)|(?<=of)|"
        rf"(?<=(?:photo|image|cture) credit)|(?<=copyright)|(?<=von)|(?<=fot\.))\s?\S?.{{0,120}}$",
        170,
    ),
    line_rule(
        "photo",
        "photo",
        r"^[\w .-]{2,40} (?:posted|added|shared) (?:an? |\d+ )?(?:new )?photos?:?$|"
        r"^[\w.-]+(?: [\w.-]+)? photo:$|"
        r"^(?:\w+ )?(?:handout|courtesy|file|submitted|contributed|provided|staff|pool|"
        r"police) photos?\W*$|^\W*(?:(?:ap|afp|reuters|pti|epa|"
        r"getty) (?:file )?(?:photo|"
        r"image)s?)\b.{0,60}$",
        80,
    ),
    line_rule(
        "photo",
        "courtesy",
        r"^\W*(?:\w+ )?courtesy:? (?:of (?:the )?)?(?-i:[^a-z\s]|photo|image).{1,80}$|^.{2,60}/courtesy\W*$",
        100,
    ),
    line_rule(
        "photo",
        "getty|shutterstock|istock|alamy|unsplash|picture alliance|imago|adobe",
        r"^\W*[\w.,'’ -]{0,60}?(?:/| / | via |, |- )?(?:afp via )?(?:getty images ?/ ?)?(?:getty(?: images)?|"
        r"shutterstock(?:\.com)?|istock(?:photo)?|alamy(?: stock photo)?|unsplash|"
        r"picture alliance\b.{0,40}|imago\b.{0,30}|adobe ?stock)\W*$",
        110,
    ),
    line_rule(
        "photo",
        "represent|image|photo|bild|archiv|foto|file|picture|zdjęc|ilustra|illusz|иллюстр|фото|temsili|arşiv|"
        "资料图|資料|ảnh minh|arkiv|genre|kuvitus|أرشيف|آرشیو|자료사진|イメージ",
        r"^\W*(?:(?:representati|illustrati)(?:ve|onal) (?:image|photo|picture|purposes?)|(?:image|photo|"
        r"picture)s? (?:used )?for representati.{0,30}|symbol(?:bild|foto)|archiv(?:bild|foto)|"
        r"file (?:photo|image|picture)|imagen (?:de archivo|referencial)|(?:foto|fotografía) (?:de archivo|"
        r"d['’]archivio|ilustrativa|ilustrasi)|photo d['’](?:archives?|illustration)|zdjęcie ilustracyjne|"
        r"ilustrační (?:foto|snímek)|ilustračn[áé] \w+|illusztráció|иллюстративное фото|иллюстрация|"
        r"фото из архива|temsili (?:fotoğraf|resim)|arşiv|资料图片?|資料(?:圖|照|写真)|ảnh minh họa|"
        r"arkiv(?:foto|bilde?)|"
        r"genrebild|illustrasjonsfoto|kuvituskuva|(?:صورة )?أرشيفية|(?:تصویر|عکس) آرشیوی|자료사진|イメージ)"
        r"\W*(?:[(\[].{1,40}[)\]])?\W*$",
        120,
    ),
    line_rule(
        "photo",
        "image copyright|image source|image caption|media caption",
        r"^(?P<caption>)(?:image|media) (?:copyright|source),? .{1,200}\b(?:image|"
        r"media) caption\b.{0,400}$",
        700,
    ),
    # East Asian papers: a word for picture, a stroke or "=", a name
    line_rule(
        "photo",
        "图|圖|摄|攝|影像|照片|資料照|供图|사진|写真|撮影",
        r"^\W*(?:图片来源|圖片來源|图源|圖源|摄影|攝影|图|圖|影像|照片|資料照|翻攝|供图|"
        r"사진 ?(?:제공|출처)?|写真|撮影)"
        r"\s?[:：／/=＝|ⓒ\]]\s?\S.{0,40}$|^[\[(【]사진 [^\[\]()]{2,30}[\])】]$",
        60,
    ),
    # … Korean agencies forbid selling it in the same brackets, Chinese ones put a name before "taken by"
    line_rule(
        "photo",
        "재판매|자료사진|캡처",
        r"^(?P<caption>.{4,}?)?[\[(]\s?[^\[\]()]{2,40}(?:제공|캡처|캡쳐|자료사진|촬영|사진)"
        r"(?:[.,]\s?재판매 및 DB ?금지[^\[\]()]{0,20})?\s?[\])]\W*$",
        300,
    ),
    line_rule("photo", "摄|攝", r"^(?P<caption>图为.{4,}?[。.!！?？]\s?)[^\s。]{2,4}\s?[摄攝]\W*$", 300),
    # a picture that was sent in or taken off a screen
    line_rule("credit", "via @|h/t @", r"^\W*(?:via|h/t) @[\w.@-]{2,60}\W*$", 80),
    line_rule(
        "photo",
        "handout|supplied|screen|grab|twitter|instagram|facebook|tiktok",
        r"^\W*(?:handout|supplied)\W*$|^(?:\w+ ){0,4}(?:screen|video) ?grab\W*$|"
        r"^\W*(?:twitter|instagram|facebook|tiktok)\s?[/|]\s?@?[\w.]{2,40}\W*$",
        60,
    ),
    line_rule(
        "photo",
        "图|圖|摄|攝|照片",
        r"^(?P<caption>.{2,}?)[（(〔](?:图|圖|摄|攝|照片)[^（）()]{1,40}[)）〕]\W*$",
        400,
    ),
    # an agency's or library's name behind the word for source is a picture's source
    line_rule(
        "photo",
        "getty|imago|picture|shutterstock|alamy|istock|unsplash|pixabay|images|bildfunk|zentralbild",
        r"^\W*(?:sources?|quelle|fonte|fuente|bron|kilde|källa|lähde|zdroj|źródło|via)\s?[:：]\s?[^:]{0,60}"
        r"\b(?:getty|imago|picture[ -]alliance|shutterstock|alamy|istock|unsplash|pixabay|images|bildfunk|"
        r"zentralbild)\b.{0,40}$",
        120,
    ),
    # magazines credit all pictures of a page in one line: "Jane Roe/AFP, EPA/John Doe, Bob Coe/Getty Images"
    line_rule(
        "photo",
        "/ap|/afp|afp/|epa/|/epa|reuters/|/reuters|getty|shutterstock|/dpa|dpa/|alamy",
        r"^\W*(?:(?-i:[A-ZÀ-Þa-z]{0,2}[A-ZÀ-ÞА-Я])[^/,;]{1,40}(?:/[^/,;]{2,40}){1,3}[,;]\s?){2,30}"
        r"(?-i:[A-ZÀ-Þа-яa-z]{0,2}[A-ZÀ-ÞА-Я])[^/,;]{1,40}(?:/[^/,;]{2,40}){1,3}\W*$",
        1000,
    ),
    # American papers: "Jane Roe for The Example Times"
    line_rule(
        "photo",
        " for the ",
        r"^\W*(?-i:[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3}) for (?-i:The [A-Z]\w+(?: [A-Z]\w+){0,3})"
        r"\W*$",
        80,
    ),
    # … and at the end of a caption
    line_rule(
        "photo",
        "photo|image|picture|credit|foto|bild|file|courtesy|fot.|фото|صور|عکس|写真|사진|getty|via",
        rf"^(?P<caption>.{{3,}}?)[(\[|]\s?[^()\[\]|]{{0,60}}\b(?:{PHOTO}|file|courtesy|handout|"
        rf"via)\b[^()\[\]|]{{0,90}}[)\]]?(?:\s?\([^()]{{2,40}}\))?{_MORE}",
        700,
    ),
    line_rule(
        "photo",
        "photo|image|picture|credit|foto|bild|fot.|фото|ảnh|kuva|kép|zdj|imagen|imagem|immagine|beeld|صور|عکس|写真|사진",
        rf"^(?P<caption>.{{12,}}?[.!?\s])(?:{PHOTO}\s?[:：]|/ автор фото |(?-i:Photo(?:graph)?s? (?:by|"
        rf"courtesy|via))|"
        rf"(?:ap|afp|reuters|pti) photo/).{{1,80}}?{_MORE}",
        700,
    ),
    # credits: names, places and words of signing alone, as lines or behind the last sentence of a text
    line_rule(
        "credit",
        "contribut",
        rf"^\W*(?!(?:s?he|they|we|it|i|who|this|that|these|those|all|many|some|both|others?|several|each)\b)"
        rf"[^\W\d_].{{1,1300}}\bcontribut(?:ed|ing)(?: (?:reporting|research|writing)\b.{{0,60}}|"
        rf"(?: (?:\w+ )?(?:reporting|research|writing))?,? (?:also )?(?:to|for) (?:(?:this|our|"
        rf"\w+['’]s) (?:\w+ )?"
        rf"{PIECE}|the (?:story|article))\b.{{0,40}}| from (?-i:[A-Z])[\w ,.'’-]{{2,40}})$|"
        r"^\W*(?:also )?contributing to this (?:report|story|article)\b.{3,500}$|"
        r"^\W*(?:the )?(?-i:Associated Press|AP|Reuters|AFP|Bloomberg|CNN)\b.{3,400}\bcontributed\.?\W*$|"
        r"^\W*(?-i:(?:[A-Z][\w.'’-]*|in|and|de|van|von)(?:, | )){2,12}contributed\W*$",
        1500,
        tells=0,
    ),
    line_rule(
        "credit",
        "ing by|en by|ed by|research by|tion by|graphics by|story by|report by|text by|words by|photos by",
        r"^\W*(?:(?:additional|further|with|compiled|extra|original|and|as) )*(?:reporting|"
        r"writing|"
        r"editing|compiled|edited|published(?= by:)|written|reported|translated|translation|"
        r"additional reporting|"
        r"photography|production|(?<=al )research|(?<=er )research|graphics?|(?:story|report|"
        r"text|words)(?= by[ :]+(?-i:[A-ZÀ-Þ])))(?: and (?:writing|editing|"
        r"reporting))? by:? (?=(?:staff|agenc|our |wire|news|afp|dpa|the (?-i:[A-Z])|"
        r"(?-i:[^a-z\s]))).{2,1000}$",
        1500,
        tells=2,
    ),
    line_rule(
        "credit",
        "reported from",
        r"^\W*(?!(?:s?he|they|we|it|who)\b)[^\W\d_][\w.'’ -]{1,60} reported from (?-i:[^a-z]).{2,300}$",
        400,
        tells=0,
    ),
    line_rule(
        "credit",
        "input|files|report|assistance|information|agenc|agências|material|informa|agenz|mit |avec |con |"
        "com ",
        r"^\W*(?:with|mit|avec|con|com|med|per)\s(?:\w+ |[A-Z]+ ){0,3}?(?:inputs?|files? from|"
        r"assistance (?:by|from)|"
        r"reporting|reports? (?:from|by)|information (?:from|de)|agency inputs|"
        r"agenturmaterial|(?:informationen|material) (?:der|des|von)|informaci[óo]n(?:es)? de|"
        r"informações d[aoe]|"
        r"(?:agenc(?:y|ies)|agências|agencias|agences|agenturen|agenzie)(?=\W*$))\b.{0,200}$",
        260,
    ),
    line_rule(
        "credit",
        "inputs from|input from",
        r"(?P<cut>(?:^|(?<=[.!?”\"»]))[\s(\[–—-]{0,4}(?:with )?(?:agency |"
        r"additional )?inputs? from .{2,140}$)",
        1500,
    ),
    line_rule(
        "credit",
        "source|quelle|fonte|fuente|zdroj|źródło|источник|източник|извор|izvor|джерело|крыніца|المصدر|مصدر|"
        "منبع|kaynak|来源|來源|出典|출처|bron|kilde|källa|lähde|πηγή|forrás|sursa|מקור|sumber|nguồn|स्रोत|इनपुट|"
        "সূত্র|ที่มา|allikas|avots|šaltinis|mənbə|manba|input|ソース|情報源|出所",
        r"^\W*(?:[^|]{0,70}\| ?)?(?:sources?|quellen?|fontes?|fuentes?|zdroj|źródło|источники?|източник|"
        r"извор|izvor|джерело|крыніца|المصدر|مصدر|منبع|kaynak|来源|來源|出典|출처|bron(?:nen)?|kilde|källa|"
        r"lähde|πηγή|forrás|sursa|מקור|sumber|nguồn|स्रोत|इनपुट|সূত্র|ที่มา|allikas|avots|šaltinis|mənbə|"
        r"manba|inputs?|ソース|情報源|出所)(?:\s?[:：]| [-–] )\s?(?!(?-i:[a-z]{1,4} [a-z]))\S.{0,110}$",
        130,
    ),
    # … and behind the last sentence of a video's description: "… on the outlook. (Source: Bloomberg)"
    line_rule(
        "credit",
        "(source|(quelle|(fuente|(fonte|(bron|(kilde|(zdroj|(источник",
        r"(?P<cut>(?<=[.!?…”\"»])\s?\((?:source|quelle|fuente|fonte|bron|kilde|zdroj|"
        r"источник)s?: [^()]{2,40}\)\W*$)",
        1500,
    ),
    line_rule(
        "credit",
        "information from|материалам|матеріалами",
        rf"^\W*(?:this {PIECE} (?:includes|contains|incorporates) |"
        rf"some )?information from (?:the )?(?-i:[A-Z])[^.]{{2,80}}"
        rf"(?:(?:was|is|were) (?:used|included)[^.]{{0,40}})?\W*$|^\W*(?:по материалам|"
        rf"за матеріалами) [^.,]{{2,60}}\W*$",
        170,
    ),
    line_rule(
        "credit",
        "submitted by",
        r"^\W*submitted by\s+(?:/?u/[\w-]{2,30}(?: to /?r/\w+)?|"
        r"[\w-]{2,30} to \w{2,30}(?=\s+\[link\]))(?:\W*\[[\w ]+\]){0,2}\W*$",
        120,
    ),
    # "Autor: Jan Kowalski": the word for who wrote, edited or translated, a colon, names
    line_rule(
        "credit",
        "auto|author|auteur|автор|redak|rédac|redac|redaz|text|tekst|yaz|haber|muhabir|penulis|"
        "editor|reporter|szerz|"
        "pewarta|נכתב|מאת|लेखक|संपादक|skribent|författ|forfatter|toimitt|kirjoitt|derleyen|"
        "çevi|перевод|перекл|"
        "подготов|підготу|كتب|بقلم|إعداد|تحرير|ترجمة|نویسنده|مترجم|خبرنگار|oprac|tłum|"
        "mitarbeit|interview|protokoll|"
        "tradu|colabora|edici|edição",
        r"^\W*(?:autor(?:in|en|a|e|es|i|ka)?|auteure?s?|authors?|авторы?|автор[ік]а?|autore|"
        r"redaktion|redakteur(?:in)?|"
        r"redakcja|rédaction|redacci[óo]n?|redazione|redação|texte?|texto|tekst|yazan|yazar|haber|muhabir|"
        r"penulis|editor|reporter|pewarta|נכתב על ידי|מאת|लेखक|संपादक|szerzők?|skribent|författare|forfatter|"
        r"toimittaja|kirjoittaja|derleyen|çeviri|çeviren|перевод|переклад|подготовила?|"
        r"підготува(?:в|ла)|كتبت?|بقلم|"
        r"إعداد|تحرير|ترجمة|نویسنده|مترجم|خبرنگار|oprac(?:owanie|ował|owała|\.)|tłum(?:aczenie|\.)|mitarbeit|"
        r"interview|protokoll|traducci[óo]n|traduction|traduzione|tradução|colaboraci[óo]n|colaboração|"
        r"edici[óo]n|edição)\s?(?:[:：]|(?<=\.) )\s?"
        r"(?-i:(?:[^\W\d_a-z][\w.'’-]*|de|da|von|van|der|den|und|and|y|e|et|i|и|og)"
        r"(?:[ ,;:/&+]{1,3}|\W*$)){1,8}$",
        90,
    ),
    # France, Spain, Brazil, Germany, Ukraine: "Propos recueillis par …", "(Reporte de …; Editado por …)"
    line_rule(
        "credit",
        "report|recueillis|édité|rédigé|traduit|editad|escrito|interview|subgot|підготу|"
        "подготов|redigid|edição|"
        "traducid|realizad|إعداد",
        r"^\W*(?:propos recueillis par|(?:reporte|reportaje|reportagem|reportage|edición|edição|información|"
        r"redacción)(?: adicional| suplementaire)?(?: de| por| par| d['’]|:)|(?:escrito|"
        r"editado|redigido|reportado|"
        r"traducido|realizado|rédigé|édité|traduit)(?: en español)? (?:por|par)|"
        r"das (?:interview|gespräch) führten?|"
        r"(?:підготува(?:в|ла)|подготовила?)) ?(?-i:[^\W\d_a-z]).{2,300}$|"
        r"^\W*إعداد [^.]{2,60} (?:-|–) تحرير [^.]{2,40}$",
        340,
    ),
    # "Jane Roe, Example Staff", "Jane Roe, Contributor"
    line_rule(
        "credit",
        "staff|contributor|correspondent|reporter|writer",
        r"^\W*(?:(?i:by) )?(?-i:[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|da|del|di|van|von|der|al|"
        r"bin)){1,3}),? "
        r"(?-i:(?:[A-ZÀ-Þ][\w.&'’-]* ){0,4}(?:Staff(?: (?:Writer|Reporter|Correspondent|Photographer))?|"
        r"(?:Senior |Guest )?Contributor|Correspondent|Reporter|Writer))\W*$",
        90,
    ),
    # American magazines: who the writer is, and how to reach or read more of them
    line_rule(
        "credit",
        "staff writer|you can follow|you can read more|you can reach|follow him|follow her|follow them",
        r"^\W*(?-i:[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|da|del|di|van|von|der|al|bin)){1,3}) is an? "
        r"(?:(?:[\w-]+ ){0,3}staff writer (?:at|for|with|covering|who|based|reporting|and)\b|"
        r"(?:[\w’'-]+ ){0,8}?(?:writer|reporter|editor|correspondent|columnist|journalist|contributor|"
        r"producer|"
        r"author|analyst)\b.{0,300}\b(?:you can (?:follow|read more|reach)|follow (?:him|her|"
        r"them))\b).{0,400}$",
        700,
    ),
    # "From staff and wire reports": nothing but words for newsrooms
    line_rule(
        "credit",
        "staff|wire|agenc|correspondent",
        r"^\W*(?=.{0,40}(?:staff|wire|agenc|correspondent))(?:(?:from|by|with|our|the|own|"
        r"staff|wires?|agency|"
        r"agencies|news|services?|reports?|reporters?|writers?|and|press|correspondents?|"
        r"bureau|desk|online|web)"
        r"(?:[ ,/&]{1,3}|\W*$)){2,6}$",
        60,
    ),
    # "Redacción Mundo": a newsroom as its own author
    line_rule(
        "credit",
        "redac|redak|rédac|redaz",
        r"^\W*(?:la )?(?:redacci[óo]n|redaktion|rédaction|redazione|redação|redakcja|redakce)"
        r"(?-i:(?: [A-ZÀ-Þ][\w.]*){1,4})\W*$",
        60,
    ),
    # the same in East Asia: "责任编辑：…", "○○○ 기자 name@example.com"
    line_rule(
        "credit",
        "编|編|记者|記者|作者|撰文|翻译|翻譯|校对|기자|특파원",
        r"^\W*(?:实习|實習)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|核稿編輯|记者|記者|作者|撰文|翻译|翻譯|"
        r"编译|編譯|校对)\s?[:：／/]\s?\S.{0,60}$|"
        r"^\W*(?:記者|记者)[^\s，。]{2,12}[／/│|].{2,12}(?:報導|报道|電|电)\W*$|"
        r"^\W*(?:[\w.+-]{1,40}@[\w.-]{3,40}\W{1,3}|\[email.protected\]\W{1,3})?"
        r"(?:[^()\s]{2,8}=(?:[^()\s]{2,10}\W{1,3})?|[가-힣A-Z]{2,10} )?"
        r"[가-힣]{2,4} ?(?:[가-힣]{2} ?)?(?:기자|특파원)"
        r"(?:\W*=)?(?:\W{1,3}[\w.+-]{1,40}@[\w.-]{3,40})?\W*$",
        110,
    ),
    line_rule(
        "credit",
        "übersetz|translat|traduc|tradui|tradott|traduz",
        r"^\W*(?:übersetzt|übersetzung|translated|translation|traducid[oa]|traducción|traduit|"
        r"traduction|tradotto|traduzido|tradução)\b(?:\s?[:(]|\sby(?:\s?:\s?\S| (?-i:[^a-z]))|\s(?:from|"
        r"of|aus|von|vom|ins?|und|et|and|"
        r"par|de|del|da|"
        r"do|di|dal|al|por)\b|\W*$).{0,80}$",
        110,
    ),
)
