"""Who wrote it: the names in an author's element, one by one.

Publishers put a whole byline where a name belongs ("By Jane Roe, Bob Coe and AP"), and RSS asks for a mail
address ("desk@paper.example (Jane Roe)"). But names hold the same marks: "Roe, Jane", "Jane Roe, M.D.",
"Stone and Sons". So a line is parted only where every part is a whole name; else it stays as it was given.

A mail address is nobody's name: a newsroom's says nothing and goes; a person's stays where no name is given.

Laws: pure; nothing raises; linear in what is read of a line; no word is changed, none but a label, a joining
word or an address is left out.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from feedwatch.refine.agencies import agency_named
from feedwatch.refine.fields import LINE_LENGTH, MEMBERS, NAME_LENGTH, cut
from feedwatch.refine.markup import plain


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BYLINE_LENGTH: Final = 2_000  # a longer line is a list that nobody reads as names, and stays whole

_ADDRESS: Final = r"(?:mailto:)?(?P<local>[\w.+~-]{1,64})@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
_ADDRESSED: Final = re.compile(_ADDRESS)
# RSS's own form; then an address with the brackets around it
_NAMED: Final = re.compile(
    rf"{_ADDRESS}\s?\(\s?(?P<name>[^()]{{2,300}}(?:\([^()]{{1,60}}\))?[^()]{{0,60}})\)?"
)
_BARE: Final = re.compile(rf"[(<\[]?\s?{_ADDRESS}\s?[)>\]]?")
_DESK_MAIL: Final = _words(
    "admin administrator contact contacto desk digital editor editorial editors email feed feeds hello info"
    " kontakt mail media news newsdesk newsfeed newsfeeds newsroom noreply office online press redaccion"
    " redacao redaction redaktion redakcja redakce redazione reply rss service staff support team web"
    " webmaster"
)

# Labels before the names. The second kind begins names too (Von Miller): a whole name must follow.
_LABEL: Final = re.compile(
    r"(?:(?:(?:story|text|words|written|reported|posted|published|report) )?by(?:\s?:\s?| )|"
    r"(?:(?:escrito|publicado|redigido|texto|reportagem) por|(?:écrit|rédigé|publié) par)(?:\s?:\s?| )|"
    r"(?:authors?|autor(?:in|en|es|a|i)?|auteure?s?|autore|autori|text|texto|texte|testo|tekst|yazan|penulis|"
    r"автор|авторы|текст|بقلم|كتب|كتبت|نویسنده|نوشته|מאת|作者|記者|记者)\s?[:：]\s?|(?:بقلم|מאת|نوشته) )",
    re.I,
)
_WEAK_LABEL: Final = re.compile(r"(?:von|par|por|door|av|af|od)(?:\s?:\s?| )(?=[^\W\d_])", re.I)
_COLON_LABEL: Final = re.compile(r"(?:da|di|de)\s?:\s?", re.I)

_JOINING: Final = r"(?:and|AND|und|UND|et|ET|y|e|en|og|och|i|и|та|ve|és|dan|with|avec|mit|con|com|med|met|&)"
_SEMICOLON: Final = re.compile(
    r";(?<!&\w\w;)(?<!&\w\w\w;)(?<!&\w\w\w\w;)(?<!&\w\w\w\w\w;)(?<!&\w\w\w\w\w\w;)\s?"
)
_COMMA: Final = re.compile(rf"\s?[,،、|]\s?(?:{_JOINING}\s)?")
_COMMA_OR_WORD: Final = re.compile(rf"\s?[,،、|]\s?(?:{_JOINING}\s)?|\s{_JOINING}\s|\s?&\s?")
# Between a name and an agency only: "Jane Roe / AP"; elsewhere these join a place, a title, a pen name
_STROKE: Final = re.compile(r"\s?/\s?|\s[-–—]\s")

_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,4}|[A-ZÀ-Þ]{1,2}")
_EASTERN: Final = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}(?: ?(?:기자|記者|记者))?")
_ASIDE: Final = re.compile(r"\s?\([^()]{1,40}\)$")
_WHERE: Final = re.compile(r" (?:in|à|en|em|aus) [^\W\d_a-z][^\s,]{1,20}(?: [^\W\d_a-z][^\s,]{1,20}){0,2}$")
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}")
_CREDITED: Final = re.compile(
    r"(?:photo(?:graph)?(?:s|y)|videos?|graphics?|illustrations?|(?:additional )?reporting|fotos?|photos) "
    r"(?:by|von|de|di|par) \S",
    re.I,
)
_PARTICLES: Final = _words(
    "a af al ap av bin da dal das de del della den der di do dos du e el i la las le los of y ten ter til van"
    " vander von zu zum zur"
)
_DEGREES: Final = _words(  # as they are printed: Ma and Ba are names
    "Jr jr JR Sr sr SR II III IV MD M.D PhD Ph.D PHD DPhil Esq MBA MSc BSc MA M.A BA B.A JD J.D RN DDS CPA"
    " CFA QC KC MP MEP MLA OBE MBE FRCP"
)
# Words that stand behind a name and say what somebody is; the ones that are surnames too are left out
_TITLES: Final = _words(
    "editor editors editor-in-chief correspondent correspondents reporter reporters writer writers columnist"
    " contributor contributors producer photographer photojournalist journalist professor director president"
    " ceo founder co-founder minister officer analyst manager author staff special deputy senior associate"
    " redakteur redakteurin korrespondent korrespondentin journalistin chefredakteur reporterin journaliste"
    " correspondant correspondante envoyé envoyée rédacteur rédactrice redactor redactora corresponsal"
    " periodista enviado enviada especial inviato inviata corrispondente giornalista direttore editora"
    " repórter jornalista colunista redacteur verslaggever корреспондент редактор журналист"
)
# Words of the names of houses: what they stand in is no person, and "and" in it joins no two
_OF_OUTLETS: Final = _words(
    "news newspaper magazine times post press media tribune herald gazette chronicle week journal review wire"
    " service radio tv television telegraph guardian zeitung nachrichten agency agencies agenzia agencia"
    " agence agentur"
)
_OF_HOUSES: Final = _words(
    "academy affairs agencies alliance association authority bank board books bureau center centre church"
    " club co college commission committee community company corp corporation council court daily department"
    " desk education entertainment federation foundation fund gmbh government group health hospital inc"
    " institute institution international league library limited llc llp ltd ministry museum national network"
    " newsroom office organisation organization partners party plc police project publishing research royal"
    " school sciences security services social society solutions sons sports studios science team"
    " technologies technology trust union university world redaktion redacción rédaction redazione"
    " universidad université universität instituto ministerio"
)
_NO_PERSONS: Final = _TITLES | _OF_OUTLETS | _OF_HOUSES
_DESKS: Final = _words(
    "agencies agences agenturen agencias agências agenzie wires redaktion redacción rédaction redazione"
    " redação"
)
# Where somebody writes from is no second author: "Jane Roe, New York"
_PLACES_BEGIN: Final = _words(
    "abu buenos cape costa fort hong kuala las los mexico mount new north port puerto rio saint san santa"
    " santo saudi south sri st st. são sao east tel united west washington"
)
_PLACES_END: Final = _words(
    "beach city county d.c dc emirates island islands kingdom korea province republic state states usa uk uae"
)
# Two given names after a comma: "Silva Costa, Maria José"
_GIVEN: Final = _words(
    "ana anna anne ann carlos antonio antónio eduardo fernando francisco jean javier josé jose joão juan luis"
    " luís lynn manuel marc maria marie mary maría miguel pablo paul paulo pedro pierre"
)


def authors(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in authors' elements, each once, in order; a person's mail address where there is no name."""
    found: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for text in texts:
        line = plain(text[:LINE_LENGTH], markup=True)
        if "@" in line:
            line = _without_addresses(line, addresses)
        for name in _names_in(line):
            found.setdefault(name.casefold(), cut(name, NAME_LENGTH))
    return tuple((found or addresses).values())[:MEMBERS]


