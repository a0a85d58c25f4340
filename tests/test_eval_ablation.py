"""What each step of retrieval is worth: the table worked out by hand, and the steps that are taken away."""

from pathlib import Path

import pytest

from eval.ablation import AsTyped, Outcome, variants, worth
from eval.evaluate import QuestionSet
from eval.qrels import Judgment, PagePlace
from eval.runs import Ranked
from eval.topics import Topic
from index.words import words as index_words
from search.lexicon import Lexicon

RIGHT, WRONG = PagePlace("pack.pdf", 14, 14), PagePlace("other.pdf", 1, 1)


def found(*places: PagePlace) -> tuple[Ranked, ...]:
    """Rank these places."""
    return tuple(Ranked(place, 1.0) for place in places)


def test_a_step_is_worth_what_the_measures_fall_without_it_and_costs_what_the_median_question_saves() -> None:
    topics = (Topic("a", "decision", "tune", "LADO"), Topic("b", "fact", "test", "bins"))
    judgments = {one.id: (Judgment(one.id, 1, RIGHT, 2),) for one in topics}
    whole = Outcome({"a": found(RIGHT), "b": found(RIGHT)}, {"a": 30.0, "b": 50.0})
    less = Outcome({"a": found(WRONG, RIGHT), "b": found(RIGHT)}, {"a": 26.0, "b": 48.0})
    table = worth(QuestionSet("small", topics, judgments, {}), {"all": whole, "words": less})
    assert table.head[0:5] == ["without", "tune: Success@1", "tune: R@5", "tune: RR@10", "tune: p"]
    assert list(table.rows[0]) == ["all", "1.000", "1.000", "1.000", "", "1.000", "1.000", "1.000", "", "40"]
    assert list(table.rows[1]) == [
        "words", "+1.000", "+0.000", "+0.500", "1.000", "+0.000", "+0.000", "+0.000", "1.000", "3.0",
    ]  # fmt: skip


def test_each_step_is_taken_away_once_and_alone() -> None:
    tried = variants()
    assert tried[0].weights == tried[-1].weights
    assert len({one.name for one in tried}) == len(tried)
    changed = [one for one in tried if one.weights != tried[0].weights]
    assert [one.name for one in tried if not one.turned] == ["the turn of the question's vector"]
    assert {"words", "meaning", "late interaction", "printings folded"} <= {one.name for one in changed}


def test_without_spelling_no_slip_is_mended() -> None:
    words = (10, {"garden": 3}, {})
    (typed,) = index_words("gardn")
    assert (Lexicon(*words).nearest(typed), AsTyped(*words).nearest(typed)) == ("garden", None)


def test_a_library_without_the_papers_of_the_set_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from eval.ablation import main

    assert main(["--library", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err.startswith("minutebook evaluate steps: ")
