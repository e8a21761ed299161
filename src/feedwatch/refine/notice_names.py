"""Lines that are nothing but names: "PTI", "Jane Roe/AP", "By Jane Roe", and a sign-off after a sentence.

No word says that such a line is a credit; its shape and the table of agencies do. And what tells something,
whatever words of a credit it holds: "Reporting by the BBC found that prices rise", "Join us, says minister".

Laws: pure; linear; a line that holds a verb or a second sentence is no name.
"""

import re
from typing import Final

from feedwatch.model import NoticeKind
from feedwatch.refine.agencies import agency_named, agency_words
from feedwatch.refine.notice_pictures import PHOTO

_WORDS: Final = re.compile(r"\w")
_LONGEST: Final = 90  # characters of a line of names
PICTURE: Final = re.compile(rf"(?:^|[\s(/|·•]|\d){PHOTO}(?=[\s:：/©.,)-]|$)", re.I)
# The word where it is a label, and no part of a name: "Photo: Jane Roe", "Getty Images"
PICTURE_LABEL: Final = re.compile(
    rf"(?:^|[\s(/|·•]|\d){PHOTO}(?=\s?[:：]|\s(?:by|von|par|courtesy|via)\b)|^\W*{PHOTO}(?=[\s:：/©.,)-]|$)",
    re.I,
)
LIBRARIES: Final = re.compile(
    r"\b(?:getty|shutterstock|istock|alamy|123rf|usa today|imagn|newscom|icon sportswire|action images|abaca|"
    r"maxppp|corbis|sportsfile|vcg|maxar|screen ?grab|video ?grab|unsplash|pixabay|pexels|flickr|wikimedia|"
    r"picture[ -]alliance|imago|sipa|zuma|bestimage"
    r"|scanpix|nurphoto|magnum|swns|rex features|wireimage|depositphotos|dreamstime|"
    r"adobe ?stock|stock\.adobe|fotolia|instagram"
    r"|handout|pool|nasa|esa|noaa|bildfunk|photo|fotos?|images)\b",
    re.I,
)
_PARTICLE_WORDS: Final = (
    "de da di du von van der den bin al of for the für la le unserem unserer onze notre staff reporter "
    "reporters correspondent"
    " correspondents bureau desk writer agencies news service"
    " korrespondenten rédaction redaktion redacción redação redazione redactie avec in em en à aus"
)
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
_DESK_WORDS: Final = (
    "tnn agencies agency agence agences agenturen agencias agências agenzie agentur agensi وكالات وكالة "
    "एजेंसी"
    " एजेंसियां भाषा агентства ajanslar 外電 綜合外電"
)
_DESKS: Final = frozenset(_DESK_WORDS.split())
# Small letters in lines of names: particles, desks, agencies, and what joins them or says who signs
_SMALL_WORD: Final = re.compile(r"(?<![\w/])[a-z]{5,}(?![\w/])")
_ADDRESSES: Final = re.compile(
    r"https?://\S+|www\.\S+|,? (?:\w+ )?(?:under|via|by)? ?(?:an? |the )?(?:CC|Creative Commons)\b.{0,60}$"
)
_SIGNING_WORDS: Final = (
    "avec with informaci informes inputs files courtesy image images photo photos photograph photographs"
    " picture pictures video screenshot illustration graphic source credit credits copyright fotos bilder"
    " bildquelle bildnachweis bildrechte bildautor fotocredit fotorechte fotonachweis fotografia fotografie"
    " fotografo fotograf imagen imagem immagine beeld autor stock cover banner header featured bildfunk click"
    " larger enlarge version"
)
_IN_NAMES: Final = frozenset(
    _SMALL_WORD.findall(" ".join((_PARTICLE_WORDS, _DESK_WORDS, _SIGNING_WORDS, *agency_words())))
)
# A second sentence in the line; not after an initial ("J. Roe") or "St."
_SENTENCES: Final = re.compile(r"(?<![^\W\d_a-z][^\W\d_])(?<!\b[A-Z])[.!?:;] [^\W\d_]")
_LISTED: Final = re.compile(
    r"\s?[/,&|+،、]\s?|(?<=[^\W\d_])-(?=[A-Z])| (?:and|with|und|y|et|e|og|och|en|i|и|та|ve) | و"
)
# "jr/msh (AFP, Reuters)", "kno/ mow/ (PAP)": the desk's initials before its sources
_INITIALS: Final = re.compile(
    r"^\W{0,2}[a-zà-ÿ]{1,4}(?:[/, ]{1,2}[a-zà-ÿ]{1,4}){0,4}/?\s?\((?P<names>[^()]{2,60})\)\W*$"
)
# "IANS san/vd", "PTI ABC DIV": the agency before them
_INITIALED: Final = re.compile(
    r"^\W{0,4}(?P<name>[^\W\d_]{2,12})(?: (?:[A-Z]{2,4}|[a-z]{1,4}/[a-z]{1,4}(?:/[a-z]{1,4})?)){1,6}\W*$"
)
_AND_AGENCY: Final = re.compile(
    r"^\W*(?P<names>[^()]{2,60}?),? (?:avec|mit|with|con|com|met|med|ve"
    r"|con informaci[óo]n de|com informações d[aeo]s?|with inputs? from|with files from)"
    r" (?:les? |the |der |l['’])?(?P<agencies>[^()]{2,40}?)\W*$"
)
# "ots/dpa", "red/afp": newsrooms and agencies in small letters
_DESK_LIST: Final = re.compile(r"^\W{0,2}(?P<names>[a-zäöü]{2,5}(?:/[a-zäöü]{2,5}){1,4})\W*$")
# "— Jane Roe/GMA News": behind a dash even an outlet that no table knows
_DASHED: Final = re.compile(
    r"^[—–-]{1,2}\s?(?P<name>[^\W\d_a-z][^/,]{2,30})[/,]\s?[^/,]{0,24}\b(?:News|Media|Times|Press|"
    r"Post)\b[^/,]{0,20}$"
)
_CAMEL: Final = re.compile(r"[a-z]{1,2}[A-Z]")
_OF_PICTURES: Final = re.compile(r"\s+(?:images?|photos?|file|pool|bildfunk|foto)$", re.I)
_PICTURED: Final = re.compile(rf"^\W*{PHOTO}\s+(?P<name>[^()]{{2,40}}?)\W*$", re.I)
_SENTENCE_END: Final = "[.!?…”\"’'»。।؟]"
_SIGN_OFF: Final = re.compile(
    rf"(?<={_SENTENCE_END})(?<!\b[A-Z]\.)(?P<cut>[\s(\[/–—-]{{0,4}}(?P<name>[^\W\d_][^.!?()"
    rf"\[\]{{}}\n]{{0,33}}?[^\W_])(?: [A-Z]{{2,3}}){{0,5}}\s?[)\]/]?\.?\s*)$"
)
# in capitals too they make a headline of a line: "Work Under Way On Bridge, AP"
_TELLING_WORDS: Final = (
    "on in to with after over as at from is are be will why how what who when not into than that this your"
    " our his her their my its has have was were says"
)
_TELLING: Final = frozenset(_TELLING_WORDS.split())
_IN_BRACKETS: Final = re.compile(r"^(?P<caption>.{8,}[^\s])\s?[(\[](?P<name>[^()\[\]]{2,40})[)\]]\W*$", re.S)
_SLASHED: Final = re.compile(
    r"(?<=\W)(([A-Z][\w-]{1,20}(?: Images)?)\s?/\s?([A-ZÀ-Þ][\w.'’ -]{2,30})"
    r"(?:/(?:File Photo|Files?|Handout|Illustration|Pool))?)\W*$"
)
_BARE_SPLIT: Final = re.compile(
    r"\s*,?\s*\bvia\s+|\s*[/,|+&]\s*|\s+[-–—]\s+|\s+(?:and|und|y|et|e|via|with)\s+|"
    r"\s+(?=\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})"
)
_BYLINE: Final = re.compile(
    r"^\W*(?:by|von|par|por|da|di|af|av|door|od|автор|текст|بقلم|كتب|"
    r"نوشته)\s?[\s:-]{1,3}(?P<names>[^\W\d_].{2,70})$",
    re.I,
)
# --- who signs, and nothing told: "Reporting by Jane Roe in Beirut" holds small letters only where it signs
_WHO_SIGNS: Final = (
    # what was done
    "also contributed contributing reported reporting wrote writing written compiled edited editing"
    " translated"
    " translation published produced production photography research graphics additional further extra"
    " original"
    " assistance help based this our"
    # of what
    " report story article post piece essay column interview dispatch content guide list review project"
    " investigation roundup newsletter blog coverage item items"
    # by whom
    " writer writers reporter reporters correspondent correspondents journalist journalists editor editors"
    " producer producers researcher researchers photographer photographers columnist intern interns freelance"
    " freelancer contributor contributors staff team newsroom bureau bureaus desk agency agencies wire wires"
    " news service services colleagues others press special chief senior deputy associate assistant"
    " video data"
    " sports business science health politics political economics technology religion entertainment medical"
    " national foreign investigative local metro international environment education"
    # between them
    " a an and aboard around as at by de del der di du el en for from in la le near of on outside per"
    " the their"
    " to und van von while with"
)
_SIGNING: Final = frozenset(_WHO_SIGNS.split())
_SMALL: Final = re.compile(r"(?<![\w'’@./-])[a-zß-öø-ÿ]{2,}(?!\w|[@/]|\.\w)")
_NEXT_SENTENCE: Final = re.compile(r"(?<=[.!?…”\"»])\s+(?=[^\W_a-z]|[(\[—–-])")
_MOST_SENTENCES: Final = 12
# "Written by Jane Roe, the play opens on Friday": a participle that begins a sentence, and its subject
_CLAUSE: Final = re.compile(
    r"\W*(?:[\w'’-]+ ){0,4}(?:by|from|of|for|on|in) [^;:]{1,80}?, "
    r"(?:the|its?|his|her|their|they|he|she|we|this|these|those|that|which) [^\W\d_A-Z]"
)