def _without_addresses(line: str, addresses: dict[str, str]) -> str:
    """The line without its mail addresses; those of persons are added to `addresses`."""
    for found in _ADDRESSED.finditer(line):
        if not _is_of_desk(found["local"].casefold(), found["domain"].casefold()):
            address = found[0].removeprefix("mailto:")
            addresses.setdefault(address.casefold(), cut(address, NAME_LENGTH))
    line = _NAMED.sub(lambda found: found["name"], line)
    return " ".join(_BARE.sub(" ", line).split()).strip(" ,;|/<>-")


def _is_of_desk(local: str, domain: str) -> bool:
    """Whether an address is a house's: a role ("news", "webmaster"), or the domain's own name."""
    return not _DESK_MAIL.isdisjoint(re.findall(r"[^\W\d_]+", local)) or local in domain.split(".")


def _names_in(line: str) -> Iterable[str]:
    if len(line) > _BYLINE_LENGTH:
        return (line,)
    return _known_names_in(line) if len(line) <= NAME_LENGTH else _read_names_in(line)


def _read_names_in(line: str) -> tuple[str, ...]:
    parts = (_unlabelled(part.strip(" ,;|")) for part in _SEMICOLON.split(line))
    return tuple(name for part in parts if part for name in _parted(part))


_known_names_in = lru_cache(maxsize=1024)(_read_names_in)  # a feed's writers stand under item after item


def _unlabelled(line: str) -> str:
    """The line without "By " or a word like it before the names; a label alone stays."""
    label = _LABEL.match(line) or _COLON_LABEL.match(line)
    if label:
        return line[label.end() :].strip() or line
    label = _WEAK_LABEL.match(line)
    rest = line[label.end() :] if label else line
    return rest if label and _is_name(_COMMA_OR_WORD.split(rest)[0]) else line


