from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.judge import stories
from feedwatch.judge.groups import MOST, SAME_OUTLET, Groups
from feedwatch.judge.likeness import dispatch_of
from feedwatch.model import HEADLINE, Facts, Group, Item, Known, Sketch
from feedwatch.prints import DAY, NAME, NUMBER, QUOTED, REPORTS, WORD_BITS, Printed, pack, unpack
from feedwatch.refine.sketch import KEPT_WORDS, sketch_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
A_MINUTE_OF_ITS_OWN = 0.05  # hours after noon

TITLE = "Harbour strike halts grain ships at three ports"
LEAD = (
    "Dock workers at three northern ports stopped loading grain on Wednesday after talks over night pay "
    "broke down, leaving 41 ships at anchor and traders warning of late deliveries across the region."
)
BODY = (
    "The union said its members would not return before the company put a written offer on the table. "
    "Marta Okonjo, who leads the union, said the last offer was an insult to those who work in winter. "
    "The company called the walkout unlawful and said it had asked a court in Veldhaven to end it. "
    "Grain prices rose 2.4 percent, the most since October, and insurers raised the cost of cover there."
)
FULL = f"{LEAD}\n\n{BODY}"
OWN_REPORT = (
    "Grain exports from the north came to a standstill as port crews downed tools in a dispute on shifts. "
    "Forty-one vessels are waiting, according to the harbour master, and a judge may decide the matter soon."
)


def article(title=TITLE, text=FULL, *, outlet="first.example", hours=0.0, id=1, story=1, url="", agency=None):
    sketch = sketch_of(title, text)
    return Known(
        id=id, story=story, outlet=outlet, owner_feed=1, url=url, words_key=0, said=0, method=1, title=title,
        words=sketch.words, text_kind="full", agency=agency, published=NOON + timedelta(hours=hours),
        updated=None, first_seen=NOON, sketch=sketch,
    )  # fmt: skip


def item(title=TITLE, text=FULL, *, outlet="second.example", url="", url_key=0):
    return Item(
        key=1, raw_print=1, url=url, url_published=url, url_key=url_key, words_key=0, said=0, title=title,
        text=text, outlet=outlet, sketch=sketch_of(title, text),
    )  # fmt: skip


def match(a, b):
    return stories.same_dispatch(dispatch_of(a, now=NOON), dispatch_of(b, now=NOON))


def other(title=TITLE, text=FULL, **given):
    return article(title, text, **{"outlet": "second.example", "id": 2, "hours": 1.5} | given)


def again(title=TITLE, text=FULL, **given):
    """Another article of the first outlet."""
    return other(title, text, outlet="first.example", **given)


RETITLED = "Dockers down tools as pay talks fail"
CAPTIONS = (
    "A crane stands idle over the quay while gulls rest on its arm. Photograph by our staff. Two men in "
    "orange jackets look at the empty rails behind the silo. Nobody expects a train before next week, and "
    "the canteen has been closed since the morning shift went home."
)
COPIES = {
    "republished whole": other(),
    "retitled": other(RETITLED),
    "trimmed to its lead": other(text=LEAD),
    "cut in the middle of a word": other(RETITLED, LEAD[:130] + " ..."),
    "trimmed and retitled": other("Walkout at the docks", LEAD),
    "another first paragraph": other(RETITLED, f"Ships wait and bakers worry about a dispute.\n\n{FULL}"),
    "boilerplate around": other(RETITLED, f"Four free articles left.\n\n{FULL}\n\nSign up for our letter."),
    "lightly edited": other(RETITLED, FULL.replace("stopped", "quit").replace("an insult", "insulting")),
    "headline only": other(text=""),
    "headline only, as an aggregator sends it": other(text=f"{TITLE} First Example"),
    "headline of the outlet itself, edited, as an aggregator names it": other(
        "Harbour strike halts ships at three northern ports", "", outlet="First"
    ),
    "another excerpt under one title": other(text="Insurers now ask a fifth more for cover on the route."),
    "said to be another's news, and carried whole": other(f"{TITLE}, Harbour Post reports"),
    "updated by the same outlet": again("Grain ships wait as strike spreads", f"{FULL} A fourth joined."),
    "flash of the same outlet": again("Harbour strike halts grain ships at three northern ports", ""),
    "retitled behind captions and a summary": other(RETITLED, f"{CAPTIONS} {FULL}"),
    "one title within the hour, the day of something else": other(
        text="On Thursday the company had asked for talks.", hours=0.5
    ),
}  # fmt: skip


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_one_dispatch(copy):
    assert match(article(), copy)


