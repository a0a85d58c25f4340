"""An answer before its quotations are checked, and what is left of it once they have been read beside the question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.compose import Section
from search.premises import VOTES, asks, premises_of
from search.reading import LOOKED_FOR, SEEMS, answering
from search.retrieve import Found
from search.types import Outcome, Want

OF_DECISIONS: frozenset[Want] = frozenset({"decision", "comparison"})
"""What is asked of decisions: "That the report be noted" answers by where it stands, which a reader cannot judge."""

RECORDED: frozenset[Want] = frozenset({"declaration", "attendance", "recommendation"})
"""What the record keeps as such: a reader cannot judge a list of names, nor "RECOMMENDATION: Refuse"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its quotations are checked."""

    outcome: Outcome
    opening: str
    sections: Sequence[Section]
    confidence: float | None = None  # how likely this answers; None for a place that was asked for by name


DENIED = Draft("not_found", "", ())
"""What is told where a decision is held and it is not the one that the question takes for granted: nothing."""


def borne_out(draft: Draft, found: Found) -> Draft | None:
    """Return the draft with the sections that the reader finds to answer, and its confidence; None where none does.

    A decision has been held to a bar of its own, and a vote is borne out by the names. They stand as they are, and so
    do what was asked for by its place or its reference, declarations, lists of who was there, and what the record keeps
    apart from its words.
    """
    want = found.query.want
    vote = {one.pattern for one in premises_of(found.query)} & VOTES
    placed = found.query.references and not found.needs
    told_apart = vote or placed or want in OF_DECISIONS or (want in RECORDED and _all_of_kind(draft, want))
    if draft.outcome != "answered" or draft.confidence is None or told_apart:
        return draft
    least = SEEMS if asks(found.query) else LOOKED_FOR
    told, sure = answering(found.asked or (found.query.text,), draft.sections, found.candidates, least)
    return replace(draft, sections=told, confidence=sure) if told else None


def _all_of_kind(draft: Draft, kind: Want) -> bool:
    """Say whether all that is told is of one kind: that it is, the record says."""
    return all(one.passage.kind == kind for section in draft.sections for one in section.quoted)
