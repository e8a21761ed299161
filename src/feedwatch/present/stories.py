"""Stories for people and programs: a list, and one told: who ran it when, and what each made of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import cast

from feedwatch.model import VersionLine, from_text
from feedwatch.present import Sheet, escape, terminal, times, write_rows
from feedwatch.present.escape import Value
from feedwatch.present.formats import carries_unicode
from feedwatch.present.layout import cut, fit, wrap
from feedwatch.present.rows import STORIES, article_json
from feedwatch.present.terminal import Line
from feedwatch.storyline import LinkLine, PassageKind, Story, StoryLine, Telling

READABLE = 96
_MARGIN = 11  # columns that "+59 min" and its gap take
_OUTLET = 26
_NARROWEST = 50
_LEGEND = 72  # columns that it takes
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


def show_story(story: Story, sheet: Sheet) -> None:
    """Writes one story: a page, without colour in a pipe; Markdown, or a JSON object."""
    if sheet.format == "json":
        ascii_only = not carries_unicode(sheet.out)
        sheet.out.write(escape.to_json(as_json(story), ascii_only=ascii_only, indent=2) + "\n")
    elif sheet.format == "markdown":
        sheet.out.write(f"{markdown(story)}\n")
    elif sheet.screen:
        terminal.paint(page(story, columns=sheet.screen.columns), sheet.out, sheet.screen)
    else:
        lines = page(story, columns=READABLE)
        sheet.out.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def show_links(links: Sequence[LinkLine], sheet: Sheet) -> None:
    """Writes why articles are in one story, or kept apart; JSON is an array."""
    if sheet.format == "json":
        ascii_only = not carries_unicode(sheet.out)
        sheet.out.write(escape.to_json(why_json(links), ascii_only=ascii_only, indent=2) + "\n")
    else:
        sheet.out.writelines(f"{line}\n" for line in why_lines(links))


# --- for a person ----------------------------------------------------------------------------------


def page(story: Story, *, columns: int) -> Iterator[Line]:
    """A story in lines of at most so many columns: the dispatch, then everyone who ran it, by time."""
    width = max(_NARROWEST, min(columns, READABLE))
    original = story.original.member.article
    yield [(row, "bold") for row in [cut(escape.line(original.title or "untitled"), width)]]
    for row in wrap(f"story {story.id} · {_counts(story)}", width):
        yield [(row, "dim")]
    if width >= _LEGEND and any(telling.passages for telling in story.tellings):
        yield _legend()
    for telling in story.tellings:
        yield []
        yield from _told(telling, width)


def _counts(story: Story) -> str:
    tellings = story.tellings
    agency = next((one.member.article.agency for one in tellings if one.member.article.agency), None)
    last = tellings[-1].minutes * 60
    parts = [
        _many(story.outlets, "outlet"),
        _many(len(tellings), "article"),
        f"by {escape.line(agency)}" if agency else "",
        f"within {times.span(last)}" if last >= 60 else "",
        f"first {times.short(times.when(tellings[0].member.article))} UTC",
    ]
    return " · ".join(part for part in parts if part)


def _many(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _legend() -> Line:
    pieces = [("paragraphs of the original: ", "dim")]
    for kind, (sign, style) in _CELLS.items():
        pieces += [(sign, style), (f" {kind}  ", "dim")]
    return pieces


def _told(telling: Telling, width: int) -> Iterator[Line]:
    member, article = telling.member, telling.member.article
    after = "first" if telling.minutes < 1 else f"+{times.span(60 * telling.minutes)}"
    facts = [_size(telling), *_marks(telling)]
    outlet = fit(escape.line(article.outlet or "unknown"), _OUTLET)
    lead = [("ORIGINAL  ", "bold green")] if member.original else []
    room = width - _MARGIN - _OUTLET - 2 - sum(len(text) for text, _ in lead)
    yield [
        (after.rjust(_MARGIN - 2) + "  ", "bold"),
        (outlet, "cyan"),
        ("  ", ""),
        *lead,
        (cut(" · ".join(facts), max(room, 1)), "dim"),
    ]
    room = width - _MARGIN
    title = f"“{escape.line(article.title)}”" if telling.retitled else ""
    if title:
        for at, row in enumerate(wrap(title, room - 10)):
            yield [(" " * _MARGIN, ""), ("retitled  " if not at else " " * 10, "yellow"), (row, "")]
    if telling.passages:
        yield [(" " * _MARGIN, ""), *_strip(telling), ("  " + _sums(telling), "dim")]
    for passage in telling.passages:
        if passage.kind in _SHOWN:
            label = f"{_MARKS[passage.kind]} "
            text = cut(escape.line(passage.text), 2 * (room - 2))
            for at, row in enumerate(wrap(text, room - 2)):
                yield [
                    (" " * _MARGIN, ""),
                    (label if not at else "  ", _CELLS[passage.kind][1]),
                    (row, "dim" if passage.kind == "cut" else ""),
                ]
    for line in _edits(telling):
        yield [(" " * _MARGIN, ""), (cut(line, room), "magenta")]


def _size(telling: Telling) -> str:
    article = telling.member.article
    if not telling.passages and not telling.member.original:
        return "headline only"
    return _many(len(article.text.split()), "word")


def _marks(telling: Telling) -> list[str]:
    member = telling.member
    marks = {
        "an aggregator's entry": member.aggregated,
        "corrected": member.corrected,
        f"article {member.article.id}": True,
    }
    return [mark for mark, holds in marks.items() if holds]


def _strip(telling: Telling) -> list[tuple[str, str]]:
    cells = [_CELLS[passage.kind] for passage in telling.passages]
    more = [("…", "dim")] if len(cells) > _MOST_CELLS else []
    return [*cells[:_MOST_CELLS], *more]


def _sums(telling: Telling) -> str:
    counts = [(kind, telling.count(kind)) for kind in _CELLS]
    return " · ".join(f"{count} {kind}" for kind, count in counts if count)


def _edits(telling: Telling) -> list[str]:
    """What an outlet changed later: the newest edits, each in a line."""
    versions = sorted(telling.member.versions, key=lambda version: version.n)
    edits = [(before, after) for before, after in pairwise(versions) if after.cause == "published"]
    lines = [_edit(before, after, versions[0].since) for before, after in edits[-_MOST_EDITS:]]
    if len(edits) > _MOST_EDITS:
        lines.insert(0, f"{len(edits) - _MOST_EDITS} earlier edits")
    return lines


def _edit(before: VersionLine, after: VersionLine, start: str) -> str:
    how = "edited in silence" if after.stealth else "edited"
    minutes = (from_text(after.since) - from_text(start)).total_seconds()
    what = (
        f"new title “{escape.line(after.title)}”"
        if before.title != after.title
        else f"{_changed_words(before, after)} words differ"
    )
    return f"✎ {how} after {times.span(int(minutes)) if minutes >= 60 else 'a moment'}: {what}"


def _changed_words(before: VersionLine, after: VersionLine) -> int:
    was, now = before.text.split(), after.text.split()
    return len(set(was).symmetric_difference(now))


# --- for documents and programs --------------------------------------------------------------------


def markdown(story: Story) -> str:
    """A story as a Markdown document; nothing in its texts is markup."""
    original = story.original.member.article
    parts = [f"# {escape.markdown(original.title or 'untitled')}", f"*story {story.id} · {_counts(story)}*"]
    for telling in story.tellings:
        member, article = telling.member, telling.member.article
        after = "first" if telling.minutes < 1 else f"+{times.span(60 * telling.minutes)}"
        name = escape.markdown(article.outlet or "unknown")
        parts.append(f"## {after}: {name}{' (original)' if member.original else ''}")
        parts.append(escape.markdown_link(article.title, article.url))
        facts = [_size(telling), *_marks(telling), _sums(telling)]
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
    agencies = [one.member.article.agency for one in story.tellings if one.member.article.agency]
    return {
        "id": story.id,
        "title": original.title,
        "original": original.id,
        "agency": agencies[0] if agencies else None,
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
        "when": times.when(member.article),
        "minutes": telling.minutes,
        "original": member.original,
        "aggregated": member.aggregated,
        "corrected": member.corrected,
        "retitled": telling.retitled,
        "words": len(member.article.text.split()),
        "paragraphs": {kind: telling.count(kind) for kind in _CELLS},
        "passages": [
            {"kind": passage.kind, "paragraph": passage.paragraph, "text": passage.text}
            for passage in telling.passages
        ],
        "edits": [
            {"version": version.n, "at": version.since, "stealth": version.stealth, "title": version.title}
            for version in member.versions
            if version.n > 1 and version.cause == "published"
        ],
        "why": member.why,
    }


def why_lines(links: Sequence[LinkLine]) -> Iterator[str]:
    """Why articles are in one story or kept apart: a line for each link, its figures below."""
    for link in links:
        names = (
            f"{link.article} ({link.outlet or 'unknown'}) and {link.twin} ({link.twin_outlet or 'unknown'})"
        )
        how = "are one dispatch" if link.kind == "same" else "are kept apart"
        yield escape.line(f"{names} {how}: {link.reason}, {times.short(link.at)} UTC, by {link.by}")
        figures = [
            f"{name.replace('_', ' ')} {value}" for name, value in link.evidence.items() if value is not None
        ]
        if figures:
            yield escape.line("    " + ", ".join(figures))


def why_json(links: Sequence[LinkLine]) -> list[Value]:
    """The links as JSON."""
    return [
        {
            "article": link.article,
            "outlet": link.outlet,
            "twin": link.twin,
            "twin_outlet": link.twin_outlet,
            "kind": link.kind,
            "by": link.by,
            "at": link.at,
            "reason": link.reason,
            "evidence": cast(Value, dict(link.evidence)),
        }
        for link in links
    ]


# --- an article ------------------------------------------------------------------------------------


def write_reasons(
    sightings: Iterable[tuple[str, str, str]],
    versions: Iterable[tuple[int, str, str]],
    links: Sequence[LinkLine],
    sheet: Sheet,
) -> None:
    """Writes why an article is what it is: each feed that has it, each version, each link to another."""
    sheet.out.write("\n")
    for line in _reasons(sightings, versions, links):
        rows = wrap(line, min(sheet.screen.columns, READABLE)) if sheet.screen else [line]
        sheet.out.writelines(f"{row}\n" for row in rows)


def _reasons(
    sightings: Iterable[tuple[str, str, str]],
    versions: Iterable[tuple[int, str, str]],
    links: Sequence[LinkLine],
) -> Iterator[str]:
    for feed, at, why in sightings:
        yield escape.line(f"in {feed} since {times.short(at)} UTC: {why}")
    for n, since, why in versions:
        yield escape.line(f"version {n} since {times.short(since)} UTC: {why}")
    yield from why_lines(links)
