"""Finds a rule set's keywords in an article and gives each tag with its evidence.

One Aho-Corasick automaton holds every form of every keyword; a hit counts when what is attached to it within
its word is inflection (`forms`). Laws:
- an evidence of a text field stands there: `text[start:end] == words`;
- `none` vetoes the whole article, `all` needs each of its keywords somewhere in it;
- addresses and e-mail addresses are no words; `_` and digits belong to the word beside them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import ahocorasick

from feedwatch.model import Evidence, Rule, RuleSet
from feedwatch.queries import Subject, matches
from feedwatch.refine.tags.folding import ZWNJ, fold, fold_all
from feedwatch.refine.tags.forms import Form, forms, has_short_endings
from feedwatch.refine.tags.order import QueryRule, in_order

MAX_EVIDENCE = 50  # of one rule in one article: a hostile text repeats a keyword for ever
MAX_HITS = 20_000  # looked at in one field, for the same reason
MAX_TEXT = 300_000  # characters of a field that are looked at: a book
_BLANK = ("", " ")
_LONGEST_RUN = 24  # letters attached to a keyword; more is another word
_LONGEST_ADDRESS = 300  # what is looked at around a hit to tell an address from words

_VETO = -1
_ANY = -2  # parts of a rule; 0, 1, … are its `all` keywords


class _Sought(NamedTuple):
    """A form of a keyword, and whose it is."""

    rule: int
    part: int
    keyword: str
    form: Form


class Tagger:
    """A compiled rule set; compile once, ask for each article."""

    def __init__(self, rules: RuleSet) -> None:
        """Compiles the rules; raises QueryError, naming the tag, for a rule's query that cannot be used."""
        self.rules = rules
        self._rules = rules.rules
        self._queries: tuple[QueryRule, ...] = in_order(rules)
        self._folded = _automaton(_sought(self._rules, case=False))
        self._cased = _automaton(_sought(self._rules, case=True))

    def tags(
        self,
        *,
        title: str,
        summary: str,
        text: str,
        feed_tags: tuple[str, ...] = (),
        subject_of: Callable[[tuple[str, ...]], Subject] | None = None,
    ) -> tuple[Evidence, ...]:
        """Everything that earns a tag: feed tags, then keywords by rule and place, then queries.

        `subject_of` builds what rule queries are asked about from the tags found so far; without it they see
        the three texts and the tags.
        """
        found = [Evidence(tag, "feed", "", "feed") for tag in feed_tags]
        found += self._by_keywords({"title": title, "summary": summary, "text": text})
        if not self._queries:
            return tuple(found)
        subject_of = subject_of or (lambda tags: Subject(title=title, summary=summary, text=text, tags=tags))
        for rule in self._queries:
            tags = tuple(dict.fromkeys(evidence.tag for evidence in found))
            if matches(rule.query, subject_of(tags)):
                found.append(Evidence(rule.tag, rule.text, "", "query"))
        return tuple(found)

    def _by_keywords(self, fields: Mapping[str, str]) -> Iterator[Evidence]:
        parts: defaultdict[int, set[int]] = defaultdict(set)
        evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
        for field, original in fields.items():
            for sought, start, end in self._hits(original):
                parts[sought.rule].add(sought.part)
                found = evidence[sought.rule]
                if sought.part != _VETO and len(found) < MAX_EVIDENCE:
                    tag = self._rules[sought.rule].tag
                    found.append(Evidence(tag, sought.keyword, original[start:end], field, start, end))
        for number in sorted(parts):
            if _earned(self._rules[number], parts[number]):
                yield from _longest(evidence[number])

    def _hits(self, original: str) -> Iterator[tuple[_Sought, int, int]]:
        """The keywords that stand in a text, with their places."""
        if not original:
            return
        folded = fold(original[:MAX_TEXT])
        for automaton, text in ((self._folded, folded.text), (self._cased, folded.cased)):
            for end, candidates in islice(automaton.iter(text), MAX_HITS) if automaton else ():
                for sought in candidates:
                    if word := _word(text, end + 1, sought.form):
                        start, stop = folded.place(word[0]), folded.place(word[1])
                        if not _in_address(original, start, stop):
                            yield sought, start, stop


