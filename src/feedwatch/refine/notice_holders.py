"""Who holds the rights, since when: copyright statements read into holders and years.

A statement is a mark ("©", "(c)", "Copyright", "All rights reserved" …) with years and a name around it, in
either order. A name ends at a divider, at the end of its sentence, after its legal form ("Inc.", "GmbH"),
or where the small print of a page foot begins. The tables below are the whole knowledge; add a row there.

Laws: pure; nothing raises; text is expected to be bounded by the caller, every pattern is linear in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from feedwatch.refine.notice_marks import COMMONS, MARK, MARKS, RESERVED, YEAR

# "Thu Dec 10 10:10:50 GMT-03:00 2020": a publishing system's clock where the year was meant
_CLOCK: Final = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,12} (?=\d{4})")
_RANGE: Final = re.compile(
    rf"({YEAR})(?:\s{{0,3}}(?:(?:[-–—―−~/]|to|bis|bis heute|a|à)\s{{0,3}}((?:19|20)?\d\d)(?!\d)|"
    rf"(?:,|&|and|und|et|y)\s{{0,3}}({YEAR})))?"
)
# A cluster is everything that stands between marks and a name: "Copyright 2015 © by", "(c), 1995-2023:"
_CLUSTER: Final = re.compile(
    rf"[\s,.:;|·•/®–—-]*(?:(?:{MARKS})[\s,.:：;@|·•/®)–—-]*|\(?{YEAR}[\s,.:;|·•/®)–—-]*(?:\d\d(?!\d)[\s,.]*)?"
    r"|[&+]\s?(?=[©ⓒ℗])|MM[XVI]{1,8}\b[\s,.-]*|(?:by|bei|von|par|por|de|to|present|heute|powered by|"
    r"the copyright of|content|"
    r"inhalt)\b[\s,.:;|-]*){1,8}",
    re.I,
)
_FORM: Final = (  # legal forms: a company's name ends with one, or with a chain of them
    r"(?:Inc|Incorporated|LLC|L\.L\.C|LLP|Ltd|LTD|Limited|LIMITED|L\.P|LP|Co|Corp|Corporation|"
    r"Company|plc|PLC|Plc|Pty|GmbH"
    r"|GMBH|mbH|AG|KG|KGaA|SE|e\. ?V|eG|S\.?A|S\.?A\.?S|SARL|S\.?r\.?l|S\.?p\.?[aA]|S\.?L|"
    r"B\.?V|N\.?V|A/S|ApS|AS|ASA|AB|Oy|Oyj"
    r"|A\.?Ş|Kft|Zrt|Ltda|Pvt|Private|de C\.V|S\. de R\.L|S/A|s\.r\.o|a\.s|[Ss]p\. z o\.o|S\.K\.A|d\.o\.o|"
    r"ООО|"
    r"АО|ЗАО|ОАО|ПАО|ТОВ|ООД|ЕООД|АД|C\.A|LTDA|S\.?R\.?L|S\.P\.A|SLU|S\.L\.U|SAS|UAB|SIA|OÜ|gGmbH|UG|"
    r"OHG|GbR|Sdn|Bhd|Tbk|Pte|"
    r"DE C\.V|S\.A\.(?:B|P\.I)\. de C\.V|株式会社|有限公司)"
)
_AFTER_FORM: Final = re.compile(
    rf"^.*?[\w.,)'’&] ?(?P<form>\b{_FORM}\b\.?(?:(?:,? ?& ?|,? )(?:{_FORM})\b\.?)*"
    r"(?: (?:Germany|Deutschland|Österreich|Austria|Schweiz|Switzerland|Suisse|UK|USA|India|Ireland|"
    r"Australia|"
    r"Canada|France|España|Japan|Singapore|Brasil|México)\b)?)(?=\W|$)"
)
_ENDS: Final = re.compile(  # what never belongs to a name
    r"\s[-–—|·•]+\s|[|·•;(\[{<>（【\n]|\s[-–—]$|(?<!\b[^\W\d_])(?<!\bPT)(?<!\bSt)"
    r"\.\s+(?=[^\W\d_])|。|，|、|\u060c|"
    r":\s|®|https?:|www\."
    r"|,\s+(?![A-Z][\w'’-]+ (?:&|and) [A-Z])(?!(?:Inc|LLC|L\.?L|Ltd|Limited|L\.P|LP|S\.|GmbH|"
    r"Co\b|Corp|PLC|plc|N\.V|B\.V|A\.))"
    r"|\s(?:or|is|are|was|ist|sind|es|est|è|ist Teil|and (?:its |affiliated|or )|or its|e/o|und (?:deren|die)"
    r"|and/or|alle?|all|tous|todos|tutti|terms|privacy|cookie|powered|designed|published|"
    r"part of|a part|a division"
    r"|made|hosted|reserved|unless|except|used|via|under|this|no part|contact|about|reprinted|"
    r"republished|distributed"
    r"|may|must|issn|tel|rif|cnpj)\b"
    r"|datenschutz|impressum|nutzungsbed|privacy|cookie|terms of|mentions légales|aviso legal|"
    r"kontakt|\be-?mail\b",
    re.I,
)
_STATED: Final = re.compile(rf"{MARKS}|{YEAR}", re.I)
_SENTENCE_BEFORE: Final = re.compile(r"(?:\s[^\W\d_A-ZÀ-ÞА-Я][^\W\d_]+){2}\.$")
_DASH: Final = re.compile(r"\s[-–—]\s+")
_QUOTES: Final = "\"'“”‘’«»„‚*_ \t"
_TRIM: Final = _QUOTES + ",;:|·•-–—/®"
_NOT_HOLDERS: Final = re.compile(
    r"(?:all|alle|any|no|the|this|by|and|image|images|photo|foto|bild|notice|policy|law|law[s]?|act|"
    r"office|free|holders?|owners?|"
    r"|all contents?|entire contents?|of|for|on|in|is|to|and|or|page|home|content|"
    r"contents|legal|terms?|claims?|reserved|"
    r"issues?|infring\w+|protected|derechos(?: de autor)?|direitos(?: autorais)?|droits? d['’]auteur|"
    r"diritti(?: d['’]autore)?|urheberrecht\w*|авторские права|propriet[aá]ri[oa]s?|propietari[oa]s?|"
    r"proprietary)",
    re.I,
)
_SITE: Final = re.compile(r"www\.[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}(?![\w/])")
# "© 2024 All rights reserved - Example News": nothing but a name behind it, and none of a link's
_NAME_ALONE: Final = re.compile(
    r"\s?[-–—.|]\s+[^\W\d_a-zà-ÿ][\w'’&.-]*(?:\s(?:[^\W\d_a-zà-ÿ][\w'’&.-]*|de|du|des|la|le|of|the|and|"
    r"et|y|di|da|do|von|und)){0,4}\s*"
)
_LINKS: Final = re.compile(
    r"\b(?:contact\w*|about|site\w*|map|legal|mentions|crédits?|credits?|terms|conditions|policy|"
    r"privacy|impressum|datenschutz|agb|home|"
    r"log ?in|cookies?|power\w*|design\w*|develop\w*|développ\w*|desarroll\w*|desenvolv\w*|user|"
    r"agreement|help|faq|advertis\w*|careers|jobs|"
    r"logiciel|software|li[cz]en\w*|version|menu|rss|newsletter|accueil|inicio|subscribe|follow|top|"
    r"back|accessibility|aviso|política|"
    r"términos|kontakt|made|built|theme|wordpress|sign|more|read|click|news feed|feedback)\b",
    re.I,
)
_PAGE_WORDS: Final = re.compile(
    r"property of|privacy|\bpolicy\b|\bterms\b|cookie|guidelines|newsletter|holder", re.I
)
_FOR: Final = re.compile(  # "… without the written permission of X"
    r"\b(?:escrit[ao]|permission|authori[sz]ation|autorización|autorização) (?:previa )?(?:of|"
    r"from|de|da|do)"
    r" (?P<name>(?:the )?(?-i:[^\W\d_a-z])[^|]{1,80})",
    re.I,
)
_PROPERTY: Final = re.compile(
    r"(?:\b(?:copyright(?:ed)?|exclusive|sole|contents?|intellectual|(?:is|are|"
    r"remains?) (?:the )?) ?property of|\bpropri(?:edade|età|été) (?:intele[ct]tual|intellettuale|"
    r"intellectuelle|exclusiva|exclusive) d(?:e|a|o|i|el|u)|"
    r"\bpropiedad (?:intelectual |exclusiva )?de(?:l| la)?|\b(?:geistiges )?eigentum (?:von|der|"
    r"des)) (\S[^|]{1,80})",
    re.I,
)
_NO_NAME: Final = re.compile(
    r"^(?i:при|любое|все|любая) [а-яё]|^(?i:esta|este|essa|esse|o|a|todo) \w+ (?:é|es) |未[经經]|禁止|"
    r"[转轉]载|[转轉]載|声明|聲明|(?<![\u3400-\u9fff])本[网網站文]|内容|內容|वर्जित|"
    r"prohibid[ao]|proibid[ao]|vietat"
    r"|(?:[のをがはでにたて]|ません|ます|です)$|^[はがをに]|に帰属|없이|동의|[가-힣](?:는|을|를) "
)
_LONGEST_NAME: Final = 80
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_NO_DOT: Final = re.compile(
    r"\b(?:GmbH|GMBH|mbH|AG|KG|LLC|LLP|plc|PLC|Limited|LIMITED|Company|Corporation|Group|SE|AB|AS|Oy)\.$"
)
_QUOTED_FIRST: Final = re.compile(r"^[\"'“‘][^\"'”’]{1,60}[\"'”’] (?=\S)")
_COMPANY: Final = re.compile(rf"\b{_FORM}\.?$")
_RUSSIAN_COMPANY: Final = re.compile(r"(?:ООО|ОАО|ПАО|ЗАО|АО|ТОВ|ИП)\s[«\"„]")
_YEAR_FIRST: Final = re.compile(rf"^[\s,.|·•-]*{YEAR}[\s,.|·•-]*")
_YEAR_LAST: Final = re.compile(rf"[\s,.|·•-]*{YEAR}[\s,.|·•–—-]*$")
_PIECES: Final = re.compile(r"\s[-–—|·•]\s|[|·•;:）)\]]|(?<=[^\W\d_]{3}[.!?])\s")
_TAX_NUMBER: Final = re.compile(
    r"\s*(?:P\. ?IVA|C\. ?F\.|NIP|NIF|CIF|CNPJ|RIF|VAT|USt|Tax)\b.{0,8}[\d.]{5}", re.I
)
_YEAR_THEN: Final = re.compile(rf"^(?:{YEAR})[\s,.|·•-]*")
_POWERED: Final = re.compile(
    r"^(?:.{0,60}\bis powered by|(?:\w+ )?(?:published|produced|created|made|developed|written) by|"
    r"a publication of|(?:\w+ )?(?:herausgegeben von|erstellt von|"
    r"editado por|creado por|criado por|créé par|réalisé par|realizzato da)) ",
    re.I,
)
_TWO: Final = re.compile(rf"(.{{3,60}}\b{_FORM}\.?) (?:and|und|y|et|e) ([A-Z].{{2,60}})$")
_OWNER_ROLE: Final = re.compile(r"^(?:an?|propietario|owner|herausgeber|editor):? (?=[A-ZÀ-Þ])", re.I)
_DOTTED_FORM: Final = re.compile(rf"(?:{_FORM})\.$|\b[A-Z]\.$")
_SOLAR_YEAR: Final = re.compile(r"\s+1[34]\d\d$")
_AND_DOMAIN: Final = re.compile(r"\s(?:&|and|und|y|et|e)(?:\s[\w-]+(?:\.[\w-]+)+)?$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_HAS_DOMAIN: Final = re.compile(r"\s\S+\.\S")
_MOST_MARKS: Final = 4  # a line of nothing but marks is no notice, and reading each would take for ever


def years_in(text: str) -> tuple[int, ...]:
    """The first year or range of years in a text: (), (2024,) or (1995, 2023); "2014-19" is (2014, 2019)."""
    found = _RANGE.search(text)
    if not found:
        return ()
    first, last = found.group(1), found.group(2) or found.group(3)
    if not last:
        return (int(first),)
    end = int(last if len(last) == 4 else first[:2] + last)
    return (int(first), end) if end > int(first) else (int(first),)


def canonical(holders: Sequence[str], years: Sequence[int]) -> str | None:
    """The normal form of a copyright line: "© AFP 2024", "© dpa 1995–2023"; None without holder and year."""
    if not holders and not years:
        return None
    span = "–".join(str(year) for year in sorted({min(years), max(years)})) if years else ""
    return " ".join(part for part in ("©", ", ".join(holders), span) if part)


@lru_cache(maxsize=1024)  # a feed says the same line under every item
def read_statement(line: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """(holders, years) that a copyright or rights line states; holders as written, each once."""
    line = _CLOCK.sub("", line.translate(_DIGITS))
    holders: list[str] = []
    years: tuple[int, ...] = ()
    for before, cluster, after in _statements(line):
        holder, tail = _name_after(after)
        says_rights = RESERVED.fullmatch(cluster.strip(_TRIM + ".：")) and not cluster.rstrip().endswith(
            (":", "：")
        )
        if not holder or says_rights:
            holder, tail = _name_before(before) or _name_after_rights(before), before
            holder = holder or _name_after_rights(after)
        if (owner := _name_before(before)) and is_company(owner):
            holders.extend(_both(owner))
        if holder:
            holders.extend(_both(holder))
            holders.extend(_partners(tail))
        years = years or years_in(cluster) or years_in(after[: len(holder) + 12]) or years_in(before[-14:])
    holders.extend(name for match in _PROPERTY.finditer(line) if (name := _name_after(match.group(1))[0]))
    if not holders and (found := _FOR.search(line)):
        holders.append(_name_after(found.group("name"))[0])
    unique = {holder.casefold(): holder for holder in reversed(holders) if holder}
    return tuple(reversed(unique.values())), years or (years_in(line if len(line) <= 150 else line[:16]))


def _statements(line: str) -> Iterator[tuple[str, str, str]]:
    """(text before, marks and years, text after) of every cluster that holds a mark or a rights phrase."""
    if COMMONS.search(line) and not MARK.search(line):
        return
    at = 0
    marks = list(islice(MARK.finditer(line), _MOST_MARKS))
    for mark in marks or list(RESERVED.finditer(line))[:1]:
        if mark.start() < at:
            continue
        cluster = _CLUSTER.match(line, mark.start())
        end = max(mark.end(), cluster.end() if cluster else 0)
        yield line[at : mark.start()], line[mark.start() : end], line[end:]
        at = end


def _name_after(text: str) -> tuple[str, str]:
    """The name a text begins with, and what follows it; ("", text) when it begins with none."""
    text = text[: 2 * _LONGEST_NAME]
    if reserved := RESERVED.search(text):
        text = text[: reserved.start()]
    text = _QUOTED_FIRST.sub("", text.lstrip(" ,.|·•:-–—"))
    if site := _SITE.match(text):
        return site.group(), text[site.end() :]
    if form := _AFTER_FORM.match(text):
        ends = _ENDS.search(text)
        one = ends is not None and _DASH.fullmatch(ends.group()) and not _STATED.search(form.group())
        if ends and one:  # "Example News - Sample Holdings, Inc." is one name
            ends = _ENDS.search(text, ends.end())
        if not ends or ends.start() >= form.start("form"):
            return _tidy(form.group()), text[form.end() :]
    end = _ENDS.search(text)
    stop = end.start() if end else len(text)
    return _tidy(text[:stop]), text[stop:]


def is_company(name: str) -> bool:
    """Whether a name ends with a legal form: "Example Media Ltd."."""
    return _COMPANY.search(name) is not None or _RUSSIAN_COMPANY.match(name) is not None


def _name_after_rights(text: str) -> str:
    """The name after "All rights reserved": only "to X", or a company; else it is the next sentence."""
    if reserved := RESERVED.search(text[:40]):
        text = text[reserved.end() :]
    text = _YEAR_FIRST.sub("", text)
    given = re.match(
        r"\W{0,3}(?:to|for|para|a|per|à|für|an|by)\s+(?=[A-ZÀ-Þ])|\W{0,3}(?:ל-?|لـ?|برای )(?=[^\W\d_])", text
    )
    name = _name_after(text[given.end() :] if given else text)[0]
    alone = _NAME_ALONE.fullmatch(text) and not _LINKS.search(text)
    return name if given or alone or is_company(name) else ""


def _name_before(text: str) -> str:
    """The name a text ends with: "Diario Libre, 2019 ©", "Campo Grande News © 2020"."""
    text = _YEAR_LAST.sub("", text[-2 * _LONGEST_NAME :]).rstrip(_TRIM)
    if _SENTENCE_BEFORE.search(text):
        return ""
    pieces = [piece for piece in _PIECES.split(text) if not _TAX_NUMBER.match(piece)] or [""]
    name = _YEAR_THEN.sub("", pieces[-1].strip())
    name = _POWERED.sub("", name)
    return _tidy(name) if len(name.split()) <= 10 else ""


def _both(name: str) -> tuple[str, ...]:
    """ "A Co. and B Group" and "A / B" are two holders."""
    if "/" in name and "://" not in name and not name.endswith(("A/S", "S/A")):
        return tuple(part for piece in name.split("/") if (part := _tidy(piece)))
    found = _TWO.match(name)
    return found.groups() if found else (name,)


def _partners(tail: str) -> Iterator[str]:
    """Further holders named after the first: "a.at | A GmbH", "A Co. and B Group"."""
    found = re.match(
        rf"\s*(?:\||and|und|&|y|e|et)\s+([A-Z][^|.]{{1,60}}?{_FORM}\b\.?|"
        rf"[A-Z][\w ]{{2,40}} (?:Group|Media|Press))",
        tail,
    )
    if found:
        yield _tidy(found.group(1))


def _tidy(name: str) -> str:
    """A holder without quotes, years and dividers; "" if what is left is no name."""
    name = re.sub(
        rf"[\s,.|–—-]*\b{YEAR}(?:\s*[-–—]\s*(?:{YEAR}|\d\d))?\.?[\s,]*$", "", name.strip(_TRIM)
    ).strip(_TRIM)
    if _HAS_DOMAIN.search(name) and (
        domain := re.search(r"(?<!/)\s[\w-]+\.(?:com|org|net|de|co\.uk)\b.*$", name)
    ):
        name = name[: domain.start()]
    name = _OWNER_ROLE.sub("", name)
    if not _DOTTED_FORM.search(name):
        name = name.rstrip(". ")
    if _NO_DOT.search(name):
        name = name[:-1]
    if name.count("«") > name.count("»"):  # «» belongs to a company's name
        name += "»"
    name = _SOLAR_YEAR.sub("", name)  # a Persian year is not part of the name
    name = _AND_DOMAIN.sub("", name)  # "X & x.com"
    if _PAGE_WORDS.search(name) or _NO_NAME.search(name):
        return ""
    if len(name) < 2 or len(name) > _LONGEST_NAME or _NOT_HOLDERS.fullmatch(name) or RESERVED.search(name):
        return ""
    return name if _LETTER.search(name) else ""
