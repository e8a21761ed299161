"""What publishers, tools and networks do to addresses, as tables: a new habit is a new row, not a branch.

Read by `urls` alone. A host that begins with a dot means "it, and all below"; google.TLD counts as
google.com. Every row makes an address shorter or moves it to a host that no other row moves on: that is why
mapping ends.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- parameters ------------------------------------------------------------------------------------

# Parameters that say where the reader came from and never which page it is.
TRACKING_PREFIXES = (
    *("utm_",),  # Google Analytics, and everybody since
    *("mtm_", "matomo_", "pk_", "piwik_"),  # Matomo
    *("at_", "xtor", "xtref", "xts"),  # AT Internet / Piano: BBC, France Télévisions, Le Monde
    *("ns_",),  # comScore: Daily Mail, Telegraph
    *("wt_mc", "wt_zmc", "wt."),  # Webtrekk, WebTrends: German publishers, Telegraph
    *("_hs", "hsa_", "hsctatracking"),  # HubSpot
    *("oly_", "vero_", "mkt_tok", "trk_"),  # Omeda, Vero, Marketo, LinkedIn
    *("guce_", "guccounter"),  # Yahoo's consent page
    *("sara_",),  # Der Spiegel
    *("__twitter_impression", "__source"),  # X, CNBC
)
TRACKING_NAMES = (
    # a click's own number: advertisers and social networks
    _words("fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id")
    # the same of mailers, Adobe and Google's linker
    | _words(
        "epik mc_cid mc_eid ml_subscriber ck_subscriber_id _openstat _branch_match_id _ga _gl s_kwcid s_cid"
    )
    # newspapers: NYT, Guardian, CNBC, Bloomberg, FT, Economist, Daily Mail, CNN
    | _words("smid smtyp smvar cmp cmpid srnd sref ftcamp fsrc ito eref iref")
    # newspapers: MSN, Yahoo, Fox, Sky, ESPN, Reuters, Welt, and Echobox, which posts for many
    | _words(
        "ocid ncid icid intcmp dcmp ex_cid feedtype feedname rpc taid soc_src soc_trk .tsrc wtrid echobox"
    )
    # X and Google AMP say what they embed
    | _words("ref_src ref_url")
    # sessions of old content systems
    | _words("jsessionid phpsessid aspsessionid")
)
# Parameters that name a page on some sites: they go only when the value says "feed" or names the site.
DOUBTFUL_NAMES = _words(
    """ref source src from via rss feed partner emc mod cid campaign campaign_id referrer referer origin
    medium channel platform traffic_source traffic_medium feature link_source link_medium cm_mmc"""
)
TRACKER_VALUES = _words(
    """atom feed feeds feedburner feedly xml newsletter email mail twitter tw facebook fb linkedin whatsapp
    telegram social share sharing flipboard smartnews applenews googlenews gnews oembed syndication"""
)
TWIN_PARAMETERS = frozenset({"amp", "amp=", "amp=1", "amp=true", "output=amp", "outputtype=amp"})
FRAGMENT_JUNK = ("comment", "respond", "disqus", "more-", ":~:")  # WordPress, Disqus, text fragments

# --- wrappers ----------------------------------------------------------------------------------------

# Wrappers that carry their target in a parameter: by host, path prefix and names in turn.
WRAPPERS = {
    ".google.com": (("/url", ("q", "url")), ("/news/url", ("url",))),  # Google Alerts, old Google News
    ".safelinks.protection.outlook.com": (("/", ("url",)),),
    ".facebook.com": (("/l.php", ("u",)),),
    "l.instagram.com": (("/", ("u",)),),
    "out.reddit.com": (("/", ("url",)),),
    ".youtube.com": (("/redirect", ("q",)),),
    "vk.com": (("/away.php", ("to",)),),
    "t.umblr.com": (("/redirect", ("z",)),),
    ".linkedin.com": (("/redir/", ("url",)),),
    ".bing.com": (("/news/apiclick.aspx", ("url",)),),
    "duckduckgo.com": (("/l/", ("uddg",)),),
    "go.redirectingat.com": (("/", ("url",)),),  # Skimlinks
    "go.skimresources.com": (("/", ("url",)),),
    "click.linksynergy.com": (("/", ("murl",)),),  # Rakuten
    "slack-redir.net": (("/link", ("url",)),),
    "disq.us": (("/url", ("url",)),),
    ".getpocket.com": (("/redirect", ("url",)),),
}
# Wrappers that carry it in the path: `rest` is the target; without a scheme it is https.
WRAPPED_PATHS = {
    ".cdn.ampproject.org": re.compile(r"/[acv]/(?:s/)?(?P<rest>[^/]+\..+)"),  # Google's AMP cache
    ".google.com": re.compile(r"/amp/(?:s/)?(?P<rest>[^/]+\..+)"),  # Google's AMP viewer
    "go.theregister.com": re.compile(r"/feed/(?P<rest>[^/]+\..+)"),
    ".rd.yahoo.com": re.compile(r"[^*]*\*(?P<rest>https?(?::|%3A).+)"),
    "r.search.yahoo.com": re.compile(r"[^=]*/RU=(?P<rest>https?%3A[^/]+)", re.IGNORECASE),
    "urldefense.com": re.compile(r"/v3/__(?P<rest>https?:[^*;]+?)__;"),  # a star is a character cut out
}

# --- twins -------------------------------------------------------------------------------------------

# Hosts whose paths are those of another host: publisher by publisher, since `m.` is often a site apart.
TWIN_HOSTS = {
    "amp.theguardian.com": "www.theguardian.com",
    "amp.france24.com": "www.france24.com",
    "amp.rfi.fr": "www.rfi.fr",
    "amp.dw.com": "www.dw.com",
    "m.dw.com": "www.dw.com",
    "amp.ft.com": "www.ft.com",
    "amp.economist.com": "www.economist.com",
    "amp.scmp.com": "www.scmp.com",
    "m.scmp.com": "www.scmp.com",
    "amp.smh.com.au": "www.smh.com.au",
    "amp.theage.com.au": "www.theage.com.au",
    "mobile.nytimes.com": "www.nytimes.com",
    "mobile.reuters.com": "www.reuters.com",
    "mobile.abc.net.au": "www.abc.net.au",
    "edition.cnn.com": "www.cnn.com",
    "m.spiegel.de": "www.spiegel.de",
    "m.faz.net": "www.faz.net",
    "m.welt.de": "www.welt.de",
    "m.bbc.co.uk": "www.bbc.co.uk",
    "m.bbc.com": "www.bbc.com",
    "m.yna.co.kr": "www.yna.co.kr",
    "m.youtube.com": "www.youtube.com",
    "mobile.twitter.com": "twitter.com",
}
# AMP pages beside the page: what stays of the path. The rows of "" hold for every host: WordPress and most
# systems hang "/amp" on an article's own path, told from a topic named "amp" by the slug before it.
TWIN_PATHS = {
    ".bbc.com": (re.compile(r"(?P<head>/(?:news|sport))/amp(?P<tail>/.+)"),),
    ".bbc.co.uk": (re.compile(r"(?P<head>/(?:news|sport))/amp(?P<tail>/.+)"),),
    "abcnews.go.com": (re.compile(r"(?P<head>)/amp(?P<tail>/.+)"),),
    ".aljazeera.com": (re.compile(r"(?P<head>)/amp(?P<tail>/.+)"),),
    ".reuters.com": (re.compile(r"(?P<head>/article)/amp(?P<tail>/.+)"),),
    ".dailymail.co.uk": (re.compile(r"(?P<head>/[^/]+/article-\d+)/amp(?P<tail>/.+)"),),
    "": (
        re.compile(r"(?P<head>.*/(?=[^/]*(?:\d|-[^/-]+-))[^/]+)/amp(?P<tail>/?)"),
        re.compile(r"(?P<head>.*/(?=[^/]*(?:\d|-[^/-]+-))[^/]+)\.amp(?P<tail>(?:\.html)?)"),
    ),
}

# --- outlets -----------------------------------------------------------------------------------------

# Domains of one outlet: the name to go by. Short links count, they name their publisher.
OUTLET_ALIASES = {
    "bbc.co.uk": "bbc.com",
    "bbci.co.uk": "bbc.com",
    "guardian.co.uk": "theguardian.com",
    "dw.de": "dw.com",
    "dailymail.com": "dailymail.co.uk",
    "huffingtonpost.com": "huffpost.com",
    "independent.co.uk": "the-independent.com",
    "thetimes.co.uk": "thetimes.com",
    "ap.org": "apnews.com",
    "news.cn": "xinhuanet.com",
    "francetvinfo.fr": "franceinfo.fr",
    "nyti.ms": "nytimes.com",
    "reut.rs": "reuters.com",
    "wapo.st": "washingtonpost.com",
}
# Pages and feeds that carry what others publish. google.TLD and yahoo.TLD count as the .com.
AGGREGATORS = _words(
    """google.com yahoo.com msn.com bing.com flipboard.com smartnews.com newsbreak.com apple.news feedly.com
    inoreader.com newsblur.com newsnow.co.uk ground.news headtopics.com biztoc.com upday.com dailyhunt.in
    getpocket.com reddit.com ycombinator.com lobste.rs digg.com techmeme.com memeorandum.com slashdot.org
    drudgereport.com moreover.com einnews.com naver.com daum.net toutiao.com ampproject.org"""
)
# Services that only carry a publisher's own feed: no outlet, and nothing aggregated either.
CARRIERS = _words(
    """feedburner.com feedproxy.google.com feeds.feedblitz.com feedblitz.com feedsportal.com pheedo.com
    rss.app fetchrss.com politepol.com rsshub.app feed43.com kill-the-newsletter.com follow.it"""
)
