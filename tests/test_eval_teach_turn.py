"""The turn of questions: what it is taught with is true to the judgments, and it brings a question to its answer."""

from pathlib import Path

import numpy as np
import torch
from made_library import TermEncoder, make
from test_eval_teach import PAPERS, QUESTIONS

from eval.teach_turn import Asked, asked_of, taught
from index.types import Filter

FILED, OTHER, NEAR = np.eye(3, dtype=np.float32)


def asked_at(question: torch.Tensor, *, unsure: bool = True) -> Asked:
    """Make a question of this vector, answered by OTHER though NEAR is nearer; FILED may answer where it is unsure."""
    return Asked(
        vector=question,
        found=torch.tensor(np.stack([FILED, OTHER, NEAR])),
        others=torch.zeros(3),
        closeness=torch.zeros(3),
        right=torch.tensor([False, True, False]),
        unsure=torch.tensor([unsure, False, False]),
    )


def test_what_is_taught_with_is_what_was_found_with_what_answers_known(tmp_path: Path) -> None:
    library, encoder = make(tmp_path, PAPERS), TermEncoder()
    (one,) = asked_of(library, encoder, QUESTIONS)  # neither what has no answer nor the test split
    assert one.found.shape == (2, len(one.vector))
    assert not one.unsure.any()
    assert one.others.shape == one.closeness.shape == (2,)
    assert one.right.sum() == 1
    minutes = library.encoded(library.select(Filter(kinds=("decision",)), 1))
    assert (one.found[one.right][0].numpy() == next(iter(minutes.values())).vector).all()


def test_the_turn_brings_a_question_to_what_answers_and_asks_nothing_of_what_is_unsure() -> None:
    question = torch.tensor([0.5, 0.1, 1.0])
    question = question / question.norm()
    turn = taught([asked_at(question)] * 64)
    before, after = (np.stack([FILED, OTHER, NEAR]) @ vector for vector in (question.numpy(), turn @ question.numpy()))
    assert before[2] > before[1]
    assert after[1] - after[2] > before[1] - before[2]
    assert (turn == taught([asked_at(question)] * 64)).all()
    wrong = FILED @ taught([asked_at(question, unsure=False)] * 64) @ question.numpy()
    assert after[0] > wrong  # it is not taught to be as far as what is known not to answer
