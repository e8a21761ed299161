"""Lines that credit a picture, and captions that end with who took it, in the languages of the world's press.

Laws: as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import LineRule, line_rule

PHOTO: Final = (
    r"(?:(?:top |lead |file |cover |main |header |featured |stock |hero |banner |mandatory )?(?:photos?|"
    r"photographs?|photography(?= by)|pics?(?=\s?:| by)|image|images|picture|pictures"
    r"|screenshot|illustration|video|graphic)(?: ?(?:credits?|source|copyright|courtesy|illustration))?"
    r"|fotos?|bild|bilder|(?:archiv|artikel|aufmacher|beitrags|header|presse|symbol|teaser|titel)(?:foto|"
    r"bild)|bild(?:quelle|nachweis|rechte|autor)|foto(?:credit|rechte|"
    r"nachweis)|crédits? ?(?:photos?|image)?|"
    r"(?:mandatory )?credits?|fotograf(?:ía|ia|ie|o|i)|imagen|imagem|immagine"
    r"|zdjęci[ae]|zdj\.|fot\.|фото(?:графия|граф)?|снимк[аи]|снимка|скриншот|скріншот|кадр из видео|"
    r"valokuv\w+|billede|ph\.|"
    r"фото|fotoğraf|ảnh|صورة|الصورة|تصوير|عکس|تصویر|צילום|写真|撮影|图片|圖片|图|圖|照片|사진"
    r"|عکاس|beeld|kuvat?|kép(?:ek)?|fotó|görsel|φωτογραφία|φωτο|फोटो|तस्वीर|ছবি|ภาพ|รูป|hình|nguồn ảnh|"
    r"ảnh minh h[ọo]a|sursa foto|zdroj (?:foto|fotografie)|"
    r"źródło (?:zdjęcia(?: głównego)?|foto|zdj\.)|источник (?:фото|изображения)|джерело (?:фото|"
    r"зображення)|foto ilustrasi)"
)
_MORE: Final = r"(?: ?(?:less|more|vis mer|read more|mehr|enlarge|lire la suite))?\W*$"

PICTURE_RULES: Final[tuple[LineRule, ...]] = (
    # photo credits: a line of its own …
    line_rule(
        "photo",
        "photo|image|picture|pic|credit|foto|bild|screenshot|illustration|imagen|imagem|immagine|"
        "fot.|zdj|фото|снимк|скриншот|скріншот|кадр|valokuv|billede|ph.|ảnh|صور|عکس|عکاس|تصویر|צילום|"
        "写真|撮影|图|圖|照片|사진|รูป|"
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
    # the services of the BBC label a picture's source in every language, with a comma
    line_rule(
        "photo",
        "image source|image copyright|image credit|fuente de la imagen|crédito, |crédit photo, |автор"
        " фото|джерело зображення|"
        "kaynak, |fotoğraf kaynağı|görsel kaynağı|صدر الصورة|مصدر الصورة|منبع تصویر|تصویر کا ذریعہ|इमेज"
        " स्रोत|ছবির উৎস|"
        "படக்குறிப்பு|பட மூலாதாரம்|sumber gambar|nguồn hình ảnh|图像来源|圖像來源|이미지"
        " 출처|画像提供|画像説明|"
        "ที่มาของภาพ|แหล่งที่มา|chanzo cha picha|xigashada sawirka|izvor slike|pie de foto, ",
        r"^\W*(?:image (?:source|copyright|credit)|fuente de la imagen|crédito|crédit photo|автор фото|"
        r"джерело зображення|kaynak|"
        r"fotoğraf kaynağı|görsel kaynağı|صدر الصورة|مصدر الصورة|منبع تصویر|،?تصویر کا ذریعہ|इमेज स्रोत|"
        r"ছবির উৎস|பட மூலாதாரம்|"
        r"sumber gambar|nguồn hình ảnh|图像来源|圖像來源|이미지 출처|画像提供|ที่มาของภาพ|แหล่งที่มา|"
        r"chanzo cha picha|"
        r"xigashada sawirka|"
        r"izvor slike)\s?[,:،，]\s?(?-i:[^\sa-zà-ÿışğ])(?!.*\b[a-zà-ÿ]{6,}\b.*\b[a-zà-ÿ]{6,}\b).{0,80}$",
        130,
    ),
    # Indonesia: "dok. …", "Foto: Istimewa"; France: "DR", all rights of an unknown photographer
    line_rule(
        "photo",
        "dok|istimewa|ilustrasi| dr|photo dr|dr)|d.r.|ph dr",
        r"^\W*(?:dok(?:umentasi|umen|\.)?\b[ :./]{1,3}(?=\S).{2,60}|(?:foto:? ?)?(?:istimewa|ilustrasi)|"
        r"(?:crédits? )?(?:photos?|ph\.?|"
        r"©)\s?:?\s?d\.?r\.?)\W*$",
        80,
    ),
    # "The bridge photo courtesy of Jane Roe on Unsplash"
    line_rule(
        "photo",
        "photo courtesy|photos courtesy|image courtesy|images courtesy|picture courtesy|video"
        " courtesy|photo by|image by",
        r"^\W*[^.!?:]{0,80}\b(?:photos?|images?|pictures?|video) (?:courtesy(?: of)?|"
        r"by) (?-i:[^a-z\s])[^.!?]{1,60}"
        r"(?: (?:on|via|from) (?:unsplash|flickr|pexels|pixabay|wikimedia(?: commons)?|shutterstock|"
        r"getty(?: images)?|istock|pond5))"
        r"\W*$|^\W*[^.!?:]{0,60}\b(?:photos?|images?|pictures?) courtesy of (?-i:[^a-z\s])[^.!?]{1,60}\W*$",
        180,
    ),
    # Canadian and American papers: "….--NEWS PHOTO JANE ROE", "… on Friday. Staff photo by Jane Roe"
    line_rule(
        "photo",
        "news photo|staff photo|file photo|submitted photo|contributed photo|courtesy photo|handout"
        " photo|photo submitted|photo supplied",
        r"^(?P<caption>.{20,}?[.!?”\"]\s?)[\s–—-]{0,4}(?:(?:news|staff|file|submitted|contributed|"
        r"courtesy|handout) photo(?:graph)?s?"
        r"(?:(?:[:/ ]| by | courtesy of )\s?(?-i:[A-Z])[\w.’'/ -]{2,50})?|photos? (?:submitted|supplied|"
        r"contributed|provided))\W*$",
        500,
    ),
    # Mexican papers: a caption, a stroke, who took it
    line_rule(
        "photo",
        " / ",
        r"^(?P<caption>.{20,}[.!?»”\"]) / (?-i:[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]+|de|del|"
        r"la)){0,4})(?: ?[/|] ?(?-i:[A-ZÀ-Þ])[\w .]{2,30})?\W*$",
        500,
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
        "photo|image|picture|credit|foto|bild|fot.|фото|ảnh|kuva|kép|zdj|ph.|imagen|imagem|immagine|"
        "beeld|صور|عکس|写真|사진",
        rf"^(?P<caption>.{{12,}}?[.!?\s])(?:{PHOTO}\s?[:：]|/ автор фото |(?-i:Photo(?:graph)?s? (?:by|"
        rf"courtesy|via))|photo credit should read:?|/?\s?(?-i:[Ff]ot\.|[Zz]dj\.|[Pp]h\.)\s?(?-i:[^a-z\s])|"
        rf"(?<=[.!?] )(?-i:Credit:? (?!Suisse|Agricole)(?=[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|at|for|"
        rf"via|of|the|and|[/|])){{1,8}}\W*$))|"
        rf"(?:ap|afp|reuters|pti) photo/).{{1,80}}?{_MORE}",
        700,
    ),
)
