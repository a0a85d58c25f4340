"""Answers where its words alone would decline: with what the reader, more likely than not, finds to answer.

A question in words of its own shares few of them with what answers it, and what it misspells stands nowhere.
"""

from index.library import Library
from search import facts
from search.draft import OF_DECISIONS, Draft
from search.motions import MOTION, asks_of_motion
from search.reading import likelihood, scores_of
from search.retrieve import Found, minute_key
from search.scene import Scene
from search.telling import telling_of
from search.told import telling

ANSWERS = 0.0  # the reader's score from which a passage more likely answers than not, as it was taught
FIRST = 5  # candidates read


def answered_after_all(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Return what the reader finds to answer among the first that could; None where it finds nothing.

    What was decided the minutes alone tell, and a comparison is of two passages. A motion that the record does not
    have by its name is not held.
    """
    ranked = telling(library, found, facts.weighed(library, found, worded=False))[:FIRST]
    if found.query.want in OF_DECISIONS:
        ranked = [one for one in ranked if minute_key(one.candidate.passage) and _on_its_matter(one)]
    of_motion = asks_of_motion(found.query) and MOTION.search(found.query.text)
    if found.query.want == "comparison" or of_motion or not ranked:
        return None
    passages = [one.candidate.passage for one in ranked]
    scores = scores_of(found.asked or (found.query.text,), passages, found.candidates, ANSWERS)
    best = max(ranked, key=lambda one: scores[one.candidate.passage.id])
    score = scores[best.candidate.passage.id]
    if score < ANSWERS:
        return None
    made = facts.sections(library, scene, [best.candidate], found.needs, telling=telling_of(found.query))
    return Draft("answered", "", made, likelihood(score)) if made else None


def _on_its_matter(found: facts.Weighed) -> bool:
    """Say whether no name or number is missing and some word is there: "to support the application" is of any."""
    return found.evidence.share > 0 and not found.evidence.strict_missing
