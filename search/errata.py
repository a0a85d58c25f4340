"""Corrections of a report that are published beside it: "At paragraph 3.3 the number should be 51 and not 52"."""

import re

from index.types import Passage
from search.content import content, numeric
from search.trim import sentences

CORRECTS = re.compile(
    r"\bcorrections?\b|\berrat(?:um|a)\b|\bshould (?:instead |now )?(?:be|read|say|state|show|refer to|"
    r"have (?:been|read|said|shown|stated|referred to))\b"
    r"|\bamended to read\b|\b(?:replaced?|substituted?) (?:by|with)\b|\bin error\b|\bincorrectly\b",
    re.IGNORECASE,
)
"""How an update sheet, an addendum or a list of errata says that words of a report are wrong."""
PARAGRAPH = r"\bpara(?:graph)?s?\.? (?:number |no\.? )?{}(?![\d.]*\d)"
ALIKE = 2  # words of the topic that both hold, where the correction gives no number of the old


def mends(new: Passage, old: Passage) -> bool:
    """Say whether a passage corrects a numbered paragraph of a report: it names it, and speaks of what stands there.

    An update sheet goes through all items of a meeting, of which each may have a paragraph 3.3.
    """
    if old.paragraph is None or old.standing is not None or new.paper == old.paper:
        return False
    named = re.compile(PARAGRAPH.format(re.escape(old.paragraph)), re.IGNORECASE)
    return any(named.search(one) and CORRECTS.search(one) and _speaks_of(one, old) for one in sentences(new.text))


def _speaks_of(correction: str, old: Passage) -> bool:
    ours = {word.term for word in content(correction) if not numeric(word)}
    theirs = {word.term for word in content(old.text)}
    numbers = {word.term for word in content(correction) if numeric(word)} - {old.paragraph}
    shared = ours & theirs - {"paragraph", "report", "correct"}
    return bool(shared) and (bool(numbers & theirs) or len(shared) >= ALIKE)
