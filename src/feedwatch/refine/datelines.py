"""The dateline of a dispatch: "BAGHDAD, Jan 23 (AFP) –" gives place, day and agency.

Every way of writing one is a row of `_FORMS`, from the surest (an agency in brackets before a dash) to the
barest (a place before a colon). A row is tried on the first characters of a paragraph only. Where nothing
but its name tells a place from a label, a speaker or a title, it must be known (`dateline_places`), or stand
in capitals before a report.

Laws: pure; nothing raises; the paragraph keeps its dateline; a label ("Note:", "Update:") is no place.
"""

import re
from typing import Final

from feedwatch.model import Dateline
from feedwatch.refine.agencies import agencies_in, agency_named
from feedwatch.refine.dateline_places import AROUND, FORMED, LATIN_AMERICAN, PLACES, UNCASED

_HEAD: Final = 140  # characters of a paragraph that can hold a dateline
_WHOLE_MONTH: Final = re.compile(
    r"(?:[^\W\d_]{5}|\b(?:mayo|maio|mars|juin|août|june|july))\.$", re.I
)  # its stop is that of the dateline: "3 марта. /ТАСС/."
_BODY: Final = 40  # characters of sentence without which a place and a colon are only a heading
_REPORT: Final = 100  # characters of a paragraph that a name which may be something else must stand before
_ABBREVIATION: Final = 4  # capitals: a shorter name is a place only if it is known
_HYPHENED: Final = re.compile(r"\w-$")  # the first part of a compound: "ÖL- UND GASPREISE"
_SAID: Final = 300  # characters in which a speaker says "I" or "we"
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b")
_QUOTED: Final = re.compile(r"[\"“][^\"”]{0,300}[\"”]?")
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
_SITE: Final = r"[A-Za-z][\w-]{1,20}\.(?:com|co|id|net|org|COM|CO|ID|NET)(?:\.(?:id|ID))?"
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
    # 【北京共同】, 【ワシントン＝山田太郎】: who files is no agency
    _form(r"【(?P<place>[^\d＝=】\s]{1,12}?)(?P<agency>共同|時事|聯合ニュース)】"),
    _form(r"【(?P<place>[^\d＝=】\s]{1,12})[＝=][^】\n]{2,14}】"),
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
        rf"{_IN_BRACKETS}(?:{_DASH}|\.(?=\s)|(?=\s*[^\W_a-z]))"
    ),
    # (CNN) The …, (CNN)The …
    _form(r"\((?P<agency>[A-Z]{2,6}|Reuters)\)(?=\s*[^\W_a-z])"),
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
    # JAKARTA, KOMPAS.com – · Bisnis.com, JAKARTA - (the Indonesian press: a paper and where it files from)
    _form(rf"(?P<place>{_UPPER}|{_TITLE}), {_SITE}{_DASH}(?=\s)"),
    _form(rf"{_SITE}, (?P<place>{_UPPER}|{_TITLE}){_DASH}(?=\s)"),
)
_BREAK: Final = r"\s?(?::|--|[–—-]|\.\s?[-–—]+)"
_TOWN: Final = r"[^\W\d_a-z][\w.'’-]{2,20}(?: (?:d[aeo] (?:la )?|del )?[^\W\d_a-z][\w.'’-]{1,20}){0,3}"
_BARE: Final = (
    # AHMEDABAD/NEW DELHI: (Jan 22) The …
    _form(rf"(?P<place>{_UPPER})\s?:\s?\((?P<day>(?i:{_DAY}))\)(?=\s)"),
    # NEW DELHI: · TRENTON — · DUBAI, United Arab Emirates — · MADRID, 23 Ene. - · CHETUMAL, 13 de mayo.-
    _form(rf"(?P<place>{_UPPER}(?:, {_TITLE}){{0,2}})(?:, (?P<day>(?i:{_DAY})))?{_BREAK}(?=\s)"),
    # Jaipur: · Indianapolis – · Berlin/Paris – · New York, N.Y. —
    _form(
        rf"(?P<place>{_TOWN}(?:\s?/\s?{_TOWN}){{0,2}}(?:, [A-Z][\w.]{{1,14}}(?: [A-Z]\w{{1,14}})?)?)"
        rf"(?:, (?P<day>(?i:{_DAY})))?{_BREAK}(?=\s[^\W_a-z])"
    ),
    # नई दिल्ली: · சென்னை:
    _form(rf"(?P<place>(?:{UNCASED.pattern})(?:\s?/\s?(?:{UNCASED.pattern}))?)\s?[:–—-](?=\s)"),
    # Essen. (the German press) · Ciudad de México. (the Latin American)
    _form(rf"(?P<place>(?:{_GERMAN_PLACE})(?:[/-][A-ZÄÖÜ][a-zäöüß]{{2,20}})?)\.(?=\s[A-ZÄÖÜ„»])"),
    _form(rf"(?P<place>{_TOWN})\.(?=\s[A-ZÁÉÍÓÚÑ“\"«¿¡])"),
    # WASHINGTON (Aug. 13) --
    _form(rf"(?P<place>{_UPPER}(?:, {_TITLE})?) \((?P<day>(?i:{_DAY}))\)\s?(?:--|[–—-])(?=\s)"),
    # NEW YORK--Verizon … (American magazines)
    _form(rf"(?P<place>{_UPPER}(?:, {_TITLE})?)(?:--|—)(?=[A-ZÀ-Þ][a-zß-ÿ])"),
)
_, _IN_CAPITALS, _, _UNCASED_TOWN, _GERMAN, _LATIN, _DAY_IN_BRACKETS, _ = _BARE
_ONLY_DAY: Final = re.compile(_DAY, re.I)
# By Jane Roe BAGHDAD, Jan 23 (Reuters) - : portals that set the writer before the dateline
_BY: Final = ("By ", "Por ", "Par ")
_WRITER: Final = r"(?:[A-ZÀ-Þ][a-zß-ÿ'’.-][\w'’.-]{0,24}|[A-Z]|de|van|der|von|bin|al|and),?"
_BEHIND_WRITER: Final = re.compile(
    rf"(?:By|Por|Par) (?P<writers>{_WRITER}(?: {_WRITER}){{1,14}}?) "
    rf"(?=(?:{_UPPER}(?:, {_TITLE})?, )?(?i:{_DAY}) \(|{_UPPER} \(|\()"
)
_UNBRACKETED: Final = (*_OPEN, *_BARE)
_FORMS: Final = (*_BRACKETED, *_UNBRACKETED)
_REACH: Final = 64  # characters within which a dateline shows its bracket, colon or dash
_BRACKET: Final = re.compile(r"[(\[/（【［]")
_MARK: Final = re.compile(r"[(\[/（【［:：–—日]")
_DASHED: Final = re.compile(r"-[-\s]")
_WORDS_AND_STOP: Final = re.compile(r"[^\W\d_]{4,20}(?:[ /-][^\W\d_]{2,20}){0,4}\.")
# What stands before a colon, a dash or a full stop at the head of a paragraph and is no place
_LABEL_WORDS: Final = (
    "note update updated correction corrections clarification disclaimer editor editors editor's answer "
    "question q a yes no also analysis opinion background context summary conclusion introduction "
    "result results example tip tips warning hint photo photos image video watch listen source sources "
    "read more related here today tomorrow yesterday monday tuesday wednesday thursday friday saturday "
    "sunday breaking exclusive explainer explained live report reporter interview review rating score "
    "scores final next first second third finally meanwhile however therefore again still well right "
    "wow nope okay ok ps nb fact facts claim verdict false true price details date time place when "
    "where what who why how which pros cons ingredients method hintergrund zum hinweis achtung fazit "
    "quelle foto bild frage antwort korrektur anmerkung beispiel nein doch genau richtig stimmt heute "
    "morgen gestern dann nun aber remarque exemple réponse bref enfin nota ejemplo pregunta respuesta "
    "fuente esempio domanda risposta risk risks reality bottom line top story stories headline "
    "headlines statement transcript translation speaker host narrator caller director cast writer "
    "writers producer genre runtime age height weight born died position team coach contact phone email "
    "address website twitter facebook instagram copyright tags topics category key takeaways players "
    "goals substitutes referee attendance coronavirus covid covid-19 corona brexit ukraine war olympics "
    "election elections cricket football rugby tennis golf hockey basketball baseball boxing cycling "
    "athletics swimming soccer racing nba nfl nhl mlb mls ufc fifa uefa ipl f1 weather politics sport "
    "sports climate business technology tech science health education entertainment culture travel "
    "lifestyle money finance markets economy world news obituary obituaries important remember comment "
    "venue teams kick-off kickoff dear mr mrs ms dr sir prof updates leider schade danke ende montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag fußball wirtschaft politik kultur wetter "
    "kommentar coronavírus deportes economía política clima cultura sociedad esporte saúde économie "
    "politique météo société santé calcio salute meteo advisory aliases analyst author bonus comments "
    "credits deprecated designers disclosure edit error errors factbox feature gallery hashtags "
    "highlights invité invitée letter letters loser name notes obit opinions paperback podcast poll "
    "preface preview profile quiz recap references roundup scoreboard standings status themen timeline "
    "tldr trailer virus warnings winner usd eur gbp jpy inr cny chf aud cad"
)
_BROADCASTER_NAMES: Final = "ABC BBC CBC CBS CNBC CNN CTV DW FOX HLN NBC NHK NPR PBS RFE RFI RTE VOA"
_BROADCASTERS: Final = frozenset(_BROADCASTER_NAMES.split())
_LABELS: Final = frozenset(_LABEL_WORDS.split())


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    `agency` is the short name of a known agency, else the name as it stands in the brackets ("CNN"); `place`
    and `day` are as written.
    """
    if paragraph.startswith(_BY) and (writer := _BEHIND_WRITER.match(paragraph[:_HEAD])):
        return _behind(writer, paragraph)
    head = paragraph[:_HEAD]
    if not _shows(head):
        return None
    bracketed = _BRACKET.search(head, 0, _REACH) is not None
    for form in _FORMS if bracketed else _UNBRACKETED:
        found = form.match(head)
        if found and (dateline := _accepted(found, paragraph, bare=form in _BARE)):
            return dateline
    return None


def _behind(writer: re.Match[str], paragraph: str) -> Dateline | None:
    """The dateline behind a byline; a town in small letters reads like the last of the writers' names."""
    names = writer.group("writers").rstrip(",").split()
    for count in (3, 2, 1):
        if len(names) > count + 1 and _is_place(" ".join(names[-count:])):
            town = writer.group("writers").rindex(" ".join(names[-count:]))
            return read_dateline(paragraph[writer.start("writers") + town :])
    return read_dateline(paragraph[writer.end() :])


