"""Teaching: lessons are true to the judgments, the carried model becomes a network and a file again, and it learns."""

from pathlib import Path

import numpy as np
import pytest
import torch
from made_library import TermEncoder, make
from safetensors.numpy import save
from tokenizers import Tokenizer

from eval.answers import Expected
from eval.carried_bert import CarriedBert
from eval.evaluate import QuestionSet
from eval.lessons import HELD_BACK, Lesson, lessons, made_up
from eval.qrels import Judgment, PagePlace
from eval.teach import FIRST_TAUGHT, INNER, LAYERS, WIDTH, Upper, read_below, teach
from eval.topics import Topic
from index.weights import CROSS_ENCODER, read_carried
from search.rerank import CrossEncoder, Read, tokenizer_of

PAPERS = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ decision 1 | BROWN BINS | 1 | AGREED:
That the charge for emptying brown bins be 60 pounds.
""",
    "report.pdf": """
# report | Somewhere Council | Cabinet | 2025-02-25
@ report 1.1 | BROWN BINS
The charge for emptying brown bins has been looked at by officers.
""",
}
QUESTIONS = QuestionSet(
    "made",
    (
        Topic("q-1", "decision", "tune", "what is the charge for emptying brown bins"),
        Topic("q-2", "unanswerable", "tune", "which firm is emptying brown bins"),
        Topic("q-3", "decision", "test", "what is the charge for brown bins"),
    ),
    {"q-1": (Judgment("q-1", 1, PagePlace("minutes.pdf", 1, 1), 2),)},
    {
        "q-1": Expected("q-1", "answered", (("60 pounds",),), ""),
        "q-2": Expected("q-2", "not_found", (), "no firm is named"),
        "q-3": Expected("q-3", "answered", (("60 pounds",),), ""),
    },
)


def test_lessons_are_what_answers_and_what_only_seems_to(tmp_path: Path) -> None:
    made = list(lessons(make(tmp_path, PAPERS), TermEncoder(), QUESTIONS, "tune"))
    told = [(one.topic, one.answers, one.passage.splitlines()[-1][:30]) for one in made]
    minutes, report = "That the charge for emptying b", "The charge for emptying brown "
    assert sorted(told) == [
        ("q-1", False, report), ("q-1", True, minutes), ("q-2", False, minutes), ("q-2", False, report)
    ]  # fmt: skip


def test_a_page_that_answers_is_no_lesson_where_the_passage_lacks_the_wanted_words(tmp_path: Path) -> None:
    other = QuestionSet("made", QUESTIONS.topics, QUESTIONS.judgments, {
        **QUESTIONS.expected, "q-1": Expected("q-1", "answered", (("70 pounds",),), ""),
    })  # fmt: skip
    made = list(lessons(make(tmp_path, PAPERS), TermEncoder(), other, "tune"))
    assert [(one.topic, one.answers) for one in made if one.topic == "q-1"] == [("q-1", False)]


def test_of_the_passages_made_up_one_in_six_is_held_back_and_none_is_in_both() -> None:
    taught, held = list(made_up("tune")), list(made_up("test"))
    passages = {one.passage for one in taught}, {one.passage for one in held}
    assert not passages[0] & passages[1]
    assert len(passages[1]) == -(-sum(map(len, passages)) // HELD_BACK)
    assert {one.answers for one in held} == {True, False}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return read_carried(CROSS_ENCODER)


@pytest.fixture
def bert(files: dict[str, bytes]) -> CarriedBert:
    return CarriedBert(files["model.onnx"], layers=LAYERS, width=WIDTH, inner=INNER)


@pytest.fixture(scope="module")
def tokenizer(files: dict[str, bytes]) -> Tokenizer:
    return tokenizer_of(files["tokenizer.json"])


LESSONS = [
    Lesson("a", "what does a brown bin cost", "The charge for brown bins is 60 pounds.", answers=True),
    Lesson("a", "which firm empties brown bins", "The charge for brown bins is 60 pounds.", answers=False),
]


def scores(bert: CarriedBert, tokenizer: Tokenizer) -> list[float]:
    with torch.no_grad():
        return Upper(bert).scores(read_below(bert, tokenizer, LESSONS, lambda _: None)).tolist()  # type: ignore[no-any-return]


def test_the_network_scores_as_the_carried_file_does_and_so_does_what_is_written_of_it(
    bert: CarriedBert, tokenizer: Tokenizer
) -> None:
    network = scores(bert, tokenizer)
    written = save(dict(bert.written(Upper(bert).names)))
    for file in (None, written):
        model = CrossEncoder(file)
        read = [model.scores(one.question, [Read(one.passage)])[0] for one in LESSONS]
        assert np.allclose(read, network, atol=0.5)  # eight bits are rounded, and the network's hidden half in sixteen


def test_what_is_written_are_the_upper_layers_in_eight_bits(bert: CarriedBert) -> None:
    names = Upper(bert).names
    assert {int(one.split(".")[3]) for one in names if ".layer." in one} == set(range(FIRST_TAUGHT, LAYERS))
    written = bert.written(names)
    whole = {name: value for name, value in written.items() if name.endswith("_quantized")}
    assert {str(one.dtype) for one in whole.values()} == {"int8"}
    assert len(whole) == 6 * (LAYERS - FIRST_TAUGHT) + 2


def test_what_was_taught_is_gone_on_from(files: dict[str, bytes], bert: CarriedBert, tokenizer: Tokenizer) -> None:
    carried = scores(bert, tokenizer)
    teach(Upper(bert), read_below(bert, tokenizer, LESSONS * 64, lambda _: None), lambda _: None, rounds=1)
    taught = scores(bert, tokenizer)
    written = bert.written(Upper(bert).names)
    again = CarriedBert(files["model.onnx"], layers=LAYERS, width=WIDTH, inner=INNER, taught=written)
    assert np.allclose(scores(again, tokenizer), taught, atol=0.2)  # eight bits are rounded
    assert not np.allclose(taught, carried, atol=0.5)


def test_teaching_parts_what_answers_from_what_seems_to(bert: CarriedBert, tokenizer: Tokenizer) -> None:
    before = scores(bert, tokenizer)
    teach(Upper(bert), read_below(bert, tokenizer, LESSONS * 16, lambda _: None), lambda _: None)
    after = scores(bert, tokenizer)
    assert after[0] - after[1] > before[0] - before[1]
