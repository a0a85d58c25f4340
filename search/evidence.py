"""What speaks for a passage answering a question, and how much of it is enough.

A cosine alone proves nothing: it drifts as a library grows, and something is always nearest. A passage is taken on a
confidence that weighs the share of the question's words that it holds, the names it lacks, and how close its tokens
come to the question's. The weights are fitted on questions with and without an answer by
docs/decisions/0005_declining.py.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from search.needs import Need

INTERCEPT = 1.58
WEIGHTS: Mapping[str, float] = {
    "gap": -2.97,
    "gap where bound": -1.86,
    "closeness": 0.80,
    "strict": -0.91,
    "scattered": -0.98,
}
"""What each feature of evidence adds to the log odds that the passage answers: see ``Evidence.features``."""

SURE = 0.11  # of confidence: the most at which one answer in twenty that is held was declined in tuning
SURE_OF_A_NUMBER = 0.15  # where it is asked how many or how much: a number of something else stands near any matter
USUAL = 0.868  # closeness of the passage that stands first, the median in tuning; taken where none was measured
UNALIKE = 0.7  # closeness of a passage on another matter: below it the model tells nothing apart


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a passage meets the needs of a question.

    Example: ``Evidence(share=0.83, missing=("fares",), strict_missing=(), scattered=(), closeness=0.91)``.
    """

    share: float  # of the needs' weight, 0 to 1
    missing: tuple[str, ...]  # what is not met, as the question has it
    strict_missing: tuple[str, ...]  # names, numbers and references among them
    scattered: tuple[str, ...]  # names whose words are all there, or some, but nowhere side by side
    closeness: float | None = None  # of its tokens to the question's; None where none were compared
    bound: bool = False  # a body is named or a decision asked for: words missing there are not put otherwise elsewhere
    single: bool = False  # one thing is asked to be told: a figure, a day, somebody
    counted: bool = False  # it is asked how many or how much
    placed: bool = (
        False  # the minute, the paragraph or the decision is named: its words need not prove that it is meant
    )

    @property
    def features(self) -> dict[str, float]:
        """Return what the confidence is made of, by the names of ``WEIGHTS``."""
        gap = 1 - self.share
        close = USUAL if self.closeness is None else max(UNALIKE, self.closeness)
        return {
            "gap": gap,
            "gap where bound": gap * self.bound,
            "closeness": 10 * (close - USUAL),
            "strict": float(bool(self.strict_missing)),
            "scattered": float(bool(self.scattered)),
        }

    @property
    def confidence(self) -> float:
        """Return how likely the passage answers, 0 to 1."""
        odds = INTERCEPT + sum(WEIGHTS[name] * value for name, value in self.features.items())
        return 1 / (1 + math.exp(-odds))

    @property
    def enough(self) -> bool:
        """Say whether this is evidence that the passage answers."""
        return self.confidence >= (SURE_OF_A_NUMBER if self.counted and not self.placed else SURE)


def weigh(
    needs: Sequence[Need],
    held: Collection[str],
    closeness: float | None = None,
    *,
    bound: bool = False,
) -> Evidence:
    """Return the evidence that these terms and this closeness make for the needs of a question."""
    whole = sum(need.weight for need in needs)
    unmet = [need for need in needs if not need.met(held)]
    share = 1 - sum(need.weight for need in unmet) / whole if whole else 1.0
    return Evidence(
        share=share,
        missing=tuple(need.shown for need in unmet if not need.beside),
        strict_missing=tuple(need.shown for need in unmet if need.strict and not need.beside),
        scattered=tuple(need.shown for need in unmet if need.beside and need.strict),
        closeness=closeness,
        bound=bound,
    )
