"""The dateline of a dispatch: "BAGHDAD, Jan 23 (AFP) –" gives place, day and agency.

Every way of writing one is a row of `_FORMS`, from the surest (an agency in brackets before a dash) to the
barest (a place before a colon). A row is tried on the first characters of a paragraph only.

Laws: pure; nothing raises; the paragraph keeps its dateline; a label ("Note:", "Update:") is no place.
"""

import re
from typing import Final

from feedwatch.model import Dateline
from feedwatch.refine.agencies import agencies_in, agency_named

_HEAD: Final = 140  # characters of a paragraph that can hold a dateline
_WHOLE_MONTH: Final = re.compile(r"[^\W\d_]{5}\.$")  # its stop is that of the dateline: "3 марта. /ТАСС/."
_BODY: Final = 40  # characters of sentence without which a place and a colon are only a heading
_MONTH: Final = (
    r"(?:jan|feb|mar|mär|mrz|märz|apr|may|mai|maj|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|"
    r"ene|abr|ago|set|dic|fev|out|gen|mag"
    r"|giu|lug|ott|fév|févr|avr|juin|juil|août|déc|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|"
    r"ноя|дек|oca|şub|nis|haz|tem|ağu|eyl"
    r"|eki|kas|ara|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)[^\W\d_]{0,8}\.?"
)
_DAY: Final = (
    rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}\.? (?:de )?{_MONTH}(?: \d{{4}})?|"
    rf"\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)"
)
_CAP: Final = (
    r"(?:[A-ZÀ-ÞŁŚŻŠČŽİΑ-ΩА-ЯЁ][\w.'’-]*|[^\W\d_a-z][^\W\d_A-Za-z.,]{1,20}|d[eiu]|del|la|the|"
    r"of|al|and|am|an der|sur|do|da|von)"
)
_TITLE: Final = rf"{_CAP}(?:[ ]{_CAP}){{0,4}}"
_CAPITAL: Final = "A-ZÀ-ÞŁŚŻŠČŽİΑ-ΩА-ЯЁ"
_UPPER: Final = rf"[{_CAPITAL}]{{2}}[{_CAPITAL}.'’()]*(?:[ /-]{{1,3}}[{_CAPITAL}(][{_CAPITAL}.'’()]*){{0,5}}"
_PLACE: Final = rf"(?:{_UPPER}|{_TITLE})(?:\s?[/-]\s?(?:{_UPPER}|{_TITLE})){{0,2}}(?:, {_TITLE}){{0,2}}"
_DASH: Final = r"\s?(?:--|[-–—−―:=_]|\.\s?[-–—])+"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(r"^[\s\u200b-\u200f\ufeff]{0,8}(?P<words>" + pattern + ")")