_SAYS: Final = (
    r"(?:says?|said|told|urges?|warns?|pleads?|argues?|sagte?|rät|warnt|fordert|dice|dicen|dijo|según|"
    r"selon|estime|dit|"
    r"diz|disse|segundo|secondo|zegt|säger|mówi)"
)
_REPORTED: Final = re.compile(rf", (?:{_SAYS}\b[^,;:]{{0,60}}|[^,;:]{{1,50}} {_SAYS})\W*$", re.I)
_SPECIAL: Final = re.compile(r",? (?:special to|on behalf of|exclusively for)\b.{2,60}$", re.I)
# "Jane Roe/The Example Times": the picture desks of American papers
_OF_PAPER: Final = re.compile(
    r"^\W{0,2}[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,2} ?/ ?(?:The )?(?:[A-Z][\w.'’-]+ ){1,3}"
    r"(?:Bee|Chronicle|Gazette|Globe|Herald|News|Pictures|Post|Press|Times|Tribune)\W{0,2}$"
)
# behind names: where to write to; mail addresses are often hidden by the page's host
ADDRESS: Final = re.compile(
    r"[^\w()]*(?:\[email.protected\]|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4})\W*$"
)
_WITH: Final = re.compile(
    r"^\W*(?:mit|with|avec|con|com|met|med|from|theo|с|مع|با)\s+(?P<names>[^()]{2,40}?)\W*$", re.I
)


