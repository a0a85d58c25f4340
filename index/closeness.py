"""How close a question's tokens come to those of passages: late interaction, as ColBERT does it.

Tokens are kept in whole numbers of eight bits. Dot products of such vectors are whole numbers below 2^24, which float32
adds up exactly in any order: a score is the same in every process.

After Khattab and Zaharia, 2020, https://arxiv.org/abs/2004.12832.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from index.encoder import Tokens

UNIT = 127  # what 1 is in eight bits
AT_ONCE = 14_000  # pairs of tokens: with more, numpy's threads wait for each other, 20 times as long on busy cores


def closeness(question: Tokens, passages: Sequence[Tokens]) -> list[float]:
    """Return for each passage the mean over the question's tokens of the cosine with the nearest of its own (MaxSim).

    A passage without tokens has 0.
    """
    scores = [0.0] * len(passages)
    if not len(question):
        return scores
    asked = np.ascontiguousarray(question.astype(np.float32).T)
    for some in _batches(passages, AT_ONCE // len(question)):
        starts = np.cumsum([0, *(len(passages[at]) for at in some[:-1])])
        every = np.concatenate([passages[at] for at in some]).astype(np.float32)
        nearest = np.maximum.reduceat(every @ asked, starts, axis=0)
        for at, total in zip(some, nearest.astype(np.int64).sum(axis=1), strict=True):
            scores[at] = float(total) / (len(question) * UNIT * UNIT)
    return scores


def _batches(passages: Sequence[Tokens], most: int) -> Iterator[list[int]]:
    """Yield the places of the passages that have tokens, as many at a time as have no more than ``most``, or one."""
    batch: list[int] = []
    count = 0
    for at, tokens in enumerate(passages):
        if batch and count + len(tokens) > most:
            yield batch
            batch, count = [], 0
        if len(tokens):
            batch.append(at)
            count += len(tokens)
    if batch:
        yield batch
