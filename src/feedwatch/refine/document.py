"""READ FIRST: one document in, its new items out.

    parse → skip what memory knows → clean → identify → sketch → tag

Runs in a worker without database, clock or network; the same document and memory give the same answer.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedwatch import urls
from feedwatch.model import Evidence, Failed, Item, Job, Problem, Refined, Source, TextKind
from feedwatch.queries import Subject
from feedwatch.refine import dates, identity, language, markup, memory, notices, parse, sketch
from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.characters import clean_line
from feedwatch.refine.entry import Entry, Parsed, Value
from feedwatch.refine.tags import Tagger

RAW_LIMIT = 1_000_000  # bytes of an entry kept as sent; longer ones are kept without their raw form
FULL_WORDS = 120  # a text this long in a description is the article, not a teaser …
FULL_PARAGRAPHS = 3  # … as is half of it in several paragraphs, or in the element that is meant for it
EXCERPT_ENDS = ("…", "...", "[…]", "[...]")
Rights = Sequence[tuple[str, str]]  # (element, text)
UNREAD = 0  # a fingerprint that no entry has


def refine(job: Job, tagger: Tagger) -> Refined | Failed:
    """Reads a feed's document; Failed when it is no feed, or has lost all its items."""
    parsed = parse.read(job.body, content_type=job.content_type, url=job.url, limit=job.items_limit)
    if isinstance(parsed, Failed):
        return parsed
    known = memory.from_bytes(job.memory)
    if not parsed.entries and known.window:
        line = f"the document has no items; the one before had {len(known.window)}"
        return Failed("refine", "no-items", line, bytes=len(job.body))
    context = _Context.of(job, parsed, tagger)
    window: dict[int, int] = {}
    items: list[Item] = []
    problems = list(parsed.problems)
    for entry, key in zip(parsed.entries, identity.item_keys(parsed.entries), strict=True):
        if key in window:  # sent twice in one document: the first is the newer one
            continue
        raw_print = identity.raw_print(entry)
        if not known.knows(key, raw_print):
            try:
                items.append(_clean(entry, key, raw_print, context))
            except Exception as error:  # noqa: BLE001  one bad entry must not cost the others
                what = clean_line(f"{type(error).__name__} in an item: {str(error)[:150]}")
                problems.append(Problem("item-unreadable", what))
                raw_print = UNREAD  # met again at the next poll, perhaps by better code
        window[key] = raw_print
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
        memory=memory.to_bytes(known.after(window, whole=whole)),
        rules=tagger.rules.hash,
        method=identity.METHOD,
    )


def clean_again(
    raw: bytes, source: Source, tagger: Tagger, *, base: str, rights: Rights = (), language: str | None = None
) -> Item:
    """An item as we read it now, from its raw form; ValueError if that is no entry.

    What its document said besides is given: the site (`base`), its `rights`, the language. `key` and
    `raw_print`, by which the item was recognised, are 0.
    """
    entry = parse.read_again(raw, base=base)
    parsed = Parsed(format="", site=base, language=language, rights=tuple(rights))
    context = _Context(source, parsed, tagger, None, frozenset(), keep_raw=False)
    return _clean(entry, 0, 0, context)


@dataclass(frozen=True, slots=True)
class _Context:
    """What every entry of one document is read with."""

    source: Source
    parsed: Parsed
    tagger: Tagger
    day_first: bool | None  # what the document's dates prove about 01/02/2024
    shared_pages: frozenset[str]
    keep_raw: bool

    @classmethod
    def of(cls, job: Job, parsed: Parsed, tagger: Tagger) -> "_Context":
        return cls(
            source=job.source,
            parsed=parsed,
            tagger=tagger,
            day_first=dates.day_order(raw for entry in parsed.entries for _, raw in entry.dates),
            shared_pages=identity.shared_pages(parsed.entries),
            keep_raw=job.keep_raw,
        )


def _clean(entry: Entry, key: int, raw_print: int, context: _Context) -> Item:
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
    title = markup.plain(entry.title.text, markup=entry.title.markup, outlet=publisher)
    body, summary = _bodies(entry)
    credits = notices.read_article(
        trim_boilerplate(_paragraphs(body, publisher)),
        elements=(*entry.rights, *parsed.rights),
        authors=entry.authors,
        source=entry.source_name,
        outlet=outlet,
    )
    text = _joined(credits.paragraphs)
    short = _joined(notices.read_article(trim_boilerplate(_paragraphs(summary, publisher))).paragraphs)
    published, updated = dates.choose(
        entry.dates, timezone=source.timezone, day_first=context.day_first, url=entry.link
    )
    sketched = sketch.sketch_of(title, text)
    item = Item(
        key=key,
        raw_print=raw_print,
        url=url,
        url_published=entry.link,
        url_key=0 if identity.page_of(entry.link) in context.shared_pages else urls.url_key(url),
        words_key=identity.words_key(title, text),
        said=identity.said(title, short, text, credits.notices),
        title=title,
        text=text,
        outlet=outlet,
        aggregator=aggregator,
        summary=short,
        html=markup.safe_html(body.text, entry.base) if body.markup else "",
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
        dateline=credits.dateline,
        sketch=sketched,
        raw=zlib.compress(entry.raw) if context.keep_raw and len(entry.raw) <= RAW_LIMIT else b"",
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


def _bodies(entry: Entry) -> tuple[Value, Value]:
    """The article and, apart from it, its summary: told apart by what they hold, not by the element."""
    longer, shorter = entry.content, entry.summary
    if len(longer.text) < len(shorter.text):
        longer, shorter = shorter, longer
    if not shorter.text or _plain(longer).startswith(_plain(shorter).rstrip("….[] ")):
        return longer, Value()
    return longer, shorter


def _plain(value: Value) -> str:
    return markup.text_of(value.text) if value.markup else value.text.strip()


def _paragraphs(value: Value, outlet: str) -> Sequence[str]:
    return markup.paragraphs_of(value.text, markup=value.markup, outlet=outlet)


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _text_kind(text: str, words: int, has_content: bool) -> TextKind:
    if not text:
        return "title"
    if text.endswith(EXCERPT_ENDS):
        return "excerpt"
    whole = has_content or text.count("\n\n") + 1 >= FULL_PARAGRAPHS
    return "full" if words >= (FULL_WORDS // 2 if whole else FULL_WORDS) else "excerpt"
