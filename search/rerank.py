"""Reads the best candidates again, with more care than the first search can give to every passage held."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from tokenizers import Tokenizer

from index.closeness import closeness
from index.context import embedding_text
from index.encoder import Encoder
from index.library import Library
from index.onnx_encoder import POSITIONS, open_session
from index.types import Passage
from index.weights import CROSS_ENCODER, read_carried
from search.fusion import spread


class Reranker(Protocol):
    """What judges passages beside a question; the higher a score the better, on a scale of its own."""

    @property
    def depth(self) -> int:
        """How many of the best candidates it is worth asking about."""
        ...

    def scores(
        self, library: Library, encoder: Encoder, question: str, passages: Sequence[Passage]
    ) -> Mapping[str, float]:
        """Return a score for each passage that it can judge, by id."""
        ...


class LateInteraction:
    """Compares a question's tokens with those that the library keeps of each passage, where its encoder keeps any."""

    depth = 50  # items: at 20 as many of the right ones were put first, and fewer of the others found

    def scores(
        self, library: Library, encoder: Encoder, question: str, passages: Sequence[Passage]
    ) -> Mapping[str, float]:
        """Return how close the question's tokens come to those of each passage, by id."""
        asked = encoder.query_tokens(question)
        if asked is None:
            return {}
        held = library.tokens(one.id for one in passages)
        found = closeness(asked, [held[one.id] for one in passages])
        return {one.id: score for one, score in zip(passages, found, strict=True)}


LATE_INTERACTION = LateInteraction()
"""The reranker of every question, unless another or none is asked for."""


class CrossEncoder:
    """Reads question and passage together: 25 ms and more for each passage, so for the very best alone."""

    depth = 10  # passages: with more it took longer than a whole question may

    def __init__(self) -> None:
        files = read_carried(CROSS_ENCODER)
        self._tokenizer = Tokenizer.from_buffer(files["tokenizer.json"])
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(POSITIONS, strategy="only_second")
        self._session = open_session(files["model.onnx"])

    def scores(
        self,
        library: Library,  # noqa: ARG002  # it reads the passages' words, and nothing else that the library holds
        encoder: Encoder,  # noqa: ARG002  # it is a model of its own
        question: str,
        passages: Sequence[Passage],
    ) -> Mapping[str, float]:
        """Return the model's own score for each passage, by id."""
        return {one.id: self.score(question, embedding_text(one)) for one in passages}

    def score(self, question: str, text: str) -> float:
        """Return the model's own score: above 0 where the text is more likely than not about what is asked."""
        read = self._tokenizer.encode(question, text)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        feed = {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        return float(self._session.run(None, feed)[0][0, 0])


def reranked(first: Sequence[float], judged: Sequence[float | None], share: float) -> list[float]:
    """Return the scores of the first search, each moved by a share of the way to what a reranker makes of it.

    The reranker's scores are stretched over the range of the first scores of what it judged. What it did not
    judge keeps its score.

    Example: ``reranked([0.9, 0.5], [1.0, 3.0], 0.5)`` is ``[0.7, 0.7]``.
    """
    known = {at: score for at, score in enumerate(judged) if score is not None}
    if len(known) < 2:
        return list(first)
    low, high = min(first[at] for at in known), max(first[at] for at in known)
    moved = list(first)
    for at, stretched in spread({f"{at}": score for at, score in known.items()}).items():
        moved[int(at)] = (1 - share) * first[int(at)] + share * (low + (high - low) * stretched)
    return moved
