"""Tags by keyword: what a rule set finds in an article, and the words that earned each tag."""

from feedwatch.refine.tags.tagger import Tagger

__all__ = ["Tagger"]
