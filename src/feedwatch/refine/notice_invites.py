"""What the page asks of its reader in sentences of its own: follow, share, comment, subscribe, give, install.

Whole lines that are always the same are in `boilerplate_calls` and its neighbours; here are those that name a
house, a channel or a price. Rows are by what is asked, each in the languages of the world's press.

Laws: as in `notice_credits`.
"""

from typing import Final

from feedwatch.refine.notice_row import LineRule, line_rule

_CHANNELS: Final = (
    r"(?:facebook|twitter|instagram|telegram|whatsapp|youtube|tik ?tok|linkedin|google (?:news|notícias|"
    r"новост|"
    r"haberler|actualités)|viber|bluesky|threads|mastodon|pinterest|vkontakte|flipboard|discord|rss|"
    r"newsletter|"
    r"messenger|x\b|фейсбук|фейсбуц|твит+ер|твіт+ер|телеграм|ютуб|вайбер|инстаграм|інстаграм|вконтакте|"
    r"дзен|однокласс|"
    r"newslet+er|nieuwsbrief|hírlevél|рассылк|розсилк|boletín|boletim|uutiskir|nyhetsbrev|nyhedsbrev|bülten|"
    r"فيسبوك|تويتر|تلغرام|تليجرام|تيليجرام|واتساب|يوتيوب|انستغرام|إنستغرام|غوغل نيوز|جوجل نيوز|تلگرام|"
    r"اینستاگرام|"
    r"فیس بک|یوٹیوب|ٹوئٹر|واٹس ایپ|פייסבוק|טלגרם|ווטסאפ|טוויטר|"
    r"फेसबुक|ट्विटर|टेलीग्राम|व्हाट्सऐ?प|यूट्यूब|इंस्टाग्राम|गूगल न्यूज|ফেসবুক|ইউটিউব|গুগল নিউজ|"
    r"微信|微博|公众号|公眾號|臉書|フェイスブック|ツイッター|メルマガ|유튜브|카카오톡|페이스북|텔레그램)"
)
_CHANNEL_WORDS: Final = (
    "facebook|twitter|instagram|telegram|whatsapp|youtube|tiktok|tik tok|linkedin|google news|google"
    " not|google нов|"
    "viber|bluesky|threads|mastodon|pinterest|flipboard|discord|rss|newslet|messenger|фейсб|твит|твіт|"
    "телеграм|ютуб|"
    "вайбер|инстаграм|інстаграм|вконтакте|дзен|однокласс|nieuwsbrief|hírlevél|рассылк|розсилк|boletín|"
    "boletim|uutiskir|"
    "nyhetsbrev|nyhedsbrev|bülten|فيسبوك|تويتر|تلغرام|تليجرام|تيليجرام|واتساب|يوتيوب|انستغرام|إنستغرام|"
    "غوغل|جوجل|"
    "تلگرام|اینستاگرام|فیس"
    " بک|یوٹیوب|ٹوئٹر|واٹس|פייסבוק|טלגרם|ווטסאפ|טוויטר|फेसबुक|ट्विटर|टेलीग्राम|व्हाट्स|यूट्यूब|इंस्टाग्राम|"
    "गूगल|ফেসবুক|ইউটিউব|গুগল|微信|微博|公众号|公眾號|臉書|フェイスブック|ツイッター|メルマガ|유튜브|"
    "카카오톡|페이스북|텔레그램|on x"
)
_DO_FOLLOW: Final = (  # how a line begins that asks to follow, join, subscribe, share on a channel
    r"(?:follow|like|join|find|visit|connect with|subscribe|sign up|get|share|tweet|stay|keep|click|tap|"
    r"check out|"
    r"folgen|folge|folgt|abonnier\w+|teilen|jetzt|besuchen|werden sie fan|diskutieren sie|hier geht|"
    r"suivez|suivre|retrouvez|rejoignez|abonnez|partage[rz]|inscrivez|recevez|likez|"
    r"s[ií]gue\w*|seguin?os|s[ií]gan\w*|segu[ií]|suscr[ií]b\w+|[uú]nete|[uú]nase|unite|sumate|comparte|"
    r"compart[ií]r?|"
    r"recib[ea]|encu[eé]ntranos|ingresa|dale|da click|haz clic|entérate|"
    r"siga\w*|segue|acompanhe|curta|inscreva|assine|participe|entre|compartilh\w+|receba|clique|"
    r"partilh\w+|subscrev\w+|"
    r"segui\w*|iscriv\w+|condividi|unisciti|ricevi|clicca|metti|"
    r"volg|word lid|abonneer|schrijf|meld je|like ons|deel|ontvang|"
    r"följ|gilla|prenumerera|anmäl|dela|få|følg|lik|abonn\w+|tilmeld|meld deg|del|seuraa|tykkää|tilaa|"
    r"liity|jaa|"
    r"obserwuj|polub|śledź|dołącz|zapisz|subskrybuj|udostępnij|odwiedź|zobacz|"
    r"sledujte|sleduj|přihlas\w+|odebírejte|připojte|sdílejte|sledujte|prihlás\w+|pridajte|"
    r"kövess\w*|csatlakoz\w+|iratkozz\w*|lájkol\w+|oszd meg|urm[aă]re[sșş]te\w*|urm[aă]ri[tțţ]i|"
    r"abonea\w+|d[aă]-ne|"
    r"intr[aă]|distribui\w*|"
    r"подпи[сш]\w+|следите|присоединя\w+|вступайте|читайте|будьте|поделит\w+|поделись|хотите|узнавайте|"
    r"самые|ещё больше|"
    r"еще больше|больше новостей|наш\w*|мы в|підпи[сш]\w+|стежте|слідкуйте|долуча\w+|приєдн\w+|поділ\w+|"
    r"більше новин|ми в|"
    r"следвайте|последвайте|абонира\w+|харесайте|споделете|присъединете|следете|пратите|pratite|zaprat\w+|"
    r"pretplat\w+|prijav\w+|pridruž\w+|podel\w+|podijel\w+|lajk\w+|spremljaj\w*|preuzmite|"
    r"ακολουθ[ήη]στε|εγγραφ\w+|βρείτε|μοιρ\w+|κάντε|"
    r"bizi|takip|abone|paylaş|katıl\w*|haberleri|haberler\w*|gelişmeler\w*|tıkla\w*|bizə|bizi|"
    r"تابع\w*|اشترك\w*|انضم\w*|للاشتراك|لمتابعة|شارك\w*|ما را|به کانال|عضو|برای دریافت|دنبال|ہمارا|ہمیں|"
    r"خبریں|"
    r"עקבו|הצטרפו|הירשמו|שתפו|"
    r"ikuti|dapatkan|simak|gabung|bergabung\w*|bagikan|berlangganan|ingin|cek|follow|theo dõi|đăng ký|"
    r"chia sẻ|mời|"
    r"tham gia|quan tâm|ติดตาม|กด|"
    r"हमें|हमारे|देश|फॉलो|सब्सक्राइब|ताजा|ताज़ा|लेटेस्ट|आप|खबरों|ख़बरों|अब|আমাদের|সব|ফলো|"
    r"关注|欢迎|扫|订阅|分享|請|请|加入|追蹤|訂閱|点击|點擊|フォロー|シェア|最新|구독|팔로우|네이버)"
)
_OURS: Final = (  # the house speaks of itself
    r"(?:\b(?:us|our|uns|unser\w*|nous|nos|notre|nuestr\w+|noss[ao]s?|nostr\w+|ons|onze|oss|vår\w*|"
    r"vores|våre?|meitä|meidän|nas|"
    r"nasz\w*|nás|náš\w*|naš\w*|nám|minket|noastr\w+|нас|наш\w*|нам|ни|μας|bizi|bize|bizə|kami|"
    r"chúng tôi|ma\w*imiz|\w+[ıiuü]m[ıiuü]z\w*)\b|"
    r"síguenos|seguin?os|síganos|suivez-nous|seguici|siga-nos|urm[aă]re[sșş]te-ne|تابعنا|تابعونا|قناتنا|"
    r"صفحتنا|حسابنا|نشرتنا|ما را دنبال|ہمیں|ہمارے|אחרינו|"
    r"फॉलो|सब्सक्राइब|जुड़|ফলো|আমাদের|ติดตามเรา|我们|我們|本报|本報|フォローして|구독하|팔로우)"
)