def _shows(head: str) -> bool:
    """Whether a paragraph shows early what every dateline has: most have no such mark."""
    if _MARK.search(head, 0, _REACH) or _WORDS_AND_STOP.match(head):
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
        if not (_files(found, place) if known else _may_be_outlet(agency, place, found)):
            return None
        return Dateline(
            words=found.group("words").strip(), place=place, agency=known or agency.strip(), day=day
        )
    if not place or (bare and not _stands_alone(found, place, paragraph)):
        return None
    return Dateline(words=found.group("words").strip(), place=place, day=day)


def _files(found: re.Match[str], place: str | None) -> bool:
    """Whether a known agency behind a name files from there: without a dash it may be a party's "(PAP)"."""
    words = found.group("words").strip()
    if place is None or found.groupdict().get("day") or words[0] in "(【" or words[-1] in "-–—−―:=_.":
        return True
    return place.split(",")[0].isupper() or _is_place(place)


def _stands_alone(found: re.Match[str], place: str, paragraph: str) -> bool:
    """Whether a name that no agency follows is a place, and what follows its report."""
    report = paragraph[found.end() :]
    if found.re is _GERMAN:
        return len(paragraph) >= _REPORT and not _is_label(place)
    if found.re is _LATIN:
        return len(paragraph) >= _REPORT and place.casefold() in LATIN_AMERICAN
    dated = found.re is not _DAY_IN_BRACKETS and found.groupdict().get("day") and not _is_label(place)
    if found.re is _UNCASED_TOWN or dated or _is_place(place):
        return _is_sentence(report) or len(report) >= _REPORT
    return (
        found.re is _IN_CAPITALS
        and len(place) > _ABBREVIATION
        and not _HYPHENED.search(found.group("words"))
        and len(report) >= _REPORT
        and _is_sentence(report)
        and not (_is_label(place) or ", " in place or _is_told_by_one(report))
    )


