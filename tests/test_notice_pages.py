"""What pages print around their articles, in many languages; and headlines that only begin like it."""

import pytest

from feedwatch.refine.boilerplate import is_page_line, trim_boilerplate
from feedwatch.refine.notice_lines import read_line
from feedwatch.refine.notices import read_article

BUTTONS = (
    "Read the original article | Weiterlesen | Afficher plus | Cargar más | Carregar mais",
    "Mostra altro | Meer laden | Zobacz więcej | Načíst další | Tovább a cikkre | Vezi mai mult",
    "Показать ещё | Показати ще | Učitaj još | Haberin devamı | عرض المزيد | مشاهده بیشتر",
    "और देखें | Lihat selengkapnya | Xem chi tiết | 展开全文 | もっと読む | 더보기",
    "Share this article | Artikel teilen | Partager sur Facebook | Compartir noticia",
    "Condividi su WhatsApp | Поделиться в Telegram | Haberi paylaş | شارك المقال | शेयर करें",
    "Bagikan | Chia sẻ bài viết | 分享到微信 | 공유하기 | No comments yet | Kommentar schreiben",
    "Laisser un commentaire | Ver comentarios | Deixe seu comentário | Оставить комментарий",
    "Yorum yap | أضف تعليقا | نظر بدهید | टिप्पणी करें | Tulis komentar | Gửi bình luận",
    "댓글 쓰기 | Most read | Meistgelesen | Les plus lus | Lo más leído | Mais lidas",
    "I più letti | Meest gelezen | En çok okunanlar | Читайте также | الأكثر قراءة",
    "مطالب مرتبط | संबंधित खबरें | Berita terkait | Tin liên quan | 相关阅读 | 関連記事",
    "관련기사 | Already a subscriber? Log in | Jetzt abonnieren | Déjà abonné ? | Suscríbete",
    "Assine já | Accedi | Abone ol | Follow us on Facebook | Folgen Sie uns | Suivez-nous",
    "Síguenos en Google News | Подписывайтесь на нас | تابعونا على | Back to top | Nach oben",
    "Haut de page | Volver arriba | На главную | الصفحة الرئيسية | 网站首页 | ホーム",
)
ALL_BUTTONS = tuple(button.strip() for row in BUTTONS for button in row.split("|"))


@pytest.mark.parametrize("button", ALL_BUTTONS)
def test_a_button_of_the_page_is_no_text(button: str) -> None:
    body = "The bridge in Basra is open again, the ministry said on Tuesday evening in a statement."
    assert trim_boilerplate((body, button)) == (body, "")
    assert read_article((button,)).paragraphs == ("",)


@pytest.mark.parametrize(
    "line", ["» Read more …", "COMMENTS (12)", "** Читайте также: **", "👉 Síguenos", "首页 | 网站地图"]
)
def test_marks_figures_and_strokes_around_a_button_do_not_hide_it(line: str) -> None:
    assert is_page_line(line)


@pytest.mark.parametrize(
    "line", ["(comment", "Commentary", "Morelia", "!!!", "The newest bridge", "Home win for Basra"]
)
def test_what_only_resembles_a_button_stays(line: str) -> None:
    assert not is_page_line(line)
    assert trim_boilerplate((line,)) == (line,)


