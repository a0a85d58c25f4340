"""An answer before its quotations are checked, and what is left of it once they have been read beside the question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.compose import Section
from search.premises import asks
from search.reading import LOOKED_FOR, SEEMS, answering
from search.retrieve import Found
from search.types import Outcome


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

    What was asked for by its place, and what the record keeps apart from its words, stands as it is.
    """
    if draft.outcome != "answered" or draft.confidence is None:
        return draft
    least = SEEMS if asks(found.query) else LOOKED_FOR
    told, sure = answering(found.asked or (found.query.text,), draft.sections, found.candidates, least)
    return replace(draft, sections=told, confidence=sure) if told else None
