"""Is a system as sure as it is right: answers grouped by their confidence, each group with the share that is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

GROUPS = 5  # of equal size: with some 200 questions each holds 40, whose share is known to about 0.15 either way


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence.

    Example: ``Bin(low=0.8, high=0.95, sure=0.87, right=0.9, questions=40)``.
    """

    low: float  # the least confidence in the group
    high: float  # the greatest
    sure: float  # the mean
    right: float  # share of the answers that are right
    questions: int


def reliability(confidence: Mapping[str, float], right: Mapping[str, bool], groups: int = GROUPS) -> list[Bin]:
    """Return the questions that both know of in groups of about equal size, the least confident first."""
    asked = sorted(confidence.keys() & right.keys(), key=lambda topic: (confidence[topic], topic))
    bounds = [round(at * len(asked) / groups) for at in range(groups + 1)]
    parts = [asked[start:end] for start, end in pairwise(bounds) if end > start]
    return [
        Bin(
            confidence[part[0]],
            confidence[part[-1]],
            sum(confidence[topic] for topic in part) / len(part),
            sum(right[topic] for topic in part) / len(part),
            len(part),
        )
        for part in parts
    ]
