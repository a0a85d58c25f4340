"""A run with every question's values, and the cuts by split and kind that every table is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.answers import AnswerScore, score_answers
from eval.compare import interval
from eval.evaluate import QuestionSet
from eval.measures import mean, score_rankings
from eval.runs import Run
from eval.topics import Split, Topic


@dataclass(frozen=True, slots=True)
class Scored:
    """A run with every question's values."""

    run: Run
    page: Mapping[str, Mapping[str, float]]
    minute: Mapping[str, Mapping[str, float]]
    answers: Mapping[str, AnswerScore]


def score_run(questions: QuestionSet, run: Run) -> Scored:
    """Return the run with each question measured at both levels, and its answers judged."""
    return Scored(
        run,
        score_rankings(questions.topics, questions.judgments, run.pages, "page"),
        score_rankings(questions.topics, questions.judgments, run.minutes, "minute"),
        score_answers(questions.topics, questions.expected, questions.judgments, run.answers) if run.answers else {},
    )


def splits(questions: QuestionSet) -> list[tuple[str, list[Topic]]]:
    """Return all questions, those of the tune split and those of the test split, each under its name, if any."""
    names: tuple[Split, ...] = ("tune", "test")
    parts = [(name, [one for one in questions.topics if one.split == name]) for name in names]
    return [("all", list(questions.topics)), *(part for part in parts if part[1])]


def kinds(questions: QuestionSet) -> list[str]:
    """Return the kinds of question, in the order of the set."""
    return list(dict.fromkeys(topic.kind for topic in questions.topics))


def column(scored: Scored, topics: Sequence[Topic], name: str) -> dict[str, float]:
    """Return one measure of pages, by question, for those of these questions that have one."""
    return {topic.id: scored.page[topic.id][name] for topic in topics if topic.id in scored.page}


def kind_mean(questions: QuestionSet, scored: Scored, kind: str, name: str) -> float:
    """Return the mean of one measure of pages over the questions of a kind."""
    return mean(column(scored, [one for one in questions.topics if one.kind == kind], name).values())


def with_interval(found: Sequence[float]) -> str:
    """Return the mean with its 95 % interval: ``0.639 (0.57–0.70)``; nothing where nothing was measured."""
    low, high = interval(found)
    return f"{mean(found):.3f} ({low:.2f}–{high:.2f})" if found else ""
