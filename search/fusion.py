"""Fuses what was found by words and by meaning into one score an item."""

from collections.abc import Mapping, Sequence


def spread(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the scores stretched to run from 0, for the least, to 1; where all are equal they are all 1."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {item: (score - low) / (high - low) for item, score in scores.items()}


def fuse(channels: Sequence[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """Return the weighted sum of the channels' stretched scores; an item that a channel lacks gets nothing from it."""
    fused: dict[str, float] = {}
    for weight, scores in channels:
        for item, score in spread(scores).items():
            fused[item] = fused.get(item, 0.0) + weight * score
    return fused


def ranked(scores: Mapping[str, float]) -> list[str]:
    """Return the items, best first; equal ones in the order of their names, so that no run differs from another."""
    return sorted(scores, key=lambda item: (-scores[item], item))
