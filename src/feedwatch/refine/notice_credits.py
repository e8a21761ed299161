"""Lines that say who wrote, who edited and where it came from, in the languages of the world's press.

To teach a new phrase, add it to a row; to teach a new kind of line, add a row.

Laws: data only; patterns are anchored or bounded, and linear in a line of `LONGEST` characters.
"""

from typing import Final

from feedwatch.refine.notice_row import PIECE, LineRule, line_rule

CREDIT_RULES: Final[tuple[LineRule, ...]] = (
    line_rule("credit", "via @|h/t @", r"^\W*(?:via|h/t) @[\w.@-]{2,60}\W*$", 80),
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
        "منبع|kaynak|来源|來源|出典|출처|bron|kilde|källa|lähde|πηγή|forrás|sursa|מקור|sumber|nguồn|"
        "स्रोत|इनपुट|"
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
        rf"(?:(?:was|is|were) (?:used|included)[^.]{{0,40}})?\W*$|"
        rf"^\W*(?:(?-i:[А-ЯЁІЇЄ][а-яёіїє'ʼ-]+ [А-ЯЁІЇЄ][а-яёіїє'ʼ-]+), )?(?:по материалам|"
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
        r"^\W*(?:实习|實習|网络|網路|执行|執行|值班)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|核稿編輯|记者|記者|作者|撰文|翻译|翻譯|"
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
