"""Stories for people and programs: a list, and one told: who ran it when, and what each made of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from feedwatch.model import VersionLine
from feedwatch.present import Sheet, escape, reasons, times, write_page, write_rows
from feedwatch.present.changes import changed_words, changes
from feedwatch.present.escape import Value
from feedwatch.present.formats import carries_unicode
from feedwatch.present.layout import cut, fit, wrap
from feedwatch.present.layout import width as columns_of
from feedwatch.present.rows import STORIES, article_json
from feedwatch.present.terminal import Line
from feedwatch.present.wording import Said, called, counted
from feedwatch.storyline import LinkLine, PassageKind, Story, StoryLine, Telling

READABLE = 96
_MARGIN = 11  # columns that "+1 h 18" and its gaps take, at least
_OUTLET = 26
_NARROWEST = 50
_LEGEND = 72  # columns that it takes with its beginning
_MOST_EDITS = 6
_SHOWN: tuple[PassageKind, ...] = ("own", "changed", "cut")
# A paragraph of the original, as an outlet has it.
_CELLS: Mapping[PassageKind, tuple[str, str]] = {
    "kept": ("█", "green"),
    "trimmed": ("▓", "green"),
    "changed": ("▒", "yellow"),
    "cut": ("░", "red"),
    "own": ("+", "cyan"),
}
_MARKS: Mapping[PassageKind, str] = {"own": "+", "changed": "~", "cut": "−"}
_MOST_CELLS = 24


FORMATS = ("table", "json", "markdown")


def write_stories(stories: Iterable[StoryLine], sheet: Sheet) -> int:
    """Writes a list of stories; returns how many. UsageError for a field that does not exist."""
    return write_rows(STORIES, stories, sheet)


def show_story(story: Story, sheet: Sheet, *, links: bool = False) -> None:
    """Writes one story: a page, without colour in a pipe, with addresses if `links`; Markdown, or JSON."""
    if sheet.format == "json":
        _write_json(as_json(story), sheet)
    elif sheet.format == "markdown":
        sheet.out.write(f"{markdown(story)}\n")
    else:
        write_page(lambda columns: page(story, columns=columns or READABLE, links=links), sheet)


def show_links(links: Sequence[LinkLine], sheet: Sheet) -> None:
    """Writes why articles are in one story, or kept apart; JSON is an array."""
    if sheet.format == "json":
        _write_json(reasons.links_json(links), sheet)
    else:
        write_page(lambda columns: reasons.links(links, columns=columns), sheet, readable=READABLE)


def _write_json(value: Value, sheet: Sheet) -> None:
    ascii_only = not carries_unicode(sheet.out)
    sheet.out.write(escape.to_json(value, ascii_only=ascii_only, indent=2) + "\n")


# --- for a person ----------------------------------------------------------------------------------


def page(story: Story, *, columns: int, links: bool = False) -> Iterator[Line]:
    """A story in lines of at most so many columns: the dispatch, then everyone who ran it, by time."""
    width = max(_NARROWEST, min(columns, READABLE))
    yield from ([(row, "bold")] for row in wrap(escape.line(called(story.original.member.article)), width))
    yield from ([(row, "dim")] for row in wrap(f"story {story.id} · {_counts(story)}", width))
    if any(telling.passages for telling in story.tellings):
        yield _legend(width)
    times_of = [_after(telling, first=not at) for at, telling in enumerate(story.tellings)]
    names = [escape.line(telling.member.article.outlet or "unknown") for telling in story.tellings]
    margin = max(_MARGIN, *(len(one) + 4 for one in times_of))
    widest = min(max(map(columns_of, names)), width - margin - 2, _OUTLET)
    for telling, after, name in zip(story.tellings, times_of, names, strict=True):
        yield []
        yield from _head(telling, after.rjust(margin - 2) + "  ", fit(name, widest), width)
        yield from _told(telling, margin, width, links=links)


def _after(telling: Telling, *, first: bool) -> str:
    return "first" if first else times.after(telling.minutes)


def _counts(story: Story) -> str:
    tellings = story.tellings
    minutes = tellings[-1].minutes
    agency = _agency(story)
    parts = [
        counted(story.outlets, "outlet"),
        counted(len(tellings), "article"),
        f"by {escape.line(agency)}" if agency else "",
        f"within {times.lapse(minutes)}" if minutes else "",
        f"first {times.short(tellings[0].member.article.when)} UTC",
    ]
    return " · ".join(part for part in parts if part)


def _agency(story: Story) -> str | None:
    return next((one.member.article.agency for one in story.tellings if one.member.article.agency), None)


def _legend(width: int) -> Line:
    pieces = [("paragraphs of the original: ", "dim")] if width >= _LEGEND else []
    for at, (kind, (sign, style)) in enumerate(_CELLS.items()):
        pieces += [("  " * bool(at) + sign, style), (f" {kind}", "dim")]
    return pieces


def _head(telling: Telling, after: str, name: str, width: int) -> Iterator[Line]:
    """When, who, and the facts: beside these where there is room, else below."""
    lead = [("ORIGINAL  ", "bold green")] if telling.member.original else []
    begins = [(after, "bold"), (name, "cyan"), ("  ", ""), *lead]
    facts = " · ".join(_facts(telling))
    room = width - sum(columns_of(text) for text, _ in begins)
    if columns_of(facts) <= room:
        yield [*begins, (facts, "dim")]
        return
    yield [*begins[:-1], (begins[-1][0].rstrip(), begins[-1][1])]
    yield from ([(" " * len(after) + row, "dim")] for row in wrap(facts, width - len(after)))


def _told(telling: Telling, margin: int, width: int, *, links: bool) -> Iterator[Line]:
    """What an outlet made of the dispatch, further in than its name."""
    article, room = telling.member.article, width - margin
    if links and article.url:
        yield [(" " * margin + escape.line(article.url), "blue")]
    if telling.retitled:
        yield from _labelled("retitled  ", _quoted(article), margin, room, "yellow", "")
    if telling.passages:
        strip = _strip(telling)
        beside = sum(len(text) for text, _ in strip) + 2
        sums = list(wrap(_sums(telling), max(room - beside, 10)))
        yield [(" " * margin, ""), *strip, (f"  {sums[0]}", "dim")]
        yield from ([(" " * (margin + beside) + row, "dim")] for row in sums[1:])
    for passage in telling.passages:
        if passage.kind in _SHOWN:
            text = _short(escape.line(passage.text), room - 2)
            style = "dim" if passage.kind == "cut" else ""
            mark = f"{_MARKS[passage.kind]} "
            yield from _labelled(mark, text, margin, room, _CELLS[passage.kind][1], style)
    for line in _edits(telling):
        yield from _labelled("✎ ", line, margin, room, "magenta", "magenta")


def _short(text: str, columns: int) -> str:
    """As many whole words of a text as two rows hold; `…` stands for the others."""
    rows = list(islice(wrap(cut(text, 3 * columns), columns), 3))
    if len(rows) < 3:
        return text
    last = rows[1] if columns_of(rows[1]) + 2 <= columns else rows[1].rpartition(" ")[0]
    return f"{rows[0]} {last} …"


def _labelled(label: str, text: str, margin: int, room: int, look: str, style: str) -> Iterator[Line]:
    """A text with what it is before its first row."""
    for at, row in enumerate(wrap(text, room - len(label))):
        yield [(" " * margin, ""), (" " * len(label) if at else label, look), (row, style)]


def _quoted(said: Said) -> str:
    """A title in quotes; what stands for one has them already."""
    name = escape.line(called(said))
    return f"“{name}”" if said.title.strip() else name


def _facts(telling: Telling) -> list[str]:
    """The article's number first: it is what `split` asks for."""
    member = telling.member
    marks = {"an aggregator's entry": member.aggregated, "corrected": member.corrected}
    size = "headline only" if telling.headline else counted(_length(telling), "word")
    return [f"article {member.article.id}", size, *(mark for mark, holds in marks.items() if holds)]


