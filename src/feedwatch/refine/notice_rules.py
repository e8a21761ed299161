"""The table of lines that are notices, in the order in which its rows are tried.

Rows live in `notice_pictures` (who took a picture), `notice_credits` and `notice_bylines` (who wrote, edited,
supplied), `notice_reprints` (where it appeared), `notice_rights` (what one may not do), `notice_pages` (what
else to read), `notice_invites` (what the page asks of its reader), `notice_notes` (what it says of itself).
"""

from typing import Final

from feedwatch.refine.notice_bylines import BYLINE_RULES
from feedwatch.refine.notice_credits import CREDIT_RULES
from feedwatch.refine.notice_invites import INVITE_RULES
from feedwatch.refine.notice_notes import NOTE_RULES
from feedwatch.refine.notice_pages import PAGE_RULES
from feedwatch.refine.notice_pictures import PICTURE_RULES
from feedwatch.refine.notice_reprints import REPRINT_RULES
from feedwatch.refine.notice_rights import RIGHTS_RULES
from feedwatch.refine.notice_row import LineRule

RULES: Final[tuple[LineRule, ...]] = (
    *PICTURE_RULES,
    *CREDIT_RULES,
    *BYLINE_RULES,
    *REPRINT_RULES,
    *PAGE_RULES,
    *RIGHTS_RULES,
    *INVITE_RULES,
    *NOTE_RULES,
)
