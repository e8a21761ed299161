"""Lines that feeds add to texts: who published it where, where to read on, how to share it.

Tables by language and by the kind of software that writes such lines. A phrase is cut where it stands alone
in its paragraph, or at the end of the last one; a sentence that only contains it stays.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()).replace("'", "’") for phrase in text.split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _credits(text: str) -> tuple[tuple[str, str], ...]:
    lines = (line.replace("'", "’").split("…") for line in text.strip().splitlines())
    return tuple((f"{start.strip()} " if start.strip() else "", further.strip()) for start, further in lines)


# Invitations to read on, without the arrows and dots around them.
_READ_ON = _phrases(
    """
    read more | read on | read full story | read the full story | read full article | read the full
    article | read the rest | read more here | read it here | read the whole story | read the whole
    article | continue reading | keep reading | continue | full story | full article | view full article
    | see more | more | learn more | find out more | click here to read more | click here for more |
    click to continue reading | click here to continue reading | view article | view original | lire la
    suite | lire plus | en savoir plus | lire l'article | lire l'article complet | voir plus |
    weiterlesen | mehr lesen | mehr erfahren | mehr | zum artikel | den ganzen artikel lesen | leer más
    | seguir leyendo | continuar leyendo | sigue leyendo | ver más | leer la noticia completa | leia
    mais | ler mais | continuar lendo | continue lendo | continuar a ler | saiba mais | ver mais | leggi
    tutto | continua a leggere | leggi di più | leggi l'articolo completo | continua | lees meer | lees
    verder | meer lezen | verder lezen | läs mer | les mer | læs mere | lue lisää | fortsätt läsa | læs
    videre | czytaj dalej | czytaj więcej | więcej | przeczytaj więcej | číst dál | celý článek | čítať
    ďalej | tovább | tovább olvasom | bővebben | citește mai mult | citeste mai mult | devamını oku |
    devamı | читать далее | читать дальше | читать полностью | подробнее | далее | читати далі |
    детальніше | прочети още | прочитајте повеќе | opširnije | pročitaj više | preberi več | διαβάστε
    περισσότερα | اقرأ المزيد | اقرأ أيضا | المزيد | للمزيد | ادامه مطلب | بیشتر بخوانید | ادامه خبر |
    مزید پڑھیں | עוד | קרא עוד | המשך קריאה | और पढ़ें | आगे पढ़ें | আরও পড়ুন | baca selengkapnya |
    selengkapnya | baca juga | đọc tiếp | xem thêm | อ่านต่อ |
    続きを読む | 続きはこちら | もっと見る | 阅读全文 | 阅读更多 |
    查看全文 | 继续阅读 | 閱讀全文 | 閱讀更多 | 繼續閱讀 | 더 보기 | 더보기 | 자세히 보기 | 계속 읽기
    """
)
# Invitations that name what is read on; with an arrow behind them only.
_READ_ON_OF = _phrases(
    """
    continue reading | read more | read the rest of | read the full story at | read the full article at
    | read more at | read more on | read full story at | keep reading | lire la suite | weiterlesen |
    seguir leyendo | continue lendo | continua a leggere | lees verder | czytaj dalej | читать далее
    """
)
# Lines of publishing software: how they begin … what stands further on. The title and the name of the site
# fill the places between and after. Lines that credit an original ("This article first appeared on …") are
# notices of syndication, and not for here.
_CREDITS = _credits(
    """
    the post … appeared first on
    the post … first appeared on
    the post … was first published on
    the article … appeared first on
    l’article … est apparu en premier sur
    cet article … est apparu en premier sur
    der beitrag … erschien zuerst auf
    der beitrag … erschien auf
    der artikel … erschien zuerst auf
    la entrada … se publicó primero en
    la entrada … aparece primero en
    la entrada … apareció primero en
    el cargo … apareció primero en
    l’entrada … ha aparegut primer a
    o post … apareceu primeiro em
    o conteúdo … aparece primeiro em
    o post … foi publicado primeiro em
    l’articolo … sembra essere il primo su
    l’articolo … proviene da
    het bericht … verscheen eerst op
    inlägget … dök först upp på
    innlegget … dukket først opp på
    indlægget … blev først udgivet på
    artikkeli … julkaistiin ensimmäisen kerran
    artykuł … pochodzi z serwisu
    wpis … pojawił się poczatkowo na
    post … pojawił się poczatkowo na
    příspěvek … se nejdříve objevil na
    a … bejegyzés először
    articolul … apare prima dată în
    запись … впервые появилась
    сообщение … появились сначала на
    запис … спершу з’явився на
    публикацията … се появи първо в
    το άρθρο … εμφανίστηκε πρώτα στο
    ظهرت المقالة … أولاً على
    نوشته … اولین بار در
    הפוסט … הופיע לראשונה ב
    pos … pertama kali tampil pada
    the post … pertama kali tampil pada
    bài viết … đã xuất hiện đầu tiên vào ngày
    投稿 … に最初に表示されました
    … yazısı ilk önce
    … 最先出现在
    … 最早出現於
    """
)
_MEDIUM = "where people are continuing the conversation"  # the foot of every Medium article
# Whole lines that pages and feed services leave in texts.
_LINES = _phrases(
    """
    add a comment | advertisement | advertisements | annonce | anzeige | article continues after
    advertisement | article continues below advertisement | back to top | comment | comments | comments are
    closed | print this page | reply by email | reply via email | share this article | share this post |
    share this story | follow us
    on social media | image | javascript is currently disabled in this browser | javascript is currently
    disabled in this browser. reactivate it to view this content | leave a comment | live stream below |
    loading | loading photo gallery | loading video | no comments | permalink | photo | photos |
    please enable javascript to view this content | publicidad | reactivate it to view this content |
    reklama | sign up | skip to content | skip to main content | story continues below | story continues
    below advertisement | subscribe | subscribe now | video
    | video player is loading | view comments | watch live stream below |
    pubblicità | publicité | реклама | إعلان | 广告 | 広告
    """
)
# The style sheet of an embedded film, left as text where a publisher took its tags away; feeds then cut it.
# Elsewhere a rule in braces may be what the article is about.
_EMBED_STYLE = re.compile(
    r"\.(?:embed-container|embed-responsive|video-container|video-wrapper|iframe-container)\b[^{}]{0,200}\{"
)
# Words of the line under a headline that only says when: "Updated: May 17, 2020 5:00 AM IST".
_STAMP = _words(
    """
    a.m aedt aest am apr april article at aug august bst cdt cest cet created cst ct date dec december
    eat edt est et feb february first fri friday from gmt hkt hours hrs is ist jan january jst jul july
    jun june kst last mar march may mdt min minute minutes modified mon monday mst mt nov november oct
    october on p.m pdt pm posted pst pt published read sat saturday sep sept september sgt story sun
    sunday this thu thursday time tue tuesday updated utc was wat wed wednesday
    """
)
_STAMP_MOST = 14  # words
# Words of share bars: a paragraph made of these alone, with one of the first kind, is one.
_SHARING = _words(
    """
    share tweet email e-mail facebook twitter linkedin whatsapp telegram reddit pinterest tumblr pocket
    flipboard messenger viber vk digg delicious stumbleupon print bagikan compartilhar compartir
    condividere condividi dela delen megosztás partager partagez paylaş sdílet teilen udostępnij
    поделиться поширити اشتراک شارك مشاركة シェア 分享 공유
    """
)
_SHARE = _SHARING | _words(
    "a and auf by copy del en er like line link mail ok on op pin på su this to via with x"
)
_SHARE_MOST = 30  # words

_DECORATION = " \t\n.…:»«›→➔➡►▶>|-–—[]()"
_ARROWS = ("»", "›", "→", "➔", "➡", "►", "▶", ">>")
_ENDS = tuple('.…!?”"»)]’。！？؟।۔')  # what stands before such a line
_LONGEST = 600  # characters; no such line is longer
_SHORT = 200  # characters; such lines inside a text are shorter than those at its end
_CREDIT_END = _SHORT + max(map(len, chain(*_CREDITS)))  # of a credit: its last words and the name of a site
_EDGE = 6  # paragraphs from the end in which credits and invitations stand
_STAMPED = 2  # paragraphs from the start in which a date stands
_WORD_LENGTH = 40  # characters; no word that such a line begins with is longer
_WHOLE = frozenset(_READ_ON + _LINES)
# Behind a sentence only what cannot be a sentence of its own; the longest first.
_TAILS = tuple(
    sorted((phrase for phrase in _READ_ON if " " in phrase or not phrase.isascii()), key=len, reverse=True)
)
_TAIL_ENDS = frozenset(phrase[-5:] for phrase in _TAILS)
_SHORT_TAILS = tuple(phrase for phrase in _TAILS if len(phrase) < 5)
_WORDS = re.compile(r"[\w.’'-]+")


def _first_word(line: str) -> str:
    found = _WORDS.match(line)
    return found[0].strip(".-") if found else ""


_FIRST_WORDS = _SHARE | _STAMP | frozenset(map(_first_word, _WHOLE))  # few sentences begin with one
# A word of each credit that is long enough to be rare: without one, a line is no credit. In UTF-8, for words
# are found in bytes in half the time; letters beyond ASCII stand there as the software writes them.
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = frozenset(
    max(_LETTERS.findall(line), key=len).encode()
    for line in (_MEDIUM, *(further or start for start, further in _CREDITS))
)
_UNSPACED = tuple(word for word in _TELLING if word > "\u3000".encode())


def trim_boilerplate(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs without lines that only say where to read on, share or find the original.

    As many as came in; "" where one was removed. "[…]" behind a text stays: it says that the text is cut.
    """
    trimmed = list(paragraphs)
    end = max(0, len(trimmed) - _EDGE)
    tells = _tells(trimmed[end:])
    for index, paragraph in enumerate(trimmed):
        if index >= end and (tells or _invites(paragraph)):
            trimmed[index] = paragraph = _trimmed_at_end(paragraph)
        if "{" in paragraph and _EMBED_STYLE.match(paragraph):
            trimmed[index] = paragraph = _without_style(paragraph)
        if len(paragraph) <= _SHORT and _is_page_line(paragraph, stamp=index < _STAMPED):
            trimmed[index] = ""
    return tuple(trimmed)


