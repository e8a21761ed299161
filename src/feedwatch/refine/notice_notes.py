"""What the page says of itself: how often it was seen, how long it takes to read, how old it is, where it
stands, what it earns, what it waits for.

Whole lines that are always the same are in `boilerplate_calls`; here are those with a figure or a name.

Laws: as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import LineRule, line_rule

NOTE_RULES: Final[tuple[LineRule, ...]] = (
    # figures of a page: how often it was seen, shared, said something about
    line_rule(
        "syndication",
        "comment|views|shares|likes|reads|reactions|kommentare|aufrufe|commentaires|vues|comentario|"
        "visitas|lecturas|"
        "comentários|visualizaç|commenti|visualizzaz|letture|reacties|kommentarer|visninger|komentarz|"
        "odsłon|wyświetleń|"
        "просмотр|перегляд|коммент|комент|прочтен|прочитан|преглед|pregled|goruntulenme|görüntülen|"
        "okunma|yorum|مشاهد|تعليق|"
        "قراءة|بازدید|نظر|व्यूज|dilihat|dibaca|lượt xem|阅读|閱讀|浏览|瀏覽|点击|次|回|조회|댓글",
        r"^\W*(?:(?:total |post |page |article )?(?:views?|comments?|shares?|likes?|reads?|reactions?|"
        r"kommentare?|aufrufe|"
        r"commentaires?|vues|comentarios?|visitas|lecturas|comentários?|visualizações|commenti|"
        r"visualizzazioni|letture|"
        r"reacties|kommentarer|visninger|komentarz[ey]|odsłon\w*|wyświetle[nń]\w*|просмотр\w*|"
        r"перегляд\w*|комментари\w+|"
        r"коментар\w*|прочтени\w+|прочитано|преглед\w*|pregled\w*|görüntülenme|okunma|yorum|المشاهدات|"
        r"مشاهدات|مشاهدة|تعليقات|"
        r"تعليق|قراءة|بازدید|نظر|व्यूज|dilihat|dibaca|lượt xem|阅读|阅读量|閱讀|浏览|浏览次数|瀏覽|点击|"
        r"点击量|点击数|조회|조회수|댓글)"
        r"\s?[:：(]?\s?[\d][\d., ]{0,9}k?\)?|\d(?:[\d,]|[. ](?=\d)){0,9}\s?(?:k|m|mil|тыс\.?|"
        r"万)?\s?(?:total )?(?:views?|comments?|shares?|"
        r"likes?|reads?|reactions?|kommentare?|aufrufe|commentaires?|vues|comentarios?|visitas|lecturas|"
        r"comentários?|"
        r"visualizações|commenti|visualizzazioni|letture|reacties?|kommentarer|visninger|komentarz[ey]|"
        r"odsłon|wyświetleń|"
        r"просмотр\w*|перегляд\w*|комментари\w+|коментар\w*|прочтени\w+|pregled\w*|görüntülenme|okunma|"
        r"yorum|مشاهدة|تعليق|"
        r"قراءة|بازدید|نظر|व्यूज|lượt xem|kali dilihat|人阅读|次阅读|次浏览|阅读|댓글))(?:[ ,·|"
        r"/]{1,4}(?:\d[\d., ]{0,9} ?)?(?:\w+)?){0,2}\W*$",
        70,
    ),
    # how long it takes to read; how old it is
    line_rule(
        "syndication",
        "read|lesezeit|lesedauer|lecture|lectura|leitura|lettura|leestijd|lästid|læsetid|lesetid|czyta|"
        "czytania|čtení|čítania|"
        "olvasási|citire|время чтения|на чтение|час читання|okuma|قراءة|مطالعه|waktu"
        " baca|đọc|阅读时间|読了|years old|months old|"
        "älter als|jahre alt|cet article date|publié il y a|este artículo tiene|mais de|ouder dan|più"
        " di|archiv",
        r"^\W*(?:(?:estimated )?read(?:ing)?(?: time)?|lesezeit|lesedauer|(?:temps|durée) de lecture|"
        r"lecture|tiempo de lectura|"
        r"lectura|tempo de leitura|leitura|tempo di lettura|lettura|leestijd|lästid|læsetid|lesetid|"
        r"czas czytania|doba čtení|"
        r"olvasási idő|timp de citire|время (?:на )?чтени[ея]|час читання|okuma süresi|مدة القراءة|"
        r"وقت القراءة|زمان مطالعه|waktu baca|"
        r"thời gian đọc|阅读时间)\s?[:：]?\s?(?:ca\. ?|circa |about |~|<|≈|env\. |"
        r"environ )?\d{1,3} ?(?:min\w*|мин\w*|хв\w*|dk|"
        r"dakika|دقائق|دقيقة|دقیقه|menit|phút|分钟|minut\w*|′|')?\.?\W*$|"
        r"^\W*\d{1,3}[ -]?(?:min(?:ute)?s?|minuten|minutes?|minutos?|minuti|minuut|мин(?:уты|ут)?\.?|"
        r"хв\.?|dk\.?|دقيقة|دقیقه) ?"
        r"(?:read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|lästid|чтения|на чтение|"
        r"читання|okuma|قراءة|"
        r"مطالعه)\W*$|^\W*czyta się (?:\w+ )?minut\w*\W*$|"
        r"^\W*(?:this (?:story|article|post|page|content) (?:is|was (?:published|posted)) (?:more than|"
        r"over|about|almost)?.{0,12}\b"
        r"(?:years?|months?) (?:old|ago)|diese[rs]? (?:artikel|beitrag|text) ist (?:älter als|mehr als|"
        r"über|schon) .{1,20}|"
        r"cet article (?:date de|a été publié il y a) plus .{1,20}|cet article a plus .{1,20}|"
        r"(?:este artículo|esta noticia|esta nota) (?:tiene más de|fue publicad[oa] hace más de|"
        r"se publicó hace) .{1,30}|"
        r"(?:este artigo|esta notícia) (?:tem mais de|foi publicad[oa] há mais de) .{1,30}|"
        r"questo articolo (?:ha più di|è stato pubblicato più di) .{1,30}|dit artikel is (?:ouder dan|"
        r"meer dan) .{1,20}|"
        r"denna artikel är (?:äldre än|mer än) .{1,20}|denne artikel er (?:mere end|over) .{1,20}|"
        r"denne artikkelen er (?:mer enn|"
        r"over) .{1,20}|(?:статья|новость|материал) (?:опубликован\w*|старше) более .{1,20})\W*$",
        120,
    ),
    # what the page says of its money, its rules and its makers
    line_rule(
        "syndication",
        "commission|affiliate|may earn|earn from|we earn|recaptcha|constitutes acceptance|you"
        " agree|cookie|provision|partnerlink|affiliation|afiliad|"
        "comisión|comissão|commissione|terms of|privacy|guidelines|inspection file|market data|data"
        " delayed|not responsible|"
        "external links|external sites|views of|opinions of|blog"
        " post|opinión|responsab|opinions|redaksi|blogger|автор|редакци|"
        "prizm|yazarın|sorumlu|免责|免責|本文",
        r"^\W*.{0,120}\b(?:we|and may|may|which may|i) (?:may|might|could|will|can)? ?(?:also )?(?:earn|"
        r"receive|get(?: paid)?|be paid|"
        r"make)(?: us)? (?:an? |from |paid )?(?:small |affiliate |modest |share |portion |"
        r"qualifying )*(?:commissions?|from (?:\w+ ){0,2}purchases|"
        r"of (?:the )?(?:sales|revenue)|compensation)\b.{0,200}$|"
        r"^\W*.{0,80}\b(?:affiliate (?:marketing|links?|partners?|commissions?|"
        r"program\w*))\b.{0,200}\b(?:commission\w*|purchase\w*|"
        r"earn|buy|links)\b.{0,140}$|"
        r"^\W*(?:this (?:site|page|form) is protected by recaptcha|by (?:signing up|subscribing|"
        r"continuing|clicking|using|"
        r"registering|submitting|providing|entering|creating)\b.{0,120}\b(?:agree|consent|accept|"
        r"acknowledge)|(?:registration on "
        r"or )?use of (?:and/or registration on )?(?:any portion of )?this (?:web)?site (?:constitutes|"
        r"signifies|indicates)|(?:we|"
        r"this (?:web)?site|our (?:web)?site) uses? cookies|(?:please )?(?:read|see|"
        r"review) our (?:terms|privacy|comment\w*|"
        r"community|full|cookie)|all market data|market data (?:provided|delayed)|quotes? (?:displayed|"
        r"delayed)|powered by (?:and "
        r"implemented by )?factset)\b.{0,400}$|"
        r"^\W*(?:mit \* ?(?:markierte|gekennzeichnete)|die mit|bei den|diese[rs]? (?:artikel|"
        r"beitrag) enthält|\*? ?(?:affiliate-?links?|"
        r"partnerlinks?))\b.{0,80}\b(?:affiliate|partner|provision|werbe)\w*\b.{0,240}$|"
        r"^\W*.{0,100}\b(?:liens? affiliés?|liens? d['’]affiliation|enlaces? (?:de )?afiliad\w+|"
        r"links? (?:de )?afiliad\w+|link (?:di )?"
        r"affiliazion\w+)\b.{0,200}$|"
        r"^\W*(?:die kommentare|namentlich gekennzeichnete|für den inhalt)\b.{0,160}$|"
        r"^\W*(?:las opiniones|los comentarios|el contenido)\b.{0,80}\b(?:son responsabilidad|"
        r"no reflejan|no representan|"
        r"responsabilidad (?:exclusiva )?de|exclusiva responsabilidad)\b.{0,160}$|"
        r"^\W*(?:os textos|as opiniões|este texto|o conteúdo)\b.{0,80}\b(?:não refletem?|"
        r"não representa\w*|responsabilidade|não "
        r"necessariamente)\b.{0,160}$|"
        r"^\W*(?:les (?:opinions|propos|points de vue)|le contenu)\b.{0,80}\b(?:n['’]engagent?|"
        r"ne reflètent?|responsabilité)\b.{0,160}$|"
        r"^\W*(?:(?:мнение|мнения|точка зрения|позиция) (?:автор\w*|редакции|"
        r"редакций)(?=.{0,60}\bне (?:совпад|отраж|обязательно|всегда|является))|"
        r"редакция (?:не нес[её]т ответственност\w*|может не|не всегда|не разделя\w*|не отвечает)|"
        r"ответственность за|за (?:достоверность|содержание)|администрация (?:сайта|портала) не)\b.{0,260}$|"
        r"^\W*(?:(?:думка|думки) (?:автор\w+|редакції)(?=.{0,60}\bне (?:збіга|відобража|обов|завжди))|"
        r"редакція (?:не несе відповідальн\w*|може не|не завжди|не поділя\w*)|відповідальність за|"
        r"матеріали (?:з|під) (?:позначк|"
        r"рубрик|плашк)\w*|матеріали,? (?:розміщені|позначені))\b.{0,260}$|"
        r"^\W*(?:материалы (?:с|под) (?:пометк|рубрик|плашк|меткой|знак)\w*|"
        r"материалы,? (?:размещ[её]нные|отмеченные))\b.{0,200}$|"
        r"^\W*(?:yazarın görüşleri|bu yazıda yer alan|köşe yazı\w+|yorumlardan|yayınlanan (?:yazı|haber|"
        r"yorum)\w*)\b.{0,200}$|"
        r"^\W*(?:المقالات? (?:المنشورة|تعبر)|الآراء (?:الواردة|المنشورة)|ما (?:ينشر|ورد) في|"
        r"هذا المقال (?:لا )?يعبر).{0,200}$|"
        r"^\W*(?:\w+ adalah platform blog|konten ini (?:menjadi|merupakan|adalah|tidak)|isi artikel|"
        r"isi di luar tanggung jawab)\b.{0,240}$|"
        r"^\W*(?:免责声明|免責聲明|声明)[：:].{4,300}$|^\W*本(?:文|站)[^。]{0,40}(?:不代表|仅代表|"
        r"僅代表|来源于互联网|转自|转载自|轉載自)[^。]{0,200}。?.{0,120}$",
        480,
    ),
    # where the page stands, what it is filed under, who is on it
    line_rule(
        "syndication",
        "tags|topics|filed|temas|tema"
        " |themen|schlag|mots-cl|étiquettes|etiquetas|tópicos|assuntos|argomenti|trefwoorden|"
        "ämnen|emner|tagi|tematy|témata|štítky|címkék|etichete|теги|теми|темы|метки|ключов|ключевые|"
        "етикети|oznake|tagovi|"
        "etiketler|الكلمات|وسوم|برچسب|کلید|टैग|từ"
        " khóa|tag:|tags:|标签|关键词|關鍵字|關鍵詞|标签|キーワード|タグ|키워드|태그|"
        " > |» | / |›|首页|首頁|当前位置|home|inicio|accueil|ana sayfa|главная|beranda|trang"
        " chủ|الرئيسية|خانه|nav:",
        r"^\W*(?:tags?|topics?|filed (?:under|in)|more on|related topics?|temas?|themen|zum thema|"
        r"schlagw[oö]rter|schlagworte|"
        r"stichw[oö]rter|mots[- ]clés|étiquettes|sujets|etiquetas|tópicos|assuntos|marcadores|argomenti|"
        r"trefwoorden|onderwerpen|"
        r"ämnen|emner|emneord|avainsanat|tagi|tematy|słowa kluczowe|témata|štítky|klíčová slova|címkék|"
        r"etichete|теги?|темы?|теми|"
        r"метки|мітки|ключевые слова|ключові слова|етикети|тагове|oznake|tagovi|ključne riječi|"
        r"etiketler|anahtar kelimeler|"
        r"الكلمات (?:المفتاحية|الدالة|الدلالية)|كلمات (?:مفتاحية|دلالية)|الوسوم|وسوم|برچسب ?ها|"
        r"کلید ?واژه ?ها|टैग्स?|từ khóa|từ khoá|"
        r"标签|关键词|關鍵字|關鍵詞|標籤|キーワード|タグ|키워드|태그)\s?[:：|"
        r"]\s?(?!\W*https?:)[^.!?]{0,200}$|"
        r"^\W*(?:(?:您(?:当前|现在)的?位置|当前位置|您的位置|目前位置)\s?[:：]?.{0,80}|(?:首页|网站首页|"
        r"首頁|home|homepage|inicio|início|accueil|"
        r"startseite|ana ?sayfa|главная|головна|beranda|trang chủ|الرئيسية|خانه|होम|ホーム|"
        r"홈)\s?(?:[>»›/|→]{1,2}|\s[-–]\s)\s?.{1,160})$|"
        r"^\W*nav: home\W*$",
        260,
    ),
    # listings of weblogs, pages of a series, numbers of an article
    line_rule(
        "syndication",
        "showing posts|posts tagged|posts in|posts by|browsing |archives|archive"
        " for|category:|categories:|categoría:|categoria:|catégorie|kategorie:|"
        "kategori:|kategoria:|rubrik:|рубрика:|категория:|категорія:|روزنامه|کد خبر|شناسه"
        " خبر|دسته‌بندی|دسته بندی|کد مطلب|لینک کوتاه|news id|article id|story id|"
        "article code|tag:|schlagwort:|page |seite |artikel |article |bild |foto |photo |image |slide |"
        "story |página |pagina |strona |страница |сторінка |sayfa |side |sida ",
        r"^\W*(?:showing posts (?:from|with label)|posts? tagged|all posts (?:in|by|tagged)|posts (?:in|"
        r"by)|browsing (?:the )?(?:tag|category|archives?)|"
        r"archives? for)\b[^.!?]{0,60}\W*$|^\W*(?:monthly|daily|yearly|tag|category|"
        r"author) archives?\s?:?.{0,60}$|"
        r"^\W*(?:category|categories|categoría|categoria|catégories?|kategorie|kategori|kategoria|"
        r"rubrik|рубрика|категория|категорія|schlagwort|tag)\s?:\s?"
        r"[^.!?:]{2,60}\W*$|^\W*(?:کد خبر|شناسه خبر|دسته‌ ?بندی|دسته بندی|کد مطلب|لینک کوتاه|news (?:id|"
        r"code)|article (?:id|code)|story id)\s?[:：].{1,60}$|"
        r"^\W*(?:page|seite|artikel|article|bild|foto|photo|image|slide|story|página|pagina|strona|"
        r"страница|сторінка|sayfa|side|sida) \d{1,3} "
        r"(?:of|von|de|di|van|z|sur|из|из|av|af) \d{1,4}\W*$",
        110,
    ),
    # boxes that wait for the reader's consent, or for the end of an ad blocker
    line_rule(
        "syndication",
        "ad blocker|adblock|ad-block|ad block|zustimmung|einwilligung|externer inhalt|externen"
        " inhalt|externe inhalte|drittplattform|personenbezogene|"
        "n'avez pas accepté|n’avez pas accepté|funded by adv|advertising revenue|toestemming|sosiale"
        " medier|este contenido|questo contenuto|"
        "licensing rights|kündbar|verlinken",
        r"^(?=.*\b(?:please|disable|disabling|whitelist|turn(?:ing)? off|using|detected|deaktivier\w+|"
        r"désactiv\w+|desactiv\w+|disattiva\w*|wyłącz\w*)\b)"
        r"[^“”]{0,160}\bad[- ]?block\w*\b[^“”]{0,200}$|^\W*(?:our|this) (?:site|website|journalism|"
        r"work) is (?:\w+ )?(?:funded|supported|financed) by "
        r"(?:adverti\w+|ads|our readers|donations)\b.{0,80}$|"
        r"^\W*(?:wir benötigen ihre (?:zustimmung|einwilligung)|durch (?:klick|anklicken|das laden)|"
        r"mit (?:dem )?klick auf|an dieser stelle (?:finden sie|"
        r"steht|ist ein)|(?:ich bin|sie sind) (?:damit )?einverstanden|damit (?:können|"
        r"werden) personenbezogene|externer inhalt|empfohlener externer|"
        r"bitte (?:beachten sie (?:auch )?(?:folgende |unsere )?(?:nutzung|die nutzung)|aktivieren sie|"
        r"stimmen sie)|wenn sie auf diesen artikel|"
        r"(?:nach \d+ monaten )?jederzeit kündbar)\b.{0,260}$|"
        r"^\W*(?:ce contenu (?:est bloqué|n['’]est pas)|ce contenu a été bloqué|voor dit onderdeel|"
        r"deze inhoud|om deze inhoud|este contenido (?:está "
        r"bloqueado|se encuentra)|questo contenuto è (?:bloccato|riservato))\b.{0,200}$|"
        r"^\W*purchase licensing rights\b.{0,30}$",
        420,
    ),
    # "Mehr aus Politik", "Meer uit Binnenland", "Plus d'articles sur …"
    line_rule(
        "syndication",
        "mehr aus |mehr von |mehr zu |mehr über |meer uit |meer over |meer van |plus d|más de |más en"
        " |más sobre |más noticias|"
        "mais de |mais sobre |mais em |altre notizie|altri articoli|tutte le notizie|alle artikel|mer"
        " från |mer om |mere om |mer om |"
        "lisää aiheesta|więcej z |więcej na temat|więcej o |víc z |více z |ещё по|еще по|больше"
        " новостей|все новости|ще за темою|"
        "більше новин|всі новини|daha fazla|المزيد من|بیشتر از|berita lain|artikel lain|xem"
        " thêm|weitere |retrouvez |toute l|"
        "toutes les|todas las noticias|todo sobre|tudo sobre|alle nieuws|alle infos|alles zu|alles"
        " über|últimas noticias",
        r"^\W*(?:mehr (?:aus|von|zu|zum|zur|über)|meer (?:uit|van)|plus d[’']?e?\s?(?:articles|"
        r"actualités|infos)(?: sur| de)?|más (?:de|en|"
        r"sobre)|mais (?:de|sobre|em)|altre notizie (?:di|su|da)|altri articoli (?:di|su|da)|"
        r"tutte le (?:notizie|news) (?:di|su)|mere (?:om|fra)|"
        r"mer (?:om|från|fra)|więcej (?:z|na temat)|víc[e]? z|ещё (?:по|в)|больше новостей|все новости|"
        r"ще (?:за|по)|більше новин|всі новини|"
        r"daha fazla|المزيد من|بیشتر از|berita (?:lain|lainnya)|artikel (?:lain|lainnya)|"
        r"weitere (?:artikel|beiträge|nachrichten|meldungen) "
        r"(?:aus|von|zu|zum|über)|alle (?:artikel|news|nachrichten|meldungen) (?:aus|von|zu|zum|über)) "
        r"(?:(?-i:[^\W\d_a-zà-ÿа-яёіїє])[\w«»„“”'’&-]*(?: (?:(?-i:[^\W\d_a-zà-ÿа-яё])[\w’'&-]*|und|y|e|"
        r"i|et|en|de|del|la|и)){0,3}|"
        r"(?:diesem|dem|this|dit|este|questo|ten) (?:thema|topic|onderwerp|tema|temat))\W*$",
        110,
    ),
)