_IN_BRACKETS: Final = (  # behind an agency's name stand the initials of its desks: "(dpa/lno)"
    r"[(\[/（【](?P<agency>[^()\[\]/（）]{2,36})(?:/[a-z]{2,4}){0,3}[)\]/）】]"
)
_BRACKETED: Final = (
    # [ロンドン ２１日 ロイター] -
    _form(
        r"[\[［【](?P<place>[^\d０-９\s\]］]{1,16})"
        r"[\s\u3000](?P<day>[\d０-９]{1,2}(?:月[\d０-９]{1,2})?日)[\s\u3000](?P<agency>[^\]］]{2,12})"
        r"[\]］】]\s?[-–—=]?"
    ),
    # (서울=연합뉴스)
    _form(r"\((?P<place>[^\s()=]{1,12})=(?P<agency>[^\s()=]{2,10})\)"),
    # (ANSA) - ROMA, 23 GEN - · (Adnkronos) -
    _form(rf"{_IN_BRACKETS}{_DASH}\s?(?P<place>{_UPPER})(?:, (?P<day>(?i:{_DAY})))?{_DASH}"),
    # BAGHDAD (AFP) – · New York (AP) —: the commonest, in a tenth of the time that the next row takes
    _form(
        rf"(?P<place>[A-Z][\w.'’-]{{2,20}}(?: [A-Z][\w.'’-]{{2,20}}){{0,2}}) "
        rf"\((?P<agency>[A-Z]{{2,6}}|Reuters)\){_DASH}"
    ),
    # WASHINGTON, Jan 23 (Reuters) - · PARIS (AFP) – · March 10 (Reuters) - · МОСКВА, 23 января. /ТАСС/.
    _form(
        rf"(?:(?P<place>{_PLACE})(?: \[[^\W\d_]{{3,20}}\])?[,.]?\s?)?(?:(?P<day>(?i:{_DAY}))[,.]?\s?)?"
        rf"{_IN_BRACKETS}(?:{_DASH}|\.(?=\s)|(?=\s+[^\W_a-z]))"
    ),
    # (CNN) The …
    _form(r"\((?P<agency>[A-Z]{2,6}|Reuters)\)(?=\s+[^\W_a-z])"),
    # بغداد (أ ف ب) - · तेहरान (एपी) -: scripts without capitals
    _form(
        rf"(?P<place>[^\W\dA-Za-z_][^()\n\d.:]{{1,40}}?)"
        rf"\s?[,،]?\s?(?P<day>\d{{1,2}} [^\W\d_]{{2,12}})?\s?{_IN_BRACKETS}{_DASH}?"
    ),
)
# A word and a full stop may be any exclamation ("Schade."): only known towns, and names made like towns'
_TOWNS: Final = (
    "Aachen|Ankara|Athen|Augsburg|Basel|Belgrad|Berlin|Bern|Bielefeld|Bochum|Bonn|Bremen|Brüssel|Budapest"
    "|Bukarest"
    "|Cottbus|Dortmund|Dresden|Essen|Genf|Gera|Graz|Hagen|Halle|Hamm|Hannover|Helsinki|Istanbul|Jena"
    "|Jerusalem"
    "|Kairo|Karlsruhe|Kassel|Kiel|Kiew|Köln|Kopenhagen|Leipzig|Linz|Lissabon|London|Lübeck|Madrid|Mailand"
    "|Mainz"
    "|Moskau|München|Münster|Oslo|Paris|Peking|Potsdam|Prag|Rostock|Schwerin|Siegen|Sofia|Stockholm|Stuttgart"
    "|Teheran|Tokio|Trier|Warschau|Washington|Wien|Wuppertal|Zagreb|Zürich"
)
_GERMAN_PLACE: Final = (
    rf"{_TOWNS}|[A-ZÄÖÜ][a-zäöüß]{{1,14}}"
    r"(?:bach|berg|born|brück|brücken|burg|dorf|feld|furt|haven|hafen|hausen|heim|ingen|kirchen|münde|rode|stadt|stein)"
)
_OPEN: Final = (
    # واشنطن - رويترز - · МОСКВА, 23 янв — РИА Новости.
    _form(
        rf"(?P<place>[^\W\d_][^()\n\d.:–—-]{{1,30}}?)"
        rf"(?:, (?P<day>(?i:{_DAY})))?\s?[-–—]\s?(?P<agency>[^\n.:–—-]{{2,24}}?)"
        rf"\s?[-–—.:](?=\s)"
    ),
    # 北京1月23日电
    _form(r"(?P<place>[\u4e00-\u9fff]{2,6})(?P<day>(?:\d{1,2}月)?\d{1,2}日)[电電讯訊]"),
    # 新华社北京1月23日电 · （中央社台北15日電）
    _form(
        r"[（(【]?(?P<agency>新华社|新華社|中新社|中央社|法新社|路透社|美联社|"
        r"共同社)(?:记者.{2,12})?(?P<place>[^\d（）()]{2,8}?)(?P<day>(?:\d{1,2}月)?\d{1,2}日)"
        r"[^。]{0,12}?[电電讯訊][）)】]?"
    ),
)
_BARE: Final = (
    # NEW DELHI: · TRENTON — · DUBAI, United Arab Emirates — · MADRID, 23 Ene. -
    _form(
        rf"(?P<place>{_UPPER}(?:, {_TITLE}){{0,2}})(?:, (?P<day>(?i:{_DAY})))?\s?(?::|--|[–—]|"
        rf"\s-)(?=\s)"
    ),
    # Jaipur: · Indianapolis – · Berlin/Paris –
    _form(
        rf"(?P<place>[^\W\d_a-z][\w.'’-]{{2,20}}(?:[ /-]{{1,3}}[^\W\d_a-z][\w.'’-]{{1,20}}){{0,2}}"
        r"(?:, [A-Z][\w.]{1,14})?)"
        rf"(?:, (?P<day>(?i:{_DAY})))?\s?(?::|"
        rf"--|\s[–—])(?=\s[^\W_a-z])"
    ),
    # Essen. (the German press)
    _form(rf"(?P<place>(?:{_GERMAN_PLACE})(?:[/-][A-ZÄÖÜ][a-zäöüß]{{2,20}})?)\.(?=\s[A-ZÄÖÜ„»])"),
)
_UNBRACKETED: Final = (*_OPEN, *_BARE)
_FORMS: Final = (*_BRACKETED, *_UNBRACKETED)
_REACH: Final = 64  # characters within which a dateline shows its bracket, colon or dash
_BRACKET: Final = re.compile(r"[(\[/（【［]")
_MARK: Final = re.compile(r"[(\[/（【［:：–—日]")
_DASHED: Final = re.compile(r"-[-\s]")
_WORD_AND_STOP: Final = re.compile(r"[^\W\d_]{4,20}(?:[/-][^\W\d_]{3,20})?\.")
# What stands before a colon, a dash or a full stop at the head of a paragraph and is no place
_LABEL_WORDS: Final = (
    "note update updated correction corrections clarification disclaimer editor editors editor's"
    " answer question q a yes no also analysis opinion background context summary conclusion"
    " introduction result results example tip tips warning hint photo photos image video watch"
    " listen source sources read more related here today tomorrow yesterday monday tuesday wednesday"
    " thursday friday saturday sunday breaking exclusive explainer explained live report reporter"
    " interview review rating score scores final next first second third finally meanwhile however"
    " therefore again still well right wow nope okay ok ps nb fact facts claim verdict false true"
    " price details date time place when where what who why how which pros cons ingredients method"
    " hintergrund zum hinweis achtung fazit quelle foto bild frage antwort korrektur anmerkung"
    " beispiel nein doch genau richtig stimmt heute morgen gestern dann nun aber remarque exemple"
    " réponse bref enfin nota ejemplo pregunta respuesta fuente esempio domanda risposta risk risks"
    " reality bottom line top story stories headline headlines statement transcript translation"
    " speaker host narrator caller director cast writer writers producer genre runtime age height"
    " weight born died position team coach contact phone email address website twitter facebook"
    " instagram copyright tags topics category key takeaways players goals substitutes referee"
    " attendance coronavirus covid covid-19 corona brexit ukraine war olympics election elections cricket"
    " football"
    " rugby tennis golf hockey basketball baseball boxing cycling athletics swimming soccer racing nba nfl"
    " nhl mlb mls"
    " ufc fifa uefa ipl f1 weather politics sport sports climate business technology tech science health"
    " education"
    " entertainment culture travel lifestyle money finance markets economy world news obituary obituaries"
    " important"
    " remember comment venue team teams kick-off kickoff dear mr mrs ms dr sir prof update updates live"
    " leider schade danke ende montag dienstag mittwoch donnerstag freitag samstag sonntag fußball"
    " wirtschaft politik"
    " kultur wetter kommentar coronavírus deportes economía política clima cultura sociedad esporte saúde"
    " économie"
    " politique météo société santé calcio salute meteo"
)
_TOWN_BEGIN_WORDS: Final = (
    "Abu Addis Al Ann Bad Baton Belo Buenos Cape Cedar Central Colorado Corpus Costa Dakshina Dar Den Des"
    " East El Fort"
    " Gandhi Grand Great Greater Green Guatemala Ho Hong Kansas Kuala La Las Le Little Long Los Mexico"
    " Mount Navi New"
    " North Novi Oklahoma Palm Panama Phnom Port Porto Punta Quezon Rae Rio Saint Salt San Santa Santo Sao"
    " São Sioux"
    " South Sri St St. Sant Tarn Tel Tri Uttar Uttara Ulan Vatican Vila Virginia West White"
)
_TOWN_BEGINS: Final = frozenset(_TOWN_BEGIN_WORDS.split())
_TOWN_END_WORDS: Final = (
    "Bay Beach Bridge Chinchwad City County Creek District Falls Grove Harbor Harbour Haven Heights Hills"
    " Island"
    " Islands Junction Kong Lake Nadu Nagar Noida Park Plains Point Pradesh Rapids River Rock Sahib Spring"
    " Springs"
    " Town Valley Village Vegas Wells Worth"
)
_TOWN_ENDS: Final = frozenset(_TOWN_END_WORDS.split())
_LABELS: Final = frozenset(_LABEL_WORDS.split())


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    `agency` is the short name of a known agency, else the name as it stands in the brackets ("CNN"); `place`
    and `day` are as written.
    """
    head = paragraph[:_HEAD]
    if not _shows(head):
        return None
    bracketed = _BRACKET.search(head, 0, _REACH) is not None
    for form in _FORMS if bracketed else _UNBRACKETED:
        found = form.match(head)
        if found and (dateline := _accepted(found, paragraph, bare=form in _BARE)):
            return dateline
    return None


def _shows(head: str) -> bool:
    """Whether a paragraph shows early what every dateline has: most have no such mark."""
    if _MARK.search(head, 0, _REACH) or _WORD_AND_STOP.match(head):
        return True
    return "-" in head and _DASHED.search(head, 0, _REACH) is not None


def _accepted(found: re.Match[str], paragraph: str, *, bare: bool) -> Dateline | None:
    fields = {"place": None, "agency": None, "day": None} | found.groupdict()
    place, agency, day = fields["place"], fields["agency"], fields["day"]
    if day and _WHOLE_MONTH.search(day):
        day = day[:-1]
    place = (
        place.strip(" ,.،-–—\u3000") + ("." if place.rstrip().endswith(".") and "," in place else "")
        if place
        else None
    )
    if agency:
        known = agency_named(agency) or next(iter(agencies_in(agency)), None)
        if not known and not _may_be_outlet(agency, place, found):
            return None
        return Dateline(
            words=found.group("words").strip(), place=place, agency=known or agency.strip(), day=day
        )
    if not place or (bare and not (_is_sentence(paragraph[found.end() :]) and not _is_label(place))):
        return None
    if found.re is _BARE[-1] and len(paragraph) < 100:
        return None
    if found.re is _BARE[1] and found.group("words").endswith(":") and _is_person(place):
        return None
    return Dateline(words=found.group("words").strip(), place=place, day=day)


def _is_sentence(text: str) -> bool:
    """Whether text follows a place, and not the rest of a headline: it is longer, and it ends."""
    return len(text) >= 4 * _BODY or (len(text) >= _BODY and text.rstrip()[-1:] in ".!?…”\"’'»)]।。:")


def _may_be_outlet(name: str, place: str | None, found: re.Match[str]) -> bool:
    """Whether an unknown name in brackets is an outlet that files under its own name: "(CNN) --"."""
    if found.group().strip() == f"({name})":
        return name.isalpha() and (name.isupper() or name == "Reuters")
    dashed = re.search(r"[-–—]\W*$", found.group("words")) is not None
    if not dashed or len(name.split()) > 3:
        return False
    if found.groupdict().get("day") and place:
        return True
    if not name[:1].isupper():
        return False
    return (
        (place is not None and place.split(",")[0].isupper())
        or (place is None and name.isupper())
        or any(char.isupper() for char in name[1:])
    )


def _is_person(place: str) -> bool:
    """Whether two capitalised words before a colon name who speaks: few towns have a second word."""
    words = place.split()
    return len(words) == 2 and words[0] not in _TOWN_BEGINS and words[1] not in _TOWN_ENDS


def _is_label(place: str) -> bool:
    words = place.casefold().replace("’", "'").split()
    if len(words) > 3 and not any(char in place for char in ",/-("):
        return True
    return any(word.strip(".,") in _LABELS for word in words) or len(place) < 3