def _is_place(written: str) -> bool:
    """Whether a name is a town's: "Jaipur", "Berlin/Paris", "Greenfield, Mass."."""
    first, _, around = re.split(r"\s?/\s?| and ", written)[0].partition(", ")
    if around.casefold() in AROUND or f"{around.casefold()}." in AROUND:
        return True
    name = first.casefold().replace("’", "'")
    return name in PLACES or (first[-1:].isalpha() and FORMED.fullmatch(first.split()[-1]) is not None)


def _is_told_by_one(report: str) -> bool:
    """Whether a report is what somebody says: "JANE ROE: I think that …"."""
    return _FIRST_PERSON.search(_QUOTED.sub("", report[:_SAID])) is not None


def _is_sentence(text: str) -> bool:
    """Whether text follows a place, and not the rest of a headline: it is longer, and it ends."""
    return len(text) >= 4 * _BODY or (len(text) >= _BODY and text.rstrip()[-1:] in ".!?…”\"’'»)]।。:")


def _may_be_outlet(name: str, place: str | None, found: re.Match[str]) -> bool:
    """Whether an unknown name in brackets is an outlet that files under its own name: "(CNN) --"."""
    if (place is None and name.casefold() in _LABELS) or _ONLY_DAY.fullmatch(name):
        return False
    if found.group().strip() == f"({name})":
        return name in _BROADCASTERS
    dashed = re.search(r"[-–—]\W*$", found.group("words")) is not None
    dated = place is not None and bool(found.groupdict().get("day"))
    if len(name.split()) > 3 or found.re is _OPEN[0] or not (dashed or (dated and _is_place(place or ""))):
        return False
    if dated:
        return True
    if not name[:1].isupper():
        return False
    if place is None:
        return name.isupper() and name.isalpha()
    if name in _BROADCASTERS and place.upper() == place.lower():
        return True  # دمشق، سوريا (CNN) --
    return place.split(",")[0].isupper() or (any(map(str.isupper, name[1:])) and _is_place(place))


def _is_label(place: str) -> bool:
    words = place.casefold().replace("’", "'").split()
    if len(place) < 3 or any(len(part.split()) > 3 for part in re.split("[,/(-]", place)):
        return True
    return any(word.strip(".,") in _LABELS for word in words)
