"""Puts what is current before what it replaces: a supplement before its report, a correction before what it mends."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import token_sort_ratio

from index.types import Passage
from search.candidates import Candidate, ordered
from search.errata import mends
from search.scene import Scene

ALIKE = 55.0  # of 100: a paragraph in its two versions had 60 and more, another under a like heading below 45
ABOVE = 1e-6  # of the score: right before what it corrects
JOIN = " – "  # between the parts of a report's heading, its title first


def with_current_first(candidates: Sequence[Candidate], scene: Scene) -> tuple[Candidate, ...]:
    """Return the candidates with each passage of a replaced report and the one in its stead in each other's places.

    Only where the replaced one stood above: nothing is put first that was not found for the question.
    """
    replacing = {key for key, paper in scene.papers.items() if paper.replaces or paper.kind == "supplement"}
    if not replacing:
        return tuple(candidates)
    scores = {one.passage.id: one.score for one in candidates}
    fresh = [one.passage for one in candidates if one.passage.paper in replacing]
    for one in candidates:
        stead = next((new for new in fresh if _replaces(new, one.passage, scene)), None)
        if stead is None or scores[stead.id] >= scores[one.passage.id]:
            continue
        if scene.papers[stead.paper].replaces:
            scores[stead.id], scores[one.passage.id] = scores[one.passage.id], scores[stead.id]
        else:  # what is corrected in a word stays as good an answer in all others
            scores[stead.id] = scores[one.passage.id] + ABOVE
    return ordered(replace(one, score=scores[one.passage.id]) for one in candidates)


def _replaces(new: Passage, old: Passage, scene: Scene) -> bool:
    """Say whether a passage of a replacing paper stands for one of another paper of the same meeting."""
    ours, theirs = scene.papers[new.paper], scene.papers[old.paper]
    if theirs.replaces or ours.held_on is None or (ours.body, ours.held_on) != (theirs.body, theirs.held_on):
        return False
    if not ours.replaces:
        return mends(new, old)
    return (
        new.kind == old.kind
        and new.standing is None
        and old.standing is None
        and _last(new) == _last(old)
        and token_sort_ratio(new.text, old.text) >= ALIKE
    )


def _last(passage: Passage) -> str:
    return (passage.heading or "").rsplit(JOIN, 1)[-1].casefold()
