"""What turns words into vectors, whichever model does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
"""One text's meaning: float32 of shape ``(dimension,)`` and length one."""

Tokens = NDArray[np.int8]
"""One text's tokens for late interaction: int8 of shape ``(tokens, dimension)``, 127 for 1."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What one pass of a model makes of a text: its vector, and what is kept of each of its tokens.

    ``tokens`` is None where the encoder keeps nothing of them.
    """

    vector: Vector
    tokens: Tokens | None


class Encoder(Protocol):
    """A model that gives each text a vector of length one, the same whatever is encoded beside it."""

    @property
    def name(self) -> str:
        """The model's name, as a reader knows it: "bge-small-en-v1.5"."""
        ...

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides the vectors; a library refuses vectors of another fingerprint."""
        ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    @property
    def token_dimension(self) -> int:
        """How many numbers are kept of a token, 0 where none are."""
        ...

    @property
    def limit(self) -> int:
        """How many tokens of a text are read, the model's own markers not counted; the rest is ignored."""
        ...

    def count(self, text: str) -> int:
        """Count the tokens of a text, the model's own markers not counted."""
        ...

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield what is made of each text in the order given; closing the iterator stops the work."""
        ...

    def encode_query(self, text: str) -> Vector:
        """Return the vector of a question, which some models want introduced by an instruction."""
        ...

    def query_tokens(self, text: str) -> Tokens | None:
        """Return what is kept of each token of a question as it was typed, None where nothing is kept of tokens."""
        ...


def open_encoder(model: str | None = None) -> Encoder:
    """Open the default encoder, or the one that a model's name or folder asks for.

    A folder that holds ``model.onnx`` is run by ONNX Runtime, anything else by sentence-transformers. Either library
    is imported only when it is asked for: importing torch would cost a question six seconds and 400 MB.
    """
    if model is None or (Path(model) / "model.onnx").is_file():
        from index.onnx_encoder import OnnxEncoder

        return OnnxEncoder.default() if model is None else OnnxEncoder.from_folder(Path(model))
    from index.transformer_encoder import TransformerEncoder

    return TransformerEncoder(model)
