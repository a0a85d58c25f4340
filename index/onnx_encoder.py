"""The encoder of an ordinary machine: ONNX Runtime, one text a call, every core at work.

One text a call needs no padding and makes a vector independent of its neighbours; one thread a call makes it
independent of scheduling. A session may run in many threads at once, so one session serves every core: measured, it is
as fast as a session a core (47 against 47 passages of 200 tokens a second on two cores) and saves 80 MB for each.

Beside a text's vector, the same pass gives a vector for each of its tokens. What is kept of these is small: 64 of their
384 dimensions, chosen once and for all from the sample papers and kept beside this module, in whole numbers of eight
bits.

A question's vector is turned towards those of the passages that answer such questions, by one matrix that
``eval.teach_turn`` made. Passages are not: a library stays what it is when the matrix changes.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, Self
from weakref import finalize

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.closeness import UNIT
from index.encoder import Encoded, Tokens, Vector
from index.in_order import in_order
from index.weights import BGE_SMALL, WeightsError, read_carried

Pooling = Literal["cls", "mean"]
"""How a text's token vectors become one: the first token's, or the mean of all."""

BGE_INSTRUCTION = "Represent this sentence for searching relevant passages: "  # from the model's own card
POSITIONS = 512  # what BERT models have positions for, the two markers included
PROJECTION = "token_projection.npy"  # float32 of shape (384, 64), made by docs/decisions/0002_projection.py
TURN = "question_turn.npy"  # float16 of shape (384, 384), made by eval.teach_turn
AT_ONCE = 8  # rows multiplied together: with more, numpy's own threads fight with those that run the model

Projection = NDArray[np.float32]
"""The directions in which a model's tokens differ most: of shape ``(dimension, token dimension)``."""

Turn = NDArray[np.float32]
"""What a question's vector is multiplied with: of shape ``(dimension, dimension)``."""