SAID_BY_PAGES = [
    # follow, join, subscribe
    ("syndication", "Follow our channel on WhatsApp for the latest news"),
    ("syndication", "Folgen Sie uns auf Facebook und Instagram!"),
    ("syndication", "Suivez notre actualité sur Google News"),
    ("syndication", "Únete a nuestro canal de Telegram y entérate de todo"),
    ("syndication", "Participe do nosso grupo no WhatsApp e receba notícias"),
    ("syndication", "Seguici sulla nostra pagina Facebook"),
    ("syndication", "Подписывайтесь на наш Telegram-канал"),
    ("syndication", "Підписуйтесь на наші сторінки у Facebook"),
    ("syndication", "Bizi Google News'te takip edin"),
    ("syndication", "تابعونا على صفحتنا في فيسبوك"),
    ("syndication", "Ikuti kami di Google News"),
    ("syndication", "Our morning briefing brings you the news, right to your inbox"),
    # comment, tell, install, give
    ("syndication", "You must be logged in to post a comment."),
    ("syndication", "Connectez-vous à votre compte pour commenter"),
    ("syndication", "Нашли ошибку? Выделите её и нажмите Ctrl+Enter"),
    ("syndication", "Download the Example News app to read more"),
    ("syndication", "Есть новость? Присылайте!"),
    ("syndication", "Support independent journalism in Basra"),
    ("syndication", "Become a member today"),
    # what it says of itself
    ("syndication", "If you buy through our links, we may earn a commission."),
    ("syndication", "Lesezeit: 5 Minuten"),
    ("syndication", "Temps de lecture : 3 min"),
    ("syndication", "Просмотров: 1203"),
    ("syndication", "1.204 visualizações"),
    ("syndication", "Dieser Artikel ist älter als zwei Jahre"),
    ("syndication", "Cet article date de plus de trois ans."),
    ("syndication", "Мнение автора может не совпадать с мнением редакции."),
    ("syndication", "首页 > 国际 > 正文"),
    ("syndication", "Temas: puentes, Basora"),
    ("syndication", "Meer uit Binnenland"),
    ("syndication", "Seite 2 von 4"),
    # where it appeared, where to read it
    ("syndication", "Cet article est paru initialement dans Exemple Hebdo"),
    ("syndication", "Este artículo fue publicado originalmente en Ejemplo Diario"),
    ("syndication", "Artikel ini telah tayang di Contoh.com dengan judul Jembatan Dibuka"),
    ("syndication", "本文转自示例新闻网"),
    ("syndication", "Leer la nota completa en Ejemplo Diario"),
    ("syndication", "Read the article in Example Review here."),
    ("syndication", "Example Radio partnered with Example Review for this story."),
    ("syndication", "Continuar leyendo «El puente abre»"),
    # rights
    ("rights", "При использовании материалов сайта ссылка на источник обязательна."),
    ("rights", "Використання матеріалів сайту дозволяється лише за умови посилання на джерело."),
    ("rights", "Die Inhalte dieser Seite sind urheberrechtlich geschützt."),
    ("rights", "Toute reproduction, même partielle, est interdite sans autorisation."),
    ("rights", "Se permite la reproducción total o parcial citando la fuente."),
    ("rights", "È vietata la riproduzione anche parziale senza autorizzazione."),
    ("rights", "Przedruk materiałów bez zgody redakcji zabroniony."),
    ("rights", "Preuzimanje tekstova dozvoljeno je uz navođenje izvora."),
    ("rights", "Απαγορεύεται η αναδημοσίευση χωρίς άδεια."),
    ("rights", "يمنع إعادة نشر المحتوى دون إذن خطي"),
    ("rights", "استفاده از مطالب این سایت با ذکر منبع بلامانع است"),
    ("rights", "Dilarang mengutip berita ini tanpa izin redaksi"),
    ("rights", "转载请注明出处"),
    # who wrote
    ("credit", "Submitted by Jane Roe"),
    ("credit", "Article rédigé par Jeanne Roe"),
    ("credit", "Ein Gastbeitrag von Hanna Rot"),
    ("credit", "Escrito por Juana Roe"),
    ("credit", "A cura di Giovanna Roe"),
    ("credit", "Rozmawiała Anna Kowalska"),
    ("credit", "Беседовал Иван Примеров"),
    ("credit", "Muhabir: Ayşe Örnek"),
    ("credit", "إعداد: جين رو"),
    ("credit", "Penulis: Budi Contoh"),
    ("credit", "Fonte e foto: RFI"),
    ("credit", "As informações são do Diário do Exemplo."),
    ("credit", "jroe@example.com"),
    ("credit", "Senior Reporter, Example News"),
    ("credit", "abr/gtr/"),
    # whose picture
    ("photo", "Image source, Example Images"),
    ("photo", "Fuente de la imagen, Example Images"),
    ("photo", "Автор фото, Example Images"),
    ("photo", "Dok. Humas Contoh"),
    ("photo", "Photo DR"),
    ("photo", "Bridge photo courtesy of Jane Roe on Flickr"),
]


