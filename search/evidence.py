"""What speaks for a passage answering a question, and how much of it is enough.

A cosine alone proves nothing: it drifts as a library grows, and something is always nearest. What a passage is taken
on is the share of the question's words that it and its heading hold, weighted by rarity, with its likeness beside it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.needs import Need

SHARE = 0.74  # of the question's weight: two words of three, or all but a common one
SHARE_IF_SCATTERED = 0.82  # where a name's words stand apart, they may be about anything: "Local Transport Plan"
LIKE = 0.70  # cosine of the default model that a passage on another matter seldom reaches: they end at 0.64
SHARE_IF_LIKE = 0.45  # a paraphrase may lack half of the words where the likeness is plain
WORDS_IF_LIKE = 3  # and the question has so many: of two words, the one missing may be all that was asked


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a passage meets the needs of a question.

    Example: ``Evidence(share=0.83, missing=("fares",), strict_missing=(), scattered=(), cosine=0.81, asked=4)``.
    """

    share: float  # of the needs' weight, 0 to 1
    missing: tuple[str, ...]  # what is not met, as the question has it
    strict_missing: tuple[str, ...]  # names, numbers and references among them
    scattered: tuple[str, ...]  # names whose words are all there, or some, but nowhere side by side
    cosine: float  # likeness in meaning, 0 where the passage was not among the nearest
    asked: int  # how many needs there are

    @property
    def enough(self) -> bool:
        """Say whether this is evidence that the passage answers."""
        if self.strict_missing:
            return False
        alike = self.cosine >= LIKE and self.asked >= WORDS_IF_LIKE and not self.scattered
        return self.share >= (SHARE_IF_SCATTERED if self.scattered else SHARE) or (
            alike and self.share >= SHARE_IF_LIKE
        )


def weigh(needs: Sequence[Need], held: Collection[str], cosine: float = 0.0) -> Evidence:
    """Return the evidence that these terms and this likeness make for the needs of a question."""
    whole = sum(need.weight for need in needs)
    unmet = [need for need in needs if not need.met(held)]
    share = 1 - sum(need.weight for need in unmet) / whole if whole else 1.0
    return Evidence(
        share=share,
        missing=tuple(need.shown for need in unmet if not need.beside),
        strict_missing=tuple(need.shown for need in unmet if need.strict and not need.beside),
        scattered=tuple(need.shown for need in unmet if need.beside and need.strict),
        cosine=cosine,
        asked=sum(not need.beside for need in needs),
    )
