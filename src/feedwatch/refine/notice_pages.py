"""Lines of the page around an article: where it appeared first, what else to read, what one may not do.

Laws: as in `notice_credits`.
"""

import re
from typing import Final

from feedwatch.refine.notice_row import PIECE, LineRule, line_rule

_DONE: Final = (
    r"(?:reproduced|published|republished|copied|broadcast|redistributed|distributed|used|stored|reprinted)"
)
_CONSENT: Final = (
    r"(?:permission|consent|authori[sz]ation|licen[cs]e|credit\w*|attribution|non-?commercial)\b"
)

# How lines inside a text begin that point elsewhere, or say whose it is
LABELLED: Final = re.compile(
    r"\W{0,4}(?:(?:also )?read(?: more| also| next| on)?|more|related|see also|watch|listen|recommended|"
    r"don['’]t miss|lire aussi|[àa] lire(?: aussi)?|voir aussi|lesen sie auch|mehr zum thema|lea también|"
    r"lee también|leia também|leia mais|leggi anche|lees ook|läs också|les også|czytaj (?:też|także)|"
    r"читайте (?:также|ещё)|baca juga|اقرأ (?:أيضا|أيضاً)|sources?|quellen?|fontes?|fuentes?)"
    r"(?: [^:|]{1,40})?\s?[:：|]|"
    r"\W{0,4}(?:advertisement|anzeige|publicidad|publicité|(?:story|article) continues)",
    re.I,
)