def names_kind(text: str) -> NoticeKind | None:
    """The kind of a short line that is nothing but names, or None for any other line."""
    if len(text) > _LONGEST or text[-1:] in "?!:" or _is_prose(text):
        return None
    return _kind_of_names(text)


def _is_prose(text: str) -> bool:
    """Whether a line holds a word in small letters that stands in no line of names."""
    return not _IN_NAMES.issuperset(_SMALL_WORD.findall(text))


def is_told(text: str) -> bool:
    """Whether words tell something and name nobody: more than one of them stands in no line of names."""
    return len(set(_SMALL_WORD.findall(_ADDRESSES.sub("", text))) - _IN_NAMES) > 1 or text.islower()


# The pictures' sources of Arabic papers, in one word: AFP is "the French"
_ARABIC_SOURCE: Final = re.compile(
    r"(?:ال)?(?:فرنسية|أوروبية|جزيرة|صحافة|إنترنت|انترنت)|غيتي(?: إيميجز)?|(?:مواقع|"
    r"وسائل) التواصل(?: الاجتماعي)?|وكالات"
)

# "… à Boston samedi. AP - Jane Roe": the French services part an agency and its photographer by a dash
_DASHED_AGENCY: Final = re.compile(
    rf"(?<={_SENTENCE_END} )(?P<name>[^\W\d_][\w ]{{1,20}}"
    rf") [-–] [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){{0,3}}\W*$"
)


