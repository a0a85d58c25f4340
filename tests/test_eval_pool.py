"""What is put before a judge: the unjudged pages of several runs, and nothing that says whose they are."""

from pathlib import Path

import pytest

from eval.evaluate import QuestionSet
from eval.pool import main, pool
from eval.qrels import Judgment, MinutePlace, PagePlace
from eval.runs import Answered, Made, Ranked, Run, write_run
from eval.topics import Topic

ASKED = Topic("q", "decision", "tune", "what was agreed on LADO")
IMPOSSIBLE = Topic("u", "unanswerable", "tune", "what was agreed on bins")
QUESTIONS = QuestionSet(
    "small",
    (ASKED, IMPOSSIBLE),
    {
        "q": (Judgment("q", 1, PagePlace("pack.pdf", 14, 15), 2), Judgment("q", 0, PagePlace("old.pdf", 1, 1), 0)),
        "u": (Judgment("u", 1, PagePlace("pack.pdf", 2, 2), 2),),
    },
    {},
)
MINUTE = MinutePlace(None, "Cabinet", None, "90")


def run(system: str, *pages: tuple[str, int], cited: tuple[PagePlace | MinutePlace, ...] = ()) -> Run:
    """Return a run that ranks these pages for both questions and cites these places for the first."""
    ranked = tuple(Ranked(PagePlace(paper, page, page), 1.0) for paper, page in pages)
    answers = {"q": Answered("answered", cited, (None,) * len(cited), evidence=False)}
    return Run(Made(system, "abc", "small", 2, ""), {"q": ranked, "u": ranked}, {}, answers, {}, {})


def test_unjudged_pages_of_all_runs_are_pooled_once_and_no_others() -> None:
    ours = run("ours", ("pack.pdf", 15), ("new.pdf", 3), ("old.pdf", 1), cited=(PagePlace("cited.pdf", 2, 2), MINUTE))
    other = run("other", ("new.pdf", 3), ("scan.pdf", 7), ("deep.pdf", 9))
    assert {page for _, page in pool(QUESTIONS, [ours, other], depth=2)} == {"new.pdf#3", "scan.pdf#7", "cited.pdf#2"}
    assert [topic for topic, _ in pool(QUESTIONS, [ours, other], depth=2)] == [ASKED] * 3


def test_the_order_says_nothing_of_who_found_a_page_or_how_high() -> None:
    ours = run("ours", ("a.pdf", 4), ("b.pdf", 5), ("c.pdf", 6))
    turned = run("other", ("c.pdf", 6), ("b.pdf", 5), ("a.pdf", 4))
    expected = ["c.pdf#6", "a.pdf#4", "b.pdf#5"]  # by the SHA-256 of the docno
    assert [page for _, page in pool(QUESTIONS, [ours])] == expected
    assert [page for _, page in pool(QUESTIONS, [turned, ours])] == expected


def test_the_list_has_a_line_for_each_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = Run(
        Made("x", "abc", "samples", 1, ""), {"s-dec01": (Ranked(PagePlace("a b.pdf", 1, 1), 1.0),)}, {}, {}, {}, {}
    )
    write_run(found, tmp_path / "samples")
    assert main(["samples", "--runs", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("s-dec01\ta%20b.pdf#1\t")
