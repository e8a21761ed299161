"""The marks of copyright, and the words that reserve every right, in the languages of the world's press.

Read by `notice_holders` and `notice_lines`; to teach another language, add its words to `RIGHTS`.

Laws: data only; patterns are bounded, and linear in the text a caller gives.
"""

import re
from typing import Final

YEAR: Final = r"(?<!\d)(?:19|20)\d\d(?!\d)"
MARKS: Final = (
    r"©|ⓒ|Ⓒ|℗|（[cC]）|\( ?[cC] ?\)(?=\W*(?:\d{4}|[^\W\d_]))|\bcopyrights?(?:ed)?\b(?! (?:property|"
    r"holders?|owners?|laws?|act|infring))|"
    r"®(?=\s?\d{4})|\bcopr\.|\bdroits d['’]auteur\b|"
    r"\balle rechte(?: liegen)?(?=:| bei )"
    r"|저작권자|版权所有|版權所有|著作権|حقوق النشر|حقوق الطبع|авторские права"
    r"|(?:toàn bộ )?bản quyền(?: ©)? thuộc(?: về)?|hak cipta(?! dilindungi)"
)
RIGHTS: Final = (
    # every right is reserved …
    r"\ball (?:the )?rights? (?:are )?reserved\b|\balle rechten? (?:vorbehalten|voorbehouden)\b"
    r"|\b(?:todos )?(?:los )?derechos (?:est[áa]n )?reservados\b|"
    r"\b(?:todos )?os direitos (?:est[ãa]o )?reservados\b"
    r"|\btodos (?:los derechos|os direitos)\b|\btutti i diritti (?:sono )?riservati\b|"
    r"\briproduzione riservata\b"
    r"|\btous (?:les )?droits(?: de \w+)? r[ée]serv[ée]s\b|\breproduction (?:interdite|prohibited)\b"
    r"|\bprohibida (?:la|su) reproducci[óo]n\b|\bproibida a reprodu[çc][ãa]o\b|\btots els drets reservats\b"
    r"|\balla rättigheter förbehållna\b|\balle rettigheter (?:er )?(?:forbeholdt|reservert)\b"
    r"|\bkaikki oikeudet pidätetään\b|\bwszelkie prawa zastrzeżone\b|\bvšechna práva vyhrazena\b"
    r"|\bvšetky práva vyhradené\b|\bminden jog fenntartva\b|\btoate drepturile (?:sunt )?rezervate\b"
    r"|\bsva prava (?:su )?(?:za|pri)držana\b|\bвсе права (?:защищены|сохранены|принадлежат)|"
    r"\b(?:усі|всі) права захищен"
    r"|\bвсички права запазени|\btüm hakları (?:saklıdır|mahfuzdur)|\bher hakkı (?:saklıdır|mahfuzdur)"
    r"|\b(?:visos teisės|visas tiesības|kõik õigused|vse pravice|të gjitha të drejtat|"
    r"сва права|wszystkie prawa)\b"
    r"|\bhak cipta dilindungi|\bmọi quyền được bảo lưu|\bμε επιφύλαξη παντός δικαιώματος"
    r"|جميع الحقوق محفوظة|كل الحقوق محفوظة|كافة الحقوق محفوظة"
    r"|(?:تمامی|همه|کلیه|تمام)(?: ی|ٔ)? ?حقوق|جملہ حقوق محفوظ|כל הזכויות שמורות|"
    r"सर्वाधिकार सुरक्षित|সর্বস্বত্ব সংরক্ষিত"
    r"|版权所有|版權所有|保留所有权利|保留一切權利|不得转载|不得轉載|禁止转载|禁止轉載"
    r"|無断(?:転載|複製|転用)|禁無断転載|転載禁止|不許複製"
    r"|모든 권리 (?:보유|를 보유)|सभी अधिकार सुरक्षित|सर्व हक्क (?:राखीव|सुरक्षित)|"
    r"அனைத்து உரிமைகளும் பாதுகாக்கப்பட்ட|"
    r"สงวน(?:ลิขสิทธิ์|สิทธิ์)|bütün hüquqlar (?:qorunur|müdafiə)|барлық құқықтар қорғалған|"
    r"barcha huquqlar himoyalangan|ყველა უფლება დაცულია|բոլոր իրավունքները (?:պաշտպանված|վերապահված)|"
    r"öll réttindi áskilin|eskubide guztiak|todos os dereitos reservados|hak cipta terpelihara|保留所有權利"
    r"|무단 ?(?:전재|배포|복제|사용)|재배포 ?금지|版[权權][归歸属屬][^。]{1,20}所有"
    # … or what one may not do
    r"|\b(?:may|must) not be (?:published|reproduced|broadcast|redistributed|copied|distributed)\b"
    r"|\bwithout (?:\w+ ){0,3}written permission\b|\beinige rechte vorbehalten\b|\bsome rights reserved\b"
    r"|\b(?:nachdruck|vervielfältigung|weiterverwendung|"
    r"weiterverbreitung)\b.{0,120}\b(?:untersagt|verboten|genehmigung|zustimmung|gestattet)"
    r"|\b(?:unauthori[sz]ed|any|toute|commercial) (?:reproduction|use|copying|distribution|"
    r"republication|redistribution|utilisation)\b.{0,120}"
    r"\b(?:prohibited|forbidden|interdite|permission|consent|autorisation)"
    r"|\breproduction\b.{0,60}\b(?:prohibited|forbidden|interdite|without)|\b(?:rechte|"
    r"derechos|direitos|diritti) (?:sind )?(?:vorbehalten|reservados|riservati)\b"
    r"|\bqueda (?:totalmente |expresamente )?prohibida\b|\brights reserved\b(?! (?:for|in|under|"
    r"to) [a-z])|\bno part of this\b"
    r"|\breproducci[óo]n (?:total o parcial )?prohibida\b|\breprodução (?:total ou parcial )?proibida\b"
    r"|\bse prohíbe (?:la|su|toda|cualquier) reproducción|\bvietata la riproduzione\b|"
    r"\briproduzione .{0,20}vietata\b"
    r"|\b(?:reprint|copy|publish|redistribut)ing without (?:\w+ )?permission\b|"
    r"\balle rechte\b.{0,60}\bvorbehalten\b|\bexpresamente prohibida\b|\bmed ensamrätt\b|\b(?:kopiering|"
    r"eftertryck|ettertrykk)\b.{0,20}"
    r"\b(?:tillatt|forbud[dt]|förbjud[ae][nst]|förbjudes)\b|\bdilarang (?:memperbanyak|mengutip|menyalin)\b"
    r"|\b(?:przedruk|kopírování)\b.{0,30}\bza(?:broniony|kázáno)|\bnadruk\b.{0,20}\bverboden\b"
    r"|\bпере(?:печатка|друк)\b.{0,60}\b(?:запрещена|заборонен)|\breproducerea\b.{0,40}\binterzisă"
    r"|\b(?:izinsiz|kaynak gösterilmeden)\b.{0,40}\b(?:kullanılamaz|yayımlanamaz|yayınlanamaz|kopyalanamaz)"
    r"|未[经經](?:本报|本報|本网|本網|书面|書面|许可|許可|授权|授權|允许|允許|同意)[^。]{0,12}(?:不得|"
    r"禁止|严禁|嚴禁|请勿|請勿)"
    r"|\bcreative[ -]commons\b.{0,60}\b(?:li[cz]en[czs]|lizenz)"
    r"|\b(?:li[cz]en[csz]|lizen[cz]).{0,40}\bcreative[ -]commons\b"
)
COMMONS: Final = re.compile(r"creative[ -]commons", re.I)
MARK: Final = re.compile(MARKS, re.I)
RESERVED: Final = re.compile(RIGHTS, re.I)