@pytest.mark.parametrize(("kind", "line"), SAID_BY_PAGES, ids=[line for _, line in SAID_BY_PAGES])
def test_what_a_page_says_is_a_notice(kind: str, line: str) -> None:
    notice, stays = read_line(line)
    assert (notice and notice.kind, stays) == (kind, "")


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (
            "The bridge in Basra on Friday. Jane Roe/Pool via REUTERS/File Photo",
            "Jane Roe/Pool via REUTERS/File Photo",
        ),
        ("The bridge in Seoul, May 1, 2020. Yonhap via REUTERS", "Yonhap via REUTERS"),
        ("Le pont de Bassora samedi. AP - Jeanne Roe", "AP - Jeanne Roe"),
        ("Dos puentes resultaron dañados. / Juana Roe", "/ Juana Roe"),
        ("Most w Basrze, 6 września fot. Anna Kowalska", "fot. Anna Kowalska"),
        ("The bridge was open on Friday. Credit Jane Roe at EPA", "Credit Jane Roe at EPA"),
        ("The mayor opens the bridge.--NEWS PHOTO JANE ROE", "--NEWS PHOTO JANE ROE"),
    ],
)
def test_a_caption_keeps_its_words_and_its_credit_is_read(line: str, credit: str) -> None:
    notice, stays = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.words.strip(" -/"), stays) == ("photo", credit.strip(" -/"), line)


@pytest.mark.parametrize(
    ("line", "holders", "years"),
    [
        ("© 2024 Tous droits réservés - Exemple Presse", ("Exemple Presse",), (2024,)),
        ("© 2024 All rights reserved - Privacy Policy", (), (2024,)),
        (
            "© 2024 Ejemplo Editores S.A. DE C.V. Todos los derechos reservados",
            ("Ejemplo Editores S.A. DE C.V.",),
            (2024,),
        ),
        ("© www.example.ru 2012-2016 Все права защищены", ("www.example.ru",), (2012, 2016)),
        ("Copyright MMXIII Example Broadcasting Corporation.", ("Example Broadcasting Corporation",), ()),
    ],
)
def test_holders_are_read_behind_the_rights_and_with_their_legal_form(
    line: str, holders: tuple[str, ...], years: tuple[int, ...]
) -> None:
    notice, stays = read_line(line)
    assert notice is not None
    assert (notice.holders, notice.years, stays) == (holders, years, "")


HEADLINES = [
    "Follow the money: how Facebook paid its lawyers",
    "Share prices fall as Twitter deal collapses",
    "Support for the bill faded after members of parliament left the hall",
    "Fund managers sell newsroom shares",
    "Download speeds fall as app stores crowd",
    "Comments by the minister on Facebook cause outrage",
    "Views: what our readers think of the new bridge over the river",
    "Do you have a story of survival? He has three.",
    "Analysis by Reuters shows prices rising",
    "Written by hand and found by chance",
    "Toute utilisation du téléphone sera interdite à l'école dès septembre",
    "Reportage de guerre : trente ans après",
    "Folgen der Flut: Facebook hilft bei der Suche",
    "Mehr zu Fuß, weniger Auto: Wie die Stadt sich ändert",
    "Weitere Informationen gab die Polizei zunächst nicht bekannt.",
    "Die Nutzung von Drohnen ist ohne Erlaubnis nicht gestattet.",
    "La reproducción de este mosquito está prohibida por ley.",
    "Más de cien muertos en el terremoto",
    "É proibido fumar em locais fechados sem autorização.",
    "È vietato fumare nei parchi senza permesso.",
    "Wspieraj Ukrainę, mówi premier",
    "Публикация опроса запрещена в день тишины.",
    "Любое использование мобильных телефонов в школе запрещено.",
    "Мнение автора закона разделяют не все",
    "İzinsiz kazı yapanlar yakalandı",
    "كتب الوزير على تويتر أن الاتفاق قريب",
    "يمنع استخدام الهاتف في المدارس",
    "आयोग ने सौंपी दंगे की रिपोर्ट",
    "Dilarang menyebarkan hoaks, kata Kapolri",
    "未经许可进入禁区者将被起诉",
    "「無断転載を禁止」と書かれたブログの話である。",
    "Šíření paniky je zakázáno zákonem.",
    "Bank said profit rose. Credit Suisse fell by half",
    "Crédito, dívida e juros: o que muda",
]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_begins_like_one_stays(line: str) -> None:
    assert read_article(trim_boilerplate((line,))).paragraphs == (line,)