PAGE_RULES: Final[tuple[LineRule, ...]] = (
    # where the whole of it is: "Leer noticia completa en El Mundo", "A lire sur …", "Read the article in …
    # here"
    line_rule(
        "syndication",
        "completa en|completo en|completa em|version completa|versión completa|versão completa|à lire"
        " sur|a lire sur|à lire dans|à lire ici|"
        "lire sur|lire l|lisez|leggi su|leggi l|leggi tutto su|lees het|lees verder op|lesen sie|zum"
        " vollständigen|zum ganzen|read the article|"
        "read the story|read the paper|read the study|read the report|read it|read our|read their|read"
        " his|read her|read full|full version|partnered with|in partnership|"
        "ilgili haber|i̇lgi̇li̇ haber|okumak için|читать на|читайте на|читать в|читати на|читайте"
        " в|more at|more on|original at|listen to|watch the|view the",
        r"^\W*(?:leer|lee|ver|acceda a|lea|accede a)\b[^.!?]{0,40}\b(?:complet[oa]|"
        r"versión completa)\b[^.!?]{0,60}\W*$|"
        r"^\W*(?:ler|leia|veja|acesse)\b[^.!?]{0,40}\b(?:complet[oa]|íntegra)\b[^.!?]{0,60}\W*$|"
        r"^\W*(?:[àa] lire (?:sur|dans|ici|en|aussi sur)|lire (?:sur|dans|l['’](?:article|intégralité|"
        r"interview|enquête|entretien|original))|"
        r"lisez (?:sur|l['’]article|notre|la))\b[^.!?]{0,100}\W*$|"
        r"^\W*(?:leggi (?:su|sul|sulla|l['’](?:articolo|intervista|originale)|il|la|"
        r"tutto su))\b[^.!?]{0,100}\W*$|"
        r"^\W*(?:lees (?:het (?:hele|volledige|originele)|verder op|hier)|zum (?:vollständigen|ganzen|"
        r"original\w*))\b[^.!?]{0,100}\W*$|"
        r"^\W*(?:read|view|see) (?:the|our|their|his|her|this|it|full|more of)(?: (?:full|original|"
        r"complete|entire|whole))? ?(?:article|story|paper|"
        r"study|report|interview|post|piece|release|announcement|statement|letter|transcript|essay|"
        r"column|review|series|coverage)?\b"
        r"(?: (?:\w+ ){0,8})?(?:here|at \S+\.\w+|on \S+\.\w+|"
        r"in (?-i:[A-Z][\w&’']*(?: [A-Z][\w&’']*){0,3})(?: here)?)\W*$|"
        r"^\W*(?:listen to|watch|hear) (?:the|our|this|an?) (?:full |whole |entire |"
        r"original )?(?:interview|episode|video|story|segment|"
        r"conversation|podcast|audio|clip|report|discussion|show)\b[^.!?]{0,100}\b(?:here|below|above|"
        r"online)\W*$|"
        r"^\W*(?:\w[\w’' &.-]{1,40} (?:has )?partnered with [^.!?]{2,80} (?:for|on) this (?:story|"
        r"report|investigation|article|project|series)\b.{0,160}|"
        r"this .{2,40}\bin partnership with .{2,160})$|"
        r"^\W*(?:ilgili haber(?:ler)?|ilgili içerik)\s?[:：].{2,200}$|^[^.!?]{2,100} (?:okumak|izlemek|"
        r"görmek) için tıkla\w*\W*$|"
        r"^\W*(?:читать|читайте|читати|смотреть|смотрите|дивіться)(?: далее| дальше| полностью|"
        r" подробнее| оригинал| статью| нас)? (?:на|в|у) "
        r"[^.!?]{2,60}\W*$|^\W*(?:more|full story|original|full article) (?:at|"
        r"on)\s?[:：]?\s(?:https?://|www\.|(?-i:[A-Z]))\S{2,60}\W*$",
        260,
    ),
    # WordPress in every language: "Continue reading" and the title
    line_rule(
        "syndication",
        "continue reading|continuer la lecture|lire la suite de|continuar leyendo|sigue"
        " leyendo|continue lendo|continuar a ler|continua a leggere|"
        "verder lezen|fortsätt läsa|fortsett å lese|læs videre|jatka lukemista|pokračovat ve|pokračovať"
        " v|folytatás|continuă lectura|nastavi čita|"
        "читать далее|продолжить чтение|продолжаване|продовжити читання|читати далі|συνεχίστε|devam"
        " et|متابعة القراءة|ادامه خواندن|"
        "להמשיך לקרוא|पढ़ना जारी|lanjutkan membaca|baca |đọc tiếp|继续阅读|繼續閱讀|続きを読む|계속"
        " 읽기|artikel lesen|beitrag lesen|to read",
        r"^\W*(?:continue reading|continuer la lecture|lire la suite de|continuar leyendo|sigue leyendo|"
        r"continue lendo|continuar a ler|continua a leggere|"
        r"verder lezen|fortsätt läsa|fortsett å lese|læs videre|jatka lukemista|pokračovat ve čtení|"
        r"pokračovať v čítaní|folytatás|continuă lectura|"
        r"nastavi čitati|читать далее|продолжить чтение|продовжити читання|читати далі|"
        r"συνεχίστε την ανάγνωση|متابعة القراءة|ادامه خواندن|להמשיך לקרוא|"
        r"lanjutkan membaca|đọc tiếp|继续阅读|繼續閱讀|続きを読む|계속 읽기)(?!\w)(?!, )[^?]{0,200}$|"
        r"^.{2,160}(?:okumaya devam et(?:in)?|पढ़ना जारी रखें)\W*$|"
        r"^\W*(?:jetzt |hier )?(?:den|diesen|zum) (?:ganzen |vollständigen |kompletten |gesamten |"
        r"originalen )?(?:artikel|beitrag|text) (?:hier |jetzt |weiter)?"
        r"lesen\W*$|^\W*baca (?:berita |artikel |lebih )?(?:selengkapnya|lanjut|lainnya|"
        r"lengkapnya)(?!\w)[^.?]{0,50}\W*$|"
        r"^\W*(?:click )?to read (?:the )?(?:full|complete|rest of|more of|original|entire)\b[^.?]{0,60}\W*$",
        260,
    ),
    # Indian portals: agency copy that nobody there has read
    line_rule(
        "syndication",
        "feed|not been edited|not edited|news service",
        r"^\W*.{0,160}?\b(?:syndicated|agency|agencies|wire|news) feeds?\b.{0,80}$|"
        r"^\W*this \w+ is auto-?generated from .{2,60}\bnews service\b.{0,100}$|"
        r"^\W*.{0,80}\b(?:has|have|was|is) not (?:been )?(?:edited|created|modified)\b.{0,30} "
        r"by (?=(?:our|us|any|its)\b|(?:the )?(?-i:[^\W\d_a-z])|the (?:\w+ ){0,2}(?:staff|team|editors?|"
        r"desk|newsroom)\b)"
        r".{0,160}$",
        360,
    ),
    # shared journalism: produced by one newsroom, printed by many; and the reader's way to its writer
    line_rule(
        "syndication",
        "produced by|permission|partnership|collaboration",
        rf"^\W*(?:this|the) {PIECE} (?:was|is) (?:produced|published|provided|made|reported|co-published)"
        rf"(?: \w+)? (?:(?:by|with) (?=(?:our |the )?(?-i:[^a-z\s]))|in (?:partnership|collaboration) with\b)"
        rf".{{3,300}}$|"
        rf"^\W*(?:{PIECE} )?(?:posted|published|reprinted|republished|used|excerpted) (?:here )?with "
        r"(?:the )?(?:kind )?permission\b.{0,120}$",
        420,
    ),
    line_rule(
        "syndication",
        "@|visit |tip?|donate|subscriber|views expressed|opinions expressed|advice",
        r"^\W*(?:please )?(?:write to|contact|e-?mail|reach|tips? to|send (?:your )?(?:news )?tips to|"
        r"(?:have|got) a (?:news )?tip\?)(?!\w)(?!.{0,80}\b(?:police|crime\w*|detectives?|sheriff|"
        r"hotline|helpline|"
        r"hospital|council|charity|ministry|embassy|information)\b)"
        r".{0,80}?[\w.+-]{1,40}@[\w.-]{3,40}(?: or [\d() .+-]{7,20})?\W*$|"
        r"^\W*(?:support|help) [^.!?]{3,60}[.!?] (?:donate|give|contribute)\b[^.!?]{0,40}\W*$|"
        r"^\W*already a (?:subscriber|member)\?.{0,40}$|^\W*(?:the )?(?:views|opinions) expressed (?:in|"
        r"here|by)\b.{0,140}"
        r"\b(?:own|author|authors|necessarily|do not (?:represent|reflect))\b.{0,200}$|"
        r"^\W*this (?:content|article|report|post) .{0,100}\bnot (?:constitute |"
        r"intended as )?(?:investment|financial|legal|"
        r"medical) advice\b.{0,60}$|"
        r"^\W*this (?:content|article|story|post) is (?:only )?(?:for|"
        r"available to) (?:\w+ )?subscribers\b[^.]{0,30}\W*$|"
        r"^\W*visit [^.!?]{2,60} (?:at|on) [\w-]{2,40}\.[\w./-]{2,40}\W*$",
        360,
    ),
    # agencies mark where a dispatch ends
    line_rule(
        "syndication",
        "انتهای|끝|完|end|ende|fin|###|-30-",
        r"^\W*(?:انتهای پیام\W*|[<(（]\s?(?:끝|完|end|ends|ende|fin)\s?[>)）]|###|-\s?30\s?-)\W*$",
        30,
    ),
    line_rule(
        "syndication",
        "zuerst",
        r"^.{0,160}\b(?:erschien|veröffentlicht|erschienen)\b.{0,20}\bzuerst\b.{0,80}$|"
        r"^.{0,160}\berschien zuerst\b.{0,80}$",
        260,
    ),
    line_rule(
        "syndication",
        "provided by|distributed by|supplied by|service of",
        r"^\W*(?:this |the )?(?:content |data |news |story |article )?(?:provided|distributed|"
        r"supplied) (?:to .{1,40} )?by (?=(?:our |the )?(?-i:[^a-z\s])).{2,80}$|"
        r"^.{0,80}\bis a (?:news )?service of\b.{0,60}$",
        160,
    ),
    line_rule(
        "syndication",
        "trust principles|story is from|photo gallery",
        r"^\W*our standards:.{0,80}$|^this (?:story|article) is from \w+ \d{1,2}, \d{4}$|"
        r"^loading photo gallery$",
        120,
    ),
    line_rule(
        "syndication",
        "for more|full coverage|more coverage|coverage:|читайте на|read on",
        r"^\W*(?:go to|visit|see|find|follow|read) [^.!?]{0,80}(?:https?://|www\.)\S+ for (?:more|full|"
        r"all|further|the latest)\b"
        r"[^.!?]{0,60}\W*$|^\W*(?:for more|follow|more|full|read|see)\b[^.!?]{0,60}\bcoverage\b[^.!?]{0,60}"
        r"(?:https?://|www\.)\S+\W*$|^\W*(?:читайте на|read (?:it |more )?(?:on|"
        r"at)) \S{2,40}\.[a-zа-я]{2,6}\W*$",
        220,
    ),
    line_rule("syndication", "live updates", r"^[^.]{0,40}follow live updates\b.{0,80}$", 140),
    # the page around the article: read on, subscribe, follow
    line_rule(
        "syndication",
        "read|more on|more from|see also|also on|related|lesen|mehr zum|weiterlesen|lire|leggi|lea |leia|"
        "lees |läs |"
        "recommended|more:|t miss|you may also|trending now|también|ver más|também|saiba mais|guarda anche|"
        "zobacz|"
        "смотрите|lue myös|læs også|lgili haber|simak juga|auch inter|interessieren|même sujet|相关|相關|"
        "puede interesar|podría interesar|puede leer|puedes leer|vea también|vea además|"
        "mira también|ver también|читайте|पढ़ें|baca juga|xem thêm|devamını|ayrıca|قد يهمك|"
        "les også|voir aussi|czytaj|читайте|اقرأ|بخوان|okuyun|関連|続き|阅读|閱讀|관련",
        r"^\W*(?:(?:read|more|see also|also on [^.:]{2,30})(?=\s?:)|don['’]t miss(?=:)|must read(?=\W*$|:)|"
        r"trending now|you may also like|l(?:ee|eer) también|ver más|veja também|saiba mais|guarda anche|"
        r"zobacz też|"
        r"смотрите также|lue myös|læs også|ilgili haber|simak juga|auch interessant|das könnte (?:sie|"
        r"dich) (?:auch )?"
        r"interessieren|sur le même sujet|相关阅读|相關閱讀|(?:también )?(?:te|le|les) (?:puede|"
        r"podría) interesar|también puedes? leer|"
        r"puedes? leer también|ve[ra] también|vea además|mira también|lea además|"
        r"läs mer|"
        r"читайте також|यह भी पढ़ें|(?:इसे|ये) भी पढ़ें|baca juga|xem thêm|ayrıca okuyun|قد يهمك|also read|"
        r"read also|read more about .{0,260}$|read the (?:full|original|rest)\b[^.]{0,120}$|"
        r"read more|read (?:next|this)(?=\W*$|\s?[:：|»›>→-]|\s(?:next|story|article)\b)|read on|"
        r"further reading|more on (?:this|the) (?:story|"
        r"topic)|more from(?= (?-i:[A-Z“\"]|our|this|the author|us))|related(?: (?:stor(?:y|"
        r"ies)|articles?|news|coverage|content|topics|"
        r"links))?(?=\W*$|\s?[:：|»›>→-])|recommended(?=\W*$|\s?[:：|»›>→-])|voir aussi|lesen"
        r" sie|lies auch|mehr zum thema|mehr dazu|zum weiterlesen|"
        r"weiterlesen|à lire|lire aussi|lire la suite|leggi anche|lea también|lee también|"
        r"leia também|leia mais|lees ook|läs också|les også|czytaj (?:też|także|więcej)|"
        r"читайте (?:также|ещё)|اقرأ (?:أيضا|أيضاً|المزيد)|بیشتر بخوانید|"
        r"関連記事|続きを読む|阅读更多|閱讀更多|"
        r"관련기사)(?:\s?[:：|»›>→-].{0,200}|\s(?![^.,]{0,80},[^.]{0,80}\.$).{0,90})?$",
        300,
    ),
    line_rule(
        "syndication",
        "weiterlesen|sie mehr|sie hier|click here|hier geht|mehr dazu|siehe auch|the full|"
        "continue reading|read more|mehr zum thema|lire la suite|leer más|leggi tutto|full story|"
        "sign up here",
        r"(?P<cut>(?:^|(?<=[.!?…”\"»]\s)|(?<=[.…\]]))\W*(?:>> )?(?:(?:anmelden und |"
        r"mit \S{1,12} )?weiterlesen|continue reading|read more|mehr zum thema|lire la suite|"
        r"seguir leyendo|leer más|leggi tutto|read full story|lesen sie (?:hier )?mehr|"
        r"read the full (?:story|article)|mehr dazu|siehe auch|click here|"
        r"hier geht es)\b[^.!?]{0,80}(?:\.{2,}|…)?$)",
        1500,
    ),
    line_rule("syndication", "weiterlesen", r"^.{0,120}\bweiterlesen\W*$", 150),
    # papers that set a quiz or a subject page under every story; the address behind the words is lost
    line_rule(
        "syndication",
        "click here|clicking here",
        r"^\W*(?:to|for) [^.!?]{3,160}\bclick here\W*$|^[^.!?]{3,80} by clicking here\W*$",
        220,
    ),
    line_rule(
        "syndication",
        "subscribers|abonnent|abonné|disclaimer|plus-artikel",
        r"^\W*(?=this|the (?:full|rest|complete)|only|exclusiv|available|reserved|réserv|reserviert|"
        r"exklusiv|articles? |"
        r"artikel |contenus? |inhalte? |die(?:se|ser|ses) |cet|ce |plus)"
        r".{0,80}\b(?:available|reserved|reserviert|exclusive|exklusiv|"
        r"réservé)\b.{0,40}\b(?:subscribers|abonnent|abonnés)\b.{0,160}$|"
        r"^\W*disclaimer ?:.{10,400}$",
        420,
    ),
    # what one may not do with a text, or may with its owner's consent
    line_rule(
        "rights",
        "reproduced|republished|redistributed|subject to copyright|published|copied|broadcast|may be used",
        rf"^\W*(?:(?:this|the|all|any|no)\b.{{0,60}}?\b)?(?:material|contents?|part|document|text|"
        rf"{PIECE})s?\b"
        rf".{{0,60}}?\b(?:(?:may|must|can) ?not be {_DONE}(?=,|\W*$| (?:or|and|in|by|for|on|anywhere|"
        rf"elsewhere)\b|"
        rf".{{0,200}}\b{_CONSENT})|(?:may|can) be {_DONE}\b.{{0,160}}\b{_CONSENT}|"
        r"(?:is|are) subject to copyright\b).{0,500}$|"
        rf"^\W*no part of (?:this|the|our) (?:\w+ ){{0,3}}(?:may|can|must) be {_DONE}\b.{{0,500}}$",
        700,
    ),
    line_rule(
        "syndication",
        "javascript|cookies|keywords|reuters messaging",
        r"^.{0,60}\bjavascript\b.{0,30}\b(?:disabled|required|enable|aktivier).{0,120}$|"
        r"^.{0,30}\benable javascript\b.{0,120}$|^keywords: [A-Z0-9/() ]+$|"
        r"^\W*[\w.]+@[\w.]+.{0,80}reuters messaging.{0,80}$",
        220,
    ),
    line_rule(
        "syndication",
        "years old|months old|published on|continues|continued below|printed"
        " from|scroll|advertisement|anzeige|publicidad|"
        "publicité",
        r"^(?:this (?:story|article) is (?:more than|over) .{1,20} old|"
        r"(?:[\w.:]{1,20} ){0,3}?(?<!was )(?<!were )(?<!is )(?<!and )(?:first )?published"
        r" on (?=.{0,14}\d).{4,60}|[\w ,.:]{0,30}\d\d.\d\d ?[a-z]{2,5} ?first published"
        r" on .{4,60}|.{0,20}printed from \S+.{0,40}|"
        r"\W*(?:advertisements?|anzeige|publicidad|publicité|werbung)(?:\W+(?:scroll|story|"
        r"article)\b.{0,40})?|"
        r"(?:story|article) continue[sd] (?:after|below)\b.{0,30}|scroll (?:down|to|for|on)\b.{0,40})\W*$",
        200,
    ),
    line_rule(
        "syndication",
        "follow|join|like us|inbox|get the latest|download|watch|listen|recibe|assine|folgen|suivez|síguenos|"
        "seguici|siga|únete|подпис|"
        "تابع|延伸閱讀|延伸阅读|takip|ikuti|newsletter|subscribe|sign up|abonnier|abonne|suscr|"
        "inscri|iscriv|podcast|youtube|register",
        r"^\W*(?:please |click here to |to )?(?:subscribe(?! to the (?:idea|view|notion|theory|belief))|"
        r"sign up(?=\W*$|"
        r".{0,120}\b(?:newsletters?|inbox|e-?mails?|alerts?|updates?|daily|weekly|here|now|our|free|"
        r"apps?|account|briefing|digest|"
        r"latest|news|stories|headlines|podcast|today|subscri\w+|get|receive)\b)|abonnier(?:e|en)|abonnez|"
        r"register(?: now)? (?:for|to) (?:free|unlimited|read|continue|access)|suscr[íi]b|inscrivez|"
        r"iscriviti|assine|recibe|get (?:our|your)|join our|"
        r"download (?:our|the)(?: \w+){0,3} app\b(?!,)|folgen sie uns|suivez[- ]nous|síguenos|seguici|"
        r"siga-nos|"
        r"like us on|únete a nuestr|подписывайтесь|تابعوا|延伸閱讀|延伸阅读|bizi takip|ikuti kami|"
        r"start your day|follow us)(?!\w).{0,260}$|"
        r"^\W*(?:listen to(?= (?:the|our|this)\b|:)|watch(?= (?:(?:the|our|this) (?:[\w’'-]+ ){0,5}|"
        r"live |now )?"
        r"(?:video|here|below|above|on (?:youtube|facebook)|https?:)))"
        r"(?!.{0,120}[a-z]\. [A-Z]).{0,260}$|^\W*get [^.]{2,60} in your inbox\W*$|"
        r"^.{0,200}\binbox\b.{0,100}\b(?:subscribe|sign up)\b.{0,100}$|"
        r"^\W*get the latest\b.{0,60}\b(?:delivered|inbox)\b.{0,60}$|"
        r"^.{0,200}\b(?:newsletters?|inbox|podcast|updates|alerts)\b.{0,200}(?<=[.!?]) (?:sign up|"
        r"subscribe|register)\b.{0,80}$|^[^.!?]{0,25}[.!?] (?:sign up|subscribe|register)\b.{0,80}$|"
        r"^.{0,200}[-–—:] (?:abonnieren|subscribe|sign up|"
        r"suscr)\b.{0,100}$|^(?:.{0,120}[.!?–:] |\W*)(?:please |jetzt |also )?(?:sign(?:ing)? up|"
        r"subscrib\w+|join|get|receive|listen|"
        r"catch up|follow|check out|download|try|read|find|hear|want|like|abonni\w+|lesen|hören|"
        r"bestellen|inscri\w+|"
        r"abonnez|suscr\w+|for more|more)\b.{0,120}\b(?:our|unseren?|unserem|notre|nuestro|"
        r"nuestra) (?:\w+ ){0,3}"
        r"(?:newsletter|podcast)s?\b(?!['’] | \w*er\b).{0,60}$|"
        r"^[^.]{0,40}newsletters?\b[^.]{0,20} (?:anmelden|abonnieren|bestellen)\W*$",
        400,
    ),
    line_rule(
        "syndication",
        "has been shared|reached at|follow |@|loading",
        r"^this (?:story|article) has been shared .{0,40}$|^[\w.'’ -]{2,60} (?:may|"
        r"can) be reached (?:at|on|via) .{3,200}$|^\W*follow (?-i:[A-Z]\w+ ?){1,3}$|"
        r"^\W*follow (?:\w+['’]s|our|the|all) (?:\w+ )?(?:coverage|updates|blog)\b.{0,100}$|"
        r"^\W*follow (?:@|us |me |him |her |them |\w+ \w+ on )(?:.{0,20}\b(?:twitter|facebook|"
        r"instagram|x|linkedin|telegram|bluesky|threads)\b).{0,160}$",
        300,
    ),
    # the same behind the last sentence of a text
    line_rule(
        "syndication",
        "sign up|subscribe",
        r"(?P<cut>(?<=[.!?…”\"»])\s(?:please )?(?:sign up|subscribe)\b[^.!?]{0,80}\b(?:newsletters?|"
        r"inbox|updates|alerts|"
        r"channel|podcast|youtube|here)\b[^.!?]{0,40}\W*$)",
        1500,
    ),
)
