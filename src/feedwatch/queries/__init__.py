"""The query language: text ⇄ value, and what a value matches.

    query := any           any := all (OR all)*           all := not ([AND] not)*
    not   := (NOT | -) not | ( any ) | term               term := [field:] (word | "phrase") [*]

Laws:
- any text either reads as a query or raises QueryError with the position and the fix;
- a query prints as text that reads as an equal query;
- words match exactly as SQLite's FTS5 matches them with `unicode61 remove_diacritics 2`, for the characters
  of Unicode 6.1 which that tokenizer knows; beyond it, a search for a script that writes without spaces
  finds what stands inside a run.
"""

from feedwatch.queries.matching import Subject, matches, value_matches
from feedwatch.queries.reading import field, parse, time_after, time_before, words
from feedwatch.queries.times import period
from feedwatch.queries.values import (
    EVERYTHING,
    FIELDS,
    And,
    Column,
    Not,
    Or,
    Query,
    Time,
    Value,
    Words,
    all_of,
    any_of,
    both,
)
from feedwatch.queries.words import folded, has_words, is_unspaced, words_of

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "And",
    "Column",
    "Not",
    "Or",
    "Query",
    "Subject",
    "Time",
    "Value",
    "Words",
    "all_of",
    "any_of",
    "both",
    "field",
    "folded",
    "has_words",
    "is_unspaced",
    "matches",
    "parse",
    "period",
    "time_after",
    "time_before",
    "value_matches",
    "words",
    "words_of",
]
