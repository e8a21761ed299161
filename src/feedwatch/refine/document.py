"""READ FIRST: one document in, its new items out.

    parse → skip what memory knows → read and clean → take house lines out → identify → sketch → tag

Runs in a worker without database, clock or network; the same document and memory give the same answer.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from feedwatch.model import Failed, Item, Job, Problem, Refined, Source
from feedwatch.refine import house, identity, memory, parse, reading, sketch
from feedwatch.refine.characters import clean_line
from feedwatch.refine.entry import Entry, Parsed
from feedwatch.refine.tags import Tagger

Rights = Sequence[tuple[str, str]]  # (element, text)
UNREAD = 0  # a fingerprint that no entry has
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
    context = reading.Context.of(job, parsed, tagger)
    window: dict[int, int] = {}
    drafts: list[reading.Draft] = []
    problems = [*parsed.problems, *_bad_ids(parsed.entries)]
    for entry, key in zip(parsed.entries, identity.item_keys(parsed.entries), strict=True):
        if key in window:  # sent twice in one document: the first is the newer one
            continue
        raw_print = identity.raw_print(entry)
        window[key] = raw_print
        if not known.knows(key, raw_print):
            drafts += _tried(partial(reading.read, entry, key, raw_print, context), problems)
    lines = _house_lines(drafts, known, context.outlet)
    bare = [one for draft in drafts for one in _tried(partial(reading.without_house, draft, lines), problems)]
    texts = [(one.draft.title, one.own) for one in bare]
    together = _tried(partial(sketch.sketches, texts), [])  # none, if there is one that spoils it
    sketches = together[0] if together else [None] * len(bare)
    items = [
        item
        for one, sketched in zip(bare, sketches, strict=True)
        for item in _tried(partial(reading.item_of, one, sketched, context), problems)
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


def _house_lines(drafts: Sequence[reading.Draft], known: memory.Memory, outlet: str) -> house.House:
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
    called = tuple(name for name in kept.get(reading.CALLED, ()) if isinstance(name, str))
    context = reading.Context(source, parsed, tagger, None, frozenset(), called, keep_raw=False)
    draft = reading.read(entry, 0, 0, context)
    bare = reading.without_house(draft, house.named(kept.get(reading.HOUSE, ())))
    return reading.item_of(bare, None, context)
