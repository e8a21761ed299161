"""The lines that publishing software and pages leave in texts, as tables: a new habit is a new row.

Read by `boilerplate` alone. Rows are in lower case, by language and by the kind of software that writes such
lines.
"""

import re


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()).replace("'", "’") for phrase in text.split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _credits(text: str) -> tuple[tuple[str, str], ...]:
    lines = (line.replace("'", "’").split("…") for line in text.strip().splitlines())
    return tuple((f"{start.strip()} " if start.strip() else "", further.strip()) for start, further in lines)


# Invitations to read on, without the arrows and dots around them.
READ_ON = _phrases(
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
READ_ON_OF = _phrases(
    """
    continue reading | read more | read the rest of | read the full story at | read the full article at
    | read more at | read more on | read full story at | keep reading | lire la suite | weiterlesen |
    seguir leyendo | continue lendo | continua a leggere | lees verder | czytaj dalej | читать далее
    """
)
# Lines of publishing software: how they begin … what stands further on. The title and the name of the site
# fill the places between and after. Lines that credit an original ("This article first appeared on …") are
# notices of syndication, and not for here.
CREDITS = _credits(
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
MEDIUM = "where people are continuing the conversation"  # the foot of every Medium article
ADVERTISEMENTS = frozenset(
    _phrases(
        """
        advertisement | advertisements | anzeige | annonce | publicidad | publicité | pubblicità | publicidade
        | reklama | reklam | advertentie | mainos | iklan | реклама | إعلان | 广告 | 廣告 | 広告 | 광고
        """
    )
)
# Whole lines that pages and feed services leave in texts.
LINES = _phrases(
    """
    add a comment | advertisement | advertisements | annonce | anzeige | article continues after
    advertisement | article continues below advertisement | back to top | comment | comments | comments are
    closed | print this page | reply by email | reply via email | share this article | share this post |
    share this story | follow us
    on social media | image | javascript is currently disabled in this browser | javascript is currently
    disabled in this browser. reactivate it to view this content | leave a comment | live stream below |
    loading | loading photo gallery | loading video | no comments | permalink | photo | photos |
    please enable javascript to view this content | publicidad | reactivate it to view this content |
    e-mail to a friend | email this article | get in touch | story continued below | explore further | show
    caption | hide caption | feedback to editors | comparte la fotografía | email | print | print article |
    reklama | sign in | log in | sign up | skip to content | skip to main content | story continues below |
    story continues below advertisement | subscribe | subscribe now | subscribe to our newsletter |
    subscribe to our newsletters | sign up for our newsletter | sign up for our newsletters | follow us |
    video | video player is loading | view comments | watch live stream below |
    pubblicità | publicité | реклама | إعلان | 广告 | 広告
    """
)
# The form for comments under a weblog, as WordPress and its themes write it.
LINES += _phrases(
    """
    leave a reply | please enter your comment! | please enter your name here | your email address will not
    be published | your email address will not be published. required fields are marked * | required fields
    are marked * | save my name, email, and website in this browser for the next time i comment | deja una
    respuesta | deja un comentario | tu dirección de correo electrónico no será publicada | laisser un
    commentaire | votre adresse e-mail ne sera pas publiée | schreibe einen kommentar | kommentar verfassen
    | deine e-mail-adresse wird nicht veröffentlicht | lascia un commento | il tuo indirizzo email non sarà
    pubblicato | deixe um comentário | deixe uma resposta | o seu endereço de e-mail não será publicado |
    geef een reactie | dodaj komentarz | bir cevap yazın | bir yanıt yazın | добавить комментарий
    """
)
# Jetpack under a weblog: to share, to like, and what is like it.
LINES += _phrases(
    """
    share this | like loading | related | comparte esto | compartir | me gusta cargando | relacionado |
    partager | j'aime chargement | articles similaires | teilen mit | gefällt mir wird geladen | ähnliche
    beiträge | condividi | mi piace caricamento | correlati | compartilhe isso | curtir carregando
    """
)
# With a colon behind; else a sentence may say so.
HEADED = _phrases("like this | me gusta esto | j'aime ça | gefällt mir | mi piace | curtir isso")
# Boxes that ask for a mark, and what small papers of America say where they show advertisements.
LINES += _phrases(
    """
    was this article helpful? | rate this article | how do you rate this article? | valuta la qualità di
    questo articolo | la tua opinione è importante per noi! | by allowing ads to appear on this site, you
    support the local businesses who, in turn, support great journalism
    """
)
# Comments elsewhere, players, galleries, and what lists of other articles are headed with.
LINES += _phrases(
    """
    post a comment | post new comment | note: only a member of this blog may post a comment | no comments
    found | spam protection by wp captcha-free | right click here to download | video transcript | video
    keywords | automatically generated transcript (may not be 100% accurate) | let friends in your social
    network know what you are reading about | click to enlarge | latest trending news | read more trending
    news | more commentary | more news | see more on | related posts | read the full transcript | report an
    error | devenez fan sur | suivez-nous sur | fehler melden | informar erro | reportar erro | deixe seu
    comentário | oceń jakość naszego artykułu | twoja opinia pozwala nam tworzyć lepsze treści | المواضيع
    المتعلقة | الموضوعات المتعلقة | مواضيع ذات صلة | لا توجد تعليقات على الخبر | لا توجد تعليقات | اضف تعليق
    """
)
# Where a weblog filed an article, in a line behind it; what a broadcaster of Korea asks its viewers for.
FILED = _phrases(
    """
    technorati tags: | topics: | read or share this story: | share this story: | permalink: |
    filed under: | filed in: | posted in: | tagged: | tags: | tagged with: | categories: | schlagwörter: |
    schlagworte: | étiquettes : | étiquettes: | etiquetas: | tag: | ■ 제보하기 | ▷ 카카오톡 | ▷ 전화 |
    ▷ 이메일 | ▷ 유튜브 | ▷ 홈페이지
    """
)
# Where a page stands on its site, in a line before the headline: "Home / Companies / News".
TRAIL = re.compile(
    r"(?:publicado en )?(?:home|inicio|início|accueil|startseite|главная)\s?[/>»›|]\s?\S", re.IGNORECASE
)
# The style sheet of an embedded film, left as text where a publisher took its tags away; feeds then cut it.
# Elsewhere a rule in braces may be what the article is about.
EMBED_STYLE = re.compile(
    r"\.(?:embed-container|embed-responsive|video-container|video-wrapper|iframe-container)\b[^{}]{0,200}\{"
)
# Words of the line under a headline that only says when, besides the names of months and weekdays:
# "Updated: May 17, 2020 5:00 AM IST", "Pubblicato il 7 set 2026 alle ore 13:22".
STAMP = _words(
    """
    a.m aedt aest am article at bst cdt cest cet created cst ct date eat edt est et first from gmt hkt hours
    hrs is ist jst kst last mdt min minute minutes modified mst mt on p.m pdt pm posted pst pt published
    read sgt story this time updated utc was wat
    actualizado actualizada actualisé aggiornato aktualisiert aktualizacja atualizado bijgewerkt dodano
    gepubliceerd giriş haber modifié oluşturma opublikowano oppdatert opprettet pubblicato publicado publié
    publisert publicerad son stand updaterad uppdaterad veröffentlicht yayınlanma опубликовано обновлено
    """
)
# Words between them, with which few such lines begin.
STAMP_GLUE = _words(
    """
    a a.m. alle am às da das de del den do em en güncelleme h hs horas il jour kl klokken la las le les mis
    o om op ore p.m. tarihi uhr um um. à в г года
    """
)
# Words of share bars: a paragraph made of these alone, with one of the first kind, is one.
SHARING = _words(
    """
    share tweet email e-mail facebook twitter linkedin whatsapp telegram reddit pinterest tumblr pocket
    flipboard messenger viber vk digg delicious stumbleupon print bagikan compartilhar compartir
    condividere condividi dela delen megosztás partager partagez paylaş sdílet teilen udostępnij
    поделиться поширити اشتراک شارك مشاركة シェア 分享 공유
    """
)
SHARE = SHARING | _words(
    "a and auf by cet cette copy del deze diesen dit en er esta este haberi l’article les lien like line link"
    " mail ok on op pin på redes réseaux sociais sociales sociaux su sur this to via with x"
)
