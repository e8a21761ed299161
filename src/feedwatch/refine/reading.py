"""One entry read: cleaned, dated, identified and tagged, in two steps with its house's lines between them.

read      texts, notices and address of an entry, as they stand
item_of   the item, once it is known which lines are its house's, and its words are sketched
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from feedwatch import urls
from feedwatch.model import Dateline, Evidence, Item, Job, Sketch, Source, TextKind
from feedwatch.queries import Subject
from feedwatch.refine import dates, house, identity, language, markup, notices, passing, sketch
from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.characters import clean_line
from feedwatch.refine.dateline_days import read_day
from feedwatch.refine.entry import Entry, Parsed
from feedwatch.refine.tags import Tagger

RAW_LIMIT = 1_000_000  # bytes of an entry kept as sent; longer ones are kept without their raw form
FULL_WORDS = 120  # a text this long in a description is the article, not a teaser …
FULL_PARAGRAPHS = 3  # … as is half of it in several paragraphs, or in the element that is meant for it
EXCERPT_ENDS = ("…", "...", "[…]", "[...]")
# Members of a kept entry that say what reading it took from its document: lines that are its house's, and
# what the feed's title calls the outlet.
HOUSE, CALLED = "feedwatch_house", "feedwatch_called"


@dataclass(frozen=True, slots=True)
class Context:
    """What every entry of one document is read with."""

    source: Source
    parsed: Parsed
    tagger: Tagger
    day_first: bool | None  # what the document's dates prove about 01/02/2024
    shared_pages: frozenset[str]
    called: tuple[str, ...]  # what the feed's title may call its outlet
    keep_raw: bool

    @classmethod
    def of(cls, job: Job, parsed: Parsed, tagger: Tagger) -> "Context":
        return cls(
            source=job.source,
            parsed=parsed,
            tagger=tagger,
            day_first=dates.day_order(raw for entry in parsed.entries for _, raw in entry.dates),
            shared_pages=identity.shared_pages(parsed.entries),
            called=markup.called(clean_line(parsed.title)),
            keep_raw=job.keep_raw,
        )

    @property
    def outlet(self) -> str:
        """Whose feed it is."""
        site = self.parsed.site or self.source.base
        return urls.outlet_of(
            configured=self.source.outlet, source_name="", source_url="", url="", site=site
        )[0]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry whose texts are read, before it is known which lines are its house's."""

    entry: Entry
    key: int
    raw_print: int
    url: str
    outlet: str
    aggregator: bool
    title: str
    called: tuple[str, ...]  # the names of which one was taken off the title
    short: tuple[str, ...]  # paragraphs of the summary
    body: markup.Reading
    credits: notices.Credits


def read(entry: Entry, key: int, raw_print: int, context: Context) -> Draft:
    """An entry's texts, notices and address as they stand; `key` and `raw_print` are what it is known by."""
    source, parsed = context.source, context.parsed
    url = urls.canonical_url(entry.link)
    outlet, aggregator = urls.outlet_of(
        configured=source.outlet,
        source_name=entry.source_name,
        source_url=entry.source_url,
        url=url,
        site=parsed.site or source.base,
    )
    publisher = entry.source_name or outlet
    whole = markup.plain(entry.title.text, markup=entry.title.markup, outlet=publisher)
    title = markup.without_outlet(whole, *context.called)
    called = context.called if title != whole else ()
    body, summary = _bodies(entry)
    credits = notices.read_article(
        trim_boilerplate(body.without_outlet(publisher)),
        elements=(*entry.rights, *parsed.rights),
        authors=entry.authors,
        source=entry.source_name,
        outlet=outlet,
    )
    short = notices.read_article(trim_boilerplate(summary.without_outlet(publisher))).paragraphs
    return Draft(entry, key, raw_print, url, outlet, aggregator, title, called, short, body, credits)


@dataclass(frozen=True, slots=True)
class Bare:
    """A draft without its house's lines."""

    draft: Draft
    paragraphs: Sequence[str]
    taken: Sequence[str]  # lines that were taken out
    said: str  # what lasts of the text, house lines in it: it must not depend on what memory holds
    own: str  # what lasts of the text without them


def without_house(draft: Draft, lines: house.House) -> Bare:
    """A draft without the lines that are its house's."""
    before = draft.credits.paragraphs
    paragraphs = house.removed(lines, before)
    said = _joined(passing.lasting(before))
    own = said if paragraphs == before else _joined(passing.lasting(paragraphs))
    taken = [line for line, stays in zip(before, paragraphs, strict=True) if line and not stays]
    return Bare(draft, paragraphs, taken, said, own)