BOILERPLATE = (
    "Thank you for reading us. Independent journalism needs readers who pay for it, and we are grateful "
    "for each of you. Subscribe today to get every edition on your phone, and the magazine, for one price."
)
ALERT = "Shelters in the city and county are open tonight because of the cold, and buses to them are free."
GALLERY = "The finest photographs of the wire agencies, chosen every evening by our editors."
SERIES = "The day as our artists see it, drawn for the weekend edition."
HOGS = "Hog prices opened {} dollars higher at {} with {} head, private sources said."
RATE = "{} said it has raised its prime rate to 7 percent from 6, effective at once."
RETOLD = (
    "Dock workers at three northern ports stopped loading grain after talks over night pay broke down, the "
    "Harbour Post reported, leaving 41 ships at anchor, and traders expect that deliveries will be late."
)
OTHERS = {
    "two reports of one event": (article(), other("Northern grain exports stop", OWN_REPORT)),
    "the same words days later": (article(), other(hours=100)),
    "another day of the week": (article(text=LEAD), other(text=LEAD.replace("Wednesday", "Friday"))),
    "another day in another language": (
        article(text=f"am Mittwoch {LEAD}".replace("Wednesday", "")),
        other(text=f"vendredi {LEAD}".replace("Wednesday", "")),
    ),
    "series with the date in the title": (
        article("Best of our cartoons, June 5", SERIES),
        again("Best of our cartoons, June 6", SERIES),
    ),
    "boilerplate only": (
        article("Mayor opens the new library", BOILERPLATE),
        again("Storm closes the coast road", BOILERPLATE),
    ),
    "daily alert of one outlet": (
        article("Cold alert for Tuesday night in the county", ALERT),
        again("Cold alert for Thursday night in the county", ALERT, hours=48),
    ),
    "market report with other numbers": (
        article("Hogs open higher", HOGS.format(1.50, 51.25, 3100)),
        again("Hogs open higher", HOGS.format(0.75, 52.05, 2800)),
    ),
    "template with other names": (
        article("Meridian Bank raises prime rate", RATE.format("Meridian Trust Holding")),
        again("Carolina Bank raises prime rate", RATE.format("Carolina Federal Savings")),
    ),
    "two reports that share a quotation": (
        article("Union leader angry", f'"{BODY.partition(". ")[0]}," Ms Okonjo told us.'),
        other("Port talks break down", f"“{BODY.partition('. ')[0]},” the head of the union said."),
    ),
    "digest that quotes the statement": (
        article("Union answers", BODY.partition(". ")[0]),
        other("What we know at nightfall", f"{BOILERPLATE} {OWN_REPORT} {BODY} {OWN_REPORT}"),
    ),
    "another's news in other words": (
        article(text=LEAD),
other(f"{TITLE}, Harbour Post reports", RETOLD),
    ),
    "headline of a report on another's news": (article(), other(f"{TITLE}, Harbour Post reports", "")),
    "headline in other words": (article(), other("Harbour strike halts ships at three northern ports", "")),
    "a notice, word for word, the next day": (
        article("The best pictures of the day", GALLERY),
        again("The best pictures of the day", GALLERY, hours=24),
    ),
    "tomorrow's briefing": (
        article("Morning briefing: what happened", "Ships wait."),
        again("Morning briefing: what happened", f"{OWN_REPORT}", hours=24),
    ),
    "two digests of the same news": (
        article("Ports close, grain soars, court sits, union votes today", ""),
        again("Union votes, grain soars, today court sits, ports close", ""),
    ),
    "two long texts that begin with one statement": (
        article(),
        other("Harbour strike halts trains at three docks", f"{LEAD} {OWN_REPORT} {CAPTIONS}"),
    ),
    "two reports of one minute": (
        article("Northern ports at a standstill", OWN_REPORT, hours=A_MINUTE_OF_ITS_OWN),
        other(text=LEAD, hours=A_MINUTE_OF_ITS_OWN),
    ),
    "two podcasts": (
        article("Tariffs fade, bonds surge, and more", "Source: Radio, 5:59"),
        again("Tariffs fade, trial begins, and more", "Source: Radio, 5:43"),
    ),
    "short headline": (article("Live updates", ""), other("Live updates", "")),
    "nothing at all": (article("", ""), other("", "")),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), OTHERS.values(), ids=OTHERS.keys())
