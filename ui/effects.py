"""What each decision did, in the record's own verb: approved, noted, refused, or only resolved."""

from collections.abc import Mapping

from index.library import Library
from index.types import Passage
from ui.generations import once_a_generation

Place = tuple[str, int, int]
"""Where a resolution begins: paper, page, offset."""


@once_a_generation
def _effects(library: Library) -> Mapping[Place, str]:
    return {
        (first.paper, first.page, first.start): resolution.effect or resolution.verb
        for paper in library.papers()
        if paper.meetings
        for proceedings in library.record(paper.sha256).proceedings
        for minute in proceedings.minutes
        for resolution in minute.resolutions
        for first in resolution.spans[:1]
    }


def effect_of(library: Library, decision: Passage) -> str | None:
    """Return the verb of what a decision did, or None where it is not read from minutes."""
    first = decision.spans[0]
    return _effects(library).get((first.paper, first.page, first.start))


def effects_held(library: Library) -> tuple[str, ...]:
    """Return the verbs of all the decisions held, in the order of the alphabet."""
    return tuple(sorted(set(_effects(library).values())))
