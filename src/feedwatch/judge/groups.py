"""Which articles of a poll carry a dispatch that is here already: the stories, joined one after the other.

Laws: an article joins a story and never leaves one; texts that are one dispatch bring their stories together,
in whatever order they come; a headline joins one story and is no bridge between two; what the user has put
apart stays apart; no story grows without bound.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from feedwatch.judge import stories
from feedwatch.model import HEADLINE, Facts, Group, Item, Known, Link

# An outlet runs a dispatch again a few times: updates, sections. What it has more often is its own template.
SAME_OUTLET = 8
# Outlets that one installation reads and that carry one dispatch are hundreds at most.
MOST = 500
NEWEST_OF_KEY = 32
CANDIDATES = 20


class Groups:
    """The stories that the articles of one poll may join, as they stand after each of them."""

    def __init__(self, facts: Facts, items: Sequence[Item] = ()) -> None:
        """Takes what is known, and the items that are to be judged."""
        self._groups = dict(facts.groups)
        self._parted = facts.parted
        self._became: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}  # stories that have become one
        self._drafts: list[Known] = []
        self._holders: dict[int, list[int]] = defaultdict(list)  # sketch key → places in `_drafts`
        candidates = chain.from_iterable(facts.candidates.values())
        self._taken = stories.Taken(chain(items, candidates))

    def links(self, article: Known, candidates: Sequence[Known]) -> tuple[Link, ...]:
        """Joins an article, new or with new words, to what it is a copy of; at most one link a story."""
        self._groups.setdefault(article.story, _alone(article))
        headline = article.words < HEADLINE
        if headline and self._group(article.story).articles > 1:
            return ()  # retitled, in the story that it has joined
        found = stories.matches(article, (*self._drafts_like(article), *candidates), self._taken)
        links: list[Link] = []
        for known, match in self._worth(article, found):
            here, there = self._story(article.story), self._story(known.story)
            if here != there and self._may_join(here, there):
                self._join(here, there)
                links.append(Link(article.id, known.id, match.reason, match.evidence))
                if headline:
                    break
        return tuple(links)

    def add(self, draft: Known) -> None:
        """Makes a new article a candidate for those that follow it in the same document."""
        for key in draft.sketch.keys:
            self._holders[key].append(len(self._drafts))
        self._drafts.append(draft)

    def _drafts_like(self, article: Known) -> list[Known]:
        held = [self._holders[key][-NEWEST_OF_KEY:] for key in article.sketch.keys if key in self._holders]
        if len(held) < 2:
            return []
        shared = Counter(chain.from_iterable(held))
        return [self._drafts[place] for place, count in shared.most_common(CANDIDATES) if count > 1]

    def _worth(
        self, article: Known, found: Iterable[tuple[Known, stories.Match]]
    ) -> list[tuple[Known, stories.Match]]:
        """The matches that may join stories, the surest first, of equals the earliest.

        A headline is a weak witness: it brings no text into a story that has another text already.
        """
        kept = [
            (known, match)
            for known, match in found
            if not (match.by_headline and article.words >= HEADLINE and self._group(known.story).texts)
        ]
        repeated = sum(known.outlet == article.outlet != "" for known, _ in kept) >= SAME_OUTLET
        if repeated:
            kept = [(known, match) for known, match in kept if known.outlet != article.outlet]
        return sorted(kept, key=lambda one: (-one[1].likeness, one[0].first_seen, abs(one[0].id)))

    def _story(self, story: int) -> int:
        while story in self._became:
            story = self._became[story]
        return story

    def _group(self, story: int) -> Group:
        return self._groups.get(self._story(story), Group())

    def _may_join(self, here: int, there: int) -> bool:
        one, other = self._group(here), self._group(there)
        if one.articles + other.articles > MOST:
            return False
        if any(
            count + other.outlets.get(outlet, 0) > SAME_OUTLET
            for outlet, count in one.outlets.items()
            if outlet
        ):
            return False
        mine, theirs = self._all(here), self._all(there)
        return not any((a in mine and b in theirs) or (a in theirs and b in mine) for a, b in self._parted)

    def _all(self, story: int) -> set[int]:
        return self._members.get(story, {story})

    def _join(self, here: int, there: int) -> None:
        one, other = self._group(here), self._group(there)
        self._members[there] = self._all(here) | self._all(there)
        self._became[here] = there
        self._groups[there] = Group(
            one.articles + other.articles,
            one.texts + other.texts,
            Counter(one.outlets) + Counter(other.outlets),
        )


def _alone(article: Known) -> Group:
    return Group(1, int(article.words >= HEADLINE), {article.outlet: 1})
