"""Is one run better than another: gains and losses question by question, and how likely chance is to make them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

ROUNDS = 10_000  # random sign flips and resamples: p-values steady to about 0.005
SEED = 20250225  # any fixed number: the same two runs always give the same p-value


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose value differs between two runs."""

    topic: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared by one measure over the same questions."""

    measure: str
    questions: int
    before: float  # mean
    after: float
    low: float  # 95 % bootstrap interval of the mean difference
    high: float
    p: float  # paired randomisation test, two-sided
    gains: tuple[Change, ...]  # largest first
    losses: tuple[Change, ...]


def compare(measure: str, before: Mapping[str, float], after: Mapping[str, float]) -> Comparison:
    """Compare two runs on the questions that both were measured on."""
    shared = sorted(before.keys() & after.keys())
    changes = [Change(topic, before[topic], after[topic]) for topic in shared]
    differences = np.array([change.after - change.before for change in changes])
    low, high = interval(differences.tolist())
    return Comparison(
        measure,
        len(shared),
        float(np.mean([change.before for change in changes])) if changes else 0.0,
        float(np.mean([change.after for change in changes])) if changes else 0.0,
        low,
        high,
        randomisation_p(differences.tolist()),
        tuple(sorted((one for one in changes if one.after > one.before), key=_size)),
        tuple(sorted((one for one in changes if one.after < one.before), key=_size)),
    )


def randomisation_p(differences: Sequence[float]) -> float:
    """Return how often differences with random signs are as far from 0 in the mean (Fisher's paired test)."""
    given = np.array([one for one in differences if one != 0.0])
    if given.size == 0:
        return 1.0
    signs = np.random.default_rng(SEED).integers(0, 2, size=(ROUNDS, given.size)) * 2 - 1
    sums = np.abs((signs * np.abs(given)).sum(axis=1))
    return float((np.count_nonzero(sums >= abs(given.sum()) - 1e-9) + 1) / (ROUNDS + 1))


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of the mean; both 0 where there is nothing."""
    given = np.array(values)
    if given.size == 0:
        return 0.0, 0.0
    picks = np.random.default_rng(SEED).integers(0, given.size, size=(ROUNDS, given.size))
    low, high = np.percentile(given[picks].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def _size(change: Change) -> tuple[float, str]:
    return (-abs(change.after - change.before), change.topic)
