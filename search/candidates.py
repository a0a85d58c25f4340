"""What a search has found before it is shown, and the order of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.types import Passage
from search.ranking import Signals


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found, with what speaks for it."""

    passage: Passage
    score: float
    cosine: float  # to the question's topic; 0 where that has no words of its own
    closeness: float | None = None  # of its tokens to the question's, -1 to 1; None where none were compared
    signals: Signals | None = None  # what its score is made of; None where the question names a place and no topic
    read: float | None = None  # what the reader said of it (`search/reading.py`); None where it was not read


def ordered(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates best first; equal ones in the order of their names, so that no run differs from another."""
    return tuple(sorted(candidates, key=lambda one: (-one.score, one.passage.family, one.passage.id)))
