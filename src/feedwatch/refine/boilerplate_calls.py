"""What a page asks of its reader and says of itself, as whole lines: subscribe, follow, sign in, give;
players, cookies, terms, navigation.

Read by `boilerplate` alone; by what the line is for, then by language as in `boilerplate_buttons`.

Laws: as there.
"""

from typing import Final


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()).replace("'", "’") for line in text.split("|"))


_SUBSCRIBE: Final = _lines(
    """
    subscribe today | subscribe here | subscribe for free | subscribe for full access | subscribe for
    unlimited access | subscribe to continue reading | subscribe to read more | subscribe to read the full
    article | subscribe to newsletter | subscribe to newsletters | subscribe to our channel | subscribe to
    our youtube channel | subscribe to rss | subscribe via email | subscribe by email | become a subscriber
    | already a subscriber? | already a subscriber? sign in | already a subscriber? log in | already have an
    account? | already have an account? sign in | already have an account? log in | don't have an account? |
    don't have an account? sign up | not a subscriber? | not a member? | not a member? register | not a
    member? join | have an account? log in | have an account? sign in | create an account | create account |
    create a free account | create your free account | register | register now | register for free |
    register here | register or sign in | login | log out | logout | sign out | my account | your account |
    forgot password? | forgot your password? | forgot password | reset password | remember me | sign in to
    continue | sign in to continue reading | sign in or register | log in or register | login or register |
    sign up now | sign up today | sign up for free | sign up here | sign up for newsletters | sign up to our
    newsletter | sign up to our newsletters | sign up for our daily newsletter | sign up for email alerts |
    newsletter | newsletters | newsletter signup | newsletter sign up | newsletter sign-up | email
    newsletter signup | email newsletter | our newsletters | free newsletter | join our newsletter | get our
    newsletter | get the newsletter | get newsletter | enter your email | enter your email address | your
    email address | email address | start your free trial | start free trial | free trial | try it free |
    cancel anytime | cancel any time | get unlimited access | unlock this article | subscriber only |
    subscribers only | subscriber exclusive | for subscribers only | premium content | exclusive content |
    members only | join now | join us | join today | become a member | get access | view subscription
    options | see subscription options | support us | donate | donate now | donate today | give now | make a
    donation | make a gift | contribute | contribute now | support our work | support our journalism |
    support local journalism | support independent journalism | support quality journalism | buy me a coffee
    | help us keep reporting | boost this article | jetzt abonnieren | abonnieren | abonnieren sie unseren
    newsletter | newsletter abonnieren | newsletter bestellen | zum newsletter anmelden | zum newsletter |
    jetzt anmelden | hier anmelden | anmelden | einloggen | abmelden | registrieren | jetzt registrieren |
    jetzt kostenlos registrieren | kostenlos registrieren | jetzt testen | jetzt kostenlos testen |
    kostenlos testen | jetzt gratis testen | jetzt weiterlesen mit | bereits abonnent? | schon abonnent? |
    sie sind bereits abonnent? | bereits abonniert? | abo | zum abo | abo abschließen | abo bestellen |
    e-paper | e-paper lesen | passwort vergessen? | konto erstellen | spenden | jetzt spenden | jetzt
    unterstützen | unterstützen sie uns | mitglied werden | jetzt mitglied werden | s'abonner | je m'abonne
    | abonnez-vous | abonnez-vous à notre newsletter | abonnez-vous à la newsletter | s'inscrire |
    inscrivez-vous | inscription | inscription à la newsletter | s'inscrire à la newsletter | je m'inscris |
    recevoir la newsletter | connexion | se connecter | connectez-vous | déjà abonné ? | déjà abonné | déjà
    abonné ? connectez-vous | déjà abonné ? se connecter | pas encore abonné ? | déjà inscrit ? | créer un
    compte | créer mon compte | mot de passe oublié ? | article réservé aux abonnés | réservé aux abonnés |
    contenu réservé aux abonnés | accès libre | essayer gratuitement | faire un don | je fais un don |
    soutenez-nous | nous soutenir | soutenir | rejoignez-nous | votre email | votre adresse e-mail |
    suscríbete | suscribirse | suscríbase | suscribite | suscríbete a nuestro newsletter | suscríbete a
    nuestra newsletter | suscríbete al boletín | suscríbete a nuestro boletín | suscríbete ahora |
    suscríbete aquí | iniciar sesión | inicia sesión | inicie sesión | ingresar | acceder | registrarse |
    regístrate | regístrate gratis | regístrese | crear cuenta | cerrar sesión | mi cuenta | ¿ya eres
    suscriptor? | ¿ya eres suscriptor? inicia sesión | ¿olvidaste tu contraseña? | ¿has olvidado tu
    contraseña? | solo para suscriptores | contenido exclusivo para suscriptores | boletines | boletín |
    newsletter gratuita | hazte socio | hazte socia | hazte socio/a | donar | dona ahora | apóyanos | únete
    | apúntate | assine | assine já | assine agora | assine nossa newsletter | assine a newsletter | assine
    a nossa newsletter | inscreva-se | inscreva-se na newsletter | inscreva-se no canal | cadastre-se |
    cadastre-se grátis | faça login | fazer login | faça seu login | entrar | já é assinante? | já é
    assinante? faça login | já é assinante? entre | esqueceu a senha? | esqueci minha senha | criar conta |
    conteúdo exclusivo para assinantes | exclusivo para assinantes | subscreva | subscreva a newsletter |
    subscrever | apoie | doe agora | faça uma doação | abbonati | abbonati ora | abbonati subito | abbonati
    per continuare a leggere | iscriviti | iscriviti alla newsletter | iscriviti alla nostra newsletter |
    iscriviti ora | iscriviti al canale | accedi | accedi o registrati | registrati | registrati gratis |
    sei già abbonato? | sei già abbonato? accedi | già abbonato? accedi | password dimenticata? | contenuto
    riservato agli abbonati | riservato agli abbonati | sostienici | dona ora | fai una donazione | abonneer
    | abonneer nu | word abonnee | al abonnee? | al abonnee? log in | inloggen | log in | aanmelden |
    registreren | schrijf je in | schrijf je in voor de nieuwsbrief | schrijf je in voor onze nieuwsbrief |
    meld je aan | meld je aan voor de nieuwsbrief | aanmelden nieuwsbrief | nieuwsbrief | wachtwoord
    vergessen? | wachtwoord vergeten? | account aanmaken | doneer | doneer nu | steun ons | word lid | kies
    je webmail | prenumerera | bli prenumerant | redan prenumerant? | redan prenumerant? logga in | logga in
    | skapa konto | nyhetsbrev | anmäl dig till vårt nyhetsbrev | abonner | abonnér | bliv abonnent | bli
    abonnent | log ind | logg inn | nyhedsbrev | tilmeld dig vores nyhedsbrev | tilmeld nyhedsbrev | meld
    deg på nyhetsbrevet | tilaa | tilaa uutiskirje | kirjaudu | kirjaudu sisään | rekisteröidy | subskrybuj
    | prenumerata | zaloguj się | zaloguj | zarejestruj się | załóż konto | masz już konto? | masz już
    konto? zaloguj się | nie masz konta? | zapisz się | zapisz się do newslettera | zapisz się na newsletter
    | zapisz się na nasz newsletter | kup prenumeratę | wykup dostęp | tylko dla subskrybentów | wesprzyj
    nas | przihlásit se | přihlásit se | přihlásit | registrovat | odebírat newsletter | předplatné |
    předplatit | odoberať | prihlásiť sa | predplatné | feliratkozás | feliratkozom | feliratkozás
    hírlevélre | hírlevél | iratkozzon fel | iratkozz fel | bejelentkezés | regisztráció | előfizetés |
    előfizetek | támogatás | támogatom | abonează-te | abonează-te la newsletter | abonare | abonați-vă |
    autentificare | conectare | înregistrare | donează | подписаться | подписка | подпишись | подпишитесь |
    подписывайтесь | подписаться на рассылку | подписаться на новости | подпишитесь на рассылку |
    подпишитесь на нас | подпишитесь на наш канал | подписывайтесь на наш канал | подписывайтесь на нас |
    подписывайтесь на нас в соцсетях | войти | вход | регистрация | зарегистрироваться | забыли пароль? |
    личный кабинет | оформить подписку | поддержать | поддержите нас | поддержать нас | поддержать проект |
    пожертвовать | підписатися | підписатись | підписка | підпишись | підпишіться | підписуйтесь |
    підписуйтесь на нас | підписуйтесь на наш канал | підписатися на розсилку | увійти | вхід | реєстрація |
    зареєструватися | підтримати | підтримати нас | підтримайте нас | абонирай се | абонирайте се |
    абонамент | вход | регистрация | pretplati se | pretplatite se | prijavi se | prijavite se | prijava |
    registracija | registruj se | naroči se | naročite se | εγγραφή | εγγραφείτε | εγγραφή στο newsletter |
    σύνδεση | συνδεθείτε | γίνε συνδρομητής | abone ol | abone olun | bültene abone ol | bültenimize abone
    olun | e-bülten | giriş yap | üye ol | üye girişi | kayıt ol | şifremi unuttum | destek ol | abunə ol |
    اشترك | اشترك الآن | اشترك معنا | اشترك في النشرة | اشترك في النشرة البريدية | اشترك في نشرتنا البريدية
    | الاشتراك | تسجيل الدخول | سجل الآن | إنشاء حساب | النشرة البريدية | تبرع | ادعمنا | اشتراک | عضویت |
    عضویت در خبرنامه | خبرنامه | ورود | ثبت نام | ورود / ثبت نام | سبسکرائب کریں | הרשמה | התחברות | התחבר |
    הירשמו | הצטרפו לניוזלטר | למנויים | सब्सक्राइब करें | लॉग इन करें | लॉगिन | साइन इन | न्यूज़लेटर |
    সাবস্ক্রাইব করুন | লগইন | langganan | berlangganan | masuk | daftar | login | daftar sekarang | đăng ký
    | đăng nhập | đăng ký nhận tin | đăng ký nhận bản tin | quên mật khẩu? | สมัครสมาชิก | เข้าสู่ระบบ |
    ลงทะเบียน | 订阅 | 立即订阅 | 登录 | 注册 | 立即注册 | 免费注册 | 訂閱 | 立即訂閱 | 訂閱電子報 | 登入 |
    註冊 | 加入會員 | 會員登入 | 免费订阅 | ログイン | 会員登録 | 無料会員登録 | 新規登録 | 新規会員登録 |
    購読する | メルマガ登録 | 有料会員限定 | 有料会員限定記事 | 会員限定 | 会員限定記事 | 로그인 | 회원가입
    | 구독 | 구독하기 | 구독신청 | 후원하기 | 기자 구독 | 뉴스레터 구독 | 이메일 무단수집거부
    """
)
_FOLLOW: Final = _lines(
    """
    follow | follow us on facebook | follow us on twitter | follow us on x | follow us on instagram | follow
    us on google news | follow on google news | follow us on linkedin | follow us on telegram | follow us on
    whatsapp | follow us on youtube | follow on twitter | follow on facebook | follow on x | follow on
    instagram | follow topic | follow topics | follow this author | follow author | connect with us | let's
    connect | stay connected | stay in touch | keep in touch | find us on facebook | find us on | like us on
    facebook | visit us on facebook | join us on whatsapp | join us on telegram | join our whatsapp channel
    | join our telegram channel | contact us | contact the author | email the author | write to us | submit
    a tip | send us a tip | send a tip | send tips | send a letter to the editor | write a letter to the
    editor | submit a letter | report an error | report a typo | report a correction | report this ad |
    suggest a correction | submit a correction | request a correction | get the app | download the app |
    download our app | get our app | get our free app | available on google play | get it on google play |
    download on the app store | click here to get the fox news app | turn on notifications | enable
    notifications | get notifications | allow notifications | get breaking news alerts | get alerts | not
    now | yes please | no thanks | maybe later | dismiss | got it | folgen | folgen sie uns | folge uns |
    folgen sie uns auf facebook | folgen sie uns auf twitter | folgen sie uns auf instagram | folge uns auf
    instagram | folge uns auf facebook | folgen sie uns auf google news | fehler melden | korrekturhinweis |
    app herunterladen | zur app | schreiben sie uns | leserbrief schreiben | suivez-nous | suivez nous |
    suivre | suivez-nous sur facebook | suivez-nous sur twitter | suivez-nous sur instagram | suivez-nous
    sur google news | suivez-nous sur les réseaux sociaux | nous suivre | nous contacter | contactez-nous |
    contacter la rédaction | signaler une erreur | téléchargez l'application | télécharger l'application |
    activer les notifications | síguenos | síguenos en | síguenos en facebook | síguenos en twitter |
    síguenos en x | síguenos en instagram | síguenos en google news | síguenos en whatsapp | síguenos en
    nuestras redes | síguenos en nuestras redes sociales | síguenos en redes sociales | seguinos | seguinos
    en | síganos | síganos en | seguir | contáctanos | contáctenos | descarga la app | descarga nuestra app
    | descarga la aplicación | recibir notificaciones | activar notificaciones | canal de whatsapp | únete a
    nuestro canal | únete a nuestro canal de whatsapp | únete a nuestro canal de telegram | reportar error |
    reportar un error | siga-nos | siga | siga nas redes sociais | siga-nos nas redes sociais | siga nossas
    redes sociais | siga-nos no facebook | siga-nos no instagram | siga-nos no google notícias | siga no
    google news | seguir | fale conosco | contacte-nos | entre em contato | baixe o aplicativo | baixe o app
    | reportar erro | entre no nosso canal | receba notificações | ativar notificações | seguici | seguici
    su | seguici sui social | seguici su facebook | seguici su instagram | seguici su twitter | seguici su
    google news | segui | contattaci | scarica l'app | segnala un errore | scrivici | volg ons | volg ons op
    | volg ons op facebook | volg ons op instagram | volg ons op twitter | volgen | neem contact op |
    download de app | tip de redactie | tip ons | meld een fout | fout gezien? | foutje gezien? | följ oss |
    följ oss på facebook | kontakta oss | tipsa oss | följ | følg os | følg oss | følg oss på facebook |
    følg | kontakt os | kontakt oss | tips oss | seuraa meitä | seuraa | ota yhteyttä | lähetä juttuvinkki |
    obserwuj nas | obserwuj | śledź nas | śledź nas na facebooku | polub nas na facebooku | dołącz do nas |
    dołącz do nas na facebooku | kontakt z redakcją | skontaktuj się z nami | napisz do nas | zgłoś błąd |
    pobierz aplikację | włącz powiadomienia | sledujte nás | sledujte nás na facebooku | sledovat | nahlásit
    chybu | stáhněte si aplikaci | kontakty | kövessen minket | kövess minket | kövess minket facebookon |
    kövessen minket a facebookon | impresszum | urmărește-ne | urmăreşte-ne | urmăriți-ne | urmărește-ne pe
    facebook | urmărește-ne pe google news | contactează-ne | descarcă aplicația | мы в соцсетях | мы в
    социальных сетях | мы в telegram | мы в телеграм | наш telegram | наш телеграм-канал | наш
    telegram-канал | читайте нас в telegram | читайте нас в телеграм | читайте нас в дзен | читайте нас в
    яндекс новостях | перейти в дзен | следите за нами | следите за новостями | присоединяйтесь |
    присоединяйтесь к нам | связаться с нами | обратная связь | сообщить об ошибке | нашли ошибку? | нашли
    опечатку? | сообщить об опечатке | прислать новость | предложить новость | сообщить новость | есть
    новость? | скачать приложение | напишите нам | ми в соцмережах | ми в telegram | ми в телеграм | наш
    telegram-канал | наш телеграм-канал | читайте нас у telegram | читайте нас в telegram | стежте за нами |
    долучайтесь | приєднуйтесь | приєднуйтесь до нас | зв'язатися з нами | повідомити про помилку |
    надіслати новину | последвайте ни | последвайте ни във facebook | следвайте ни | сигнал за грешка |
    pratite nas | pratite nas na facebooku | zapratite nas | prijavi grešku | spremljajte nas | ακολουθήστε
    μας | ακολουθήστε μας στο google news | ακολουθήστε μας στο facebook | bizi takip edin | bizi takip et |
    takip et | takip edin | bizi sosyal medyada takip edin | bizi google news'te takip edin | google news'te
    takip et | google news | bize ulaşın | bize yazın | uygulamayı indir | bildirimleri aç | hata bildir |
    ana sayfa | anasayfa | yenile | bizi izləyin | تابعنا | تابعونا | تابعونا على | تابعنا على | تابعونا على
    فيسبوك | تابعنا على تويتر | تابعونا على غوغل نيوز | تابعنا على جوجل نيوز | اتصل بنا | تواصل معنا |
    راسلنا | حمل التطبيق | حمّل التطبيق | ما را دنبال کنید | تماس با ما | ارتباط با ما | درباره ما | کانال
    تلگرام | ہمیں فالو کریں | עקבו אחרינו | צרו קשר | צור קשר | דווחו על טעות | हमें फॉलो करें | फॉलो करें |
    हमसे जुड़ें | संपर्क करें | ऐप डाउनलोड करें | अपना शहर चुनें | আমাদের ফলো করুন | অনুসরণ করুন | ikuti
    kami | ikuti kami di | ikuti | ikuti kami di google news | ikuti kami di whatsapp | hubungi kami |
    kontak kami | kontak | unduh aplikasi | theo dõi | theo dõi chúng tôi | theo dõi chúng tôi trên | tải
    ứng dụng | báo lỗi | ติดตามเรา | ติดต่อเรา | 关注我们 | 联系我们 | 关注公众号 | 扫一扫 | 扫码关注 |
    下载客户端 | 打开app | 追蹤我們 | 聯絡我們 | 加入好友 | 下載app | 加入line好友 | フォローする | フォロー
    | フォローしてください | お問い合わせ | アプリをダウンロード | 友だち追加 | 제보하기 | 기사제보 | 기사
    제보 | 팔로우 | 채널 추가 | 앱 다운로드
    """
)
_OF_ITSELF: Final = _lines(
    """
    home | homepage | menu | search | close | close menu | toggle navigation | main menu | back | go back |
    back to home | back to homepage | return to homepage | return home | back to news | back to article |
    top of page | return to top | go to top | scroll to top | skip navigation | skip to article | skip to
    footer | privacy | privacy policy | privacy notice | terms of use | terms of service | terms and
    conditions | terms & conditions | cookie policy | cookies | cookie settings | manage cookies | accept |
    accept all | accept cookies | accept all cookies | i agree | your privacy choices | your ad choices | ad
    choices | do not sell my personal information | do not sell or share my personal information |
    california privacy rights | sitemap | site map | accessibility | accessibility statement | about us |
    advertise with us | advertise | careers | editorial policy | ethics policy | corrections policy | legal
    notice | imprint | disclaimer | rss | rss feed | rss feeds | about this site | powered by wordpress |
    all market data delayed 20 minutes | play | play video | pause | mute | unmute | tap to unmute | click
    to unmute | full screen | fullscreen | autoplay | now playing | current time | remaining time | video
    player | loading... | loading ad | loading player | loading comments | please wait | video unavailable |
    this video is unavailable | this video is no longer available | media could not be loaded | an error
    occurred | something went wrong | try again | your browser does not support the video tag | your browser
    does not support the audio element | your browser does not support html5 video | your browser does not
    support the video element | this browser does not support the video element | your browser does not
    support iframes | hide player controls | hide resume playing | show player controls | please enable
    cookies | please disable your ad blocker | settings | embed | embed code | get embed code | image
    caption | image credits | image source | toggle caption | hide caption | show caption | advertisement -
    continue reading below | advertisement - scroll to continue | ad | ads by google | paid advertisement |
    story continues below this ad | article continues below this ad | this is a modal window | end of dialog
    window | this ad will end in | remove ads | why am i seeing this ad? | share this with your friends |
    was this helpful? | purchase licensing rights | purchase licensing rights, opens new tab | blog details
    | browsing tag | browsing category | left menu | right menu | podcast all episodes | all episodes | ad
    loading | was this page helpful? | did you find this helpful? | did you like this article? | did you
    enjoy this article? | thank you for reading | thanks for reading | thank you for reading! | thanks for
    contacting us | 1 min read | download transcript | the views expressed are personal | startseite | zur
    startseite | zurück | zurück zur startseite | nach oben | zum anfang | zum seitenanfang | seitenanfang |
    suche | menü | menü öffnen | schließen | impressum | datenschutz | datenschutzerklärung | agb |
    nutzungsbedingungen | cookie-einstellungen | zu den kommentaren | mail schreiben | artikel verlinken |
    mehr informationen | akzeptieren | mediadaten | über uns | werbung | anzeige | wird geladen | video wird
    geladen | ihr browser unterstützt das video-tag nicht | zum inhalt springen | externen inhalt laden |
    alle cookies akzeptieren | empfohlener redaktioneller inhalt | externer inhalt | war dieser artikel
    hilfreich? | haben sie fehler entdeckt? | accueil | retour à l'accueil | retour | retour en haut | haut
    de page | menu | recherche | rechercher | fermer | mentions légales | politique de confidentialité |
    conditions générales d'utilisation | gestion des cookies | gérer les cookies | accepter | tout accepter
    | plan du site | qui sommes-nous ? | qui sommes-nous | liens d'accessibilité | publicité | chargement |
    chargement en cours | ce replay n'est plus disponible | cette vidéo n'est plus disponible | votre
    navigateur ne supporte pas la balise vidéo | la suite après la publicité | la suite après cette
    publicité | aller au contenu | aller au contenu principal | merci de votre lecture | cet article vous
    a-t-il été utile ? | voir les préférences | inicio | volver | volver al inicio | volver arriba | ir
    arriba | ir al contenido | saltar al contenido | buscar | menú | cerrar | aviso legal | política de
    privacidad | política de cookies | términos y condiciones | términos de uso | configuración de cookies |
    aceptar | aceptar cookies | quiénes somos | mapa del sitio | publicidad | continúa después de la
    publicidad | sigue leyendo después de la publicidad | cargando | reproducir | vídeo no disponible | este
    contenido no está disponible | tu navegador no soporta el video | ¿te ha gustado este artículo? | abre
    ventana nueva | portada | início | página inicial | voltar | voltar ao topo | voltar ao início | ir para
    o conteúdo | pular para o conteúdo | pesquisar | fechar | política de privacidade | termos de uso |
    termos e condições | quem somos | expediente | anuncie | mapa do site | aceitar | aceitar cookies |
    carregando | continua após publicidade | publicidade - continue lendo | seu navegador não suporta o
    elemento de vídeo | após a publicidade | home page | torna su | torna alla home | torna indietro |
    indietro | cerca | chiudi | vai al contenuto | salta al contenuto | informativa privacy | privacy policy
    | cookie policy | note legali | chi siamo | redazione | pubblicità | caricamento | caricamento in corso
    | accetta | accetta tutti | accetta i cookie | mappa del sito | la pubblicità | continua dopo la
    pubblicità | terug | terug naar boven | naar boven | terug naar overzicht | zoeken | sluiten | ga naar
    inhoud | colofon | privacyverklaring | privacybeleid | cookiebeleid | algemene voorwaarden | over ons |
    adverteren | akkoord | laden | artikel gaat verder onder advertentie | lees verder na de advertentie |
    tekst gaat verder onder de foto | tekst loopt door onder de foto | tekst gaat door onder de foto |
    artikel gaat verder onder de foto | startsidan | tillbaka | till toppen | sök | meny | stäng | om oss |
    om cookies | annons | forside | tilbage | til toppen | søg | luk | om os | artiklen fortsætter under
    annoncen | artiklen fortsætter efter annoncen | artikkelen fortsetter under annonsen | artikeln
    fortsätter under annonsen | tilbake | søk | lukk | etusivu | takaisin | haku | valikko | sulje | juttu
    jatkuu mainoksen jälkeen | juttu jatkuu kuvan jälkeen | artikkeli jatkuu mainoksen alla | strona główna
    | powrót | wróć | powrót do strony głównej | wróć na górę | do góry | na górę | szukaj | zamknij |
    regulamin | polityka prywatności | polityka cookies | o nas | redakcja | reklama | ogłoszenia |
    ładowanie | akceptuję | zgadzam się | przejdź do treści | transkrypt | domů | zpět | zpět nahoru |
    nahoru | hledat | menu | zavřít | ochrana osobních údajů | o nás | reklama | načítání | souhlasím |
    domov | späť | hore | hľadať | zavrieť | kezdőlap | főoldal | vissza | vissza a tetejére | keresés |
    bezárás | adatvédelem | rólunk | szerkesztőség | betöltés | elfogadom | acasă | înapoi | înapoi sus |
    caută | căutare | închide | despre noi | politica de confidențialitate | termeni și condiții | accept |
    главная | главная страница | на главную | назад | наверх | вверх | к началу | поиск | меню | закрыть |
    форма поиска по сайту | о нас | о проекте | о редакции | редакция | реклама | реклама на сайте |
    рекламодателям | политика конфиденциальности | пользовательское соглашение | правила использования |
    карта сайта | загрузка | загрузка комментариев | принять | ваш браузер не поддерживает видео | ваш
    браузер не поддерживает html5 видео | видео недоступно | спасибо за внимание | спасибо за ваш отзыв |
    головна | на головну | назад | вгору | догори | пошук | меню | закрити | про нас | редакція | реклама на
    сайті | політика конфіденційності | умови використання | завантаження | прийняти | нагоре | търсене |
    затвори | за нас | реклама | условия за ползване | почетна | насловна | početna | naslovnica | nazad |
    natrag | na vrh | pretraga | pretraži | traži | zatvori | o nama | impressum | impresum | uslovi
    korišćenja | uvjeti korištenja | prihvaćam | prihvatam | učitavanje | αρχική | αρχική σελίδα | πίσω |
    αναζήτηση | μενού | κλείσιμο | όροι χρήσης | πολιτική απορρήτου | ana sayfaya dön | geri | geri dön |
    yukarı | yukarı çık | ara | arama | menü | kapat | künye | hakkımızda | gizlilik politikası | kullanım
    koşulları | çerez politikası | kabul et | yükleniyor | reklam | reklamı geç | ana səhifə | الرئيسية |
    الصفحة الرئيسية | رئيسية | العودة | عودة | رجوع | العودة للأعلى | إلى الأعلى | بحث | ابحث | القائمة |
    إغلاق | من نحن | سياسة الخصوصية | شروط الاستخدام | الشروط والأحكام | خريطة الموقع | هيئة التحرير | تحميل
    | جاري التحميل | موافق | صورة الخبر | إعلان | فهرس | صفحه اصلی | صفحه نخست | خانه | بازگشت | بازگشت به
    بالا | جستجو | منو | بستن | حریم خصوصی | قوانین و مقررات | در حال بارگذاری | صفحہ اول | ہوم | דף הבית |
    עמוד הבית | חזרה | למעלה | חיפוש | תפריט | סגור | תנאי שימוש | מדיניות פרטיות | אודות | होम | होमपेज |
    मुख्य पृष्ठ | वापस | खोजें | मेन्यू | बंद करें | हमारे बारे में | गोपनीयता नीति | हिंदी न्यूज़ | প্রচ্ছদ
    | হোম | খুঁজুন | গোপনীয়তা নীতি | beranda | halaman utama | kembali | kembali ke atas | kembali ke
    beranda | ke atas | cari | tutup | tentang kami | redaksi | pedoman media siber | kebijakan privasi |
    syarat dan ketentuan | memuat | trang chủ | về trang chủ | quay lại | về đầu trang | lên đầu trang | tìm
    kiếm | đóng | giới thiệu | chính sách bảo mật | điều khoản sử dụng | đang tải | หน้าแรก | กลับ | ค้นหา |
    เมนู | ปิด | นโยบายความเป็นส่วนตัว | 首页 | 网站首页 | 返回首页 | 返回 | 返回顶部 | 回到顶部 | 返回列表
    | 上一页 | 下一页 | 搜索 | 菜单 | 关闭 | 关闭窗口 | 关于我们 | 隐私政策 | 网站地图 | 广告服务 | 免责声明
    | 版权声明 | 正文 | 加载中 | 首頁 | 回首頁 | 回頂部 | 回到頂端 | 上一頁 | 下一頁 | 搜尋 | 選單 | 關閉 |
    關於我們 | 隱私權政策 | 網站地圖 | 载入中 | ホーム | トップページ | トップへ戻る | トップに戻る |
    ページトップへ | ページの先頭へ | 戻る | 一覧に戻る | 記事一覧へ | 検索 | メニュー | 閉じる | 前へ |
    前のページ | サイトマップ | 利用規約 | プライバシーポリシー | 会社概要 | 運営会社 | 広告掲載 |
    読み込み中 | 홈 | 홈으로 | 목록 | 목록으로 | 맨위로 | 맨 위로 | 위로 | 검색 | 메뉴 | 닫기 | 회사소개 |
    이용약관 | 개인정보처리방침 | 개인정보취급방침 | 청소년보호정책 | 광고문의 | 사이트맵 | картина дня |
    эта новость в сми | фотогалереи | фотогалерея | все комментарии | показать новые комментарии | takipte
    kalın | takipde kalın | ilk yorum yazan siz olun | son dakika haberlerini kaçırmamak için | gündem
    haberleri | spor haberleri | ekonomi haberleri | dünya haberleri | türkiye haberleri | magazin haberleri
    | app store'dan uygulamayı edinin | google play'den uygulamayı edinin | app store'dan indirin | google
    play'den indirin | herunterladen im app store | jetzt bei google play | disponible sur google play |
    disponible en google play | disponível no google play | scarica su google play | доступно в google play
    | загрузите в app store
    """
)
CALLS: Final = (*_SUBSCRIBE, *_FOLLOW, *_OF_ITSELF)