def _without_style(paragraph: str) -> str:
    rest = paragraph[paragraph.rfind("}") + 1 :].lstrip() if "}" in paragraph else ""
    return "" if rest.startswith(".") or "{" in rest else rest


def _trimmed_at_end(paragraph: str) -> str:
    paragraph = _without_tail(paragraph)
    return "" if len(paragraph) <= _LONGEST and _is_credit(_plain(paragraph)) else paragraph


def _tells(paragraphs: Iterable[str]) -> bool:
    """Whether a last sentence holds a word without which it is no credit of publishing software."""
    last = "\n".join(map(_last_sentence, paragraphs)).encode("utf-8", "replace").lower()
    return not _TELLING.isdisjoint(last.split()) or (
        not last.isascii() and any(map(last.__contains__, _UNSPACED))
    )


def _last_sentence(paragraph: str) -> str:
    return paragraph[-_CREDIT_END:].rstrip(" .").rpartition(". ")[2].rpartition("” ")[2]


def _invites(paragraph: str) -> bool:
    """Whether a paragraph ends like an invitation to read on."""
    end = paragraph.rstrip(_DECORATION)[-5:].lower()
    return end in _TAIL_ENDS or end.endswith(_SHORT_TAILS) or paragraph.rstrip().endswith(_ARROWS)