def _sought(rules: Iterable[Rule], *, case: bool) -> Iterator[_Sought]:
    asked = [
        asked for number, rule in enumerate(rules) if rule.case == case for asked in _asked(number, rule)
    ]
    folded = fold_all([keyword for _, _, keyword in asked], cased=case)
    for (rule, part, keyword), text in zip(asked, folded, strict=True):
        for form in forms(text, case=case):
            yield _Sought(rule, part, keyword, form)


def _asked(number: int, rule: Rule) -> Iterator[tuple[int, int, str]]:
    parts = [(_ANY, word) for word in rule.any] + [(_VETO, word) for word in rule.none]
    return ((number, part, keyword) for part, keyword in (*parts, *enumerate(rule.all)))


def _automaton(sought: Iterable[_Sought]) -> ahocorasick.Automaton | None:
    by_text: dict[str, list[_Sought]] = {}
    for keyword in sought:
        by_text.setdefault(keyword.form.text, []).append(keyword)
    if not by_text:
        return None
    automaton = ahocorasick.Automaton()
    for text, candidates in by_text.items():
        automaton.add_word(text, candidates)
    automaton.make_automaton()
    return automaton


def _earned(rule: Rule, parts: set[int]) -> bool:
    if _VETO in parts or (rule.any and _ANY not in parts):
        return False
    return not rule.all or parts.issuperset(range(len(rule.all)))


def _longest(evidence: list[Evidence]) -> Iterable[Evidence]:
    """Evidence by place, without what lies within a longer one."""
    return evidence if len(evidence) == 1 else _without_inner(evidence)


def _without_inner(evidence: list[Evidence]) -> Iterator[Evidence]:
    order = {"title": 0, "summary": 1, "text": 2}
    last: Evidence | None = None
    for found in sorted(evidence, key=lambda one: (order[one.field], one.start, -one.end, one.rule)):
        if last is None or found.field != last.field or found.end > last.end:
            yield found
            last = found


# --- the word around a hit -----------------------------------------------------------------------


def _word(text: str, end: int, form: Form) -> tuple[int, int] | None:
    """The word or phrase of which a hit is an inflected form, or None if it is part of another word."""
    start = left = end - len(form.text)
    right = end
    if form.alone and text[start - 1 : start] in _BLANK and text[end : end + 1] in _BLANK:
        return start, end
    if form.before is not None and _in_word(text[start]):
        left = _run_start(text, start)
        if text[left:start] not in form.before:
            return None
    if (form.before or form.behind) is not None and _in_word(text[end - 1]):
        right = _run_end(text, end)
        run = text[end:right]
        if form.behind is not None and run not in form.behind and not _is_local(run, form, text):
            return None
    return left, right


def _is_local(run: str, form: Form, text: str) -> bool:
    return run in form.local and has_short_endings(text)


def _run_start(text: str, start: int) -> int:
    stop = max(0, start - _LONGEST_RUN)
    while start > stop and _in_word(text[start - 1]):
        start -= 1
    return start


def _run_end(text: str, end: int) -> int:
    stop = min(len(text), end + _LONGEST_RUN)
    while end < stop and _in_word(text[end]):
        end += 1
    return end


def _in_word(char: str) -> bool:
    if char.isalnum() or char == "_":
        return True
    return char > "\u02ff" and (char == ZWNJ or unicodedata.category(char)[0] == "M")


# What an address has before a word in it, and behind one.
_ADDRESS_BEFORE = re.compile(r"://|^www\.|.@|\.[a-z]{2,}/")
_ADDRESS_BEHIND = re.compile(r"[\w.-]*@\w+\.|(?:\.\w+)*\.(?:com|org|net|gov|info|[a-z]{2})(?:[/:?]|\W*$)")


def _in_address(original: str, start: int, end: int) -> bool:
    """True if the word stands in a web or mail address."""
    before, behind = original[start - 1 : start], original[end : end + 1]
    if before not in _BLANK and not before.isspace():
        run = original[max(0, start - _LONGEST_ADDRESS) : start].split()[-1]
        if _ADDRESS_BEFORE.search(run):
            return True
    if behind not in ("@", ".", "-"):
        return False
    return bool(_ADDRESS_BEHIND.match(original[end : end + _LONGEST_ADDRESS].split()[0]))
