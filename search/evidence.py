"""What speaks for a passage answering a question, and how much of it is enough.

A cosine alone proves nothing: it drifts as a library grows, and something is always nearest. What a passage is taken
on is the share of the question's words that it and its heading hold, weighted by rarity, with its likeness beside it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.needs import Need

SHARE = 0.74  # of the question's weight: two words of three, or all but a common one
LIKE = 0.12  # cosine above the pool's last: what a passage on another matter of the same service seldom reaches
SHARE_IF_LIKE = 0.45  # a paraphrase may lack half of the words where the likeness is plain
WORDS_IF_LIKE = 3  # and the question has so many: of two words, the one missing may be all that was asked


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a passage meets the needs of a question.

    Example: ``Evidence(share=0.83, missing=("fares",), strict_missing=(), lift=0.21, asked=4)``.
    """

    share: float  # of the needs' weight, 0 to 1
    missing: tuple[str, ...]  # what is not met, as the question has it
    strict_missing: tuple[str, ...]  # names, numbers and references among them
    lift: float  # cosine above that of the pool's last passage
    asked: int  # how many needs there are

    @property
    def enough(self) -> bool:
        """Say whether this is evidence that the passage answers."""
        if self.strict_missing:
            return False
        alike = self.lift >= LIKE and self.asked >= WORDS_IF_LIKE
        return self.share >= SHARE or (alike and self.share >= SHARE_IF_LIKE)


def weigh(needs: Sequence[Need], held: Collection[str], cosine: float = 0.0, background: float = 0.0) -> Evidence:
    """Return the evidence that these terms and this likeness make for the needs of a question."""
    whole = sum(need.weight for need in needs)
    unmet = [need for need in needs if not need.met(held)]
    share = 1 - sum(need.weight for need in unmet) / whole if whole else 1.0
    return Evidence(
        share=share,
        missing=tuple(need.shown for need in unmet),
        strict_missing=tuple(need.shown for need in unmet if need.strict),
        lift=max(0.0, cosine - background) if cosine else 0.0,
        asked=len(needs),
    )
