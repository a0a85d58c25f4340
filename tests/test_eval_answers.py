"""Judging answers: evidence, citations, declining."""

from datetime import date
from pathlib import Path

import pytest

from eval.answers import Expected, holds_evidence, quotes_judged, read_answers, score_answer, values
from eval.qrels import Judgment, MinutePlace, PagePlace
from eval.runs import Answered
from eval.topics import SetError, Topic

DECISION = Topic("q", "decision", "tune", "what was agreed on LADO")
IMPOSSIBLE = Topic("u", "unanswerable", "tune", "what was agreed on bin collections")
PAPERS = ("pack", "scan", "later", "report", "other")
RIGHT, COPY, SECOND, HELPS, WRONG = (PagePlace(f"{name}.pdf", 1, 1) for name in PAPERS)
MINUTE = MinutePlace(None, "Commission", date(2025, 2, 25), "129")
JUDGED = (
    Judgment("q", 1, RIGHT, 2),
    Judgment("q", 1, COPY, 2),
    Judgment("q", 2, SECOND, 2),
    Judgment("q", 1, HELPS, 1),
    Judgment("q", 1, MINUTE, 2),
)
EXPECTED = Expected("q", "answered", (("next due report", "Scrutiny"), ("be noted",)), "")


@pytest.mark.parametrize(
    ("quotes", "held"),
    [
        (["That the next due\nreport be presented at SCRUTINY."], True),  # line ends and case do not matter
        (["the next due report", "presented at Scrutiny"], True),  # two quotations together
        (["the next due report"], False),  # one part of an alternative alone
        (["that report be noted"], True),  # the other alternative
        ([], False),
    ],
)
def test_evidence_is_all_parts_of_one_alternative(quotes: list[str], held: bool) -> None:
    assert holds_evidence(EXPECTED, quotes) is held


def test_typographic_quotation_marks_are_no_difference() -> None:
    assert holds_evidence(Expected("q", "answered", (("the Council's plan",),), ""), ["the Council’s  plan"])


def test_only_words_quoted_from_judged_pages_are_evidence() -> None:
    assert quotes_judged(JUDGED, [(RIGHT, "one"), (WRONG, "two"), (COPY, "three"), (HELPS, "four")]) == [
        "one",
        "three",
    ]


@pytest.mark.parametrize(
    ("answered", "evidence", "precision", "recall", "first", "minute", "declined"),
    [
        # all right: a copy is as good as the other printing
        (Answered("answered", (COPY, SECOND), (MINUTE, None), evidence=True), 1, 1, 1, 1, 1, 0),
        # two printings of one item and a wrong page
        (Answered("answered", (WRONG, RIGHT, COPY), (None, MINUTE, None), evidence=True), 1, 2 / 3, 1 / 2, 0, 0, 0),
        # what helps is no wrong citation, but it neither answers nor comes first
        (Answered("answered", (HELPS, SECOND), (None, None), evidence=True), 1, 1, 1 / 2, 0, 0, 0),
        # declined though it could be answered: nothing counts, not even a page offered as near
        (Answered("not_found", (RIGHT,), (MINUTE,), evidence=True), 0, 0, 0, 0, 0, 1),
        (Answered("answered", (), (), evidence=False), 0, 0, 0, 0, 0, 0),
    ],
)
def test_an_answer_is_judged_by_what_it_cites(
    answered: Answered,
    evidence: float,
    precision: float,
    recall: float,
    first: float,
    minute: float,
    declined: float,
) -> None:
    score = score_answer(DECISION, EXPECTED, JUDGED, answered)
    assert (score.evidence, score.precision, score.recall) == pytest.approx((evidence, precision, recall))
    assert (score.first_right, score.minute_right, score.declined_wrongly) == (first, minute, declined)
    assert score.declined_rightly is None


@pytest.mark.parametrize(
    ("outcome", "declined", "exact"), [("not_found", 1.0, 1.0), ("not_decided", 1.0, 0.0), ("answered", 0.0, 0.0)]
)
def test_declining_is_right_only_where_there_is_no_answer(outcome: str, declined: float, exact: float) -> None:
    expected = Expected("u", "not_found", (), "")
    score = score_answer(IMPOSSIBLE, expected, (), Answered(outcome, (), (), evidence=False))
    assert (score.declined_rightly, score.outcome_right) == (declined, exact)
    assert values([score], "evidence") == []


def test_an_unknown_outcome_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "answers.tsv"
    path.write_text("id\toutcome\tanchors\tnote\nq\tperhaps\t\t\n", encoding="utf-8")
    with pytest.raises(SetError, match=r"answers\.tsv, line 2: perhaps is no outcome"):
        read_answers(path)
