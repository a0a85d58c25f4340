"""What was recommended beside what was agreed, word by word, where an answer quotes both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from search.types import Answer, Citation
from ui.plain import one_line

ALIKE = 0.55  # share of their words, in any order, that two must have in common to be one thing recommended and agreed

Side = Literal["both", "recommended", "agreed"]
"""Where some words stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they stand in both texts or in one of them."""

    words: str
    side: Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """A recommendation with the resolution most like it, None where none is, and their words set side by side."""

    recommended: Citation
    agreed: Citation | None
    pieces: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Say whether it was agreed word for word."""
        return self.agreed is not None and all(piece.side == "both" for piece in self.pieces)


def compared(answer: Answer) -> tuple[Comparison, ...]:
    """Return each recommendation that an answer quotes beside the resolution most like it, of the same day or later."""
    agreed = [one for one in answer.citations if one.kind == "decision"]
    if not agreed:
        return ()
    return tuple(_beside(one, agreed) for one in answer.citations if one.kind == "recommendation")


def _beside(recommended: Citation, agreed: Sequence[Citation]) -> Comparison:
    first = recommended.meeting_date or date.min
    later = [one for one in agreed if (one.meeting_date or date.max) >= first and one.council == recommended.council]
    best = max(later, key=lambda one: _likeness(recommended, one), default=None)
    if best is None or _likeness(recommended, best) < ALIKE:
        return Comparison(recommended, None, ())
    return Comparison(recommended, best, tuple(_pieces(recommended, best)))


def _likeness(recommended: Citation, agreed: Citation) -> float:
    """Return the share of words in common: "note the deficit" becomes "that the deficit be noted" in the minutes."""
    return _matcher(recommended, agreed).quick_ratio()


def _matcher(recommended: Citation, agreed: Citation) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _folded(recommended), _folded(agreed), autojunk=False)


def _pieces(recommended: Citation, agreed: Citation) -> list[Piece]:
    old, new = one_line(recommended.quote).split(), one_line(agreed.quote).split()
    pieces: list[Piece] = []
    for kind, start, end, other, until in _matcher(recommended, agreed).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(" ".join(new[other:until]), "both"))
            continue
        if end > start:
            pieces.append(Piece(" ".join(old[start:end]), "recommended"))
        if until > other:
            pieces.append(Piece(" ".join(new[other:until]), "agreed"))
    return pieces


def _folded(citation: Citation) -> list[str]:
    """Return the words as they are compared: case and the marks at their ends make no difference."""
    return [word.casefold().strip(".,;:()") for word in one_line(citation.quote).split()]