def _length(telling: Telling) -> int:
    return len(telling.member.article.text.split())


def _strip(telling: Telling) -> list[tuple[str, str]]:
    cells = [_CELLS[passage.kind] for passage in telling.passages]
    more = [("…", "dim")] if len(cells) > _MOST_CELLS else []
    return [*cells[:_MOST_CELLS], *more]


def _sums(telling: Telling) -> str:
    counts = [(kind, telling.count(kind)) for kind in _CELLS]
    return " · ".join(f"{count} {kind}" for kind, count in counts if count)


@dataclass(frozen=True, slots=True)
class _Edit:
    """One edit of an outlet beside what it said before."""

    version: VersionLine
    minutes: int  # after its first version
    retitled: bool
    title_words: int
    text_words: int  # of everything but the title


def _steps(telling: Telling) -> list[tuple[VersionLine, VersionLine]]:
    """(before, after) of each edit, by time; what our own cleaning changed is no edit."""
    versions = sorted(telling.member.versions, key=lambda version: version.n)
    return [(before, after) for before, after in pairwise(versions) if after.cause == "published"]


def _measured(telling: Telling, steps: Iterable[tuple[VersionLine, VersionLine]]) -> Iterator[_Edit]:
    """What each step changed, in figures."""
    start = min((version.since for version in telling.member.versions), default="")
    for before, after in steps:
        found = changes(before, after)
        yield _Edit(
            version=after,
            minutes=times.minutes(start, after.since),
            retitled=before.title != after.title,
            title_words=changed_words([one for one in found if one.part == "title"]),
            text_words=changed_words([one for one in found if one.part != "title"]),
        )


