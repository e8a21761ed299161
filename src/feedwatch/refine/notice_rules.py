"""The table of lines that are notices: what they say in the languages of the world's press.

A row is the kind, the words without which it cannot apply (a cheap look before any pattern runs) and the
pattern. A pattern that matches takes the whole line; one with a group `cut` takes only that span; one with a
group `caption` takes nothing, for the line describes a picture and only its credit is read. To teach a new
phrase, add it to a row; to teach a new kind of line, add a row.

Laws: data only; patterns are anchored or bounded, and linear in a line of `LONGEST` characters.
"""

import re
from dataclasses import dataclass
from typing import Final

from feedwatch.model import NoticeKind

LONGEST: Final = 1500  # characters; a longer line is looked at only at its end


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of line; one of `words`, in lower case, must stand in a line for `pattern` to be tried."""

    kind: NoticeKind
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    longest: int = 600


def _rule(kind: NoticeKind, words: str, pattern: str, longest: int = 600) -> LineRule:
    return LineRule(kind, tuple(words.split("|")), re.compile(pattern, re.I | re.S), longest)


_PIECE: Final = (
    r"(?:story|article|post|piece|report|essay|column|interview|dispatch|content|content item|"
    r"op-ed|guide|list|review|project|investigation|roundup|file|newsletter|blog)"
)
PHOTO: Final = (
    r"(?:(?:top |lead |file |cover |main |header |featured |stock |hero |banner )?(?:photos?|"
    r"photographs?|image|images|picture|pictures"
    r"|screenshot|illustration|video|graphic)(?: ?(?:credits?|source|copyright|courtesy|illustration))?"
    r"|fotos?|bild|bilder|bildquelle|bildnachweis|fotocredit|crédits? ?(?:photos?|image)?|"
    r"credits?|fotograf(?:ía|ia|ie|o|i)|imagen|imagem|immagine"
    r"|zdjęcie|fot\.|фото|fotoğraf|ảnh|صورة|الصورة|تصوير|عکس|تصویر|צילום|写真|撮影|图片|圖片|图|照片|사진)"
)
_MORE: Final = r"(?: ?(?:less|more|vis mer|read more|mehr|enlarge|lire la suite))?\W*$"

RULES: Final[tuple[LineRule, ...]] = (
    # photo credits: a line of its own …
    _rule(
        "photo",
        "photo|image|picture|credit|foto|bild|screenshot|illustration|imagen|imagem|immagine|"
        "fot.|zdj|фото|ảnh|صور|عکس|تصویر|צילום|写真|撮影|图|圖|照片|사진",
        rf"^[^\w]*(?:\d+ ?/ ?\d+ )?{PHOTO}(?: ?(?:\d+ von \d+|courtesy(?: of)?|by|via|von|par|di|"
        rf"de))?\s?(?:[:：=/©-]|(?<=by)|(?<=via)|(?<=courtesy)|(?<=of)|(?<=credit)|(?<=copyright)|"
        rf"(?<=von))\s?\S?.{{0,120}}$",
        170,
    ),
    _rule(
        "photo",
        "photo",
        r"^[\w .-]{2,40} photos?:?$|^\W*(?:(?:ap|afp|reuters|pti|epa|"
        r"getty) (?:file )?(?:photo|"
        r"image)s?)\b.{0,60}$",
        80,
    ),
    _rule("photo", "courtesy", r"^\W*(?:\w+ )?courtesy (?:of )?\S.{1,80}$|^.{2,60}/courtesy\W*$", 100),
    _rule(
        "photo",
        "getty|shutterstock|istock|alamy|unsplash|picture alliance|imago|adobe",
        r"^\W*[\w.,'’ -]{0,60}?(?:/| / | via |, |- )?(?:afp via )?(?:getty(?: images)?|"
        r"shutterstock(?:\.com)?|istock(?:photo)?|alamy(?: stock photo)?|unsplash|"
        r"picture alliance\b.{0,40}|imago\b.{0,30}|adobe ?stock)\W*$",
        110,
    ),
    _rule(
        "photo",
        "represent|image|photo|bild|archiv|foto|file|picture",
        r"^\W*(?:representati(?:ve|onal) (?:image|photo|picture|purposes?)|(?:image|photo|"
        r"picture)s? (?:used )?for representati.{0,30}|symbol(?:bild|foto)|archiv(?:bild|foto)|"
        r"file (?:photo|image|picture)|imagen (?:de archivo|referencial)|foto (?:de archivo|"
        r"d['’]archivio|ilustrativa)|photo d['’](?:archives?|"
        r"illustration))\W*(?:[(\[].{1,40}[)\]])?\W*$",
        120,
    ),
    _rule(
        "photo",
        "image copyright|image source|image caption|media caption",
        r"^(?P<caption>)(?:image|media) (?:copyright|source),? .{1,200}\b(?:image|"
        r"media) caption\b.{0,400}$",
        700,
    ),
    # … and at the end of a caption
    _rule(
        "photo",
        "photo|image|picture|credit|foto|bild|file|courtesy|fot.|фото|صور|عکس|写真|사진|getty|via",
        rf"^(?P<caption>.{{3,}}?)[(\[|]\s?[^()\[\]|]{{0,60}}\b(?:{PHOTO}|file|courtesy|handout|"
        rf"via)\b[^()\[\]|]{{0,90}}[)\]]?{_MORE}",
        700,
    ),
    _rule(
        "photo",
        "photo|image|picture|credit|foto|bild|fot.|фото",
        rf"^(?P<caption>.{{12,}}?[.!?\s])(?:{PHOTO}\s?[:：]|photo(?:graph)?s? (?:by|courtesy|via)|"
        rf"(?:ap|afp|reuters|pti) photo/).{{1,80}}?{_MORE}",
        700,
    ),
    # credits
    _rule(
        "credit",
        "contribut",
        rf"^\W*[^\W\d_].{{1,500}}\bcontribut(?:ed|ing)(?: (?:\w+ )?(?:reporting|research|"
        rf"writing))?(?:,? (?:also )?(?:to|for) (?:this|the|our|"
        rf"\w+['’]s) (?:\w+ )?{_PIECE}\b.{{0,40}}| (?:reporting|research)\b.{{0,60}})$",
        700,
    ),
    _rule(
        "credit",
        "ing by|en by|ed by",
        r"^\W*(?:(?:additional|further|with|compiled|extra|original|and) )*(?:reporting|"
        r"writing|"
        r"editing|compiled|edited|written|reported|translated|translation|additional reporting|"
        r"photography|production|research|graphics?)(?: and (?:writing|editing|"
        r"reporting))? by:? .{2,500}$",
    ),
    _rule("credit", "reported from", r"^\W*[^\W\d_][\w.'’ -]{1,60} reported from .{2,300}$", 400),
    _rule(
        "credit",
        "input|files|report|information|agenc|agências|material|informa|agenz|mit |avec |con |com ",
        r"^\W*(?:with|mit|avec|con|com|med|per)\s(?:\w+ |[A-Z]+ ){0,3}?(?:inputs?|files? from|"
        r"reporting|reports? (?:from|by)|information (?:from|de)|agency inputs|agenc(?:y|ies)|"
        r"agências|agencias|agences|agenturen|agenturmaterial|material (?:der|von)|"
        r"informaci[óo]n(?:es)? de|informações d[aoe]|agenzie)\b.{0,200}$",
        260,
    ),
    _rule(
        "credit",
        "inputs from|input from",
        r"(?P<cut>(?:^|(?<=[.!?”\"»]))[\s(\[–—-]{0,4}(?:with )?(?:agency |"
        r"additional )?inputs? from .{2,140}$)",
        1500,
    ),
    _rule(
        "credit",
        "source|quelle|fonte|fuente|zdroj|źródło|источник|المصدر|منبع|kaynak|来源|來源|出典|출처|bron|"
        "kilde|källa|lähde|πηγή|forrás|sursa",
        r"^\W*(?:[^|]{0,70}\| ?)?(?:sources?|quellen?|fontes?|fuentes?|zdroj|źródło|источник|"
        r"المصدر|منبع|kaynak|来源|來源|出典|출처|bron(?:nen)?|kilde|källa|lähde|πηγή|forrás|"
        r"sursa)\s?[:：]\s?\S.{0,110}$",
        130,
    ),
    _rule(
        "credit",
        "übersetz|translat|traduc|tradui|tradott|traduz",
        r"^\W*(?:übersetzt|übersetzung|translated|translation|traducid[oa]|traducción|traduit|"
        r"traduction|tradotto|traduzido|tradução)\b.{0,80}$",
        110,
    ),
    # syndication
    _rule(
        "syndication",
        "appeared first|erschien zuerst|apareció primero|en premier sur|apareceu primeiro|"
        "è apparso per|appeared first",
        r"(?P<cut>(?:the post|der beitrag|dieser beitrag|la entrada|l['’]article|l['’]articolo|"
        r"o post|el artículo)\b.{0,300}?(?:appeared first (?:on|in|at)|erschien zuerst (?:auf|im|"
        r"in|bei)|apareció primero en|est apparu en premier sur|apareceu primeiro em|"
        r"è apparso per la prima volta)\b.{0,100}$)",
        1500,
    ),
    _rule(
        "syndication",
        "originally|first published|first appeared|republished|reprinted|syndicat|erstmals",
        rf"^\W*(?:(?:an? )?(?:longer |shorter |earlier |different )?(?:version|excerpt|"
        rf"part)s? of )?(?:this|the) {_PIECE}\b.{{0,80}}?\b(?:(?:was |is |has been )?(?:originally|"
        rf"first) (?:been )?(?:published|appeared|posted|ran|produced|written)|(?:was|is|has been|"
        rf"were) (?:re)?(?:printed|published|posted|syndicated|distributed|supplied|provided)).{{0,200}}$|"
        rf"^\W*(?:originally|first) (?:published|appeared|posted)\b[^,]{{0,120}}$|"
        rf"^\W*(?:republished|reprinted|syndicated)\b.{{0,160}}$",
        320,
    ),
    _rule(
        "syndication",
        "zuerst",
        r"^.{0,160}\b(?:erschien|veröffentlicht|erschienen)\b.{0,20}\bzuerst\b.{0,80}$|"
        r"^.{0,160}\berschien zuerst\b.{0,80}$",
        260,
    ),
    _rule(
        "syndication",
        "provided by|distributed by|supplied by|service of",
        r"^\W*(?:this |the )?(?:content |data |news |story |article )?(?:provided|distributed|"
        r"supplied) (?:to .{1,40} )?by .{2,80}$|^.{0,80}\bis a (?:news )?service of\b.{0,60}$",
        160,
    ),
    _rule(
        "syndication",
        "trust principles|story is from|photo gallery",
        r"^our standards:.{0,80}$|^this (?:story|article) is from \w+ \d{1,2}, \d{4}$|"
        r"^loading photo gallery$",
        120,
    ),
    _rule("syndication", "live updates", r"^[^.]{0,40}follow live updates\b.{0,80}$", 140),
    # the page around the article: read on, subscribe, follow
    _rule(
        "syndication",
        "read|more on|related|lesen|mehr zum|weiterlesen|lire|leggi|lea |leia|lees |läs |"
        "les også|czytaj|читайте|اقرأ|بخوان|okuyun|関連|続き|阅读|閱讀|관련",
        r"^\W*(?:also read|read also|read more about .{0,260}$|read the full\b[^.]{0,120}$|"
        r"read more|read next|read this|read on|further reading|more on (?:this|the) (?:story|"
        r"topic)|more from|related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|topics|"
        r"links))?|recommended|lesen sie|lies auch|mehr zum thema|mehr dazu|zum weiterlesen|"
        r"weiterlesen|à lire|lire aussi|lire la suite|leggi anche|lea también|lee también|"
        r"leia também|leia mais|lees ook|läs också|les også|czytaj (?:też|także|więcej)|"
        r"читайте (?:также|ещё)|اقرأ (?:أيضا|أيضاً|المزيد)|بیشتر بخوانید|"
        r"関連記事|続きを読む|阅读更多|閱讀更多|"
        r"관련기사)(?:\s?[:：|»›>→-].{0,200}|\s.{0,90})?$",
        300,
    ),
    _rule(
        "syndication",
        "weiterlesen|sie mehr|sie hier|click here|hier geht|mehr dazu|siehe auch|the full|"
        "continue reading|read more|mehr zum thema|lire la suite|leer más|leggi tutto|full story|"
        "sign up here",
        r"(?P<cut>(?:^|(?<=[.!?…”\"»]\s)|(?<=[.…\]]))\W*(?:>> )?(?:(?:anmelden und |"
        r"mit \S{1,12} )?weiterlesen|continue reading|read more|mehr zum thema|lire la suite|"
        r"seguir leyendo|leer más|leggi tutto|read full story|lesen sie (?:hier )?mehr|"
        r"read the full (?:story|article)|mehr dazu|siehe auch|click here|"
        r"hier geht es)\b[^.!?]{0,80}$)",
        1500,
    ),
    _rule("syndication", "weiterlesen", r"^.{0,120}\bweiterlesen\W*$", 150),
    _rule(
        "syndication",
        "subscribers|abonnent|abonné|disclaimer|plus-artikel",
        r"^.{0,80}\b(?:available|reserved|reserviert|exclusive|exklusiv|"
        r"réservé)\b.{0,40}\b(?:subscribers|abonnent|abonnés)\b.{0,160}$|"
        r"^\W*disclaimer ?:.{10,400}$",
        420,
    ),
    _rule(
        "rights",
        "reproduced|republished|redistributed|subject to copyright|published",
        rf"^\W*(?:(?:this|the|all|any|no)\b.{{0,60}}?\b)?(?:material|contents?|part|document|"
        rf"text|"
        rf"{_PIECE})s?\b.{{0,60}}?\b(?:(?:may|must|can)(?: not)? be (?:reproduced|published|"
        rf"republished|copied|broadcast|redistributed|distributed|used)|(?:is|"
        rf"are) subject to copyright)\b.{{0,500}}$",
        700,
    ),
    _rule(
        "syndication",
        "javascript|cookies|keywords|reuters messaging",
        r"^.{0,60}\bjavascript\b.{0,30}\b(?:disabled|required|enable|aktivier).{0,120}$|"
        r"^.{0,30}\benable javascript\b.{0,120}$|^keywords: [A-Z0-9/() ]+$|"
        r"^\W*[\w.]+@[\w.]+.{0,80}reuters messaging.{0,80}$",
        220,
    ),
    _rule(
        "syndication",
        "years old|months old|published on|printed from|scroll|advertisement|anzeige|publicidad|publicité",
        r"^(?:this (?:story|article) is (?:more than|over) .{1,20} old|"
        r"[\w ,.:]{0,40}(?:first )?published on .{4,60}|.{0,20}printed from \S+.{0,40}|"
        r"\W*(?:advertisement|anzeige|publicidad|publicité|werbung)\b.{0,40}|scroll .{0,40})\W*$",
        200,
    ),
    _rule(
        "syndication",
        "newsletter|subscribe|sign up|abonnier|abonne|suscr|inscri|iscriv|podcast|youtube",
        r"^\W*(?:please |click here to |to )?(?:subscribe|sign up|abonnier(?:e|en)|abonnez|"
        r"suscr[íi]b|inscrivez|iscriviti|assine|recibe|get (?:our|the|your)|join our|"
        r"start your day|follow us|listen to|watch)\b.{0,260}$|^.{0,260}(?<=[.!?]) (?:sign up|"
        r"subscribe|register)\b.{0,80}$|^.{0,200}[-–—:.!?] (?:abonnieren|subscribe|sign up|"
        r"suscr)\b.{0,100}$|^.{0,160}\b(?:our|unseren?|notre|nuestro) (?:\w+ ){0,3}(?:newsletter|"
        r"podcast)\b.{0,60}$",
        400,
    ),
    _rule(
        "syndication",
        "has been shared|reached at|follow |@|loading",
        r"^this (?:story|article) has been shared .{0,40}$|^[\w.'’ -]{2,60} (?:may|"
        r"can) be reached (?:at|on|via) .{3,200}$|^\W*follow (?:[A-Z]\w+ ?){1,3}$|"
        r"^\W*follow (?:\w+['’]s|our|the|all) (?:\w+ )?(?:coverage|updates|blog)\b.{0,100}$|"
        r"^\W*follow (?:@|us |me |him |her |them |\w+ \w+ on )(?:.{0,20}\b(?:twitter|facebook|"
        r"instagram|x|linkedin|telegram|bluesky|threads)\b).{0,100}$",
        300,
    ),
)
