"""A whole evaluation with a system whose results can be worked out by hand, kept, read back and reported."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.evaluate import QuestionSet, evaluate, read_set
from eval.measures import NAMES
from eval.qrels import MinutePlace, PagePlace
from eval.report import write_report
from eval.retriever import Cited, Found, Reply
from eval.runs import Ranked, first_of_each, read_run, write_run
from eval.score import main
from eval.scored import score_run
from eval.topics import SetError, Topic

PAGE = PagePlace("pack 1.pdf", 14, 14)
MINUTE = MinutePlace("Saltersmere Council", "Commission", date(2025, 2, 25), "129")


class Fixed:
    """A system that always finds a wrong page, then the same two passages of minute 129."""

    name = "fixed"
    papers = 2

    def search(self, question: str, limit: int) -> tuple[Found, ...]:  # noqa: ARG002  # always the same
        """Return the same places."""
        return (
            Found(PagePlace("other.pdf", 1, 1), None, 0.9),
            Found(PAGE, MINUTE, 0.8),
            Found(PAGE, MINUTE, 0.7),
        )[:limit]

    def ask(self, question: str) -> Reply | None:
        """Answer what is asked about LADO."""
        if "LADO" not in question:
            return Reply("not_found", (), 0.25)
        return Reply("answered", (Cited(PAGE, MINUTE, "That the next due report be presented"),), 0.75)


@pytest.fixture
def questions(tmp_path: Path) -> QuestionSet:
    home = tmp_path / "sets" / "small"
    home.mkdir(parents=True)
    (home / "topics.tsv").write_text(
        "id\tkind\tsplit\tquestion\nd1\tdecision\ttune\twhat was agreed on LADO\n"
        "d2\tdecision\ttest\twhat was agreed on <b>|LADO|</b>\nu1\tunanswerable\ttune\twhat of bins\n",
        encoding="utf-8",
    )
    (home / "qrels.txt").write_text(
        "".join(
            f"{topic} 1 pack%201.pdf#14 2\n{topic} 1 minute:Commission|2025-02-25|129 2\n" for topic in ("d1", "d2")
        ),
        encoding="utf-8",
    )
    (home / "answers.tsv").write_text(
        "id\toutcome\tanchors\tnote\nd1\tanswered\tnext due report\t\nd2\tanswered\tnext due report\t\n"
        "u1\tnot_found\t\tno bins here\n",
        encoding="utf-8",
    )
    return read_set("small", tmp_path / "sets")


def test_a_run_is_the_same_after_it_was_kept_and_read(questions: QuestionSet, tmp_path: Path) -> None:
    heard: list[Topic] = []
    run = evaluate(Fixed(), questions, "abc1234", "as it is", heard.append)
    assert [topic.id for topic in heard] == ["d1", "d2", "u1"]
    read = read_run(write_run(run, tmp_path))
    assert (read.made, read.pages, read.minutes, read.answers) == (run.made, run.pages, run.minutes, run.answers)
    assert read.confidence == {"d1": 0.75, "d2": 0.75, "u1": 0.25}
    line = (tmp_path / "fixed-abc1234" / "pages.run").read_text(encoding="utf-8").splitlines()[1]
    assert line == "d1 Q0 pack%201.pdf#14 2 0.800000 fixed-abc1234"


def test_a_run_kept_before_systems_said_how_sure_they_were_is_read(questions: QuestionSet, tmp_path: Path) -> None:
    home = write_run(evaluate(Fixed(), questions, "abc1234"), tmp_path)
    (home / "confidence.tsv").unlink()
    assert read_run(home).confidence == {}


def test_several_passages_of_one_page_are_one_page() -> None:
    other = PagePlace("b.pdf", 1, 1)
    assert first_of_each([Ranked(PAGE, 3.0), Ranked(other, 2.0), Ranked(PAGE, 1.0)]) == (
        Ranked(PAGE, 3.0),
        Ranked(other, 2.0),
    )


def test_a_run_is_measured_at_both_levels_and_its_answers_are_judged(questions: QuestionSet) -> None:
    scored = score_run(questions, evaluate(Fixed(), questions, "abc1234"))
    expected = dict(zip(NAMES, (0.0, 1.0, 1.0, 1.0, 0.5), strict=False))
    for level in (scored.page, scored.minute):
        assert {name: level["d1"][name] for name in expected} == expected
    assert (scored.answers["d1"].evidence, scored.answers["d1"].minute_right) == (1.0, 1.0)
    assert scored.answers["u1"].declined_rightly == 1.0


def test_the_report_names_no_words_of_the_papers_and_escapes_the_questions(
    questions: QuestionSet, tmp_path: Path
) -> None:
    scored = score_run(questions, evaluate(Fixed(), questions, "abc1234"))
    write_report(questions, scored, scored, tmp_path)
    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "next due report" not in markdown + html
    assert "<b>|LADO|" not in html
    assert "| test | 1 | 0.000 (0.00–0.00) |" in markdown
    assert set(re.findall(r"\((\S+\.svg)\)", markdown)) == {one.name for one in tmp_path.glob("*.svg")}


def test_every_plot_of_the_report_has_its_numbers_in_a_named_table_below(
    questions: QuestionSet, tmp_path: Path
) -> None:
    scored = score_run(questions, evaluate(Fixed(), questions, "abc1234"))
    write_report(questions, scored, None, tmp_path)
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    shown = re.compile(
        r'<svg[^>]*aria-label="([^"]+)"[^>]*>(?:(?!</svg>).)*</svg>\n</figure>\n<div class="wide"', re.DOTALL
    )
    plots = shown.findall(html)
    assert [plot.split(",")[0] for plot in plots] == [
        "RR@10 by kind of question",
        "Recall by depth",
        "Share of the questions answered",
        "Share of answers that are right",
        "Time of a search by percentile",
    ]
    assert "<caption>Recall by depth, pages</caption>" in html
    assert '<tr><th scope="row">2</th><td>1.00</td></tr>' in html
    assert "The mean gap between confidence and share right is 0.250" in html


def test_a_miss_is_listed_with_what_came_first_and_what_was_expected(questions: QuestionSet, tmp_path: Path) -> None:
    scored = score_run(questions, evaluate(Fixed(), questions, "abc1234"))
    write_report(questions, scored, None, tmp_path)
    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert markdown.endswith(
        "| d1 | decision | what was agreed on LADO | other.pdf#1 | pack%201.pdf#14 | 2 |\n"
    )  # the question of the test split is not shown


def test_stored_runs_are_scored_beside_each_other_without_searching(
    questions: QuestionSet, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval.score.read_set", lambda _: questions)
    home = tmp_path / "runs" / "small"
    write_run(evaluate(Fixed(), questions, "abc1234"), home)
    nothing = evaluate(Fixed(), questions, "none")
    write_run(replace(nothing, pages={}, answers={}), home)
    asked = ["--set", "small", "--runs", str(tmp_path / "runs")]
    assert main(["fixed-abc1234", str(home / "fixed-none"), *asked]) == 0
    told = capsys.readouterr().out
    assert "| fixed-none | all | 0.000 (0.00–0.00) |" in told
    assert "| over | split | Success@1 | R@5 | RR@10 | nDCG@10 |" in told
    assert "| fixed-none | test | +0.000 (p 1.0000) | +1.000 (p 1.0000) | +0.500 (p 1.0000) |" in told
    assert "| decision | 2 | 0.50 | 0.00 |" in told
    assert main(["fixed-zzz", *asked]) == 1
    assert "There is no run 'fixed-zzz'" in capsys.readouterr().err


def test_a_set_whose_files_disagree_is_named(questions: QuestionSet, tmp_path: Path) -> None:
    home = tmp_path / "sets" / "small"
    (home / "qrels.txt").write_text("d9 1 pack%201.pdf#14 2\n", encoding="utf-8")
    with pytest.raises(SetError, match=r"small/qrels\.txt: judges questions that are not there: d9"):
        read_set(questions.name, tmp_path / "sets")
    with pytest.raises(SetError, match="no evaluation set 'none'; these are here: small"):
        read_set("none", tmp_path / "sets")