def test_not_one_dispatch(a, b):
    assert match(a, b) is None


LONG = "Harbour strike halts grain ships and coal trains at three ports"
ELSE = "Insurers now ask a fifth more for cover on the route."
TITLES = {
    "labelled by the desk": f"Analysis: {LONG}",
    "with a source behind it": f"{LONG}, sources say",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("text", ["", ELSE], ids=["headline", "another excerpt"])
def test_a_long_title_is_known_whole_within_another(title, text):
    assert match(article(LONG), other(title, text))
    assert match(article(LONG), other(title, text, hours=48)) is None


def test_of_a_long_title_a_word_may_be_another_where_some_of_the_text_is_the_same():
    title = LONG.replace("coal", "ore")
    assert match(article(LONG), other(title, f"{LEAD[:120]} {ELSE}"))
    assert match(article(LONG), other(title, ELSE)) is None


REWRITTEN = (
    "Dock workers at three northern ports stopped loading grain on Wednesday after talks over night pay "
    "broke down, and the company went to court. "
    "Marta Okonjo, who leads the union, said nobody would return this week, whatever a judge in the capital "
    "has to say about it, while the first of the ships left for the south."
)


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (A_MINUTE_OF_ITS_OWN, A_MINUTE_OF_ITS_OWN, True),
        (A_MINUTE_OF_ITS_OWN, 0.2, False),
        (0.0, 0.0, False),
        (0.25, 0.25, False),
    ],
    ids=["one minute", "minutes apart", "at noon", "at a quarter past"],
)
def test_what_takes_over_the_minute_of_a_dispatch_needs_less(a, b, wanted):
    """A text that is rewritten, an aggregator's entry, and the other feed of an outlet."""
    flash = other("Grain ships wait: strike halts three ports", "", outlet="First", hours=b)
    pairs = [
        (article(hours=a), other("Company takes dockers to court", REWRITTEN, hours=b)),
        (article("Northern ports close as strike halts grain ships", hours=a), flash),
        (article(LONG, hours=a), again(LONG, ELSE, hours=b)),
    ]
    assert [match(*pair) is not None for pair in pairs] == [wanted] * 3


def test_a_day_without_an_hour_is_no_minute():
    """Everything that an undated feed brings was seen at one time, too."""
    undated = (replace(one, published=None) for one in (article(LONG), again(LONG, ELSE)))
    assert match(*undated) is None


def test_a_match_says_why():
    found = match(article(agency="AFP"), other("Dockers down tools", LEAD, agency="AFP"))
    assert found.reason == "the same text: 100% of the shorter, 100% of the leads, 90 minutes apart"
    assert found.evidence == {
        "contained": 1.0, "lead": 1.0, "title": 0.0, "numbers_missing": 0.0, "names_missing": 0.0,
        "minutes": 90, "agency": "AFP",
    }  # fmt: skip


def test_one_address_is_one_dispatch_whatever_it_says():
    url = "https://first.example/live"
    assert (
        match(article(url=url), other("Else", "Something else.", url=url)).reason
        == "one address, 90 minutes apart"
    )


