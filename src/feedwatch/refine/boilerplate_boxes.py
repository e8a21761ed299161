"""Boxes of the page around an article, as whole lines: where to read on, what else is there.

Read by `boilerplate` alone; by what the box is for, then by language as in `boilerplate_buttons`.

Laws: as there.
"""

from typing import Final


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()).replace("'", "’") for line in text.split("|"))


# To read on: the text is longer elsewhere.
_ONWARD: Final = _lines(
    """
    read the full story here | read the full article here | read the original article | read the original
    article here | read original article | read original story | view original article | view original post
    | view the full article | view full story | full article | go to article | visit website | visit site |
    see full article | see full story | see the full story | read this story | read article | read the
    article | open article | show more | show less | show full article | show full text | load more | load
    more articles | load more stories | load more news | load more posts | view more | view all | view all
    posts | see all | see all news | see more stories | see more articles | see all stories | all news | all
    articles | more articles | more stories | more news | more headlines | expand | click to expand | tap to
    expand | watch the video | watch video | watch now | listen now | view gallery | view photos | view
    slideshow | see gallery | photo gallery | open gallery | view full image | view larger image | enlarge
    image | enlarge | click to enlarge | tap to enlarge | ask about this article | weiter | weiter lesen |
    jetzt lesen | jetzt weiterlesen | hier weiterlesen | hier lesen | mehr dazu | mehr anzeigen | mehr laden
    | weitere artikel | weitere artikel laden | alle artikel | alle beiträge | alle anzeigen | alles
    anzeigen | zum beitrag | zur meldung | zum video | zum original | zum originalartikel | ganzer artikel |
    ganzen artikel lesen | vollständigen artikel lesen | lesen sie den ganzen artikel | artikel lesen |
    beitrag lesen | zur bildergalerie | zur galerie | bild vergrößern | großansicht | bildergalerie | zur
    übersicht | video ansehen | alle autoren schließen | lire | lire l'intégralité de l'article | lire
    l'article en entier | lire l'article original | lire la suite de l'article | lire aussi | voir l'article
    | suite | afficher plus | afficher la suite | charger plus | voir tout | tout voir | voir toutes les
    actualités | toutes les actualités | plus d'articles | agrandir | agrandir l'image | voir la vidéo |
    voir le diaporama | leer | leer noticia | leer nota | leer artículo | leer completo | leer la nota
    completa | leer nota completa | leer noticia completa | leer artículo completo | seguir leyendo la
    noticia | continuar | ver todo | ver todas | ver todas las noticias | mostrar más | cargar más | cargar
    más noticias | ver video | ver vídeo | ver galería | más información | ampliar | ampliar imagen | ver
    nota completa | ver noticia completa | más noticias | otras noticias | ler | ler notícia | ler matéria |
    ler artigo | ler matéria completa | leia a matéria completa | leia a íntegra | leia na íntegra | ler
    tudo | ver tudo | ver todas | ver todas as notícias | carregar mais | mostrar mais | continue lendo |
    continuar a ler o artigo | veja mais | veja o vídeo | mais notícias | outras notícias | ver galeria |
    ampliar | veja outras postagens | veja outras notícias | leggi | leggi l'articolo | leggi articolo |
    leggi di più | leggi ancora | vai all'articolo | continua la lettura | mostra altro | mostra di più |
    vedi tutti | vedi tutto | tutte le notizie | carica altro | altre notizie | altri articoli | guarda il
    video | vai alla gallery | ingrandisci | lees | lees het hele artikel | lees artikel | lees dit artikel
    | lees het volledige artikel | meer nieuws | meer artikelen | toon meer | meer laden | laad meer |
    bekijk alles | bekijk meer | alle artikelen | alle nieuws | naar het artikel | vergroot | bekijk de
    video | läs hela artikeln | läs artikeln | visa mer | visa fler | ladda fler | fler artiklar | fler
    nyheter | se alla | se alle | vis mere | vis mer | vis flere | last inn flere | flere nyheder | flere
    nyheter | flere artikler | les hele saken | les saken | læs artiklen | læs hele artiklen | lue juttu |
    lue koko juttu | lue artikkeli | näytä lisää | lataa lisää | lisää uutisia | czytaj | czytaj cały
    artykuł | przeczytaj cały artykuł | przeczytaj artykuł | zobacz | zobacz więcej | pokaż więcej | załaduj
    więcej | zobacz wszystkie | więcej wiadomości | więcej artykułów | więcej informacji | rozwiń | zobacz
    wideo | zobacz galerię | powiększ | číst více | číst celý článek | více | zobrazit více | načíst další |
    další články | další zprávy | zobrazit celý článek | viac | čítať viac | čítajte viac | zobraziť viac |
    ďalšie články | celý článok | tovább a cikkre | tovább a teljes cikkre | teljes cikk | továbbiak |
    elolvasom | több | még több | további hírek | további cikkek | citește | citește articolul | citește tot
    articolul | citește integral | citește continuarea | mai mult | vezi mai mult | vezi tot | vezi toate |
    mai multe | mai multe știri | mai multe articole | читать | читать все | читать всё | читать статью |
    читать новость | читать больше | читать ещё | читать еще | читать целиком | читать продолжение | читать
    на сайте | узнать больше | узнать подробнее | показать еще | показать ещё | показать больше | загрузить
    еще | загрузить ещё | смотреть все | все новости | все статьи | ещё новости | еще новости | ещё | другие
    новости | больше новостей | смотреть видео | полный текст | читати | читати все | читати більше | читати
    повністю | читати повну версію | читати далі | докладніше | більше | показати ще | показати більше |
    завантажити ще | всі новини | усі новини | інші новини | більше новин | ще новини | дивитися відео |
    прочети | прочетете още | виж още | виж повече | още | още новини | всички новини | цялата статия |
    прочитај | прочитај повеќе | повеќе | више | прочитај више | opširnije u | pročitajte više | pročitaj
    sve | pročitaj celu vest | saznaj više | saznajte više | prikaži više | učitaj još | još vesti | još
    vijesti | sve vesti | sve vijesti | vidi sve | ostale vesti | više | nastavi čitanje | nastavi čitati |
    več | beri naprej | preberite več | διαβάστε | διαβάστε όλο το άρθρο | διαβάστε αναλυτικά | διαβάστε
    επίσης | δείτε επίσης | δείτε περισσότερα | περισσότερα | όλες οι ειδήσεις | δείτε όλα | συνέχεια |
    devamını okuyun | devamını oku | haberin devamı | haberin devamını oku | haberin devamı için tıklayın |
    haberin devamı için tıklayınız | detaylar için tıklayın | daha fazla | daha fazla oku | daha fazla
    göster | daha fazla haber | tüm haberler | tümünü gör | diğer haberler | tamamını oku | haberi oku |
    videoyu izle | galeriye git | ətraflı | davamını oxu | bütün xəbərlər | اقرأ | اقرأ أكثر | اقرأ الخبر |
    اقرأ المزيد | اقرأ المقال كاملا | اقرأ النص كاملا | للمزيد اضغط هنا | المزيد من الأخبار | المزيد من |
    مزيد من الأخبار | عرض المزيد | شاهد المزيد | تحميل المزيد | عرض الكل | مشاهدة الكل | كل الأخبار | أخبار
    أخرى | شاهد الفيديو | بیشتر | ادامه | ادامه مطلب | ادامه خبر | مشاهده بیشتر | نمایش بیشتر | مشاهده همه |
    همه اخبار | جزئیات بیشتر | خبرهای بیشتر | مزید | مزید خبریں | קראו עוד | לקריאה נוספת | לכתבה המלאה |
    לכל הכתבות | עוד חדשות | הצג עוד | טען עוד | להמשך קריאה | और देखें | और पढ़ें | पूरी खबर पढ़ें | पूरा
    पढ़ें | अधिक पढ़ें | आगे पढ़ें | सभी देखें | सभी खबरें | अन्य खबरें | और खबरें | विस्तार से पढ़ें |
    বিস্তারিত | আরও | আরও দেখুন | আরো পড়ুন | সব খবর | বিস্তারিত পড়ুন | மேலும் படிக்க | மேலும் | baca |
    baca lebih lanjut | baca berita | baca artikel | baca lainnya | baca di sini | lihat semua | lihat
    selengkapnya | lihat lainnya | lainnya | berita lainnya | berita lain | muat lebih banyak | tampilkan
    lebih banyak | halaman selanjutnya | selanjutnya | lihat ke halaman asli | baca halaman selanjutnya |
    baca selanjutnya | xem | xem tiếp | xem chi tiết | xem tất cả | xem toàn bộ | xem thêm tin | tin khác |
    tin tức khác | các tin khác | đọc thêm | đọc toàn bộ | tải thêm | อ่านเพิ่มเติม | ดูเพิ่มเติม |
    ดูทั้งหมด | โหลดเพิ่ม | 查看详情 | 查看更多 | 更多 | 更多新闻 | 更多内容 | 加载更多 | 点击查看 |
    点击阅读全文 | 全文 | 阅读原文 | 查看原文 | 展开全文 | 展开 | 看更多 | 更多新聞 | 詳細內容 | 載入更多 |
    點我看更多 | 更多報導 | 看全文 | もっと読む | もっと見る | すべて見る | 一覧へ | 一覧を見る | 記事一覧 |
    記事全文を読む | 全文を読む | 記事を読む | 詳細はこちら | 詳しくはこちら | 続きを見る | 次へ |
    次のページ | 次ページ | 続きは有料会員の方のみ | 이전 | 다음 | 전체보기 | 전체 보기 | 더보기 | 기사
    더보기 | 기사 전체보기 | 자세히 | 원문 보기 | 원문보기
    """
)
# What else stands on the page.
_RELATED: Final = _lines(
    """
    related stories | related articles | related news | related posts | related content | related topics |
    related links | related coverage | related reading | related video | related videos | related tags | you
    may also like | you might also like | you may like | you might like | you may also be interested in |
    recommended | recommended for you | recommended stories | recommended articles | recommended reading |
    suggested for you | trending | trending now | trending stories | most read | most popular | most viewed
    | most shared | most commented | most recent | popular posts | popular stories | popular now | top
    stories | top headlines | latest | latest news | latest stories | latest articles | latest headlines |
    latest posts | recent posts | recent news | recent articles | recent stories | editor's picks | editors'
    picks | editor's choice | editor's pick | must read | must reads | don't miss | in case you missed it |
    icymi | up next | next up | next article | next story | next post | previous article | previous story |
    previous post | more from this author | more from author | more by this author | more from this section
    | more in this section | more on this | more like this | more on this topic | more for you | more to
    read | what to read next | read next | sponsored | sponsored content | sponsored links | paid content |
    paid post | partner content | promoted | promoted content | promoted stories | from our partners | from
    the web | around the web | our picks | top picks | featured | featured stories | featured articles |
    featured video | this week's top stories | explore more | keep exploring | discover more | topics | tags
    | filed under | categories | mehr zum thema | zum thema | zum thema passend | passend zum thema | das
    könnte sie auch interessieren | das könnte dich auch interessieren | das könnte ihnen auch gefallen |
    auch interessant | auch lesenswert | weitere themen | verwandte themen | verwandte artikel | verwandte
    beiträge | ähnliche artikel | ähnliche themen | weitere meldungen | weitere nachrichten | weitere
    beiträge | weitere beiträge zum thema | themen | themen des artikels | unsere themen | unsere
    themenseiten | themen in diesem artikel | schlagwörter | stichworte | meistgelesen | meistgelesene
    artikel | am meisten gelesen | meist gelesen | beliebt | beliebteste artikel | aktuelle nachrichten |
    aktuelles | neueste nachrichten | neueste artikel | neueste beiträge | letzte beiträge | top-themen |
    empfohlen | empfehlungen | empfehlungen der redaktion | unsere empfehlungen | lesetipps | lesetipp |
    lesen sie auch | lesen sie mehr | lies auch | lies mehr | mehr aus dem ressort | mehr von | mehr
    nachrichten | nächster artikel | vorheriger artikel | nächster beitrag | vorheriger beitrag | anzeigen |
    gesponsert | zur startseite | mehr artikel | sur le même sujet | sur le même thème | à lire également |
    à lire aussi | à lire | lire également | voir également | à voir aussi | vous aimerez aussi | vous
    aimerez peut-être | cela pourrait vous intéresser | ceci pourrait vous intéresser | ces articles peuvent
    vous intéresser | dans la même rubrique | articles liés | articles connexes | articles recommandés |
    recommandé pour vous | recommandés pour vous | nos recommandations | les plus lus | les plus lus | le
    plus lu | les plus consultés | les plus commentés | les plus partagés | dernières nouvelles | dernières
    actualités | derniers articles | dernières news | dernières infos | à la une | à ne pas manquer | plus
    d'actualités | plus d'infos | plus sur le sujet | en lien avec cet article | article suivant | article
    précédent | contenu sponsorisé | contenus sponsorisés | sponsorisé | publi-rédactionnel | mots-clés |
    mots clés | thèmes | sujets | te puede interesar | le puede interesar | puede interesarle | también te
    puede interesar | también le puede interesar | te podría interesar | te recomendamos | le recomendamos |
    recomendados | recomendado | recomendado para ti | noticias relacionadas | noticia relacionada |
    artículos relacionados | notas relacionadas | relacionados | relacionadas | contenido relacionado |
    contenidos relacionados | temas relacionados | temas | más sobre este tema | más sobre | más noticias |
    más leídas | lo más leído | lo más visto | las más leídas | más leídos | más visto | más vistas |
    últimas noticias | últimas entradas | lo último | lo más reciente | destacados | noticias destacadas |
    destacadas | no te pierdas | no se pierda | mira también | mirá también | lee también | leé también |
    lea también | lea además | lee además | ver también | vea también | minuto a minuto | siguiente |
    anterior | artículo siguiente | artículo anterior | siguiente noticia | etiquetas | contenido
    patrocinado | patrocinado | anuncio | anuncios | leia também | leia mais | leia ainda | leia tambem |
    veja também | veja mais | confira também | confira | saiba mais | notícias relacionadas | matérias
    relacionadas | artigos relacionados | relacionadas | relacionados | conteúdo relacionado | conteúdos
    relacionados | tópicos relacionados | mais lidas | mais lidos | as mais lidas | mais vistas | últimas
    notícias | últimas | destaques | em destaque | recomendado | recomendados para você | recomendadas para
    você | você também pode gostar | você pode gostar | pode gostar também | talvez você goste | não perca |
    mais sobre | mais sobre o assunto | próxima notícia | notícia anterior | conteúdo patrocinado |
    patrocinado | publicidade | continua após a publicidade | continua depois da publicidade | etiquetas |
    tópicos | assuntos | recomenda | leggi anche | potrebbe interessarti | potrebbe interessarti anche |
    potrebbero interessarti | ti potrebbe interessare | ti potrebbe interessare anche | articoli correlati |
    notizie correlate | correlati | argomenti | argomenti correlati | più letti | i più letti | le più lette
    | più lette | più visti | ultime notizie | ultime news | ultimi articoli | ultim'ora | consigliati |
    consigliati per te | in evidenza | da non perdere | guarda anche | vedi anche | approfondimenti |
    approfondisci | dello stesso autore | articolo precedente | articolo successivo | prossimo articolo |
    contenuto sponsorizzato | sponsorizzato | tag | lees ook | lees meer over | lees verder | gerelateerd |
    gerelateerde artikelen | gerelateerd nieuws | meer over dit onderwerp | meest gelezen | best gelezen |
    laatste nieuws | net binnen | populair | aanbevolen | aanbevolen voor jou | ook interessant | misschien
    vind je dit ook leuk | dit vind je misschien ook interessant | bekijk ook | volgende artikel | vorige
    artikel | volgend artikel | vorig artikel | advertentie | advertenties | gesponsord | läs också | läs
    även | läs mer | läs mer om | relaterat | relaterade artiklar | mer om ämnet | mest läst | senaste nytt
    | annons | annonser | rekommenderat | missa inte | læs også | relaterede artikler | relateret | mest
    læste | seneste nyt | annonce | annoncer | les også | relaterte artikler | relatert | mest lest | siste
    nytt | annonse | annonser | lue myös | lue lisää | lisää aiheesta | aiheeseen liittyvää | luetuimmat |
    uusimmat | mainos | czytaj także | czytaj też | czytaj również | zobacz także | zobacz też | zobacz
    również | przeczytaj także | przeczytaj również | polecamy | polecane | polecane artykuły | polecany
    artykuł | warto przeczytać | powiązane | powiązane artykuły | powiązane tematy | podobne artykuły | na
    ten temat | więcej na ten temat | więcej na temat | najczęściej czytane | najpopularniejsze | popularne
    | najnowsze | najnowsze wiadomości | najnowsze artykuły | ostatnie wiadomości | tematy | tagi | następny
    artykuł | poprzedni artykuł | materiał sponsorowany | artykuł sponsorowany | dalszy ciąg materiału pod
    wideo | dalsza część artykułu pod materiałem wideo | czyta się kilka minut | čtěte také | čtěte dále |
    přečtěte si také | související | související články | související témata | mohlo by vás zajímat |
    nejčtenější | nejnovější | nejnovější zprávy | doporučujeme | témata | štítky | inzerce | čítajte aj |
    prečítajte si aj | prečítajte si tiež | súvisiace | súvisiace články | najčítanejšie | najnovšie |
    odporúčame | inzercia | mohlo by vás zaujímať | kapcsolódó | kapcsolódó cikkek | kapcsolódó hírek |
    ajánlott | ajánlott cikkek | ajánljuk | olvasta már | ezt olvasta már | ez is érdekelheti | ez is
    érdekelhet | legolvasottabb | legfrissebb | legfrissebb hírek | friss hírek | hirdetés | címkék |
    citește și | citiți și | citeşte şi | articole similare | articole recomandate | știri similare | pe
    aceeași temă | cele mai citite | cele mai noi | ultimele știri | ultimele articole | recomandări |
    recomandate | publicitate | etichete | te-ar putea interesa | читайте также | читайте ещё | читайте еще
    | читайте далее | читать также | смотрите также | смотри также | по теме | по этой теме | материалы по
    теме | новости по теме | статьи по теме | ещё по теме | еще по теме | связанные материалы | связанные
    новости | похожие новости | похожие статьи | похожие материалы | похожее | другие материалы |
    рекомендуем | рекомендуем прочитать | рекомендуемое | вам может быть интересно | вам будет интересно |
    вас может заинтересовать | это интересно | популярное | популярные новости | самое популярное | самое
    читаемое | самые читаемые | лента новостей | последние новости | свежие новости | новости сегодня |
    главные новости | новости партнеров | новости партнёров | новости сми2 | новости smi2 | на правах
    рекламы | реклама 18+ | партнерский материал | теги | темы | метки | ключевые слова | следующая новость
    | предыдущая новость | следующая статья | предыдущая статья | выбор редакции | топ новостей | читайте
    також | читайте ще | дивіться також | до теми | за темою | новини за темою | статті за темою | матеріали
    за темою | ще за темою | схожі новини | схожі статті | схожі матеріали | рекомендуємо | рекомендуємо
    прочитати | вам може бути цікаво | вас може зацікавити | популярне | популярні новини | найпопулярніше |
    найчитаніше | останні новини | головні новини | стрічка новин | теми | мітки | новини партнерів |
    наступна новина | попередня новина | вибір редакції | прочетете още | вижте още | още по темата | по
    темата | свързани статии | свързани новини | подобни новини | най-четени | най-новото | последни новини
    | препоръчано | етикети | тагове | прочитајте и | поврзани вести | најчитано | најново | pročitajte još
    | pročitaj još | pročitajte i | pročitajte i ovo | pročitaj i ovo | čitajte još | povezane vesti |
    povezane vijesti | povezani članci | povezano | najčitanije | najnovije | najnovije vesti | najnovije
    vijesti | preporučujemo | preporuka | možda će vas zanimati | oznake | tagovi | reklame | oglas |
    preberite tudi | najbolj brano | najnovejše | σχετικά άρθρα | σχετικές ειδήσεις | σχετικά | δημοφιλή |
    πιο δημοφιλή | τελευταία νέα | ροή ειδήσεων | διαβάστε ακόμη | διαβάστε ακόμα | προτεινόμενα | ετικέτες
    | διαφήμιση | ilgili haberler | ilgili haber | ilgili konular | ilgili içerik | ilgili yazılar | benzer
    haberler | diğer haberler | son dakika haberleri | son haberler | en son haberler | güncel haberler | en
    çok okunanlar | çok okunanlar | en çok okunan haberler | öne çıkanlar | öne çıkan haberler | önerilen
    haberler | bunlar da ilginizi çekebilir | ilginizi çekebilir | sizin için seçtiklerimiz | bunu da oku |
    bunu da okuyun | ayrıca okuyun | etiketler | anahtar kelimeler | sonraki haber | önceki haber |
    advertorial | reklam | oxşar xəbərlər | son xəbərlər | اقرأ أيضا | اقرأ أيضاً | اقرأ أيضًا | إقرأ أيضا |
    اقرأ ايضا | إقرأ أيضاً | اقرأوا أيضا | شاهد أيضا | شاهد أيضاً | أخبار ذات صلة | اخبار ذات صلة | مواضيع
    ذات صلة | موضوعات ذات صلة | مقالات ذات صلة | ذات صلة | قد يهمك | قد يهمك أيضا | قد يهمك أيضاً | قد يعجبك
    أيضا | قد يعجبك أيضاً | مقالات مشابهة | أخبار متعلقة | مواضيع متعلقة | موضوعات متعلقة | الأكثر قراءة |
    الاكثر قراءة | الأكثر مشاهدة | الأكثر تداولا | آخر الأخبار | اخر الاخبار | أحدث الأخبار | أهم الأخبار |
    المقال التالي | المقال السابق | الخبر التالي | الخبر السابق | الكلمات المفتاحية | الكلمات الدالة | كلمات
    مفتاحية | كلمات دلالية | وسوم | الوسوم | تاغات | تابع القراءة | مواضيع | إعلانات | مختارات | اخترنا لكم
    | اخترنا لك | بیشتر بخوانید | همچنین بخوانید | این مطالب را هم بخوانید | مطالب مرتبط | اخبار مرتبط |
    خبرهای مرتبط | مرتبط | مطالب پیشنهادی | پیشنهاد ما | پیشنهاد سردبیر | پربازدیدترین | پربیننده ترین |
    پربحث ترین | پربازدید | آخرین اخبار | تازه ترین اخبار | جدیدترین اخبار | برچسب ها | برچسب‌ها | برچسب |
    کلیدواژه ها | تبلیغات | یہ بھی پڑھیں | متعلقہ خبریں | تازہ ترین | אולי יעניין אותך | אולי יעניין אתכם |
    כתבות נוספות | כתבות קשורות | עוד בנושא | הכי נקראות | מומלצים | תגיות | פרסומת | यह भी पढ़ें | ये भी
    पढ़ें | इसे भी पढ़ें | यह भी देखें | ये भी देखें | संबंधित खबरें | संबंधित ख़बरें | संबंधित समाचार |
    संबंधित लेख | ताज़ा खबरें | ताजा खबरें | ताज़ा ख़बरें | ताजा समाचार | बड़ी खबरें | टॉप स्टोरीज |
    ट्रेंडिंग | सबसे ज्यादा पढ़ी गई | अन्य समाचार | विज्ञापन | টপ নিউজ | আরও খবর | আরও পড়ুন | সর্বশেষ |
    সর্বশেষ খবর | সম্পর্কিত খবর | বিজ্ঞাপন | தொடர்புடைய செய்திகள் | baca juga | simak juga | lihat juga |
    baca pula | berita terkait | artikel terkait | terkait | berita terkini | berita terbaru | terbaru |
    terpopuler | populer | berita populer | paling populer | terpopuler lainnya | rekomendasi | rekomendasi
    untuk anda | artikel menarik lainnya | topik terkait | topik | tag terkait | iklan | advertisement |
    gulir untuk melanjutkan | scroll untuk melanjutkan | artikel selanjutnya | artikel sebelumnya | tin liên
    quan | bài liên quan | bài viết liên quan | tin cùng chuyên mục | cùng chuyên mục | có thể bạn quan tâm
    | bạn có thể quan tâm | bạn có thể thích | tin mới | tin mới nhất | tin nổi bật | mới nhất | tin nóng |
    đọc nhiều | đọc nhiều nhất | xem nhiều | tin đọc nhiều | tin tài trợ | từ khóa | từ khoá | chủ đề | thẻ
    | quảng cáo | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | ข่าวล่าสุด | แท็ก | โฆษณา | 相关阅读 | 相关新闻
    | 相关文章 | 相关链接 | 相关推荐 | 相关报道 | 相关内容 | 相关专题 | 推荐阅读 | 延伸阅读 | 热门推荐 |
    热门文章 | 热门新闻 | 热点新闻 | 热点推荐 | 最新文章 | 最新新闻 | 最新消息 | 精彩推荐 | 猜你喜欢 |
    为您推荐 | 大家都在看 | 编辑推荐 | 上一篇 | 下一篇 | 标签 | 关键词 | 相關新聞 | 相關閱讀 | 相關文章 |
    相關報導 | 相關連結 | 推薦閱讀 | 延伸閱讀 | 延伸閲讀 | 熱門新聞 | 熱門文章 | 最新新聞 | 即時新聞 |
    看更多新聞 | 更多相關新聞 | 你可能也想看 | 你可能有興趣 | 其他人也在看 | 編輯推薦 | 關鍵字 | 標籤 | 廣告
    | 上一則 | 下一則 | 関連記事 | 関連ニュース | 関連リンク | あわせて読みたい | 合わせて読みたい |
    おすすめ記事 | おすすめ | おすすめの記事 | こちらもおすすめ | この記事もおすすめ | 人気記事 |
    人気記事ランキング | アクセスランキング | 記事ランキング | ランキング | 最新記事 | 最新ニュース |
    新着記事 | 新着 | 注目記事 | 前の記事 | 次の記事 | 前の記事へ | 次の記事へ | この著者の記事一覧 |
    キーワード | タグ | 国内配信 | 관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스 | 추천기사 | 추천 기사 |
    인기기사 | 인기 기사 | 많이 본 뉴스 | 많이 본 기사 | 가장 많이 본 뉴스 | 최신기사 | 최신 기사 | 최신뉴스
    | 주요뉴스 | 주요 뉴스 | 이 시각 주요뉴스 | 핫뉴스 | 실시간 뉴스 | 이전기사 | 다음기사 | 이전 기사 |
    다음 기사 | 태그 | 키워드 | 광고 | 함께 볼 만한 뉴스 | 이 기사를 추천합니다 | 기자의 다른 기사
    """
)
BOXES: Final = (*_ONWARD, *_RELATED)
