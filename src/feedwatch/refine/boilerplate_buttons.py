"""Buttons and headings of the page around an article, as whole lines, in the languages of the world's press.

Read by `boilerplate` alone. By what the line is for, then by language: English, German, French, Spanish,
Portuguese, Italian, Dutch, the North, Poland and its neighbours, Russian and Ukrainian, the Balkans, Greek,
Turkish, Arabic, Persian, Hebrew, India, Indonesia, Vietnam, Thailand, China, Japan, Korea. A line stands here
only if no article would say it alone.

Laws: data only; lower case, no marks around a line.
"""

from typing import Final


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()).replace("'", "’") for line in text.split("|"))


# To give it to others, keep it, print it.
_SHARE: Final = _lines(
    """
    share | share it | share this | share on facebook | share on twitter | share on x | share on linkedin |
    share on whatsapp | share via email | share by email | share by e-mail | share this page | share this
    video | share this content | share this news | share the article | share article | share story | share
    full article | gift article | gift this article | copy link | copy link to clipboard | link copied |
    copy url | copied | save article | save story | save this story | save for later | bookmark | email
    article | email to a friend | e-mail this article | send to a friend | print this article | print this
    story | print story | print version | printer-friendly version | printable version | reprints | reprints
    and permissions | republish this article | republish this story | republish our articles for free,
    online or in print | listen to this article | listen to this story | listen to article | text size |
    font size | artikel teilen | beitrag teilen | diesen artikel teilen | diesen beitrag teilen | jetzt
    teilen | auf facebook teilen | auf twitter teilen | auf x teilen | auf whatsapp teilen | teilen auf
    facebook | teilen sie diesen artikel | per e-mail teilen | per mail versenden | link kopieren | artikel
    drucken | drucken | seite drucken | druckansicht | merken | artikel merken | artikel anhören | vorlesen
    | artikel vorlesen lassen | schriftgröße | artikel versenden | weiterempfehlen | partager l'article |
    partager cet article | partagez cet article | partager sur facebook | partager sur twitter | partager
    sur x | partager sur linkedin | partager sur whatsapp | partager par email | partager par mail |
    partager par e-mail | partager le lien | partager la vidéo | copier le lien | lien copié | imprimer |
    imprimer l'article | envoyer par email | envoyer par mail | envoyer à un ami | offrir cet article |
    offrir l'article | écouter l'article | sauvegarder | ajouter à vos favoris | ajouter à mes favoris |
    enregistrer l'article | lire plus tard | compartir artículo | compartir noticia | compartir nota |
    compartir en facebook | compartir en twitter | compartir en x | compartir en whatsapp | compartir en
    linkedin | compartir por email | comparte esta noticia | comparte esta nota | comparte este artículo |
    comparte en redes | comparte | comparta este artículo | copiar enlace | copiar link | enlace copiado |
    imprimir | imprimir noticia | enviar por email | enviar por correo | enviar por correo electrónico |
    guardar | guardar artículo | guardar noticia | escuchar artículo | escuchar noticia | escucha esta
    noticia | regala esta noticia | compartilhe | compartilhar | compartilhe esta notícia | compartilhe essa
    notícia | compartilhe este artigo | compartilhe no facebook | compartilhe no whatsapp | compartilhar no
    facebook | compartilhar no whatsapp | compartilhar no twitter | compartilhar notícia | compartilhar
    matéria | compartilhar artigo | partilhar | partilhe | partilhar artigo | partilhe esta notícia |
    partilhar no facebook | copiar link | imprimir | enviar por e-mail | salvar | ouvir notícia | ouvir
    matéria | ouça este conteúdo | condividi | condividi su facebook | condividi su twitter | condividi su
    whatsapp | condividi l'articolo | condividi questo articolo | condividi articolo | copia link | copia il
    link | stampa | stampa l'articolo | invia per email | invia ad un amico | salva | ascolta l'articolo |
    ascolta questo articolo | deel | delen | deel dit artikel | deel dit bericht | deel op facebook | deel
    via | deel via e-mail | delen op facebook | delen via whatsapp | artikel delen | dit artikel delen |
    kopieer link | link gekopieerd | printen | afdrukken | artikel printen | bewaar | bewaren | bewaar
    artikel | luister naar dit artikel | dela | dela artikeln | dela på facebook | dela artikel | kopiera
    länk | skriv ut | spara | lyssna på artikeln | del artikel | del artiklen | del på facebook | kopier
    link | udskriv | gem | lyt til artiklen | del saken | del artikkelen | kopier lenke | skriv ut | lagre |
    jaa | jaa artikkeli | jaa facebookissa | kopioi linkki | tulosta | tallenna | udostępnij | udostępnij
    artykuł | udostępnij na facebooku | podziel się | podziel się artykułem | podziel się na facebooku |
    skopiuj link | kopiuj link | drukuj | wydrukuj | wyślij | wyślij znajomemu | zapisz | posłuchaj artykułu
    | sdílet | sdílejte | sdílet článek | sdílet na facebooku | sdílet na facebook | tisk | tisknout |
    poslat e-mailem | kopírovat odkaz | uložit | zdieľať | zdieľať na facebooku | tlačiť | vytlačiť |
    megosztás | megosztom | oszd meg | megosztás facebookon | nyomtatás | nyomtat | küldés e-mailben | link
    másolása | distribuie | distribuiți | distribuie articolul | distribuie pe facebook | tipărește |
    copiază link | поделиться | поделиться в | поделитесь | поделиться новостью | поделиться статьей |
    поделиться статьёй | поделиться ссылкой | поделиться с друзьями | поделиться в facebook | поделиться в
    telegram | поделиться в соцсетях | поделиться материалом | поделись с друзьями | расскажите друзьям |
    рассказать друзьям | скопировать ссылку | ссылка скопирована | копировать ссылку | распечатать | версия
    для печати | отправить | в закладки | сохранить | слушать новость | поділитися | поділитись | поділіться
    | поділитися новиною | поширити | поширити новину | поділитися в facebook | копіювати посилання |
    скопіювати посилання | роздрукувати | версія для друку | сподели | споделете | сподели във facebook |
    принтирай | копирай линк | подели | podeli | podijeli | podelite | podijelite | podeli vest | podijeli
    članak | podeli na facebook | kopiraj link | odštampaj | štampaj | ispiši | deli | deli na facebook |
    natisni | μοιράσου | μοιραστείτε | μοιράσου το άρθρο | κοινοποίηση | κοινοποιήστε | εκτύπωση | αντιγραφή
    συνδέσμου | paylaş | paylaşın | haberi paylaş | bu haberi paylaş | bu haberi paylaşın | facebook'ta
    paylaş | twitter'da paylaş | x'te paylaş | whatsapp'ta paylaş | sosyal medyada paylaş | arkadaşına
    gönder | bağlantıyı kopyala | linki kopyala | yazdır | haberi yazdır | kaydet | haberi dinle | metni
    büyüt | yazı boyutu | paylaşmaq | paylaş | linki kopyala | شارك | شاركها | شارك هذا الخبر | شارك الخبر |
    شارك المقال | شارك المقالة | شارك هذا المقال | شارك هذا الموضوع | شارك على | مشاركة | مشاركة الخبر |
    مشاركة المقال | مشاركة عبر | شاركنا | شارك القصة | نسخ الرابط | تم نسخ الرابط | طباعة | طباعة الخبر |
    أرسل لصديق | حفظ | استمع إلى المقال | حجم الخط | اشتراک گذاری | به اشتراک بگذارید | اشتراک‌گذاری |
    اشتراک گذاری خبر | ارسال به دوستان | ارسال برای دوستان | کپی لینک | چاپ | نسخه چاپی | چاپ خبر | لینک
    کوتاه | ذخیره | شیئر کریں | پرنٹ کریں | שתפו | שתף | שתפו בפייסבוק | שיתוף | הדפסה | שלח לחבר | העתק
    קישור | शेयर करें | शेयर | साझा करें | इसे शेयर करें | खबर शेयर करें | फेसबुक पर शेयर करें | व्हाट्सएप
    पर शेयर करें | ट्विटर पर शेयर करें | प्रिंट करें | लिंक कॉपी करें | কপি লিঙ্ক | শেয়ার করুন | শেয়ার |
    প্রিন্ট | পড়ুন | பகிர் | பகிர்ந்து கொள்ள | bagikan | bagikan artikel | bagikan berita | bagikan artikel
    ini | bagikan ke | bagikan ke facebook | salin tautan | salin link | cetak | simpan | kongsi | kongsikan
    | chia sẻ | chia sẻ bài viết | chia sẻ facebook | chia sẻ lên facebook | sao chép liên kết | sao chép
    link | in bài viết | in bài | lưu bài viết | lưu bài | cỡ chữ | gửi email | nghe bài viết | nghe đọc bài
    | แชร์ | แชร์ข่าว | แชร์บทความ | คัดลอกลิงก์ | พิมพ์ | 分享 | 分享到 | 分享至 | 分享到微信 | 分享到微博
    | 分享到朋友圈 | 分享本文 | 分享文章 | 分享此文 | 打印 | 打印本页 | 打印本文 | 列印 | 收藏 | 复制链接 |
    複製連結 | 字号 | 字體大小 | 加入收藏 | 转发 | 朗读 | 友善列印 | シェア | シェアする | この記事をシェア
    | この記事をシェアする | 記事をシェア | ツイート | ツイートする | ポスト | ブックマーク |
    はてなブックマーク | 印刷 | 印刷する | 記事を印刷 | リンクをコピー | urlをコピー | 保存 | 文字サイズ |
    공유 | 공유하기 | 기사 공유 | 기사공유 | 기사 공유하기 | 페이스북 공유 | 카카오톡 공유 | 인쇄 | 인쇄하기
    | 프린트 | 스크랩 | 링크 복사 | 주소 복사 | url 복사 | 글자크기 | 글자 크기 | 본문듣기
    """
)
# What others say of it, and the box to say something.
_COMMENT: Final = _lines(
    """
    no comments yet | be the first to comment | be the first to leave a comment | comment on this story |
    comment on this article | comment now | post a comment | post comment | leave a comment below | add your
    comment | write a comment | write your comment | join the conversation | join the discussion | show
    comments | hide comments | read comments | read the comments | see comments | see all comments | view
    all comments | load comments | load more comments | comments are off | comments closed | log in to
    comment | login to comment | sign in to comment | please log in to comment | log in to leave a comment |
    log in to reply | you must log in to post a comment | you must be logged in to post a comment | you must
    be logged in to comment | you must be logged in to leave a reply | please login to comment | view the
    discussion thread | cancel reply | report comment | sort by | newest | oldest | most liked | comment
    policy | community guidelines | commenting guidelines | about commenting | recent comments | latest
    comments | what do you think | let us know in the comments | let us know what you think in the comments
    | sound off in the comments | have your say | tell us what you think | thanks for your feedback | thank
    you for your feedback | kommentare | kommentar schreiben | kommentar hinzufügen | kommentieren | jetzt
    kommentieren | artikel kommentieren | kommentare anzeigen | kommentare lesen | kommentare ausblenden |
    alle kommentare anzeigen | schreib einen kommentar | schreiben sie einen kommentar | einen kommentar
    schreiben | hinterlasse einen kommentar | hinterlasse eine antwort | keine kommentare |
    kommentarfunktion geschlossen | diskutieren sie mit | mitdiskutieren | jetzt mitdiskutieren | zur
    diskussion | ihre meinung | ihr kommentar | melden sie sich an, um zu kommentieren | antworten |
    antworten abbrechen | leserkommentare | commentaires | voir les commentaires | afficher les commentaires
    | lire les commentaires | aucun commentaire | ajouter un commentaire | laisser un commentaire | laissez
    un commentaire | poster un commentaire | commenter | commenter cet article | commentez | réagir | réagir
    à cet article | réagissez | vos réactions | les commentaires sont fermés | soyez le premier à commenter
    | soyez le premier à réagir | connectez-vous pour commenter | répondre | annuler la réponse | signaler |
    signaler un abus | comentarios | ver comentarios | ver los comentarios | mostrar comentarios | sin
    comentarios | comentar | comenta | deja tu comentario | dejar un comentario | dejá tu comentario |
    añadir comentario | agregar comentario | escribe un comentario | escribe tu comentario | escribir un
    comentario | los comentarios están cerrados | sé el primero en comentar | inicia sesión para comentar |
    responder | cancelar respuesta | comentarios cerrados | normas de participación | comentários | ver
    comentários | mostrar comentários | nenhum comentário | sem comentários | deixe seu comentário | deixe o
    seu comentário | deixar um comentário | comente | comente esta notícia | comentar | faça um comentário |
    os comentários estão encerrados | seja o primeiro a comentar | responder | cancelar resposta | commenti
    | commenta | commenta la notizia | vedi i commenti | mostra commenti | nessun commento | leggi i
    commenti | scrivi un commento | aggiungi un commento | lascia il tuo commento | i commenti sono chiusi |
    rispondi | annulla risposta | invia commento | reacties | reageer | reageren | geef je reactie | plaats
    een reactie | laat een reactie achter | reactie plaatsen | toon reacties | bekijk reacties | geen
    reacties | lees de reacties | wees de eerste die reageert | beantwoorden | kommentarer | kommentera |
    lämna en kommentar | skriv en kommentar | visa kommentarer | inga kommentarer | läs kommentarer |
    kommentér | skriv kommentar | vis kommentarer | ingen kommentarer | legg til kommentar | legg igjen en
    kommentar | kommentit | kommentoi | näytä kommentit | ei kommentteja | jätä kommentti | lue kommentit |
    kirjoita kommentti | komentarze | skomentuj | brak komentarzy | zobacz komentarze | pokaż komentarze |
    napisz komentarz | zostaw komentarz | dodaj swój komentarz | twój komentarz | odpowiedz | zaloguj się,
    aby skomentować | komentáře | přidat komentář | vstoupit do diskuse | diskuse | přejít do diskuze |
    diskuze | zobrazit komentáře | komentovat | napsat komentář | komentáre | pridať komentár | diskusia |
    hozzászólások | hozzászólás | hozzászólok | szólj hozzá | kommentek | kommentelek | comentarii | adaugă
    un comentariu | lasă un comentariu | scrie un comentariu | lasă un răspuns | niciun comentariu |
    комментарии | комментировать | комментариев нет | нет комментариев | оставить комментарий | оставьте
    комментарий | оставьте свой комментарий | написать комментарий | ваш комментарий | показать комментарии
    | читать комментарии | все комментарии | обсудить | обсуждение | перейти к обсуждению | перейти к
    комментариям | комментарии закрыты | ответить | войдите, чтобы оставить комментарий | чтобы оставить
    комментарий, войдите | только зарегистрированные пользователи могут оставлять комментарии | правила
    комментирования | коментарі | коментарів немає | немає коментарів | залишити коментар | додати коментар
    | написати коментар | показати коментарі | коментувати | обговорити | відповісти | коментари |
    коментирай | добави коментар | напиши коментар | остави коментар | няма коментари | коментариса |
    komentari | komentariši | komentiraj | ostavi komentar | ostavite komentar | pošalji komentar | nema
    komentara | napiši komentar | pogledaj komentare | pridruži se raspravi | svi komentari | dodaj komentar
    | komentarji | σχόλια | σχολιάστε | γράψε ένα σχόλιο | αφήστε ένα σχόλιο | προσθήκη σχολίου | απάντηση |
    κανένα σχόλιο | yorumlar | yorum yap | yorum yaz | yorum yapın | yorum ekle | yorum gönder | yorumları
    gör | yorumları göster | tüm yorumlar | yorum yok | yorumunuzu yazın | ilk yorumu siz yapın | ilk yorumu
    sen yap | yorum yapmak için giriş yapın | cevapla | yanıtla | şərhlər | şərh yaz | تعليقات | التعليقات |
    أضف تعليق | أضف تعليقا | أضف تعليقاً | اترك تعليقا | اترك تعليقاً | اترك رد | اكتب تعليقك | اكتب تعليقا
    | إضافة تعليق | لا توجد تعليقات | لا تعليقات | عرض التعليقات | شارك برأيك | التعليقات مغلقة | نظرات |
    نظر بدهید | نظر شما | دیدگاه‌ها | دیدگاهتان را بنویسید | ارسال نظر | ارسال دیدگاه | ثبت نظر | نظرات
    کاربران | نظرات بینندگان | بدون دیدگاه | پاسخ | تبصرے | تبصرہ کریں | תגובות | הוסף תגובה | הוספת תגובה |
    כתוב תגובה | אין תגובות | הגב | टिप्पणी करें | टिप्पणियां | टिप्पणी | कमेंट करें | अपनी राय दें | अपनी
    प्रतिक्रिया दें | कोई टिप्पणी नहीं | মন্তব্য | মন্তব্য করুন | আপনার মতামত লিখুন | কোন মন্তব্য নেই |
    komentar | tulis komentar | tinggalkan komentar | beri komentar | kirim komentar | lihat komentar |
    lihat semua komentar | tambahkan komentar | belum ada komentar | balas | bình luận | gửi bình luận |
    viết bình luận | ý kiến bạn đọc | ý kiến của bạn | xem bình luận | xem thêm bình luận | trả lời |
    ความคิดเห็น | แสดงความคิดเห็น | 评论 | 發表評論 | 发表评论 | 网友评论 | 查看评论 | 查看全部评论 | 留言 |
    發表留言 | 暂无评论 | 我要评论 | 写评论 | 回复 | 參與討論 | 登录后发表评论 | コメント | コメントを書く |
    コメントする | コメントを見る | コメントを読む | コメントを残す | コメントはありません | 返信 |
    みんなのコメント | 댓글 | 댓글쓰기 | 댓글 쓰기 | 댓글 보기 | 댓글달기 | 댓글 달기 | 답글 | 전체댓글 |
    의견쓰기 | 기사 의견
    """
)
BUTTONS: Final = (*_SHARE, *_COMMENT)
