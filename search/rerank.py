"""Says how close a question comes to passages, by either of two models: token by token, or read together.

Late interaction compares what is kept of tokens and takes milliseconds for all candidates. The cross-encoder takes some
25 ms a passage: it decides between the few that the ranking puts next to each other at the top, and checks summaries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

from index.closeness import closeness
from index.encoder import Encoder, Tokens
from index.in_order import in_order
from index.onnx_encoder import POSITIONS, open_session
from index.weights import CROSS_ENCODER, read_carried

TAUGHT = Path(__file__).with_name("reader.safetensors")
"""The weights that ``python -m eval.teach`` made: the upper half of the cross-encoder, by their names in its file."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reranker may read of a passage.

    Example: ``Read("Cabinet, 30 January 2025: Budget. The charge is 60 pounds.", tokens)``.
    """

    text: str
    tokens: Tokens | None = None  # None where the library keeps none


class Reranker(Protocol):
    """A model that scores passages for a question; scores of two models have nothing to do with each other."""

    def scores(self, question: str, passages: Sequence[Read]) -> list[float]:
        """Return a score for each passage in the order given: the higher, the likelier it answers."""
        ...


class LateInteraction:
    """Compares the tokens of a question with those kept of a passage: -1 to 1, and 0 where none are kept."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def scores(self, question: str, passages: Sequence[Read]) -> list[float]:
        """Return for each passage the mean cosine of the question's tokens with the nearest of its own."""
        asked = self._encoder.query_tokens(question)
        kept = [at for at, one in enumerate(passages) if one.tokens is not None]
        scores = [0.0] * len(passages)
        if asked is not None:
            tokens = [one.tokens for one in passages if one.tokens is not None]
            for at, score in zip(kept, closeness(asked, tokens), strict=True):
                scores[at] = score
        return scores


def tokenizer_of(file: bytes) -> Tokenizer:
    """Return the tokenizer of a cross-encoder: what it reads is cut where the model ends, and nothing is filled up."""
    tokenizer = Tokenizer.from_buffer(file)
    tokenizer.no_padding()
    tokenizer.enable_truncation(POSITIONS, strategy="longest_first")  # either may be the longer
    return tokenizer


class CrossEncoder:
    """Reads question and passage together: some 25 ms for each passage, so for the very best alone."""

    def __init__(self, taught: bytes | None = None) -> None:
        """Open it as it is carried, or with these weights in place of its own."""
        files = read_carried(CROSS_ENCODER)
        self._tokenizer = tokenizer_of(files["tokenizer.json"])
        self._session = open_session(files["model.onnx"], load(taught) if taught else None)

    def scores(self, question: str, passages: Sequence[Read]) -> list[float]:
        """Return the model's own score of each: above 0 where it is more likely than not about what is asked.

        Each is read by itself, one a core, so that its score is the same whatever is read beside it.
        """
        return list(in_order(partial(self._score, question), passages))

    def _score(self, question: str, passage: Read) -> float:
        read = self._tokenizer.encode(question, passage.text)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        feed = {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        return float(self._session.run(None, feed)[0][0, 0])


@cache
def cross_encoder() -> CrossEncoder:
    """Return the cross-encoder of this process as it is carried: it says whether two texts are of one matter."""
    return CrossEncoder()


@cache
def reader() -> CrossEncoder:
    """Return the cross-encoder of this process as ``eval.teach`` taught it: it says whether a passage answers."""
    return CrossEncoder(TAUGHT.read_bytes())
