"""What was decided, and what is looked through before none is said to be: votes, numbers, the minutes alone."""

from collections import Counter
from dataclasses import replace

from index.encoder import Encoder
from index.library import Library
from search import decided, facts
from search.candidates import Candidate
from search.draft import DENIED, Draft
from search.motions import asks_mover, carried, fates
from search.numbered import REFERENCE
from search.retrieve import Found, evidence_of, minute_key, retrieve
from search.scene import Scene
from search.thread import OF_MINUTES
from search.types import Query

SURE_OF_FIRST = 0.2  # of confidence, for the decision that the ranking puts first
BEARING = 10  # passages found, of which two must bear a number for it to be that of the matter

PRIVATE = "This was considered in private: the public was excluded, and no decision is printed."


def decisions_on(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Return the decisions that answer, newest meeting first, or that it was taken in private; None where none do."""
    answer = decided.decided(library, scene, found)
    if answer.minutes:
        minutes = answer.minutes
        if found.query.references and not found.needs:  # the item itself before the later ones that speak of it
            minutes = tuple(sorted(minutes, key=lambda one: not _bears(found.query, one[0].parts[0].heading)))
        return Draft("answered", "", decided.sections(library, scene, minutes), answer.confidence)
    if answer.denied:
        return DENIED
    if answer.private:
        first = next(part for part in answer.private[0].parts if part.private)
        return Draft("private", PRIVATE, facts.sections(library, scene, [Candidate(first, 0.0, 0.0)], ()))
    return None


def _bears(query: Query, heading: str | None) -> bool:
    return any(reference in (heading or "") for reference in query.references)


def decided_after_all(
    library: Library, encoder: Encoder, scene: Scene, found: Found, draft: Draft | None
) -> Draft | None:
    """Return who moved something where nothing else tells, and a decision that is near before none is said to be held.

    It may be the end of a motion on which nothing was resolved, or what the ranking puts first in other words.
    """
    if draft is None and asks_mover(found.query):
        sections = fates(library, encoder, scene, found.query, moved=True)
        return Draft("answered", "", sections) if sections else None
    if found.query.want != "decision" or (draft and draft.outcome != "not_decided"):
        return draft
    if minutes := carried(library, encoder, scene, found.query):
        return Draft("answered", "", decided.sections(library, scene, [(one, one.decisions) for one in minutes]))
    if draft is None:
        return None
    if sections := fates(library, encoder, scene, found.query):
        return Draft("answered", "", sections)
    return (
        _likely_decided(library, scene, found)
        or _decided_by_number(library, encoder, scene, found)
        or _decided_in_minutes(library, encoder, scene, found)
        or draft
    )


def _likely_decided(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer with the decision that the ranking puts first, where its words are near."""
    first = found.candidates[0].passage if found.candidates else None
    if first is None or first.kind != "decision":
        return None
    minute = tuple(one for one in found.candidates if minute_key(one.passage) == minute_key(first))
    answer = decided.decided(library, scene, replace(found, candidates=minute), SURE_OF_FIRST)
    made = decided.sections(library, scene, answer.minutes)
    return Draft("answered", "", made, answer.confidence) if answer.minutes else None


def _decided_by_number(library: Library, encoder: Encoder, scene: Scene, found: Found) -> Draft | None:
    """Return what was decided under the number that the papers on the matter bear.

    A minute on a call-in names the decision by its number, and not what it was about.
    """
    evidence = ((one.passage, evidence_of(one, found.needs)) for one in found.candidates[:BEARING])
    near = [passage for passage, held in evidence if held.enough and not held.strict_missing]
    numbers = Counter(number for one in near for number in set(REFERENCE.findall(facts.words_of(one))))
    for number, papers in numbers.most_common(1):
        if papers > 1:
            numbered = replace(found.query, topic="", references=(number,))
            draft = decisions_on(library, scene, retrieve(library, encoder, numbered, scene))
            return draft if draft and draft.outcome == "answered" else None
    return None


def _decided_in_minutes(library: Library, encoder: Encoder, scene: Scene, found: Found) -> Draft | None:
    """Return what minutes decided that reports on the matter crowded out of what was found."""
    minutes = retrieve(library, encoder, replace(found.query, kinds=OF_MINUTES), scene)
    draft = decisions_on(library, scene, minutes)
    return draft if draft and draft.outcome == "answered" else None
