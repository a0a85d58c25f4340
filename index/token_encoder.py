"""The late interaction model: a vector a token, so that a question's words meet a passage's one by one.

What is kept of a token is small: 64 of its 384 dimensions, chosen once and for all from the sample papers and
kept beside this module, in whole numbers of eight bits. Dot products of such vectors are whole numbers below 2^24,
which float32 adds up exactly in any order: a score is the same in every process.

The model is ColBERT's kind (Khattab and Zaharia, 2020, https://arxiv.org/abs/2004.12832).
"""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from io import BytesIO
from typing import Self

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.encoder import Tokens
from index.in_order import in_order
from index.onnx_encoder import open_session
from index.weights import LATE_INTERACTION, read_carried

PROJECTION = "token_projection.npy"  # float32 of shape (384, 64), made by docs/decisions/0002_projection.py
UNIT = 127  # what 1 becomes in eight bits
QUESTION_MARK, PASSAGE_MARK = 1, 2  # ids that the model was trained to see after its first marker
POSITIONS = 512  # what BERT models have positions for, markers included


class TokenEncoder:
    """A BERT-like model in ONNX form whose every token is kept.

    Example: ``TokenEncoder.default().encode_query("what was agreed on LADO")`` has shape ``(9, 64)``.
    """

    def __init__(self, name: str, model: bytes, tokenizer: bytes, projection: NDArray[np.float32]) -> None:
        self.name = name
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._session = open_session(model)
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._projection = projection
        self.dimension = int(projection.shape[1])
        parts = (model, tokenizer, projection.astype("<f4").tobytes())
        self.fingerprint = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:32]

    @classmethod
    def default(cls, projection: NDArray[np.float32] | None = None) -> Self:
        """Open answerai-colbert-small-v1 as the package carries it; ``WeightsError`` says what is wrong with it."""
        carried = read_carried(LATE_INTERACTION)
        if projection is None:
            projection = np.load(BytesIO(files("index").joinpath(PROJECTION).read_bytes()))
        return cls(LATE_INTERACTION.name, carried["model.onnx"], carried["tokenizer.json"], projection)

    def encode(self, texts: Sequence[str]) -> Iterator[Tokens]:
        """Yield the tokens of each passage in the order given, once the last of them is read: give some at a time."""
        # numpy's own threads would fight with those that run the model: reducing meanwhile took a third of its speed.
        for whole in list(in_order(self.whole, texts)):
            yield self._reduced(whole)

    def encode_query(self, text: str) -> Tokens:
        """Return the tokens of a question."""
        return self._reduced(self._whole(text, QUESTION_MARK))

    def whole(self, text: str) -> NDArray[np.float32]:
        """Return the tokens of a passage in all their dimensions, of length one: what a projection is learnt from."""
        return self._whole(text, PASSAGE_MARK)

    def _reduced(self, whole: NDArray[np.float32]) -> Tokens:
        reduced = whole @ self._projection
        lengths = np.linalg.norm(reduced, axis=1, keepdims=True)
        rounded: Tokens = np.rint(reduced / np.maximum(lengths, np.finfo(np.float32).tiny) * UNIT).astype(np.int8)
        return rounded

    def _whole(self, text: str, mark: int) -> NDArray[np.float32]:
        first, *others = self._tokenizer.encode(text).ids
        ids = [first, mark, *others]
        if len(ids) > POSITIONS:
            ids = [*ids[: POSITIONS - 1], ids[-1]]  # the closing marker stays
        row = np.array([ids], dtype=np.int64)
        feed = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
        hidden = self._session.run(None, {name: value for name, value in feed.items() if name in self._inputs})[0][0]
        vectors: NDArray[np.float32] = hidden / np.linalg.norm(hidden, axis=1, keepdims=True)
        return vectors


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