def test_an_unknown_outlet_is_no_outlet_in_common():
    assert match(article(text=LEAD, outlet=""), other("Walkout at the docks", LEAD, outlet=""))


def joined(article, *candidates):
    """The articles that a new article is linked to, given the candidates and their stories."""
    groups = {}
    for known in candidates:
        group = groups.get(known.story, Group(0))
        outlets = Counter(group.outlets) + Counter([known.outlet])
        groups[known.story] = Group(group.articles + 1, group.texts + (known.words >= HEADLINE), outlets)
    return [link.twin for link in Groups(Facts(groups=groups)).links(article, candidates)]


def draft(title=TITLE, text=FULL, **given):
    return other(title, text, **{"id": -1, "story": -1} | given)


def test_the_likest_candidate_is_linked_and_of_equals_the_earliest():
    candidates = [article(id=id, text=text) for id, text in ((7, LEAD), (5, FULL), (4, FULL))]
    assert joined(draft(), *candidates, article("Else", "Something else.", id=1, story=9)) == [4]


def test_nothing_is_linked_to_nothing_alike():
    assert joined(draft(), article("Else", "Something else entirely.")) == []


def test_a_text_brings_the_stories_of_its_copies_together():
    assert joined(draft(), article(id=1, story=1), article(id=2, story=2, text=LEAD)) == [1, 2]


def test_a_headline_joins_one_story_and_is_no_bridge():
    texts = article(id=1, story=1), article(id=2, story=2, outlet="third.example")
    assert joined(draft(text=""), *texts) == [1]


def test_a_headline_brings_no_text_into_a_story_that_has_another_text():
    headline = article(text="", id=1, story=1, outlet="second.example")
    report = article(text=FULL, id=2, story=1, outlet="second.example")
    video = draft(text=f"Our correspondent looks at what the walkout means for bread prices. {OWN_REPORT}")
    assert joined(video, headline) == [1]
    assert joined(video, headline, report) == []


def test_what_one_outlet_repeats_without_end_is_a_template_and_no_story():
    mine = [article(id=id, story=id, outlet="second.example") for id in range(1, SAME_OUTLET + 1)]
    assert joined(draft(), *mine) == []
    assert joined(draft(), *mine[1:]) != []


def test_a_story_takes_no_more_than_its_bound():
    groups = Facts(groups={1: Group(MOST, MOST, {"first.example": 1})})
    assert Groups(groups).links(draft(), [article()]) == ()


def test_stories_that_the_user_has_parted_are_not_brought_together():
    facts = Facts(groups={1: Group(), 2: Group()}, parted=frozenset([(2, 1)]))
    links = Groups(facts).links(draft(), [article(id=1, story=1), article(id=2, story=2)])
    assert [link.twin for link in links] == [1]


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (TITLE, "Rewritten from the ground up.", True),
        ("New title", LEAD, True),
        ("Storm closes the coast road", OWN_REPORT, False),
    ],
)
def test_alike_tells_an_edit_from_another_article(title, text, wanted):
    assert stories.alike(item(title, text), article()) is wanted


WORDS = st.lists(st.sampled_from([*FULL.split(), *OWN_REPORT.split(), "Friday", "17"]), max_size=60).map(
    " ".join
)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(WORDS, WORDS, WORDS, WORDS, st.integers(-90, 90), st.booleans())
def test_the_order_of_two_articles_does_not_matter(title, text, title2, text2, hours, same_outlet):
    a, b = (
        article(title, text),
        (again if same_outlet else other)(title2, text2, hours=hours),
    )
    there, back = match(a, b), match(b, a)
    assert (there and there.reason) == (back and back.reason)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(WORDS, WORDS, WORDS, WORDS, st.booleans(), st.booleans())
def test_what_a_glance_rules_out_is_no_copy(title, text, title2, text2, same_outlet, one_minute):
    a = article(title, text, hours=A_MINUTE_OF_ITS_OWN)
    b = (again if same_outlet else other)(title2, text2, hours=A_MINUTE_OF_ITS_OWN if one_minute else 1.5)
    assert bool(stories.matches(a, [b], stories.Taken())) == bool(match(a, b))


