"""Lines that pass: clocks, counters, flags, teasers, words to the reader. They stand in a text, say nothing
of its news and change by themselves: what differs by them alone has not been edited.

    Updated 5 minutes ago · 3 min read · 12 comments · LIVE · Read also: … · Follow us on …

Tables by what the line is and by language. Only whole lines pass, and short ones: a sentence that holds such
words stays. Words to the reader pass at the edges of a text only, and never are the whole of it.

Laws: pure; linear; nothing here changes what a reader is shown.
"""

import re
from collections.abc import Sequence

_LETTERS = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()).replace("'", "’") for phrase in text.split("|"))


# The words of a clock, without its figures.
_CLOCK = _words(
    """
    ago updated vor hace há fa il mis posted published modified refreshed edited atrás aggiornato
    actualizado actualizada atualizado atualizada aktualisiert stand bijgewerkt geleden uppdaterad
    oppdatert opdateret päivitetty zaktualizowano temu aktualizováno před actualizat güncellendi
    güncelleme önce diperbarui обновлено назад оновлено тому публикувано منذ تحديث قبل पहले अपडेट 分前
    分钟前 分鐘前 小时前 小時前 時間前 日前 更新 更新时间 最終更新 발행 업데이트 분전 시간전 전
    """
)
_CLOCK_GLUE = _words(
    """
    a about am an and apr april article at aug august bst cdt cest cet cst day days dec december eat edt
    eest eet est et feb february few fri friday from gmt h hour hours hr hrs ist jan january jst jul
    july jun june just kst last less local m mar march may mdt min mins minute minutes mon monday month
    months moscow mst mt nov november now oct october of on one p page pm pst pdt pt s sat saturday sec
    second seconds secs sep sept september sgt since st story sun sunday than th the this thu thursday
    time today tue tuesday two utc was wed wednesday week weeks wib yesterday z heures heure il y jour
    jours mis à le févr mars avr mai juin juil août déc minuten stunden stunde tagen uhr um den minutos
    horas hora días el las às em dias ore minuti alle минут минуты минуту часов часа час годин хвилин в
    о دقائق دقيقة ساعة ساعات آخر 分 時 年 月 日 시간 분
    """
)
_READING = _words("read reading lecture lesezeit lectura leitura lettura leestijd lästid okuma чтения قراءة")
_READING_GLUE = _words("min mins minute minutes minuten minutos minuti m time temps tempo de di of a dk мин")
_COUNT = _words(
    """
    comment comments points point views view likes like shares share votes vote score replies reply
    reads reactions retweets upvotes karma followers viewed viewers watching commentaires vues kommentare
    aufrufe comentarios comentários vistas visualizações commenti visualizzazioni reacties reakcji
    komentarzy komentar yorum комментариев комментария комментарий просмотров коментарів تعليق تعليقات
    مشاهدة مشاهدات
    """
)
_COUNT_GLUE = _words(
    "and no total of on this post article page number times k m thousand a now 评论 阅读 コメント"
)
# Some word of the first set, and none that is not in the second.
_CLOCKS = (_CLOCK, _CLOCK | _CLOCK_GLUE)
_KINDS = (_CLOCKS, (_READING, _READING | _READING_GLUE), (_COUNT, _COUNT | _COUNT_GLUE))
# What a page calls itself while it is written.
_FLAGS = frozenset(
    _phrases(
        """
        live | live now | live blog | live updates | breaking | breaking news | just in | developing |
        developing story | this is a developing story | new | updated | update | en direct | direct |
        en vivo | en directo | ao vivo | in diretta | diretta | liveticker | eilmeldung | canlı |
        son dakika | срочно | онлайн | عاجل | مباشر | فوری | 直播 | 速報
        """
    )
)
_KNOWN_WORDS = frozenset[str]().union(*(words for _, words in _KINDS), *map(str.split, _FLAGS))
# What stands before the title of another article, or before an advertisement; a mark follows.
_TEASERS = _phrases(
    """
    read also | also read | read more | read next | read this | must read | see also | also see |
    watch | watch also | watch more | also watch | listen | more | related | related story |
    related stories | related article | related articles | related news | related content |
    related coverage | related link | related links | related video | more on this |
    more on this story | more from | more news | more stories | more coverage | don't miss |
    you may also like | you might also like | recommended | recommended for you | editor's pick |
    editors’ picks | trending | trending now | most read | most popular | in case you missed it |
    icymi | up next | next | previous | advertisement | advertisements | ad | sponsored | promoted |
    sponsored content | lire aussi | à lire aussi | à lire | voir aussi | publicité | lesen sie auch |
    lesen sie hier | mehr zum thema | siehe auch | auch interessant |
    das könnte sie auch interessieren | anzeige | lea también | lee también | lea además |
    le puede interesar | te puede interesar | ver también | vea también | mira también | publicidad |
    leia também | leia mais | veja também | publicidade | leggi anche | guarda anche | pubblicità |
    lees ook | bekijk ook | läs också | läs även | les også | læs også | lue myös | czytaj też |
    czytaj także | zobacz też | zobacz także | čtěte také | čítajte aj | olvasta már | citește și |
    citiți și | ayrıca oku | bunu da oku | читайте также | смотрите также | читайте ещё | реклама |
    читайте також | прочетете още | pročitajte još | baca juga | simak juga | lihat juga | اقرأ أيضا |
    اقرأ أيضاً | اقرأ أيضًا | إقرأ أيضا | شاهد أيضا | إعلان | بیشتر بخوانید | همچنین بخوانید |
    یہ بھی پڑھیں | यह भी पढ़ें | আরও পড়ুন | xem thêm | đọc thêm | 相关阅读 | 延伸阅读 | 関連記事 |
    관련기사
    """
)
# How a line begins that asks the reader to do something for the house.
_TO_READERS = _phrases(
    """
    follow us | follow our | follow @ | like us | join us | join our | join the discussion |
    subscribe to | subscribe for | subscribe now | subscribe here | to subscribe | sign up for |
    sign up to | sign up here | click here | tap here | download the | download our | get our |
    get the latest | get updates | stay informed | stay up to date | for more news | for more stories |
    for more information | for more on | for the latest | listen to our | watch our | send us |
    send your | email us | contact us | write to us | share your | have a tip | have a story |
    got a tip | got a story | support our | become a member | reply via email | reply to this |
    reply by email | thanks for reading | thank you for reading | suivez-nous |
    suivez nos | abonnez-vous | inscrivez-vous | folgen sie | folge uns | abonnieren sie |
    jetzt abonnieren | síguenos | síganos | suscríbete | suscríbase | únete | siga-nos |
    inscreva-se | clique aqui | seguici | iscriviti | volg ons | abonneer | schrijf je in | följ oss |
    følg oss | prenumerera | śledź nas | obserwuj | zapisz się | подписывайтесь | подпишитесь |
    следите за | присоединяйтесь | підписуйтесь | підпишіться | стежте за | долучайтесь | takip et |
    abone ol | bizi takip | ikuti kami | ikuti berita | تابعونا | اشترك | للاشتراك | به کانال |
    हमें फॉलो | 关注我们 | 订阅 | フォロー | 구독 | theo dõi | ติดตาม
    """
)
_LONGEST = 300  # characters of a line to the reader or a teaser
_SHORT = 100  # of a clock, a counter, a flag
_MOST_WORDS = 14
_START, _END = 16, 24  # characters that tell whether a line may begin, or end, with a phrase
_PEELED = 4  # lines to the reader at either edge

_IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]{1,60})[)\]]|[(\[]([^()\[\]]{1,60})[)\]]$")
_PARTS = re.compile(r"[|·•]")
_MARK = r"(?:\s{0,3}[:：|»>→►▶]|\s{1,3}[–—-]\s)"  # "Next - …", and not "next-door"
_BEFORE = " \t\"'“”«»*•·–—-+►▶→#|([🔴👉📲📌"


def _beginning(phrases: tuple[str, ...], behind: str) -> re.Pattern[str]:
    """One of the phrases, whole, at the start of a line; scripts without spaces have no whole words."""
    whole = (re.escape(one) + (r"(?!\w)" if one < "\u0e00" else "") for one in phrases)
    return re.compile(f"(?:{'|'.join(whole)}){behind}")


_TEASER = _beginning(_TEASERS, _MARK)
_TO_READER = _beginning(_TO_READERS, "")
# A link aggregator's counter: who sent the link and when, between figures.
_SENT_BY = re.compile(r"\s*\d{1,6} points? by \S{1,40} \d{1,3} (?:minute|hour|day|month|year)s? ago\s*")
_CLICK_HERE = ("click here", "tap here", "clique aqui", "cliquez ici", "haga clic aquí", "hier klicken")
# With these letters one of them begins, or none does.
_BEGINNINGS = frozenset(phrase[:4] for phrase in (*_TEASERS, *_TO_READERS))