def _edits(telling: Telling) -> list[str]:
    """The newest edits, each in a line."""
    steps = _steps(telling)
    lines = [_edit(one) for one in _measured(telling, steps[-_MOST_EDITS:])]
    if len(steps) > _MOST_EDITS:
        lines.insert(0, counted(len(steps) - _MOST_EDITS, "earlier edit"))
    return lines


def _edit(edit: _Edit) -> str:
    how = "edited in silence" if edit.version.stealth else "edited"
    what = [
        f"new title {_quoted(edit.version)}" if edit.retitled else "",
        f"{counted(edit.text_words, 'word')} changed" if edit.text_words else "",
    ]
    after = f"after {times.lapse(edit.minutes)}" if edit.minutes else "within the minute"
    told = " · ".join(part for part in what if part) or "no word of title and text"
    return f"{how} {after}: {told}"


# --- for documents and programs --------------------------------------------------------------------


def markdown(story: Story) -> str:
    """A story as a Markdown document; nothing in its texts is markup."""
    original = story.original.member.article
    parts = [f"# {escape.markdown(called(original))}", f"*story {story.id} · {_counts(story)}*"]
    for at, telling in enumerate(story.tellings):
        member, article = telling.member, telling.member.article
        name = escape.markdown(article.outlet or "unknown")
        after = _after(telling, first=not at)
        parts.append(f"## {after}: {name}{' (original)' if member.original else ''}")
        parts.append(escape.markdown_link(called(article), article.url))
        facts = [*_facts(telling), _sums(telling)]
        parts.append(" · ".join(escape.markdown(fact) for fact in facts if fact))
        rows = [
            f"- **{passage.kind}:** {escape.markdown(passage.text)}"
            for passage in telling.passages
            if passage.kind in _SHOWN
        ]
        rows += [f"- {escape.markdown(line)}" for line in _edits(telling)]
        if rows:
            parts.append("\n".join(rows))
    return "\n\n".join(parts)


def as_json(story: Story) -> dict[str, Value]:
    """A story as the JSON contract has it."""
    original = story.original.member.article
    return {
        "id": story.id,
        "title": original.title,
        "original": original.id,
        "agency": _agency(story),
        "when": story.tellings[0].member.article.when,
        "minutes": story.tellings[-1].minutes,
        "outlets": story.outlets,
        "articles": [_telling_json(telling) for telling in story.tellings],
    }


def _telling_json(telling: Telling) -> dict[str, Value]:
    member = telling.member
    whole = article_json(member.article)
    names = (
        "id",
        "outlet",
        "url",
        "title",
        "published",
        "first_seen",
        "agency",
        "copyright",
        "feeds",
        "versions",
    )
    return {name: whole[name] for name in names} | {
        "when": member.article.when,
        "minutes": telling.minutes,
        "original": member.original,
        "aggregated": member.aggregated,
        "corrected": member.corrected,
        "retitled": telling.retitled,
        "headline": telling.headline,
        "words": _length(telling),
        "paragraphs": {kind: telling.count(kind) for kind in _CELLS} if telling.passages else None,
        "passages": [
            {"kind": passage.kind, "paragraph": passage.paragraph, "text": passage.text}
            for passage in telling.passages
        ],
        "edits": [_edit_json(edit) for edit in _measured(telling, _steps(telling))],
        "why": member.why,
    }


def _edit_json(edit: _Edit) -> dict[str, Value]:
    return {
        "version": edit.version.n,
        "at": edit.version.since,
        "minutes": edit.minutes,
        "stealth": edit.version.stealth,
        "title": edit.version.title,
        "retitled": edit.retitled,
        "changed_words": {"title": edit.title_words, "text": edit.text_words},
    }