# "… in Seoul on Monday. Jane Roe/Pool via REUTERS/File Photo"
_VIA_AGENCY: Final = re.compile(
    rf"(?<={_SENTENCE_END} )(?P<credit>[^\W_a-z][^.!?]{{1,70}}?(?:/(?:via )?|"
    rf" via )(?P<name>[A-Z]\w*(?: [A-Z]\w*){{0,2}})(?:/(?:File Photo|Files?|Handout|Pool|"
    rf"Illustration))?)(?: Purchase Licensing Rights.{{0,20}}| ATTENTION EDITORS.{{0,90}})?\W*$"
)


def captioned_credit(text: str) -> tuple[str, str] | None:
    """(caption, credit) of a line that ends with one: "… on Monday (ANI)", "… in Madrid. EFE/Jane Roe"."""
    closed = max(text.rfind(")"), text.rfind("]"))
    found = _IN_BRACKETS.search(text) if closed >= 0 and not _WORDS.search(text, closed) else None
    if found and (_kind_of_names(found.group("name")) or _ARABIC_SOURCE.match(found.group("name"))):
        return found.group("caption"), found.group("name")
    found = _SLASHED.search(text[-70:]) if "/" in text[-70:] else None
    if found and (agency_named(found.group(2)) or agency_named(found.group(3))):
        return text[: -len(found.group(1))].rstrip(), found.group(1)
    found = _VIA_AGENCY.search(text[-180:]) if "via " in text else None
    if found and agency_named(found.group("name")) and not _is_prose(found.group("credit")):
        return text[: -len(found.group())].rstrip(), found.group()
    tail = text[-60:]
    found = _DASHED_AGENCY.search(tail) if " - " in tail or " – " in tail else None
    if found and agency_named(found.group("name")):
        return text[: -len(found.group())].rstrip(), found.group()
    return None


def sign_off(text: str) -> re.Match[str] | None:
    """The sign-off of an agency or desk after the last sentence."""
    found = _SIGN_OFF.search(text[-60:])
    return found if found and _credited(found.group("name")) else None


def _credited(name: str) -> bool:
    """Whether a name is an agency's or a desk's, or several of them: "PTI", "AFP/Reuters", "tnn"."""
    parts = _LISTED.split(name.strip())
    return agency_named(name) is not None or all(
        agency_named(part) or part.lower() in _DESKS for part in parts
    )


def _kind_of_names(text: str) -> NoticeKind | None:
    """The kind of a short line that is nothing but names: of an agency first, or of a photographer."""
    signed = _signed_kind(text)
    if signed:
        return signed
    bare = text.strip(" -–—()[]*/_.")
    if _credited(bare):
        return "credit"
    parts = [part for part in _BARE_SPLIT.split(bare) if part]
    if not parts or len(bare.split()) > 9 or _SENTENCES.search(bare):
        return None
    if _credited(parts[0]):
        if "/" in bare and len(parts[-1].split()) > 1 and not parts[-1].startswith("The "):  # EPA/JANE ROE
            return _photo_if_names(parts)
        return "credit" if all(_is_place_or_date(part) for part in parts[1:]) else _photo_if_names(parts[1:])
    if any(
        agency_named(_OF_PICTURES.sub("", part)) or LIBRARIES.search(part)
        for part in parts[0 if re.search("[/|]", bare) else 1 :]
        if len(parts) > 1
    ):
        return _photo_if_names(parts)
    return "credit" if _ends_with_agency(bare) or _is_at_desk(parts) else None


