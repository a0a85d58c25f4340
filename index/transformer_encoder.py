"""The reference encoder: any sentence-transformers model, in full precision, on a GPU where there is one."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoded, Tokens, Vector
from index.weights import WeightsError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32  # texts a step: sentence-transformers' own default


class TransformerEncoder:
    """A sentence-transformers model named by its name or its folder.

    Nothing is kept of its tokens, since which directions to keep is learnt for each model.

    Example: ``TransformerEncoder("sentence-transformers/all-MiniLM-L6-v2")`` where that model can be reached.
    """

    token_dimension = 0

    def __init__(self, model: str) -> None:
        self.name = model.rstrip("/").rsplit("/", 1)[-1]
        self._model = _load(model)
        self._instruction = self._model.prompts.get("query") or ""
        self.dimension = _known(self._model.get_embedding_dimension(), model, "dimension")
        self.limit = (
            _known(self._model.max_seq_length, model, "length limit")
            - self._model.tokenizer.num_special_tokens_to_add()
        )
        self.fingerprint = _fingerprint(self._model, self._instruction)

    def count(self, text: str) -> int:
        """Count the tokens of a text, the model's own markers not counted."""
        return len(self._model.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield the vector of each text in the order given; closing the iterator stops after the batch in hand."""
        for start in range(0, len(texts), BATCH):
            yield from (Encoded(vector, None) for vector in self._vectors(list(texts[start : start + BATCH])))

    def encode_query(self, text: str) -> Vector:
        """Return the vector of a question, introduced by the model's query prompt where it has one."""
        vector: Vector = self._vectors([self._instruction + text])[0]
        return vector

    def query_tokens(self, text: str) -> Tokens | None:  # noqa: ARG002  # nothing is kept of any
        """Return None: nothing is kept of tokens."""
        return None

    def _vectors(self, texts: list[str]) -> NDArray[np.float32]:
        vectors = self._model.encode(
            texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, prompt=""
        )
        rows: NDArray[np.float32] = np.asarray(vectors, dtype=np.float32)
        return rows


def _load(model: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer  # here, because it takes six seconds and 400 MB
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]  # untyped there; the entry points alone write to the terminal
    try:
        return SentenceTransformer(model)
    except (OSError, ValueError) as error:
        first = str(error).strip().splitlines()[0]
        raise WeightsError(f"{model} is no sentence-transformers model that can be opened here: {first}") from error


def _known(value: int | None, model: str, what: str) -> int:
    if value is None:
        raise WeightsError(f"{model} does not say its {what}: name another model")
    return value


def _fingerprint(model: "SentenceTransformer", instruction: str) -> str:
    import torch  # already there with the model

    digest = hashlib.sha256(f"{model!r}\0{instruction}\0".encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().cpu().flatten().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()[:32]