INVITE_RULES: Final[tuple[LineRule, ...]] = (
    # to follow, to join, to subscribe on a channel that is named: the house names itself ("us", "our
    # channel") …
    line_rule(
        "syndication",
        _CHANNEL_WORDS,
        rf"^\W*(?:\w[^\w]{{0,3}})?(?:please |to |you can (?:also )?|sie können |или |и |also |"
        rf"for more[^.!?]{{0,60}}, |want [^.!?]{{0,60}}[?,] )?"
        rf"{_DO_FOLLOW}(?!\w)(?=[^.!?]{{0,160}}{_OURS})[^.!?,:]{{0,160}}\b{_CHANNELS}[^.!?:]{{0,60}}"
        rf"(?:[.!?]\W*(?:[^.!?]{{0,80}}[.!]?)?)?\W*$|"
        # … or the channel is all that follows the verb
        rf"^\W*{_DO_FOLLOW}(?: [^\s,:;.!?]{{1,12}}){{0,2}} {_CHANNELS}(?:\W{{1,3}}(?:\w{{1,4}}\W{{1,3}}"
        rf")?{_CHANNELS}){{0,6}}\W*$",
        300,
    ),
    # "Click here to …", "Tap here …", "Haga clic aquí para …"
    line_rule(
        "syndication",
        "click here|tap here|clique aqui|cliquez ici|clic aquí|click aquí|clicca qui|hier"
        " klicken|klicken sie hier|"
        "klik hier|klicka här|klikk her|klik her|kliknij|klikněte|kattints|нажмите|перейдите"
        " по|tıklayın|tıklayınız|"
        "اضغط هنا|اضغط|کلیک کنید|यहां क्लिक|klik di sini|klik disini|bấm vào|nhấn"
        " vào|點擊這裡|点击这里|こちらをクリック|"
        "hier geht es zu|hier geht's|hier geht’s|hier finden sie|hier gibt es|aquí puedes|aquí"
        " puede|voir ici|"
        "haz clic|haga clic|haz click|da clic|dé clic|dale click|aqui para",
        r"^\W*(?:click|tap) here (?:to|for|if)\b[^.!?]{2,140}\W*$|"
        r"^[^.!?]{2,90}[:,.!?–-] ?(?:click|tap) here\b[^.!?]{0,80}\W*$|"
        r"^\W*(?:clique aqui|cliquez ici|(?:haz|haga|da|dé|dale|hacé) cli(?:c|ck) (?:aquí|aqu[ií]|en)\b|"
        r"cli(?:c|ck) aquí|"
        r"clicca qui|hier klicken|klicken sie hier|klik hier|klicka här|klikk her|klik her|kliknij|klikněte|"
        r"kattints(?:on)? ide|нажмите|перейдите по ссылке|اضغط هنا|للمزيد اضغط|یہاں کلک|یہاں|यहां क्लिक|"
        r"klik di ?sini|"
        r"bấm vào|nhấn vào|點擊這裡|点击这里)(?!\w)[^!?]{0,160}$|"
        r"^[^.!?]{2,140}\b(?:tıklayın|tıklayınız|tıkla|کلیک کنید|क्लिक करें|klik di ?sini|нажмите здесь|"
        r"clique aqui|"
        r"clic aquí|click aquí|cliquez ici|clicca qui|hier klicken|klik hier)\W*$|"
        r"^.{2,60}こちらをクリック\W*$|"
        r"^\W*hier (?:geht(?: es|['’]s) (?:zu|zur|zum|direkt)|(?:finden sie|findest du|findet ihr|"
        r"gibt es|gibt['’]s) "
        r"(?:alle|mehr|weitere|unser\w*|aktuelle)) [^.!?]{2,140}\W*$",
        220,
    ),
    # the box for comments
    line_rule(
        "syndication",
        "comment|kommentar|comentar|comentári|commento|commenti|reactie|komment|komentar|komentarz|"
        "koment|коммент|комент|"
        "yorum|تعليق|نظر|דיעות|תגוב|टिप्पण|कमेंट|bình"
        " luận|评论|評論|コメント|댓글|discussion|conversation|feedback|"
        "diskussion|community rules|community guidelines|community standards|foutje|ошибк|помилк|typo|error",
        r"^\W*(?:(?:you must|you need to|you have to|please|sign in|log ?in|"
        r"register)\b[^.!?]{0,40}\b(?:to (?:post|leave|add|"
        r"write|view|read|make)?\b[^.!?]{0,20}|to )comments?\b|(?:post|leave|add|write|submit|read|see|"
        r"view|show|hide|load|"
        r"join) (?:a |an |your |all |the |more |\d+ )?(?:comments?|conversation|discussion|"
        r"reply)\b(?! that| by (?-i:[A-Z])))"
        r"[^.!?]{0,60}\W*$|"
        r"^\W*(?:comments? (?:are|have been|is|on this)|the comments section|commenting (?:is|on this)|"
        r"all comments|"
        r"by (?:posting|submitting|commenting)|if you see comments|we invite you to use our comment|"
        r"comments? (?:policy|rules|guidelines)|(?:our )?community (?:rules|guidelines|"
        r"standards)(?=\W*$| apply\b))\b.{0,300}$|"
        r"^\W*(?:melden sie sich an|loggen sie sich ein|sie müssen (?:angemeldet|eingeloggt)|"
        r"um (?:zu )?kommentieren|"
        r"schreib\w* (?:uns )?(?:einen |ihren |deinen |ihr )?(?:kommentar|feedback)|diskutieren sie|"
        r"was (?:denken|meinen) sie)"
        r"\b.{0,140}$|"
        r"^\W*(?:connectez-vous|vous devez (?:être connecté|vous connecter)|soyez le premier|réagissez|"
        r"laissez|pour commenter)"
        r"\b[^.!?]{0,120}\W*$|"
        r"^\W*(?:inicia sesión|debes (?:iniciar|estar|acceder)|para comentar|sé el primero|"
        r"los comentarios|déjanos|"
        r"regístrate)\b[^.!?]{0,120}\bcomenta\w*[^.!?]{0,40}\W*$|"
        r"^\W*(?:faça login|você (?:precisa|deve) (?:estar|fazer)|seja o primeiro|os comentários|"
        r"deixe)\b[^.!?]{0,160}\bcoment\w+"
        r".{0,120}$|"
        r"^\W*(?:gentile lettore|devi (?:essere|effettuare|fare)|accedi|per commentare|"
        r"i commenti)\b.{0,100}\bcomment.{0,300}$|"
        r"^\W*(?:log in|je moet|reageren|om te reageren)\b[^.!?]{0,60}\breac\w*[^.!?]{0,40}\W*$|"
        r"^\W*(?:aby|zaloguj|musisz)\b[^.!?]{0,60}\bkoment\w*\W*$|"
        r"^\W*(?:чтобы|только (?:за|авторизованные)|для того,? чтобы|войдите|авторизуйтесь|"
        r"комментарии? (?:могут|доступны|"
        r"закрыт|отключен)\w*|оставлять комментарии)\b.{0,60}(?:коммент.{0,80})?$|"
        r"^\W*(?:щоб|тільки (?:за|авторизовані)|увійдіть|коментарі (?:закрит|"
        r"доступн)\w*)\b.{0,60}комент.{0,60}$|"
        r"^\W*(?:нашли|знайшли|если вы (?:нашли|заметили)|якщо ви (?:знайшли|помітили)|побачили|"
        r"заметили|помітили) [^.!?]{0,30}"
        r"(?:ошибк|опечатк|помилк).{0,140}$|"
        r"^\W*(?:see|spot|spotted|found|find|notice|noticed) (?:an?|any) (?:\w+ )?(?:typo|error|mistake|"
        r"inaccurac\w+)\b.{0,140}$|"
        r"^\W*(?:if you (?:see|spot|notice|find) an? (?:error|typo|mistake))\b.{0,120}$|"
        r"^\W*(?:yorum yap(?:mak|abilmek) için|bu habere yorum)\b.{0,80}$|"
        r"^\W*(?:يجب|عليك|لإضافة|لن يتم).{0,60}(?:تعليق|بريدك).{0,60}$|^\W*(?:برای ارسال|"
        r"لطفا).{0,30}(?:نظر|دیدگاه).{0,60}$",
        420,
    ),
    # to support the house, to become its member, to try what it sells
    line_rule(
        "syndication",
        "support|donat|fund our|fund the|fund ind|fund loc|help fund|a"
        " member|members|membership|journalism|sponsor|contribut|unterstütz|spende|soutien|soutene|don"
        " |donez|apoya|apoye|apóy|"
        "apoio|sosten|steun|wesprzyj|wspieraj|podpo|támogat|susțin|поддерж|підтрим|подкреп|podrž|destek|"
        "ادعم|حمایت|דיעה|תמכו|"
        "trial|cancel|log in|login|inloggen|melden sie sich|melde dich|connectez-vous|identifiez|inicia"
        " sesión|inicie sesión|faça login|"
        "accedi|zaloguj|войдите|авторизуйтесь|увійдіть|giriş"
        " yap|więcej|e-paper|epaper|subscri|goal:|per month|a month|monat|por mes|/mes|/month|first"
        " month|reader|help us|raise|join |constitutes",
        r"^\W*(?:please )?(?:(?:support|help(?: us)?(?: to)?(?: \w+){0,2}|fund|power|protect|keep|"
        r"sustain|donate to|give to|"
        r"contribute to|invest in|join) (?:(?:our|the|in|more|this|independent|local|quality|nonprofit|"
        r"non-profit|free|fearless|"
        r"public|investigative|honest|community|trusted|indigenous|student|important|"
        r"essential) ){0,4}(?:journalism|reporting|"
        r"newsroom|mission|reporters|journalists|coverage|independent (?:media|news|press))\b|"
        r"help us (?:keep|continue|raise|reach|do|cover|tell|bring|make|grow|fund|improve)\b|"
        r"help [A-Z]\w+ raise\b|"
        r"(?:make|consider) (?:a|an|making a) [^.!?:]{0,20}(?:gift|donation|contribution)|"
        r"consider (?:supporting|donating|"
        r"subscribing|becoming)|become an? [^.!?:]{0,30}\b(?:member|subscriber|supporter|sponsor|patron|"
        r"donor|insider)\b(?=\W*$| "
        r"(?:today|now|here|of|for|and|to|at)\b))(?!,? (?:says|said|urges|tells))(?:[^,]|,\d){0,120}$|"
        r"^\W*(?:your (?:support|donation|contribution|gift|subscription)|(?:reader|readers|"
        r"community) (?:support|donations|"
        r"contributions)|our (?:journalism|reporting|work) (?:is|depends|relies|needs|would)|we (?:rely|"
        r"depend|need) (?:on )?your|"
        r"we can['’]t do (?:this|it) without|thanks? (?:you )?to our (?:sponsors?|members|supporters|"
        r"donors|readers)|"
        r"[A-Z][\w’' ]{1,30} (?:thanks its sponsors|is a (?:reader-supported|nonprofit|reader-funded|"
        r"registered charity))|"
        r"this (?:content|article|story|coverage|site) is (?:being )?(?:provided|made) (?:for )?(?:free|"
        r"possible|available)|"
        r"goal: ?[$€£]\d).{0,300}$|"
        r"^\W*(?:unterstützen sie|unterstütze|unterstützt|spenden sie|ihre (?:spende|unterstützung)|"
        r"werden sie (?:mitglied|"
        r"unterstützer))\b[^,]{0,160}$|"
        r"^\W*(?:soutenez (?:notre|nous|-nous|le travail|l['’]info|la presse|un média)|votre (?:soutien|"
        r"don) (?:est|nous|compte|permet|aide)|faites un don|je soutiens|pour nous soutenir|aidez-nous|"
        r"devenez (?:membre|abonné))"
        r"\b[^,]{0,160}$|"
        r"^\W*(?:apoya|apoye|ayúdanos|ayudanos|tu (?:apoyo|donación)|hazte (?:soci[oa]|miembro)|"
        r"colabora con|dona)\b(?= (?:el|al|a|"
        r"nuestro|con|un|tu|ya|aquí|hoy|es|nos|para|periodismo|soci))[^,]{0,160}$|"
        r"^\W*(?:apoie|seu apoio|ajude(?:-nos)?|faça uma doação|seja (?:um )?(?:membro|apoiador|"
        r"assinante))\b[^,]{0,160}$|"
        r"^\W*(?:sostieni|sostienici|il tuo (?:sostegno|contributo)|aiutaci|dona (?:ora|il))\b[^,]{0,160}$|"
        r"^\W*(?:steun (?:ons|onze|de)|word (?:lid|abonnee|donateur)|jouw steun|help ons)\b[^,]{0,140}$|"
        r"^\W*(?:wesprzyj|wspieraj|podpořte|podporte|támogass|támogasd|támogassa|susține|"
        r"susțineți)(?: nas| nás|-ne| nasz\w*| našu?| \w+)"
        r"[^,]{0,140}$|"
        r"^\W*(?:поддержите|поддержи|підтримайте|підтримай|подкрепете|подкрепи|podržite|"
        r"podržи)\b[^,]{0,160}$|"
        r"^\W*bize destek\b[^,]{0,100}$|^\W*(?:ادعم|ادعموا|حمایت از ما|תמכו ב).{0,120}$|"
        r"^\W*(?:only |just |nur |ab |solo |por |seulement |"
        r"à partir de )?[$€£¥]? ?\d{1,3}(?:[.,]\d\d)? ?(?:[$€£¥]|eur(?:os?)?|usd)? "
        r"?(?:a|per|/|im|pro|al|par|por)? ?(?:week|month|year|monat|monate|mes|mois|mese|ano|año|"
        r"jahr)\b.{0,80}$|"
        r"^\W*[^.!?]{0,80}\bcancel any ?time\b.{0,60}$|"
        r"^\W*(?:discover|enjoy|get|unlock|start|try|read|access) [^.!?]{0,80}\b(?:free trial|"
        r"full access|unlimited access|"
        r"ad-free|all access|digital access|subscriber benefits)\b.{0,80}$|"
        r"^\W*(?:log in|login|inloggen|melde? (?:dich|sie sich) an|connectez-vous|identifiez-vous|"
        r"inicia sesión|inicie sesión|faça login|"
        r"accedi|zaloguj się|войдите|авторизуйтесь|увійдіть|giriş yap\w*) (?:of|or|oder|um|pour|ou|para|"
        r"o|per|e|aby|lub|или|чтобы|щоб|або|için) "
        r"[^!?]{2,120}$|^\W*join [\w+’' ]{2,30} (?:to (?:read|get|access|unlock|enjoy|support)|"
        r"for (?:free|just|only))\b.{0,160}$|"
        r"^\W*(?:więcej|czytaj więcej) .{0,60}(?:znajdziesz|przeczytasz|przeczytacie|znajdziecie|"
        r"na stronie głównej)\b.{0,160}$|"
        r"^\W*(?:subscribe|register|log in|sign in)(?: now| today)? (?:to|for|and) (?:read|get|unlock|"
        r"access|continue|enjoy|keep|"
        r"receive|unlimited|full|free|more|the|our)\b[^.!?]{0,100}\W*$",
        420,
    ),
    # a newsletter that praises itself: "Our briefing brings you the news, right to your inbox"
    line_rule(
        "syndication",
        "your inbox|to your email|votre boîte|tu correo|tu bandeja|seu e-mail|sua caixa|tua casella|tua"
        " mail|ihr postfach|dein postfach|"
        "ins postfach|je inbox|jouw inbox|skrzynk|почту|пошту|watch ",
        r"^(?=.{0,200}\b(?:newsletters?|briefing|digest|roundup|e?-?mails?|headlines|stories|news|"
        r"alerts|updates|infolettre|lettre|boletín|"
        r"boletim|noticias|notícias|notizie|nachrichten|nieuws|wiadomości|новости|новини|рассылк\w*|"
        r"розсилк\w*)\b)[^“”\"]{0,260}\b(?:(?:in|to|into) "
        r"your (?:e-?mail )?inbox|straight to your e-?mail|(?:dans )?votre boîte|(?:en )?tu (?:correo|"
        r"bandeja)|(?:no )?seu e-?mail|(?:na )?sua caixa|"
        r"nella tua (?:casella|mail)|(?:in )?(?:ihr|dein|ins) postfach|in (?:je|jouw) (?:inbox|mailbox)|"
        r"skrzynk\w+|на почту|на пошту)[^“”\"]{0,80}$|"
        r"^\W*watch (?-i:[A-Z])[\w’'+ ]{1,24} live\W*$",
        360,
    ),
    # installing, being told, writing for the house, telling it something
    line_rule(
        "syndication",
        "app |app.|app!|"
        " app|notification|browser|alerts|aplicativo|aplicación|application|aplikac|aplikasi|приложени|"
        "застосун|"
        "uygulama|küfür|türkçe karakter|تطبيق|اپلیکیشن|ऐप|アプリ|앱|send us|tell us|let us know|write"
        " for|your story|your"
        " stories|hinweise|melden sie|"
        "schreiben sie|schreibt uns|feedback|присылайте|надсилайте|пришлите|calls|story idea|news"
        " tip|submit|contacting us|"
        "submission|opinions with|escríbenos|envíanos|contáctanos|envie|écrivez|scrivi|mande|hinweis",
        r"^\W*(?:download|get|install|try|open|use|click here to get|tap to get) (?:the |our |"
        r"its )(?:[\w’'.&-]+ ){0,5}"
        r"(?:app|apps)\b(?! (?:that|which|says|store[ds]))[^,]{0,140}$|"
        r"^\W*(?:get|receive|turn on|enable|allow|sign up for|would you like to receive|want|manage|"
        r"stop|notifications? can)\b"
        r"[^.!?]{0,80}\b(?:notifications?|alerts|browser)\b[^,]{0,140}$|"
        r"^\W*(?:thanks|thank you) for (?:contacting|subscribing|signing up|your (?:feedback|submission|"
        r"interest)|reading|"
        r"visiting|registering|joining)\b.{0,140}$|"
        r"^\W*(?:you can now write for|want to write for|write for us|share your (?:story|stories|"
        r"thoughts|opinions?|photos|views|"
        r"experiences?) (?:with|by|at|here|in the|below)|tell us (?:what|your|about your|in the)|"
        r"let us know (?:what|in the|if|"
        r"your)|send us (?:an? (?:news )?tip|tips|news tips|your (?:tips?|news|story|stories|letters?))|"
        r"do you have (?:a (?:story|tip|news tip|question)|any|"
        r"information)|have (?:a|an) "
        r"(?:story|news tip|question|opinion|idea|comment|correction)|got (?:a|an) (?:story|tip|news)|"
        r"submit (?:your|a|an) "
        r"(?:story|news|photo|letter|event|tip|obituary|op-ed))\b[^,]{0,200}$|"
        r"^\W*(?:laden sie|lade dir|jetzt)\b[^.!?]{0,60}\bapp\b[^,]{0,80}$|"
        r"^\W*(?:haben sie|hast du|habt ihr|ihr habt) [^.!?]{0,40}(?:hinweise?|fehler|fragen|"
        r"anregung\w*|kritik|tipp|feedback)\b"
        r".{0,160}$|^\W*(?:schreiben sie uns|schreibt uns|schreib uns)\b.{0,140}$|"
        r"^\W*(?:téléchargez|installez)\b[^.!?]{0,60}\bappli\w*.{0,80}$|^\W*(?:écrivez-nous|"
        r"vous avez (?:une information|une "
        r"histoire|un témoignage))\b.{0,140}$|"
        r"^\W*(?:descarga|descargá|descargue|instala)\b[^.!?]{0,60}\b(?:app|aplicación)\b.{0,80}$|"
        r"^\W*(?:escríbenos|escribinos|envíanos|envianos|contáctanos|¿tienes (?:una|información|"
        r"algo))\b.{0,140}$|"
        r"^\W*(?:baixe|instale)\b[^.!?]{0,60}\b(?:app|aplicativo)\b.{0,80}$|^\W*(?:envie (?:sua|seu|"
        r"sugestões|fotos)|mande (?:sua|"
        r"seu)|tem uma (?:história|sugestão|denúncia)|quer (?:receber|sugerir))\b.{0,140}$|"
        r"^\W*(?:scarica)\b[^.!?]{0,60}\bapp\b.{0,80}$|^\W*(?:scrivici|hai (?:una (?:notizia|"
        r"segnalazione)|foto))\b.{0,140}$|"
        r"^\W*download (?:de|onze|hier)\b[^.!?]{0,40}\bapp\b.{0,80}$|^\W*(?:heb je een (?:tip|vraag|"
        r"opmerking)|mail (?:ons|de redactie))\b.{0,120}$|"
        r"^\W*(?:masz (?:ciekawy temat|informacj\w+|zdjęci\w+|temat)|byłeś świadkiem|napisz do nas|"
        r"pobierz)\b.{0,140}$|"
        r"^\W*(?:скачайте|скачивайте|установите|завантаж\w+)\b[^.!?]{0,60}(?:приложени|застосун|"
        r"додат).{0,80}$|"
        r"^\W*(?:есть (?:новость|что рассказать|о чём)|присылайте|пришлите|надсилайте|маєте (?:новину|"
        r"що)|стали (?:очевидцем|свидетелем|"
        r"свідком)|хотите сообщить)\b.{0,140}$|"
        r"^\W*(?:uygulamamızı|mobil uygulama)\b.{0,80}$|^[^.!?]{0,80}uygulama\w* (?:indir|edin)\w*\W*$|"
        r"^\W*uyarı\s?:\s?(?:küfür|yorum|suç).{0,300}$|^\W*türkçe karakter kullanılmayan.{0,160}$|"
        r"^\W*^\W*(?:حم[ّ]?ل|حمّلوا|حملوا|"
        r"نزّل) [^.!?]{0,30}تطبيق.{0,60}$|"
        r"^\W*(?:unduh|download) aplikasi\b.{0,100}$",
        300,
    ),
    # to subscribe to somebody by name, in the tongues that decline a channel's name
    line_rule(
        "syndication",
        "подпи|підпи",
        r"^\W*(?:подпи(?:сывайся|шись|сывайтесь|шитесь)|підпи(?:суйся|шись|суйтесь|"
        r"шіться)) на [^,:.!?]{2,50}\W*$",
        80,
    ),
)