def _is_page_line(paragraph: str, *, stamp: bool) -> bool:
    """Whether a line without its decoration only invites, shares or says when."""
    bare = paragraph.strip(_DECORATION)
    if not bare:
        return True
    first = _first_word(_plain(bare[:_WORD_LENGTH]))
    if first not in _FIRST_WORDS and not first[:1].isdecimal():
        return False
    bare = _plain(bare)
    words = _WORDS.findall(bare)
    return bare in _WHOLE or _is_share_bar(words) or (stamp and _is_stamp(words))


def _is_credit(line: str) -> bool:
    if _MEDIUM in line or (line.startswith(_READ_ON_OF) and line.rstrip().endswith(_ARROWS)):
        return True
    return any(line.startswith(start) and _stands_last(further, line) for start, further in _CREDITS)


def _stands_last(further: str, line: str) -> bool:
    """Whether only the name of a site follows, and no other sentence."""
    _, found, rest = line.rpartition(further)
    return bool(found) and len(rest) <= _SHORT and ". " not in rest.rstrip(" .")


def _is_share_bar(words: Sequence[str]) -> bool:
    return 1 < len(words) <= _SHARE_MOST and _SHARE.issuperset(words) and not _SHARING.isdisjoint(words)


def _is_stamp(words: Sequence[str]) -> bool:
    if not 2 < len(words) <= _STAMP_MOST or not any(len(word) == 4 and word.isdecimal() for word in words):
        return False
    named = [word for word in words if not word[0].isdecimal()]
    return bool(named) and all(word.strip(".-") in _STAMP for word in named)


def _without_tail(paragraph: str) -> str:
    """The paragraph without an invitation or a credit after its last sentence."""
    text = paragraph.rstrip()
    start = max(0, len(text) - _LONGEST)
    head, tail = text[:start], text[start:]
    line = _plain(tail)
    for cut in (_credit_start(tail, line), _invitation_start(tail, line)):
        if cut:
            return head + tail[:cut].rstrip()
    return paragraph


def _credit_start(tail: str, line: str) -> int:
    for start, further in _CREDITS:
        at = line.rfind(f" {start}") if start and further in line else -1
        if at > 0 and _stands_last(further, line[at:]) and line[:at].rstrip().endswith(_ENDS):
            return at if len(line) == len(tail) else 0
    return 0


def _invitation_start(tail: str, line: str) -> int:
    bare = line.rstrip(_DECORATION)
    phrase = next(filter(bare.endswith, _TAILS), "")
    at = len(bare) - len(phrase) if phrase else -1
    if at < 0 and tail.endswith(_ARROWS):
        at = max(line.rfind(f" {phrase} ") for phrase in _READ_ON_OF)
    if at <= 0 or len(line) != len(tail) or not line[:at].rstrip(" \n[(").endswith(_ENDS):
        return 0
    return at


def _plain(text: str) -> str:
    return text.lower().replace("'", "’").replace("\n", " ")
