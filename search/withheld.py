"""What was told in private: that it was, where a figure or a day is asked for and an item so taken is of the matter."""

from collections.abc import Sequence

from index.library import Library
from search import facts
from search.draft import Draft
from search.retrieve import Found
from search.scene import Scene
from search.telling import telling_of

OF_IT = 0.6  # of the question's words, for an item taken in private to be the one that is asked about
UNTOLD = "This was considered in private: the public was excluded, and what is asked is not printed."


def in_private(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Return that a figure or a day was told in private, where an item so taken is of the matter as surely as any."""
    ranked = facts.weighed(library, found) if telling_of(found.query) else []
    best = max((one.evidence.share for one in ranked), default=0.0)
    surest = [one for one in ranked if one.evidence.share >= best and not one.evidence.strict_missing]
    return untold(library, scene, surest) if best >= OF_IT else None


def untold(library: Library, scene: Scene, found: Sequence[facts.Weighed]) -> Draft | None:
    """Return that the first of these that was taken in private was, and its words; None where none was."""
    private = [one.candidate for one in found if one.candidate.passage.private][:1]
    return Draft("private", UNTOLD, facts.sections(library, scene, private, ())) if private else None
