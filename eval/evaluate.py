"""Puts every question of a set to a system and keeps what it did as a run."""

import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.answers import Expected, holds_evidence, quotes_judged, read_answers
from eval.qrels import Judgments, read_qrels
from eval.retriever import Found, Reply, Retriever
from eval.runs import Answered, Made, Ranked, Run, Timing, first_of_each
from eval.topics import SetError, Topic, read_topics

SETS = Path(__file__).resolve().parent / "sets"
RUNS = Path(__file__).resolve().parent / "runs"
DEPTH = 50  # places asked for: enough for 20 different pages where passages of one page crowd the top


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions with their judgments and what each should be answered."""

    name: str
    topics: tuple[Topic, ...]
    judgments: Judgments
    expected: dict[str, Expected]


def read_set(name: str, folder: Path = SETS) -> QuestionSet:
    """Return the set of this name, or say which part of it is missing."""
    home = folder / name
    if not (home / "topics.tsv").is_file():
        held = ", ".join(sorted(one.parent.name for one in folder.glob("*/topics.tsv"))) or "none"
        raise SetError(f"There is no evaluation set {name!r}; these are here: {held}.")
    topics = read_topics(home / "topics.tsv")
    judgments = read_qrels(home / "qrels.txt")
    expected = read_answers(home / "answers.tsv")
    ids = {topic.id for topic in topics}
    if expected.keys() != ids:
        raise SetError(f"{name}/answers.tsv: its ids differ from topics.tsv: {_some(expected.keys() ^ ids)}.")
    if not judgments.keys() <= ids:
        raise SetError(f"{name}/qrels.txt: judges questions that are not there: {_some(judgments.keys() - ids)}.")
    return QuestionSet(name, topics, judgments, expected)


def evaluate(
    retriever: Retriever,
    questions: QuestionSet,
    commit: str,
    note: str = "",
    asked: Callable[[Topic], None] = lambda _: None,
) -> Run:
    """Put every question to the system, each once for search and once for an answer; ``asked`` hears of each."""
    pages: dict[str, tuple[Ranked, ...]] = {}
    minutes: dict[str, tuple[Ranked, ...]] = {}
    answers: dict[str, Answered] = {}
    times: dict[str, Timing] = {}
    confidence: dict[str, float] = {}
    for topic in questions.topics:
        try:
            started = time.perf_counter()
            found = retriever.search(topic.question, DEPTH)
            searched = time.perf_counter()
            reply = retriever.ask(topic.question)
            ended = time.perf_counter()
        except BaseException as error:
            error.add_note(f"This happened at question {topic.id}: {topic.question}")
            raise
        pages[topic.id] = first_of_each(Ranked(one.page, one.score) for one in found)
        minutes[topic.id] = first_of_each(_minutes(found))
        if reply is not None:
            answers[topic.id] = _answered(questions, topic, reply)
            if reply.confidence is not None:
                confidence[topic.id] = reply.confidence
        ask_ms = (ended - searched) * 1000 if reply is not None else None
        times[topic.id] = Timing((searched - started) * 1000, ask_ms)
        asked(topic)
    made = Made(retriever.name, commit, questions.name, retriever.papers, note)
    return Run(made, pages, minutes, answers, times, confidence)


def current_commit(root: Path) -> str:
    """Return the short hash of the commit checked out, ending in ``+`` where code differs from it."""
    try:
        commit = _git(root, "rev-parse", "--short", "HEAD")
        changed = _git(root, "status", "--porcelain", "--", "corpus", "index", "search")
    except (OSError, subprocess.CalledProcessError):
        return "uncommitted"
    return f"{commit}+" if changed else commit


def _answered(questions: QuestionSet, topic: Topic, reply: Reply) -> Answered:
    judged = questions.judgments.get(topic.id, ())
    right = quotes_judged(judged, [(one.page, one.quote) for one in reply.cited])
    return Answered(
        reply.outcome,
        tuple(one.page for one in reply.cited),
        tuple(one.minute for one in reply.cited),
        holds_evidence(questions.expected[topic.id], right),
    )


def _minutes(found: Iterable[Found]) -> Iterable[Ranked]:
    """Return the minutes in order; a page that is no minute keeps its place, as the reader has to pass it."""
    return (Ranked(one.minute or one.page, one.score) for one in found)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  # fixed words


def _some(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)[:5])
