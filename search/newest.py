"""Of what tells as well, the newest: what is asked of how things stand is told by it first."""

import re
from collections.abc import Sequence
from datetime import date

from index.types import Passage
from search import facts
from search.retrieve import minute_key

CLOSE = 0.15  # of the score, by which something newer may be behind what fits best
OPENING = re.compile(r"\bmeeting\b.{0,120}?\bheld\s+(?:in|at|on)\b", re.IGNORECASE | re.DOTALL)
OPENING_WORDS = 60  # … with nothing told behind it: the longest seen has 40
LESS = 0.3  # of the question's words, by which it may fall short of it


def as_of_now(told: Sequence[facts.Weighed], ranked: Sequence[facts.Weighed]) -> tuple[facts.Weighed, ...]:
    """Return what is told, the newest of what tells as well before the rest."""
    if not told:
        return ()
    best = told[0]
    newer = [
        one
        for one in ranked
        if one.evidence.enough
        and one.worth >= best.worth - CLOSE
        and one.evidence.share >= best.evidence.share - LESS
        and _day(one) > _day(best)
    ]
    return tuple(sorted((*told, *newer), key=newest_minutes_first)[: facts.QUOTED]) if newer else tuple(told)


def newest_minutes_first(found: facts.Weighed) -> tuple[int, bool]:
    """Order by day, the newest first; what a meeting did that day stands before what was reported to it."""
    return -_day(found).toordinal(), minute_key(found.candidate.passage) is None


def opens_minutes(passage: Passage) -> bool:
    """Say whether a passage is the line that minutes open with, which tells where a meeting was and nothing of it."""
    above = passage.standing is not None and passage.minute is None and len(passage.text.split()) <= OPENING_WORDS
    return above and OPENING.search(passage.text) is not None


def _day(found: facts.Weighed) -> date:
    return found.candidate.passage.meeting.held_on or date.min
