"""What each outlet made of a dispatch: its paragraphs beside the original's.

A paragraph is known again by the three-word runs it shares: all of them, it is kept; all of its own but not
all of the original's, trimmed; a good part, changed; else it is the outlet's own. A paragraph of the original
that is nowhere in the other text was cut; paragraphs that an outlet runs together are not.

Laws: pure, linear in the length of the texts; every paragraph of both texts is in exactly one passage, or
stands within one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from feedwatch.model import from_text
from feedwatch.storyline import Member, Passage, Story, Telling

MOST_PARAGRAPHS = 300
MOST_WORDS = 600  # of one paragraph that are compared
MOST_VERSIONS = 8  # of the original that a copy is held against
AN_OUTLETS_NAME = 4  # words
ALIKE = 0.4  # of a paragraph's runs, that it is another's, changed
FEW_RUNS = 5
WITHIN = 0.9  # of a paragraph's runs, that nothing of its own is left

_WORD = re.compile(r"\w+")
_Runs = frozenset[tuple[str, ...]]


def tell(id: int, outlets: int, members: Sequence[Member]) -> Story:
    """The story of articles that are in the order of time, one of them the original."""
    original = next((member for member in members if member.original), members[0])
    start = from_text(members[0].article.when)
    return Story(
        id=id,
        outlets=outlets,
        tellings=tuple(
            Telling(
                member=member,
                minutes=round((from_text(member.article.when) - start).total_seconds() / 60),
                headline=_is_headline(member),
                retitled=_words(member.article.title) != _words(original.article.title),
                passages=() if member is original else _compared(original, member),
            )
            for member in members
        ),
    )


def _compared(original: Member, member: Member) -> tuple[Passage, ...]:
    """An article beside what it was made from: the version of the original that it has most of."""
    if _is_headline(member):
        return ()
    texts = dict.fromkeys([original.article.text, *(one.text for one in original.versions[-MOST_VERSIONS:])])
    tellings = [compare(text, member.article.text) for text in texts if text]
    return max(tellings, key=_kinship, default=())


def _kinship(passages: Sequence[Passage]) -> int:
    weights = {"kept": 3, "trimmed": 2, "changed": 1, "own": 0, "cut": 0}
    return sum(weights[passage.kind] * len(passage.text) for passage in passages)


def _is_headline(member: Member) -> bool:
    """Whether a text says no more than the title, as aggregators send it, and perhaps the outlet's name."""
    title, text = _words(member.article.title), _words(member.article.text)
    return not text or (text[: len(title)] == title and len(text) <= len(title) + AN_OUTLETS_NAME)


def compare(original: str, copy: str) -> tuple[Passage, ...]:
    """The paragraphs of a copy beside those of the original; nothing for a copy without a text."""
    if not copy:
        return ()
    theirs, ours = _paragraphs(original), _paragraphs(copy)
    their_runs = [_runs(paragraph) for paragraph in theirs]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, runs in enumerate(their_runs):
        for run in runs:
            holders[run].append(number)
    found = [_passage(paragraph, their_runs, holders) for paragraph in ours]
    everywhere = frozenset(run for paragraph in ours for run in _runs(paragraph))
    used = {passage.paragraph for passage in found}
    cut = [
        Passage("cut", number, text)
        for number, (text, runs) in enumerate(zip(theirs, their_runs, strict=True), start=1)
        if number not in used and _share(runs, everywhere) < ALIKE
    ]
    return tuple(_in_order(found, cut))


def _passage(paragraph: str, theirs: Sequence[_Runs], holders: dict[tuple[str, ...], list[int]]) -> Passage:
    runs = _runs(paragraph)
    shared = Counter(number for run in runs for number in holders.get(run, ()))
    if not shared:
        return Passage("own", None, paragraph)
    number = min(shared, key=lambda one: (-shared[one], one))
    within, kept = shared[number] / len(runs), shared[number] / len(theirs[number])
    anywhere = sum(run in holders for run in runs) / len(runs)
    cut_off = len(runs) > FEW_RUNS and anywhere >= 1 - 1 / len(runs)  # its last word is half a word
    if runs == theirs[number] or (within >= WITHIN and kept >= WITHIN):
        return Passage("kept", number + 1, paragraph)
    if anywhere >= WITHIN or cut_off:  # of one of its paragraphs, or of several run together
        return Passage("trimmed" if kept < WITHIN else "kept", number + 1, paragraph)
    if max(within, kept) >= ALIKE or anywhere >= ALIKE:
        return Passage("changed", number + 1, paragraph)
    return Passage("own", None, paragraph)


def _in_order(found: Sequence[Passage], cut: Sequence[Passage]) -> Iterator[Passage]:
    """The copy's passages in its order; each cut before the first that stands further on in the original."""
    waiting = list(cut)
    for passage in found:
        while waiting and passage.paragraph is not None and (waiting[0].paragraph or 0) < passage.paragraph:
            yield waiting.pop(0)
        yield passage
    yield from waiting


def _paragraphs(text: str) -> list[str]:
    return [one for part in text.split("\n\n")[:MOST_PARAGRAPHS] if (one := part.strip())]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())[:MOST_WORDS]


def _runs(paragraph: str) -> _Runs:
    words = _words(paragraph[: MOST_WORDS * 20])
    if len(words) < 3:
        return frozenset([tuple(words)])
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _share(part: _Runs, whole: _Runs) -> float:
    return len(part & whole) / len(part) if part else 0.0
