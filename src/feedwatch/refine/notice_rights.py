"""Sentences that say what one may not do with a text, or may with a link, in many languages.

What every language says in a fixed form ("All rights reserved", "无断转载禁止") is in `notice_marks`; here
are the sentences around it. A press law in one line: what is done (copying, citing, reprinting) or with what
(texts, pictures, the site), and on which terms (a link, the source, written consent). What lacks one of the
two is news: "The use of drones is forbidden".

Laws: as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import LineRule, line_rule

# what is done, near the beginning of the sentence
_TAKING: Final = (
    r"перепечат|копирован|цитирован|воспроизведени|републикаци|использовани\w* (?:\w+ ){0,3}(?:материал|"
    r"информаци|текст|"
    r"контент|публикаци|стат|фото|содержани|ссылк)|передрук|копіюванн|цитуванн|відтворенн|"
    r"використанн\w* (?:\w+ ){0,3}(?:матеріал|"
    r"інформаці|текст|контент|публікаці|стат|фото)|препечатван|цитиран|копиран|преузимањ|преземањ|"
    r"използван\w* (?:\w+ ){0,2}"
    r"(?:материал|съдържани|текст)|nachdruck|vervielfältigung|weiterverbreitung|weiterverwendung|"
    r"reproduction|rediffusion|"
    r"reproducción|republicación|reprodução|republicação|cópia|riproduzione|riproducibil|overname|"
    r"verveelvoud|kopiering|"
    r"eftertryck|eftertryk|ettertrykk|gengivelse|kopioin|kopiowanie|rozpowszechnianie|przedruk|"
    r"powielanie|wykorzystywanie "
    r"(?:\w+ ){0,2}(?:materiał|treści|tekst)|kopírován|přetiskován|šíření (?:\w+ ){0,2}(?:obsah|článk|"
    r"text|materiál)|užití (?:\w+ ){0,2}"
    r"(?:obsah|článk|text)|šírenie (?:\w+ ){0,2}(?:obsah|článk|text)|másolás|utánközl|preluare|"
    r"reproducere|copiere|preuzimanje "
    r"(?:\w+ ){0,3}(?:sadrž|tekst|članak|vest|vijest|materijal|delova|dijelova)|"
    r"prenošenje (?:\w+ ){0,3}(?:sadrž|tekst|članak|vest|"
    r"vijest)|αναδημοσίευση|αναπαραγωγή|alıntı|kopyala|çoğalt|iqtibas|istifadə|إعادة (?:ال)?نشر|"
    r"اعادة (?:ال)?نشر|إعادة إنتاج|اقتباس|نقل (?:ال)?محتو|"
    r"نسخ|کپی|بازنشر|استفاده از (?:مطالب|محتوا|اخبار|اطلاعات)|نقل (?:مطالب|اخبار)|להעתיק|לשכפל|कॉपी|"
    r"पुनः प्रकाश|पुनर्प्रकाश|কপি|পুনঃপ্রকাশ|"
    r"mengutip|menyalin|memperbanyak|menggandakan|meng-?copy|crawling|sao chép|trích dẫn|phát hành lại|"
    r"คัดลอก|ทำซ้ำ|转载|轉載|摘编|摘編|复制|複製|"
    r"転載|複製|引用|전재|복제"
)
# with what
_WORKS: Final = (
    r"материал\w* (?:сайт|портал|издани|ресурс)|вся информаци|все (?:материал|текст|фото|прав)|"
    r"матеріал\w* (?:сайт|портал|видан)|вся інформаці|"
    r"(?:усі|всі) (?:матеріал|текст|фото)|(?:inhalte|texte|bilder|artikel|beiträge|fotos) (?:dieser|"
    r"unserer|auf|dieses|sind|der (?:web|seite))|"
    r"(?:diese[rs]?|der) (?:artikel|beitrag|text|inhalt)|(?:ce|cet|cette|le présent) (?:logiciel|site|"
    r"texte|document|article|contenu|œuvre)|(?:contenus?|textes?|articles?|photos?) (?:de|du|sur|"
    r"présent|publié|est|sont)|"
    r"(?:contenidos?|textos|materiales?|artículos|esta (?:obra|página)) |(?:conteúdos?|textos?|material|"
    r"materiais|matérias|esta? (?:obra|"
    r"página)) |(?:contenuti|testi|immagini|materiali|questo articolo|articolo) |(?:teksten|artikelen|"
    r"inhoud|niets uit|op dit artikel|"
    r"auteursrecht)|(?:allt? material|materialet|innehållet|indholdet|innholdet|alt indhold|alt innhold|"
    r"sisällön|aineisto)|(?:materiały|"
    r"treści|teksty|artykuły) |(?:obsah|články|texty) |(?:tartal\w+|cikkek|oldalon)|(?:conținutul|"
    r"materialele|articolele)|(?:sadržaj|tekstovi)|"
    r"περιεχόμενο|(?:haberler|yazılar|içerik|fotoğraf|tüm hak)\w*|(?:المواد|المحتوي|المقالات|الصور|"
    r"جميع ما)|(?:مطالب|محتوا|کلیه|تمامی)|"
    r"(?:टेक्स्ट|सामग्री|लेख|খবর|লেখা|ছবি)|(?:konten|artikel|berita|isi)|(?:nội dung|bài viết|"
    r"thông tin)|เนื้อหา|本文|本站|本网|本網|本报|本報|文章|"
    r"本サイト|当サイト|記事|写真|コンテンツ|アプリケーション|기사|콘텐츠|사진"
)
# on which terms
_TERMS: Final = (
    r"(?:гипер)?ссылк\w+|указани\w+ (?:источник|автор)|письменн\w+ (?:разрешени|согласи)|(?:разрешени|"
    r"согласи|согласовани)\w+ (?:с )?(?:\w+ )?"
    r"(?:редакци|правообладател|автор|администраци|владельц)|не подлежат? (?:\w+ )?(?:воспроизведени|"
    r"распространени|копировани)|(?:гіпер)?посиланн\w+|"
    r"зазначенн\w+ джерел|письмов\w+ (?:дозв|згод)|(?:дозвол|згод)\w+ (?:редакці|автор|правовласник|"
    r"власник)|не підляга|позоваване|посочване|"
    r"писмен\w+ (?:съгласие|разрешение)|активен линк|quellenangabe|"
    r"(?<!nicht )urheberrechtlich geschützt|(?:unterlieg\w+|schutz) (?:dem|des) "
    r"urheberrecht|schriftliche\w* (?:\w+ )?(?:genehmigung|zustimmung|einwilligung|erlaubnis)|"
    r"(?:genehmigung|zustimmung|erlaubnis|einwilligung) "
    r"(?:des|der|von|durch) (?:verlag|redaktion|autor|urheber|rechte|herausgeber|betreiber|verfasser|"
    r"chefred)|auszugsweise|"
    r"autorisation (?:préalable|écrite|expresse|de)|accord (?:préalable|écrit|exprès)|même partielle|"
    r"totale ou partielle|partielle ou totale|"
    r"droit d['’]auteur|propriété (?:intellectuelle|exclusive)|citer la source|mention de la source|"
    r"sans (?:l['’])?(?:autorisation|accord)|"
    r"total o parcial|parcial o total|citando|cite la fuente|citar la fuente|cita de la fuente|"
    r"autorización (?:previa|expresa|escrita|por escrito|de)|"
    r"sin (?:\w+ ){0,2}(?:autorización|permiso|consentimiento)|derechos de autor|"
    r"propiedad (?:intelectual|de)|"
    r"total ou parcial|parcial ou total|citad[ao] a fonte|cit[ae]\w* a fonte|autorização (?:prévia|"
    r"expressa|escrita|por escrito)|sem (?:\w+ ){0,2}"
    r"(?:autorização|permissão|consentimento)|direitos? autora[il]s?|direitos? de autor|"
    r"código do direito|prints?\b|fonte|"
    r"anche parziale|totale o parziale|citando|citazione della fonte|"
    r"senza (?:\w+ ){0,3}(?:autorizzazione|consenso|permesso)|diritto d['’]autore|"
    r"proprietà intellettuale|riservat[aio]|schriftelijke|voorafgaande|zonder toestemming|"
    r"bronvermelding|auteursrecht\w*|"
    r"upphovsrätt\w*|ophavsret\w*|opphavsrett\w*|åndsverkloven|skriftlig\w*|utan (?:tillstånd|"
    r"medgivande)|uden tilladelse|uten tillatelse|"
    r"tekijänoike\w*|ilman (?:\w+ )?lupaa|zgod\w+ (?:redakcji|wydawcy|autora|właściciela|"
    r"administratora)|pisemn\w+|podani\w+ źródła|"
    r"praw\w* autorski\w*|souhlas\w* (?:redakce|vydavatele|autora|provozovatele|čtk)|písemn\w+|"
    r"autorsk\w+ (?:práv|zákon)\w*|uvedením zdroje|"
    r"písomn\w+|súhlas\w* (?:redakcie|vydavateľa|autora)|szerzői jog\w*|írásos|írásbeli|előzetes|"
    r"forrás megjelöl\w*|acord\w* (?:scris|prealabil|"
    r"al|redac)\w*|citarea|sursei|sursa|drepturil?e? de autor|link activ|navođenj\w+|uz izvor|"
    r"dozvol\w+ (?:redakcije|autora|izdavača)|saglasnost\w* "
    r"(?:redakcije|autora|izdavača)|suglasnost\w*|autorsk\w+ prav\w*|άδεια|πηγή|σύνδεσμ|πνευματικ|"
    r"kaynak göster|aktif link|yazılı iz[in]|izin "
    r"alınma|izinsiz|telif|kısmen|vacibdir|mütləqdir|zəruridir|المصدر|إذن|اذن|موافقة|حقوق|کتبی|ذکر|"
    r"بلامانع|پیگرد|حقوق|لینک|ללא|באישור|זכויות|अनुमति|"
    r"कॉपीराइट|वर्जित|অনুমতি|tanpa|seizin|hak cipta|tertulis|sumber|bản quyền|nguồn|văn bản|ลิขสิทธิ์|"
    r"อนุญาต|出处|出處|来源|來源|授权|授權|必究|许可|許可|"
    r"同意|注明|註明|联系|聯繫|不得|谢绝|謝絕|严禁|嚴禁|禁じ(?:ます|られて)|禁止(?:し(?:ます|て)|です|"
    r"いた|。|$)|お断り|ご遠慮|できません|帰属し(?:ます|て)|承諾書|必要です|場合があります|금지(?!하|되|됩)|"
    r"금합니다|처벌"
)
_WORDS: Final = (
    "перепечат|копирован|цитирован|воспроизв|республ|републик|использован|информаци|материал|передрук|"
    "копіюв|цитуван|відтвор|використ|"
    "інформаці|матеріал|препечат|цитиран|копиран|преузим|презем|използван|nachdruck|vervielf|weiterver|"
    "inhalte|urheber|reproduction|rediffusion|"
    "contenu|propriété|reproducc|republic|contenido|reprodu|conteúdo|cópia|riprodu|contenuti|overname|"
    "verveelv|auteurs|kopiering|"
    "eftertry|ettertrykk|gengivelse|upphovs|ophavs|opphavs|åndsverk|tekijänoik|kopioin|kopiowan|"
    "rozpowszech|przedruk|powielan|wykorzystyw|"
    "autorski|kopírov|přetisk|šíření|šíren|užití|autorsk|másol|utánközl|szerzői|preluare|reproducere|"
    "copiere|drepturi|preuzimanje|prenošenje|"
    "αναδημοσ|αναπαραγ|περιεχόμενο|alıntı|kopyala|çoğalt|telif|istifadə|iqtibas|إعادة|اعادة|اقتباس|محتو|"
    "نسخ|حقوق|کپی|بازنشر|استفاده از|نقل|"
    "להעתיק|לשכפל|कॉपी|पुनः|पुनर्प|কপি|অনুমতি|mengutip|menyalin|memperbanyak|menggandakan|crawling|hak"
    " cipta|sao chép|trích dẫn|phát hành lại|"
    "bản"
    " quyền|คัดลอก|ทำซ้ำ|ลิขสิทธิ์|转载|轉載|摘编|摘編|复制|複製|版权|版權|著作|転載|引用|知的財産|許諾|"
    "承諾|전재|복제|무단"
)

RIGHTS_RULES: Final[tuple[LineRule, ...]] = (
    line_rule(
        "rights",
        _WORDS,
        rf"^(?=.{{0,90}}?(?:{_TAKING}))(?=.*(?:{_TERMS}))(?!.*[?？]|[^「」]*「|.*\b(?:gericht|tribunal|"
        rf"court|суд|法院|裁判所|判断|法律|법원|법안)).{{5,600}}$|"
        rf"^(?=.{{0,80}}?(?:{_WORKS}))(?=.*(?:(?<!nicht )urheberrechtlich geschützt|"
        rf"urheberrecht (?:unterl|gesch)|не подлежат? (?:\w+ )?(?:воспроизв|распростр|"
        rf"копиров)|письменного (?:разрешения|согласия)|propriété (?:intellectuelle|exclusive) d|"
        rf"propiedad intelectual de|propriedade intelectual d|"
        rf"proprietà intellettuale d|(?:är|er) (?:skydda|beskytt)\w+|upphovsrätt\w*|ophavsret\w*|"
        rf"åndsverkloven|auteursrecht(?:elijk)? |chronion\w+ praw|"
        rf"autorským(?:i)? práv|szerzői jog\w*|zaštićen\w* autorsk|telif hakkı|版权归|版權歸|版权属|"
        rf"著作权归|版权所有|侵权|侵權|侵犯了|知的財産です|著作権は.{{0,20}}"
        rf"帰属し(?:ます|て)|承諾書|無断))(?!.*[?？]|[^「」]*「).{{5,600}}$",
        700,
    ),
    # who owns it, said as a sentence: "This text is the intellectual property of …", "Original content
    # available under …"
    line_rule(
        "rights",
        "intellectual property of|under a creative commons|under a cc|cc by|material on this|contents?"
        " of this|content on this|"
        "permission of|non-commercial use|noncommercial use|personal use",
        r"^\W*(?:(?:all |the |this |any |our |original |some )*(?:material|content|contents|text|texts|"
        r"articles?|information|images|photos|"
        r"work|document|story|stories|site|website|photographs)\b[^.!?]{0,60}?\b(?:on this (?:site|"
        r"website|page)|of this (?:site|website|"
        r"page)|is|are|may|available|published|licensed)\b.{0,160}?\b(?:intellectual property of|"
        r"creative commons|cc[ -]by\b|"
        r"prior written|written (?:permission|consent)|permission of|non-?commercial use|"
        r"personal,? (?:non-?commercial )?use)).{0,260}$",
        500,
    ),
)
