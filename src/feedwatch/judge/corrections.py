"""Whether an article says that it was corrected: a line of its own, or the desk's mark at its head."""

import re

from feedwatch.model import Item

LONGEST = 600  # characters of a paragraph that are read: a correction says so at once
FIRST, LAST = 3, 4  # paragraphs at the head and the foot where desks write it

# A desk's own note begins the paragraph: "Correction: …", "(Corrects spelling of …)", "This story has been
# corrected to …". A correction that is reported ("the market's correction") stands inside a sentence.
_NOTE = re.compile(
    r"\W{0,3}(?:"
    r"corrections?(?: (?:and|&) clarifications?)?(?:,? [^:\n]{0,40})?:"
    r"|clarification:|editor['’]?s note:[^.\n]{0,200}\bcorrect"
    r"|corrects\b|corrected\b(?= (?:to|on|version|at)\b)"
    r"|(?:this|an earlier|a previous) (?:story|article|version|report|post|headline)\b[^.\n]{0,160}"
    r"(?:corrected|misstated|misspelled|misidentified|incorrectly|erroneously|wrongly|gave the wrong)"
    r"|berichtigung:|korrektur:|rectificatif\b|rectificación:|corrección:|correzione:|correção:|تصحيح:"
    r")",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\W{0,2}(?:corrected|correction|refile|rectificatif)\b\s{0,3}[-:(–—]", re.IGNORECASE)


def corrects(item: Item) -> bool:
    """Whether the item carries a correction of itself."""
    if _TITLE.match(item.title):
        return True
    paragraphs = item.text.split("\n\n")
    looked_at = paragraphs if len(paragraphs) <= FIRST + LAST else [*paragraphs[:FIRST], *paragraphs[-LAST:]]
    return any(_NOTE.match(paragraph[:LONGEST]) for paragraph in looked_at)
