"""Facts, figures and people: the sentence, row or entry that answers, quoted with where it stands."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Kind
from index.library import Library
from index.types import Filter, Passage
from search.cite import runs_of
from search.compose import Quoted, Section
from search.decided import OWN, lead_words
from search.evidence import Evidence, weigh
from search.needs import Need, held_terms
from search.retrieve import Candidate, Found, evidence_of, hits_of
from search.scene import Scene
from search.trim import SHORT_ENOUGH, tells_figure, trimmed

LOOKED_AT = 40  # candidates whose words are weighed
CLOSE = 0.05  # below the best by no more than this, a second passage is quoted too
LIST = 40  # recommendations of one report: the longest list seen has 14
HEADING_WORDS, OWN_WORDS = 40, 4  # a heading with its item and number has fewer words of its own than any sentence
QUOTED = 3  # passages quoted in one answer
ROWS_WHOLE = 8  # words of a table quoted whole: beyond it only the rows that answer are


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the evidence of its words."""

    candidate: Candidate
    evidence: Evidence

    @property
    def worth(self) -> float:
        """Its score, in which the trust that its words earn is counted."""
        return self.candidate.score


def weighed(found: Found, kinds: Collection[Kind] | None = None) -> list[Weighed]:
    """Return the best candidates of these kinds (any, for None) with their evidence, best first."""
    chosen = [
        one
        for one in found.candidates
        if (kinds is None or one.passage.kind in kinds) and not _only_heading(one.passage)
    ][:LOOKED_AT]
    made = [Weighed(one, evidence_of(one, found.needs)) for one in chosen]
    return sorted(made, key=lambda one: (-one.worth, one.candidate.passage.id))


def _only_heading(passage: Passage) -> bool:
    """Say whether a passage holds no more than its heading: a place to begin to read, but no answer."""
    own = held_terms(passage.text) - held_terms(passage.heading, passage.agenda_item, passage.minute)
    return len(passage.text.split()) < HEADING_WORDS and len([term for term in own if len(term) > 1]) < OWN_WORDS


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
        whole = ROWS_WHOLE if passage.kind == "table" else SHORT_ENOUGH
        quote = trimmed(runs_of(library, passage), unmet or needs, whole=whole, figure=figure)
        if figure and not tells_figure(quote):
            continue
        before = lead_words(library, passage.lead) if passage.kind in {"table", "decision"} else ""
        made.append(Section("", (Quoted(passage, quote, before, hit.copies),)))
    return made


def whole_list(library: Library, scene: Scene, told: Sequence[Weighed], needs: Sequence[Need]) -> list[Section]:
    """Return the list that the best recommendation stands in, or those found where their own words are meant."""
    if not told:
        return []
    best = told[0].candidate.passage
    if weigh(needs, held_terms(best.text)).share >= OWN:
        return sections(library, scene, [one.candidate for one in told], needs)
    ids = library.select(Filter(papers=(best.paper,), kinds=(best.kind,)), LIST)
    beside = [one for one in library.passages(ids) if one.heading == best.heading and one.meeting == best.meeting]
    hits = hits_of(library, scene, [Candidate(one, 0.0, 0.0) for one in beside], keep=True)
    return [Section("", tuple(Quoted(hit.passage, hit.passage.text, "", hit.copies) for hit in hits))]
