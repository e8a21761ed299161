"""The table of lines that are notices, in the order in which its rows are tried.

Rows live in `notice_credits` (pictures, writers, editors, sources) and `notice_pages` (the page around).
"""

from typing import Final

from feedwatch.refine.notice_credits import CREDIT_RULES
from feedwatch.refine.notice_pages import PAGE_RULES
from feedwatch.refine.notice_row import LineRule

RULES: Final[tuple[LineRule, ...]] = (*CREDIT_RULES, *PAGE_RULES)
