"""READ FIRST: one document in, its new items out.

    parse → skip what memory knows → read and clean → take house lines out → identify → sketch → tag

Runs in a worker without database, clock or network; the same document and memory give the same answer.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from feedwatch import urls
from feedwatch.model import Dateline, Evidence, Failed, Item, Job, Problem, Refined, Sketch, Source, TextKind
from feedwatch.queries import Subject
from feedwatch.refine import dates, house, identity, language, markup, memory, notices, parse, passing, sketch
from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.characters import clean_line
from feedwatch.refine.dateline_days import read_day
from feedwatch.refine.entry import Entry, Parsed
from feedwatch.refine.tags import Tagger

RAW_LIMIT = 1_000_000  # bytes of an entry kept as sent; longer ones are kept without their raw form
FULL_WORDS = 120  # a text this long in a description is the article, not a teaser …
FULL_PARAGRAPHS = 3  # … as is half of it in several paragraphs, or in the element that is meant for it
EXCERPT_ENDS = ("…", "...", "[…]", "[...]")
Rights = Sequence[tuple[str, str]]  # (element, text)
UNREAD = 0  # a fingerprint that no entry has
# Members of a kept entry that say what reading it took from its document: lines that are its house's, and
# what the feed's title calls the outlet.
HOUSE, CALLED = "feedwatch_house", "feedwatch_called"
Made = TypeVar("Made")


def refine(job: Job, tagger: Tagger) -> Refined | Failed:
    """Reads a feed's document; Failed when it is no feed, or has lost all its items."""
    parsed = parse.read(job.body, content_type=job.content_type, url=job.url, limit=job.items_limit)
    if isinstance(parsed, Failed):
        return parsed
    parsed = parse.without_empty(parsed)
    known = memory.from_bytes(job.memory)
    if not parsed.entries and known.window:
        line = f"the document has no items; the one before had {len(known.window)}"
        return Failed("refine", "no-items", line, bytes=len(job.body))
    context = _Context.of(job, parsed, tagger)
    window: dict[int, int] = {}
    drafts: list[_Draft] = []
    problems = [*parsed.problems, *_bad_ids(parsed.entries)]
    for entry, key in zip(parsed.entries, identity.item_keys(parsed.entries), strict=True):
        if key in window:  # sent twice in one document: the first is the newer one
            continue
        raw_print = identity.raw_print(entry)
        window[key] = raw_print
        if not known.knows(key, raw_print):
            drafts += _tried(partial(_read, entry, key, raw_print, context), problems)
    lines = _house_lines(drafts, known, context.outlet)
    bare = [one for draft in drafts for one in _tried(partial(_without_house, draft, lines), problems)]
    texts = [(one.draft.title, one.own) for one in bare]
    together = _tried(partial(sketch.sketches, texts), [])  # none, if there is one that spoils it
    sketches = together[0] if together else [None] * len(bare)
    items = [
        item
        for one, sketched in zip(bare, sketches, strict=True)
        for item in _tried(partial(_item, one, sketched, context), problems)
    ]
    unread = {key for key, raw in window.items() if not known.knows(key, raw)} - {item.key for item in items}
    window |= dict.fromkeys(unread, UNREAD)  # met again at the next poll, perhaps by better code
    whole = all(problem.code != "truncated" for problem in problems)
    return Refined(
        items=tuple(items),
        departed=tuple(key for key in known.window if key not in window) if whole else (),
        returned=tuple(key for key, raw in window.items() if known.past.get(key) == raw),
        total=len(window),
        shared=sum(known.knows(key, raw) for key, raw in window.items()),
        overlap=not window or not known.window or not window.keys().isdisjoint(known.window),
        dropped=parsed.dropped,
        whole=whole,
        problems=tuple(problems),
        title=clean_line(parsed.title),
        site=parsed.site,
        ttl_s=parsed.ttl_s,
        memory=memory.to_bytes(known.after(window, whole=whole, house=lines)),
        rules=tagger.rules.hash,
        method=identity.METHOD,
        items_key=identity.items_key(window),
    )


def _house_lines(drafts: Sequence["_Draft"], known: memory.Memory, outlet: str) -> house.House:
    new = [draft.credits.paragraphs for draft in drafts if not known.met(draft.key)]
    lines = house.learned(known.house, new, outlet)
    if len(new) == len(drafts):
        return lines
    every = [draft.credits.paragraphs for draft in drafts]
    return lines.beside(house.learned(house.House(), every, outlet))


def _tried(make: Callable[[], Made], problems: list[Problem]) -> tuple[Made, ...]:
    """What is made of an entry, if anything is: one bad entry must not cost the others."""
    try:
        return (make(),)
    except Exception as error:  # noqa: BLE001  as above
        what = clean_line(f"{type(error).__name__} in an item: {str(error)[:150]}")
        problems.append(Problem("item-unreadable", what))
        return ()


def _bad_ids(entries: Sequence[Entry]) -> Iterator[Problem]:
    sharing = identity.sharing_guids(entries)
    if sharing >= identity.FEW_ITEMS and 2 * sharing > len(entries):
        yield Problem("bad-ids", f"{sharing} of {len(entries)} items have a guid that stands for others too")


def clean_again(
    raw: bytes, source: Source, tagger: Tagger, *, base: str, rights: Rights = (), language: str | None = None
) -> Item:
    """An item as we read it now, from its raw form; ValueError if that is no entry.

    What its document said besides is given: the site (`base`), its `rights`, the language. `key` and
    `raw_print`, by which the item was recognised, are 0. House lines are those that were found then.
    """
    entry, kept = parse.read_again(raw, base=base), json.loads(raw)
    parsed = Parsed(format="", site=base, language=language, rights=tuple(rights))
    called = tuple(name for name in kept.get(CALLED, ()) if isinstance(name, str))
    context = _Context(source, parsed, tagger, None, frozenset(), called, keep_raw=False)
    draft = _read(entry, 0, 0, context)
    bare = _without_house(draft, house.named(kept.get(HOUSE, ())))
    return _item(bare, None, context)


@dataclass(frozen=True, slots=True)
class _Context:
    """What every entry of one document is read with."""

    source: Source
    parsed: Parsed
    tagger: Tagger
    day_first: bool | None  # what the document's dates prove about 01/02/2024
    shared_pages: frozenset[str]
    called: tuple[str, ...]  # what the feed's title may call its outlet
    keep_raw: bool

    @classmethod
    def of(cls, job: Job, parsed: Parsed, tagger: Tagger) -> "_Context":
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
class _Draft:
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


def _read(entry: Entry, key: int, raw_print: int, context: _Context) -> _Draft:
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
    return _Draft(entry, key, raw_print, url, outlet, aggregator, title, called, short, body, credits)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A draft without its house's lines."""

    draft: _Draft
    paragraphs: Sequence[str]
    taken: Sequence[str]  # lines that were taken out
    said: str  # what lasts of the text, house lines in it: it must not depend on what memory holds
    own: str  # what lasts of the text without them


def _without_house(draft: _Draft, lines: house.House) -> _Bare:
    before = draft.credits.paragraphs
    paragraphs = house.removed(lines, before)
    said = _joined(passing.lasting(before))
    own = said if paragraphs == before else _joined(passing.lasting(paragraphs))
    taken = [line for line, stays in zip(before, paragraphs, strict=True) if line and not stays]
    return _Bare(draft, paragraphs, taken, said, own)


def _item(bare: _Bare, sketched: Sketch | None, context: _Context) -> Item:
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
