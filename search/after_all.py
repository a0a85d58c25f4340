"""Answers where its words alone would decline: with what the reader, more likely than not, finds to answer.

A question in words of its own shares few of them with what answers it, and what it misspells stands nowhere.
"""

import re
from collections.abc import Sequence

from index.library import Library
from search import facts
from search.draft import OF_DECISIONS, Draft
from search.motions import MOTION, asks_of_motion
from search.premises import VOTES, premises_of
from search.reading import likelihood, scores_of
from search.retrieve import Found, minute_key
from search.scene import Scene
from search.telling import TIMED, telling_of
from search.told import telling

ANSWERS = 0.0  # the reader's score from which a passage more likely answers than not, as it was taught
FIRST = 12  # candidates read: of five, seven in 200 more questions were declined to councils met for the first time
ON_MATTER = 0.3  # of the question's words, for a decision: "services" alone is no "youth services"
WORDED = 0.2  # of the question's words, from which a passage shows how the papers word the matter
PART = 0.45  # of what the best holds: below it six of six answers were wrong, and above it two in three were right
ASKS_WHEN = re.compile(r"^\W*when\b|\bdate\b|\b(?:what|which) (?:day|month|year)\b", re.IGNORECASE)


def answered_after_all(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Return what the reader finds to answer among the first that could; None where it finds nothing.

    What was decided the minutes alone tell, and when it was, any paper that dates it; a comparison is of two passages.
    A motion that the record does not have by its name is not held.
    """
    ranked = telling(library, found, facts.weighed(library, found, worded=False))[:FIRST]
    if found.query.want in OF_DECISIONS:
        dated = ASKS_WHEN.search(found.query.text) is not None
        ranked = [one for one in ranked if _on_its_matter(one) and (_of_minutes(one) or (dated and _dates(one)))]
    ranked = of_the_question(ranked)
    if {one.pattern for one in premises_of(found.query)} & VOTES:
        ranked = [one for one in ranked if not one.evidence.strict_missing]  # a vote is on what is named, or another
    of_motion = asks_of_motion(found.query) and MOTION.search(found.query.text)
    if found.query.want == "comparison" or of_motion or not ranked:
        return None
    passages = [one.candidate.passage for one in ranked]
    scores = scores_of(found.asked or (found.query.text,), passages, found.candidates, ANSWERS)
    best = max(ranked, key=lambda one: scores[one.candidate.passage.id])
    score = scores[best.candidate.passage.id]
    if score < ANSWERS:
        return None
    made = facts.sections(library, scene, [best.candidate], found.quotable, telling=telling_of(found.query))
    return Draft("answered", "", made, likelihood(score)) if made else None


def of_the_question(ranked: Sequence[facts.Weighed]) -> list[facts.Weighed]:
    """Return those that hold a good part of what the best holds of the question's words, where any holds some of them.

    What is put in other words is so in all papers; where one of them has the words, a stranger to them is on something
    else.
    """
    most = max((one.evidence.share for one in ranked), default=0.0)
    return [one for one in ranked if most < WORDED or one.evidence.share >= PART * most]


def _of_minutes(found: facts.Weighed) -> bool:
    return minute_key(found.candidate.passage) is not None


def _dates(found: facts.Weighed) -> bool:
    return TIMED.search(found.candidate.passage.text) is not None


def _on_its_matter(found: facts.Weighed) -> bool:
    """Say whether no name or number is missing, and enough words are there: "comments be considered" is of any."""
    return found.evidence.share >= ON_MATTER and not found.evidence.strict_missing
