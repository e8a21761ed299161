"""What HTML's elements, links and pictures mean for a reader: tables for `text` and `safe`."""

import re
from collections.abc import Mapping

# Marks in collected text, before it becomes paragraphs. Cleaning and splitting let none of them through.
PARAGRAPH, BREAK, CELL, ITEM = "\x1e", "\x1f", "\x1d", "\x1c"
SOFT, ITEM_END = "\x1a", "\x19"  # a new line without a gap; the end of an item


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Element → the mark before it and after it.
PARTS: dict[str, tuple[str, str]] = dict.fromkeys(
    _words(
        """
        address article aside blockquote caption center dd details dialog dir div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol p
        pre section summary table ul
        """
    ),
    (PARAGRAPH, PARAGRAPH),
) | {
    "li": (SOFT + ITEM, ITEM_END),
    "tr": (SOFT, SOFT),
    "td": ("", CELL),
    "th": ("", CELL),
    "br": (BREAK, ""),
}
INLINE = ("", "")
# Elements whose text is no part of what is read.
SILENT = _words(
    """
    script style template noscript iframe object embed applet svg math head title textarea select
    option button canvas noembed noframes xmp plaintext audio video
    """
)
# Elements that hold nothing, or are closed by whatever follows: they do not make a document deep.
SHALLOW = _words(
    "p li dt dd tr td th option br hr img wbr input meta link area base col source track embed param"
)

# Elements and attributes that may be shown.
ALLOWED = _words(
    """
    a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col
    colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i
    img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary
    sup table tbody td tfoot th thead time tr tt u ul var wbr
    """
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "lang"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "img": {"src", "alt", "title", "width", "height"},
    "ins": {"cite", "datetime"},
    "ol": {"start", "reversed"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
ADDRESSES = _words("href src cite")  # attributes that hold an address

# Share buttons, by the address they call. An address without one of the hints is none: `in` is ten times
# faster than the pattern.
SHARE_HINTS = tuple(
    _words(
        """
        shar intent submit pin/create mailto: ~ff/ wa.me whatsapp addtoany addthis bookmarklet getpocket
        instapaper feeds.wordpress hatena line.me buffer mix.com connect.ok.ru fb-messenger viber
        """
    )
)
SHARE_LINK = re.compile(
    r"""(?:https?:)?//(?:[\w\-]{1,30}\.){0,3}?(?:
        facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed))
      | (?:twitter|x)\.com/(?:intent|share|home\?status)
      | linkedin\.com/(?:sharing|sharearticle|cws/share) | pinterest\.[a-z.]{2,6}/pin/create | mix\.com/add
      | reddit\.com/submit | (?:api|web)\.whatsapp\.com/send | wa\.me/\?text | (?:t|telegram)\.me/share
      | tumblr\.com/(?:share|widgets/share) | (?:vk\.com|vkontakte\.ru)/share | connect\.ok\.ru/
      | getpocket\.com/(?:save|edit) | news\.ycombinator\.com/submitlink | line\.me/(?:r/msg|lineit)
      | flipboard\.com/bookmarklet | share\.flipboard\.com | digg\.com/submit | stumbleupon\.com/submit
      | addtoany\.com/ | addthis\.com/ | sharethis\.com/ | instapaper\.com/hello | buffer(?:app)?\.com/add
      | service\.weibo\.com/share | b\.hatena\.ne\.jp/(?:add|entry) | threads\.net/intent | bsky\.app/intent
      | feeds\.wordpress\.com/[\d.]{1,8}/go | feeds\.feedburner\.com/~ff/
    ) | mailto:[^@]{0,200}[?&](?:subject|body)= | whatsapp://send | fb-messenger://share | viber://forward""",
    re.IGNORECASE | re.VERBOSE,
)

# Signs in `class` or `style` that an element is hidden, or a bar of share buttons or feed service links.
HIDDEN_HINTS = tuple(
    _words(
        """
        display visibility hidden feedflare sharedaddy addtoany addthis sharethis share- sharebutton social-
        sd-sharing jp-relatedposts screen-reader-text
        """
    )
)
HIDDEN = re.compile(
    r"""display\s{0,4}:\s{0,4}none | visibility\s{0,4}:\s{0,4}hidden | \bscreen-reader-text\b
  | \bvisually-hidden\b
      | \bfeedflare\b | \bsharedaddy\b | \baddtoany | \baddthis | \bsharethis
      | \bshare-?(?:buttons?|bar|links)\b
      | \bsocial-(?:shar\w{1,8}|links|buttons|icons)\b | \bsd-sharing | \bjp-relatedposts\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Pictures that only count readers, by their address.
BEACON = re.compile(
    r"""(?:https?:)?//(?:
        (?:[\w\-]{1,60}\.){0,4}?(?:
            doubleclick\.net | scorecardresearch\.com | quantserve\.com | google-analytics\.com
          | feedsportal\.com
          | pheedo\.com | chartbeat\.net | imrworldwide\.com | statcounter\.com | ivwbox\.de | ioam\.de
          | vgwort\.de
          | buysellads\.com )/
      | (?:pixel|beacon|counter|tracking|tracker|stats)\.[\w.\-]{1,80}/
      | feeds\.feedburner\.com/~(?:r|a|ff)/ | feedproxy\.google\.com/~(?:r|a|ff)/ | feeds\.[\w.\-]{1,60}/~r/
      | feeds\.wordpress\.com/[\d.]{1,8}/ | medium\.com/_/stat | api\.follow\.it/track )""",
    re.IGNORECASE | re.VERBOSE,
)
TINY = frozenset({"0", "1", "0px", "1px"})  # width or height of a picture that is not for seeing
ADDRESS_READ = 300  # characters of an address or a class that are looked at

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|<!\[CDATA\[")
# Elements that prove HTML when they are closed; a bare `<br>` or `<img …>` is enough.
SURE_TAG = re.compile(
    r"""<(?:(a|abbr|b|big|blockquote|center|cite|code|del|div|em|figure|font|h[1-6]|i|ins|kbd|li|ol|p|q|s|small|span
      | strike|strong|sub|sup|table|tt|u|ul)(?:\s[^<>]{0,2000})?
      | (?:br|hr|wbr)\s{0,9}/? | img\s[^<>]{0,2000})>""",
    re.IGNORECASE | re.VERBOSE,
)
CODE = re.compile(
    r"<(?:code|pre|kbd|samp|tt)\b", re.IGNORECASE
)  # what is written about markup stays as written


def is_share_link(address: str | None) -> bool:
    """Whether a link is a share button, by the address it calls."""
    start = (address or "")[:ADDRESS_READ]
    return any(hint in start for hint in SHARE_HINTS) and SHARE_LINK.match(start) is not None


def is_pixel(image: Mapping[str, str | None]) -> bool:
    """Whether a picture, by its attributes, only counts readers."""
    if (image.get("width") or "").strip() in TINY or (image.get("height") or "").strip() in TINY:
        return True
    return BEACON.match((image.get("src") or "").strip()[:ADDRESS_READ]) is not None


def sign_of(alt: str | None) -> str:
    """The emoji that a picture stands for, by its alternative text; "" for any other picture."""
    return alt if alt and len(alt) <= 8 and not alt.isascii() and not any(map(str.isalnum, alt)) else ""
