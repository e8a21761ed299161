"""Lines that say where a text appeared first, who made it with whom, and who supplied it.

Laws: as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import PIECE, LineRule, line_rule

REPRINT_RULES: Final[tuple[LineRule, ...]] = (
    # syndication
    line_rule(
        "syndication",
        "appeared first|erschien zuerst|apareció primero|en premier sur|apareceu primeiro|"
        "è apparso per|appeared first",
        r"(?P<cut>(?:the post|der beitrag|dieser beitrag|la entrada|l['’]article|l['’]articolo|"
        r"o post|el artículo)\b.{0,300}?(?:appeared first (?:on|in|at)|erschien zuerst (?:auf|im|"
        r"in|bei)|apareció primero en|est apparu en premier sur|apareceu primeiro em|"
        r"è apparso per la prima volta)\b.{0,100}$)",
        1500,
    ),
    line_rule(
        "syndication",
        "originally|initially|first published|first appeared|in"
        " print|republished|reprinted|syndicat|supported|"
        "erstmals",
        rf"^\W*(?:(?:an? )?(?:longer |shorter |earlier |different )?(?:version|excerpt|"
        rf"part)s? of )?(?:this|the) {PIECE}\b.{{0,80}}?\b(?:(?:was |is |has been )?(?:originally|initially|"
        rf"first) (?:been )?(?:published|appeared|posted|ran|produced|written)|(?:was|is|has been|"
        rf"were) (?:adapted|excerpted|(?:re)?(?:printed|published|posted)|syndicated|distributed|supplied|"
        rf"provided)).{{0,200}}$|"
        rf"^\W*(?:originally|initially|first) (?:published|appeared|posted)(?= (?:in|on|at|by)\b|\W*$|: ?|"
        rf" \d)(?:[^,]{{0,120}}| (?:at|on) https?://.{{0,200}})$|"
        rf"^\W*(?:republished|reprinted|syndicated)\b.{{0,160}}$|^\W*this is a syndicated\b.{{0,120}}$|"
        rf"^\W*(?:an? )?(?:version|part) of this {PIECE} (?:appears|appeared|ran) in print\b.{{0,160}}$|"
        rf"^\W*this (?:story|article|report|piece|series|essay|investigation|column|coverage|"
        rf"reporting) is part of\b.{{3,120}}\b(?:supported|funded|partnership|"
        rf"collaboration)\b.{{0,120}}$",
        320,
    ),
    line_rule(
        "syndication",
        "primero en|premier sur|prima volta|primeiro",
        r"^\W*(?:la entrada|el cargo|l['’]article|cet article|o post|l['’]articolo)\b.{0,250}?"
        r"(?:se publicó primero en|aparece primero en|est apparu en premier sur|foi publicado primeiro em|"
        r"sembra essere il primo su)\b.{1,80}$",
        400,
    ),
    # reprints say so in every language: "Zuerst erschienen auf …", "publicado originalmente en …"
    line_rule(
        "syndication",
        "zuerst|ursprünglich|publié|publicad|pubblicat|oorspronkelijk|опубликован|ilk olarak",
        r"^\W*(?:[^.!?]{0,60}\b(?:artikel|beitrag|text|article|artículo|articolo|artigo|nota|"
        r"texto|статья|yazı)\b"
        r"[^.!?]{0,80})?\b(?:(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)|publiée? (?:initialement|"
        r"à l['’]origine|pour la première fois|d['’]abord)|publicad[oa] (?:originalmente|por primera vez|"
        r"originariamente)|pubblicat[oa] (?:originariamente|per la prima volta)|oorspronkelijk (?:verschenen|"
        r"gepubliceerd)|(?:впервые )?опубликован[аo]? (?:впервые|первоначально)|ilk olarak)\b.{2,100}$",
        260,
    ),
    # the same in further languages; Indonesian portals name the title it ran under
    line_rule(
        "syndication",
        "paru|parution|republié|repris"
        " de|apareció|publicó|reproducid|republicado|reproduzido|apparso|uscito|tratto da|verscheen|"
        "verschenen|overgenomen|ukazał|pochodzi"
        " z|przedruk|převzato|vyšel|prevzaté|megjelent|átvéve|preluat|apărut|перепечат|"
        "оригинал|впервые|вперше|оригінал|передрук|yayımlan|yayınlan|alınmıştır|نشر هذا|نُشر هذا|نقلا"
        " عن|نقلاً عن|برگرفته|منتشر شده|"
        "telah tayang|pertama kali|dikutip dari|dilansir dari|disadur|đăng trên|đăng lại|theo báo|bài"
        " đăng|本文原|原载|原載|首发|首發|"
        "转自|轉自|转载自|轉載自|文章来源|原文|初出|掲載され|転載|からの転載|에 실린|mit"
        " freundlicher|genehmigung von|erschien",
        r"^\W*(?:cet article|ce texte|cette tribune|ce billet|l['’]article|article|"
        r"texte)\b.{0,60}?\b(?:paru|publié|republié|repris)e?\b"
        r".{0,30}\b(?:dans|sur|par|avec|de|à partir)\b.{2,120}$|"
        r"^\W*(?:est(?:e|a) (?:artículo|nota|texto|columna|reportaje|noticia|entrevista)|el (?:artículo|"
        r"texto)|(?:artículo|nota|texto)(?= (?:publicad|reproducid|original)))\b"
        r".{0,40}?\b(?:apareció|se publicó|fue publicad[oa]|publicad[oa]|"
        r"reproducid[oa])\b.{0,30}\b(?:en|con|de|por)\b.{2,120}$|"
        r"^\W*(?:est[ea] (?:artigo|texto|matéria|reportagem|conteúdo)|(?:artigo|texto|matéria|"
        r"conteúdo)(?= (?:publicad|republicad|reproduzid|original)))\b.{0,40}?\b(?:foi publicad[oa]|"
        r"publicad[oa]|republicad[oa]|reproduzid[oa]|apareceu)\b.{0,30}\b(?:em|n[oa]|com|d[eoa]|por|"
        r"pel[oa])\b.{2,120}$|"
        r"^\W*(?:questo (?:articolo|testo|pezzo|post)|l['’]articolo|articolo|"
        r"testo)\b.{0,40}?\b(?:apparso|pubblicato|uscito|tratto)\b"
        r".{0,30}\b(?:su|sul|sulla|da|dal|in|con)\b.{2,120}$|"
        r"^\W*(?:di(?:t|eze) (?:artikel|verhaal|stuk|tekst|bericht)|artikel)\b.{0,40}?\b(?:verscheen|"
        r"verschenen|overgenomen|gepubliceerd)\b"
        r".{2,140}$|"
        r"^\W*(?:diese[rs]? (?:artikel|beitrag|text|bericht|interview)|der (?:artikel|beitrag|"
        r"text))\b.{0,40}?\b(?:erschien|erscheint|"
        r"ist|wurde)\b.{0,40}?\b(?:zuerst|ursprünglich|zunächst|im original|erstmals|in der (?:ausgabe|"
        r"printausgabe)|auch (?:auf|in|bei))\b"
        r".{0,140}$|^\W*mit freundlicher genehmigung\b.{0,120}$|"
        r"^\W*(?:tekst|artykuł|materiał|przedruk|wywiad)\b.{0,40}?\b(?:ukazał\w*|pochodzi|"
        r"opublikowan\w*|za zgodą) (?!w dzienniku ustaw).{2,120}(?<!\?)$|"
        r"^\W*(?:článek|text|převzato|prevzaté|a cikk|az írás|cikkünk|articolul|"
        r"textul)\b.{0,40}?\b(?:vyšel|převzat|z|zo|megjelent|"
        r"apărut|preluat)\w*\b.{2,120}$|"
        r"^\W*(?:(?:эта |этот |данн\w+ )?(?:статья(?! \d)|материал|текст|колонка|"
        r"интервью)?.{0,30}?\b(?:впервые (?:вышл|опубликован|появил)|перепечатан[оаы]? |"
        r"опубликован\w* (?:на|в) |вышл?а? (?:на|в) )|оригинал (?:статьи|материала|текста|публикации|"
        r"новости)|источник публикации)"
        r".{2,140}$|"
        r"^\W*(?:(?:ця |цей |дан\w+ )?(?:стаття(?! \d)|матеріал|текст|"
        r"колонка)?.{0,30}?\b(?:вперше (?:вийш|опубліков|з['’]явив)|передрукован[оа]? |"
        r"опублікован\w* (?:на|в|у) )|оригінал (?:статті|матеріалу|тексту|публікації)).{2,140}$|"
        r"^\W*(?:bu (?:yazı|haber|makale|röportaj|içerik)\b(?=.*\b(?:ilk|sitesi|gazetesi|dergisi|"
        r"alınmış|çevril)\w*).{0,120}(?:yayımlan|yayınlan|"
        r"alınmış|çevril)\w*\W*$)|"
        r"^\W*(?:نُ?شر هذا المقال|نُشرت هذه|هذا المقال (?:نشر|منشور|مترجم)|نقلا? عن|نقلًا عن|ینقل از|"
        r"به نقل از|برگرفته از|این مطلب).{2,100}$|"
        r"^\W*(?:artikel|berita|tulisan|konten) ini (?:telah|sudah|pertama kali|sebelumnya|pernah|"
        r"disadur|dikutip|bersumber).{2,200}$|"
        r"^\W*(?:bài (?:viết|báo|này).{0,40}(?:đăng|trích|dịch)|bản gốc).{2,120}$|"
        r"^\W*[(（※]?\s?(?:本文(?:原[载載刊]|首[发發]|来源|來源|转自|轉自|转载自|轉載自|系|经|由|为|為)|"
        r"原[载載]|首[发發]于|转自|轉自|转载自(?!由)|轉載自(?!由)|文章来源|文章來源|"
        r"原文(?:链接|連結|网址|刊登|標題|标题|刊载|刊載|出处)?[:：]).{2,120}$|"
        r"^\W*(?:初出\s?[:：／]|(?:この|本)(?:記事|文章|原稿|インタビュー|コラム)は.{2,60}(?:掲載|転載|"
        r"配信|発行)|.{2,40}(?:からの転載|より転載|から転載)).{0,60}$",
        320,
    ),
)