def item_of(bare: Bare, sketched: Sketch | None, context: Context) -> Item:
    """The item that a draft is; without its sketch (`sketched`) it is sketched by itself."""
    draft, paragraphs = bare.draft, bare.paragraphs
    entry, credits, title = draft.entry, draft.credits, draft.title
    source, parsed = context.source, context.parsed
    text, short = _joined(paragraphs), _joined(draft.short)
    said = identity.encoded(bare.said)
    sketched = sketched or sketch.sketch_of(title, bare.own)
    published, updated = dates.choose(
        entry.dates, timezone=source.timezone, day_first=context.day_first, url=entry.link
    )
    item = Item(
        key=draft.key,
        raw_print=draft.raw_print,
        url=draft.url,
        url_published=entry.link,
        url_key=0 if identity.page_of(entry.link) in context.shared_pages else urls.url_key(draft.url),
        words_key=identity.words_key(identity.encoded(title), said),
        said=identity.said(
            identity.encoded(passing.lasting_line(title)),
            identity.encoded(_joined(passing.lasting(draft.short))),
            said,
            credits.notices,
        ),
        title=title,
        text=text,
        outlet=draft.outlet,
        aggregator=draft.aggregator,
        summary=short,
        html=_html(draft.body, entry.base),
        text_kind=_text_kind(text, sketched.words, bool(entry.content.text)),
        language=language.language_of(
            entry.language or parsed.language or source.language, title, text or short
        ),
        authors=entry.authors,
        categories=entry.categories,
        enclosures=entry.enclosures,
        published=published,
        updated=updated,
        notices=credits.notices,
        copyright=credits.copyright,
        holders=credits.holders,
        years=credits.years,
        agency=credits.agency,
        agency_from=credits.agency_from,
        dateline=_dated(credits.dateline),
        sketch=sketched,
        raw=_kept(entry.raw, {HOUSE: bare.taken, CALLED: draft.called}) if context.keep_raw else b"",
        method=identity.METHOD,
    )
    return replace(item, tags=tags_of(item, source, context.tagger))


def tags_of(item: Item, source: Source, tagger: Tagger) -> tuple[Evidence, ...]:
    """What an item's words, its feed and the rules' queries earn it."""

    def subject(tags: tuple[str, ...]) -> Subject:
        return Subject(
            title=item.title,
            summary=item.summary,
            text=item.text,
            tags=tags,
            feeds=(source.name,),
            outlet=item.outlet,
            agency=item.agency,
            language=item.language,
            url=item.url,
            authors=item.authors,
            kind=item.text_kind,
            when=item.published.instant if item.published else None,
        )

    return tagger.tags(
        title=item.title,
        summary=item.summary,
        text=item.text,
        feed_tags=source.tags,
        subject_of=subject,
    )


def _dated(dateline: Dateline | None) -> Dateline | None:
    return replace(dateline, on=read_day(dateline.day)) if dateline and dateline.day else dateline


def _kept(raw: bytes, taken: Mapping[str, Sequence[str]]) -> bytes:
    """An entry as sent, compressed, with what reading it took from its document."""
    if len(raw) > RAW_LIMIT:
        return b""
    if not any(taken.values()):
        return zlib.compress(raw)
    members = json.loads(raw) | {name: said for name, said in taken.items() if said}
    return zlib.compress(json.dumps(members, separators=(",", ":"), sort_keys=True).encode())


def _bodies(entry: Entry) -> tuple[markup.Reading, markup.Reading]:
    """The article and, apart from it, its summary: told apart by what they hold, not by the element."""
    longer, shorter = entry.content, entry.summary
    if len(longer.text) < len(shorter.text):
        longer, shorter = shorter, longer
    body = markup.read(longer.text, markup=longer.markup)
    summary = markup.read(shorter.text, markup=shorter.markup)
    if not shorter.text or _plain(body).startswith(_plain(summary).rstrip("….[] ")):
        return body, markup.read("", markup=False)
    return body, summary


def _plain(reading: markup.Reading) -> str:
    return reading.text if reading.markup else reading.published.strip()


def _html(reading: markup.Reading, base: str) -> str:
    return markup.safe_html(reading.published, base, reading.scanned) if reading.markup else ""


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _text_kind(text: str, words: int, has_content: bool) -> TextKind:
    if not text:
        return "title"
    if text.endswith(EXCERPT_ENDS):
        return "excerpt"
    whole = has_content or text.count("\n\n") + 1 >= FULL_PARAGRAPHS
    return "full" if words >= (FULL_WORDS // 2 if whole else FULL_WORDS) else "excerpt"
