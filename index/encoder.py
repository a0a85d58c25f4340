"""What turns words into vectors, whichever model does it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
"""One text's meaning: float32 of shape ``(dimension,)`` and length one."""

Tokens = NDArray[np.int8]
"""One text's tokens for late interaction: int8 of shape ``(tokens, dimension)``, 127 for 1."""


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
    def limit(self) -> int:
        """How many tokens of a text are read, the model's own markers not counted; the rest is ignored."""
        ...

    def count(self, text: str) -> int:
        """Count the tokens of a text, the model's own markers not counted."""
        ...

    def encode(self, texts: Sequence[str]) -> Iterator[Vector]:
        """Yield the vector of each text in the order given; closing the iterator stops the work."""
        ...

    def encode_query(self, text: str) -> Vector:
        """Return the vector of a question, which some models want introduced by an instruction."""
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