class OnnxEncoder:
    """A BERT-like model in ONNX form with its tokenizer.

    Example: ``OnnxEncoder.default().encode_query("what was agreed on LADO")`` has shape ``(384,)``.
    """

    def __init__(
        self,
        name: str,
        model: bytes,
        tokenizer: bytes,
        *,
        pooling: Pooling,
        instruction: str,
        positions: int,
        projection: Projection | None = None,
        turn: Turn | None = None,
    ) -> None:
        self.name = name
        self._pooling = pooling
        self._instruction = instruction
        self._turn = turn
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._session = open_session(model)
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._markers = self._tokenizer.num_special_tokens_to_add(is_pair=False)
        self.limit = positions - self._markers
        self.dimension = int(self._session.get_outputs()[0].shape[-1])
        self._projection = projection
        self.token_dimension = 0 if projection is None else int(projection.shape[1])
        kept = b"" if projection is None else hashlib.sha256(projection.astype("<f4").tobytes()).digest()
        parts = (hashlib.sha256(model).digest(), hashlib.sha256(tokenizer).digest(), f"{positions}".encode(), kept)
        choices = (pooling.encode(), instruction.encode())
        self.fingerprint = hashlib.sha256(b"\0".join((*parts, *choices))).hexdigest()[:32]

    @classmethod
    def default(cls, *, turned: bool = True) -> Self:
        """Open bge-small-en-v1.5 as the package carries it; ``WeightsError`` says what is wrong with it.

        Without ``turned`` a question's vector is as the model makes it: what is taught is taught from these.
        """
        carried = read_carried(BGE_SMALL)
        return cls(
            BGE_SMALL.name,
            carried["model.onnx"],
            carried["tokenizer.json"],
            pooling="cls",
            instruction=BGE_INSTRUCTION,
            positions=POSITIONS,
            projection=_kept_beside(PROJECTION),
            turn=_kept_beside(TURN).astype(np.float32) if turned else None,
        )

    @classmethod
    def from_folder(
        cls, folder: Path, *, pooling: Pooling | None = None, instruction: str = "", positions: int = POSITIONS
    ) -> Self:
        """Open any folder that holds ``model.onnx`` and ``tokenizer.json``; ``WeightsError`` where one is missing.

        Where no pooling is asked for, it is the one that the folder's ``1_Pooling/config.json`` states, or the mean.
        """
        try:
            model, tokenizer = ((folder / name).read_bytes() for name in ("model.onnx", "tokenizer.json"))
        except OSError as error:
            raise WeightsError(f"{error.filename} cannot be read ({error.strerror}): name another model") from error
        stated = pooling or _stated_pooling(folder / "1_Pooling" / "config.json")
        return cls(folder.name, model, tokenizer, pooling=stated, instruction=instruction, positions=positions)

    def count(self, text: str) -> int:
        """Count the tokens of a text, the model's own markers not counted."""
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield what is made of each text in the order given; closing the iterator stops the work."""
        return in_order(self._encoded, texts)

    def encode_query(self, text: str) -> Vector:
        """Return the vector of a question, introduced by the model's instruction and turned to what answers."""
        vector = self._pooled(self.whole(self._instruction + text))
        return vector if self._turn is None else _of_length_one(self._turn @ vector)

    def query_tokens(self, text: str) -> Tokens | None:
        """Return what is kept of a question's tokens, read as a passage's are: without the instruction."""
        return self._reduced(self.whole(text))

    def whole(self, text: str) -> NDArray[np.float32]:
        """Return what the model makes of each token: of shape ``(tokens, dimension)``, the markers among them."""
        ids = self._tokenizer.encode(text).ids
        if len(ids) > self.limit + self._markers:
            ids = [*ids[: self.limit + self._markers - 1], ids[-1]]  # the closing marker stays
        row = np.array([ids], dtype=np.int64)
        feed = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
        hidden: NDArray[np.float32] = self._session.run(
            None, {name: value for name, value in feed.items() if name in self._inputs}
        )[0][0]
        return hidden

    def _encoded(self, text: str) -> Encoded:
        hidden = self.whole(text)
        return Encoded(self._pooled(hidden), self._reduced(hidden))

    def _pooled(self, hidden: NDArray[np.float32]) -> Vector:
        pooled = hidden[0] if self._pooling == "cls" else hidden.mean(axis=0)
        return _of_length_one(pooled)

    def _reduced(self, hidden: NDArray[np.float32]) -> Tokens | None:
        if self._projection is None:
            return None
        rows = range(0, len(hidden), AT_ONCE)
        reduced = np.concatenate([hidden[at : at + AT_ONCE] @ self._projection for at in rows])
        lengths = np.linalg.norm(reduced, axis=1, keepdims=True)
        rounded: Tokens = np.rint(reduced / np.maximum(lengths, np.finfo(np.float32).tiny) * UNIT).astype(np.int8)
        return rounded


def _kept_beside(name: str) -> NDArray[Any]:
    made: NDArray[Any] = np.load(BytesIO(files("index").joinpath(name).read_bytes()))
    return made


def _of_length_one(vector: NDArray[np.float32]) -> Vector:
    unit: Vector = (vector / np.linalg.norm(vector)).astype(np.float32)
    return unit


def _stated_pooling(config: Path) -> Pooling:
    if not config.is_file():
        return "mean"  # what most models of this kind were trained with
    return "cls" if json.loads(config.read_bytes()).get("pooling_mode_cls_token") else "mean"


def open_session(model: bytes, instead: Mapping[str, NDArray[Any]] | None = None) -> onnxruntime.InferenceSession:
    """Open a model to be run with one thread a call, on the processor; ``instead`` takes the place of its own weights.

    The weights are named as in the model, and each is of its own type there.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: warnings about the export mean nothing to a user
    given = {name: onnxruntime.OrtValue.ortvalue_from_numpy(value) for name, value in (instead or {}).items()}
    for name, value in given.items():
        options.add_initializer(name, value)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    finalize(session, given.clear)  # the session reads them where they lie: they live as long as it does
    return session