def _signed_kind(text: str) -> NoticeKind | None:
    """The kind of a line whose form says that somebody signs: "By …", "with AFP", "jr/msh (dpa)"."""
    if (found := _BYLINE.match(text)) and _are_names(_SPECIAL.sub("", found.group("names"))):
        return "credit"
    for form in (_WITH, _INITIALS):
        if (found := form.match(text)) and _credited(found.group("names")):
            return "credit"
    if (found := _INITIALED.match(text)) and agency_named(found.group("name")):
        return "credit"
    if (found := _DESK_LIST.match(text)) and any(map(agency_named, found.group("names").split("/"))):
        return "credit"
    if (found := _DASHED.match(text)) and is_name(found.group("name")):
        return "credit"
    if ((found := _PICTURED.match(text)) and _credited(found.group("name"))) or _OF_PAPER.match(text):
        return "photo"
    found = _AND_AGENCY.match(text)
    if found and _credited(found.group("agencies")) and is_name(found.group("names")):
        return "credit"
    return None


def _is_at_desk(parts: list[str]) -> bool:
    """Whether names end with a desk's: "Jane Roe, agencies"."""
    return len(parts) > 1 and parts[-1].lower() in _DESKS and all(map(is_name, parts[:-1]))


def _photo_if_names(parts: list[str]) -> NoticeKind | None:
    return "photo" if all(is_name(part) for part in parts) else None


def _ends_with_agency(bare: str) -> bool:
    """Whether a line is a name and its agency: "Jane Roe Associated Press"."""
    words = bare.split()
    return 3 <= len(words) <= 6 and is_name(bare) and any(agency_named(" ".join(words[k:])) for k in (2, 3))


def _is_place_or_date(part: str) -> bool:
    """What may follow an agency that signs: "AFP, MANILA", "EFE | Abril 21", "SDA/jr"."""
    if len(part) <= 3 or "@" in part or any(char.isdigit() for char in part):
        return True
    if part.startswith("[") or "http" in part:
        return True
    return (part.isupper() and "." not in part and len(part.split()) <= 2) or part.startswith("The ")


def _are_names(text: str) -> bool:
    parts = _BARE_SPLIT.split(text)
    return all(_credited(part) or is_name(part) for part in parts if part)


def is_name(part: str) -> bool:
    """Whether words are written like a name: capitals, figures and particles only, or an agency."""
    words = part.split()
    if agency_named(part):
        return True
    if any(word.istitle() and word.lower() in _TELLING for word in words[1:]):
        return False
    return len(words) <= 6 and all(
        word[:1].isupper() or word[:1].isdigit() or word in _PARTICLES or _CAMEL.match(word) for word in words
    )


def strangers(text: str) -> int:
    """How many words in small letters tell something that no line of who signs says; each counts once."""
    return len(set(_SMALL.findall(text)) - _SIGNING)


def signing_end(text: str) -> str:
    """The last sentences of a text that only sign; "" if its last one tells something."""
    end = ""
    starts = [0, *(gap.end() for gap in _NEXT_SENTENCE.finditer(text))]
    for start in reversed(starts[-_MOST_SENTENCES:]):
        if strangers(text[start:]):
            break
        end = text[start:]
    return end


def opens_clause(text: str) -> bool:
    """Whether a line that begins like a credit goes on like a sentence."""
    return ", " in text and _CLAUSE.match(text) is not None


def is_reported(text: str) -> bool:
    """Whether a line ends with who says it, as headlines do: "Join our fight, says minister"."""
    return ", " in text and _REPORTED.search(text[-90:]) is not None
