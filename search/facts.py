"""Facts, figures and people: the sentence, row or entry that answers, quoted with where it stands."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Kind
from index.library import Library
from search.compose import Quoted, Section
from search.decided import lead_words
from search.evidence import Evidence, weigh
from search.needs import Need, held_terms
from search.retrieve import Candidate, Found, hits_of
from search.scene import Scene
from search.trim import trimmed

LOOKED_AT = 40  # candidates whose words are weighed
TRUST = 0.4  # what holding all of the question's words adds to a candidate's score, on the scale of the fused scores
CLOSE = 0.05  # below the best by no more than this, a second passage is quoted too
QUOTED = 3  # passages quoted in one answer


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the evidence of its words."""

    candidate: Candidate
    evidence: Evidence

    @property
    def worth(self) -> float:
        """Its score with the trust that its words earn."""
        return self.candidate.score + TRUST * self.evidence.share


def weighed(found: Found, kinds: Collection[Kind] | None = None) -> list[Weighed]:
    """Return the best candidates of these kinds (any, for None) with their evidence, best first."""
    chosen = [one for one in found.candidates if kinds is None or one.passage.kind in kinds][:LOOKED_AT]
    made = [
        Weighed(
            one,
            weigh(
                found.needs,
                held_terms(one.passage.heading, one.passage.context, one.passage.text),
                one.cosine,
                found.background,
            ),
        )
        for one in chosen
    ]
    return sorted(made, key=lambda one: (-one.worth, one.candidate.passage.id))


def answering(ranked: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Return those that answer: the best with enough evidence, and what comes close to it."""
    enough = [one for one in ranked if one.evidence.enough]
    if not enough:
        return ()
    best = enough[0]
    return tuple(
        one for one in enough[:QUOTED] if one.worth >= best.worth - CLOSE and one.evidence.share >= best.evidence.share
    )


def sections(
    library: Library, scene: Scene, candidates: Iterable[Candidate], needs: Sequence[Need], *, figure: bool = False
) -> list[Section]:
    """Return a section for each passage: its place, and the words of it that answer."""
    made = []
    for hit in hits_of(library, scene, candidates):
        passage = hit.passage
        unmet = [need for need in needs if not need.met(held_terms(passage.heading, passage.context))]
        quote = trimmed(passage.text, unmet or needs, figure=figure)
        before = lead_words(library, passage.lead) if passage.kind in {"table", "decision"} else ""
        made.append(Section("", (Quoted(passage, quote, before, hit.copies),)))
    return made
