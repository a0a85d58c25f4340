"""How close a question's tokens come to those of passages: late interaction, as ColBERT does it.

Tokens are kept in whole numbers of eight bits. Dot products of such vectors are whole numbers below 2^24, which float32
adds up exactly in any order: a score is the same in every process.

After Khattab and Zaharia, 2020, https://arxiv.org/abs/2004.12832.
"""

from collections.abc import Sequence

import numpy as np

from index.encoder import Tokens

UNIT = 127  # what 1 is in eight bits


def closeness(question: Tokens, passages: Sequence[Tokens]) -> list[float]:
    """Return for each passage the mean over the question's tokens of the cosine with the nearest of its own (MaxSim).

    A passage without tokens has 0.
    """
    scores = [0.0] * len(passages)
    filled = [at for at, tokens in enumerate(passages) if len(tokens)]
    if not filled or not len(question):
        return scores
    starts = np.cumsum([0, *(len(passages[at]) for at in filled[:-1])])
    every = np.concatenate([passages[at] for at in filled]).astype(np.float32)
    nearest = np.maximum.reduceat(every @ question.astype(np.float32).T, starts, axis=0)
    for at, total in zip(filled, nearest.astype(np.int64).sum(axis=1), strict=True):
        scores[at] = float(total) / (len(question) * UNIT * UNIT)
    return scores
