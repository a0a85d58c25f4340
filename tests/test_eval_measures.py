"""Measures of rankings, worked out by hand."""

import math

import pytest

from eval.measures import judged_topics, recall_by_depth, score_rankings, unjudged_share
from eval.qrels import Judgment, PagePlace
from eval.runs import Ranked
from eval.topics import Topic

ASKED = Topic("q", "decision", "tune", "what was agreed on LADO")
IMPOSSIBLE = Topic("u", "unanswerable", "tune", "what was agreed on bin collections")
JUDGED = {
    "q": (
        Judgment("q", 1, PagePlace("pack.pdf", 14, 14), 2),
        Judgment("q", 1, PagePlace("scan.pdf", 7, 7), 2),  # another printing of the same item
        Judgment("q", 2, PagePlace("later.pdf", 3, 3), 2),
        Judgment("q", 2, PagePlace("report.pdf", 1, 1), 1),  # the report before the decision: it helps
        Judgment("q", 3, PagePlace("old.pdf", 1, 1), 0),  # looked at, and wrong
    ),
    "u": (Judgment("u", 1, PagePlace("report.pdf", 1, 1), 2),),
}


def ranking(*pages: tuple[str, int]) -> tuple[Ranked, ...]:
    """Rank pages with equal scores: only the order may count."""
    return tuple(Ranked(PagePlace(paper, page, page), 1.0) for paper, page in pages)


@pytest.mark.parametrize(
    ("found", "success", "recall5", "reciprocal"),
    [
        ([("pack.pdf", 14), ("later.pdf", 3)], 1.0, 1.0, 1.0),
        ([("pack.pdf", 14), ("scan.pdf", 7)], 1.0, 0.5, 1.0),  # two printings are one item
        ([("old.pdf", 1), ("pack.pdf", 13), ("scan.pdf", 7)], 0.0, 0.5, 1 / 3),  # wrong, one page off, right
        ([("report.pdf", 1), ("later.pdf", 3)], 0.0, 0.5, 1 / 2),  # what only helps finds no item
        ([("a.pdf", 1)] * 1, 0.0, 0.0, 0.0),
        ([], 0.0, 0.0, 0.0),  # nothing found scores 0
    ],
)
def test_rankings_are_measured_by_item_in_their_order(
    found: list[tuple[str, int]], success: float, recall5: float, reciprocal: float
) -> None:
    scores = score_rankings([ASKED], JUDGED, {"q": ranking(*found)}, "page")["q"]
    assert (scores["Success@1"], scores["R@5"], scores["RR@10"]) == pytest.approx((success, recall5, reciprocal))


def test_a_second_printing_wastes_a_place_in_the_gain() -> None:
    scores = score_rankings(
        [ASKED], JUDGED, {"q": ranking(("pack.pdf", 14), ("scan.pdf", 7), ("later.pdf", 3))}, "page"
    )
    best = 2 + 2 / math.log2(3) + 1 / math.log2(4)  # both items at the top, then what helps
    assert scores["q"]["nDCG@10"] == pytest.approx((2 + 2 / math.log2(4)) / best)


def test_unanswerable_questions_are_not_measured_by_ranking() -> None:
    assert judged_topics([ASKED, IMPOSSIBLE], JUDGED, "page") == (ASKED,)
    assert judged_topics([ASKED, IMPOSSIBLE], JUDGED, "minute") == ()


def test_recall_grows_with_depth_and_what_nobody_judged_is_counted() -> None:
    found = {"q": ranking(("a.pdf", 1), ("pack.pdf", 14), ("b.pdf", 1), ("later.pdf", 3))}
    assert recall_by_depth([ASKED], JUDGED, found, (1, 2, 3, 4)) == [0.0, 0.5, 0.5, 1.0]
    assert unjudged_share([ASKED], JUDGED, found) == 0.5
