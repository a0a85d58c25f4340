"""Reads two texts together: slow, so for a few alone; no question's ranking waits for it (docs/decisions/0004)."""

import numpy as np
from tokenizers import Tokenizer

from index.onnx_encoder import POSITIONS, open_session
from index.weights import CROSS_ENCODER, read_carried


class CrossEncoder:
    """Reads question and passage together: 25 ms and more for each passage, so for the very best alone."""

    def __init__(self) -> None:
        files = read_carried(CROSS_ENCODER)
        self._tokenizer = Tokenizer.from_buffer(files["tokenizer.json"])
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(POSITIONS, strategy="only_second")
        self._session = open_session(files["model.onnx"])

    def score(self, question: str, text: str) -> float:
        """Return the model's own score: above 0 where the text is more likely than not about what is asked."""
        read = self._tokenizer.encode(question, text)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        feed = {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        return float(self._session.run(None, feed)[0][0, 0])