# --- sketches and prints ------------------------------------------------------------------------------


def test_a_sketch_has_at_most_sixteen_keys_and_the_number_of_words():
    sketch = sketch_of(TITLE, FULL)
    assert (len(sketch.keys), sketch.words) == (15, 104)  # eight of the text, seven pairs of the title
    assert all(-(2**63) <= key < 2**63 for key in sketch.keys)


def test_a_copy_with_another_title_shares_keys():
    assert set(sketch_of("Else", FULL).keys) & set(sketch_of(TITLE, FULL).keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. and the U.N.", "the us and the UN"),
        ("Iran's 40,000 men", "Iran 40000 men"),
        ("1,000 km away", "1000km away"),
        ("O’Neill said", "O'Neill said"),
        ("a-b c/d", "a b c d"),
        ("Ελλάδα ΚΑΙ Россия", "ΕΛΛΆΔΑ και россия"),
        ("会谈，结束", "会谈 结束"),
        ("El Niño à São Paulo", "el nino a sao paulo"),
    ],
)
def test_words_are_the_same_however_they_are_written(one, other):
    assert sketch_of("", one).keys == sketch_of("", other).keys


def test_the_words_that_name_whose_news_it_is_have_the_prints_that_are_looked_for():
    assert {int(p & WORD_BITS) for p in unpack(sketch_of("Reports, report", "").features).title} == REPORTS


def kinds(text):
    marked = unpack(sketch_of("", text).features).text
    return [
        {0: "word", int(NUMBER): "number", int(NAME): "name", int(DAY): "day"}[int(p & DAY)] for p in marked
    ]


def test_prints_tell_numbers_names_and_days():
    assert kinds("Later the Prime Minister met 40 men on Monday") == [
        "word", "word", "name", "name", "word", "number", "word", "word", "day"
    ]  # fmt: skip


def test_prints_tell_what_is_quoted():
    prints = unpack(sketch_of("", 'He said: "We will not go", and left «rain today» "open').features).text
    assert [bool(p & QUOTED) for p in prints] == [False] * 2 + [True] * 4 + [False] * 2 + [True] * 2 + [False]


def test_a_day_has_one_print_in_every_language():
    days = [
        unpack(sketch_of("", day).features).text.tolist()
        for day in ("Friday", "freitag", "vendredi", "الجمعة")
    ]
    assert days == [[int(DAY) | 4]] * 4


@pytest.mark.parametrize("text", ["", TITLE, f"{TITLE} First Example"])
def test_a_text_that_repeats_the_title_is_no_text(text):
    assert sketch_of(TITLE, text) == Sketch(0, sketch_of(TITLE, "").keys, sketch_of(TITLE, "").features)


def test_features_hold_the_first_words_only():
    sketch = sketch_of("", "word other " * 2000)
    assert (sketch.words, len(unpack(sketch.features).text)) == (2910, KEPT_WORDS)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "a'" * 500_000, "é.é," * 250_000, "会" * 1_000_000, "\0" * 1_000_000]
)
def test_long_and_strange_texts_are_bounded(text):
    assert len(sketch_of(text, text).features) <= 2 * (KEPT_WORDS + 255) + 1


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_has_a_sketch_and_any_sketch_reads_back(title, text):
    sketch = sketch_of(title, text)
    printed = unpack(sketch.features)
    assert pack(printed) == sketch.features
    assert len(printed.text) == min(sketch.words, KEPT_WORDS)
    assert len(sketch.keys) <= 16
    assert sketch_of(title, text) == sketch


@pytest.mark.parametrize("features", [b"", b"\x05", b"\x05\x01", b"\x00\x01\x02\x03"])
def test_broken_features_are_few_words(features):
    printed = unpack(features)
    assert len(printed.title) + len(printed.text) == max(len(features) - 1, 0) // 2
    assert isinstance(printed, Printed)