def lasting(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs without what passes; those of which nothing stays are left out."""
    stay = [stays for paragraph in paragraphs if (stays := _lasting(paragraph))]
    start, end = 0, len(stay)
    while end - start > 1 and len(stay) - end < _PEELED and is_to_readers(stay[end - 1]):
        end -= 1
    while end - start > 1 and start < _PEELED and is_to_readers(stay[start]):
        start += 1
    return tuple(stay[start:end])


def lasting_line(line: str) -> str:
    """A line without a clock in brackets at its start or end: "(updated 5 minutes ago)"."""
    if line[-1:] not in ")]" and line[0] not in "([":
        return line
    return _IN_BRACKETS.sub(_unless_clock, line).strip()


def is_to_readers(line: str) -> bool:
    """Whether a short line asks its reader to do something for the house: follow, subscribe, send a tip."""
    if len(line) > _LONGEST:
        return False
    return _begins(line, _TO_READER) or line[-_END:].rstrip(" .!»>→").casefold().endswith(_CLICK_HERE)


def _lasting(paragraph: str) -> str:
    if "\n" in paragraph:
        lines = (_lasting_line(line) for line in paragraph.split("\n"))
        return "\n".join(line for line in lines if line)
    return _lasting_line(paragraph)


def _lasting_line(line: str) -> str:
    if len(line) > _LONGEST:
        return lasting_line(line)
    if _begins(line, _TEASER):
        return ""
    if len(line) <= _SHORT:
        if any(map(line.__contains__, "|·•")):
            line = "|".join(part for part in _PARTS.split(line) if not _passes(part)).strip()
        elif _passes(line):
            return ""
    return lasting_line(line)


def _passes(part: str) -> bool:
    if _SENT_BY.fullmatch(part):
        return True
    words: list[str] = []
    for found in _LETTERS.finditer(part):
        words.append(found[0].casefold())
        if words[-1] not in _KNOWN_WORDS:  # as the first or second word of most lines
            return False
    if not words:
        return not part or part.isspace()
    return " ".join(words) in _FLAGS or any(_is_of(kind, words) for kind in _KINDS)


def _is_of(kind: tuple[frozenset[str], frozenset[str]], words: Sequence[str]) -> bool:
    telling, every = kind
    return len(words) <= _MOST_WORDS and every.issuperset(words) and not telling.isdisjoint(words)


def _unless_clock(brackets: re.Match[str]) -> str:
    words = _LETTERS.findall((brackets[1] or brackets[2]).casefold())
    return "" if _is_of(_CLOCKS, words) else brackets[0]


def _begins(line: str, phrase: re.Pattern[str]) -> bool:
    start = line[:_START].lstrip(_BEFORE)[:4].casefold()
    if start not in _BEGINNINGS and start[:2] not in _BEGINNINGS:
        return False
    return phrase.match(line.lstrip(_BEFORE).casefold().replace("'", "’")) is not None