def _parted(line: str) -> Sequence[str]:
    """The names of a byline, with the agency behind a stroke, or the line as it is."""
    if names := _separated(line):
        return names
    stroke = max(_STROKE.finditer(line), key=lambda found: found.start(), default=None)
    if stroke is None or not agency_named(line[stroke.end() :]) or not line[: stroke.start()].strip():
        return (line,)
    before = line[: stroke.start()].rstrip()
    return (*(_separated(before) or (before,)), line[stroke.end() :])


def _separated(line: str) -> Sequence[str]:
    """The parts at commas and joining words, else at commas alone, if they all are names; else none."""
    for separators in (_COMMA_OR_WORD, _COMMA):
        parts = _parts(line, separators)
        if len(parts) == 1:
            continue
        if all(map(_are_initials, parts[1::2])):
            return _paired(parts)
        if _are_names(parts) and not (len(parts) == 2 and _are_one(line, *parts)):
            return parts
    return ()


def _parts(line: str, separators: re.Pattern[str]) -> list[str]:
    """What stands between separators; a degree or a title stays with the name before it."""
    parts: list[str] = []
    start = end = 0  # of the part before
    for separator in (*separators.finditer(line), None):
        at = separator.start() if separator else len(line)
        if parts and _goes_with_name(line[end:at]):
            parts[-1] = line[start:at]
        elif line[end:at].strip():
            start = end
            parts.append(line[end:at])
        end = separator.end() if separator else at
    return [part.strip(" ,|") for part in parts] or [line]


def _goes_with_name(part: str) -> bool:
    words = part.replace(",", " ").split()
    if all(word.strip(".") in _DEGREES for word in words):
        return True
    return not _TITLES.isdisjoint(part.casefold().split()) or (
        _ACRONYM.fullmatch(part.strip()) is not None and agency_named(part) is None
    )


def _are_initials(part: str) -> bool:
    return _INITIALS.fullmatch(part) is not None and agency_named(part) is None


def _paired(parts: Sequence[str]) -> Sequence[str]:
    """Names written backwards, as journals do: "Roe, J., Coe, B. K."; none where it is a single one."""
    if len(parts) % 2 or len(parts) == 2 or any(map(_are_initials, parts[::2])):
        return ()
    return [f"{surname}, {initials}" for surname, initials in zip(parts[::2], parts[1::2], strict=True)]


def _are_names(parts: Sequence[str]) -> bool:
    first, *others = parts
    leads = _is_name(first) or agency_named(first) or (first.startswith("The ") and _is_outlet(first))
    return bool(leads) and all(map(_may_follow, others))


def _may_follow(part: str) -> bool:
    """Whether a part may stand behind a name as another author: a person, an agency, an outlet, a desk."""
    words = part.casefold().split()
    if agency_named(part) or part.casefold() in _DESKS or _CREDITED.match(part) or _is_outlet(part):
        return True
    is_place = words[0] in _PLACES_BEGIN or words[-1].strip(".") in _PLACES_END
    return not is_place and _is_name(part)


def _is_outlet(part: str) -> bool:
    words = part.split()
    named = not _OF_OUTLETS.isdisjoint(part.casefold().split())
    return named and 2 <= len(words) <= 5 and all(map(_is_capital, words))


def _are_one(line: str, first: str, second: str) -> bool:
    """Whether two parts are one name: "van der Berg, Anna Maria", "Homes and Gardens Magazine"."""
    if "," not in line:
        named = "|" in line or agency_named(second) is not None
        return not named and _is_outlet(second) and len(second.split()) == 2
    given = second.casefold().replace("-", " ").split()
    return first.split()[0].casefold() in _PARTICLES or _GIVEN.issuperset(given)


def _is_name(part: str) -> bool:
    """Whether words are a person's whole name: two or more, written like names, none of them a house's."""
    if _EASTERN.fullmatch(part):
        return True
    part = _WHERE.sub("", _ASIDE.sub("", part.partition(",")[0]))
    words = part.split()
    if not words or words[0].casefold() == "the" or words[-1] in _PARTICLES:
        return False
    tokens = [token for word in words if word.strip(".") not in _DEGREES for token in word.split(".")]
    tokens = [token for token in tokens if token]
    return (
        2 <= len(tokens) <= 7
        and len(max(tokens, key=len)) > 1
        and all(map(_is_capital, words))
        and _NO_PERSONS.isdisjoint(part.casefold().split())
    )


def _is_capital(word: str) -> bool:
    """Whether a word may stand in a name: it has letters, no figure, and begins with no small letter."""
    letters = word.strip("'’‘\"“”().-")
    return (
        word in _PARTICLES
        or (letters[:1].isalpha() and not letters[:1].islower() and not any(map(str.isdigit, letters)))
        or (letters[:2] in ("d'", "d’", "l'", "l’") and letters[2:3].isupper())
    )
