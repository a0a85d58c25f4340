"""How a proposal ended that a question asks about without calling it a motion: "is the pothole money agreed"."""

import re
from collections.abc import Sequence

from index.encoder import Encoder
from index.library import Library
from index.types import Passage
from search.compose import Section
from search.evidence import weigh
from search.motions import MOTION, NEAR, meant, section_of
from search.needs import held_terms
from search.scene import Scene
from search.types import Query

LIKELY = 0.55  # share of what the question names that a motion must hold which it does not call one
WHETHER = re.compile(
    r"^\W*(?:did|do|does|was|were|has|have|is|are)\b|"
    r"\b(?:did|does|has|have|was|were|is) "
    r"(?:it|they|that|this|[a-z]{1,3}c|(?:the )?(?:\w+ )?(?:council|councillors|members))\b",
    re.IGNORECASE,
)
"""How it is asked whether something is so."""
OTHERWISE = re.compile(r"\W*(?:how|who|whose|what|which|why|when|where)\b", re.IGNORECASE)
"""What asks for something else: "how did they vote"."""
AGREED = re.compile(
    r"\b(?:agree[ds]?|approved?|back(?:ed)?|support(?:ed)?|accept(?:ed)?|adopt(?:ed)?|pass(?:ed)?|go(?:ne)? through|"
    r"went through|go(?:ing)? ahead|fund(?:ed|ing)?|get|refused?|reject(?:ed)?|carried|vote[ds]?)\b",
    re.IGNORECASE,
)
"""What it is asked of something that was proposed."""


def proposed(library: Library, encoder: Encoder, scene: Scene, query: Query, told: Sequence[Passage]) -> list[Section]:
    """Return how a proposal ended that is asked about without calling it a motion: "is the pothole money agreed".

    Only where it holds more of what is named than anything that would be ``told`` instead, or as much as all that is
    no decision: what was proposed and lost would read as agreed.
    """
    whether = WHETHER.search(query.text) and AGREED.search(query.text) and not OTHERWISE.match(query.text)
    if not whether or MOTION.search(query.text):
        return []
    needs, newest = meant(library, encoder, scene, query)
    shares = {one.id: weigh(needs, held_terms(one.heading, one.context, one.text)).share for one in told}
    decided = max((shares[one.id] for one in told if one.kind == "decision"), default=0.0)
    spoken = max(shares.values(), default=0.0)
    meaning = [
        (minute, motion)
        for minute, motion in newest
        if motion.words
        and (motion.amends or not minute.decisions or not motion.ended_as("carried"))  # else what was resolved is told
        and (share := motion.evidence(minute.parts[0].heading, needs).share) >= LIKELY
        and share > decided
        and share >= NEAR * spoken
    ]
    return [section_of(minute, motion, needs, moved=False, counted=False) for minute, motion in meaning[:1]]
